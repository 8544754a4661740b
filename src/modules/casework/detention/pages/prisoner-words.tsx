import { countryName } from '#catalogue/countries'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { dayInWords } from '../../day.ts'
import { valueInWords } from '../../show.ts'
import { recognitionLabels, recognitions } from '../criteria.ts'
import { type Dimension, type Pair, unknownKey } from '../list-question.ts'
import type { DetentionWords } from '../messages.ts'
import type { Counting } from '../queries/counting.ts'
import type { Prisoner } from '../queries/prisoners.ts'
import { isStatus, statusLabels } from '../statuses.ts'

/** What the words of the list need at hand. */
export interface Saying {
  readonly tx: Tx
  readonly language: Language
  readonly w: DetentionWords
  /** Titles of places and articles, by id. */
  readonly titles: ReadonlyMap<string, string>
}

/** Titles of the records that a list names, by id: of those that the reader may see. */
export async function readTitles(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.sql
    .selectFrom('record')
    .select(['id', 'title'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const statusInWords = (status: string, language: Language, w: DetentionWords): string =>
  isStatus(status) ? label(statusLabels[status], language) : w('ended')

export const causeInWords = (tx: Tx, cause: string | null, language: Language): string =>
  cause === null ? '' : valueInWords(tx, 'detention', 'cause', cause, language)

export const countryInWords = (tx: Tx, code: string, language: Language): string =>
  countryName(code, language) ?? (valueInWords(tx, 'detention', 'country', code, language) || code)

export function recognitionInWords(code: string | null, language: Language, w: DetentionWords): string {
  const known = recognitions.find((one) => one === code)
  return known && known !== 'neither' ? label(recognitionLabels[known], language) : w('undecided')
}

/** A key of a dimension in words. */
export function keyInWords(dimension: Dimension, key: string, { tx, language, w, titles }: Saying): string {
  if (dimension === 'recognition') return recognitionInWords(key, language, w)
  if (key === unknownKey) return w('none_known')
  if (dimension === 'status') return statusInWords(key, language, w)
  if (dimension === 'country') return countryInWords(tx, key, language)
  if (dimension === 'gender') return valueInWords(tx, 'person', 'gender', key, language)
  return titles.get(key) ?? w('none_known')
}

/** The same, short: beside a filter. */
export const pairInShort = ({ least, most }: Pair, language: Language): string =>
  [...new Set([least, most])].map((n) => n.toLocaleString(language)).join('–')

/** One number, or the two where they differ. */
export const pairInWords = ({ least, most }: Pair, language: Language, w: DetentionWords): string =>
  least === most
    ? most.toLocaleString(language)
    : w('range', { least: least.toLocaleString(language), most: most.toLocaleString(language) })

export function daysInWords([least, most]: Prisoner['days'], language: Language, w: DetentionWords): string {
  if (most === null) return w('or_more', { least: least.toLocaleString(language) })
  return pairInWords({ least, most }, language, w)
}

export function sinceInWords(
  [first, last]: Prisoner['since'],
  language: Language,
  w: DetentionWords,
): string {
  const day = (text: string) => dayInWords(text, language)
  if (first === null) return last === null ? '' : w('since_before', { last: day(last) })
  if (last === null) return w('since_after', { first: day(first) })
  return first === last ? day(first) : w('since_between', { first: day(first), last: day(last) })
}

/** The rule by which the number beside it was counted. */
export function Method({
  counting,
  w,
  months,
}: {
  readonly counting: Counting
  readonly w: DetentionWords
  readonly months?: boolean
}) {
  return (
    <>
      <p>
        {w('method_people')} {w('method_days')}{' '}
        {w(counting.withHouse ? 'method_house_with' : 'method_house_apart')}{' '}
        {w(counting.withConditional ? 'method_conditional_with' : 'method_conditional_apart')}
      </p>
      <p>{w('method_lines')}</p>
      <p>
        {w(months ? 'method_months' : 'method_recognised')} {w('method_reader')}
      </p>
    </>
  )
}
