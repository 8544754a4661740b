import { download, route } from '#platform/http'
import { readRecord, valuesOf } from '#platform/records'
import { words } from '../messages.ts'
import { calendarEntry, writeCalendar } from '../plan/calendar.ts'
import type { PlannedActivity } from '../plan/plan.ts'
import { readPlan } from '../queries/read-plan.ts'
import { participantsInWords, planOfPerson } from './person-sheet.tsx'
import { sheetLanguage } from './sheet-shell.tsx'
import { planOfTown } from './town-sheet.tsx'

function calendar(
  name: string,
  activities: readonly PlannedActivity[],
  w: ReturnType<typeof words>,
  reader: string | null,
): Response {
  const entries = activities.flatMap(
    (activity) =>
      calendarEntry(activity, {
        hidden: w('ics_hidden'),
        rule: w(`rule_${activity.publicity}`),
        people: participantsInWords(activity, reader, w),
      }) ?? [],
  )
  return download(writeCalendar(name, entries), 'calendar.ics', 'text/calendar; charset=utf-8')
}

/** The activities of one guest, and of one town, for a calendar program. The file is not named after anybody. */
export const calendarRoutes = [
  route({
    method: 'get',
    path: '/workspace/visits/:editionId/person/:personId/calendar.ics',
    may: 'read',
    handle: (visit) =>
      visit.within(async (tx) => {
        const plan = await readPlan(tx, visit.params['editionId'] ?? '')
        const person = await readRecord(tx, visit.params['personId'] ?? '')
        const { activities } = planOfPerson(plan, person.id)
        const w = words(sheetLanguage(visit, valuesOf(person.values['languages']).map(String)))
        return calendar(plan.title, activities, w, person.id)
      }),
  }),
  route({
    method: 'get',
    path: '/workspace/visits/:editionId/town/:municipalityId/calendar.ics',
    may: 'read',
    handle: (visit) =>
      visit.within(async (tx) => {
        const plan = await readPlan(tx, visit.params['editionId'] ?? '')
        const town = await readRecord(tx, visit.params['municipalityId'] ?? '')
        const { activities } = planOfTown(plan, town.id)
        return calendar(`${plan.title}, ${town.title}`, activities, words(sheetLanguage(visit)), null)
      }),
  }),
]
