import { loadavg } from 'node:os'

/** Times of one operation, in milliseconds. */
export interface Times {
  readonly n: number
  readonly p50: number
  readonly p95: number
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Median and 95th percentile. */
export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b)
  return { n: sorted.length, p50: rounded(at(sorted, 0.5)), p95: rounded(at(sorted, 0.95)) }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Two ways of doing the same, in turn, so that what else the machine does falls on both: `ratio` is the median of the
 * ratios of neighbours.
 */
export async function comparePairs(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  pairs: number,
): Promise<{ readonly one: Times; readonly other: Times; readonly ratio: number }> {
  await one()
  await other()
  const ones: number[] = []
  const others: number[] = []
  for (let i = 0; i < pairs; i++) {
    // Who goes first changes: the second finds the pages warm.
    const first = i % 2 === 0 ? one : other
    const a = await timed(first)
    const b = await timed(first === one ? other : one)
    ones.push(first === one ? a : b)
    others.push(first === one ? b : a)
  }
  const ratios = ones.map((time, i) => time / (others[i] ?? Number.NaN)).sort((a, b) => a - b)
  return { one: timesOf(ones), other: timesOf(others), ratio: rounded(at(ratios, 0.5)) }
}

/** Both ways by `clients` at once, each client in turn one and the other: what waits, waits for both kinds. */
export async function compareTogether(
  clients: number,
  each: number,
  one: (client: number) => Promise<unknown>,
  other: (client: number) => Promise<unknown>,
): Promise<{
  readonly one: Times
  readonly other: Times
  readonly ratio: number
  readonly perSecond: number
}> {
  const ones: number[] = []
  const others: number[] = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; i < each * 2; i++)
        if ((i + client) % 2 === 0) ones.push(await timed(() => one(client)))
        else others.push(await timed(() => other(client)))
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const [a, b] = [timesOf(ones), timesOf(others)]
  return {
    one: a,
    other: b,
    ratio: rounded(a.p50 / b.p50),
    perSecond: rounded((ones.length + others.length) / seconds),
  }
}

/** The machine's load over the last minute: what a figure has to be read with. */
export const load = (): number => rounded(loadavg()[0] ?? Number.NaN)
