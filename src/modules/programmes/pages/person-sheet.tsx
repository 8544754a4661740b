import { route } from '#platform/http'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, readRecord, valuesOf } from '#platform/records'
import { type Words, words } from '../messages.ts'
import { sayDay, weeksOf } from '../plan/days.ts'
import type { Named, Plan, PlannedActivity, PlannedStay } from '../plan/plan.ts'
import { readPlan } from '../queries/read-plan.ts'
import { EmergencyLine, Rules, sheetLanguage, sheetPage } from './sheet-shell.tsx'
import { PublicityMark, termInWords, timeInWords } from './visit-words.tsx'

/** What of a plan is one person's own. Throws `not_found` where there is nothing: no sheet for who does not take part. */
export function planOfPerson(plan: Plan, personId: string) {
  const stays = plan.stays.filter(({ person }) => person.id === personId)
  const activities = plan.activities.filter(({ people }) => people.some(({ id }) => id === personId))
  const invited = plan.invitations.some(({ person }) => person.id === personId)
  if (!invited && stays.length === 0 && activities.length === 0) throw new Problem('not_found')
  return { stays, activities }
}

/** One guest's days on one sheet, in the guest's language. Where they sleep and how they travel is not on it. */
export const personSheetRoute = route({
  method: 'get',
  path: '/workspace/visits/:editionId/person/:personId/print',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const plan = await readPlan(tx, visit.params['editionId'] ?? '')
      const person = await readRecord(tx, visit.params['personId'] ?? '')
      const own = planOfPerson(plan, person.id)
      const language = sheetLanguage(visit, valuesOf(person.values['languages']).map(String))
      const w = words(language)
      return sheetPage(visit, {
        plan: { ...plan, fictitious: plan.fictitious || person.fictitious },
        language,
        w,
        kicker: w('sheet_person'),
        title: person.title,
        keep: w('keep_person'),
        children: (
          <>
            <EmergencyLine line={plan.emergencyLine} w={w} />
            <Days {...{ tx, plan, person, w, language }} {...own} />
            <Rules
              used={new Set(own.activities.map(({ publicity }) => publicity))}
              w={w}
              note={w('rules_change')}
            />
          </>
        ),
      })
    }),
})

interface DaysView {
  readonly tx: Tx
  readonly person: Named
  readonly stays: readonly PlannedStay[]
  readonly activities: readonly PlannedActivity[]
  readonly w: Words
  readonly language: Language
}

function Days(props: DaysView) {
  const { stays, activities, w } = props
  const days = weeksOf([
    ...stays.flatMap((stay) => [stay.arrival, stay.departure]),
    ...activities.flatMap(({ day }) => day ?? []),
  ]).flatMap((week) => week.days)
  const undated = activities.filter(({ day }) => day === null || !days.includes(day))
  if (days.length === 0 && undated.length === 0) return <p>{w('no_plan')}</p>
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{w('time')}</th>
          <th scope="col">{w('what_where')}</th>
          <th scope="col">{w('with_whom')}</th>
          <th scope="col">{w('publicity')}</th>
        </tr>
      </thead>
      {days.map((day) => (
        <Day key={day} {...props} day={day} />
      ))}
      {undated.length > 0 ? (
        <tbody>
          <tr className="sheet-day">
            <th colSpan={4} scope="rowgroup">
              {w('undated')}
            </th>
          </tr>
          {undated.map((activity) => (
            <Row key={activity.id} {...props} activity={activity} />
          ))}
        </tbody>
      ) : null}
    </table>
  )
}

function Day(props: DaysView & { readonly day: string }) {
  const { day, stays, activities, w, language } = props
  const here = stays.filter((stay) => stay.arrival <= day && day <= stay.departure)
  const own = activities.filter((activity) => activity.day === day)
  const [from] = here
  const to = here.at(-1)
  const where =
    from && to && from.town.id !== to.town.id
      ? w('travel', { a: from.town.title, b: to.town.title })
      : (to?.town.title ?? '')
  const interpreted = interpretationOf(props, day)
  return (
    <tbody>
      <tr className="sheet-day">
        <th colSpan={4} scope="rowgroup">
          <span className="sheet-date">{sayDay(day, language)}</span> <span dir="auto">{where}</span>
          {own.length > 0 && interpreted ? <small dir="auto">{interpreted}</small> : null}
          {own.length === 0 ? <small>{w('no_activity_day')}</small> : null}
        </th>
      </tr>
      {own.map((activity) => (
        <Row
          key={activity.id}
          {...props}
          activity={activity}
          home={here.length === 1 ? from?.town.id : undefined}
        />
      ))}
    </tbody>
  )
}

/** Who interprets on a day with activities, where it is not as on the last such day: said once, not on every line. */
function interpretationOf(props: DaysView, day: string): string {
  const { activities } = props
  const before = activities.findLast((activity) => activity.day !== null && activity.day < day)
  const said = interpretationOn(props, day)
  return before?.day && interpretationOn(props, before.day) === said ? '' : said
}

function interpretationOn({ tx, stays, w, language }: DaysView, day: string): string {
  const lines = stays
    .filter((stay) => stay.arrival <= day && day <= stay.departure)
    .map(({ interpretation, interpreter }) =>
      [
        interpretation &&
          w('interpretation', { language: termInWords(tx, 'languages', interpretation, language) }),
        interpreter && w('interpreter', { name: interpreter }),
      ]
        .filter(Boolean)
        .join(' · '),
    )
  return [...new Set(lines.filter(Boolean))].join('; ')
}

function Row(
  props: DaysView & {
    readonly activity: PlannedActivity
    /** The town that the line of the day names already. */
    readonly home?: string | undefined
  },
) {
  const { tx, person, activity, home, w, language } = props
  const kind = termInWords(tx, 'activity_kinds', activity.kind, language)
  const town = activity.town.id === home ? '' : activity.town.title
  const place = [activity.place, town].filter(Boolean).join(', ')
  return (
    <tr className={`pub-at-${activity.publicity}`}>
      <td className="sheet-time">{timeInWords(activity, w)}</td>
      <td>
        <b dir="auto">{activity.title}</b>
        <br />
        <span dir="auto">{[kind, place, activity.audienceKind].filter(Boolean).join(' · ')}</span>
      </td>
      <td dir="auto">{participantsInWords(activity, person.id, w)}</td>
      <td>
        <PublicityMark publicity={activity.publicity} w={w} />
        <br />
        <small>{w(`photos_${activity.photos}`)}</small>
      </td>
    </tr>
  )
}

const roles = ['moderator', 'interpreter', 'authority', 'companion'] as const

/** Who takes part besides `leaveOut`; a role other than speaking is said. */
export const participantsInWords = (activity: PlannedActivity, leaveOut: string | null, w: Words): string =>
  activity.people
    .filter(({ id }) => id !== leaveOut)
    .map(({ title, role }) => {
      const known = roles.find((one) => one === role)
      return known ? `${title} (${w(`role_${known}`)})` : title
    })
    .join(', ')
