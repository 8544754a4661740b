import type { Labels } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type FieldDefinition, type Schema, fieldOf, fieldType } from '#platform/records'
import { type ReaderName, readerNames } from './cell-readers.ts'

/** How one column is read into one field. The short form is the field's name alone. */
export interface ColumnTarget {
  /** `born`, a part of a composite (`place.country`), or `@files`: names of files to attach. */
  readonly field: string
  /** How the cell is read before the field's own check; as it stands unless told. */
  readonly as?: ReaderName
  /** Between several values of one cell: `|` unless told, `''` for none. Only for fields that take several. */
  readonly separator?: string
  /** What stands in a cell (whatever its case and accents) → what is meant. */
  readonly terms?: Readonly<Record<string, string>>
  /** Written before each value, e.g. `RUVTE `. */
  readonly prefix?: string
  /** Cells that say nothing, e.g. `sin datos`. */
  readonly blank?: readonly string[]
  /**
   * What happens to a cell that cannot be read: the row is refused (unless told otherwise); `review`: the value is
   * left out, kept as written in a citation and in the import's findings; `ignore`: it is left out.
   */
  readonly unread?: 'refuse' | 'review' | 'ignore'
  /** With `unread: review`: what is meant as far as can be said, e.g. the general term. */
  readonly otherwise?: string
  /** Keep the cell as written, as a citation of the record's source. */
  readonly cite?: boolean
}

/**
 * One record that a row makes. Texts of `defaults`, `match.value` and `cite.locator` may hold `{Header}` for a cell and
 * `{@as}` for the title of another record of the row; one whose parts are all empty is none.
 */
export interface RecordMapping {
  /** Its name in the mapping; the type's unless told. */
  readonly as?: string
  readonly type: string
  /** Header → field, or several. */
  readonly columns?: Readonly<Record<string, string | ColumnTarget | readonly (string | ColumnTarget)[]>>
  /** Field → what it is when the columns give nothing. */
  readonly defaults?: Readonly<Record<string, unknown>>
  /** Relation field → `as` of another record of the row; left out when the row does not make that one. */
  readonly refs?: Readonly<Record<string, string>>
  /** By what a row is known again: a field of short texts, and its text. Without it every row is a new record. */
  readonly match?: { readonly field: string; readonly value: string }
  /** The row makes this record only when all of these hold. */
  readonly when?: {
    readonly filled?: readonly string[]
    readonly column?: string
    readonly startsWith?: readonly string[]
  }
  /** A record that is there already: `update` sets all that the row gives, `fill` only what is empty, `keep` nothing. */
  readonly existing?: 'update' | 'fill' | 'keep'
  /** Many rows may name it, and the first says what it is; otherwise a code that stands twice is refused. */
  readonly shared?: boolean
  /** What the row's cells are cited from: `as` of a record, and the place in it. */
  readonly cite?: { readonly source: string; readonly locator: string }
}

/** How a file becomes records. */
export interface Mapping {
  readonly name?: string
  readonly description?: string
  /** Cells that say nothing in any column. */
  readonly blank?: readonly string[]
  readonly records: readonly RecordMapping[]
}

const problem = (field: string, message: Labels): FieldProblem => ({ field, message })

const notThere = (what: Labels, name: string): Labels => ({
  en: `${what.en} “${name}” does not exist.`,
  es: `${what.es} «${name}» no existe.`,
  ca: `${what.ca} «${name}» no existeix.`,
})

const field = { en: 'The field', es: 'El campo', ca: 'El camp' }

/** The targets of one column, in the long form. */
export const targetsOf = (
  given: string | ColumnTarget | readonly (string | ColumnTarget)[],
): readonly ColumnTarget[] =>
  (Array.isArray(given)
    ? (given as readonly (string | ColumnTarget)[])
    : [given as string | ColumnTarget]
  ).map((one) => (typeof one === 'string' ? { field: one } : one))

/** What a record of the mapping is called. */
export const nameOf = (record: RecordMapping): string => record.as ?? record.type

/**
 * Reads a mapping: the long form, or the short one `{columns, defaults, match}` for one record of `type`. Checks it
 * against the schema and throws `invalid` naming everything that does not fit.
 */
