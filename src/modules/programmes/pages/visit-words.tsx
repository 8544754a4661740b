import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { type Tx, fieldOf, fieldType } from '#platform/records'
import { isDay, sayRange } from '../plan/days.ts'
import type { Words } from '../messages.ts'
import type { PlannedActivity, Publicity } from '../plan/plan.ts'

/**
 * Whether an activity may be announced, by word and by shape: a ring, a half-filled square in a dashed frame, and,
 * for what must not be announced, a barred circle on a block of ink.
 */
export function PublicityMark({ publicity, w }: { readonly publicity: Publicity; readonly w: Words }) {
  return <span className={`pub pub-${publicity}`}>{w(`pub_${publicity}`)}</span>
}

/** A value of a field in words, as its type says it; empty for none. */
export function valueInWords(
  tx: Tx,
  type: string,
  field: string,
  value: unknown,
  language: Language,
): string {
  const of = tx.schema.types.get(type)
  const definition = of && fieldOf(of, field)
  if (!definition || value === null || value === undefined || value === '') return ''
  return fieldType(definition.type).show(value, definition, tx.schema, language)
}

/** The label of a term; its code where the vocabulary does not have it. */
export const termInWords = (tx: Tx, vocabulary: string, code: string, language: Language): string => {
  const term = tx.schema.vocabularies.get(vocabulary)?.byCode.get(code)
  return (term && label(term.label, language)) || code
}

/** "10:00–11:30", "10:00", or the words for none. */
export const timeInWords = ({ start, end }: Pick<PlannedActivity, 'start' | 'end'>, w: Words): string =>
  [start, end]
    .map((time) => time.trim())
    .filter(Boolean)
    .join('–') || w('hour_missing')

/** The dates of an edition: from its first day to its last; whatever is less exact as the date's own words. */
export function datesInWords(edtf: string, language: Language): string {
  const [first = '', last = ''] = edtf.split('/')
  if (isDay(first) && isDay(last) && first <= last) return sayRange(first, last, language)
  return edtf === '' ? '' : formatDate(edtf, language)
}

/** States after which a person does not come: named with weight, because each is news about that person. */
export const grave: ReadonlySet<string> = new Set([
  'barred_from_leaving',
  'detained',
  'visa_refused',
  'unsafe_to_travel',
])
