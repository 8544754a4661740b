import { sql } from 'kysely'
import { type Tx, classOf, fieldOf, fold, typeOf } from '#platform/records'
import type { Mapping } from './mapping.ts'

/**
 * Reads the codes by which a mapping knows records again, once, from what the actor may see, so that matching a row is
 * one look into an index whatever the number of records.
 */
export async function prepareMatches(tx: Tx, importId: string, mapping: Mapping | null): Promise<void> {
  const org = tx.actor.orgId
  const scopes = new Map(
    (mapping?.records ?? []).flatMap((record) =>
      record.match ? [[scopeOf(record.type, record.match.field), record] as const] : [],
    ),
  )
  for (const [scope, record] of scopes) {
    const type = typeOf(tx, record.type)
    const field = fieldOf(type, record.match?.field ?? '')
    if (!field) continue
    const held =
      classOf(field) === 'open'
        ? sql`select r.id, r.values -> ${field.name} as v from record r
               where r.org_id = ${org}::uuid and r.type = ${type.name} and r.deleted_at is null and r.values ? ${field.name}`
        : sql`select r.id, p.values -> ${field.name} as v from record r
                join record_part p on p.org_id = r.org_id and p.record_id = r.id and p.class = ${classOf(field)}
               where r.org_id = ${org}::uuid and r.type = ${type.name} and r.deleted_at is null and p.values ? ${field.name}`
    await sql`insert into import_work (org_id, import_id, member, key, id)
      select ${org}::uuid, ${importId}::uuid, ${scope}, e.key, h.id from (${held}) h,
        jsonb_array_elements_text(case jsonb_typeof(h.v) when 'array' then h.v else jsonb_build_array(h.v) end) as e(key)`.execute(
      tx.sql,
    )
  }
}

/** Forgets all that an import kept to itself; before its transaction ends. */
export const forgetWork = (tx: Tx, importId: string) =>
  sql`delete from import_work where org_id = ${tx.actor.orgId}::uuid and import_id = ${importId}::uuid`.execute(
    tx.sql,
  )

/** Remembers the codes that rows have had, so that a later row with the same one is known. */
export async function rememberMatches(
  tx: Tx,
  importId: string,
  seen: readonly { readonly as: string; readonly key: string; readonly id: string }[],
): Promise<void> {
  if (seen.length === 0) return
  await sql`insert into import_work (org_id, import_id, member, key, id, seen)
    select ${tx.actor.orgId}::uuid, ${importId}::uuid, m, k, i, true
      from unnest(${seen.map((m) => m.as)}::text[], ${seen.map((m) => m.key)}::text[], ${seen.map((m) => m.id)}::uuid[]) as n(m, k, i)`.execute(
    tx.sql,
  )
}

/** What a code leads to: the records that have it, and whether an earlier row of this file had it too. */
export interface Match {
  readonly ids: readonly string[]
  readonly seen: boolean
}

/** The records known by codes: `matchId` → records. */
export async function findMatches(
  tx: Tx,
  importId: string,
  wanted: readonly { readonly as: string; readonly key: string }[],
): Promise<ReadonlyMap<string, Match>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ member: string; key: string; ids: string[]; seen: boolean }>`
    select w.member, w.key, array_agg(distinct m.id)::text[] as ids, bool_or(m.seen) as seen
      from (select distinct * from unnest(${wanted.map((w) => w.as)}::text[], ${wanted.map((w) => w.key)}::text[]) as n(member, key)) w
      join lateral (select id, seen from import_work i where i.org_id = ${tx.actor.orgId}::uuid
                       and i.import_id = ${importId}::uuid and i.member = w.member and i.key = w.key offset 0) m on true
     group by 1, 2`.execute(tx.sql)
  return new Map(rows.map(({ member, key, ids, seen }) => [matchId(member, key), { ids, seen }]))
}

/** Within what a code is one: a code means the same record whichever part of a row names it. */
export const scopeOf = (type: string, field: string): string => `${type}.${field}`

/** The scope under which the ids of a file of ours are remembered. */
export const byId = '@id'

export const matchId = (as: string, key: string): string => `${as}\u0000${key}`

/** The records whose title is exactly this, whatever its case and accents: folded title → records. */
export async function findTitles(
  tx: Tx,
  titles: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly type: string }[]>> {
  const found = new Map<string, { id: string; type: string }[]>()
  if (titles.length === 0) return found
  const keys = [...new Set(titles.map(titleKey))]
  const { rows } = await sql<{ key: string; id: string; type: string }>`
    select k.key, k.record_id as id, k.type from record_key k
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = any(${[...tx.schema.types.keys()]}::text[])
       and k.field = '_title' and k.key = any(${keys}::text[])`.execute(tx.sql)
  for (const { key, ...record } of rows) found.set(key, [...(found.get(key) ?? []), record])
  return found
}

/** The key under which a title is found. */
export const titleKey = (title: string): string => fold(title).slice(0, 200)
