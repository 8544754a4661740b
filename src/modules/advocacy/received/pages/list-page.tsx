import { can } from '#platform/access'
import { daysBetween } from '#platform/deadlines'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { EmptyState, Figures, LinkButton, Section, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { type ReceivedWords, receivedWords } from '../messages.ts'
import { type Received, readReceived, summaryOf, textIn } from '../queries/read-received.ts'
import { isOver, kindLabels, stateLabels } from '../words-of-received.ts'

const address = '/workspace/received'
const shows = ['week', 'open', 'late', 'sent', 'intime', 'all'] as const
type Show = (typeof shows)[number]

/** Of how many the figures are made. */
const most = 2_000
const weekDays = 7

const isKind = (code: unknown): code is keyof typeof kindLabels =>
  typeof code === 'string' && Object.hasOwn(kindLabels, code)

/** Those that a choice shows, of all that were read. */
function chosen(all: readonly Received[], show: Show, today: string): readonly Received[] {
  const open = all
    .filter(({ state }) => !isOver(state))
    .toSorted((a, b) => ((a.due.day ?? '9999') < (b.due.day ?? '9999') ? -1 : 1))
  switch (show) {
    case 'week':
      return open.filter(({ due }) => due.day !== null && daysBetween(today, due.day) <= weekDays)
    case 'open':
      return open
    case 'late':
      return open.filter(({ due }) => due.day !== null && due.day < today)
    case 'sent':
      return all.filter(({ measured }) => measured !== null)
    case 'intime':
      return all.filter(({ measured }) => measured?.inTime === true)
    case 'all':
      return all
  }
}

/** When it is due and how long that is, or how long the reply took. */
export function DueCell({
  one,
  today,
  language,
  w,
}: {
  readonly one: Received
  readonly today: string
  readonly language: Visit['language']
  readonly w: ReceivedWords
}) {
  const { due, measured, state } = one
  if (measured)
    return `${w('days', { days: measured.days })} · ${w(measured.inTime === null ? 'not_judged' : measured.inTime ? 'in_time' : 'too_late')}`
  if (isOver(state)) return ''
  if (due.day === null) return w('no_day')
  const left = daysBetween(today, due.day)
  return `${dayInWords(due.day, language)} · ${left < 0 ? w('late_by', { days: -left }) : w('left', { days: left })}`
}

async function screen(visit: Visit, tx: Tx): Promise<Response> {
  const { language, url } = visit
  const w = receivedWords(language)
  const today = new Date().toISOString().slice(0, 10)
  const show = shows.find((one) => one === url.searchParams.get('show')) ?? 'week'
  const all = await readReceived(tx, { limit: most })
  const rows = chosen(all, show, today)
  const sums = summaryOf(all, today)
  const to = (one: Show) => `${address}?show=${one}`
  return workspacePage(visit, {
    title: w('title'),
    lede: w('lede'),
    actions: can(tx.actor, 'write') ? (
      <LinkButton
        kind="primary"
        href={`/workspace/records/communication_received/new?v.owner=${tx.actor.accountId}&v.received_on=${today}`}
      >
        {w('new')}
      </LinkButton>
    ) : null,
    children: (
      <>
        <Tabs
          label={w('show')}
          tabs={shows.map((one) => ({ href: to(one), label: w(`show_${one}`), current: one === show }))}
        />
        {rows.length === 0 ? (
          <EmptyState title={w(show === 'week' ? 'none_week' : 'none')} />
        ) : (
          <Table
            caption={w(`show_${show}`)}
            columns={[
              { key: 'number', label: w('number'), heading: true },
              { key: 'kind', label: w('kind') },
              { key: 'from', label: w('from') },
              { key: 'subject', label: w('subject') },
              { key: 'due', label: w(show === 'sent' || show === 'intime' ? 'took' : 'due') },
              { key: 'state', label: w('state') },
            ]}
            rows={rows.map((one) => {
              const { record } = one
              const { kind } = record.values
              return {
                key: record.id,
                cells: {
                  number: <a href={`${address}/${record.id}`}>{record.title}</a>,
                  kind: isKind(kind) ? label(kindLabels[kind], language) : '',
                  from: <bdi>{textIn(record, 'body')}</bdi>,
                  subject: <bdi>{textIn(record, 'subject')}</bdi>,
                  due: <DueCell {...{ one, today, language, w }} />,
                  state: label(stateLabels[one.state], language),
                },
              }
            })}
          />
        )}
        <Section id="figures" title={w('figures')}>
          <Figures
            figures={[
              { label: w('f_open'), value: sums.open.toLocaleString(language), href: to('open') },
              { label: w('f_late'), value: sums.late.toLocaleString(language), href: to('late') },
              { label: w('f_sent'), value: sums.sent.toLocaleString(language), href: to('sent') },
              {
                label: w('f_intime'),
                value: `${sums.inTime.toLocaleString(language)} / ${sums.judged.toLocaleString(language)}`,
                href: to('intime'),
              },
              ...(sums.median === null
                ? []
                : [
                    {
                      label: w('f_median'),
                      value: sums.median.toLocaleString(language),
                      href: to('sent'),
                    },
                  ]),
            ]}
          />
          <p className="quiet">{w('measured_note', { most })}</p>
        </Section>
      </>
    ),
  })
}

/** What was received: due this week, open, replied, with how it went. */
export const receivedListRoute = route({
  method: 'get',
  path: address,
  may: 'read',
  handle: (visit) => visit.within((tx) => screen(visit, tx)),
})
