import { breakable } from './breakable.ts'
import { columnWidths } from './column-widths.ts'
import { isRightToLeft, stretchesOf } from './direction.ts'
import type { Annex, Block, ListItem, PaperDocument, RichText } from './model.ts'
import { noteWords, plainOf, spansOf } from './rich-text.ts'
import { type PaperWords, longDate, sizeWords, wordsFor } from './words.ts'

/** What the template sets, piece by piece: `t` text, `b` a line break, `n` a footnote. */
export type Piece =
  | { readonly k: 't'; readonly s: string; readonly strong?: boolean; readonly emphasis?: boolean }
  | { readonly k: 'b' }
  | { readonly k: 'n'; readonly p: readonly Piece[] }

/** A paragraph's pieces, and whether it runs from right to left. */
export interface Line {
  readonly rtl: boolean
  readonly p: readonly Piece[]
}

// The opposite direction is fenced in, so that numbers and marks beside an Arabic name stay on their side of it.
const fence = { left: '\u2066', right: '\u2067', end: '\u2069' } as const

/** The document as the template takes it: every word final, every text in pieces. Plain data for JSON. */
export function paper(document: PaperDocument): Readonly<Record<string, unknown>> {
  const words = wordsFor(document.language)
  const [lang = 'en', region] = document.language.split('-')
  const day = longDate(document.date, document.language)
  return {
    form: document.form,
    lang,
    region: region?.toLowerCase() ?? null,
    day: document.date.split('-').map(Number),
    title: document.title,
    titleLine: lineOf(document.title),
    description: document.stamp ?? null,
    authors: document.authors ?? (document.sender ? [document.sender.name] : []),
    subtitle: document.subtitle ? lineOf(document.subtitle) : null,
    placeAndDate: lineOf(document.place ? `${document.place}, ${day}` : day),
    reference: document.reference ? lineOf(`${words.reference}: ${document.reference}`) : null,
    stamp: document.stamp ? lineOf(document.stamp) : null,
    byline: document.authors && document.form === 'report' ? lineOf(document.authors.join(', ')) : null,
    sender: document.sender
      ? { name: lineOf(document.sender.name), lines: (document.sender.lines ?? []).map((one) => lineOf(one)) }
      : null,
    recipient: (document.recipient ?? []).map((one) => lineOf(one)),
    contents: document.contents ? words.contents : null,
    numbered: document.numbered ?? false,
    header: lineOf(document.header ?? document.title),
    footer: document.footer ? lineOf(document.footer) : null,
    page: words.page,
    body: document.body.map((block) => blockOf(block, document.language, words)),
  }
}

/** A text in pieces: the words of one direction fenced in from those of the other, long words breakable. */
export function lineOf(text: RichText, words?: PaperWords): Line {
  const rtl = isRightToLeft(plainOf(text))
  const p: Piece[] = []
  for (const span of spansOf(text)) {
    if (typeof span !== 'string' && 'note' in span) {
      if (words) p.push({ k: 'n', p: lineOf(noteWords(span.note, words)).p })
      continue
    }
    const { text: written, ...style } = typeof span === 'string' ? { text: span } : span
    for (const [at, part] of written.split('\n').entries()) {
      if (at > 0) p.push({ k: 'b' })
      for (const stretch of stretchesOf(part)) {
        const s = breakable(stretch.text)
        const foreign = stretch.rightToLeft && !rtl
        p.push({ k: 't', ...style, s: foreign ? `${fence.right}${s}${fence.end}` : s })
      }
    }
  }
  return { rtl, p }
}

function blockOf(block: Block, language: string, words: PaperWords): Readonly<Record<string, unknown>> {
  const rich = (text: RichText): Line => lineOf(text, words)
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: block.level, line: rich(block.text) }
    case 'paragraph':
      return { kind: block.kind, line: rich(block.text) }
    case 'quote':
      return { kind: block.kind, line: rich(block.text), from: block.from ? rich(block.from) : null }
    case 'list':
      return { kind: block.kind, ordered: block.ordered ?? false, items: itemsOf(block.items, words) }
    case 'facts':
      return {
        kind: block.kind,
        facts: block.facts.map(({ label, value }) => ({ label: rich(label), value: rich(value) })),
      }
    case 'table':
      return {
        kind: block.kind,
        caption: block.caption ? rich(block.caption) : null,
        widths: columnWidths(block),
        columns: block.columns.map(({ label, align }) => ({ line: rich(label), align: align ?? 'start' })),
        rows: block.rows.map((row) => row.map(rich)),
      }
    case 'signature':
      return {
        kind: block.kind,
        signatories: block.signatories.map(({ name, role, organisation }) => ({
          name: rich(name),
          under: [role, organisation].filter((one) => one !== undefined).map(rich),
        })),
      }
    case 'annexes':
      return {
        kind: block.kind,
        title: words.annexes,
        annexes: block.annexes.map((annex, at) => ({
          number: `${words.annex} ${at + 1}`,
          title: rich(annex.title),
          description: annex.description ? rich(annex.description) : null,
          about: rich(annexWords(annex, language, words)),
          sha256: annex.sha256,
        })),
      }
    case 'page-break':
      return { kind: block.kind }
  }
}

const itemsOf = (
  items: readonly ListItem[],
  words: PaperWords,
): readonly Readonly<Record<string, unknown>>[] =>
  items.map(({ text, items: under }) => ({ line: lineOf(text, words), items: itemsOf(under ?? [], words) }))

/** Name, pages and size of an annex, in a line; empty when none is known. */
export const annexWords = (annex: Annex, language: string, words: PaperWords): string =>
  [
    annex.fileName,
    annex.pages === undefined ? '' : `${annex.pages} ${annex.pages === 1 ? words.onePage : words.pages}`,
    annex.size === undefined ? '' : sizeWords(annex.size, language),
  ]
    .filter(Boolean)
    .join(' · ')
