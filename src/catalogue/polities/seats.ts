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

/**
 * Codes that sources carry through a change of state: number 345 and V-Dem's SRB are Yugoslavia until 2003, V-Dem's CZE
 * and Fariss's 316 are Czechoslovakia until 1992. Slovakia's, Croatia's and the others' begin with the state.
 */
const holders: Readonly<Record<string, readonly Holder[]>> = {
  YUG: yugoslavia,
  SCG: yugoslavia,
  SRB: yugoslavia,
  CZE: [{ code: 'CSK', from: '1918-10-28', to: '1992-12-31' }],
}

/** The code of the polity that held the place of `code` on a day; the code itself without a day or outside of all. */
export function holderOn(code: string, day: string | undefined): string {
  if (day === undefined) return code
  return holders[code]?.find(({ from, to }) => holds(from, to, day))?.code ?? code
}
