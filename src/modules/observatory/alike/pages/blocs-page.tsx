import { polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { route, type Visit } from '#platform/http'
import type { Tx } from '#platform/records'
import { Columns, LinkButton, Notice, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { agreementAddress, at, blocsAddress, compareAddress } from '../addresses.ts'
import { agreementAmong } from '../agreement.ts'
import { type Bloc, type Blocs, counts, findBlocs } from '../blocs.ts'
import { groupOptions, readGroup } from '../queries/read-group.ts'
import type { StateGroup } from '../state-group.ts'
import { AgreementMatrix, matrixContent } from './agreement-matrix.tsx'
import { codeAt } from './agreement-page.tsx'
import { matrixSvg } from '#web/charts'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { csvRoute, type CsvTable, rowsOf } from './csv-route.ts'
import { headed } from './group-fields.tsx'
import { decimals, rounded, whole } from './numbers.ts'
import {
  AlikeTabs,
  crumbsBelow,
  NoVotes,
  SourceLine,
  viewWindow,
  windowForm,
  windowWords,
  type WindowView,
} from './window-parts.tsx'

interface BlocsView extends WindowView {
  readonly group: StateGroup
  readonly asked: number | null
  readonly found: Blocs
}

async function viewBlocs(visit: Visit, tx: Tx): Promise<BlocsView> {
  const view = await viewWindow(visit, tx)
  const params = visit.url.searchParams
  const group = await readGroup(tx, params.get('group') || 'all', params.get('states') ?? '', visit.language)
  const asked = counts.find((count) => String(count) === params.get('count')) ?? null
  const table = agreementAmong(view.ballots, group.at(view.calls.at(-1)?.day ?? ''))
  return { ...view, group, asked, found: findBlocs(table, asked) }
}

const ownQuery = ({ group, asked }: BlocsView) => ({
  group: group.key === 'all' ? '' : group.key,
  count: asked === null ? '' : String(asked),
})

/** Below this, groups are cut where there are none (Kaufman & Rousseeuw 1990). */
const weak = 0.25

const page = route({
  method: 'get',
  path: blocsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const view = await viewBlocs(visit, tx)
      const { w, window, language, found, group } = view
      const file = await chartFile(visit, tx, {
        name: 'blocs',
        svg: () =>
          matrixSvg({
            ...matrixContent(found.table, language),
            title: w('blocs_matrix', { group: group.name }),
            notes: [windowWords(view), w('blocs_limits')],
          }),
        rows: () => rowsOf(blocsTable(view)),
      })
      if (file) return file
      const options = await groupOptions(tx, language)
      const empty = found.table.places.length < 3
      return workspacePage(visit, {
        title: w('blocs'),
        lede: `${group.name} · ${windowWords(view)}`,
        breadcrumbs: crumbsBelow(w),
        actions:
          can(tx.actor, 'export') && !empty ? (
            <LinkButton href={at(`${blocsAddress}.csv`, window, ownQuery(view))} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            <AlikeTabs {...{ w, window }} current={blocsAddress} />
            <Columns
              asideAt="start"
              aside={
                await windowForm(
                  view,
                  blocsAddress,
                  <>
                    <Select
                      id="group"
                      name="group"
                      label={w('f_group')}
                      value={group.key}
                      options={[{ value: 'all', label: w('all_states') }, ...headed(options)]}
                    />
                    <Select
                      id="count"
                      name="count"
                      label={w('f_count')}
                      value={view.asked === null ? '' : String(view.asked)}
                      empty={w('count_found')}
                      options={counts.map((count) => ({ value: String(count), label: String(count) }))}
                    />
                  </>,
                )
              }
              main={empty ? <NoVotes {...view} /> : <Found {...view} />}
            />
          </>
        ),
      })
    }),
})

/** Who stands in the middle of a bloc, by name: what it is called. */
function blocName({ w, language }: WindowView, { places }: Bloc): string {
  const names = places.slice(0, 3).map((place) => polityName(codeAt(place), language))
  return places.length <= 3
    ? names.join(', ')
    : w('bloc_named', { names: names.join(', '), more: places.length - 3 })
}

