import type { Finding, Trend } from '../words-of-findings.ts'

/** What became of a factor between two assessments: told in words, never as more or less risk. */
export type Change = 'same' | 'trend' | 'changed' | 'newly_assessed' | 'not_assessed' | 'neither'

export interface Compared<Of> {
  readonly factor: string
  readonly change: Change
  readonly before: Of | null
  readonly after: Of | null
}

/**
 * Two assessments factor by factor, in the order given. Where one of them did not look at a factor, that is said and not
 * read as "not seen".
 */
export function compareFactors<Of extends { readonly finding: Finding; readonly trend?: Trend }>(
  order: readonly string[],
  before: ReadonlyMap<string, Of>,
  after: ReadonlyMap<string, Of>,
): readonly Compared<Of>[] {
  return order.map((factor) => {
    const [was, is] = [before.get(factor) ?? null, after.get(factor) ?? null]
    const change: Change =
      was === null
        ? is === null
          ? 'neither'
          : 'newly_assessed'
        : is === null
          ? 'not_assessed'
          : was.finding === is.finding
            ? was.trend === is.trend
              ? 'same'
              : 'trend'
            : 'changed'
    return { factor, change, before: was, after: is }
  })
}
