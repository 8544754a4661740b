import { dateBounds } from '#platform/dates'

/** Something that happened, by what it was and when. */
export interface Happening {
  readonly kind: string
  /** EDTF. */
  readonly on: string
}

/** How often what happened in which month. */
export interface Pattern {
  /** `2026-10`, without gaps, from the first month to the last; the last twelve months at most. */
  readonly months: readonly string[]
  readonly rows: readonly {
    readonly kind: string
    /** One for each of `months`. */
    readonly counts: readonly number[]
    /** Before the first of `months`. */
    readonly earlier: number
    /** Not known to the month. */
    readonly unplaced: number
    readonly total: number
  }[]
}

const most = 12

/** The month in which a date lies wholly; null where it may lie in more than one. */
export function monthOf(edtf: string): string | null {
  const { earliest, latest } = dateBounds(edtf)
  const month = earliest?.slice(0, 7)
  return month !== undefined && /^\d{4}-\d\d$/.test(month) && latest?.slice(0, 7) === month ? month : null
}

const next = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}

/** The pattern of what happened, by kind (in the order of `kinds`) and month. Every happening is in exactly one cell. */
export function patternOf(happenings: readonly Happening[], kinds: readonly string[]): Pattern {
  const placed = happenings.map(({ kind, on }) => ({ kind, month: monthOf(on) }))
  const known = placed.flatMap(({ month }) => month ?? []).sort()
  const last = known.at(-1)
  const months: string[] = []
  if (last !== undefined) {
    const back = shift(last, -(most - 1))
    for (let month = known.find((one) => one >= back) ?? last; month <= last; month = next(month))
      months.push(month)
  }
  const order = [...new Set([...kinds, ...placed.map(({ kind }) => kind)])]
  return {
    months,
    rows: order.flatMap((kind) => {
      const own = placed.filter((one) => one.kind === kind)
      if (own.length === 0) return []
      return [
        {
          kind,
          counts: months.map((month) => own.filter((one) => one.month === month).length),
          earlier: own.filter(({ month }) => month !== null && month < (months[0] ?? '')).length,
          unplaced: own.filter(({ month }) => month === null).length,
          total: own.length,
        },
      ]
    }),
  }
}

function shift(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const index = Math.max(0, year * 12 + number - 1 + by)
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
