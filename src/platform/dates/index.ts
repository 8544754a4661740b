/** Uncertain dates as EDTF (ISO 8601-2): read, bound, order, say in words. See README.md. */
export { compareDates, type DateBounds, dateBounds, overlaps, sortKey } from './date-bounds.ts'
export { formatDate } from './date-formatting.ts'
export { type ParsedDate, parseDate } from './date-parsing.ts'
export {
  type DateReason,
  type DateReasonCode,
  dateReasonMessages,
  dateReasonText,
  type ReasonLanguage,
} from './date-reasons.ts'
export {
  formatMoment,
  instantOf,
  isZone,
  momentAt,
  momentParts,
  parseMoment,
} from './moment.ts'
export { parseRegisterDate } from './register-date.ts'
export type { SpokenLanguage } from './spoken-lexicon.ts'
