import type { Language } from '#platform/i18n'
import { dayInWords } from '../../day.ts'
import type { WorkWords } from '../messages.ts'

const dayMs = 86_400_000

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / dayMs)

/** A day some days later. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** When something is due: the day in words, and how late it is. */
export function DueDay(props: {
  readonly day: string | null
  readonly now: string
  readonly language: Language
  readonly w: WorkWords
}) {
  const { day, now, language, w } = props
  if (day === null) return <span className="quiet">{w('no_day')}</span>
  const late = daysBetween(day, now)
  return (
    <time dateTime={day}>
      {dayInWords(day, language)}
      {late > 0 ? <b> · {w('late_by', { days: late })}</b> : late === 0 ? <b> · {w('today')}</b> : null}
    </time>
  )
}
