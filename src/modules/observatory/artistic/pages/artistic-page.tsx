import type { ReactNode } from 'react'
import { countryName } from '#catalogue/countries'
import { polityOfCountry } from '#catalogue/polities'
import { can } from '#platform/access'
import { type Visit, route, stream } from '#platform/http'
import { type Language, label, formatNumber } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { Bars } from '#web/charts'
import { EmptyState, FilterForm, LinkButton, Section, Select, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { valueAddress } from '../../indicators/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { artisticAddress, artisticRowsAddress } from '../addresses.ts'
import { type ArtisticWords, artisticWords } from '../messages.ts'
import {
  type ArtisticQuery,
  type ArtisticTable,
  type CellQuery,
  cellKey,
  countViolations,
  countYears,
} from '../queries/count-violations.ts'
import { type IndexValue, readIndex } from '../queries/read-index.ts'
import { type Told, readViolations } from '../queries/read-violations.ts'
import { everywhere, isRegion, regions, usualRegion } from '../region.ts'
import { type Violation, lines, undivided, violationLabels } from '../violations.ts'

/** What the address asks; what it does not say is what most people want: the region, the latest year, by country. */
export function queryOf(visit: Visit, all: readonly Told[]): ArtisticQuery {
  const asked = (name: string) => visit.url.searchParams.get(name)?.slice(0, 40) ?? ''
  const exercises =
    asked('exercises') === ''
      ? !all.some(({ fictitious }) => !fictitious) && all.length > 0
      : asked('exercises') === '1'
  const base: ArtisticQuery = {
    region: isRegion(asked('region')) ? asked('region') : usualRegion,
    year: null,
    by: asked('by') === 'discipline' ? 'discipline' : 'country',
    exercises,
  }
  if (/^\d{4}$/.test(asked('year'))) return { ...base, year: Number(asked('year')) }
  if (asked('year') === 'all') return base
  return { ...base, year: countYears(all, base).years.at(-1)?.[0] ?? null }
}

/** The address of a table or of a cell. */
export function addressOf(query: CellQuery, path = artisticAddress): string {
  const search = new URLSearchParams({
    region: query.region,
    year: query.year === null ? 'all' : String(query.year),
    by: query.by,
    exercises: query.exercises ? '1' : '0',
    ...(query.violation !== undefined && { violation: query.violation }),
    ...(query.at !== undefined && { at: query.at }),
  })
  return `${path}?${search}`
}

/** The name of a column: a country or a discipline. */
export function columnName(
  tx: Tx,
  by: ArtisticQuery['by'],
  code: string,
  w: ArtisticWords,
  language: Language,
): string {
  if (code === '') return w(by === 'country' ? 'no_country' : 'no_discipline')
  if (by === 'country') return countryName(code, language)
  const term = tx.schema.vocabularies.get('disciplines')?.byCode.get(code)
  return (term && label(term.label, language)) || code
}

const byName = (tx: Tx, table: ArtisticTable, query: ArtisticQuery, w: ArtisticWords, language: Language) =>
  table.columns
    .map((code) => ({ code, name: columnName(tx, query.by, code, w, language) }))
    .toSorted(
      (a, b) => Number(a.code === '') - Number(b.code === '') || a.name.localeCompare(b.name, language),
    )

/** The thirteen, and the fourteenth line only where something stands in it. */
const linesOf = (table: ArtisticTable): readonly Violation[] =>
  lines.filter((line) => line !== undivided || (table.sums.get(undivided) ?? 0) > 0)

const page = route({
  method: 'get',
  path: artisticAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = artisticWords(language)
      const all = await readViolations(tx)
      const query = queryOf(visit, all)
      const table = countViolations(all, query)
      const { years, without } = countYears(all, query)
      const columns = byName(tx, table, query, w, language)
      const regionName = regions.find(({ id }) => id === query.region)?.name
      const region = regionName ? label(regionName, language) : w('everywhere')
      const when = query.year === null ? w('all_years') : String(query.year)
      const both = all.some(({ fictitious }) => fictitious) && all.some(({ fictitious }) => !fictitious)
      const codes =
        query.by === 'country' ? columns.flatMap(({ code }) => polityOfCountry(code)?.code ?? []) : []
      const index = await readIndex(tx, codes, query.year)
      return workspacePage(visit, {
        title: w('title', { region, when }),
        lede: w('lede'),
        fictitious: query.exercises,
        actions:
          table.total > 0 && can(tx.actor, 'export') ? (
            <LinkButton href={addressOf(query, `${artisticAddress}.csv`)} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            {both ? (
              <Tabs
                label={w('which')}
                tabs={[false, true].map((exercises) => ({
                  href: addressOf({ ...query, exercises, year: null }),
                  label: w(exercises ? 'exercises' : 'real'),
                  current: exercises === query.exercises,
                }))}
              />
            ) : null}
            <Filter {...{ visit, query, years, w }} />
            {table.total === 0 ? (
              <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
            ) : (
              <>
                <Section title={w('table_title', { region, when })} id="table">
                  <ViolationTable {...{ table, columns, query, w, language }} />
                </Section>
                {years.length > 0 ? (
                  <Section title={w('years_title', { region })} id="years">
                    <Bars
                      caption={w('years_title', { region })}
                      captionHidden
                      labels={{ item: w('year'), value: w('count'), bar: w('bar') }}
                      items={years.map(([year, count]) => ({
                        key: String(year),
                        label: String(year),
                        value: count,
                        text: String(count),
                        href: addressOf({ ...query, year }),
                        ...(year === new Date().getUTCFullYear() && { tone: 'partial' as const }),
                      }))}
                    />
                    {without > 0 ? <p className="quiet">{w('without_year', { count: without })}</p> : null}
                  </Section>
                ) : null}
                {index.size > 0 ? (
                  <Section title={w('index_title')} id="index">
                    <IndexTable {...{ table, columns, index, query, w, language }} />
                  </Section>
                ) : query.by === 'country' && !query.exercises ? (
                  <p className="quiet">{w('index_missing')}</p>
                ) : null}
              </>
            )}
            <Section title={w('method')} id="method">
              <ul className="list">
                {methodOf(w).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Section>
          </>
        ),
      })
    }),
})

