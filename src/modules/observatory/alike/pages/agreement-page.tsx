import { polities, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { route, type Visit } from '#platform/http'
import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Columns, LinkButton, Section, Select, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { caveats } from '../../files/index.ts'
import { agreementAddress, at, compareAddress } from '../addresses.ts'
import { type Agreement, agreementAmong, reordered, seriated } from '../agreement.ts'
import { groupOptions, readGroup } from '../queries/read-group.ts'
import type { StateGroup } from '../state-group.ts'
import { matrixSvg } from '#web/charts'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { csvRoute, type CsvTable, rowsOf } from './csv-route.ts'
import { headed } from './group-fields.tsx'
import { AgreementMatrix, matrixContent, mostCells } from './agreement-matrix.tsx'
import { decimals, rounded, whole } from './numbers.ts'
import {
  AlikeTabs,
  crumbs,
  NoVotes,
  SourceLine,
  sourceName,
  viewWindow,
  windowForm,
  windowWords,
  type WindowView,
} from './window-parts.tsx'

/** The code of the polity at a place in a ballot. */
export const codeAt = (place: number): string => polities[place]?.code ?? ''

interface AgreementView extends WindowView {
  readonly group: StateGroup
  readonly states: string
  readonly order: 'alike' | 'name'
  readonly table: Agreement
}

async function viewAgreement(visit: Visit, tx: Tx): Promise<AgreementView> {
  const view = await viewWindow(visit, tx)
  const params = visit.url.searchParams
  const states = (params.get('states') ?? '').slice(0, 2000)
  const group = await readGroup(
    tx,
    params.get('group') || (states === '' ? 'grulac' : 'states'),
    states,
    visit.language,
  )
  const order = params.get('order') === 'name' ? 'name' : 'alike'
  // Who is in a group is asked for the last day of the window.
  const found = agreementAmong(view.ballots, group.at(view.calls.at(-1)?.day ?? ''))
  return {
    ...view,
    group,
    states,
    order,
    table: order === 'name' ? byName(found, visit.language) : seriated(found),
  }
}

function byName(table: Agreement, language: Language): Agreement {
  const names = table.places.map((place) => polityName(codeAt(place), language))
  const order = names
    .map((_, i) => i)
    .sort((a, b) => (names[a] as string).localeCompare(names[b] as string, language))
  return reordered(table, order)
}

/** What the address asks besides the window. */
const ownQuery = ({ group, states, order }: AgreementView) => ({
  group: group.key,
  states: group.key === 'states' ? states : '',
  order: order === 'name' ? 'name' : '',
})

const page = route({
  method: 'get',
  path: agreementAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const view = await viewAgreement(visit, tx)
      const { w, window, language, table, group } = view
      const file = await chartFile(visit, tx, {
        name: 'agreement',
        svg: () =>
          matrixSvg({
            ...matrixContent(table, language),
            title: w('matrix_of', { group: group.name }),
            notes: [windowWords(view), w('agreement_method_short')],
          }),
        rows: () => rowsOf(agreementTable(view)),
      })
      if (file) return file
      const options = await groupOptions(tx, language)
      return workspacePage(visit, {
        title: w('agreement'),
        lede: `${group.name} · ${windowWords(view)}`,
        breadcrumbs: crumbs(w),
        actions:
          can(tx.actor, 'export') && table.places.length > 0 ? (
            <LinkButton href={at(`${agreementAddress}.csv`, window, ownQuery(view))} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            <AlikeTabs {...{ w, window }} current={agreementAddress} />
            <Columns
              asideAt="start"
              aside={
                await windowForm(
                  view,
                  agreementAddress,
                  <>
                    <Select
                      id="group"
                      name="group"
                      label={w('f_group')}
                      value={group.key}
                      options={[
                        { value: 'all', label: w('all_states') },
                        { value: 'states', label: w('chosen_states') },
                        ...headed(options),
                      ]}
                    />
                    <TextInput
                      id="states"
                      name="states"
                      label={w('f_states')}
                      hint={w('f_states_hint')}
                      value={view.states}
                      maxLength={2000}
                    />
                    <Select
                      id="order"
                      name="order"
                      label={w('f_order')}
                      value={view.order}
                      options={[
                        { value: 'alike', label: w('order_alike') },
                        { value: 'name', label: w('order_name') },
                      ]}
                    />
                  </>,
                )
              }
              main={table.places.length < 2 ? <NoVotes {...view} /> : <Found {...view} />}
            />
          </>
        ),
      })
    }),
})

