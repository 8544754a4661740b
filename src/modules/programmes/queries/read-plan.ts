import { sql } from 'kysely'
import { isId } from '#platform/db'
import { dateBounds } from '#platform/dates'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  readRecord,
  readRecords,
  valuesOf,
} from '#platform/records'
import {
  type Named,
  type Photos,
  type Plan,
  type PlannedActivity,
  type PlannedInvitation,
  type PlannedStay,
  publicityOf,
} from '../plan/plan.ts'

/**
 * One edition with its invitations, stays and activities, as this reader may see them; three statements, whatever
 * their number. Throws `not_found` for anything that is no edition of theirs.
 */
export async function readPlan(tx: Tx, editionId: string): Promise<Plan> {
  if (!isId(editionId)) throw new Problem('not_found')
  const edition = await readRecord(tx, editionId)
  if (edition.type !== 'edition' || edition.deletedAt) throw new Problem('not_found')
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${edition.id}::uuid and l.field = 'edition' and l.until is null
       and r.type in ('invitation', 'stay', 'activity') and r.deleted_at is null
     order by r.title, r.id`.execute(tx.sql)
  const parts = await readRecords(
    tx,
    rows.map((row) => row.id),
  )
  const of = (type: string) => parts.filter((part) => part.type === type)
  const { values } = edition
  const [first, last] = daysOf(text(values['dates']))
  return {
    id: edition.id,
    title: edition.title,
    state: text(values['state']),
    theme: (values['theme'] ?? {}) as Plan['theme'],
    first,
    last,
    towns: namedAll(edition, 'municipalities'),
    coordinators: namedAll(edition, 'coordinator'),
    emergencyLine: text(values['emergency_line']) || null,
    fictitious: edition.fictitious,
    visibility: edition.visibility,
    invitations: of('invitation').flatMap(invitationOf),
    stays: of('stay').flatMap(stayOf).sort(byArrival),
    activities: of('activity').flatMap(activityOf).sort(byTime),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Earliest and latest day of a date; null where it is open or nothing is written. */
function daysOf(edtf: string): readonly [string | null, string | null] {
  if (edtf === '') return [null, null]
  const { earliest, latest } = dateBounds(edtf)
  return [earliest, latest]
}

/** The records that a field points at and that are there for this reader. */
const namedAll = (record: RecordView, field: string): readonly (Named & { readonly link: Reference })[] =>
  (valuesOf(record.values[field]) as readonly Reference[]).flatMap((link) => {
    const target = record.linked.get(link.to)
    return target && !target.deleted ? [{ id: target.id, title: target.title, link }] : []
  })

const named = (record: RecordView, field: string): Named | undefined => {
  const [one] = namedAll(record, field)
  return one && { id: one.id, title: one.title }
}

function invitationOf(record: RecordView): PlannedInvitation[] {
  const person = named(record, 'person')
  if (!person) return []
  return [
    {
      id: record.id,
      person,
      state: text(record.values['state']),
      stateDate: text(record.values['state_date']) || null,
      note: text(record.values['note']),
    },
  ]
}

function stayOf(record: RecordView): PlannedStay[] {
  const { values } = record
  const [person, town] = [named(record, 'person'), named(record, 'municipality')]
  const [arrival, arrivalLatest] = daysOf(text(values['arrival']))
  const [, departure] = daysOf(text(values['departure']))
  if (!person || !town || !arrival) return []
  return [
    {
      id: record.id,
      person,
      town,
      arrival,
      departure: departure ?? arrivalLatest ?? arrival,
      interpretation: text(values['interpretation']) || null,
      interpreter: text(values['interpreter']) || null,
      needsForTown: values['needs_shared'] === 'town' ? text(values['needs']) || null : null,
    },
  ]
}

function activityOf(record: RecordView): PlannedActivity[] {
  const { values } = record
  const town = named(record, 'municipality')
  if (!town) return []
  const [first, last] = daysOf(text(values['date']))
  return [
    {
      id: record.id,
      title: record.title,
      town,
      day: first !== null && first === last ? first : null,
      date: text(values['date']),
      start: text(values['start_time']),
      end: text(values['end_time']),
      kind: text(values['kind']),
      people: namedAll(record, 'participants').map(({ id, title, link }) => ({
        id,
        title,
        role: text(link.attributes?.['role']) || null,
      })),
      place: text(values['place']),
      audienceKind: text(values['audience_kind']),
      audience: typeof values['audience'] === 'number' ? values['audience'] : null,
      languages: valuesOf(values['language']).map(String),
      publicity: publicityOf(values['publicity']),
      photos: photosOf(values['photos']),
      updatedAt: record.updatedAt,
    },
  ]
}

/** What is not known to be allowed is not allowed. */
const photosOf = (value: unknown): Photos =>
  value === 'allowed' || value === 'no_faces' ? value : 'forbidden'

const byArrival = (a: PlannedStay, b: PlannedStay): number =>
  a.arrival < b.arrival ? -1 : a.arrival > b.arrival ? 1 : a.departure < b.departure ? -1 : 1

const byTime = (a: PlannedActivity, b: PlannedActivity): number => {
  const key = (one: PlannedActivity) => `${one.day ?? '9'} ${one.start.trim().padStart(5, '0')}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}
