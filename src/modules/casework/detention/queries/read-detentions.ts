import { sql } from 'kysely'
import { sortKey } from '#platform/dates'
import type { Tx } from '#platform/records'
import { endedSomehow } from '../statuses.ts'
import { type Detention, type Said, chainOf, edgesOf } from './history.ts'

/** Which detentions are looked at. */
export interface Scope {
  readonly country?: string
  /** Of these people only. */
  readonly people?: readonly string[]
  /** Only what may have begun by this day (`YYYY-MM-DD`). */
  readonly by?: string
}

interface Row {
  readonly id: string
  readonly title: string
  readonly restricted: boolean
  readonly fictitious: boolean
  readonly country: string | null
  readonly status: string
  readonly cause: string | null
  readonly ended_as: string | null
  readonly end_cause: string | null
  readonly from_key: string
  readonly until: string | null
  readonly person: string | null
}

interface ChangeRow {
  readonly id: string
  readonly detention: string | null
  readonly status: string
  readonly cause: string | null
  readonly key: string
}

/** The key below which dates begin that may be by a day; keys of dates begin with a digit below 3. */
const keyBelow = (day: string | undefined): string => (day === undefined ? '3' : `24${day}0`)

/**
 * Detentions with their history, as they stand in the record now, as far as the reader may see them. Rows are found by
 * the keys of their dates, and what they point at by the rows themselves, so that no statistics can lead to a scan. Of
 * named people through the reader's policies; of everybody by `detentions_before` and `detention_changes`, which keep the
 * same rule and ask it once for each row.
 */
export async function readDetentions(tx: Tx, { country, people, by }: Scope): Promise<readonly Detention[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const among = people ? await detentionsOf(tx, people) : null
  if (among?.length === 0) return []
  const { rows } = await (among === null
    ? sql<Row>`select * from detentions_before(${keyBelow(by)}) d
          ${country === undefined ? sql`` : sql`where d.country = ${country}`}`
    : sql<Row>`
    select r.id, r.title, r.visibility = 'restricted' as restricted, r.fictitious,
           r.values->>'country' as country, r.values->>'status' as status, r.values->>'cause' as cause,
           r.values->>'ended_as' as ended_as, r.values->>'end_cause' as end_cause, k.key as from_key,
           r.values->>'until' as until,
           (select l.to_id from link l where l.org_id = r.org_id and l.from_id = r.id and l.field = 'person'
               and l.until is null limit 1) as person
      from record_key k
      join record r on r.org_id = k.org_id and r.id = k.record_id
     where k.org_id = ${org} and k.type = 'detention' and k.field = 'from' and k.key < ${keyBelow(by)}
       and r.deleted_at is null and r.merged_into is null
       ${country === undefined ? sql`` : sql`and r.values->>'country' = ${country}`}
       and k.record_id = any(${[...among]}::uuid[])`
  ).execute(tx.sql)
  const changes = await readChanges(tx, among)
  return rows.map((row) => {
    const beginning: Said = {
      record: row.id,
      status: row.status,
      cause: row.cause,
      edges: edgesOf(row.from_key),
    }
    const end: Said | null =
      row.until === null
        ? null
        : {
            record: row.id,
            status: row.ended_as ?? endedSomehow,
            cause: row.end_cause,
            edges: edgesOf(sortKey(row.until)),
          }
    return {
      id: row.id,
      title: row.title,
      person: row.person ?? row.id,
      country: row.country,
      restricted: row.restricted,
      fictitious: row.fictitious,
      ...chainOf(beginning, changes.get(row.id) ?? [], end),
    }
  })
}

async function detentionsOf(tx: Tx, people: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct l.from_id as id from link l
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...people]}::uuid[]) and l.field = 'person'
       and l.until is null`.execute(tx.sql)
  return rows.map(({ id }) => id)
}

/** Changes by the detention to which they belong. */
async function readChanges(
  tx: Tx,
  among: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly Said[]>> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await (among === null
    ? sql<ChangeRow>`select * from detention_changes()`
    : sql<ChangeRow>`
    select s.id, s.values->>'status' as status, s.values->>'cause' as cause, k.key,
           (select l.to_id from link l where l.org_id = s.org_id and l.from_id = s.id and l.field = 'detention'
               and l.until is null limit 1) as detention
      from record_key k
      join record s on s.org_id = k.org_id and s.id = k.record_id
     where k.org_id = ${org} and k.type = 'detention_change' and k.field = 'on' and k.key < '3'
       and s.deleted_at is null and s.merged_into is null
       and k.record_id = any(array(
         select b.from_id from link b where b.org_id = ${org} and b.to_id = any(${[...among]}::uuid[])
            and b.field = 'detention' and b.until is null))`
  ).execute(tx.sql)
  const changes = new Map<string, Said[]>()
  for (const { id, detention, status, cause, key } of rows) {
    if (detention === null) continue
    const list = changes.get(detention) ?? []
    changes.set(detention, list)
    list.push({ record: id, status, cause, edges: edgesOf(key) })
  }
  return changes
}

/** What records point at by the fields named, those that the reader may see both ends of: ids by record and field. */
export async function readTargets(
  tx: Tx,
  ids: readonly string[],
  fields: readonly string[],
): Promise<(id: string, field: string) => readonly string[]> {
  if (ids.length === 0) return () => []
  const { rows } = await sql<{ from_id: string; field: string; to_id: string }>`
    select from_id, field, to_id from link
     where org_id = ${tx.actor.orgId}::uuid and from_id = any(${[...ids]}::uuid[])
       and field = any(${[...fields]}::text[]) and until is null
     order by from_id, field, position`.execute(tx.sql)
  const found = new Map<string, string[]>()
  for (const { from_id, field, to_id } of rows) {
    const key = `${from_id} ${field}`
    const list = found.get(key) ?? []
    found.set(key, list)
    if (!list.includes(to_id)) list.push(to_id)
  }
  return (id, field) => found.get(`${id} ${field}`) ?? []
}

/** What of a person the list shows. */
export interface Name {
  readonly title: string
  readonly gender: string | null
  readonly fictitious: boolean
  readonly restricted: boolean
}

/** People by id: those whom the reader may see. */
export async function readNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Name>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Name & { id: string }>`
    select id, title, values->>'gender' as gender, fictitious, visibility = 'restricted' as restricted from record
     where org_id = ${tx.actor.orgId}::uuid and id = any(${[...ids]}::uuid[]) and type = 'person'`.execute(
    tx.sql,
  )
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** What the organisation had decided of a detention by a day: the latest decision, by the detention. */
export async function readDecisions(
  tx: Tx,
  day: string,
): Promise<ReadonlyMap<string, { readonly on: string; readonly countsAs: string }>> {
  const { rows } = await sql<{ detention: string | null; on: string; counts_as: string }>`
    select d.values->>'on' as "on", d.values->>'counts_as' as counts_as,
           (select l.to_id from link l where l.org_id = d.org_id and l.from_id = d.id and l.field = 'detention'
               and l.until is null limit 1) as detention
      from record_key k
      join record d on d.org_id = k.org_id and d.id = k.record_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'prisoner_decision' and k.field = 'on'
       and k.key < ${keyBelow(day)} and d.deleted_at is null and d.merged_into is null
     order by d.values->>'on', d.id`.execute(tx.sql)
  return new Map(
    rows.flatMap(({ detention, on, counts_as }) =>
      detention === null ? [] : [[detention, { on, countsAs: counts_as }] as const],
    ),
  )
}
