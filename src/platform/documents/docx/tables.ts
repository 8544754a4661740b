import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { columnWidths } from '../column-widths.ts'
import type { Block, Fact, Signatory, Table as PaperTable } from '../model.ts'
import { plainOf } from '../rich-text.ts'
import { type Notes, runsOf } from './runs.ts'
import { textWidth } from './styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const line = (size: number, color = '000000') => ({ style: BorderStyle.SINGLE, size, color })
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** Widths in twentieths of a point that add to the text's: those without a part take what their cells need. */
function widthsOf(table: PaperTable): readonly number[] {
  const parts = columnWidths(table)
  const needs = parts.map((part, at) => {
    if (part !== null) return 0
    const cells = [table.columns[at]?.label ?? '', ...table.rows.map((row) => plainOf(row[at] ?? ''))]
    return 300 + 125 * cells.reduce((most, cell) => Math.max(most, cell.length), 3)
  })
  const rest = Math.max(textWidth / 4, textWidth - needs.reduce((sum, one) => sum + one, 0))
  const whole = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
  const wide = parts.map((part, at) => (part === null ? (needs[at] ?? 0) : (rest * part) / whole))
  const sum = wide.reduce((total, one) => total + one, 0)
  return wide.map((one) => Math.floor((one * textWidth) / sum))
}

/** A table whose head is repeated on every page and whose rows stay whole. */
export function tableOf(table: PaperTable, notes: Notes): readonly (Paragraph | Table)[] {
  const widths = widthsOf(table)
  const cell = (text: Parameters<typeof runsOf>[0], at: number, head: boolean, last: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      borders: {
        top: head ? line(8) : line(3, 'BFBFBF'),
        bottom: head || last ? line(6) : none,
        left: none,
        right: none,
      },
      children: [
        new Paragraph({
          style: head ? 'CellHead' : 'Cell',
          ...(table.columns[at]?.align === 'end' && { alignment: AlignmentType.END }),
          ...runsOf(text, head ? undefined : notes),
        }),
      ],
    })
  const body = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ label }, at) => cell(label, at, true, false)),
      }),
      ...table.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: row.every((one) => plainOf(one).length < 1_500),
            children: row.map((one, at) => cell(one, at, false, index === table.rows.length - 1)),
          }),
      ),
    ],
  })
  const caption = table.caption ? [new Paragraph({ style: 'Caption', ...runsOf(table.caption) })] : []
  return [...caption, body, new Paragraph({ style: 'Cell', children: [] })]
}

/** Labels and values beside each other. */
export function factsOf(facts: readonly Fact[], notes: Notes): readonly (Paragraph | Table)[] {
  if (facts.length === 0) return []
  const widths = [Math.floor(textWidth * 0.3), textWidth - Math.floor(textWidth * 0.3)]
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { ...noBorders, insideHorizontal: line(3, 'BFBFBF') },
      rows: facts.map(
        ({ label, value }) =>
          new TableRow({
            children: [
              new TableCell({
                width: { size: widths[0] ?? 0, type: WidthType.DXA },
                children: [new Paragraph({ style: 'CellHead', ...runsOf(label) })],
              }),
              new TableCell({
                width: { size: widths[1] ?? 0, type: WidthType.DXA },
                children: [new Paragraph({ style: 'Cell', ...runsOf(value, notes) })],
              }),
            ],
          }),
      ),
    }),
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

/** Two to a line, each under a line to sign on, never parted from each other's words. */
export function signaturesOf(block: Extract<Block, { kind: 'signature' }>): readonly (Paragraph | Table)[] {
  const gap = 700
  const side = Math.floor((textWidth - gap) / 2)
  const cell = (one: Signatory | undefined) =>
    new TableCell({
      width: { size: side, type: WidthType.DXA },
      borders: { top: one ? line(4) : none, bottom: none, left: none, right: none },
      children: one
        ? [one.name, one.role, one.organisation]
            .filter((words) => words !== undefined)
            .map(
              (words, at) =>
                new Paragraph({ style: 'Signatory', ...runsOf(words, undefined, { bold: at === 0 }) }),
            )
        : [new Paragraph({ style: 'Signatory', children: [] })],
    })
  const space = (width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: { top: none, bottom: none, left: none, right: none },
      children: [new Paragraph({ style: 'Signatory', children: [] })],
    })
  const pairs = block.signatories.flatMap((one, at) =>
    at % 2 === 0 ? [[one, block.signatories[at + 1]] as const] : [],
  )
  return pairs.flatMap(([left, right]) => [
    // Room for the hand.
    new Paragraph({ keepNext: true, spacing: { before: 700, after: 0 }, children: [] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [side, gap, side],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: [cell(left), space(gap), cell(right)] })],
    }),
  ])
}
