import { polityGroups } from '#catalogue/polities'
import { can } from '#platform/access'
import { route, type Visit } from '#platform/http'
import type { Tx } from '#platform/records'
import { Columns, LinkButton, Section, Select, Table } from '#web/components'
import { LineChart, lineChartSvg, type LineContent } from '#web/charts'
import { workspacePage } from '#web/workspace'
import { formatDate } from '#platform/dates'
import { caveats } from '../../files/index.ts'
import { at, cohesionAddress, rollCallAddress } from '../addresses.ts'
import { castMatrix } from '../ballots.ts'
import { cohesionByYear, cohesionOf, type CohesionYear } from '../cohesion.ts'
import { groupOptions, readGroup } from '../queries/read-group.ts'
import type { StateGroup } from '../state-group.ts'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { csvRoute, type CsvTable, rowsOf } from './csv-route.ts'
import { headed } from './group-fields.tsx'
import { decimals, rounded, whole } from './numbers.ts'
import {
  AlikeTabs,
  crumbsBelow,
  NoVotes,
  SourceLine,
  sourceName,
  viewWindow,
  windowForm,
  windowWords,
  type WindowView,
} from './window-parts.tsx'

interface CohesionView extends WindowView {
  readonly groups: readonly { readonly group: StateGroup; readonly years: readonly CohesionYear[] }[]
}

const mostGroups = 8

/** The regional groups, where none is chosen. */
const usual: readonly string[] = polityGroups.filter(({ within }) => within === 'un').map(({ id }) => id)

async function viewCohesion(visit: Visit, tx: Tx): Promise<CohesionView> {
  const view = await viewWindow(visit, tx)
  const asked = visit.url.searchParams.getAll('group').filter((key) => key !== '')
  const groups: CohesionView['groups'][number][] = []
  for (const key of [...new Set(asked.length > 0 ? asked : usual)].slice(0, mostGroups)) {
    const group = await readGroup(tx, key, visit.url.searchParams.get('states') ?? '', visit.language)
    groups.push({ group, years: cohesionByYear(view.calls, view.ballots, group) })
  }
  return { ...view, groups }
}

const ownQuery = ({ groups }: CohesionView) => ({ group: groups.map(({ group }) => group.key) })

const page = route({
  method: 'get',
  path: cohesionAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const view = await viewCohesion(visit, tx)
      const { w, window, language, groups, calls } = view
      const file = await chartFile(visit, tx, {
        name: 'cohesion',
        svg: () => lineChartSvg({ ...cohesionLines(view), notes: [windowWords(view), w('cohesion_caveat')] }),
        rows: () => rowsOf(cohesionTable(view)),
      })
      if (file) return file
      const options = await groupOptions(tx, language)
      return workspacePage(visit, {
        title: w('cohesion'),
        lede: windowWords(view),
        breadcrumbs: crumbsBelow(w),
        actions:
          can(tx.actor, 'export') && calls.length > 0 ? (
            <LinkButton href={at(`${cohesionAddress}.csv`, window, ownQuery(view))} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            <AlikeTabs {...{ w, window }} current={cohesionAddress} />
            <Columns
              asideAt="start"
              aside={
                await windowForm(
                  view,
                  cohesionAddress,
                  <Select
                    id="group"
                    name="group"
                    multiple
                    label={w('f_groups')}
                    hint={w('f_groups_hint', { most: mostGroups })}
                    value={groups.map(({ group }) => group.key)}
                    options={headed(options)}
                  />,
                )
              }
              main={calls.length === 0 ? <NoVotes {...view} /> : <Found {...view} />}
            />
          </>
        ),
      })
    }),
})

const hrefOf = ({ window }: CohesionView, group: StateGroup, year: number): string =>
  at(`${cohesionAddress}/roll-calls`, window, { group: group.key, year: String(year) })

function cohesionLines(view: CohesionView): LineContent & { readonly title: string } {
  const { w, groups, language } = view
  return {
    title: w('cohesion_by_year'),
    lines: groups.map(({ group, years }) => ({
      key: group.key,
      label: group.short,
      points: years.map(({ year, index }) => ({ x: year, y: index, href: hrefOf(view, group, year) })),
    })),
    bounds: [0, 1],
    labels: { x: w('year'), y: w('cohesion_index') },
    format: (value) => decimals(value, language),
  }
}

