import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { EmptyState, LinkButton, Section, Table, Tabs, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { agendaBodies } from '../bodies.ts'
import { type AgendaWords, agendaWords } from '../messages.ts'
import { type AgendaEntry, readAgenda } from '../queries/read-agenda.ts'
import { EntryName, Windows, daysInWords, statesInWords } from './entry-view.tsx'
import { MonthTable, lastOf, monthPlus } from './month-table.tsx'

const address = '/workspace/agenda'
const monthsShown = 8

const isMonth = (text: string): boolean => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)

/** Where a session of the catalogue becomes one of ours: the generic form, filled with what is known. */
export function takeAddress(entry: AgendaEntry, ownerId: string, name: string): string {
  const official = entry.windows.find(({ rule }) => rule === 'official')
  const values = new URLSearchParams({
    'v.body': entry.body,
    'v.name': name,
    'v.catalogue_session': entry.catalogue ?? '',
    'v.from': entry.from,
    'v.to': entry.to,
    'v.place': entry.place,
    'v.owner': ownerId,
    ...(official && { 'v.filing_closes': official.day }),
  })
  for (const state of entry.states) values.append('v.countries', state)
  return `/workspace/records/session/new?${values.toString()}`
}

async function screen(visit: Visit, tx: Tx): Promise<Response> {
  const { language, url } = visit
  const w = agendaWords(language)
  const asked = url.searchParams.get('month') ?? ''
  const now = new Date().toISOString().slice(0, 7)
  const month = isMonth(asked) ? asked : now
  const asMonth = url.searchParams.get('view') === 'month'
  const shown = asMonth ? 1 : monthsShown
  const [from, to] = [`${month}-01`, lastOf(monthPlus(month, shown - 1))]
  const entries = await readAgenda(tx, { from, to })
  const at = (to: string, view = asMonth) => `${address}?${view ? 'view=month&' : ''}month=${to}`
  const mayWrite = can(tx.actor, 'write')
  return workspacePage(visit, {
    title: w('title'),
    lede: w('lede'),
    actions: mayWrite ? (
      <LinkButton kind="primary" href={`/workspace/records/session/new?v.owner=${tx.actor.accountId}`}>
        {w('new')}
      </LinkButton>
    ) : null,
    children: (
      <>
        <Tabs
          label={w('view')}
          tabs={[
            { href: at(month, false), label: w('as_list'), current: !asMonth },
            { href: at(month, true), label: w('as_month'), current: asMonth },
          ]}
        />
        <p className="row">
          <a href={at(monthPlus(month, -shown))} rel="prev">
            {w('earlier')}
          </a>
          <span>{w('year_from', { from: dayInWords(from, language), to: dayInWords(to, language) })}</span>
          <a href={at(monthPlus(month, shown))} rel="next">
            {w('later')}
          </a>
        </p>
        {asMonth ? (
          <MonthTable {...{ month, entries, language, w }} />
        ) : entries.length === 0 ? (
          <EmptyState title={w('none')} />
        ) : (
          <List {...{ entries, visit, w, mayWrite }} ownerId={tx.actor.accountId} />
        )}
        <Section id="calendar" title={w('calendar')}>
          <p>
            {w('calendar_text')} <a href="/workspace/work/calendar">{w('calendar')}</a>
          </p>
        </Section>
      </>
    ),
  })
}

function List(props: {
  readonly entries: readonly AgendaEntry[]
  readonly visit: Visit
  readonly w: AgendaWords
  readonly mayWrite: boolean
  readonly ownerId: string
}) {
  const { entries, visit, w, mayWrite, ownerId } = props
  const { language } = visit
  return (
    <Table
      caption={w('title')}
      captionHidden
      columns={[
        { key: 'what', label: w('what'), heading: true },
        { key: 'when', label: w('when') },
        { key: 'body', label: w('body') },
        { key: 'filing', label: w('filing') },
        { key: 'take', label: w('take'), nowrap: true },
      ]}
      rows={entries.map((entry) => {
        const name = `${label(agendaBodies[entry.body].label, language)} ${/\d+$/.exec(entry.catalogue ?? '')?.[0] ?? ''}`
        return {
          key: entry.record?.id ?? entry.catalogue ?? entry.name,
          cells: {
            what: (
              <>
                <EntryName {...{ entry, language }} />{' '}
                {entry.record ? null : <Tag>{w('from_catalogue')}</Tag>}
              </>
            ),
            when: `${daysInWords(entry, language, w)}${entry.checked ? '' : ` (${w('dates_unchecked')})`}`,
            body: [
              label(agendaBodies[entry.body].label, language),
              entry.place,
              statesInWords(entry.states, language, 5),
            ]
              .filter(Boolean)
              .join(' · '),
            filing:
              entry.windows.length === 0 ? '' : <Windows {...{ language, w }} windows={entry.windows} />,
            take:
              entry.record || !mayWrite ? (
                ''
              ) : (
                <a href={takeAddress(entry, ownerId, name.trim())}>{w('take')}</a>
              ),
          },
        }
      })}
    />
  )
}

/** Sessions and hearings, as a list of some months or as one month. */
export const agendaRoute = route({
  method: 'get',
  path: address,
  may: 'read',
  handle: (visit) => visit.within((tx) => screen(visit, tx)),
})
