import { sql } from 'kysely'
import { dateBounds, parseDate } from '#platform/dates'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'
import { type SourceType, type Violation, codesOf, violationOf } from '../violations.ts'

/** One violation as a record tells it; a record that tells several is there for each. */
export interface Told {
  readonly source: SourceType
  readonly id: string
  readonly title: string
  readonly violation: Violation
  /** As it is kept (EDTF); empty where the record has none. */
  readonly date: string
  /** The year in which it lies whole; null where the date does not say one. */
  readonly year: number | null
  /** ISO alpha-2; empty where none is entered. */
  readonly countries: readonly string[]
  readonly disciplines: readonly string[]
  readonly fictitious: boolean
}

interface Row {
  readonly id: string
  readonly title: string
  readonly fictitious: boolean
  readonly code: readonly string[]
  readonly date: string | null
  readonly countries: readonly string[] | null
  readonly disciplines: readonly string[] | null
  /** Who it was done to, and the events that tell it. */
  readonly victims: readonly string[] | null
  readonly events: readonly string[] | null
}

/** Kinds of organisation that stand for art; those with a discipline do too, whatever their kind. */
const culturalKinds = ['museum_or_gallery', 'theatre_or_venue', 'independent_gallery']

/** The year in which all of a date lies. */
export function yearOf(date: string | null): number | null {
  if (date === null || !parseDate(date).ok) return null
  const { earliest, latest } = dateBounds(date)
  const [first, last] = [earliest, latest].map((day) => /^(\d{4})-/.exec(day ?? '')?.[1])
  return first !== undefined && first === last ? Number(first) : null
}

/**
 * The violations of artistic freedom that the reader may see. Acts whose victim is an artist or a house of art; cases of
 * artists, for what no act on the same person or event tells; security incidents of those cases that no event tells. Three
 * queries, each by an index of codes.
 */
export async function readViolations(tx: Tx): Promise<readonly Told[]> {
  const acts = await readActs(tx)
  const cases = await readCases(tx)
  const incidents = await readIncidents(tx)
  const told = (type: SourceType, vocabulary: string, row: Row): readonly Told[] => {
    const index = tx.schema.vocabularies.get(vocabulary)
    const found = row.code.flatMap((code) => violationOf(type, index?.withAncestors(code) ?? [code]) ?? [])
    return [...new Set(found)].map((violation) => ({
      source: type,
      id: row.id,
      title: row.title,
      violation,
      date: row.date ?? '',
      year: yearOf(row.date),
      countries: row.countries ?? [],
      disciplines: row.disciplines ?? [],
      fictitious: row.fictitious,
    }))
  }
  const ofActs = acts.map((row) => ({ row, told: told('act', 'act_types', row) }))
  // What an act tells of the same person or event is not counted once more for the case.
  const known = new Set(
    ofActs.flatMap(({ row, told: all }) =>
      all.flatMap(({ violation }) =>
        [...(row.victims ?? []), ...(row.events ?? [])].map((id) => `${violation} ${id}`),
      ),
    ),
  )
  const isKnown = (row: Row, violation: Violation): boolean => {
    const at = [...(row.victims ?? []), ...(row.events ?? [])]
    const same: readonly Violation[] =
      violation === 'killed_or_disappeared' ? ['killed', 'disappeared'] : [violation]
    return same.some((one) => at.some((id) => known.has(`${one} ${id}`)))
  }
  return [
    ...ofActs.flatMap(({ told: all }) => all),
    ...cases.flatMap((row) =>
      told('case', 'artistic_violations', row).filter(({ violation }) => !isKnown(row, violation)),
    ),
    ...incidents.flatMap((row) => told('incident', 'incident_kinds', row)),
  ]
}

async function readActs(tx: Tx): Promise<readonly Row[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Row>`
    ${plannedEachTime} with found as materialized (
      select distinct k.record_id from record_key k
       where k.org_id = ${org} and k.type = 'act' and k.field = 'act_type' and k.key = any(${codesOf('act')}::text[]))
    select r.id, r.title, r.fictitious, array[r.values->>'act_type'] as code, r.values->>'date' as date,
           r.values->'country' as countries, v.values->'disciplines' as disciplines, array[v.id] as victims,
           (select array_agg(e.to_id) from link e
             where e.org_id = r.org_id and e.from_id = r.id and e.field = 'event' and e.until is null) as events
      from found f
      join record r on r.org_id = ${org} and r.id = f.record_id and r.deleted_at is null and r.merged_into is null
      join link l on l.org_id = r.org_id and l.from_id = r.id and l.field = 'victim' and l.until is null
      join record v on v.org_id = l.org_id and v.id = l.to_id and v.deleted_at is null
     where v.values->'roles' ? 'artist' or jsonb_array_length(coalesce(v.values->'disciplines', '[]')) > 0
        or v.values->>'kind' = any(${culturalKinds}::text[])
     order by r.id`.execute(tx.sql)
  return rows
}

async function readCases(tx: Tx): Promise<readonly Row[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Row>`
    ${plannedEachTime} with found as materialized (
      select distinct k.record_id from record_key k
       where k.org_id = ${org} and k.type = 'case' and k.field = 'artistic_violations'
         and k.key = any(${codesOf('case')}::text[])),
    linked as materialized (
      select l.from_id, l.field, l.to_id, t.values->>'date' as date
        from found f
        join link l on l.org_id = ${org} and l.from_id = f.record_id and l.field in ('people', 'organisations', 'events')
         and l.until is null and (l.field = 'events' or coalesce(l.attributes->>'role', 'at_risk') = 'at_risk')
        left join record t on t.org_id = l.org_id and t.id = l.to_id and l.field = 'events' and t.deleted_at is null)
    select r.id, r.title, r.fictitious, array(select jsonb_array_elements_text(r.values->'artistic_violations')) as code,
           coalesce((select min(d.date) from linked d where d.from_id = r.id and d.field = 'events'), r.values->>'opened') as date,
           r.values->'country' as countries, r.values->'discipline' as disciplines,
           (select array_agg(d.to_id) from linked d where d.from_id = r.id and d.field <> 'events') as victims,
           (select array_agg(d.to_id) from linked d where d.from_id = r.id and d.field = 'events') as events
      from found f
      join record r on r.org_id = ${org} and r.id = f.record_id and r.deleted_at is null and r.merged_into is null
     order by r.id`.execute(tx.sql)
  return rows
}

async function readIncidents(tx: Tx): Promise<readonly Row[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Row>`
    ${plannedEachTime} with found as materialized (
      select distinct k.record_id from record_key k
       where k.org_id = ${org} and k.type = 'incident' and k.field = 'kind' and k.key = any(${codesOf('incident')}::text[]))
    select r.id, c.title || ': ' || r.title as title, r.fictitious, array[r.values->>'kind'] as code, r.values->>'on' as date,
           c.values->'country' as countries, c.values->'discipline' as disciplines, null::uuid[] as victims, null::uuid[] as events
      from found f
      join record r on r.org_id = ${org} and r.id = f.record_id and r.deleted_at is null and r.merged_into is null
      join link l on l.org_id = r.org_id and l.from_id = r.id and l.field = 'case' and l.until is null
      join record c on c.org_id = l.org_id and c.id = l.to_id and c.deleted_at is null and c.values->>'kind' = 'artist'
     where not exists (select 1 from link e where e.org_id = r.org_id and e.from_id = r.id and e.field = 'event' and e.until is null)
     order by r.id`.execute(tx.sql)
  return rows
}
