import { type RawBuilder, sql } from 'kysely'
import { sortKey } from '#platform/dates'
import { plannedEachTime } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import type { PositionRow } from './read-positions.ts'

/** What is asked of the list; empty texts ask for nothing. */
export interface PositionQuery {
  /** ISO alpha-2 of `countries`. */
  readonly state: string
  /** A term of `position_kinds`, with those under it. */
  readonly kind: string
  /** `2024`: those that began, ended or lasted in it. */
  readonly year: string
  /** An answer to what we asked; `none` counts those where nothing is entered. */
  readonly answer: string
  /** Only those where something was asked. */
  readonly asked: boolean
}

/** Positions, the latest first, a page of them, and how many there are up to `countedTo`. */
export interface PositionPage {
  readonly rows: readonly PositionRow[]
  readonly count: number
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/** Beyond it the list says "more than". */
export const countedTo = 10_000

/** One page of the positions that meet a query, the latest first. */
export async function listPositions(
  tx: Tx,
  query: PositionQuery,
  { after, limit }: { readonly after?: string | null; readonly limit: number },
): Promise<PositionPage> {
  const org = sql`${tx.actor.orgId}::uuid`
  const has = (field: string, test: RawBuilder<unknown>) =>
    sql`and exists (select 1 from record_key f where f.org_id = ${org} and f.record_id = d.record_id and f.field = ${field} and ${test} offset 0)`
  const year = /^\d{4}$/.test(query.year) ? sortKey(query.year).split('/') : null
  const conditions = sql.join(
    [
      ...(query.state === '' ? [] : [has('state', sql`f.key = ${query.state}`)]),
      ...(query.kind === '' ? [] : [has('kind', sql`f.key = ${query.kind}`)]),
      ...(query.answer === '' || query.answer === 'none'
        ? []
        : [has('answer', sql`f.key = ${query.answer}`)]),
      ...(year ? [sql`and d.key < ${`${year[1]}0`}`, has('on.latest', sql`f.key >= ${year[0]}`)] : []),
    ],
    sql` `,
  )
  const open = sql`r.values->>'asked' is not null and coalesce(r.values->>'answer', 'none') = 'none'`
  const of = sql.join(
    [
      ...(query.asked ? [sql`and r.values->>'asked' is not null`] : []),
      ...(query.answer === 'none' ? [sql`and ${open}`] : []),
    ],
    sql` `,
  )
  const cursor = readCursor(after ?? null)
  const { rows } = await sql<PositionRow & { readonly n: number; readonly at: string }>`
    ${plannedEachTime} with hits as materialized (
      select d.record_id, d.key from record_key d
        join record r on r.org_id = ${org} and r.id = d.record_id and r.deleted_at is null and r.merged_into is null ${of}
       where d.org_id = ${org} and d.type = 'position' and d.field = 'on' ${conditions}
       limit ${countedTo + 1})
    select r.id, r.title, r.values, r.fictitious, h.key as at, (select count(*)::int from hits) as n
      from hits h join record r on r.org_id = ${org} and r.id = h.record_id
     where ${cursor === null ? sql`true` : sql`(h.key, h.record_id) < (${cursor.key}, ${cursor.id}::uuid)`}
     order by h.key desc, h.record_id desc limit ${limit + 1}`.execute(tx.sql)
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    rows: kept,
    count: rows[0]?.n ?? 0,
    next: rows.length > limit && last ? `${last.at}~${last.id}` : null,
  }
}

function readCursor(text: string | null): { readonly key: string; readonly id: string } | null {
  if (text === null || text === '') return null
  const [, key, id] = /^([^~]{1,60})~([0-9a-f-]{36})$/.exec(text) ?? []
  if (key === undefined || id === undefined) throw new Problem('malformed')
  return { key, id }
}

/** The states of which a position is entered, by ISO alpha-2, with how many; what the reader may see. */
export async function statesWithPositions(
  tx: Tx,
): Promise<readonly { readonly key: string; readonly n: number }[]> {
  const { rows } = await sql<{ key: string; n: number }>`
    select key, count(*)::int as n from record_key
     where org_id = ${tx.actor.orgId}::uuid and type = 'position' and field = 'state' group by key`.execute(
    tx.sql,
  )
  return rows
}
