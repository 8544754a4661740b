import { type Labels, labels, type Language } from '#platform/i18n'
import { type ClassSpan, ClassStrip, LineChart } from '#web/charts'
import { Details, Table } from '#web/components'
import type { PanelAsk, StatePanel } from '../../states/state-panel.ts'
import { seriesAddress, valueAddress } from '../addresses.ts'
import { type IndicatorWords, indicatorWords } from '../messages.ts'
import { decimals, intervalText, valueText } from '../pages/number-words.ts'
import { sourceLine } from '../pages/series-page.tsx'
import { shippedTables } from '../profiles/index.ts'
import { pickValues } from '../queries/pick-values.ts'
import { authorOf, classesOf, readSeries, seriesName, type SourcedSeries } from '../queries/read-series.ts'
import { readValuesOf, type Value } from '../queries/read-values.ts'

/** The strip of classes: the first of these that is there. */
const strips = ['vdem:v2x_regime', 'freedom-house:status', 'bti:cat_dem_stat', 'lied:lexical_index_plus']
/** Lines with intervals, on the scale of 0 to 1. */
const democracy = ['vdem:v2x_polyarchy', 'vdem:v2x_libdem']
/** The charts begin with the United Nations; the page of a measure has all its years. */
const since = 1945
/** Civic space, on the scale of 0 to 1; of a measure in several datasets the first counts. */
const civic = ['v2x_frassoc_thick', 'v2xcs_ccsi', 'v2x_freexp_altinf', 'v2x_freexp', 'v2xca_academ']
const civicDatasets = ['vdem', 'demspaces', 'vdem-freedoms']

const keyOf = ({ dataset, code }: SourcedSeries): string => `${dataset}:${code}`

/** Regime over time, indices with their intervals, civic space, and the latest value of every measure. */
export const indicesPanel: StatePanel = {
  id: 'indices',
  order: 10,
  title: labels('Regime and indices', 'Régimen e índices', 'Règim i índexs') satisfies Labels,
  filledBy: shippedTables.filter(({ dataset }) => ['vdem', 'freedom-house', 'bti'].includes(dataset)),
  async render({ tx, polity, language, until }: PanelAsk) {
    if (polity.n === 0) return null
    const w = indicatorWords(language)
    const all = await readSeries(tx)
    const strip = strips.flatMap((key) => all.filter((one) => keyOf(one) === key))
    const lines = democracy.flatMap((key) => all.filter((one) => keyOf(one) === key))
    const space = civic.flatMap((code) =>
      civicDatasets
        .flatMap((dataset) => all.filter((one) => one.code === code && one.dataset === dataset))
        .slice(0, 1),
    )
    const last = until === undefined ? undefined : Number(until.slice(0, 4))
    const values = await readValuesOf(
      tx,
      all.map(({ id }) => id),
      { polities: [polity.code], ...(last !== undefined && { until: last }) },
    )
    if (values.length === 0) return null
    const bySeries = Map.groupBy(values, ({ seriesId }) => seriesId)
    const of = (series: SourcedSeries) => pickValues(series, bySeries.get(series.id) ?? []).values
    const shownStrip = strip.find((one) => of(one).some(({ value }) => value !== null))
    const chart = (title: string, some: readonly SourcedSeries[]) => {
      const there = some.filter((one) => of(one).some(({ value, year }) => value !== null && year >= since))
      return there.length === 0 ? null : (
        <LineChart
          title={title}
          tableCaption={w('lines_table')}
          labels={{ x: w('year'), y: w('index') }}
          bounds={[0, 1]}
          format={(value) => decimals(value, language)}
          lines={there.map((one) => ({
            key: one.id,
            label: seriesName(one, language),
            points: of(one)
              .filter(({ year }) => year >= since)
              .map((value) => ({
                x: value.year,
                y: value.value,
                low: value.low,
                high: value.high,
                href: valueAddress(value),
              })),
          }))}
          source={[...new Set(there.map((one) => sourceLine(one, w)))].join(' ')}
          method={`${w('gaps')} ${w('since', { year: since })}`}
        />
      )
    }
    return (
      <>
        {shownStrip ? <Strip series={shownStrip} values={of(shownStrip)} {...{ language, w }} /> : null}
        {chart(w('democracy_title'), lines)}
        {chart(w('civic_title'), space)}
        <Latest series={all} of={of} {...{ language, w }} />
      </>
    )
  },
}

/** Years of like classes, together; a year without one begins anew. */
export function classSpans(
  series: SourcedSeries,
  values: readonly Value[],
  language: Language,
): readonly ClassSpan[] {
  const order = [...classesOf(series, language).keys()]
  const spans: ClassSpan[] = []
  for (const one of values.toSorted((a, b) => a.year - b.year)) {
    if (one.value === null) continue
    const before = spans.at(-1)
    const place = order.indexOf(one.value)
    if (before && before.place === place && before.to === one.year - 1)
      spans[spans.length - 1] = { ...before, to: one.year }
    else
      spans.push({
        from: one.year,
        to: one.year,
        place,
        label: valueText(series, one.value, language),
        href: valueAddress(one),
      })
  }
  return spans
}

function Strip({
  series,
  values,
  language,
  w,
}: {
  readonly series: SourcedSeries
  readonly values: readonly Value[]
  readonly language: Language
  readonly w: IndicatorWords
}) {
  return (
    <ClassStrip
      spans={classSpans(series, values, language)}
      classes={[...classesOf(series, language).values()]}
      title={w('regime_strip', { measure: seriesName(series, language), author: authorOf(series) })}
      tableCaption={w('strip_table')}
      labels={{ from: w('from'), to: w('to'), of: seriesName(series, language) }}
      source={sourceLine(series, w)}
    />
  )
}

function Latest({
  series,
  of,
  language,
  w,
}: {
  readonly series: readonly SourcedSeries[]
  readonly of: (series: SourcedSeries) => readonly Value[]
  readonly language: Language
  readonly w: IndicatorWords
}) {
  const rows = series.flatMap((one) => {
    const last = of(one)
      .filter(({ value }) => value !== null)
      .toSorted((a, b) => a.year - b.year)
      .at(-1)
    return last && last.value !== null ? [{ one, last, value: last.value }] : []
  })
  return (
    <Details summary={w('latest')}>
      <Table
        caption={w('latest')}
        captionHidden
        columns={[
          { key: 'measure', label: w('measure'), heading: true },
          { key: 'author', label: w('author') },
          { key: 'year', label: w('year') },
          { key: 'value', label: w('value') },
          { key: 'interval', label: w('interval') },
        ]}
        rows={rows.map(({ one, last, value }) => ({
          key: one.id,
          cells: {
            measure: <a href={`${seriesAddress(one)}?states=${last.polity}`}>{seriesName(one, language)}</a>,
            author: authorOf(one),
            year: String(last.year),
            value: <a href={valueAddress(last)}>{valueText(one, value, language)}</a>,
            interval: intervalText(last, language),
          },
        }))}
      />
    </Details>
  )
}
