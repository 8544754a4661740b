import { sql } from 'kysely'
import { newId } from '#platform/db'
import {
  type Reference,
  type Tx,
  type Values,
  fieldOf,
  prepare,
  readRecord,
  typeOf,
  updateRecord,
  valuesOf,
} from '#platform/records'
import { type Finding, finding } from './finding.ts'
import type { Resolved } from './resolve-batch.ts'
import { words } from './words.ts'

/** Relations of a row to later rows, waiting. */
interface Waiting {
  readonly row: number
  readonly made: boolean
  readonly type: string
  readonly values: Values
}

interface WaitingRow {
  readonly key: string
  readonly id: string
  readonly detail: Waiting
}

const rowIds = '@row'
const waitingRows = '@later'

/** Notes ids of the file's rows. */
export const noteIds = (tx: Tx, importId: string, ids: readonly string[]) =>
  sql`insert into import_work (org_id, import_id, member, key, id)
    select ${tx.actor.orgId}::uuid, ${importId}::uuid, ${rowIds}, i::text, i from unnest(${ids}::uuid[]) as n(i)`.execute(
    tx.sql,
  )

/** Which of the ids are rows of the file. */
export async function knownIds(
  tx: Tx,
  importId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct id from import_work
    where org_id = ${tx.actor.orgId}::uuid and import_id = ${importId}::uuid and member = ${rowIds}
      and key = any(${ids}::text[])`.execute(tx.sql)
  return new Set(rows.map((row) => row.id))
}

/** Keeps the relations of a batch that wait. */
export async function keepLater(
  tx: Tx,
  importId: string,
  waiting: readonly { readonly record: Resolved; readonly values: Values }[],
): Promise<void> {
  if (waiting.length === 0) return
  const details = waiting.map(
    ({ record, values }): Waiting => ({
      row: record.row,
      made: record.before === null,
      type: record.draft.type.name,
      values,
    }),
  )
  // Keys in the order of the file; a file of ours makes one record a row.
  await sql`insert into import_work (org_id, import_id, member, key, id, detail)
    select ${tx.actor.orgId}::uuid, ${importId}::uuid, ${waitingRows}, k, i, d
      from unnest(${details.map((one) => String(one.row).padStart(9, '0'))}::text[],
        ${waiting.map((one) => one.record.id)}::uuid[], ${details.map((one) => JSON.stringify(one))}::jsonb[]) as n(k, i, d)`.execute(
    tx.sql,
  )
}

const atOnce = 500

/** Writes what waited, now that all rows are there. What points to a row that was refused is left out and named. */
export async function writeLater(tx: Tx, importId: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (let last = ''; ; ) {
    const { rows } = await sql<WaitingRow>`select key, id, detail from import_work
      where org_id = ${tx.actor.orgId}::uuid and import_id = ${importId}::uuid and member = ${waitingRows} and key > ${last}
      order by key limit ${atOnce}`.execute(tx.sql)
    if (rows.length === 0) return findings
    last = rows.at(-1)?.key ?? last
    const targets = rows.flatMap((row) =>
      Object.values(row.detail.values).flatMap((value) =>
        (valuesOf(value) as readonly Reference[]).map((one) => one.to),
      ),
    )
    const there = await sql<{ id: string }>`select id from record
      where org_id = ${tx.actor.orgId}::uuid and id = any(${[...new Set(targets)]}::uuid[]) and deleted_at is null`.execute(
      tx.sql,
    )
    const known = new Set(there.rows.map((one) => one.id))
    const made: Made[] = []
    for (const { id, detail: waiting } of rows) {
      const values: Record<string, unknown> = {}
      for (const [field, value] of Object.entries(waiting.values)) {
        const kept = (valuesOf(value) as readonly Reference[]).filter((one) => {
          if (known.has(one.to)) return true
          findings.push(finding(waiting.row, 'review', field, one.to, words.relationLeft))
          return false
        })
        const multiple = fieldOf(typeOf(tx, waiting.type), field)?.multiple
        if (kept.length > 0) values[field] = multiple ? kept : kept[0]
      }
      if (Object.keys(values).length === 0) continue
      if (waiting.made) made.push({ id, type: waiting.type, values })
      else {
        const { version } = await readRecord(tx, id)
        await updateRecord(tx, { id, version, values, importId })
      }
    }
    await insertRelations(tx, made)
  }
}

interface Made {
  readonly id: string
  readonly type: string
  readonly values: Values
}

/** The relations of records that this import made belong to their first version, as if they had come with them. */
async function insertRelations(tx: Tx, made: readonly Made[]): Promise<void> {
  const prepared = made.map(({ id, type, values }) => ({
    id,
    type,
    ...prepare(typeOf(tx, type), values, tx.schema),
  }))
  const links = prepared.flatMap(({ id, links: all }) => all.map((link) => ({ id, ...link })))
  const keys = prepared.flatMap(({ id, type, keys: all }) =>
    all.filter((key) => key.field !== '_title').map((key) => ({ id, type, ...key })),
  )
  if (links.length > 0)
    await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, belongs, since)
      select ${tx.actor.orgId}::uuid, i, f, field, pos, t, a, c, b, 1
      from unnest(${links.map(() => newId())}::uuid[], ${links.map((l) => l.id)}::uuid[], ${links.map((l) => l.field)}::text[],
                  ${links.map((l) => l.position)}::int[], ${links.map((l) => l.to)}::uuid[],
                  ${links.map((l) => JSON.stringify(l.attributes))}::jsonb[], ${links.map((l) => l.class)}::text[],
                  ${links.map((l) => l.belongs)}::boolean[])
        as n(i, f, field, pos, t, a, c, b)`.execute(tx.sql)
  if (keys.length > 0)
    await sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
      select ${tx.actor.orgId}::uuid, i, n.t, f, k, c, r.visibility
      from unnest(${keys.map((k) => k.id)}::uuid[], ${keys.map((k) => k.type)}::text[], ${keys.map((k) => k.field)}::text[],
                  ${keys.map((k) => k.key)}::text[], ${keys.map((k) => k.class)}::text[]) as n(i, t, f, k, c)
      join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = n.i`.execute(tx.sql)
}