export function readMapping(raw: unknown, schema: Schema, type?: string): Mapping {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Mapping> &
    Partial<RecordMapping>
  const records = given.records ?? (type === undefined ? [] : [{ ...given, type } as RecordMapping])
  const problems: FieldProblem[] = []
  if (!Array.isArray(records) || records.length === 0)
    problems.push(
      problem('records', {
        en: 'A mapping names at least one record type and its columns.',
        es: 'Una correspondencia nombra al menos un tipo de registro y sus columnas.',
        ca: 'Una correspondència anomena almenys un tipus de registre i les seves columnes.',
      }),
    )
  const names = new Set<string>()
  for (const record of Array.isArray(records) ? (records as readonly RecordMapping[]) : []) {
    const at = `records.${nameOf(record)}`
    if (names.has(nameOf(record)))
      problems.push(
        problem(at, {
          en: 'This name stands twice.',
          es: 'Este nombre está dos veces.',
          ca: 'Aquest nom hi és dues vegades.',
        }),
      )
    names.add(nameOf(record))
    problems.push(...recordProblems(record, at, schema, records as readonly RecordMapping[]))
  }
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  return {
    ...(given.name !== undefined && { name: given.name }),
    ...(given.description !== undefined && { description: given.description }),
    ...(given.blank !== undefined && { blank: given.blank }),
    records,
  }
}

function recordProblems(
  record: RecordMapping,
  at: string,
  schema: Schema,
  all: readonly RecordMapping[],
): readonly FieldProblem[] {
  const type = schema.types.get(record.type)
  if (!type)
    return [problem(at, notThere({ en: 'The record type', es: 'El tipo', ca: 'El tipus' }, record.type))]
  const problems: FieldProblem[] = []
  const known = (name: string) => fieldOf(type, name)
  for (const [header, targets] of Object.entries(record.columns ?? {}))
    for (const target of targetsOf(targets)) {
      if (target.as !== undefined && !readerNames.includes(target.as))
        problems.push(
          problem(
            `${at}.${header}`,
            notThere({ en: 'The way of reading', es: 'La lectura', ca: 'La lectura' }, target.as),
          ),
        )
      if (target.field === '@files') continue
      const [name = '', part] = target.field.split('.')
      const found = known(name)
      if (!found || (part !== undefined && !hasPart(found, part, schema)))
        problems.push(problem(`${at}.${header}`, notThere(field, target.field)))
    }
  for (const name of Object.keys(record.defaults ?? {}))
    if (!known(name.split('.')[0] ?? '')) problems.push(problem(`${at}.defaults`, notThere(field, name)))
  for (const [name, as] of Object.entries(record.refs ?? {})) {
    if (known(name)?.type !== 'reference') problems.push(problem(`${at}.refs`, notThere(field, name)))
    if (!all.some((other) => nameOf(other) === as))
      problems.push(
        problem(`${at}.refs`, notThere({ en: 'The record', es: 'El registro', ca: 'El registre' }, as)),
      )
  }
  const match = record.match && known(record.match.field)
  if (record.match && !(match && ['text', 'url', 'choice', 'term', 'number', 'date'].includes(match.type)))
    problems.push(problem(`${at}.match`, notThere(field, record.match.field)))
  if (record.cite && !all.some((other) => nameOf(other) === record.cite?.source))
    problems.push(
      problem(
        `${at}.cite`,
        notThere({ en: 'The record', es: 'El registro', ca: 'El registre' }, record.cite.source),
      ),
    )
  return problems
}

const hasPart = (found: FieldDefinition, part: string, schema: Schema): boolean =>
  !found.multiple && (fieldType(found.type).parts?.(schema) ?? []).concat('full', 'text').includes(part)

/** The headers that a mapping reads; a file that lacks one of them is not the file it was made for. */
export function headersOf(mapping: Mapping): ReadonlySet<string> {
  const headers = new Set<string>()
  for (const record of mapping.records) {
    for (const header of Object.keys(record.columns ?? {})) headers.add(header)
    for (const header of record.when?.filled ?? []) headers.add(header)
    if (record.when?.column) headers.add(record.when.column)
    const texts = [...Object.values(record.defaults ?? {}), record.match?.value, record.cite?.locator]
    for (const text of texts)
      if (typeof text === 'string')
        for (const [, name] of text.matchAll(/\{([^{}@][^{}]*)\}/g)) if (name) headers.add(name)
  }
  return headers
}

/** Refuses a table without a column that the mapping reads. */
export function requireColumns(mapping: Mapping, columns: readonly string[]): void {
  const missing = [...headersOf(mapping)].filter((header) => !columns.includes(header))
  if (missing.length > 0)
    throw new Problem('invalid', {
      fields: missing.map((header) =>
        problem(header, {
          en: 'The file has no column of this name. Choose another mapping, or mend the header.',
          es: 'El archivo no tiene una columna con este nombre. Elija otra correspondencia o corrija el encabezado.',
          ca: 'El fitxer no té cap columna amb aquest nom. Trieu una altra correspondència o corregiu la capçalera.',
        }),
      ),
    })
}
