import { formatDate } from '#platform/dates'
import type { Language } from '#platform/i18n'
import { type HeldCount, countHeld } from './count.ts'
import { type CampaignWords, campaignWords } from './messages.ts'
import type { CampaignData } from './projection.ts'

/** The number of days as it is said: one, or two where a date is not known to the day. */
export function daysInWords({ least, most }: HeldCount, language: Language): string {
  const say = (days: number) => days.toLocaleString(language)
  if (most === null) return campaignWords(language)('at_least', { days: say(least) })
  return least === most ? say(least) : `${say(least)}–${say(most)}`
}

/** Since when, or until when, in words. */
export function stayInWords(count: HeldCount, language: Language, w: CampaignWords): string {
  const { inside, since, until } = count
  const day = (at: string | null | undefined) => (at ? formatDate(at, language) : '')
  if (inside === 'no') return until ? w('out_since', { day: day(until) }) : w('out')
  const [first, last] = since ?? [null, null]
  if (!first) return w(inside === 'possible' ? 'inside_unsure' : 'inside')
  if (first === last) return w('since', { day: day(first) })
  return last
    ? w('since_between', { first: day(first), last: day(last) })
    : w('since_at_earliest', { day: day(first) })
}

/** Who is in prison and for how many days: the counter of a campaign, of its projection alone. */
export function Counter({
  data,
  language,
  day,
}: {
  readonly data: Pick<CampaignData, 'people'>
  readonly language: Language
  /** The day up to which it counts, that of UTC. */
  readonly day: string
}) {
  const w = campaignWords(language)
  const counted = (data.people ?? []).flatMap((person) =>
    person.held ? [{ ...person, count: countHeld(person.held, day) }] : [],
  )
  if (counted.length === 0) return null
  return (
    <dl className="counter">
      {counted.map(({ code, name, count }) => (
        <div key={code}>
          <dt>
            <bdi>{name}</bdi>
            <span className="quiet">{stayInWords(count, language, w)}</span>
          </dt>
          <dd>
            <strong>{daysInWords(count, language)}</strong>{' '}
            {w(count.inside === 'no' ? 'days_were' : 'days_are')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
