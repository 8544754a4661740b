import { isId } from '#platform/db'
import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type Schema,
  checkValues,
  fieldOf,
  fieldType,
  fold,
  isEmpty,
} from '#platform/records'
import type { TableRow } from '#platform/tabular'
import { readCell } from './cell-readers.ts'
import { splitList, wholeOf } from './cells.ts'
import type { Draft, Quote, ReadRow } from './draft.ts'
import { type Finding, finding } from './finding.ts'
import { type ColumnTarget, type Mapping, type RecordMapping, nameOf, targetsOf } from './mapping.ts'
import { type CellOf, cellFinder, tableFindings, unsigned } from './table-findings.ts'
import { fillTemplate } from './template.ts'
import { words } from './words.ts'

/** A column of a mapping, made ready. */
interface Column {
  readonly header: string
  readonly target: ColumnTarget
  readonly field: FieldDefinition | null
  /** The part of a composite, by the name it has in the value. */
  readonly part: string | null
  readonly blank: ReadonlySet<string>
  readonly terms: ReadonlyMap<string, string> | null
}

interface Member {
  readonly as: string
  readonly record: RecordMapping
  readonly type: RecordTypeDefinition
  readonly columns: readonly Column[]
  /** How the cell of `when.column` may begin, folded. */
  readonly starts: readonly string[]
}

/**
 * Reads the rows of a file as a mapping says. An empty cell says nothing: what a record has, it keeps.
 * @param signed the cells carry our sign against formulas
 */
export function mappedRows(
  mapping: Mapping,
  columns: readonly string[],
  schema: Schema,
  signed: boolean,
): ReadRow {
  const members = mapping.records.flatMap((record): Member[] => {
    const type = schema.types.get(record.type)
    return type
      ? [
          {
            as: nameOf(record),
            record,
            type,
            columns: prepareColumns(record, type, mapping),
            starts: (record.when?.startsWith ?? []).map(fold),
          },
        ]
      : []
  })
  const several = members.length > 1
  const nothing = new Set((mapping.blank ?? []).map(fold))
  const cellsOf = cellFinder(columns)
  return (given) => {
    const source = signed ? unsigned(given) : given
    const cell = cellsOf(source)
    const findings: Finding[] = [...tableFindings(source, false)]
    const titles = new Map<string, string>()
    const drafts = members.flatMap((member) => {
      if (!applies(member, cell, nothing)) return []
      const draft = readMember(member, source, cell, schema, titles, findings, several)
      titles.set(member.as, titleOf(draft, schema))
      return [draft]
    })
    const made = new Set(drafts.map((draft) => draft.as))
    return {
      source,
      findings,
      drafts: drafts.map((draft) =>
        Object.values(draft.refs).every((as) => made.has(as))
          ? draft
          : {
              ...draft,
              refs: Object.fromEntries(Object.entries(draft.refs).filter(([, as]) => made.has(as))),
            },
      ),
    }
  }
}

function prepareColumns(
  record: RecordMapping,
  type: RecordTypeDefinition,
  mapping: Mapping,
): readonly Column[] {
  return Object.entries(record.columns ?? {}).flatMap(([header, given]) =>
    targetsOf(given).map((target) => {
      const [name = '', part] = target.field.split('.')
      return {
        header,
        target,
        field: target.field === '@files' ? null : (fieldOf(type, name) ?? null),
        part: part ?? null,
        blank: new Set([...(mapping.blank ?? []), ...(target.blank ?? [])].map(fold)),
        terms: target.terms
          ? new Map(Object.entries(target.terms).map(([from, to]) => [fold(from), to]))
          : null,
      }
    }),
  )
}

const applies = (
  { record: { when }, starts }: Member,
  cell: CellOf,
  nothing: ReadonlySet<string>,
): boolean => {
  if (!when) return true
  const says = (header: string) => {
    const text = (cell(header) ?? '').trim()
    return text !== '' && !nothing.has(fold(text))
  }
  if (!(when.filled ?? []).every(says)) return false
  if (!when.column) return true
  const text = fold(cell(when.column) ?? '')
  return starts.some((start) => text.startsWith(start))
}

const titleOf = (draft: Draft, schema: Schema): string =>
  draft.type.title
    .flatMap((name) => {
      const field = fieldOf(draft.type, name)
      const value = draft.values[name]
      return field && !isEmpty(value) && !field.multiple
        ? [fieldType(field.type).show(value, field, schema, 'en')]
        : []
    })
    .join(' · ')

