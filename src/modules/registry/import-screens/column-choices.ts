import type { FormBody } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type Schema,
  classOf,
  fieldType,
} from '#platform/records'
import type { ColumnTarget, RecordMapping } from '#platform/transfer'
import { shippedMaps } from '../import/shipped-maps.ts'

/** What a person chose about the columns of a file, as texts of the form's controls. */
export interface ColumnChoices {
  /** For each column the field that it becomes, '' for none. */
  readonly fields: readonly string[]
  /** For each column what happens to cells that cannot be read. */
  readonly unread: readonly string[]
  /** Number of the column with the code that rows are known again by, '' for none. */
  readonly key: string
  /** Written before the code: the name of the register that gave it. */
  readonly prefix: string
  readonly existing: 'update' | 'fill' | 'keep'
  readonly onProblem: 'stop' | 'skip'
  /** A mapping that comes with the product, by name, instead of the columns. */
  readonly map: string
}

/** The field that holds codes of other registers, where a type has one. */
export const codeField = 'external_ids'

/** A field or a part of one that a column can become. */
export interface FieldChoice {
  readonly value: string
  readonly label: string
}

/** What a column can become: the fields of a type, with the parts of those that have several. Nothing sealed. */
export function fieldChoices(
  type: RecordTypeDefinition,
  schema: Schema,
  language: Language,
): readonly FieldChoice[] {
  return type.fields
    .filter((field) => classOf(field) !== 'sealed')
    .flatMap((field) => {
      const words = label(field.label, language)
      return [
        { value: field.name, label: words },
        ...partsOf(field, schema).map((part) => ({
          value: `${field.name}.${part}`,
          label: `${words}: ${part}`,
        })),
      ]
    })
}

const partsOf = (field: FieldDefinition, schema: Schema): readonly string[] =>
  field.multiple ? [] : (fieldType(field.type).parts?.(schema) ?? []).filter((part) => part !== '')

type Proposed = Pick<RecordMapping, 'columns' | 'match' | 'existing'>

const targetOf = (proposed: Proposed, column: string): ColumnTarget | undefined => {
  const given = proposed.columns?.[column]
  const [first] = Array.isArray(given)
    ? (given as readonly (string | ColumnTarget)[])
    : given === undefined
      ? []
      : [given as string | ColumnTarget]
  return typeof first === 'string' ? { field: first } : first
}

const isCode = (target: ColumnTarget | undefined) => target?.field === codeField

/** The controls as they stand before anybody chooses: as proposed, or as the last time. */
export function firstChoices(columns: readonly string[], proposed: Proposed): ColumnChoices {
  const targets = columns.map((column) => targetOf(proposed, column))
  const [whole, prefix = '', key] = /^([^{}]*)\{([^{}]+)\}$/.exec(proposed.match?.value ?? '') ?? []
  const keyAt = whole === undefined ? -1 : columns.indexOf(key ?? '')
  return {
    fields: targets.map((target) => target?.field ?? ''),
    unread: targets.map((target) => target?.unread ?? 'refuse'),
    key: keyAt < 0 ? '' : String(keyAt),
    prefix: prefix.trim(),
    existing: proposed.existing ?? 'update',
    onProblem: 'skip',
    map: '',
  }
}

const oneOf = <const Value extends string>(given: string, values: readonly [Value, ...Value[]]): Value =>
  values.find((value) => value === given) ?? values[0]

/** The choices in a posted form. */
export function readChoices(form: FormBody, columns: readonly string[]): ColumnChoices {
  const map = form.get('map')
  return {
    fields: columns.map((_, at) => form.get(`c.${at}`)),
    unread: columns.map((_, at) => oneOf(form.get(`u.${at}`), ['refuse', 'review', 'ignore'])),
    key: form.get('key'),
    prefix: form.get('prefix').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim().slice(0, 100),
    existing: oneOf(form.get('existing'), ['update', 'fill', 'keep']),
    onProblem: oneOf(form.get('on_problem'), ['skip', 'stop']),
    map: Object.hasOwn(shippedMaps, map) ? map : '',
  }
}

/** The texts of the controls, to travel along in a form. */
export const choiceEntries = (choices: ColumnChoices): readonly (readonly [string, string])[] => [
  ...choices.fields.map((field, at) => [`c.${at}`, field] as const),
  ...choices.unread.map((unread, at) => [`u.${at}`, unread] as const),
  ['key', choices.key],
  ['prefix', choices.prefix],
  ['existing', choices.existing],
  ['map', choices.map],
]

/** The mapping that the choices mean, for `type`. Ways of reading a cell come from the proposal where it was kept. */
export function mappingOf(columns: readonly string[], choices: ColumnChoices, proposed: Proposed): unknown {
  if (choices.map !== '') return shippedMaps[choices.map]
  const key = choices.key === '' ? undefined : columns[Number(choices.key)]
  const prefix = choices.prefix === '' ? '' : `${choices.prefix} `
  const code: ColumnTarget = { field: codeField, separator: '', ...(prefix && { prefix }) }
  const entries = columns.flatMap(
    (column, at): (readonly [string, ColumnTarget | readonly ColumnTarget[]])[] => {
      const field = choices.fields[at] ?? ''
      const before = targetOf(proposed, column)
      const unread = choices.unread[at]
      const { unread: _, ...kept } = before?.field === field ? before : { field }
      const target: ColumnTarget = {
        ...kept,
        ...((unread === 'review' || unread === 'ignore') && { unread }),
      }
      const targets = [
        ...(field === '' || (column === key && isCode(target)) ? [] : [target]),
        ...(column === key ? [code] : []),
      ]
      const [only] = targets
      return only === undefined ? [] : [[column, targets.length === 1 ? only : targets]]
    },
  )
  return {
    columns: Object.fromEntries(entries),
    ...(key !== undefined && {
      match: { field: codeField, value: `${prefix}{${key}}` },
      existing: choices.existing,
    }),
  }
}

/** Names of the mappings that come with the product and that a file with these columns was made for. */
export const fittingMaps = (columns: readonly string[]): readonly string[] =>
  Object.entries(shippedMaps).flatMap(([name, map]) => {
    const records = (map as { readonly records?: readonly Pick<RecordMapping, 'columns'>[] }).records ?? []
    const headers = records.flatMap((record) => Object.keys(record.columns ?? {}))
    return headers.length > 0 && headers.every((header) => columns.includes(header)) ? [name] : []
  })

/** What a mapping that comes with the product says of itself. */
export const mapDescription = (name: string): string | undefined =>
  (shippedMaps[name] as { readonly description?: string } | undefined)?.description
