import { sql } from 'kysely'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import { isEmpty, valuesOf } from './fields/index.ts'
import { readVersion } from './history.ts'
import { readRecord } from './read-record.ts'
import { indexRecord } from './trash.ts'
import { isSealed, takeSealedKeys } from '#platform/vault'
import { classOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'
import { writeChange } from './update-record.ts'
import type { Values } from './validate.ts'

/** Rows that a merge moved from the lost record to the kept one, so that it can be undone. */
interface Moved {
  readonly links: readonly { readonly closed: string; readonly opened: string }[]
  readonly lostVersion: number
}

/**
 * The values of two records that are one: what the kept one has stays, what only the other has is taken,
 * lists are joined. `choose` names fields to take from the other instead.
 */
export function joinValues(
  kept: Values,
  lost: Values,
  multiple: ReadonlySet<string>,
  choose: ReadonlySet<string>,
): Values {
  const joined: Record<string, unknown> = { ...kept }
  for (const [name, value] of Object.entries(lost)) {
    if (multiple.has(name)) {
      const seen = new Set(valuesOf(kept[name]).map((one) => JSON.stringify(one)))
      joined[name] = [
        ...valuesOf(kept[name]),
        ...valuesOf(value).filter((one) => !seen.has(JSON.stringify(one))),
      ]
    } else if (isEmpty(kept[name]) || choose.has(name)) joined[name] = value
  }
  return joined
}

/**
 * Makes two records of one type one: values joined, every relation that pointed at the lost one points at the
 * kept one, the lost one leaves the lists. `unmergeRecords` takes it back.
 */
export async function mergeRecords(
  tx: Tx,
  given: {
    readonly keep: string
    readonly lose: string
    readonly choose?: readonly string[]
    readonly reason?: string
  },
): Promise<{ readonly id: string }> {
  const org = tx.actor.orgId
  const kept = await readRecord(tx, given.keep)
  const lost = await readRecord(tx, given.lose)
  if (kept.deletedAt || lost.deletedAt) throw new Problem('not_found')
  if (kept.id === lost.id || kept.type !== lost.type)
    throw new Problem('conflict', {
      explanation: {
        en: 'Only two different records of the same type can be merged.',
        es: 'Solo se pueden unir dos registros distintos del mismo tipo.',
        ca: 'Només es poden unir dos registres diferents del mateix tipus.',
      },
    })
  const type = typeOf(tx, kept.type)
  // What is sealed is one value for whoever cannot look into it: lists in it are not joined.
  const multiple = new Set(
    type.fields.filter((field) => field.multiple && classOf(field) !== 'sealed').map((field) => field.name),
  )
  const values = joinValues(kept.values, lost.values, multiple, new Set(given.choose ?? []))
  const change = { operation: 'merge' as const, ...(given.reason !== undefined && { reason: given.reason }) }
  await writeChange(tx, type, kept, values, change)
  await takeSealedKeys(
    tx,
    lost.id,
    kept.id,
    Object.entries(values).flatMap(([name, value]) =>
      isSealed(value) && lost.values[name] === value ? [value.key] : [],
    ),
  )
  const { rows: pointing } = await sql<{ id: string; opened: string }>`
    select id, gen_random_uuid() as opened from link
     where org_id = ${org}::uuid and to_id = ${lost.id}::uuid and from_id <> ${kept.id}::uuid and until is null`.execute(
    tx.sql,
  )
  const closed = pointing.map((link) => link.id)
  const opened = pointing.map((link) => link.opened)
  // The relation's own record gets no new version: nobody edited it, and undoing puts back the very row.
  await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, belongs, since)
    select l.org_id, n.opened, l.from_id, l.field, l.position, ${kept.id}::uuid, l.attributes, l.class, l.belongs, l.since
      from unnest(${closed}::uuid[], ${opened}::uuid[]) as n(closed, opened)
      join link l on l.org_id = ${org}::uuid and l.id = n.closed`.execute(tx.sql)
  await sql`update link set until = since where org_id = ${org}::uuid and id = any(${closed}::uuid[])`.execute(
    tx.sql,
  )
  await moveKeys(tx, closed, kept.id)
  await tx.sql
    .updateTable('record')
    .set({ merged_into: kept.id, deleted_at: sql<Date>`now()`, deleted_by: tx.actor.accountId })
    .where('org_id', '=', org)
    .where('id', '=', lost.id)
    .execute()
  for (const table of ['record_key', 'record_search'] as const)
    await tx.sql.deleteFrom(table).where('org_id', '=', org).where('record_id', '=', lost.id).execute()
  const id = newId()
  const moved: Moved = {
    links: pointing.map((link) => ({ closed: link.id, opened: link.opened })),
    lostVersion: lost.version,
  }
  await tx.sql
    .insertInto('merge')
    .values({
      org_id: org,
      id,
      kept_id: kept.id,
      lost_id: lost.id,
      kept_version: kept.version,
      moved: JSON.stringify(moved),
      merged_by: tx.actor.accountId,
    })
    .execute()
  return { id }
}

/**
 * Takes a merge back: the lost record returns with its relations. The kept record returns to its values from
 * before, unless it has been edited since: then its values stay for a person to mend.
 */
export async function unmergeRecords(
  tx: Tx,
  mergeId: string,
  reason?: string,
): Promise<{ readonly edited: boolean; readonly lostId: string }> {
  const org = tx.actor.orgId
  const merge = await tx.sql
    .selectFrom('merge')
    .selectAll()
    .where('org_id', '=', org)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!merge) throw new Problem('not_found')
  const kept = await readRecord(tx, merge.kept_id)
  const { links } = merge.moved as Moved
  const opened = links.map((link) => link.opened)
  const closed = links.map((link) => link.closed)
  await sql`delete from link where org_id = ${org}::uuid and id = any(${opened}::uuid[])`.execute(tx.sql)
  await sql`update link set until = null where org_id = ${org}::uuid and id = any(${closed}::uuid[])`.execute(
    tx.sql,
  )
  await moveKeys(tx, closed, merge.lost_id, merge.kept_id)
  await tx.sql
    .updateTable('record')
    .set({ merged_into: null, deleted_at: null, deleted_by: null })
    .where('org_id', '=', org)
    .where('id', '=', merge.lost_id)
    .execute()
  await indexRecord(tx, await readRecord(tx, merge.lost_id))
  const edited = kept.version > merge.kept_version + 1
  if (!edited && !kept.deletedAt) {
    const before = await readVersion(tx, kept.id, merge.kept_version)
    await writeChange(tx, typeOf(tx, kept.type), kept, before, {
      operation: 'unmerge',
      ...(reason !== undefined && { reason }),
    })
  }
  await tx.sql
    .updateTable('merge')
    .set({ undone_at: sql<Date>`now()` })
    .where('org_id', '=', org)
    .where('id', '=', mergeId)
    .execute()
  return { edited, lostId: merge.lost_id }
}

/**
 * Gives the records that the relations start from the key of `to` instead of that of the relations' old end (`from`, or
 * where each points): they are then filtered and counted under it.
 */
async function moveKeys(
  tx: Tx,
  links: readonly string[],
  to: string,
  from: string | null = null,
): Promise<void> {
  const org = tx.actor.orgId
  const old = sql`coalesce(${from}::uuid, l.to_id)::text`
  await sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
    select distinct k.org_id, k.record_id, k.type, k.field, ${to}, k.class, k.visibility
      from link l join record_key k on k.org_id = l.org_id and k.record_id = l.from_id and k.field = l.field and k.key = ${old}
     where l.org_id = ${org}::uuid and l.id = any(${links}::uuid[])
    on conflict do nothing`.execute(tx.sql)
  await sql`delete from record_key k using link l
     where l.org_id = ${org}::uuid and l.id = any(${links}::uuid[])
       and k.org_id = l.org_id and k.record_id = l.from_id and k.field = l.field and k.key = ${old}
       and not exists (select 1 from link o where o.org_id = l.org_id and o.from_id = l.from_id and o.field = l.field
                         and o.to_id::text = k.key and o.until is null)`.execute(tx.sql)
}

/** Merges of which a record is the kept one and that stand. */
export const readMerges = (tx: Tx, keptId: string) =>
  tx.sql
    .selectFrom('merge as m')
    .innerJoin('record as r', (join) =>
      join.onRef('r.org_id', '=', 'm.org_id').onRef('r.id', '=', 'm.lost_id'),
    )
    .select(['m.id', 'm.merged_at', 'r.title', 'm.lost_id'])
    .where('m.org_id', '=', tx.actor.orgId)
    .where('m.kept_id', '=', keptId)
    .where('m.undone_at', 'is', null)
    .orderBy('m.merged_at', 'desc')
    .execute()