function readMember(
  member: Member,
  source: TableRow,
  cell: CellOf,
  schema: Schema,
  titlesOfOthers: ReadonlyMap<string, string>,
  findings: Finding[],
  several: boolean,
): Draft {
  const { record, type, as } = member
  const given: Record<string, unknown> = {}
  const parts = new Map<string, string[]>()
  const titles = new Map<string, string[]>()
  const quotes: Quote[] = []
  const files: string[] = []
  const place = (name: string) => (several ? `${as}.${name}` : name)

  for (const column of member.columns) {
    const written = (cell(column.header) ?? '').trim()
    if (written === '') continue
    const { field, target } = column
    if (!field) {
      files.push(...splitList(written, target.separator ?? '|').map((name) => name.trim()))
      continue
    }
    if (target.cite) quotes.push({ field: field.name, quote: written })
    if (column.blank.size > 0 && column.blank.has(fold(written))) continue
    const read = readColumn(column, field, written, schema)
    if ('problem' in read) {
      if (target.unread === 'review') {
        findings.push(
          finding(
            source.row,
            'review',
            place(target.field),
            written,
            target.otherwise === undefined ? words.keptAsWritten : words.readAs,
          ),
        )
        if (!target.cite) quotes.push({ field: field.name, quote: written })
      } else if (target.unread !== 'ignore')
        findings.push(finding(source.row, 'refused', place(target.field), written, read.problem))
      if (target.otherwise === undefined) continue
      given[field.name] = field.multiple ? [target.otherwise] : target.otherwise
      continue
    }
    if (read.titles.length > 0) titles.set(field.name, [...(titles.get(field.name) ?? []), ...read.titles])
    if (read.values.length === 0) continue
    const part = partialOf(column, field, read.values[0], schema)
    if (part) {
      given[field.name] = { ...part, ...(given[field.name] as object | undefined) }
      parts.set(field.name, [...(parts.get(field.name) ?? []), ...Object.keys(part)])
    } else if (field.multiple)
      given[field.name] = [...((given[field.name] ?? []) as unknown[]), ...read.values]
    // The first filled column of several wins.
    else given[field.name] ??= read.values[0]
  }

  const fill = (text: string) => fillTemplate(text, (name) => cell(name) ?? '', titlesOfOthers)
  for (const [name, value] of Object.entries(record.defaults ?? {})) {
    const [whole = '', part] = name.split('.')
    const filled = typeof value === 'string' ? fill(value) : value
    if (isEmpty(filled)) continue
    if (part !== undefined) {
      const now = given[whole] as Readonly<Record<string, unknown>> | undefined
      if (now && isEmpty(now[part])) given[whole] = { ...now, [part]: filled }
    } else if (isEmpty(given[whole])) given[whole] = filled
  }

  const { values, problems } = checkValues(type, given, schema, false)
  for (const { field, message } of problems)
    findings.push(finding(source.row, 'refused', place(field), given[field], message))
  const key = record.match && fill(record.match.value)
  if (record.match && !key)
    findings.push(finding(source.row, 'refused', place(record.match.field), '', words.noKey))
  return {
    as,
    type,
    id: null,
    match: record.match && key ? { field: record.match.field, key } : null,
    values,
    parts,
    titles,
    refs: record.refs ?? {},
    existing: record.existing ?? 'update',
    shared: record.shared ?? false,
    visibility: null,
    fictitious: false,
    cite: record.cite ? { source: record.cite.source, locator: fill(record.cite.locator) } : null,
    quotes,
    files,
  }
}

/** The parts of a single composite that a column fills, so that several columns make one value; null for the others. */
function partialOf(
  { part }: Column,
  field: FieldDefinition,
  value: unknown,
  schema: Schema,
): Readonly<Record<string, unknown>> | null {
  if (part !== null) return { [part]: value }
  if (field.multiple) return null
  if (typeof value === 'object' && value !== null)
    return field.type === 'reference' ? null : (value as Readonly<Record<string, unknown>>)
  const whole = field.type === 'localized_text' ? (schema.languages[0] ?? 'en') : wholeOf[field.type]
  return whole === undefined ? null : { [whole]: value }
}

type ColumnReading =
  | { readonly values: readonly unknown[]; readonly titles: readonly string[] }
  | Extract<ReturnType<typeof readCell>, { problem: unknown }>

function readColumn(column: Column, field: FieldDefinition, written: string, schema: Schema): ColumnReading {
  const { target, terms, part } = column
  const pieces =
    field.multiple && target.separator !== ''
      ? splitList(written, target.separator ?? '|')
          .map((piece) => piece.trim())
          .filter(Boolean)
      : [written]
  const values: unknown[] = []
  const titles: string[] = []
  for (const piece of pieces) {
    const read = target.as ? readCell(target.as, piece) : { raw: piece }
    if ('problem' in read) return read
    const meant = terms && typeof read.raw === 'string' ? (terms.get(fold(read.raw)) ?? read.raw) : read.raw
    if (meant === '') continue
    const raw = target.prefix !== undefined && typeof meant === 'string' ? target.prefix + meant : meant
    if (field.type === 'reference' && typeof raw === 'string' && !isId(raw)) {
      titles.push(raw)
      continue
    }
    // Only where the answer decides what becomes of the cell: the whole record is checked once at the end.
    if (target.unread !== undefined && target.unread !== 'refuse') {
      const probe = part === null ? raw : { [part]: raw }
      const parsed = fieldType(field.type).parse(probe, field, schema)
      if ('problem' in parsed) return parsed
    }
    values.push(raw)
  }
  return { values, titles }
}
