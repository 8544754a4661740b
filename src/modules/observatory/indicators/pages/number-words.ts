import { type Language, formatNumber } from '#platform/i18n'
import { classWord, type Series } from '../queries/read-series.ts'

/** A number as a reader writes it; three figures after the point, fewer where they are zero or the number is large. */
export function decimals(value: number, language: Language): string {
  const size = Math.abs(value)
  return formatNumber(value, language, { maximumFractionDigits: size >= 100 ? 1 : size >= 10 ? 2 : 3 })
}

/** A value of a measure in words: its class, or the number. */
export const valueText = (series: Series, value: number, language: Language): string =>
  classWord(series, value, language) ?? decimals(value, language)

/** An interval in words; empty where the source gives none. */
export const intervalText = (
  { low, high }: { readonly low: number | null; readonly high: number | null },
  language: Language,
): string => (low === null || high === null ? '' : `${decimals(low, language)} – ${decimals(high, language)}`)
