import { sql } from 'kysely'
import { newId } from '#platform/db'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import { prepare } from './prepare.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'
import { wordVectors } from './word-vectors.ts'

/** A record about to be written: values already valid. */
export interface NewRecord {
  readonly id: string
  readonly type: RecordTypeDefinition
  readonly values: Values
  readonly visibility: Visibility
  readonly fictitious?: boolean
  readonly reason?: string
}

/** From how many records on it is worth asking for the stems of words apart from the records that have them. */
const many = 20

/** The rows of one table, column by column: what `unnest` takes. */
const columns = (count: number): unknown[][] => Array.from({ length: count }, () => [])

/**
 * Writes any number of new records in one statement a table. One record and a hundred thousand take the
 * same way, so that an import can do nothing that a form could not.
 */
export async function insertRecords(tx: Tx, records: readonly NewRecord[], importId: string | null = null) {
  if (records.length === 0) return
  const org = tx.actor.orgId
  const by = tx.actor.accountId
  const record = columns(7)
  const part = columns(3)
  const version = columns(5)
  const link = columns(7)
  const key = columns(6)
  const search = columns(7)
  const grants: string[] = []
  const push = (table: unknown[][], ...row: unknown[]) => row.forEach((value, i) => table[i]?.push(value))

  for (const { id, type, values, visibility, fictitious, reason } of records) {
    const prepared = prepare(type, values, tx.schema)
    const open = JSON.stringify(prepared.byClass.get('open') ?? {})
    push(record, id, type.name, prepared.title, open, visibility, fictitious ?? false, importId)
    for (const [cls, held] of prepared.byClass) {
      const json = cls === 'open' ? open : JSON.stringify(held)
      if (cls !== 'open') push(part, id, cls, json)
      push(version, id, cls, json, visibility, reason ?? null)
    }
    for (const l of prepared.links)
      push(link, newId(), id, l.field, l.position, l.to, JSON.stringify(l.attributes), l.class)
    for (const k of prepared.keys) push(key, id, type.name, k.field, k.key, k.class, visibility)
    for (const w of prepared.words) push(search, id, w.class, type.name, visibility, w.words, w.names, w.body)
    if (visibility === 'restricted') grants.push(id)
  }

  await sql`insert into record (org_id, id, type, title, values, visibility, fictitious, created_by, updated_by, import_id)
    select ${org}::uuid, i, t, title, v, vis, fic, ${by}::uuid, ${by}::uuid, imp
    from unnest(${record[0]}::uuid[], ${record[1]}::text[], ${record[2]}::text[], ${record[3]}::jsonb[], ${record[4]}::text[],
                ${record[5]}::boolean[], ${record[6]}::uuid[]) as n(i, t, title, v, vis, fic, imp)`.execute(
    tx.sql,
  )
  if (grants.length > 0)
    await sql`insert into record_grant (org_id, record_id, account_id)
      select ${org}::uuid, i, ${by}::uuid from unnest(${grants}::uuid[]) as n(i)`.execute(tx.sql)
  if (part[0]?.length)
    await sql`insert into record_part (org_id, record_id, class, values)
      select ${org}::uuid, i, c, v from unnest(${part[0]}::uuid[], ${part[1]}::text[], ${part[2]}::jsonb[]) as n(i, c, v)`.execute(
      tx.sql,
    )
  await sql`insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
    select ${org}::uuid, i, 1, c, 'create', v, vis, ${by}::uuid, r, ${importId}::uuid
    from unnest(${version[0]}::uuid[], ${version[1]}::text[], ${version[2]}::jsonb[], ${version[3]}::text[], ${version[4]}::text[])
      as n(i, c, v, vis, r)`.execute(tx.sql)
  if (link[0]?.length)
    await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, since)
      select ${org}::uuid, i, f, field, pos, t, a, c, 1
      from unnest(${link[0]}::uuid[], ${link[1]}::uuid[], ${link[2]}::text[], ${link[3]}::int[], ${link[4]}::uuid[],
                  ${link[5]}::jsonb[], ${link[6]}::text[]) as n(i, f, field, pos, t, a, c)`.execute(tx.sql)
  // In the order of the index by value: neighbours meet the same pages, which counts when the table is large.
  await sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
    select ${org}::uuid, i, t, f, k, c, vis
    from unnest(${key[0]}::uuid[], ${key[1]}::text[], ${key[2]}::text[], ${key[3]}::text[], ${key[4]}::text[], ${key[5]}::text[])
      as n(i, t, f, k, c, vis) order by t, f, k collate "C"`.execute(tx.sql)
  const folded = (search[4] ?? []) as string[]
  const vectors = records.length < many ? folded.map(() => null) : await wordVectors(tx, folded)
  const unread = folded.map((text, at) => (vectors[at] === null ? text : null))
  await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
    select ${org}::uuid, i, c, t, vis, case when w is null then v::tsvector else word_vector(w) end, n, b
    from unnest(${search[0]}::uuid[], ${search[1]}::text[], ${search[2]}::text[], ${search[3]}::text[], ${vectors}::text[],
                ${unread}::text[], ${search[5]}::text[], ${search[6]}::text[]) as n(i, c, t, vis, v, w, n, b)`.execute(
    tx.sql,
  )
}
