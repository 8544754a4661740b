import type { RecordView } from '#platform/records'
import { textOf } from '../show.ts'

/** What is planned and spent in one currency, in its smallest hundredth, exactly. */
export interface CurrencySum {
  readonly currency: string
  readonly planned: number
  readonly spent: number
}

const hundredths = (value: unknown): number => (typeof value === 'number' ? Math.round(value * 100) : 0)

/** The sums of budget lines by currency: nothing is exchanged, nothing is estimated. */
export function sumsOf(lines: readonly Pick<RecordView, 'values'>[]): readonly CurrencySum[] {
  const sums = new Map<string, CurrencySum>()
  for (const { values } of lines) {
    const currency = textOf(values['currency'])
    const before = sums.get(currency) ?? { currency, planned: 0, spent: 0 }
    sums.set(currency, {
      currency,
      planned: before.planned + hundredths(values['planned']),
      spent: before.spent + hundredths(values['spent']),
    })
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** An amount in hundredths as it is read: 1,250.50. */
export const amountInWords = (hundredthsOf: number, language: string): string =>
  (hundredthsOf / 100).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