const methodOf = (w: ArtisticWords): readonly string[] => [
  w('method_1'),
  w('method_2'),
  w('method_3'),
  w('method_4'),
  w('method_5'),
]

function Filter(props: {
  readonly visit: Visit
  readonly query: ArtisticQuery
  readonly years: readonly (readonly [number, number])[]
  readonly w: ArtisticWords
}): ReactNode {
  const { visit, query, years, w } = props
  const { language } = visit
  const known =
    query.year === null || years.some(([year]) => year === query.year)
      ? years
      : [...years, [query.year, 0] as const]
  return (
    <FilterForm action={artisticAddress} label={w('filter')} button={w('show')}>
      <input type="hidden" name="exercises" value={query.exercises ? '1' : '0'} />
      <Select
        id="region"
        name="region"
        label={w('region')}
        value={query.region}
        options={[
          ...regions
            .map(({ id, name }) => ({ value: id, label: label(name, language) }))
            .toSorted(
              (a, b) =>
                Number(b.value === usualRegion) - Number(a.value === usualRegion) ||
                a.label.localeCompare(b.label, language),
            ),
          { value: everywhere, label: w('everywhere') },
        ]}
      />
      <Select
        id="year"
        name="year"
        label={w('year')}
        value={query.year === null ? 'all' : String(query.year)}
        options={[
          ...known
            .toReversed()
            .map(([year, count]) => ({ value: String(year), label: `${year} (${count})` })),
          { value: 'all', label: w('all_years') },
        ]}
      />
      <Select
        id="by"
        name="by"
        label={w('by')}
        value={query.by}
        options={(['country', 'discipline'] as const).map((value) => ({ value, label: w(`by_${value}`) }))}
      />
    </FilterForm>
  )
}

