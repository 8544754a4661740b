import type { FoundFamily } from './search-task.ts'

/** First line of a file of ratios. */
export const heading = 'family,candidate,log10LR\n'

/** An identifier as a CSV cell. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A ratio as a line of CSV; `-Inf`: excluded. */
export const csvRow = (family: string, candidate: string, log10LR: number): string =>
  `${cell(family)},${cell(candidate)},${log10LR === Number.NEGATIVE_INFINITY ? '-Inf' : log10LR}\n`

/** What was found of a family as lines of CSV. */
export function csvRows({ id, rows, log10LR }: FoundFamily, candidates: readonly string[]): string {
  let lines = ''
  rows.forEach((row, i) => {
    lines += csvRow(id, candidates[row] ?? '', log10LR[i] as number)
  })
  return lines
}
