import type { Note, RichText, Span } from './model.ts'
import type { PaperWords } from './words.ts'

/** The spans of a text, whichever way it was given. */
export const spansOf = (text: RichText): readonly Span[] => (typeof text === 'string' ? [text] : text)

/** The characters of a text without its footnotes. */
export const plainOf = (text: RichText): string =>
  spansOf(text)
    .map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')

/** A footnote in one line: its words, then source, place, quotation, address, reliability. */
export function noteWords(note: Note, words: PaperWords): string {
  const { citation } = note
  if (!citation) return note.text ?? ''
  const source = [citation.source, citation.locator].filter(Boolean).join(', ')
  return [
    note.text,
    sentence(source),
    citation.quote && `«${citation.quote}»`,
    citation.url,
    citation.reliability && `(${words.reliability}: ${citation.reliability})`,
  ]
    .filter(Boolean)
    .join(' ')
}

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)
