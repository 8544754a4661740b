import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import type { Language } from '#platform/i18n'
import { EmptyState, LinkButton, Pager, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { type StayWords, stayWords } from '../messages.ts'
import { type Night, dayAfter, monthsAfter, readNights } from '../queries/nights.ts'

const path = '/workspace/refuge-places'

/** How many months the table shows. */
const months = 12

const isMonth = (text: string | null): text is string =>
  text !== null && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)

const monthInWords = (month: string, language: Language): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })

/** The nights of each host, by its id; those not seen together, under the empty one. */
function byHost(nights: readonly Night[]): ReadonlyMap<string, readonly Night[]> {
  const hosts = new Map<string, Night[]>()
  for (const night of nights) {
    const list = hosts.get(night.host ?? '')
    if (list) list.push(night)
    else hosts.set(night.host ?? '', [night])
  }
  return hosts
}

/** Places free and taken, by night of a month or by month of a year. Numbers alone. */
export const placesRoute = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = stayWords(language)
      const asked = url.searchParams.get('month')
      const month = isMonth(asked) ? asked : today().slice(0, 7)
      const table = url.searchParams.get('view') === 'table'
      const first = `${month}-01`
      const last = dayAfter(monthsAfter(first, table ? months : 1), -1)
      const hosts = byHost(await readNights(tx, first, last))
      const href = (to: string, view = table) => `${path}?${view ? 'view=table&' : ''}month=${to}`
      const step = table ? months : 1
      const shifted = (by: number) => monthsAfter(first, by).slice(0, 7)
      return workspacePage(visit, {
        title: w('places'),
        lede: w('places_lede'),
        breadcrumbs: [{ href: '/workspace/refuge-stays', label: w('stays') }],
        actions: can(tx.actor, 'write') ? (
          <>
            <LinkButton href="/workspace/records/refuge_host/new">{w('add_host')}</LinkButton>
            <LinkButton href="/workspace/records/refuge_capacity/new">{w('add_places')}</LinkButton>
            <LinkButton href="/workspace/records/refuge_host">{w('hosts')}</LinkButton>
          </>
        ) : null,
        children: (
          <>
            <Tabs
              label={w('views')}
              tabs={[
                { href: href(month, false), label: w('month_view'), current: !table },
                { href: href(month, true), label: w('table_view'), current: table },
              ]}
            />
            {hosts.size === 0 ? (
              <EmptyState title={w('no_hosts')} />
            ) : table ? (
              <MonthsTable {...{ hosts, visit, w }} />
            ) : (
              <MonthTable {...{ hosts, visit, w, month }} />
            )}
            <Pager
              label={w('month')}
              previous={{ href: href(shifted(-step)), label: `← ${monthInWords(shifted(-step), language)}` }}
              next={{ href: href(shifted(step)), label: `${monthInWords(shifted(step), language)} →` }}
            />
          </>
        ),
      })
    }),
})

interface Part {
  readonly visit: Visit
  readonly w: StayWords
  readonly hosts: ReadonlyMap<string, readonly Night[]>
}

function HostName({
  id,
  nights,
  w,
}: {
  readonly id: string
  readonly nights: readonly Night[]
  readonly w: StayWords
}) {
  return id === '' ? w('other_hosts') : <a href={`/workspace/record/${id}`}>{nights[0]?.title}</a>
}

/** A row for each host, a column for each night: how many places are free. */
function MonthTable({ hosts, visit, w, month }: Part & { readonly month: string }) {
  const days = [...hosts.values()][0]?.map(({ night }) => night) ?? []
  return (
    <>
      <p className="quiet">{w('free_hint')}</p>
      <Table
        caption={monthInWords(month, visit.language)}
        phone="scroll"
        columns={[
          { key: 'host', label: w('host'), heading: true, nowrap: true },
          { key: 'places', label: w('offered'), numeric: true },
          ...days.map((day) => ({ key: day, label: String(Number(day.slice(8))), numeric: true })),
        ]}
        rows={[...hosts].map(([id, nights]) => ({
          key: id,
          cells: {
            host: <HostName {...{ id, nights, w }} />,
            places: Math.max(...nights.map((one) => one.places)),
            ...Object.fromEntries(
              nights.map(({ night, places, taken }) => {
                const free = places - taken
                return [
                  night,
                  places === 0 && taken === 0 ? (
                    '–'
                  ) : (
                    <span title={w('free_of', { free, places })}>
                      {free < 0 ? <strong>{`−${-free}`}</strong> : free}
                    </span>
                  ),
                ]
              }),
            ),
          },
        }))}
      />
    </>
  )
}

/** The same by month: nights offered and taken, and the fewest places that are free on a night. */
function MonthsTable({ hosts, visit, w }: Part) {
  const rows = [...hosts].flatMap(([id, nights]) => {
    const of = new Map<string, Night[]>()
    for (const night of nights) {
      const month = night.night.slice(0, 7)
      of.set(month, [...(of.get(month) ?? []), night])
    }
    return [...of].map(([month, list]) => ({
      key: `${id}${month}`,
      cells: {
        host: <HostName {...{ id, nights, w }} />,
        month: monthInWords(month, visit.language),
        offered: list.reduce((sum, { places }) => sum + places, 0),
        taken: list.reduce((sum, { taken }) => sum + taken, 0),
        free: Math.min(...list.map(({ places, taken }) => places - taken)),
      },
    }))
  })
  return (
    <Table
      caption={w('table_view')}
      captionHidden
      columns={[
        { key: 'host', label: w('host'), heading: true },
        { key: 'month', label: w('month'), nowrap: true },
        { key: 'offered', label: w('nights_offered'), numeric: true },
        { key: 'taken', label: w('nights_taken'), numeric: true },
        { key: 'free', label: w('fewest_free'), numeric: true },
      ]}
      rows={rows}
    />
  )
}
