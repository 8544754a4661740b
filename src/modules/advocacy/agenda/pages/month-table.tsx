import { addDays, weekday } from '#platform/deadlines'
import type { Language } from '#platform/i18n'
import { Table } from '#web/components'
import type { AgendaWords } from '../messages.ts'
import type { AgendaEntry } from '../queries/read-agenda.ts'
import { EntryName } from './entry-view.tsx'

/** The last day of a month `YYYY-MM`. */
export const lastOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** The month so many months away. */
export const monthPlus = (month: string, count: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + count, 1))
    .toISOString()
    .slice(0, 7)

/** The weeks of a month, from Monday: seven days each, those of the months beside it included. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`
  const last = lastOf(month)
  const weeks: string[][] = []
  for (let day = addDays(first, 1 - weekday(first)); day <= last; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)))
  return weeks
}

const dayName = (day: string, language: Language): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(language, { weekday: 'short', timeZone: 'UTC' })

/** A month as weeks and days: sessions on each of their days, days to file on theirs. */
export function MonthTable(props: {
  readonly month: string
  readonly entries: readonly AgendaEntry[]
  readonly language: Language
  readonly w: AgendaWords
}) {
  const { month, entries, language, w } = props
  const weeks = weeksOf(month)
  return (
    <Table
      caption={new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })}
      columns={(weeks[0] ?? []).map((day, i) => ({ key: String(i), label: dayName(day, language) }))}
      rows={weeks.map((week) => ({
        key: week[0] ?? '',
        cells: Object.fromEntries(
          week.map((day, i) => [
            String(i),
            <DayCell key={day} {...{ day, entries, language, w }} inside={day.startsWith(month)} />,
          ]),
        ),
      }))}
    />
  )
}

function DayCell(props: {
  readonly day: string
  readonly inside: boolean
  readonly entries: readonly AgendaEntry[]
  readonly language: Language
  readonly w: AgendaWords
}) {
  const { day, inside, entries, language, w } = props
  const meets = entries.filter((one) => one.from <= day && one.to >= day)
  const files = entries.filter((one) => one.windows.some((window) => window.day === day))
  return (
    <>
      <span className={inside ? undefined : 'quiet'}>{Number(day.slice(8))}</span>
      {meets.map((entry) => (
        <div key={entry.record?.id ?? entry.catalogue}>
          <EntryName {...{ entry, language }} />
        </div>
      ))}
      {files.map((entry) => (
        <div key={`file ${entry.record?.id ?? entry.catalogue}`} className="quiet">
          {w('item_filing', { name: entry.name })}
        </div>
      ))}
    </>
  )
}
