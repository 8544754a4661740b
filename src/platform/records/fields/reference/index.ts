import { isId } from '#platform/db'
import type { FieldDefinition } from '../../definition.ts'
import type { Schema } from '../../schema.ts'
import { type FieldType, type Parsed, notText } from '../field-type.ts'

/** A pointer to another record, with what is true of the relation itself (role, dates). */
export interface Reference {
  readonly to: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** Checks one field's value, single or multiple; the engine passes its own, so that attributes go the same way. */
export type ParseValue = (raw: unknown, field: FieldDefinition, schema: Schema) => Parsed<unknown>

/** A relation to another record. Whether the target exists, and may be seen, the database decides on writing. */
export const reference = (parseValue: ParseValue): FieldType<Reference> => ({
  name: 'reference',
  parse(raw, field, schema) {
    const given = typeof raw === 'string' ? { to: raw.trim() } : raw
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: notText }
    const { to, attributes } = given as { to?: unknown; attributes?: unknown }
    if (!isId(to))
      return {
        problem: {
          en: 'Choose an existing record.',
          es: 'Elija un registro existente.',
          ca: 'Trieu un registre existent.',
        },
      }
    const kept: Record<string, unknown> = {}
    for (const attribute of field.attributes ?? []) {
      const value = (attributes as Record<string, unknown> | undefined | null)?.[attribute.name]
      if (value === undefined || value === null || value === '') continue
      const parsed = parseValue(value, attribute, schema)
      if ('problem' in parsed) return parsed
      if (parsed.value !== undefined) kept[attribute.name] = parsed.value
    }
    return {
      value:
        Object.keys(kept).length > 0 ? { to: to.toLowerCase(), attributes: kept } : { to: to.toLowerCase() },
    }
  },
  keys: (value) => [value.to],
  show: (value) => value.to,
  jsonSchema: (field) => ({
    type: 'object',
    properties: { to: { type: 'string', format: 'uuid' }, attributes: { type: 'object' } },
    required: ['to'],
    description: `A record of type ${(field.targets ?? []).join(' or ')}`,
  }),
})
