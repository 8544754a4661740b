import { formatDate } from '#platform/dates'
import type { Language } from '#platform/i18n'

/** A day, a month or a year of a source in words; what is none stays as it is written. */
export function dayText(day: string, language: Language): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(day) ? formatDate(day, language) : day
}

/** Today, as an ISO day. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** A day of an address; null for what is none. */
export function dayOfAddress(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const read = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? null : text
}
