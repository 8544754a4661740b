import type { Labels } from '#platform/i18n'
import type { FieldDefinition, FieldTypeName, ValueClass } from './definition.ts'

type Options = Omit<FieldDefinition, 'name' | 'type' | 'label'>

/** A field definition on one line: type, name, label, and what else is said of it. */
export const field = <
  const T extends FieldTypeName,
  const N extends string,
  const O extends Options = object,
>(
  type: T,
  name: N,
  label: Labels,
  options: O = {} as O,
) => ({ type, name, label, ...options })

/** The fields of one section. */
export const inSection = <const S extends string, const F extends FieldDefinition>(
  section: S,
  fields: readonly F[],
) => fields.map((one) => ({ ...one, section }))

/** Fields whose values are all of one class, so that none of them is left open by oversight. */
export const ofClass = <const C extends ValueClass, const F extends FieldDefinition>(
  cls: C,
  fields: readonly F[],
) => fields.map((one) => ({ ...one, class: cls }))