/** Where each bloc ends in the order of the table. */
function endsOf({ blocs, table }: Blocs): readonly number[] {
  const blocOf = new Map(blocs.flatMap(({ places }, i) => places.map((place) => [place, i] as const)))
  return table.places.flatMap((place, i) =>
    i > 0 && blocOf.get(place) !== blocOf.get(table.places[i - 1] as number) ? [i] : [],
  )
}

function Found(view: BlocsView) {
  const { w, language, found, window, group } = view
  const quality = found.quality.find(({ count }) => count === found.count)?.silhouette ?? Number.NaN
  const names = (places: readonly number[]) =>
    places.map((place) => polityName(codeAt(place), language)).join(', ')
  return (
    <>
      <p>
        {found.found ? w('blocs_found', { count: found.count }) : w('blocs_asked', { count: found.count })}{' '}
        {w('silhouette_is', { value: decimals(quality, language) })}
      </p>
      {quality < weak ? <Notice kind="warning">{w('blocs_weak')}</Notice> : null}
      <Section title={w('the_blocs')} id="the-blocs">
        <Table
          caption={w('the_blocs')}
          captionHidden
          columns={[
            { key: 'name', label: w('bloc'), heading: true },
            { key: 'size', label: w('states'), numeric: true },
            { key: 'within', label: w('within'), numeric: true },
            { key: 'outside', label: w('outside'), numeric: true },
            { key: 'members', label: w('members') },
          ]}
          rows={found.blocs.map((bloc) => ({
            key: bloc.places.join(' '),
            cells: {
              name: blocName(view, bloc),
              size: (
                <a
                  href={at(agreementAddress, window, {
                    group: 'states',
                    states: bloc.places.map(codeAt).join(','),
                  })}
                >
                  {whole(bloc.places.length, language)}
                </a>
              ),
              within: decimals(bloc.within, language),
              outside: decimals(bloc.outside, language),
              members: names(bloc.places),
            },
          }))}
        />
        {found.leftOut.length > 0 ? (
          <p className="quiet">{w('blocs_left_out', { states: names(found.leftOut) })}</p>
        ) : null}
      </Section>
      <AgreementMatrix
        title={w('blocs_matrix', { group: group.name })}
        table={found.table}
        language={language}
        words={w}
        hrefOf={(a, b) => at(compareAddress, window, { a: codeAt(a), b: codeAt(b) })}
        ends={endsOf(found)}
        picture={at(`${agreementAddress}.png`, window, {
          group: 'states',
          states: found.table.places.map(codeAt).join(','),
        })}
        fields={{
          ...window,
          parts: window.parts ? '1' : '',
          group: 'states',
          states: found.table.places.map(codeAt).join(','),
        }}
        source={<SourceLine {...view} />}
        method={`${w('blocs_method')} ${w('blocs_limits')}`}
      />
      <FileLinks visit={view.visit} tx={view.tx} label={w('as_file')} />
      <Section title={w('how_many')} id="how-many">
        <Table
          caption={w('how_many')}
          captionHidden
          columns={[
            { key: 'count', label: w('f_count'), heading: true },
            { key: 'silhouette', label: w('silhouette'), numeric: true },
          ]}
          rows={found.quality.map(({ count, silhouette }) => ({
            key: String(count),
            cells: {
              count: (
                <a href={at(blocsAddress, window, { ...ownQuery(view), count: String(count) })}>
                  {String(count)}
                </a>
              ),
              silhouette: decimals(silhouette, language),
            },
          }))}
        />
        <p className="quiet">{w('silhouette_note')}</p>
      </Section>
    </>
  )
}

const csv = csvRoute(`${blocsAddress}.csv`, async (visit, tx) => blocsTable(await viewBlocs(visit, tx)))

function blocsTable(view: BlocsView): CsvTable {
  return {
    name: 'blocs',
    columns: ['bloc', 'bloc_name', 'code', 'state', 'within', 'outside', 'blocs', 'from', 'to'],
    rows: view.found.blocs.flatMap((bloc, i) =>
      bloc.places.map((place) => [
        String(i + 1),
        blocName(view, bloc),
        codeAt(place),
        polityName(codeAt(place), view.language),
        rounded(bloc.within),
        rounded(bloc.outside),
        String(view.found.count),
        view.calls[0]?.day ?? '',
        view.calls.at(-1)?.day ?? '',
      ]),
    ),
  }
}

/** Who votes together, found in the votes themselves. */
export const blocsRoutes = [page, csv]
