import type { WorkCalendar } from '#platform/deadlines'
import argentina from './data/holidays-argentina.json' with { type: 'json' }

/** Argentina's national holidays, 2024 to 2027 (Law 27.399); what it leaves out is in its `note`. */
export const argentineHolidays: WorkCalendar & { readonly note: string; readonly asOf: string } = argentina

/** The holidays that the catalogue has for the place where a term ends; null when it has none. */
export const holidaysOf = (zone: string | null): WorkCalendar | null =>
  zone?.startsWith('America/Argentina/') ? argentineHolidays : null
