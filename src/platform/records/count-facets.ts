import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import { type ListQuery, conditions, countLimit, hitsOf } from './hits.ts'
import { lastKey } from './prepare.ts'
import { type Tx, typeOf } from './tx.ts'

export interface FacetCount {
  readonly key: string
  readonly count: number
}

export interface Facets {
  /** Counts by field, largest first. A field's own filter does not narrow its own counts. */
  readonly fields: Readonly<Record<string, readonly FacetCount[]>>
  /** More hits than are counted: the counts are of `countLimit` of them, not of all. */
  readonly sampled: boolean
}

/** Counts of every facet of the type among the hits of a query. */
export async function countFacets(tx: Tx, query: ListQuery, similar = false): Promise<Facets> {
  const type = typeOf(tx, query.type)
  const names = type.fields.filter((field) => field.facet).map((field) => field.name)
  const chosen = names.filter((name) => (query.filters?.[name]?.length ?? 0) > 0)
  const open = names.filter((name) => !chosen.includes(name))
  const groups = [
    { fields: open, leaveOut: undefined as string | undefined },
    ...chosen.map((name) => ({ fields: [name], leaveOut: name })),
  ]
  const fields: Record<string, FacetCount[]> = Object.fromEntries(names.map((name) => [name, []]))
  let sampled = false
  for (const group of groups) {
    if (group.fields.length === 0) continue
    const hits = hitsOf(tx, query, conditions(tx, query, similar, group.leaveOut))
    const { rows } = await sql<{ field: string | null; key: string | null; n: number }>`
      ${plannedEachTime} with hits as materialized (${hits})
      select null as field, null as key, (select count(*)::int from hits) as n
      union all
      (select k.field, k.key, count(*)::int from hits h
         join record_key k on k.org_id = ${tx.actor.orgId}::uuid and k.record_id = h.record_id and k.field = any(${group.fields}::text[])
          and k.key <> ${lastKey}
        group by k.field, k.key)`.execute(tx.sql)
    for (const { field, key, n } of rows) {
      if (field === null || key === null) sampled ||= n > countLimit
      else fields[field]?.push({ key, count: n })
    }
  }
  for (const counts of Object.values(fields))
    counts.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  return { fields, sampled }
}
