import { sql } from 'kysely'
import { prepare } from '../prepare.ts'
import { readRecordsInBulk } from '../read-record.ts'
import type { Tx } from '../tx.ts'

/** How far a reindexing has come. */
export interface ReindexStep {
  /** The last record looked at, to go on after; null when there are no more. */
  readonly next: string | null
  readonly seen: number
  readonly changed: number
}

/**
 * Makes titles, keys and words of up to `limit` records of a type anew, from their values and the schema of now, and
 * writes those that are different. Values and versions stay. Doing it twice changes nothing; a record that someone
 * edits meanwhile is waited for. `restricted`: only those that few may read. Records and classes that the actor may not read are left to those who may.
 */
export async function reindexRecords(
  tx: Tx,
  given: {
    readonly type: string
    readonly after?: string | null
    readonly limit?: number
    readonly restricted?: boolean
  },
): Promise<ReindexStep> {
  const type = tx.schema.types.get(given.type)
  if (!type) return { next: null, seen: 0, changed: 0 }
  const org = tx.actor.orgId
  const limit = given.limit ?? 200
  // In the order of ids, so that two of these never wait for each other.
  const { rows } = await sql<{ id: string }>`select id from record
    where org_id = ${org}::uuid and type = ${type.name} and deleted_at is null ${given.restricted ? sql`and visibility = 'restricted'` : sql``}
      ${given.after ? sql`and id > ${given.after}::uuid` : sql``}
    order by id limit ${limit} for no key update`.execute(tx.sql)
  const ids = rows.map((row) => row.id)
  const records = await readRecordsInBulk(tx, ids)
  const held = await readIndex(tx, ids)
  const batch: Batch = { titles: [], goneKeys: [], newKeys: [], goneWords: [], newWords: [] }
  let changed = 0
  for (const record of records) {
    const { title, keys, words } = prepare(type, record.values, tx.schema)
    const before = size(batch)
    if (title !== record.title) batch.titles.push({ id: record.id, title })
    const common = { record_id: record.id, visibility: record.visibility }
    const is = new Map(keys.map((key) => [keyId(key), key]))
    const was = new Map((held.keys.get(record.id) ?? []).map((key) => [keyId(key), key]))
    for (const [id, key] of was) if (!is.has(id)) batch.goneKeys.push({ ...common, ...key })
    for (const [id, key] of is) if (!was.has(id)) batch.newKeys.push({ ...common, ...key })
    const old = new Map((held.words.get(record.id) ?? []).map((one) => [one.class as string, one]))
    for (const one of words) {
      const there = old.get(one.class)
      old.delete(one.class)
      if (!there || there.body !== one.body || there.names !== one.names)
        batch.newWords.push({ ...common, ...one })
    }
    for (const cls of old.keys()) batch.goneWords.push({ ...common, class: cls })
    if (size(batch) > before) changed += 1
  }
  await writeBatch(tx, type.name, batch)
  return {
    next: ids.length < limit ? null : (ids.at(-1) ?? null),
    seen: ids.length,
    changed,
  }
}

interface HeldKey {
  readonly field: string
  readonly key: string
  readonly class: string
}

interface Batch {
  readonly titles: { id: string; title: string }[]
  readonly goneKeys: (HeldKey & { record_id: string })[]
  readonly newKeys: (HeldKey & { record_id: string; visibility: string })[]
  readonly goneWords: { record_id: string; class: string }[]
  readonly newWords: {
    record_id: string
    visibility: string
    class: string
    words: string
    names: string
    body: string
  }[]
}

const size = (batch: Batch): number => Object.values(batch).reduce((sum, rows) => sum + rows.length, 0)

const keyId = (key: HeldKey) => `${key.field}\u0000${key.key}\u0000${key.class}`

/** The rows that there are, of the classes that the actor may read. Words of files are not ours to make. */
async function readIndex(tx: Tx, ids: readonly string[]) {
  const org = tx.actor.orgId
  const keys = new Map<string, HeldKey[]>()
  const words = new Map<string, { class: string; names: string; body: string }[]>()
  if (ids.length === 0) return { keys, words }
  const keyRows = await sql<
    HeldKey & { record_id: string }
  >`select record_id, field, key, class from record_key
    where org_id = ${org}::uuid and record_id = any(${ids}::uuid[])`.execute(tx.sql)
  for (const { record_id, ...key } of keyRows.rows) keys.set(record_id, [...(keys.get(record_id) ?? []), key])
  const wordRows = await sql<{ record_id: string; class: string; names: string; body: string }>`
    select record_id, class, names, body from record_search
    where org_id = ${org}::uuid and record_id = any(${ids}::uuid[]) and part = ''`.execute(tx.sql)
  for (const { record_id, ...one } of wordRows.rows)
    words.set(record_id, [...(words.get(record_id) ?? []), one])
  return { keys, words }
}

async function writeBatch(tx: Tx, type: string, batch: Batch): Promise<void> {
  const org = tx.actor.orgId
  const column = <Row, Value>(rows: readonly Row[], take: (row: Row) => Value): Value[] => rows.map(take)
  const { titles, goneKeys, newKeys, goneWords, newWords } = batch
  if (titles.length > 0)
    await sql`update record r set title = n.t
      from unnest(${column(titles, (t) => t.id)}::uuid[], ${column(titles, (t) => t.title)}::text[]) as n(i, t)
      where r.org_id = ${org}::uuid and r.id = n.i`.execute(tx.sql)
  if (goneKeys.length > 0)
    await sql`delete from record_key k
      using unnest(${column(goneKeys, (k) => k.record_id)}::uuid[], ${column(goneKeys, (k) => k.field)}::text[],
                   ${column(goneKeys, (k) => k.key)}::text[]) as n(i, f, k)
      where k.org_id = ${org}::uuid and k.record_id = n.i and k.field = n.f and k.key = n.k`.execute(tx.sql)
  if (newKeys.length > 0)
    await sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
      select ${org}::uuid, i, ${type}, f, k, c, v
      from unnest(${column(newKeys, (k) => k.record_id)}::uuid[], ${column(newKeys, (k) => k.field)}::text[],
                  ${column(newKeys, (k) => k.key)}::text[], ${column(newKeys, (k) => k.class)}::text[],
                  ${column(newKeys, (k) => k.visibility)}::text[]) as n(i, f, k, c, v)
      on conflict do nothing`.execute(tx.sql)
  if (goneWords.length > 0)
    await sql`delete from record_search s
      using unnest(${column(goneWords, (w) => w.record_id)}::uuid[], ${column(goneWords, (w) => w.class)}::text[]) as n(i, c)
      where s.org_id = ${org}::uuid and s.record_id = n.i and s.class = n.c and s.part = ''`.execute(tx.sql)
  if (newWords.length > 0)
    await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
      select ${org}::uuid, i, c, ${type}, v, word_vector(w), n, b
      from unnest(${column(newWords, (w) => w.record_id)}::uuid[], ${column(newWords, (w) => w.class)}::text[],
                  ${column(newWords, (w) => w.visibility)}::text[], ${column(newWords, (w) => w.words)}::text[],
                  ${column(newWords, (w) => w.names)}::text[], ${column(newWords, (w) => w.body)}::text[]) as n(i, c, v, w, n, b)
      on conflict (org_id, record_id, class, part)
      do update set words = excluded.words, names = excluded.names, body = excluded.body`.execute(tx.sql)
}
