import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import type { Tx } from '#platform/records'
import { EmptyState, FilterForm, LinkButton, Notice, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { type WorkWords, workWords } from '../../steps/messages.ts'
import { dayPlus } from '../../steps/pages/due-words.tsx'
import { TaskTable, colleagueName } from '../../steps/pages/task-table.tsx'
import { type Load, type OpenTask, ownTeams, readTasks, readTeamLoad } from '../../steps/work.ts'
import { listViews } from '../views.ts'
import { Views } from './view-parts.tsx'

const most = 400
const mostOfOne = 100
const perCell = 4

/** The Monday of the week of a day. */
const mondayOf = (day: string): string => dayPlus(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** My team's week: by person and day, and what everyone has in hand. */
const weekRoute = route({
  method: 'get',
  path: '/workspace/week',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = workWords(language)
      const teams = await ownTeams(tx)
      const team = teams.find(({ id }) => id === url.searchParams.get('team')) ?? teams[0]
      if (!team)
        return workspacePage(visit, {
          title: w('week'),
          children: <EmptyState title={w('no_team')}>{w('no_team_text')}</EmptyState>,
        })
      const asked = url.searchParams.get('week')
      const now = today()
      const monday = mondayOf(isDay(asked) ? asked : now)
      const sunday = dayPlus(monday, 6)
      const loads = await readTeamLoad(tx, team.id, { today: now, weekEnd: dayPlus(mondayOf(now), 6) })
      const person =
        loads.find(({ accountId }) => accountId === url.searchParams.get('person'))?.accountId ?? null
      const tasks = await readTasks(tx, {
        teamId: team.id,
        ...(person !== null && { ownerId: person }),
        // Of one person all that is late too, to be given away or postponed together.
        ...(person === null && { from: monday }),
        until: sunday,
        limit: person === null ? most : mostOfOne,
      })
      const link = (week: string) =>
        `/workspace/week?${new URLSearchParams({ team: team.id, week, ...(person !== null && { person }) })}`
      const acted = Number(url.searchParams.get('acted') ?? 0)
      return workspacePage(visit, {
        title: `${w('week')}: ${team.name}`,
        lede: w('week_lede'),
        actions: (
          <>
            <LinkButton href={link(dayPlus(monday, -7))}>{w('earlier')}</LinkButton>
            {monday === mondayOf(now) ? null : <LinkButton href={link(now)}>{w('this_week')}</LinkButton>}
            <LinkButton href={link(dayPlus(monday, 7))}>{w('later')}</LinkButton>
          </>
        ),
        notices:
          acted > 0 && acted <= most ? <Notice kind="success">{w('acted', { count: acted })}</Notice> : null,
        children: (
          <>
            <FilterForm action="/workspace/week" label={w('team')} button={w('show')}>
              <input type="hidden" name="week" value={monday} />
              {teams.length > 1 ? (
                <Select
                  id="team"
                  name="team"
                  label={w('team')}
                  value={team.id}
                  options={teams.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ) : (
                <input type="hidden" name="team" value={team.id} />
              )}
              <Select
                id="person"
                name="person"
                label={w('show_person')}
                empty={w('everybody')}
                value={person ?? ''}
                options={loads.flatMap(({ accountId }) =>
                  accountId === null
                    ? []
                    : [{ value: accountId, label: colleagueName(tx, visit, accountId) || accountId }],
                )}
              />
            </FilterForm>
            {person === null ? (
              <WeekGrid {...{ visit, tx, tasks, loads, monday, w }} />
            ) : (
              <Section title={colleagueName(tx, visit, person)}>
                {tasks.length === 0 ? (
                  <p className="quiet">{w('week_none')}</p>
                ) : (
                  <TaskTable
                    {...{ visit, tx, tasks }}
                    id="week-tasks"
                    back={`/workspace/week?team=${team.id}&week=${monday}&person=${person}`}
                    mayWrite={can(tx.actor, 'write')}
                  />
                )}
              </Section>
            )}
            {tasks.length >= (person === null ? most : mostOfOne) ? (
              <p className="quiet">{w('most', { count: tasks.length })}</p>
            ) : null}
            <Workload {...{ visit, tx, loads, teamId: team.id, monday, w }} />
            <Views {...{ visit, teams }} views={await listViews(tx)} />
          </>
        ),
      })
    }),
})

function WeekGrid(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly tasks: readonly OpenTask[]
  readonly loads: readonly Load[]
  readonly monday: string
  readonly w: WorkWords
}) {
  const { visit, tx, tasks, loads, monday, w } = props
  const { language } = visit
  if (tasks.length === 0) return <p className="quiet">{w('week_none')}</p>
  const days = Array.from({ length: 7 }, (_, i) => dayPlus(monday, i))
  const by = Map.groupBy(tasks, (task) => `${task.ownerId ?? ''} ${task.safe ?? ''}`)
  const people = [
    ...new Set([...loads.map(({ accountId }) => accountId), ...tasks.map(({ ownerId }) => ownerId)]),
  ]
  return (
    <Table
      caption={w('week_of', { day: dayInWords(monday, language) })}
      phone="cards"
      columns={[
        { key: 'person', label: w('person'), heading: true },
        ...days.map((day) => ({
          key: day,
          label: new Date(`${day}T12:00:00Z`).toLocaleDateString(language === 'en' ? 'en-GB' : language, {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          }),
        })),
      ]}
      rows={people.map((id) => ({
        key: id ?? '-',
        cells: {
          person: colleagueName(tx, visit, id) || w('nobody'),
          ...Object.fromEntries(
            days.map((day) => {
              const own = by.get(`${id ?? ''} ${day}`) ?? []
              return [day, own.length === 0 ? '' : <Cell tasks={own} />]
            }),
          ),
        },
      }))}
    />
  )
}

