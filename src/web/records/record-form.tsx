import type { ReactNode } from 'react'
import { type Language, label } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'
import {
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type Schema,
  classOf,
  isEmpty,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { Checkboxes, ClassBadge, FormErrors, FormSection, Repeat } from '#web/components'
import { type Candidates, Control } from './control.tsx'
import { classLabel, formWords } from './record-words.ts'

/** What a form shows: the values as they were read or typed, and what is wrong with them. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>
  readonly linked?: ReadonlyMap<string, LinkedRecord>
  readonly problems?: readonly FieldProblem[]
  /** For a reference typed as a name: the records it may be. By `field.row`. */
  readonly candidates?: Candidates
  /** Empty rows to offer, by field: what "Add another" asked for. */
  readonly extraRows?: Readonly<Record<string, number>>
}

/** The id of a field's first control, for links from the list of errors. */
export const fieldId = (prefix: string, field: FieldDefinition): string =>
  field.multiple || field.type === 'reference'
    ? `${prefix}.${field.name}.0`
    : field.type === 'person_name'
      ? `${prefix}.${field.name}.full`
      : field.type === 'moment'
        ? `${prefix}.${field.name}.day`
        : `${prefix}.${field.name}`

/**
 * The fields of a record, under the headings of its type, in one column. The caller gives the form element, the version
 * and the buttons. Sealed fields are there for who may write them: empty, and as they are unless something is written;
 * with their value where the caller gives it in clear, because it is open in this session.
 */
export function RecordForm(props: {
  readonly type: RecordTypeDefinition
  readonly state: FormState
  readonly schema: Schema
  readonly language: Language
  readonly prefix?: string
  /** With the sealed fields: for who may read that class. */
  readonly sealed?: boolean
  /** Only these fields, where a screen asks for a part of a record. */
  readonly only?: readonly string[]
  readonly headings?: boolean
  /** The screen lists what is wrong by itself, above several forms. */
  readonly errorsAbove?: boolean
  /** For a form in rows that posts to its own address: lists as menus that grow, emptied to be taken away. */
  readonly compact?: boolean
}) {
  const { type, state, schema, language, prefix = 'f', only, headings = true, errorsAbove, compact } = props
  const { sealed = false } = props
  const fields = type.fields.filter(
    (field) =>
      (sealed || classOf(field) !== 'sealed') &&
      !field.managed &&
      isAsked(field, state.values) &&
      (!only || only.includes(field.name)),
  )
  const named = new Set((type.sections ?? []).map((section) => section.name))
  const errors = (state.problems ?? []).map((problem) => {
    const field = fields.find((f) => f.name === problem.field)
    const words = field
      ? `${label(field.label, language)}: ${problem.message[language]}`
      : problem.message[language]
    return field ? { fieldId: fieldId(prefix, field), message: words } : { message: words }
  })
  const one = (field: FieldDefinition) => (
    <FieldInput key={field.name} {...{ field, state, schema, language, prefix, compact }} />
  )
  const sections = [{ name: '', label: type.label }, ...(type.sections ?? [])]
  return (
    <>
      {errorsAbove ? null : <FormErrors title={label(formWords.errors, language)} errors={errors} />}
      <input
        type="hidden"
        name={prefix === 'f' ? '_fields' : `${prefix}._fields`}
        value={fields.map((f) => f.name).join(' ')}
      />
      {sealed ? (
        <input
          type="hidden"
          name={prefix === 'f' ? '_opened' : `${prefix}._opened`}
          value={fields
            .filter((f) => classOf(f) === 'sealed' && isShownInClear(state.values[f.name]))
            .map((f) => f.name)
            .join(' ')}
        />
      ) : null}
      {headings && named.size > 0
        ? sections.map((section) => {
            const inside = fields.filter(
              (f) => (named.has(f.section ?? '') ? f.section : '') === section.name,
            )
            return inside.length === 0 ? null : section.name === '' ? (
              inside.map(one)
            ) : (
              <FormSection key={section.name} title={label(section.label, language)}>
                {inside.map(one)}
              </FormSection>
            )
          })
        : fields.map(one)}
    </>
  )
}

