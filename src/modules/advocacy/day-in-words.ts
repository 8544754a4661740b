import { formatDate } from '#platform/dates'
import type { Language } from '#platform/i18n'

/** A day as it is kept (`2026-11-21`) in words: 21 November 2026. Empty where there is none. */
export const dayInWords = (day: unknown, language: Language): string =>
  typeof day === 'string' && day !== '' ? formatDate(day, language) : ''

/** The present day of UTC, as it is kept: `2026-11-21`. */
export const today = (): string => new Date().toISOString().slice(0, 10)
