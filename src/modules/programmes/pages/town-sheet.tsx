import { route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { type Words, words } from '../messages.ts'
import { sayDay } from '../plan/days.ts'
import type { Named, Plan, PlannedActivity, PlannedStay } from '../plan/plan.ts'
import { readPlan } from '../queries/read-plan.ts'
import { participantsInWords } from './person-sheet.tsx'
import { EmergencyLine, Rules, sheetLanguage, sheetPage } from './sheet-shell.tsx'
import { PublicityMark, termInWords, timeInWords } from './visit-words.tsx'

/** What of a plan is one town's own. Throws `not_found` where there is nothing. */
export function planOfTown(plan: Plan, townId: string) {
  const stays = plan.stays.filter(({ town }) => town.id === townId)
  const activities = plan.activities.filter(({ town }) => town.id === townId)
  const named = plan.towns.some(({ id }) => id === townId)
  if (!named && stays.length === 0 && activities.length === 0) throw new Problem('not_found')
  return { stays, activities }
}

interface TownView {
  readonly tx: Tx
  readonly plan: Plan
  readonly stays: readonly PlannedStay[]
  readonly activities: readonly PlannedActivity[]
  readonly w: Words
  readonly language: Language
}

/**
 * The visit in one town on one sheet. Neither lodging nor travel are ever on it, and of what guests need only what was
 * marked for the town, where the person who prints may read it.
 */
export const townSheetRoute = route({
  method: 'get',
  path: '/workspace/visits/:editionId/town/:municipalityId/print',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const plan = await readPlan(tx, visit.params['editionId'] ?? '')
      const town = await readRecord(tx, visit.params['municipalityId'] ?? '')
      const own = planOfTown(plan, town.id)
      const language = sheetLanguage(visit)
      const w = words(language)
      const view: TownView = { tx, plan, w, language, ...own }
      const theme = label(plan.theme, language)
      return sheetPage(visit, {
        plan: { ...plan, fictitious: plan.fictitious || town.fictitious },
        language,
        w,
        kicker: theme || plan.title,
        title: w('sheet_town', { town: town.title }),
        keep: w('keep_town'),
        children: (
          <>
            <EmergencyLine line={plan.emergencyLine} w={w} />
            <Guests {...view} />
            <Needs {...view} />
            <Activities {...view} />
            <Rules used={new Set(own.activities.map(({ publicity }) => publicity))} w={w} />
          </>
        ),
      })
    }),
})

/** Guests who stay; then those who come only for an activity. */
function Guests({ tx, plan, stays, activities, w, language }: TownView) {
  const staying = new Set(stays.map(({ person }) => person.id))
  const invited = new Set(plan.invitations.map(({ person }) => person.id))
  const passing = new Map<string, Named>()
  for (const { people } of activities)
    for (const person of people)
      if (!staying.has(person.id) && invited.has(person.id)) passing.set(person.id, person)
  if (stays.length === 0 && passing.size === 0) return null
  return (
    <section>
      <h2>{w('guests_coming')}</h2>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{w('name')}</th>
            <th scope="col">{w('arrival')}</th>
            <th scope="col">{w('departure')}</th>
            <th scope="col">{w('interpretation_label')}</th>
          </tr>
        </thead>
        <tbody>
          {stays.map((stay) => (
            <tr key={stay.id}>
              <th scope="row" dir="auto">
                {stay.person.title}
              </th>
              <td>{sayDay(stay.arrival, language)}</td>
              <td>{sayDay(stay.departure, language)}</td>
              <td>
                {stay.interpretation ? termInWords(tx, 'languages', stay.interpretation, language) : '–'}
              </td>
            </tr>
          ))}
          {[...passing.values()].map((person) => (
            <tr key={person.id}>
              <th scope="row" dir="auto">
                {person.title}
              </th>
              <td colSpan={3}>{w('for_activity')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Needs({ stays, w }: TownView) {
  const told = new Map<string, { readonly person: Named; readonly needs: string }>()
  for (const { person, needsForTown } of stays)
    if (needsForTown !== null) told.set(`${person.id} ${needsForTown}`, { person, needs: needsForTown })
  if (stays.length === 0) return null
  return (
    <section>
      <h2>{w('needs')}</h2>
      {told.size === 0 ? (
        <p>{w('needs_none')}</p>
      ) : (
        <ul className="sheet-needs">
          {[...told].map(([key, { person, needs }]) => (
            <li key={key} dir="auto">
              <b>{person.title}</b>: {needs}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Activities({ tx, activities, w, language }: TownView) {
  const days = Map.groupBy(activities, ({ day }) => day ?? '')
  return (
    <section>
      <h2>{w('activities')}</h2>
      {activities.length === 0 ? (
        <p>{w('no_activities')}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{w('time')}</th>
              <th scope="col">{w('what_where')}</th>
              <th scope="col">{w('who')}</th>
              <th scope="col">{w('publicity')}</th>
            </tr>
          </thead>
          {[...days].map(([day, own]) => (
            <tbody key={day}>
              <tr className="sheet-day">
                <th colSpan={4} scope="rowgroup">
                  <span className="sheet-date">{day === '' ? w('undated') : sayDay(day, language)}</span>
                </th>
              </tr>
              {own.map((activity) => (
                <tr key={activity.id} className={`pub-at-${activity.publicity}`}>
                  <td className="sheet-time">{timeInWords(activity, w)}</td>
                  <td>
                    <b dir="auto">{activity.title}</b>
                    <br />
                    <span dir="auto">
                      {[
                        termInWords(tx, 'activity_kinds', activity.kind, language),
                        activity.place,
                        activity.audienceKind,
                        activity.languages
                          .map((code) => termInWords(tx, 'languages', code, language))
                          .join(', '),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </td>
                  <td dir="auto">{participantsInWords(activity, null, w)}</td>
                  <td>
                    <PublicityMark publicity={activity.publicity} w={w} />
                    <br />
                    <small>{w(`photos_${activity.photos}`)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  )
}
