import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { cleanTexts } from './clean-text.ts'
import type { Block, ListItem, PaperDocument } from './model.ts'

/** What one document may hold; `milliseconds` and `heapMegabytes` for its thread. */
export interface DocumentLimits {
  readonly characters: number
  /** Blocks, items, rows, facts, footnotes and the like, together. */
  readonly parts: number
  readonly cells: number
  readonly milliseconds: number
  readonly heapMegabytes: number
}

export const documentLimits: DocumentLimits = {
  characters: 1_000_000,
  parts: 20_000,
  cells: 40_000,
  milliseconds: 120_000,
  heapMegabytes: 768,
}

const deepestList = 6

const tooLarge: Labels = {
  en: 'The document is too long to be made in one piece. Take less into it, or divide it.',
  es: 'El documento es demasiado extenso para hacerlo en una sola pieza. Incluya menos o divídalo.',
  ca: "El document és massa llarg per fer-lo d'una sola peça. Incloeu-hi menys o dividiu-lo.",
}

/**
 * The document with every text made clean (`cleanText`). Throws `too_large` past the limits, and a fault when whoever
 * composed it broke the model: no title, a date that is none, a row of another length, a heading that skips a level,
 * a hash that is none.
 */
export function checkDocument(given: PaperDocument, limits: DocumentLimits = documentLimits): PaperDocument {
  const size = measure(given)
  if (size.characters > limits.characters || size.parts > limits.parts || size.cells > limits.cells)
    throw new Problem('too_large', { explanation: tooLarge, data: size })
  const document = cleanTexts(given)
  const broken = [
    ...(document.title.trim() === '' ? ['it has no title'] : []),
    ...(isDay(document.date) ? [] : [`its date is "${document.date}"`]),
    ...(isLanguageTag(document.language) ? [] : [`its language is "${document.language}"`]),
    ...headingFaults(document.body),
    ...document.body.flatMap(blockFaults),
  ]
  if (broken.length > 0) throw new TypeError(`the document is not well made: ${broken.join('; ')}`)
  return document
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  )
}

const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag)

function headingFaults(body: readonly Block[]): readonly string[] {
  const faults: string[] = []
  let before = 0
  for (const block of body) {
    // The annexes bring a heading of their own.
    if (block.kind === 'annexes') before = 1
    if (block.kind !== 'heading') continue
    if (block.level > before + 1) faults.push(`a heading of level ${block.level} follows one of ${before}`)
    if (block.text.trim() === '') faults.push('a heading is empty')
    before = block.level
  }
  return faults
}

function blockFaults(block: Block): readonly string[] {
  if (block.kind === 'table') {
    const width = block.columns.length
    return [
      ...(width === 0 ? ['a table has no columns'] : []),
      ...(block.rows.some((row) => row.length !== width) ? [`a row of a table has not ${width} cells`] : []),
    ]
  }
  if (block.kind === 'annexes')
    return block.annexes.flatMap(({ sha256 }) =>
      /^[0-9a-f]{64}$/.test(sha256) ? [] : [`"${sha256}" is no SHA-256`],
    )
  if (block.kind === 'list') return depth(block.items) > deepestList ? ['a list is too deep'] : []
  return []
}

const depth = (items: readonly ListItem[]): number =>
  1 + items.reduce((most, { items: under }) => (under ? Math.max(most, depth(under)) : most), 0)

/** Counts without recursion deeper than the model's own: lists may be handed in of any depth. */
function measure(given: PaperDocument): { characters: number; parts: number; cells: number } {
  let characters = 0
  let parts = 0
  let cells = 0
  const left: unknown[] = [given]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string') characters += value.length
    else if (Array.isArray(value)) {
      parts += value.length
      for (const one of value) left.push(one)
    } else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind === 'table' && 'rows' in value && Array.isArray(value.rows)) {
        const inside = value.rows.reduce((sum: number, row: readonly unknown[]) => sum + row.length, 0)
        cells += inside
        parts -= inside
      }
      for (const one of Object.values(value)) left.push(one)
    }
  }
  return { characters, parts, cells }
}
