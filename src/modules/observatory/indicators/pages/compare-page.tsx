import { polityName } from '#catalogue/polities'
import { type Visit, route } from '#platform/http'
import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { pearson, spearman } from '#kernels/statistics'
import { Matrix, matrixSvg, Scatter, scatterSvg } from '#web/charts'
import { Columns, Figures, FilterForm, Notice, Select, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { stateAddress } from '../../states/addresses.ts'
import { compareAddress, indicatorsAddress } from '../addresses.ts'
import { type IndicatorWords, indicatorWords } from '../messages.ts'
import { pickValues } from '../queries/pick-values.ts'
import { authorOf, readSeries, seriesName, type SourcedSeries, spanOf } from '../queries/read-series.ts'
import { readValuesOf } from '../queries/read-values.ts'
import { Citation, citation } from './citation.tsx'
import { chosenStates } from './chosen-states.ts'
import { decimals } from './number-words.ts'
import { sourceLine } from './series-page.tsx'

const keyOf = ({ dataset, code }: SourcedSeries): string => `${dataset}:${code}`
const named = (series: SourcedSeries, language: Language): string =>
  `${seriesName(series, language)} (${authorOf(series)})`

/** As many measures as one table of correlations holds. */
const mostMeasures = 40
/** Of one source, so that no source fills it. */
const mostOfSource = 5
/** Fewer pairs say nothing. */
const leastPairs = 10

/** Values of measures in a year: by measure, then by state. */
async function valuesOfYear(
  tx: Tx,
  series: readonly SourcedSeries[],
  year: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const all = await readValuesOf(
    tx,
    series.map(({ id }) => id),
    { year },
  )
  return new Map(
    series.map((one) => [
      one.id,
      new Map(
        pickValues(
          one,
          all.filter(({ seriesId }) => seriesId === one.id),
        ).values.flatMap(({ polity, value }) => (value === null ? [] : [[polity, value] as const])),
      ),
    ]),
  )
}

/** Two measures of one year against each other; without a choice, how far all go together. */
export const comparePage = route({
  method: 'get',
  path: compareAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = indicatorWords(language)
      const all = await readSeries(tx)
      const find = (name: string) => all.find((one) => keyOf(one) === url.searchParams.get(name))
      const [x, y] = [find('x'), find('y')]
      const spans = (x && y ? [x, y] : all).map(spanOf)
      const last =
        x && y ? Math.min(...spans.map((span) => span[1])) : Math.max(0, ...spans.map((span) => span[1]))
      const first = Math.min(last, ...spans.map((span) => span[0]))
      const asked = Number(url.searchParams.get('year'))
      const year =
        Number.isInteger(asked) && asked >= first && asked <= Math.max(...spans.map((span) => span[1]), first)
          ? asked
          : last
      const shown =
        x && y ? await scatterOf(visit, tx, { x, y, year, w }) : await matrixOf(visit, tx, { all, year, w })
      if (shown instanceof Response) return shown
      const options = all.map((one) => ({ value: keyOf(one), label: named(one, language) }))
      return workspacePage(visit, {
        title: w('compare'),
        lede: w('compare_lede'),
        breadcrumbs: [{ href: indicatorsAddress, label: w('indicators') }],
        children: (
          <Columns
            asideAt="start"
            aside={
              <FilterForm action={compareAddress} label={w('choose_two')} button={w('show')}>
                <Select
                  id="x"
                  name="x"
                  label={w('across')}
                  empty=""
                  value={x ? keyOf(x) : ''}
                  options={options}
                />
                <Select
                  id="y"
                  name="y"
                  label={w('upwards')}
                  empty=""
                  value={y ? keyOf(y) : ''}
                  options={options}
                />
                <Select
                  id="year"
                  name="year"
                  label={w('year')}
                  value={String(year)}
                  options={Array.from({ length: last - first + 1 }, (_, i) => String(last - i)).map(
                    (one) => ({
                      value: one,
                      label: one,
                    }),
                  )}
                />
                <TextInput
                  id="states"
                  name="states"
                  label={w('named_states')}
                  hint={w('which_states_hint')}
                  value={url.searchParams.get('states') ?? ''}
                  maxLength={2000}
                />
              </FilterForm>
            }
            main={shown}
          />
        ),
      })
    }),
})