function Found(view: AgreementView) {
  const { w, table, window, language, group } = view
  const hrefOf = (a: number, b: number) => at(compareAddress, window, { a: codeAt(a), b: codeAt(b) })
  return (
    <>
      <AgreementMatrix
        {...{ table, language, hrefOf }}
        title={w('matrix_of', { group: group.name })}
        picture={at(`${agreementAddress}.png`, window, ownQuery(view))}
        fields={{ ...window, parts: window.parts ? '1' : '', ...ownQuery(view) }}
        source={<SourceLine {...view} />}
        method={`${w('agreement_method', { divided: table.divided })} ${caveats.agreement[language]}`}
        words={w}
      />
      <FileLinks visit={view.visit} tx={view.tx} label={w('as_file')} />
      <Section title={w('each_state')} id="states-of">
        <p className="quiet">{w('each_state_note')}</p>
        <Table
          caption={w('each_state')}
          captionHidden
          phone="scroll"
          columns={[
            { key: 'state', label: w('state'), heading: true },
            { key: 'n', label: w('votes_shared'), numeric: true },
            { key: 'mean', label: w('mean_agreement'), numeric: true },
            { key: 'near', label: w('closest') },
            { key: 'far', label: w('furthest') },
          ]}
          rows={table.places.map((place, row) => stateRow(view, place, row, hrefOf))}
        />
      </Section>
    </>
  )
}

function stateRow(
  { table, language }: AgreementView,
  place: number,
  row: number,
  hrefOf: (a: number, b: number) => string,
) {
  const size = table.places.length
  const others = table.places
    .map((other, column) => ({
      other,
      agreement: table.agreement[row * size + column] as number,
      n: table.shared[row * size + column] as number,
    }))
    .filter(({ other, n }) => other !== place && n > 0)
  const order = others.toSorted((a, b) => b.agreement - a.agreement || a.other - b.other)
  const said = (one: (typeof others)[number] | undefined) =>
    one ? (
      <a href={hrefOf(place, one.other)}>
        {polityName(codeAt(one.other), language)} {decimals(one.agreement, language)}
      </a>
    ) : (
      ''
    )
  return {
    key: codeAt(place),
    cells: {
      state: polityName(codeAt(place), language),
      n: whole(Math.max(0, ...others.map(({ n }) => n)), language),
      mean: decimals(others.reduce((sum, one) => sum + one.agreement, 0) / others.length, language),
      near: said(order[0]),
      far: said(order.at(-1)),
    },
  }
}

const csv = csvRoute(`${agreementAddress}.csv`, async (visit, tx) =>
  agreementTable(await viewAgreement(visit, tx)),
)

function agreementTable(view: AgreementView): CsvTable {
  const { table, language, w, calls } = view
  const size = table.places.length
  const columns = ['state1', 'name1', 'state2', 'name2', 'agreement', 'n', 'from', 'to', 'source']
  const rows = table.places.flatMap((a, i) =>
    table.places.flatMap((b, j) =>
      j > i && (table.shared[i * size + j] as number) > 0
        ? [
            [
              codeAt(a),
              polityName(codeAt(a), language),
              codeAt(b),
              polityName(codeAt(b), language),
              rounded(table.agreement[i * size + j] as number, 8),
              table.shared[i * size + j] as number,
              calls[0]?.day ?? '',
              calls.at(-1)?.day ?? '',
              view.source ? sourceName(view, view.source) : w('no_votes'),
            ],
          ]
        : [],
    ),
  )
  return { name: 'agreement', columns, rows }
}

/** The same view, for the picture of a large table and the pair under a press on it. */
export { mostCells, viewAgreement }

/** Who votes like whom, in any window. */
export const agreementRoutes = [page, csv]
