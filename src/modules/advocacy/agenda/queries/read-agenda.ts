import { sql } from 'kysely'
import { mechanismsFor } from '#catalogue/checks'
import { countries } from '#catalogue/countries'
import { type Fact, type Mechanism, iachrSessions, isChecked, uprSessions } from '#catalogue/mechanisms'
import { addDays, isCivilDay } from '#platform/deadlines'
import { type RecordView, type Tx, readRecordsInBulk } from '#platform/records'
import { type AgendaBody, agendaBodies, isAgendaBody } from '../bodies.ts'
import { type FilingWindow, filingWindows } from '../filing.ts'

/** A session as the agenda shows it: one of the organisation, or one that the catalogue knows of. */
export interface AgendaEntry {
  /** The record; null for one of the catalogue that nobody took up. */
  readonly record: RecordView | null
  /** Which session of the catalogue it is: `upr-54`. */
  readonly catalogue: string | null
  readonly body: AgendaBody
  readonly name: string
  /** Days `YYYY-MM-DD`, both included. */
  readonly from: string
  readonly to: string
  readonly place: string
  /** ISO 3166-1 alpha-2 of the States reviewed. */
  readonly states: readonly string[]
  /** Of one of the catalogue: a document stands behind its dates. Of our own: always. */
  readonly checked: boolean
  readonly windows: readonly FilingWindow[]
}

const text = (record: RecordView, field: string): string => {
  const value = record.values[field]
  return typeof value === 'string' ? value : ''
}

type MechanismOf = (id: string) => Mechanism | null

const windowsOf = (
  body: AgendaBody,
  mechanismOf: MechanismOf,
  given: { readonly from: string; readonly opens: string; readonly closes: string },
): readonly FilingWindow[] => {
  const { mechanism } = agendaBodies[body]
  return filingWindows(body, mechanism === null ? null : mechanismOf(mechanism), given)
}

/** A session of the organisation as the agenda shows it. */
export function entryOf(record: RecordView, mechanismOf: MechanismOf): AgendaEntry | null {
  const { body } = record.values
  const from = text(record, 'from')
  if (!isAgendaBody(body) || !isCivilDay(from)) return null
  return {
    record,
    catalogue: text(record, 'catalogue_session') || null,
    body,
    name: record.title,
    from,
    to: text(record, 'to') || from,
    place: text(record, 'place'),
    states: (Array.isArray(record.values['countries'])
      ? record.values['countries']
      : []) as readonly string[],
    checked: true,
    windows: windowsOf(body, mechanismOf, {
      from,
      opens: text(record, 'filing_opens'),
      closes: text(record, 'filing_closes'),
    }),
  }
}

const byAlpha3 = new Map(countries.map(({ alpha3, code }) => [alpha3, code]))

/** The sessions that the catalogue knows of, with the days that were published. */
export function catalogueEntries(mechanismOf: MechanismOf): readonly AgendaEntry[] {
  const published = (fact: (Fact & { readonly date: string }) | undefined): string =>
    fact && isChecked(fact) ? fact.date : ''
  return [
    ...uprSessions.map(
      (one): AgendaEntry => ({
        record: null,
        catalogue: `upr-${one.session}`,
        body: 'upr',
        name: `UPR ${one.session}`,
        from: one.start,
        to: one.end,
        place: 'Geneva',
        states: one.states.flatMap((state) => byAlpha3.get(state) ?? []),
        checked: one.confidence === 'high',
        windows: windowsOf('upr', mechanismOf, {
          from: one.start,
          opens: '',
          closes: published(one.stakeholderDeadline),
        }),
      }),
    ),
    ...iachrSessions.map(
      (one): AgendaEntry => ({
        record: null,
        catalogue: `iachr-${one.session}`,
        body: 'iachr',
        name: `IACHR ${one.session}`,
        from: one.start,
        to: one.end,
        place: one.place ?? '',
        states: [],
        checked: isChecked(one),
        windows: windowsOf('iachr', mechanismOf, {
          from: one.start,
          opens: one.callOpens ?? '',
          closes: one.callCloses ?? '',
        }),
      }),
    ),
  ]
}

/** How mechanisms are looked up, as the organisation knows them: one statement. */
export async function mechanismsById(tx: Tx): Promise<MechanismOf> {
  const known = new Map((await mechanismsFor(tx)).map(({ mechanism }) => [mechanism.id, mechanism]))
  return (id) => known.get(id) ?? null
}

const most = 500

/**
 * What is on the agenda from one day up to another: a session that falls on one of them, or whose day to file does. Our
 * own, and those of the catalogue that nobody took up. In order of their first day.
 */
export async function readAgenda(
  tx: Tx,
  asked: { readonly from: string; readonly to: string; readonly ownerId?: string },
): Promise<readonly AgendaEntry[]> {
  const { ownerId } = asked
  // A day to file may be more than half a year before its session.
  const reach = addDays(asked.to, 260)
  const { rows } = await sql<{ id: string }>`
    select r.id from record_key k join record r on r.org_id = k.org_id and r.id = k.record_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'session'
       and ${ownerId === undefined ? sql`k.field = 'from'` : sql`k.field = 'owner' and k.key = ${ownerId}`}
       and r.deleted_at is null and r.merged_into is null
       and r.values->>'from' <= ${reach} and coalesce(r.values->>'to', r.values->>'from') >= ${addDays(asked.from, -30)}
     order by r.values->>'from', r.id limit ${most}`.execute(tx.sql)
  const mechanismOf = await mechanismsById(tx)
  const own = (
    await readRecordsInBulk(
      tx,
      rows.map(({ id }) => id),
    )
  ).flatMap((record) => entryOf(record, mechanismOf) ?? [])
  const taken = new Set(own.map(({ catalogue }) => catalogue))
  const known =
    ownerId === undefined
      ? catalogueEntries(mechanismOf).filter(({ catalogue }) => !taken.has(catalogue))
      : []
  const within = (day: string) => day >= asked.from && day <= asked.to
  return [...own, ...known]
    .filter(
      (one) => (one.from <= asked.to && one.to >= asked.from) || one.windows.some(({ day }) => within(day)),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from === b.from ? (a.name < b.name ? -1 : 1) : 1))
}
