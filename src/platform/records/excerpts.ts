import { fold } from './fold.ts'
import type { Tx } from './tx.ts'

/** A piece of a text; `match` where it is what was searched for. */
export interface ExcerptPart {
  readonly text: string
  readonly match: boolean
}

const wordsBefore = 8
const wordsAfter = 22

/** Whether a word of the text is the word searched for, in another form of it: a common beginning, a short ending. */
function isForm(word: string, wanted: string): boolean {
  if (word === wanted) return true
  let same = 0
  while (same < word.length && same < wanted.length && word[same] === wanted[same]) same++
  return same >= 4 && word.length - same <= 3 && wanted.length - same <= 3
}

/**
 * The piece of `text` around the first word searched for, with every such word marked; null when there is none.
 * Accents, case and script do not matter, and the words of the excerpt are those of the text.
 */
export function excerptOf(text: string, query: string): readonly ExcerptPart[] | null {
  const wanted = fold(query)
    .split(' ')
    .filter((word) => word !== '' && word !== 'or')
  if (wanted.length === 0) return null
  const words = [...text.slice(0, 200_000).matchAll(/[\p{L}\p{N}\p{M}·’']+/gu)]
  const isMatch = (word: string) => wanted.some((one) => isForm(fold(word), one))
  const first = words.findIndex(([word]) => isMatch(word))
  if (first === -1) return null
  const from = Math.max(0, first - wordsBefore)
  const to = Math.min(words.length, first + wordsAfter)
  const end = (words[to - 1]?.index ?? 0) + (words[to - 1]?.[0].length ?? 0)
  const parts: ExcerptPart[] = []
  let at = words[from]?.index ?? 0
  if (from > 0) parts.push({ text: '… ', match: false })
  for (const { 0: word, index } of words.slice(from, to)) {
    if (!isMatch(word)) continue
    if (index > at) parts.push({ text: text.slice(at, index), match: false })
    parts.push({ text: word, match: true })
    at = index + word.length
  }
  if (end > at) parts.push({ text: text.slice(at, end), match: false })
  if (to < words.length) parts.push({ text: ' …', match: false })
  return parts
}

/** Excerpts of records around the words searched for, from the classes that the reader may see; by record id. */
export async function readExcerpts(
  tx: Tx,
  ids: readonly string[],
  query: string,
): Promise<ReadonlyMap<string, readonly ExcerptPart[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql
    .selectFrom('record_search')
    .select(['record_id', 'body'])
    .where('org_id', '=', tx.actor.orgId)
    .where('record_id', 'in', [...ids])
    .orderBy('record_id')
    .orderBy('class', 'desc')
    .orderBy('part')
    .execute()
  const found = new Map<string, readonly ExcerptPart[]>()
  for (const { record_id, body } of rows) {
    const excerpt = found.has(record_id) ? null : excerptOf(body, query)
    if (excerpt) found.set(record_id, excerpt)
  }
  return found
}