function Found(view: CohesionView) {
  const { w, groups, language } = view
  const years = [...new Set(groups.flatMap((one) => one.years.map(({ year }) => year)))].sort((a, b) => a - b)
  return (
    <>
      <LineChart
        {...cohesionLines(view)}
        tableCaption={w('as_table')}
        source={<SourceLine {...view} />}
        method={`${w('cohesion_method')} ${w('cohesion_caveat')}`}
      />
      <FileLinks visit={view.visit} tx={view.tx} label={w('as_file')} />
      <Section title={w('cohesion_table')} id="by-year">
        <Table
          caption={w('cohesion_table')}
          captionHidden
          phone="scroll"
          columns={[
            { key: 'year', label: w('year'), heading: true },
            ...groups.map(({ group }) => ({
              key: group.key,
              label: group.short === group.name ? group.name : `${group.name} (${group.short})`,
              numeric: true,
            })),
          ]}
          rows={years.map((year) => ({
            key: String(year),
            cells: {
              year: String(year),
              ...Object.fromEntries(
                groups.map(({ group, years: of }) => {
                  const one = of.find((candidate) => candidate.year === year)
                  return [
                    group.key,
                    one ? (
                      <a href={hrefOf(view, group, year)}>
                        {decimals(one.index, language)}
                        <span className="quiet"> ({whole(one.rollCalls, language)})</span>
                      </a>
                    ) : (
                      '–'
                    ),
                  ]
                }),
              ),
            },
          }))}
        />
      </Section>
    </>
  )
}

/** The roll calls behind a group's number of a year, each with how its members voted. */
const rows = route({
  method: 'get',
  path: `${cohesionAddress}/roll-calls`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const view = await viewWindow(visit, tx)
      const { w, language, calls, ballots, window } = view
      const params = visit.url.searchParams
      const group = await readGroup(tx, params.get('group') ?? '', params.get('states') ?? '', language)
      const year = params.get('year') ?? ''
      const chosen = calls.flatMap((call, i) => (call.day.startsWith(`${year}-`) ? [{ call, i }] : []))
      const votes = castMatrix(chosen.map(({ i }) => ballots[i] as string))
      const found = chosen.flatMap(({ call }, i) => {
        const of = cohesionOf(votes, i, group.at(call.day))
        return of ? [{ call, ...of }] : []
      })
      const back = at(cohesionAddress, window, { group: group.key })
      return workspacePage(visit, {
        title: `${group.name}, ${year}`,
        lede: w('cohesion_of', {
          index: decimals(found.reduce((sum, { index }) => sum + index, 0) / found.length, language, 3),
          count: found.length,
        }),
        breadcrumbs: crumbsBelow(w, { href: back, label: w('cohesion') }),
        children: (
          <>
            <Table
              caption={w('roll_calls')}
              captionHidden
              columns={[
                { key: 'title', label: w('roll_call'), heading: true },
                { key: 'day', label: w('day'), nowrap: true },
                { key: 'yes', label: w('yes'), numeric: true },
                { key: 'no', label: w('no'), numeric: true },
                { key: 'abstain', label: w('abstain'), numeric: true },
                { key: 'index', label: w('cohesion_index'), numeric: true },
              ]}
              rows={found.map(({ call, yes, no, abstain, index }) => ({
                key: call.id,
                cells: {
                  title: (
                    <a href={rollCallAddress(call.id)}>
                      {[call.symbol, call.title].filter(Boolean).join(' · ') || call.key}
                    </a>
                  ),
                  day: formatDate(call.day, language),
                  yes: String(yes),
                  no: String(no),
                  abstain: String(abstain),
                  index: decimals(index, language, 3),
                },
              }))}
            />
            <p className="quiet">
              <SourceLine {...view} />
            </p>
            <p className="quiet">{`${w('cohesion_method')} ${caveats.agreement[language]}`}</p>
          </>
        ),
      })
    }),
})

const csv = csvRoute(`${cohesionAddress}.csv`, async (visit, tx) =>
  cohesionTable(await viewCohesion(visit, tx)),
)

const cohesionTable = (view: CohesionView): CsvTable => ({
  name: 'cohesion',
  columns: ['year', 'group', 'name', 'index', 'rollcalls', 'members', 'source', 'data_until'],
  rows: view.groups.flatMap(({ group, years }) =>
    years.map(({ year, index, rollCalls, members }) => [
      year,
      group.key,
      group.name,
      rounded(index),
      rollCalls,
      rounded(members, 1),
      view.source ? sourceName(view, view.source) : '',
      view.source?.to ?? '',
    ]),
  ),
})

/** How far groups vote as one, year by year, each number open to its roll calls. */
export const cohesionRoutes = [page, rows, csv]