/** Whether the field is of this kind of record. */
const isAsked = ({ when }: FieldDefinition, values: FormState['values']): boolean =>
  when === undefined || when.is.includes(String(values[when.field]))

interface InputProps {
  readonly field: FieldDefinition
  readonly state: FormState
  readonly schema: Schema
  readonly language: Language
  readonly prefix: string
  readonly compact?: boolean | undefined
}

/** Whether a sealed field stands in the form with its value: then what comes back empty is taken away. */
const isShownInClear = (value: unknown): boolean => !isSealed(value) && !isEmpty(value)

/** A sealed field that is not open: a control without a value, and a way to take away what is there. */
function FieldInput(props: InputProps): ReactNode {
  const { field, state, language, prefix } = props
  if (!isSealed(state.values[field.name])) return <PlainInput {...props} />
  const values = { ...state.values, [field.name]: undefined }
  const hint = formWords.sealed_stays
  return (
    <>
      <PlainInput {...props} field={{ ...field, hint }} state={{ ...state, values }} />
      {field.required ? null : (
        <Checkboxes
          id={`${prefix}.${field.name}.clear`}
          name={prefix === 'f' ? '_clear' : `${prefix}._clear`}
          label={`${label(field.label, language)}: ${label(formWords.sealed_away, language)}`}
          labelHidden
          options={[{ value: field.name, label: label(formWords.sealed_away, language) }]}
        />
      )}
    </>
  )
}

function PlainInput({ field, state, schema, language, prefix, compact }: InputProps): ReactNode {
  const name = `${prefix}.${field.name}`
  const error = state.problems?.find((problem) => problem.field === field.name)?.message[language]
  const cls = classOf(field)
  const text = {
    label: label(field.label, language),
    hint: hintOf(field, language),
    error,
    mark: field.required ? undefined : label(formWords.optional, language),
    badge:
      cls === 'open' ? undefined : <ClassBadge valueClass={cls} label={label(classLabel[cls], language)} />,
  }
  const shared = { field, schema, language, linked: state.linked, candidates: state.candidates }
  if (!field.multiple)
    return (
      <Control
        {...shared}
        {...text}
        name={field.type === 'reference' ? `${name}.0` : name}
        value={valuesOf(state.values[field.name])[0]}
      />
    )
  const vocabulary = field.type === 'term' ? schema.vocabularies.get(field.vocabulary ?? '') : undefined
  const few = field.type === 'choice' || (vocabulary && vocabulary.vocabulary.terms.length <= 16)
  if (few && !compact)
    return <Control {...shared} {...text} name={name} value={state.values[field.name]} several />
  const held = valuesOf(state.values[field.name])
  const rows = [
    ...held,
    ...Array.from(
      { length: (state.extraRows?.[field.name] ?? 0) + (held.length === 0 ? 1 : 0) },
      () => undefined,
    ),
  ]
  const row = (value: unknown, index: number | '__row__') => (
    <Control
      {...shared}
      name={`${name}.${index}`}
      value={value}
      label={`${text.label}${index === '__row__' || rows.length === 1 ? '' : ` ${index + 1}`}`}
      hint={index === 0 ? text.hint : undefined}
      error={index === 0 ? error : undefined}
      labelHidden
    />
  )
  return (
    <Repeat
      name={name}
      title={`${text.label}${text.mark ? ` (${text.mark})` : ''}`}
      rows={rows.map((value, index) => row(value, index))}
      blank={row(undefined, '__row__')}
      compact={compact}
      addAction={compact ? `#${name}.${rows.length}` : undefined}
      labels={{ add: label(formWords.add, language), remove: label(formWords.remove, language) }}
    />
  )
}

const hintOf = (field: FieldDefinition, language: Language): string | undefined =>
  field.hint
    ? label(field.hint, language)
    : field.type === 'date'
      ? label(field.exact ? formWords.day_hint : formWords.date_hint, language)
      : field.type === 'reference'
        ? label(formWords.reference_hint, language)
        : undefined
