import { sql } from 'kysely'
import { z } from 'zod'
import { ruleCheckOf, ruleCheckShape, ruleDigest } from '#catalogue/checks'
import { type Rule, type RuleCheck, argentineHolidays, withChecks } from '#catalogue/mechanisms'
import { type WorkCalendar, isCivilDay, withClosedDays } from '#platform/deadlines'
import type { Tx } from '#platform/records'
import { ownProcedure, ownProcedureShape } from './own-procedure.ts'
import { type Procedure, isVerified, shippedProcedure } from './procedure.ts'
import { shippedIds } from './shipped-ids.ts'

const civilDay = z.string().refine(isCivilDay)

/** A day of the organisation's own calendar: closed or, against what is shipped, open. */
export const dayShape = z.strictObject({ closed: z.boolean(), name: z.string().min(1).max(200) })
/** Between which days the calendar of a country is complete. */
export const calendarShape = z.strictObject({ from: civilDay, to: civilDay })
export const marginShape = z.strictObject({ days: z.int().min(0).max(60) })

/** One decision, with its place among those before it. */
export interface BookEntry {
  readonly kind: string
  readonly key: string
  readonly version: number
  readonly data: unknown
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** How many days before the legal day one wants to be done, unless the organisation says otherwise. */
export const usualMargin = 5

/** The procedures with the organisation's own checks, its calendars and its margin, as of the last of its decisions. */
export interface Book {
  readonly procedures: ReadonlyMap<string, Procedure>
  /** The checks that no longer hold because their rule was changed since: `procedure/rule`. */
  readonly outdated: ReadonlySet<string>
  readonly calendars: ReadonlyMap<string, WorkCalendar>
  readonly margin: number
  /** How many decisions the organisation had made: told beside a date, it says from which state it was computed. */
  readonly state: number
  readonly entries: readonly BookEntry[]
}

/** Every decision with who made it, the last version first of each. */
async function readEntries(tx: Tx): Promise<readonly BookEntry[]> {
  const { rows } = await sql<BookEntry>`
    select b.kind, b.key, b.version, b.data, b.reason, a.name as by, b.made_at as at
      from procedure_book b join account a on a.org_id = b.org_id and a.id = b.account_id
     where b.org_id = ${tx.actor.orgId}::uuid
     order by b.kind, b.key, b.version desc`.execute(tx.sql)
  return rows
}

/** Reads the whole book: a few hundred rows of one organisation. */
export const readBook = async (tx: Tx): Promise<Book> => bookOf(await readEntries(tx))

/** The book that follows from its entries. What cannot be read counts as not decided. */
export function bookOf(entries: readonly BookEntry[]): Book {
  const last = new Map<string, BookEntry>()
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.key}`
    if ((last.get(key)?.version ?? 0) < entry.version) last.set(key, entry)
  }
  const of = <Shape extends z.ZodType>(kind: string, shape: Shape) =>
    [...last.values()].flatMap((entry) => {
      if (entry.kind !== kind || entry.data === null) return []
      const read = shape.safeParse(entry.data)
      return read.success
        ? [
            {
              key: entry.key,
              version: entry.version,
              data: read.data as z.infer<Shape>,
              reason: entry.reason,
            },
          ]
        : []
    })
  const plain = [
    ...shippedIds.flatMap((id) => shippedProcedure(id) ?? []),
    ...of('procedure', ownProcedureShape).map(({ key, version, data }) => ownProcedure(key, version, data)),
  ]
  const checks = of('check', ruleCheckShape)
  const outdated = new Set<string>()
  const procedures = new Map(
    plain.map((procedure) => {
      const own: Record<string, RuleCheck> = {}
      for (const rule of procedure.rules) {
        const key = `${procedure.id}/${rule.id}`
        const found = checks.find((one) => one.key === key)?.data
        if (found && found.of === ruleDigest(rule)) own[rule.id] = ruleCheckOf(found)
        else if (found) outdated.add(key)
      }
      const { timeLimits } = withChecks({ id: procedure.id, timeLimits: procedure.rules }, own)
      return [procedure.id, { ...procedure, rules: timeLimits }] as const
    }),
  )
  return {
    procedures,
    outdated,
    calendars: calendarsOf(of('calendar', calendarShape), of('day', dayShape)),
    margin: of('margin', marginShape)[0]?.data.days ?? usualMargin,
    state: entries.length,
    entries,
  }
}

/** The national holidays that are shipped, by country. */
export const shippedCalendars: Readonly<Record<string, WorkCalendar>> = { AR: argentineHolidays }

function calendarsOf(
  bounds: readonly { readonly key: string; readonly data: z.infer<typeof calendarShape> }[],
  days: readonly { readonly key: string; readonly data: z.infer<typeof dayShape>; readonly reason: string }[],
): ReadonlyMap<string, WorkCalendar> {
  const byCountry = new Map<string, WorkCalendar>(Object.entries(shippedCalendars))
  for (const { key, data } of bounds) {
    const known = byCountry.get(key)
    byCountry.set(
      key,
      known ? { ...known, ...data } : { id: key.toLowerCase(), ...data, weekend: [6, 7], closed: [] },
    )
  }
  for (const [country, calendar] of byCountry) {
    const own = days.flatMap(({ key, data, reason }) => {
      const [of, date = ''] = key.split('/')
      return of === country && isCivilDay(date) ? [{ date, ...data, reason }] : []
    })
    const open = new Set(own.filter(({ closed }) => !closed).map(({ date }) => date))
    byCountry.set(
      country,
      withClosedDays(
        { ...calendar, closed: calendar.closed.filter(({ date }) => !open.has(date)) },
        own.flatMap(({ closed, date, name, reason }) =>
          closed ? [{ date, name: { en: name, es: name, ca: name }, certain: true, source: [reason] }] : [],
        ),
      ),
    )
  }
  return byCountry
}

/** The rules of a procedure that nobody has looked up, or whose figure nobody has found. */
export const unverifiedRules = (procedure: Procedure): readonly Rule[] =>
  procedure.rules.filter((rule) => !isVerified(rule))
