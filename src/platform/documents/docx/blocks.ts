import { HeadingLevel, PageBreak, Paragraph, type Table, TextRun } from 'docx'
import type { Annex, Block, ListItem } from '../model.ts'
import { annexWords } from '../paper.ts'
import { type Notes, runsOf } from './runs.ts'
import { grey } from './styles.ts'
import { factsOf, signaturesOf, tableOf } from './tables.ts'

/** What the blocks of one document share. */
export interface BlockGround {
  readonly language: string
  readonly numbered: boolean
  readonly notes: Notes
  /** Counts the ordered lists: each is numbered anew. */
  lists: number
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** A block of the body as paragraphs and tables. `next` keeps what stands before a signature with it. */
export function blockOf(
  block: Block,
  ground: BlockGround,
  next: Block | undefined,
): readonly (Paragraph | Table)[] {
  const { notes } = ground
  switch (block.kind) {
    case 'heading':
      return [headingOf(block.level, block.text, ground)]
    case 'paragraph':
      return [
        new Paragraph({
          ...runsOf(block.text, notes),
          ...(next?.kind === 'signature' && { keepNext: true }),
        }),
      ]
    case 'quote':
      return [
        new Paragraph({
          style: 'Quote',
          ...runsOf(block.text, notes),
          ...(block.from && { keepNext: true }),
        }),
        ...(block.from ? [new Paragraph({ style: 'Quote', ...runsOf(`— ${block.from}`) })] : []),
      ]
    case 'list': {
      const instance = ground.lists++
      return itemsOf(block.items, block.ordered ? 'numbers' : 'dots', instance, 0, notes)
    }
    case 'facts':
      return factsOf(block.facts, notes)
    case 'table':
      return tableOf(block, notes)
    case 'signature':
      return signaturesOf(block)
    case 'annexes':
      return [
        headingOf(1, notes.words.annexes, ground),
        ...block.annexes.map((one, at) => annexOf(one, at, ground)),
      ]
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const headingOf = (level: 1 | 2 | 3, text: string, { numbered }: BlockGround): Paragraph =>
  new Paragraph({
    heading: headings[level],
    ...runsOf(text),
    ...(numbered && { numbering: { reference: 'headings', level: level - 1 } }),
  })

const itemsOf = (
  items: readonly ListItem[],
  reference: string,
  instance: number,
  level: number,
  notes: Notes,
): readonly Paragraph[] =>
  items.flatMap(({ text, items: under }) => [
    new Paragraph({ style: 'Item', ...runsOf(text, notes), numbering: { reference, level, instance } }),
    ...itemsOf(under ?? [], reference, instance, level + 1, notes),
  ])

function annexOf(annex: Annex, at: number, { language, notes }: BlockGround): Paragraph {
  const about = annexWords(annex, language, notes.words)
  const small = (text: string) => new TextRun({ text, break: 1, size: 17, color: grey })
  return new Paragraph({
    style: 'Annex',
    children: [
      new TextRun({ text: `${notes.words.annex} ${at + 1}. `, bold: true }),
      ...runsOf(annex.title, undefined, { bold: true }).children,
      ...(annex.description
        ? [new TextRun({ text: '', break: 1 }), ...runsOf(annex.description).children]
        : []),
      ...(about === '' ? [] : [small(about)]),
      small(`SHA-256 ${annex.sha256}`),
    ],
  })
}
