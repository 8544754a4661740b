import { countryName } from '#catalogue/countries'
import { type Language, label } from '#platform/i18n'
import { dayInWords, today } from '../../day-in-words.ts'
import { agendaBodies } from '../bodies.ts'
import type { FilingWindow } from '../filing.ts'
import type { AgendaWords } from '../messages.ts'
import type { AgendaEntry } from '../queries/read-agenda.ts'

/** The name of a session, leading to its page where it is one of ours. */
export function EntryName({ entry, language }: { readonly entry: AgendaEntry; readonly language: Language }) {
  const number = /^(?:upr|iachr)-(\d+)$/.exec(entry.catalogue ?? '')?.[1]
  if (entry.record)
    return (
      <a href={`/workspace/agenda/${entry.record.id}`}>
        <bdi>{entry.name}</bdi>
      </a>
    )
  return <bdi>{`${label(agendaBodies[entry.body].label, language)}${number ? ` ${number}` : ''}`}</bdi>
}

/** The days of a session in words: one, or from the first to the last. */
export const daysInWords = (
  { from, to }: Pick<AgendaEntry, 'from' | 'to'>,
  language: Language,
  w: AgendaWords,
): string =>
  to === from
    ? dayInWords(from, language)
    : w('range', { from: dayInWords(from, language), to: dayInWords(to, language) })

/** By when to file, what kind of day that is, and the words of its rule. */
export function Windows(props: {
  readonly windows: readonly FilingWindow[]
  readonly language: Language
  readonly w: AgendaWords
  readonly rules?: boolean
}) {
  const { windows, language, w, rules } = props
  return (
    <ul className="list">
      {windows.map((one) => (
        <li key={one.rule}>
          {w(one.day < today() ? 'files_passed' : 'files_until', {
            day:
              one.latest !== null && one.latest !== one.day
                ? w('range', { from: dayInWords(one.day, language), to: dayInWords(one.latest, language) })
                : dayInWords(one.day, language),
          })}{' '}
          ·{' '}
          {w(
            one.rule === 'official' ? 'official' : one.estimate ? 'estimate' : one.hard ? 'hard' : 'not_hard',
          )}
          {one.checked ? '' : ` · ${w('unchecked')}`}
          {rules && one.words ? (
            <p className="quiet">
              {w('rule')}: <q lang="en">{one.words}</q>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The States of a session by name; the first ones, and how many more. */
export function statesInWords(states: readonly string[], language: Language, most = 14): string {
  const names = states.slice(0, most).map((code) => countryName(code, language))
  return `${names.join(', ')}${states.length > most ? ` (+${states.length - most})` : ''}`
}
