import { formatDate, formatMoment, momentAt } from '#platform/dates'
import type { Language } from '#platform/i18n'

/** A day as it is kept in words: 21 November 2026. */
export const dayWords = (day: string | null, language: Language): string =>
  day === null || day === '' ? '' : formatDate(day, language)

/** A day or a moment in words. */
export const whenWords = (at: string, language: Language): string =>
  at.includes('T') && at.endsWith(']') ? formatMoment(at, language) : dayWords(at, language)

/** An instant in words, in UTC: the same for every reader. */
export const instantWords = (at: Date, language: Language): string =>
  formatMoment(momentAt(at, 'UTC'), language)
