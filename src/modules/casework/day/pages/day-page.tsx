import { can } from '#platform/access'
import type { DayItem, DayItemSource } from '#platform/house'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Agenda, Columns, EmptyState, LinkButton, Notice, Section, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { type WorkWords, workWords } from '../../steps/messages.ts'
import { backOf } from '../../steps/pages/back.ts'
import { DueDay, dayPlus } from '../../steps/pages/due-words.tsx'
import { TaskTable } from '../../steps/pages/task-table.tsx'
import { ownTeams, readTasks } from '../../steps/work.ts'
import { listViews, removeView, saveView } from '../views.ts'
import { Views } from './view-parts.tsx'

const spans = { today: 0, week: 7, month: 31 } as const
const most = 100

const isSpan = (text: string | null): text is keyof typeof spans =>
  text !== null && Object.hasOwn(spans, text)

/** My day: missed signs, then what is due and late, answers awaited, decisions, and what other rooms have put there. */
const dayRoute = route({
  method: 'get',
  path: '/workspace/day',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = workWords(language)
      const asked = url.searchParams.get('until')
      const span = isSpan(asked) ? asked : 'week'
      const now = new Date()
      const until = dayPlus(today(now), spans[span])
      const parts: { readonly source: DayItemSource; readonly items: readonly DayItem[] }[] = []
      for (const source of visit.house.dayItems)
        if (source.name !== 'tasks')
          parts.push({ source, items: await source.read(tx, { now, until, limit: most, language }) })
      const tasks = await readTasks(tx, { ownerId: tx.actor.accountId, until, undated: true, limit: most })
      const missed = parts.flatMap(({ source, items }) =>
        source.order === 0 ? items.filter(({ dueAt }) => dueAt && dueAt < now) : [],
      )
      const empty = tasks.length === 0 && parts.every(({ items }) => items.length === 0)
      const acted = Number(url.searchParams.get('acted') ?? 0)
      const first = parts.filter(({ source }) => source.order < 10)
      const after = parts.filter(({ source }) => source.order >= 10)
      const show = ({ source, items }: (typeof parts)[number]) =>
        items.length === 0 ? null : (
          <Section key={source.name} id={source.name} title={label(source.label, language)}>
            <Items {...{ visit, items, now, w }} />
            {items.length >= most ? <p className="quiet">{w('most', { count: most })}</p> : null}
          </Section>
        )
      return workspacePage(visit, {
        title: w('day'),
        lede: w('day_lede'),
        actions: can(tx.actor, 'write') ? (
          <>
            <LinkButton href="/workspace/steps/new" kind="primary">
              {w('log')}
            </LinkButton>
            <LinkButton href="/workspace/tasks/new">{w('add_task')}</LinkButton>
          </>
        ) : null,
        notices: (
          <>
            {missed.length > 0 ? (
              <Notice kind="danger" title={w('missed')}>
                <p>{w('missed_text', { count: missed.length })}</p>
                <ul className="list">
                  {missed.map((item) => (
                    <li key={item.id}>
                      <a href={item.href} dir="auto">
                        {item.caseTitle}
                      </a>
                      {item.detail ? (
                        <>
                          {' '}
                          · <bdi>{item.detail}</bdi>
                        </>
                      ) : null}{' '}
                      · {item.title}
                    </li>
                  ))}
                </ul>
              </Notice>
            ) : null}
            {acted > 0 && acted <= most ? (
              <Notice kind="success">{w('acted', { count: acted })}</Notice>
            ) : null}
          </>
        ),
        children: (
          <Columns
            main={
              <>
                <Tabs
                  label={w('within')}
                  tabs={(
                    [
                      ['today', 'only_today'],
                      ['week', 'until_week'],
                      ['month', 'until_month'],
                    ] as const
                  ).map(([one, words]) => ({
                    href: `/workspace/day?until=${one}`,
                    label: w(words),
                    current: one === span,
                  }))}
                />
                {empty ? <EmptyState title={w('nothing')}>{w('nothing_text')}</EmptyState> : null}
                {first.map(({ source, items }) =>
                  show({ source, items: items.filter((item) => !missed.includes(item)) }),
                )}
                {tasks.length > 0 ? (
                  <Section id="tasks" title={w('tasks')}>
                    <TaskTable
                      {...{ visit, tx, tasks }}
                      id="day-tasks"
                      back={`/workspace/day?until=${span}`}
                      mayWrite={can(tx.actor, 'write')}
                    />
                    {tasks.length >= most ? <p className="quiet">{w('most', { count: most })}</p> : null}
                  </Section>
                ) : null}
                {after.map(show)}
              </>
            }
            aside={
              <div className="flow">
                <Views {...{ visit }} views={await listViews(tx)} teams={await ownTeams(tx)} />
                <ul className="list">
                  <li>
                    <a href="/workspace/week">{w('week')}</a>
                  </li>
                  <li>
                    <a href="/workspace/work/calendar">{w('calendar')}</a>
                  </li>
                  <li>
                    <a href="/workspace?overview=1">{w('overview')}</a>
                  </li>
                </ul>
                <p className="quiet">{w('key_hint')}</p>
              </div>
            }
          />
        ),
      })
    }),
})

/** Soonest first; what waits without a day after it, in the order in which it came. */
const bySafeDay = (a: DayItem, b: DayItem): number => {
  const [x, y] = [a.due ?? '9', b.due ?? '9']
  return x < y ? -1 : x > y ? 1 : 0
}

function Items(props: {
  readonly visit: Visit
  readonly items: readonly DayItem[]
  readonly now: Date
  readonly w: WorkWords
}) {
  const { visit, items, now, w } = props
  const day = today(now)
  return (
    <Agenda
      items={items.toSorted(bySafeDay).map((item) => ({
        key: item.id,
        when: <DueDay day={item.due} now={day} language={visit.language} w={w} />,
        what: (
          <>
            <a href={item.href}>{item.title}</a>
            {item.detail || item.caseTitle ? (
              <span className="quiet">
                <br />
                {item.detail ? <bdi>{item.detail}</bdi> : null}
                {item.detail && item.caseTitle ? ' · ' : null}
                {item.caseTitle ? <bdi>{item.caseTitle}</bdi> : null}
              </span>
            ) : null}
          </>
        ),
        late: item.due !== null && item.due < day,
      }))}
    />
  )
}

const saveRoute = route({
  method: 'post',
  path: '/workspace/work/views',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx: Tx) => {
      const { form } = visit
      const team = form.get('team')
      const teams = await ownTeams(tx)
      await saveView(tx, {
        name: form.get('name'),
        address: form.get('address'),
        teamId: teams.some(({ id }) => id === team) ? team : null,
      })
      return redirect(backOf(form.get('address')))
    }),
})

const removeRoute = route({
  method: 'post',
  path: '/workspace/work/views/remove',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const id = visit.form.get('id')
      if (/^[0-9a-f-]{36}$/.test(id)) await removeView(tx, id)
      return redirect('/workspace/day#views')
    }),
})

export const dayRoutes = [dayRoute, saveRoute, removeRoute]
