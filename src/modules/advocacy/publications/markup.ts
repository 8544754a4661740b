import type { Block } from '#platform/documents'

/** A part of a text as it is written: paragraphs, headings, lists, quotations, and nothing else. */
export type TextPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly text: string }

const heading = /^(##|###) +(\S.*)$/
const bullet = /^[-*•] +(\S.*)$/
const numbered = /^\d{1,3}[.)] +(\S.*)$/
const quoted = /^> ?(.*)$/

/**
 * Reads a text: an empty line begins a paragraph, `## ` and `### ` are headings, `- ` and `1. ` items of a list, `> ` a
 * quotation. There is no other mark, and no character means anything but itself: what comes out is text, never markup.
 */
export function readText(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/)) readChunk(chunk, parts)
  return parts
}

/** Lines of one kind, one after another. */
interface Run {
  readonly kind: 'paragraph' | 'quote' | 'bullet' | 'numbered'
  readonly lines: string[]
}

function readChunk(chunk: string, parts: TextPart[]): void {
  const runs: (Run | TextPart)[] = []
  for (const raw of chunk.split('\n')) {
    const line = raw.trim()
    const head = heading.exec(line)
    if (head) {
      runs.push({ kind: 'heading', level: head[1] === '##' ? 1 : 2, text: head[2] ?? '' })
      continue
    }
    const item = bullet.exec(line)
    const counted = numbered.exec(line)
    const quote = quoted.exec(line)
    const kind = item ? 'bullet' : counted ? 'numbered' : quote ? 'quote' : 'paragraph'
    const words = item?.[1] ?? counted?.[1] ?? quote?.[1] ?? line
    const last = runs.at(-1)
    const open = last && 'lines' in last ? last : null
    // A line below an item that is none goes on with it.
    if (kind === 'paragraph' && open && (open.kind === 'bullet' || open.kind === 'numbered'))
      open.lines.push(`${open.lines.pop() ?? ''} ${words}`.trim())
    else if (open?.kind === kind) open.lines.push(words)
    else runs.push({ kind, lines: [words] })
  }
  for (const run of runs)
    if (!('lines' in run)) parts.push(run)
    else if (run.lines.some((line) => line.trim() !== '')) parts.push(partOf(run))
}

function partOf({ kind, lines }: Run): TextPart {
  if (kind === 'bullet' || kind === 'numbered')
    return { kind: 'list', ordered: kind === 'numbered', items: lines.filter((line) => line !== '') }
  return { kind, text: lines.join('\n').trim() }
}

/** The same as parts of a document on paper, under a heading of `below` (0: the document's title). */
export function blocksOf(parts: readonly TextPart[], below: 0 | 1 = 0): readonly Block[] {
  let deepest = below as number
  return parts.map((part): Block => {
    if (part.kind === 'list')
      return { kind: 'list', ordered: part.ordered, items: part.items.map((text) => ({ text })) }
    if (part.kind !== 'heading') return part
    // No level is skipped: one of the second without one of the first before it stands as the first.
    const level = Math.min(part.level + below, deepest + 1) as 1 | 2 | 3
    deepest = level
    return { kind: 'heading', level, text: part.text }
  })
}

/** How many words a text has, marks aside. */
export const countWords = (text: string): number =>
  readText(text)
    .map((part) => (part.kind === 'list' ? part.items.join(' ') : part.text))
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
