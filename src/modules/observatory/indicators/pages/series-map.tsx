import { countryNumeric } from '#catalogue/countries'
import { polity, polityName } from '#catalogue/polities'
import type { Language } from '#platform/i18n'
import { type Step, WorldMap } from '#web/charts'
import { valueAddress } from '../addresses.ts'
import type { IndicatorWords } from '../messages.ts'
import { classesOf, type SourcedSeries } from '../queries/read-series.ts'
import type { Value } from '../queries/read-values.ts'
import { decimals, valueText } from './number-words.ts'

const stepCount = 4

/** The tints of a map of a measure and what they mean: classes in their order, or four equal parts of the scale. */
export function mapScale(series: SourcedSeries, values: readonly number[], language: Language) {
  const classes = classesOf(series, language)
  if (classes.size > 0) {
    const order = [...classes.keys()]
    const stepOf = (value: number): Step =>
      (1 + Math.floor((Math.max(0, order.indexOf(value)) / order.length) * stepCount)) as Step
    const steps = [1, 2, 3, 4] as const
    return {
      stepOf,
      legend: steps.flatMap((step) => {
        const words = order.filter((value) => stepOf(value) === step).map((value) => classes.get(value) ?? '')
        return words.length === 0 ? [] : [{ step, label: words.join(' / ') }]
      }),
    }
  }
  const least = series.lowest ?? values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = series.highest ?? values.reduce((a, b) => Math.max(a, b), -Infinity)
  const width = (most - least) / stepCount || 1
  const stepOf = (value: number): Step =>
    Math.min(stepCount, Math.max(1, 1 + Math.floor((value - least) / width))) as Step
  return {
    stepOf,
    legend: ([1, 2, 3, 4] as const).map((step) => ({
      step,
      label: `${decimals(least + (step - 1) * width, language)} – ${decimals(least + step * width, language)}`,
    })),
  }
}

/** A measure of one year on a map; its table stands beside. */
export function SeriesMap(props: {
  readonly series: SourcedSeries
  readonly values: readonly (Value & { readonly value: number })[]
  readonly title: string
  readonly year: number
  readonly language: Language
  readonly w: IndicatorWords
  readonly source: string
}) {
  const { series, values, title, year, language, w, source } = props
  const { stepOf, legend } = mapScale(
    series,
    values.map(({ value }) => value),
    language,
  )
  // Of former and present states of one territory only the present one is drawn.
  const drawn = values.flatMap((one) => {
    const country = polity(one.polity)?.country ?? null
    const numeric = country === null ? null : countryNumeric(country)
    return numeric === null ? [] : [{ ...one, numeric }]
  })
  return (
    <WorldMap
      title={title}
      labels={{ place: w('state'), count: w('value') }}
      legend={legend}
      source={source}
      method={w('darker')}
      countries={drawn.map((one) => ({
        numeric: one.numeric,
        label: polityName(one.polity, language, `${year}-12-31`),
        count: one.value,
        text: valueText(series, one.value, language),
        step: stepOf(one.value),
        href: valueAddress(one),
      }))}
    />
  )
}
