/** Deadlines: counting of terms from events, days and instants, zones, working days. No law is known here. See README.md. */
export { type Anchor, type AnchorReading, instantsOf, readAnchor } from './anchor.ts'
export { addDays, addMonths, type CivilDay, daysBetween, isCivilDay, weekday } from './civil-day.ts'
export { type Margin, type Override, overrideDay, safeDay } from './safe-day.ts'
export {
  computeTerm,
  computeYearly,
  type Direction,
  type NotComputed,
  type Span,
  type Term,
  type TermEnd,
  type TermUnit,
  termUnits,
} from './term.ts'
export {
  addWorkingDays,
  type ClosedDay,
  isWorkingDay,
  type UncertainAs,
  type WorkCalendar,
  withClosedDays,
} from './work-calendar.ts'
export { dayAt, endOfDay, type Instant, instantAt, isoInZone, isZone } from './zone.ts'
