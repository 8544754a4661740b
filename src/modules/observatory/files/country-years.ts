import { basename } from 'node:path'
import { readColumns } from './csv-columns.ts'
import { refuseValue } from './refusal.ts'

/** Country-years to learn from, by row of the file; all lists are equally long. */
export interface CountryYears {
  /** The predictors, in the order of the file; the year is one of them. */
  readonly names: readonly string[]
  /** As the file names them. */
  readonly countries: readonly string[]
  readonly years: readonly number[]
  /** 1 where a mass killing began in one of the two years that followed. */
  readonly outcomes: readonly number[]
  /** By row, in the order of `names`; NaN where the file has none. */
  readonly values: readonly Float64Array[]
  /** The file's numbers of the countries (Correlates of War); empty where it has none. */
  readonly codes: readonly string[]
  /** The rows of the file; the header is row 1. */
  readonly rows: readonly number[]
}

/** The columns of the Early Warning Project's file that are no predictors. */
const country = 'ewp_name'
const code = 'ccode'
export const outcome = 'mk_onset_1or2'
const others: readonly string[] = [code, 'mk_onset', 'mk_onset_1', 'mk_onset_2']

/**
 * Reads country-years in the layout of the Early Warning Project, plain or gzip.
 *
 * @throws Problem naming file, row, column and remedy
 */
export async function readCountryYears(path: string): Promise<CountryYears> {
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
  const codes: string[] = []
  const rows: number[] = []
  // The year is a predictor too, and so asked for among them.
  await readColumns(path, { required: [country, outcome, ...names], optional: [code] }, (cells) => {
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
    codes.push(cells.text(names.length + 2))
    rows.push(row)
  })
  return { names, countries, years, outcomes, values, codes, rows }
}

const anOnset = { en: '0 or 1', es: '0 ni 1', ca: '0 ni 1' }
const aYear = { en: 'a year', es: 'un año', ca: 'un any' }
const aNumber = {
  en: 'a number with a decimal point, nor NA',
  es: 'un número con punto decimal, ni NA',
  ca: 'un nombre amb punt decimal, ni NA',
}
