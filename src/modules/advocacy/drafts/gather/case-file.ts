import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecord,
  readRecords,
  typeOf,
  valuesOf,
} from '#platform/records'

/** Everything of a case that a document may draw on, as its reader may see it. */
export interface CaseFile {
  readonly record: RecordView
  /** Events of the case. */
  readonly events: readonly RecordView[]
  readonly acts: readonly RecordView[]
  readonly involvements: readonly RecordView[]
  readonly interventions: readonly RecordView[]
  readonly information: readonly RecordView[]
  readonly legalStatuses: readonly RecordView[]
  /** What belongs to the case, and to what belongs to it, by type. */
  readonly belonging: ReadonlyMap<string, readonly RecordView[]>
  readonly sources: readonly RecordView[]
  /** Every record read, by id: those above and whatever they point at. */
  readonly byId: ReadonlyMap<string, RecordView>
}

/** Types that belong to a case and that a document may draw on; two of them have types of their own that belong to them. */
const belongingTypes = ['detention', 'incident', 'asylum_request', 'source', 'submission'] as const
const under: Readonly<Record<string, readonly string[]>> = {
  detention: ['detention_change'],
  asylum_request: ['asylum_paper', 'asylum_interview', 'asylum_event'],
}

/** The references of a field. */
export const referencesOf = (record: RecordView, field: string): readonly Reference[] =>
  valuesOf(record.values[field]) as readonly Reference[]

const there = (record: RecordView): boolean => record.deletedAt === null && record.mergedInto === null

/** Reads a case with all that documents draw on. Throws `not_found` for what is not a case or not for this reader. */
export async function readCaseFile(tx: Tx, caseId: string): Promise<CaseFile> {
  const record = await readRecord(tx, caseId)
  if (record.type !== 'case' || !there(record)) throw new Problem('not_found')
  const byId = new Map([[record.id, record]])
  const read = async (ids: readonly string[]): Promise<readonly RecordView[]> => {
    const wanted = [...new Set(ids)]
    for (const one of await readRecords(
      tx,
      wanted.filter((id) => !byId.has(id)),
    ))
      byId.set(one.id, one)
    return wanted.flatMap((id) => byId.get(id) ?? []).filter(there)
  }
  const belonging = new Map<string, readonly RecordView[]>()
  const readBelonging = async (ownerId: string, types: readonly string[]) => {
    const found = await readBelongings(tx, ownerId, types)
    for (const one of await read(found.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)))
      belonging.set(one.type, [...(belonging.get(one.type) ?? []), one])
  }
  await readBelonging(record.id, belongingTypes)
  for (const [type, types] of Object.entries(under))
    for (const one of belonging.get(type) ?? []) await readBelonging(one.id, types)

  const events = await read(referencesOf(record, 'events').map(({ to }) => to))
  const parties = ['people', 'organisations']
    .flatMap((name) => referencesOf(record, name))
    .map(({ to }) => to)
  const eventIds = events.map(({ id }) => id)
  const ofEvents = await pointingAt(tx, eventIds, ['act', 'involvement', 'intervention', 'information'])
  const ofParties = await pointingAt(tx, parties, ['act', 'intervention', 'legal_status'])
  const first = await read([...ofEvents, ...ofParties])
  // What is told of one of the people elsewhere is no part of this case.
  const ours = (one: RecordView, field: string): boolean => {
    const of = referencesOf(one, field)
    return of.length === 0 || of.some(({ to }) => eventIds.includes(to))
  }
  const acts = first.filter((one) => one.type === 'act' && ours(one, 'event'))
  const second = await read(
    await pointingAt(
      tx,
      acts.map(({ id }) => id),
      ['involvement', 'information'],
    ),
  )
  const all = [...new Map([...first, ...second].map((one) => [one.id, one])).values()]
  const sources = await read([
    ...referencesOf(record, 'sources').map(({ to }) => to),
    ...(belonging.get('source') ?? []).map(({ id }) => id),
    ...all
      .filter(({ type }) => type === 'information')
      .flatMap((one) => referencesOf(one, 'source').map(({ to }) => to)),
  ])
  await readMentioned(tx, byId, read)
  const ofType = (type: string) => all.filter((one) => one.type === type)
  return {
    record,
    events,
    acts,
    involvements: ofType('involvement'),
    interventions: ofType('intervention').filter((one) => ours(one, 'events')),
    information: ofType('information'),
    legalStatuses: ofType('legal_status'),
    belonging,
    sources,
    byId,
  }
}

/** Whom and what the records read so far name, and whom the people of the case are related to. */
async function readMentioned(
  tx: Tx,
  byId: ReadonlyMap<string, RecordView>,
  read: (ids: readonly string[]) => Promise<readonly RecordView[]>,
): Promise<void> {
  const wanted = ['person', 'organisation', 'place', 'law_article']
  const mentioned = [...byId.values()].flatMap((one) =>
    typeOf(tx, one.type)
      .fields.filter(({ type, class: cls }) => type === 'reference' && cls !== 'sealed')
      .flatMap((field) => referencesOf(one, field.name))
      .flatMap(({ to }) => (wanted.includes(one.linked.get(to)?.type ?? '') ? [to] : [])),
  )
  await read(mentioned)
  // Whoever runs a place of detention is the authority that holds.
  await read(
    [...byId.values()]
      .filter(({ type }) => type === 'place')
      .flatMap((one) => referencesOf(one, 'run_by').map(({ to }) => to)),
  )
}

/** The records of these types that point at any of `ids`, the trash left out. */
async function pointingAt(
  tx: Tx,
  ids: readonly string[],
  types: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...ids]}::uuid[]) and l.until is null
       and r.type = any(${[...types]}::text[]) and r.deleted_at is null and r.merged_into is null
     order by r.id limit 2000`.execute(tx.sql)
  return rows.map(({ id }) => id)
}