function ViolationTable(props: {
  readonly table: ArtisticTable
  readonly columns: readonly { readonly code: string; readonly name: string }[]
  readonly query: ArtisticQuery
  readonly w: ArtisticWords
  readonly language: Language
}): ReactNode {
  const { table, columns, query, w, language } = props
  const cell = (count: number | undefined, at: Partial<CellQuery>) =>
    count === undefined || count === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <a href={addressOf({ ...query, ...at }, artisticRowsAddress)}>{count}</a>
    )
  return (
    <Table
      caption={w('table')}
      captionHidden
      phone="scroll"
      columns={[
        { key: 'violation', label: w('violation'), heading: true },
        ...columns.map(({ code, name }) => ({ key: `c ${code}`, label: name, numeric: true })),
        { key: 'sum', label: w('together'), numeric: true },
      ]}
      rows={linesOf(table).map((violation) => ({
        key: violation,
        cells: {
          violation: label(violationLabels[violation], language),
          ...Object.fromEntries(
            columns.map(({ code }) => [
              `c ${code}`,
              cell(table.counts.get(cellKey(violation, code)), { violation, at: code }),
            ]),
          ),
          sum: cell(table.sums.get(violation), { violation }),
        },
      }))}
      foot={{
        violation: w('together'),
        ...Object.fromEntries(
          columns.map(({ code }) => [`c ${code}`, cell(table.columnSums.get(code), { at: code })]),
        ),
        sum: cell(table.total, {}),
      }}
    />
  )
}

function IndexTable(props: {
  readonly table: ArtisticTable
  readonly columns: readonly { readonly code: string; readonly name: string }[]
  readonly index: ReadonlyMap<string, IndexValue>
  readonly query: ArtisticQuery
  readonly w: ArtisticWords
  readonly language: Language
}): ReactNode {
  const { table, columns, index, query, w, language } = props
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 3 })
  const rows = columns.flatMap(({ code, name }) => {
    const state = polityOfCountry(code)
    const value = state ? index.get(state.code) : undefined
    return state && value ? [{ code, name, state, value }] : []
  })
  const [first] = rows
  return (
    <>
      <Table
        caption={w('index_title')}
        captionHidden
        columns={[
          { key: 'country', label: w('by_country'), heading: true },
          { key: 'count', label: w('count'), numeric: true },
          { key: 'value', label: w('index'), numeric: true },
          { key: 'year', label: w('index_year'), numeric: true },
          { key: 'file', label: w('index_file') },
        ]}
        rows={rows.map(({ code, name, state, value }) => ({
          key: code,
          cells: {
            country: <a href={stateAddress(state.code)}>{name}</a>,
            count: (
              <a href={addressOf({ ...query, at: code }, artisticRowsAddress)}>
                {table.columnSums.get(code) ?? 0}
              </a>
            ),
            value: (
              <a href={valueAddress(value)}>
                {number(value.value)}
                {value.low === null || value.high === null
                  ? ''
                  : ` (${number(value.low)} – ${number(value.high)})`}
              </a>
            ),
            year: String(value.year),
            file: w('file_row', { file: value.file, row: value.row }),
          },
        }))}
      />
      {first ? (
        <p className="quiet">
          {label(first.value.label, language)}, {first.value.author}. {w('index_note')}
        </p>
      ) : null}
    </>
  )
}

const csv = route({
  method: 'get',
  path: `${artisticAddress}.csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = artisticWords(language)
    const { header, rows } = await visit.within(async (tx) => {
      const all = await readViolations(tx)
      const query = queryOf(visit, all)
      const table = countViolations(all, query)
      const columns = byName(tx, table, query, w, language)
      await writeLedger(tx, 'export.run', null, { figures: 'artistic-freedom', format: 'csv', ...query })
      const blank = columns.map(() => '')
      return {
        header: [w('violation'), ...columns.map(({ name }) => name), w('together')],
        rows: [
          ...linesOf(table).map((violation) => [
            label(violationLabels[violation], language),
            ...columns.map(({ code }) => String(table.counts.get(cellKey(violation, code)) ?? 0)),
            String(table.sums.get(violation) ?? 0),
          ]),
          [
            w('together'),
            ...columns.map(({ code }) => String(table.columnSums.get(code) ?? 0)),
            String(table.total),
          ],
          ...methodOf(w).map((one) => [`${w('method')}: ${one}`, ...blank, '']),
          ...(query.exercises ? [[w('exercises'), ...blank, '']] : []),
        ],
      }
    })
    return stream(writeCsv(header, rows), 'artistic-freedom.csv', 'text/csv; charset=utf-8')
  },
})

/** The violation that an address names; undefined for none. */
export const violationIn = (visit: Visit): Violation | undefined => {
  const asked = visit.url.searchParams.get('violation')
  return lines.find((one) => one === asked)
}

export const artisticRoutes = [page, csv]
