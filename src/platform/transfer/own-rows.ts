import { isId } from '#platform/db'
import {
  type RecordTypeDefinition,
  type Schema,
  type Visibility,
  checkValues,
  classOf,
  visibilities,
} from '#platform/records'
import { sealedMark } from '#platform/vault'
import type { TableFormat, TableRow } from '#platform/tabular'
import { cellColumns, fromCells, fromJsonCell, presentParts } from './cells.ts'
import type { Draft, ReadRow } from './draft.ts'
import { type Finding, finding } from './finding.ts'
import { type OwnFile, builtInColumn } from './own-format.ts'
import { cellFinder, tableFindings, unsigned } from './table-findings.ts'
import { words } from './words.ts'

const yes = new Set(['yes', 'true'])
const no = new Set(['no', 'false', ''])

/** Whether a cell says of a sealed value no more than that it is, or nothing: it stays as it is. */
const isLeftAlone = (cell: string | undefined): boolean => {
  const text = (cell ?? '').trim()
  return text === '' || text === sealedMark || /^\{"sealed":"[0-9a-f-]{36}"\}$/.test(text)
}

/** The row as it may be kept beside a finding. */
function withoutSealed(row: TableRow, sealed: ReadonlySet<string>, columns: readonly string[]): TableRow {
  const blank = (cell: string, column: string) =>
    sealed.has(column) && !isLeftAlone(cell) ? sealedMark : cell
  const { cells } = row
  return {
    ...row,
    cells: Array.isArray(cells)
      ? (cells as readonly string[]).map((cell, i) => blank(cell, columns[i] ?? ''))
      : Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, blank(cell, column)])),
  }
}

/**
 * Reads the rows of a file that this product wrote: what is there and empty is cleared, what has no column stays.
 * Only a file of ours says who may see a record, and never that everyone may.
 */
export function ownRows(
  type: RecordTypeDefinition,
  own: OwnFile,
  columns: readonly string[],
  format: TableFormat,
  schema: Schema,
): ReadRow {
  const has = new Set(columns)
  const json = format === 'json' || format === 'ndjson'
  // A workbook's cells are text and need no sign against formulas.
  const plain = json || format === 'xlsx'
  const cellsOf = cellFinder(columns)
  const fields = type.fields
    .map((field) => ({
      field,
      columns: json ? [field.name] : cellColumns(field, schema),
      parts: presentParts(field, has, schema),
      partial: !json && cellColumns(field, schema).some((column) => !has.has(column)),
    }))
    .filter((one) => one.columns.some((column) => has.has(column)))
  const visibilityColumn = builtInColumn(type, 'visibility')
  const fictitiousColumn = builtInColumn(type, 'fictitious')

  const sealedColumns = new Set(
    fields.filter(({ field }) => classOf(field) === 'sealed').flatMap((one) => one.columns),
  )

  return (given) => {
    const written = plain ? given : unsigned(given)
    const cell = cellsOf(written)
    const source = sealedColumns.size === 0 ? written : withoutSealed(written, sealedColumns, columns)
    const findings: Finding[] = [...tableFindings(source, true)]
    const refuse = (field: string, value: unknown, message: Finding['message']) =>
      findings.push(finding(source.row, 'refused', field, value, message))

    const raw: Record<string, unknown> = {}
    const parts = new Map<string, readonly string[]>()
    for (const { field, columns: names, parts: present, partial } of fields) {
      // A file says that something is sealed, never what: the cells of a refused row are kept in clear.
      if (classOf(field) === 'sealed') {
        if (!names.every((name) => isLeftAlone(cell(name)))) refuse(field.name, sealedMark, words.sealed)
        continue
      }
      if (json) {
        const text = cell(field.name)
        if (text === undefined) continue
        const value = fromJsonCell(field, text, schema)
        raw[field.name] = value
        if (field.type === 'localized_text' && !field.multiple && value && typeof value === 'object')
          parts.set(field.name, Object.keys(value))
        continue
      }
      raw[field.name] = fromCells(field, names.map(cell), schema)
      if (partial && present.length > 0) parts.set(field.name, present)
    }
    const { values, problems } = checkValues(type, raw, schema, false)
    for (const problem of problems) refuse(problem.field, raw[problem.field], problem.message)

    const id = (cell(own.column) ?? '').trim().toLowerCase()
    if (id !== '' && !isId(id)) refuse('id', id, words.notAnId)
    const visibility = (cell(visibilityColumn) ?? '').trim()
    if (visibility !== '' && !visibilities.includes(visibility as Visibility))
      refuse('visibility', visibility, words.notVisibility)
    const fictitious = (cell(fictitiousColumn) ?? '').trim().toLowerCase()
    if (!yes.has(fictitious) && !no.has(fictitious)) refuse('fictitious', fictitious, words.notYesNo)

    const draft: Draft = {
      as: type.name,
      type,
      id: id === '' ? null : id,
      match: null,
      values,
      parts,
      titles: new Map(),
      refs: {},
      existing: 'update',
      shared: false,
      visibility: visibility === '' ? null : (visibility as Visibility),
      fictitious: yes.has(fictitious),
      cite: null,
      quotes: [],
      files: [],
    }
    return { source, drafts: [draft], findings }
  }
}
