import { basename } from 'node:path'
import { dealFolds, fitElasticNet, predictLogit, seededGenerator } from '#kernels/statistics'
import { type CountryYears, outcome, readCountryYears } from './country-years.ts'
import { refuseFile, refuseOption } from './refusal.ts'

/** The risk of each country after the last year of the file, highest first. */
export interface EarlyWarningTable {
  readonly rows: readonly {
    readonly country: string
    readonly year: number
    /** Probability of a mass killing that begins in one of the two years that follow. */
    readonly risk: number
    readonly rank: number
  }[]
  readonly coefficients: readonly { readonly name: string; readonly value: number }[]
  readonly intercept: number
  readonly lambda: number
  /** Country-years learnt from, and how many of them were followed by an onset. */
  readonly learnt: number
  readonly onsets: number
  /** Country-years left out of learning, and countries left without a risk, for want of a predictor. */
  readonly incomplete: number
  readonly withoutRisk: readonly string[]
}

/**
 * Refits the statistical model of the Early Warning Project (logistic regression, elastic net with equal shares, λ by
 * ten-fold cross-validation) on country-years in its layout, and gives the risk after the last year of the file. Learns
 * from the years up to `trainTo`: two before the last, unless told otherwise, as later outcomes are not yet known.
 */
export async function earlyWarningTable(path: string, trainTo?: number): Promise<EarlyWarningTable> {
  const table = refitEarlyWarning(await readCountryYears(path), trainTo)
  if (table) return table
  throw trainTo === undefined
    ? refuseFile({ file: basename(path), column: outcome }, noOnsets, someOnsets)
    : refuseOption('train-to', String(trainTo), aYearWithOnsets)
}

/** The same on country-years that are at hand. Null where the years to learn from hold no onset, or nothing else. Pure. */
export function refitEarlyWarning(data: CountryYears, trainTo?: number): EarlyWarningTable | null {
  const { names, countries, years, outcomes, values } = data
  const last = years.reduce((most, year) => Math.max(most, year), 0)
  const until = trainTo ?? last - 2
  const isComplete = (row: number): boolean => (values[row] as Float64Array).every(Number.isFinite)
  const early = [...years.keys()].filter((row) => (years[row] as number) <= until)
  const learning = early.filter(isComplete)
  const onsets = learning.filter((row) => outcomes[row] === 1).length
  if (onsets === 0 || onsets === learning.length) return null
  const columnsOf = (rows: readonly number[]) =>
    names.map((_, j) => Float64Array.from(rows, (row) => (values[row] as Float64Array)[j] as number))

  // The folds are the same for the same file: a forecast that changes by itself cannot be explained.
  const folds = dealFolds(learning.length, 10, seededGenerator(1))
  const { best } = fitElasticNet(
    columnsOf(learning),
    Uint8Array.from(learning, (row) => outcomes[row] as number),
    { share: 0.5 },
    folds,
  )
  const now = [...years.keys()].filter((row) => years[row] === last)
  const asked = now.filter(isComplete)
  const risks = predictLogit(best, columnsOf(asked))
  const rows = asked
    .map((row, i) => ({ country: countries[row] as string, year: last, risk: risks[i] as number }))
    .sort((a, b) => b.risk - a.risk || (a.country < b.country ? -1 : 1))
    .map((one, i) => ({ ...one, rank: i + 1 }))
  return {
    rows,
    coefficients: names.map((name, j) => ({ name, value: best.coefficients[j] as number })),
    intercept: best.intercept,
    lambda: best.lambda,
    learnt: learning.length,
    onsets,
    incomplete: early.length - learning.length,
    withoutRisk: now.filter((row) => !isComplete(row)).map((row) => countries[row] as string),
  }
}

const noOnsets = {
  en: 'the years to learn from hold no onset, or nothing else',
  es: 'los años de los que se aprende no tienen ningún inicio, o no tienen otra cosa',
  ca: 'els anys dels quals s’aprèn no tenen cap inici, o no tenen res més',
}
const someOnsets = {
  en: 'Use a file with enough years, or another --train-to.',
  es: 'Use un archivo con suficientes años, u otro --train-to.',
  ca: 'Feu servir un fitxer amb prou anys, o un altre --train-to.',
}
const aYearWithOnsets = {
  en: 'a year up to which the file holds mass killings that began, and some that did not',
  es: 'un año hasta el cual el archivo tenga inicios de matanzas y años sin ellos',
  ca: 'un any fins al qual el fitxer tingui inicis de matances i anys sense',
}
