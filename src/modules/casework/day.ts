import type { Language } from '#platform/i18n'

/** A day as it is kept (`2026-11-21`) in words: 21 November 2026. Empty where there is none. */
export const dayInWords = (day: unknown, language: Language): string =>
  typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
    ? new Date(`${day}T12:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
    : ''
