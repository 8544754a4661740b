import { createHash } from 'node:crypto'

/**
 * A text as it is compared: letters and digits only, lower case, without accents and without the number that a report
 * puts before it. What an edition corrects in commas, quotes and capitals leaves it the same.
 */
export const comparable = (text: string): string =>
  text
    .replace(/^\s*\d{1,3}\.\s?\d{1,3}\.?\s+/u, '')
    // Most of a text is ASCII, and what Unicode says of a letter costs much: a quarter of a million texts are read at once.
    .replace(/[^\0-\x7f]+/g, plainLetters)
    .toLowerCase()
    .replace(/[\0-\x2f\x3a-\x60\x7b-\x7f]+/g, ' ')
    .trim()

const plainLetters = (part: string): string =>
  part
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/**
 * What a recommendation is known by: the same from edition to edition, and in any source that words it alike. In the review a
 * recommendation is one of a session, to a state, from a state: the same words from two states are two.
 */
export function recommendationKey(given: {
  readonly polity: string
  /** The session of the review; of other bodies the symbol of the document. */
  readonly session: string
  readonly text: string
  /** Polity codes in any order, or the source's word for a sender that is none. */
  readonly senders: readonly string[]
  readonly body?: string
}): string {
  const parts = [
    given.polity,
    given.body ?? '',
    given.session,
    [...new Set(given.senders)].toSorted().join(' '),
    comparable(given.text),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
