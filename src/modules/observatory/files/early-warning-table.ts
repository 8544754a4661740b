import { basename } from 'node:path'
import { dealFolds, fitElasticNet, predictLogit, seededGenerator } from '#kernels/statistics'
import { readColumns } from './csv-columns.ts'
import { refuseFile, refuseOption, refuseValue } from './refusal.ts'

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

/** The columns of the Early Warning Project's file that are no predictors. */
const country = 'ewp_name'
const outcome = 'mk_onset_1or2'
const others: readonly string[] = ['ccode', 'mk_onset', 'mk_onset_1', 'mk_onset_2']

/**
 * Refits the statistical model of the Early Warning Project (logistic regression, elastic net with equal shares, λ by
 * ten-fold cross-validation) on country-years in its layout, and gives the risk after the last year of the file. Learns
 * from the years up to `trainTo`: two before the last, unless told otherwise, as later outcomes are not yet known.
 */
export async function earlyWarningTable(path: string, trainTo?: number): Promise<EarlyWarningTable> {
  const file = basename(path)
  const { names, countries, years, outcomes, values } = await readCountryYears(path)
  const last = years.reduce((most, year) => Math.max(most, year), 0)
  const until = trainTo ?? last - 2
  const isComplete = (row: number): boolean => (values[row] as Float64Array).every(Number.isFinite)
  const early = [...years.keys()].filter((row) => (years[row] as number) <= until)
  const learning = early.filter(isComplete)
  const onsets = learning.filter((row) => outcomes[row] === 1).length
  if (onsets === 0 || onsets === learning.length)
    throw trainTo === undefined
      ? refuseFile({ file, column: outcome }, noOnsets, someOnsets)
      : refuseOption('train-to', String(trainTo), aYearWithOnsets)
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

async function readCountryYears(path: string) {
  const file = basename(path)
  const known = [country, 'year', outcome]
  const { found } = await readColumns(path, { required: known }, () => undefined)
  const names = [...found].filter(
    (name) => name !== '' && name !== country && name !== outcome && !others.includes(name),
  )
  const countries: string[] = []
  const years: number[] = []
  const outcomes: number[] = []
  const values: Float64Array[] = []
  // The year is a predictor too, and so asked for among them.
  await readColumns(path, { required: [country, outcome, ...names] }, (cells) => {
    const { row } = cells
    const onset = cells.integer(1)
    if (onset !== 0 && onset !== 1) throw refuseValue({ file, row, column: outcome }, cells.text(1), anOnset)
    const numbers = Float64Array.from(names, (name, j) => {
      const value = cells.number(j + 2)
      if (Number.isNaN(value)) {
        const text = cells.text(j + 2)
        if (text !== '' && text !== 'NA') throw refuseValue({ file, row, column: name }, text, aNumber)
      }
      return value
    })
    const year = numbers[names.indexOf('year')] as number
    if (!(year >= 1900 && year <= 2200)) throw refuseValue({ file, row, column: 'year' }, String(year), aYear)
    countries.push(cells.text(0))
    years.push(year)
    outcomes.push(onset)
    values.push(numbers)
  })
  return { names, countries, years, outcomes, values }
}

const anOnset = { en: '0 or 1', es: '0 ni 1', ca: '0 ni 1' }
const aYear = { en: 'a year', es: 'un año', ca: 'un any' }
const aNumber = {
  en: 'a number with a decimal point, nor NA',
  es: 'un número con punto decimal, ni NA',
  ca: 'un nombre amb punt decimal, ni NA',
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
