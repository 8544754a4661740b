import { sql } from 'kysely'
import { mechanismsFor } from '#catalogue/checks'
import type { Mechanism } from '#catalogue/mechanisms'
import { momentParts } from '#platform/dates'
import { type RecordView, type Tx, readBelongings, readRecords, readRecordsInBulk } from '#platform/records'
import { type Due, dueOf, measureReply } from '../due.ts'
import { type ReceivedState, isOver, stateOf } from '../words-of-received.ts'

/** A communication with its day, as lists show it. */
export interface Received {
  readonly record: RecordView
  readonly state: ReceivedState
  readonly due: Due
  /** Of one whose reply was sent. */
  readonly measured: ReturnType<typeof measureReply>
}

export interface ReceivedQuery {
  /** Only those that are still to be answered. */
  readonly open?: boolean
  readonly ownerId?: string
  readonly limit: number
}

/** A value that is a text; empty where it is none. */
export const textIn = (record: RecordView, field: string): string => {
  const value = record.values[field]
  return typeof value === 'string' ? value : ''
}

/** A communication with its day by the mechanisms as the organisation knows them. Pure. */
export function receivedOf(record: RecordView, mechanismOf: (id: string) => Mechanism | null): Received {
  const due = dueOf(mechanismOf(textIn(record, 'mechanism')), {
    dated: textIn(record, 'dated'),
    receivedOn: textIn(record, 'received_on'),
    named: textIn(record, 'due_named'),
    extendedTo: textIn(record, 'extended_to'),
  })
  const sent = textIn(record, 'sent_at')
  return {
    record,
    state: stateOf(record.values['state']),
    due,
    measured: sent === '' ? null : measureReply(textIn(record, 'received_on'), momentParts(sent).day, due),
  }
}

/** How the mechanisms are looked up: one statement. */
export async function mechanismsById(tx: Tx): Promise<(id: string) => Mechanism | null> {
  const known = new Map((await mechanismsFor(tx)).map(({ mechanism }) => [mechanism.id, mechanism]))
  return (id) => known.get(id) ?? null
}

/** The soonest day first; those without one last. */
const byDay = (a: Received, b: Received): number =>
  (a.due.day ?? '9999') < (b.due.day ?? '9999') ? -1 : (a.due.day ?? '9999') === (b.due.day ?? '9999') ? 0 : 1

/**
 * Communications that the asker may see, those received last read first: open ones by their day, sent ones by when they
 * were received. Found by the index of their owner or of their kind.
 */
export async function readReceived(tx: Tx, query: ReceivedQuery): Promise<readonly Received[]> {
  const { ownerId, open, limit } = query
  const { rows } = await sql<{ id: string }>`
    select r.id from record_key k join record r on r.org_id = k.org_id and r.id = k.record_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'communication_received'
       and ${ownerId === undefined ? sql`k.field = 'received_on'` : sql`k.field = 'owner' and k.key = ${ownerId}`}
       and r.deleted_at is null and r.merged_into is null
       ${open ? sql`and coalesce(r.values->>'state', '') not in ('sent', 'closed')` : sql``}
     order by ${ownerId === undefined ? sql`k.key desc` : sql`r.values->>'received_on' desc`}, r.id limit ${limit}`.execute(
    tx.sql,
  )
  const records = await readRecordsInBulk(
    tx,
    rows.map(({ id }) => id),
  )
  if (records.length === 0) return []
  const mechanismOf = await mechanismsById(tx)
  const found = records.map((record) => receivedOf(record, mechanismOf))
  return open ? found.toSorted(byDay) : found
}

/** One communication whole: its consultations and the measures taken, oldest first. */
export async function readWhole(
  tx: Tx,
  record: RecordView,
): Promise<
  Received & { readonly consultations: readonly RecordView[]; readonly measures: readonly RecordView[] }
> {
  const parts = await readRecords(
    tx,
    (await readBelongings(tx, record.id, ['consultation', 'measure_taken'])).flatMap(({ id, deletedAt }) =>
      deletedAt === null ? [id] : [],
    ),
  )
  return {
    ...receivedOf(record, await mechanismsById(tx)),
    consultations: parts.filter(({ type }) => type === 'consultation'),
    measures: parts.filter(({ type }) => type === 'measure_taken'),
  }
}

/** How replies went: numbers that lead to their rows. */
export function summaryOf(all: readonly Received[], today: string) {
  const open = all.filter(({ state }) => !isOver(state))
  const sent = all.filter(({ measured }) => measured !== null)
  const days = sent.flatMap(({ measured }) => measured?.days ?? []).toSorted((a, b) => a - b)
  const middle = days.length >> 1
  return {
    open: open.length,
    late: open.filter(({ due }) => due.day !== null && due.day < today).length,
    sent: sent.length,
    inTime: sent.filter(({ measured }) => measured?.inTime === true).length,
    judged: sent.filter(({ measured }) => measured?.inTime !== null).length,
    /** The middle of the days taken; null where none was sent. */
    median:
      days.length === 0
        ? null
        : days.length % 2 === 1
          ? (days[middle] ?? null)
          : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2,
  }
}