async function scatterOf(
  visit: Visit,
  tx: Tx,
  {
    x,
    y,
    year,
    w,
  }: {
    readonly x: SourcedSeries
    readonly y: SourcedSeries
    readonly year: number
    readonly w: IndicatorWords
  },
) {
  const { language, url } = visit
  const values = await valuesOfYear(tx, x.id === y.id ? [x] : [x, y], year)
  const [across = new Map<string, number>(), upwards = new Map<string, number>()] = [
    values.get(x.id),
    values.get(y.id),
  ]
  const chosen = chosenStates(url.searchParams, year, [])
  const name = (code: string) => polityName(code, language, `${year}-12-31`)
  const points = [...across]
    .flatMap(([code, value]) => {
      const other = upwards.get(code)
      return other === undefined
        ? []
        : [
            {
              key: code,
              label: name(code),
              x: value,
              y: other,
              href: stateAddress(code),
              named: chosen.codes.includes(code),
            },
          ]
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  const content = {
    points,
    labels: { point: w('state'), x: named(x, language), y: named(y, language) },
    formatX: (value: number) => decimals(value, language),
    formatY: (value: number) => decimals(value, language),
  }
  const title = w('scatter_title', { x: seriesName(x, language), y: seriesName(y, language), year })
  const left = points.map((point) => point.x)
  const right = points.map((point) => point.y)
  const linear = pearson(left, right)
  const ranked = spearman(left, right)
  const correlation = (r: number): string => (Number.isFinite(r) ? decimals(r, language) : '–')
  const counts = `n = ${linear.n}; ${w('pearson')} ${correlation(linear.r)}; ${w('spearman')} ${correlation(ranked.r)}`
  const cited = citation(w, language, { title, sources: `${sourceLine(x, w)} ${sourceLine(y, w)}` })
  const file = await chartFile(visit, tx, {
    name: `${x.code}-${y.code}-${year}`,
    svg: () =>
      scatterSvg({
        ...content,
        title,
        notes: [counts, cited, w('correlation_caveat')],
      }),
    rows: () => [
      [w('state'), 'code', w('year'), content.labels.x, content.labels.y],
      ...points.map((point) => [point.label, point.key, year, point.x, point.y]),
    ],
  })
  if (file) return file
  const only = (these: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>) =>
    [...these.keys()]
      .filter((code) => !others.has(code))
      .map(name)
      .toSorted((a, b) => a.localeCompare(b, language))
  const missing = [
    { name: named(x, language), states: only(across, upwards) },
    { name: named(y, language), states: only(upwards, across) },
  ].filter(({ states }) => states.length > 0)
  if (points.length < 3) return <p>{w('too_few')}</p>
  return (
    <>
      {chosen.unknown.length > 0 ? (
        <Notice kind="warning">{w('unknown_states', { names: chosen.unknown.join(', ') })}</Notice>
      ) : null}
      <Figures
        figures={[
          { label: w('n_states'), value: String(linear.n) },
          { label: w('pearson'), value: correlation(linear.r) },
          { label: w('spearman'), value: correlation(ranked.r) },
        ]}
      />
      <Scatter
        {...content}
        title={title}
        tableCaption={w('both_values')}
        source={`${sourceLine(x, w)} ${sourceLine(y, w)}`}
        method={w('correlation_caveat')}
      />
      <FileLinks visit={visit} tx={tx} label={w('as_file')} />
      <Citation text={cited} w={w} />
      {missing.map((one) => (
        <p key={one.name} className="quiet">
          {w('only_x', { name: one.name, states: one.states.join(', ') })}
        </p>
      ))}
    </>
  )
}

async function matrixOf(
  visit: Visit,
  tx: Tx,
  {
    all,
    year,
    w,
  }: { readonly all: readonly SourcedSeries[]; readonly year: number; readonly w: IndicatorWords },
) {
  const { language } = visit
  const there = all
    .filter(
      (one) =>
        one.sources.some(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) &&
        one.scale !== 'class',
    )
    .filter(
      (one, i, list) =>
        list.slice(0, i).filter(({ dataset }) => dataset === one.dataset).length < mostOfSource,
    )
    .slice(0, mostMeasures)
  const values = await valuesOfYear(tx, there, year)
  const columns = there.map((one) => values.get(one.id) ?? new Map<string, number>())
  const turned = there.map(({ better }) => (better === 'lower' ? -1 : 1))
  const cells = columns.map((a, i) =>
    columns.map((b, j) => {
      const shared = [...a.keys()].filter((code) => b.has(code))
      if (shared.length < leastPairs) return null
      const { r } = spearman(
        shared.map((code) => (a.get(code) ?? 0) * (turned[i] ?? 1)),
        shared.map((code) => (b.get(code) ?? 0) * (turned[j] ?? 1)),
      )
      return Number.isFinite(r) ? r : null
    }),
  )
  const sides = there.map((one) => ({ key: one.id, label: named(one, language) }))
  const content = {
    rows: sides,
    columns: sides,
    value: (i: number, j: number) => cells[i]?.[j] ?? null,
    bounds: [-1, 1] as const,
    middle: 0,
    format: (value: number) => decimals(value, language),
  }
  const title = w('matrix_title', { year })
  const file = await chartFile(visit, tx, {
    name: `correlations-${year}`,
    svg: () => matrixSvg({ ...content, title, notes: [w('matrix_method'), w('correlation_caveat')] }),
    rows: () => [
      ['', ...sides.map(({ label }) => label)],
      ...sides.map(({ label }, i) => [label, ...(cells[i] ?? [])]),
    ],
  })
  if (file) return file
  if (there.length < 2) return <p>{w('choose_two')}</p>
  return (
    <>
      <p>{w('choose_two')}</p>
      <Matrix
        {...content}
        title={title}
        tableCaption={w('matrix_table')}
        labels={{ row: w('measure'), least: w('opposite'), most: w('together') }}
        href={(i, j) => {
          const [a, b] = [there[i], there[j]]
          return a && b && i !== j
            ? `${compareAddress}?${new URLSearchParams({ x: keyOf(a), y: keyOf(b), year: String(year) })}`
            : undefined
        }}
        source={[...new Set(there.map((one) => authorOf(one)))].join(' · ')}
        method={`${w('matrix_method')} ${w('correlation_caveat')}`}
      />
      <FileLinks visit={visit} tx={tx} label={w('as_file')} />
    </>
  )
}
