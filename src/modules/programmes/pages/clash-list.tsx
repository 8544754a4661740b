import { Details, Notice } from '#web/components'
import type { Words } from '../messages.ts'
import { type Clash, fullDay } from '../plan/clashes.ts'
import { sayDay } from '../plan/days.ts'
import type { Named } from '../plan/plan.ts'
import type { EditionView } from './edition-page.tsx'
import { timeInWords } from './visit-words.tsx'

/** What a person should look at, in words, each with the records to open; and what was looked for. */
export function ClashList(
  props: EditionView & {
    readonly clashes: readonly Clash[]
    readonly most: number
    readonly here: string
  },
) {
  const { clashes, most, here, w, language, visit } = props
  const town = visit.url.searchParams.get('view') === 'town' ? '&view=town' : ''
  const rules = (
    <>
      <p>
        {w('clashes_rules', { most })} {w('clashes_free')}
      </p>
      <p>
        {w('clashes_most')}{' '}
        {[2, 3, 4, 5].map((n) =>
          n === most ? (
            <b key={n}> {n} </b>
          ) : (
            <a key={n} href={`${here}?most=${n}${town}`}>
              {' '}
              {n}{' '}
            </a>
          ),
        )}
      </p>
    </>
  )
  if (clashes.length === 0)
    return (
      <Details summary={w('clashes_none')} open={most !== fullDay}>
        {rules}
      </Details>
    )
  return (
    <Notice kind="warning" title={w('clashes', { count: clashes.length })}>
      <ul className="clashes">
        {clashes.map((clash) => (
          <li key={keyOf(clash)}>
            <span dir="auto">{clashInWords(clash, w, language)}</span>{' '}
            <span className="quiet">
              {w('clash_open')}:{' '}
              {recordsOf(clash).map(({ id, title }, i) => (
                <span key={id}>
                  {i > 0 ? ' · ' : ''}
                  <a href={`/workspace/record/${id}`} dir="auto">
                    {title}
                  </a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Details summary={w('clashes_free')}>{rules}</Details>
    </Notice>
  )
}

const keyOf = (clash: Clash): string =>
  [
    clash.kind,
    'day' in clash ? clash.day : '',
    'person' in clash ? clash.person.id : '',
    ...recordsOf(clash).map(({ id }) => id),
  ].join(' ')

/** The records that a person would change. */
function recordsOf(clash: Clash): readonly Named[] {
  switch (clash.kind) {
    case 'overlap':
      return clash.activities
    case 'two_stays':
      return clash.stays.map(({ id, town }) => ({ id, title: town.title }))
    case 'full_day':
      return [clash.person]
    case 'outside_stay':
    case 'no_stay':
    case 'town_without_stay':
    case 'outside_edition':
    case 'no_day':
    case 'no_time':
      return [clash.activity]
  }
}

/** A clash as one sentence. */
export function clashInWords(clash: Clash, w: Words, language: string): string {
  const say = (day: string | null) => (day === null ? '' : sayDay(day, language))
  switch (clash.kind) {
    case 'overlap': {
      const [a, b] = clash.activities
      return w('clash_overlap', {
        person: clash.person.title,
        day: say(clash.day),
        a: a.title,
        when_a: timeInWords(a, w),
        town_a: a.town.title,
        b: b.title,
        when_b: timeInWords(b, w),
        town_b: b.town.title,
      })
    }
    case 'two_stays':
      return w('clash_two_stays', {
        person: clash.person.title,
        day: say(clash.day),
        a: clash.stays[0].town.title,
        b: clash.stays[1].town.title,
      })
    case 'full_day':
      return w('clash_full_day', { person: clash.person.title, day: say(clash.day), count: clash.count })
    case 'outside_stay':
    case 'no_stay':
      return w(`clash_${clash.kind}`, {
        person: clash.person.title,
        activity: clash.activity.title,
        day: say(clash.activity.day),
        town: clash.activity.town.title,
      })
    case 'town_without_stay':
      return w('clash_town_without_stay', { activity: clash.activity.title, town: clash.town.title })
    case 'outside_edition':
    case 'no_day':
    case 'no_time':
      return w(`clash_${clash.kind}`, {
        activity: clash.activity.title,
        day: say(clash.activity.day),
        when: timeInWords(clash.activity, w),
      })
  }
}