function Cell({ tasks }: { readonly tasks: readonly OpenTask[] }) {
  return (
    <ul className="list">
      {tasks.slice(0, perCell).map((task) => (
        <li key={task.id}>
          <a href={`/workspace/record/${task.id}`} dir="auto">
            {task.what}
          </a>
        </li>
      ))}
      {tasks.length > perCell ? <li className="quiet">+ {tasks.length - perCell}</li> : null}
    </ul>
  )
}

function Workload(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly loads: readonly Load[]
  readonly teamId: string
  readonly monday: string
  readonly w: WorkWords
}) {
  const { visit, tx, loads, teamId, monday, w } = props
  const name = (id: string | null) => colleagueName(tx, visit, id) || w('nobody')
  return (
    <Section title={w('workload')} id="workload">
      <Table
        caption={w('workload')}
        captionHidden
        columns={[
          { key: 'person', label: w('person'), heading: true },
          { key: 'late', label: w('late_tasks'), numeric: true },
          { key: 'week', label: w('due_week'), numeric: true },
          { key: 'open', label: w('open_tasks'), numeric: true },
          { key: 'cases', label: w('cases'), numeric: true },
        ]}
        rows={loads
          .toSorted((a, b) => name(a.accountId).localeCompare(name(b.accountId), visit.language))
          .map((load) => ({
            key: load.accountId ?? '-',
            cells: {
              person:
                load.accountId === null ? (
                  w('nobody')
                ) : (
                  <a href={`/workspace/week?team=${teamId}&week=${monday}&person=${load.accountId}`}>
                    {name(load.accountId)}
                  </a>
                ),
              late: load.late > 0 ? <b>{load.late}</b> : 0,
              week: load.thisWeek,
              open:
                load.accountId === null ? (
                  load.open
                ) : (
                  <a href={`/workspace/records/task?owner=${load.accountId}&state=open&team=${teamId}`}>
                    {load.open}
                  </a>
                ),
              cases:
                load.accountId === null ? (
                  load.cases
                ) : (
                  <a href={`/workspace/records/case?assigned_to=${load.accountId}`}>{load.cases}</a>
                ),
            },
          }))}
      />
    </Section>
  )
}

export const weekRoutes = [weekRoute]
