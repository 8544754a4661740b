import { type Polity, polity } from './polity.ts'
import { holds } from './span.ts'

/** Who held a seat, or who a series of figures is about, in its time. */
interface Holder {
  readonly code: string
  readonly from: string
  readonly to: string
}

const yugoslavia: readonly Holder[] = [
  { code: 'YUG', from: '1918-12-01', to: '2003-02-03' },
  { code: 'SCG', from: '2003-02-04', to: '2006-06-02' },
  { code: 'SRB', from: '2006-06-03', to: '9999' },
]

/** Number 345 and the seat in Belgrade: sources give one code, or the last name, to all three. */
const seats: Readonly<Record<string, readonly Holder[]>> = {
  YUG: yugoslavia,
  SCG: yugoslavia,
  SRB: yugoslavia,
}

/**
 * Series of figures that carry a code back before its state: V-Dem's CZE and Fariss's 316. Records of votes do not: they
 * list the Czech Republic of 1960 as no member, beside Czechoslovakia. Slovakia's, Croatia's and the others' begin with
 * the state.
 */
const series: Readonly<Record<string, readonly Holder[]>> = {
  ...seats,
  CZE: [{ code: 'CSK', from: '1918-10-28', to: '1992-12-31' }],
}

const on = (holders: readonly Holder[] | undefined, code: string, day: string | undefined): string =>
  (day === undefined ? undefined : holders?.find(({ from, to }) => holds(from, to, day))?.code) ?? code

/** The code of the polity that held the seat of `code` on a day; the code itself without a day or outside of all. */
export const seatOn = (code: string, day: string | undefined): string => on(seats[code], code, day)

/** The code of the polity that the series of figures of `code` is about on a day. */
export const seriesOn = (code: string, day: string | undefined): string => on(series[code], code, day)

/**
 * The polity that a yearly series under the code of a state of today is about on a day (`YYYY-MM-DD` or a year): SRB in
 * 1980 is YUG, CZE in 1980 is CSK; any other, itself. For indices that number the past by the present, as Fariss does.
 * Null for an unknown code. `polityByCode('vdem', …)` does it by itself.
 */
export function polityOfSeries(code: string, day: string): Polity | null {
  return polity(seriesOn(code, day))
}
