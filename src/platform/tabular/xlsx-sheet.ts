import type { TabularLimits } from './limits.ts'
import { problem, refuseTable, type TabularProblem } from './problem.ts'
import { isDateFormat, numberText, serialDate } from './xlsx-numbers.ts'
import { attribute, decodeExcelText, readXml } from './xml-tokens.ts'

/** What the cells of a sheet refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[]
  /** For each style of a cell, whether it shows a date. */
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

export interface SheetRow {
  readonly row: number
  readonly cells: string[]
  readonly problems: TabularProblem[]
}

/** Shared texts of a workbook, phonetic readings left out; refuses more than `limits` allow. */
export async function readSharedStrings(
  pieces: AsyncIterable<string>,
  limits: TabularLimits,
): Promise<string[]> {
  const strings: string[] = []
  let text: string | undefined
  let inText = false
  let phonetic = false
  for await (const tokens of readXml(pieces, limits.cellLength + 1)) {
    for (const token of tokens) {
      if (token.kind === 'text') {
        if (text !== undefined && inText && !phonetic && text.length <= limits.cellLength) text += token.text
      } else if (token.name === 'si') {
        if (token.kind === 'open') text = ''
        else {
          strings.push(decodeExcelText(text ?? ''))
          text = undefined
          if (strings.length > limits.workbookCells) throw refuseTable('workbook-too-large', {})
        }
      } else if (token.name === 't') inText = token.kind === 'open'
      else if (token.name === 'rPh') phonetic = token.kind === 'open'
    }
  }
  return strings
}

/** For each cell style whether its number format shows a date. */
export async function readDateStyles(pieces: AsyncIterable<string>): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  for await (const tokens of readXml(pieces, 1)) {
    for (const token of tokens) {
      if (token.kind === 'text') continue
      if (token.name === 'cellXfs') inCells = token.kind === 'open'
      else if (token.kind === 'close') continue
      else if (token.name === 'numFmt') {
        formats.set(
          Number(attribute(token.attributes, 'numFmtId')),
          attribute(token.attributes, 'formatCode') ?? '',
        )
      } else if (token.name === 'xf' && inCells) {
        const id = Number(attribute(token.attributes, 'numFmtId') ?? 0)
        styles.push(isDateFormat(id, formats.get(id)))
      }
    }
  }
  return styles
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  valued: boolean
  formula: boolean
}

/** The rows of a sheet in order, with the values that the file keeps; formulas are never computed. */
export async function* readSheet(
  pieces: AsyncIterable<string>,
  context: WorkbookContext,
  limits: TabularLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const state: SheetState = {
    row: undefined,
    cell: undefined,
    inside: undefined,
    phonetic: false,
    lastRow: 0,
    count: 0,
    ended: false,
  }
  for await (const tokens of readXml(pieces, limits.cellLength + 1)) {
    const rows: SheetRow[] = []
    for (const token of tokens) {
      if (token.kind === 'text') takeText(state, token.text, limits)
      else if (token.kind === 'open') takeOpen(state, token.name, token.attributes, limits)
      else takeClose(state, token.name, rows, context, limits)
      if (state.ended) break
    }
    if (rows.length > 0) yield rows
    if (state.ended) return
  }
}

interface SheetState {
  row: SheetRow | undefined
  cell: OpenCell | undefined
  inside: 'v' | 't' | undefined
  /** Inside the reading of a text in another script, which is no part of it. */
  phonetic: boolean
  lastRow: number
  count: number
  ended: boolean
}

function takeText(state: SheetState, text: string, limits: TabularLimits): void {
  const { cell } = state
  if (cell && state.inside && !state.phonetic && cell.value.length <= limits.cellLength) cell.value += text
}

function takeOpen(state: SheetState, name: string, attributes: string, limits: TabularLimits): void {
  const { cell, row } = state
  if (name === 'row') {
    state.lastRow = Number(attribute(attributes, 'r') ?? state.lastRow + 1)
    state.row = { row: state.lastRow, cells: [], problems: [] }
  } else if (name === 'c' && row) {
    if (++state.count > limits.workbookCells)
      throw refuseTable('workbook-too-large', {}, { row: state.lastRow })
    state.cell = openCell(attributes, row.cells.length)
    if (state.cell.column >= LAST_COLUMN) throw new Error('a column beyond the last')
  } else if (name === 'rPh') state.phonetic = true
  else if (cell && name === 'f') cell.formula = true
  else if (cell && (name === 'v' || name === 't')) {
    state.inside = name
    cell.valued = true
  }
}

function takeClose(
  state: SheetState,
  name: string,
  rows: SheetRow[],
  context: WorkbookContext,
  limits: TabularLimits,
): void {
  const { cell, row } = state
  if (name === 'c' && cell && row) {
    while (row.cells.length < cell.column) row.cells.push('')
    row.cells[cell.column] = cellText(cell, row, context, limits)
    state.cell = undefined
  } else if (name === 'row' && row) {
    rows.push(row)
    state.row = undefined
  } else if (name === state.inside) state.inside = undefined
  else if (name === 'rPh') state.phonetic = false
  else if (name === 'sheetData') state.ended = true
}

/** Columns of a sheet, A to XFD. */
const LAST_COLUMN = 16_384

function openCell(attributes: string, next: number): OpenCell {
  const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0]
  let column = next
  if (letters) {
    column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    column--
  }
  return {
    column,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
    value: '',
    valued: false,
    formula: false,
  }
}

function cellText(cell: OpenCell, row: SheetRow, context: WorkbookContext, limits: TabularLimits): string {
  const at = { row: row.row, column: cell.column + 1 }
  if (!cell.valued) {
    if (cell.formula) row.problems.push(problem('formula-without-value', {}, at))
    return ''
  }
  const text = valueText(cell, context)
  if (cell.type === 'e') {
    row.problems.push(problem('cell-error-value', { value: text.slice(0, 40) }, at))
    return ''
  }
  if (text.length > limits.cellLength) {
    row.problems.push(problem('cell-too-long', { limit: limits.cellLength }, at))
    return ''
  }
  return text
}

function valueText(cell: OpenCell, context: WorkbookContext): string {
  switch (cell.type) {
    case 's':
      return context.strings[Number(cell.value)] ?? ''
    case 'b':
      return cell.value.trim() === '1' ? 'true' : 'false'
    case 'str':
    case 'inlineStr':
      return decodeExcelText(cell.value)
    case 'n': {
      const date = context.dateStyles[cell.style]
        ? serialDate(Number(cell.value), context.from1904)
        : undefined
      return date ?? numberText(cell.value)
    }
    default:
      return cell.value
  }
}
