import { sql } from 'kysely'
import { can } from '#platform/access'
import { isId, newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type ListQuery, type Tx, listRecords } from '#platform/records'

/** A record that must not go, and why. */
export interface Hold {
  readonly id: string
  /** Holds that were placed at once share it. */
  readonly batch: string
  readonly recordId: string
  readonly title: string
  readonly type: string
  /** Null where a restore placed it again. */
  readonly reason: string | null
  readonly placedAt: Date
  readonly placedBy: string | null
  readonly liftedAt: Date | null
  readonly liftedBy: string | null
  readonly liftReason: string | null
}

const reasonOf = (text: string): string => {
  const reason = text.trim()
  if (reason.length >= 3 && reason.length <= 2_000) return reason
  throw new Problem('invalid', {
    fields: [
      {
        field: 'reason',
        message: {
          en: 'Write the reason, in a few words: it stays beside the hold.',
          es: 'Escriba el motivo, en pocas palabras: queda junto a la retención.',
          ca: 'Escriviu el motiu, en poques paraules: queda al costat de la retenció.',
        },
      },
    ],
  })
}

const requireRetain = (tx: Tx) => {
  if (!can(tx.actor, 'retain')) throw new Problem('forbidden')
}

const tooMany = {
  en: 'These words find more than ten thousand records. Narrow the list by its filters and place them in parts.',
  es: 'Estas palabras encuentran más de diez mil registros. Acote la lista con sus filtros y hágalo por partes.',
  ca: 'Aquestes paraules troben més de deu mil registres. Acoteu la llista amb els filtres i feu-ho per parts.',
} as const

const atOnce = 500

/**
 * Puts records under hold until it is lifted: nothing trashes, purges or shreds them or erases their files; the database
 * refuses it. Gives the batch and how many; those that the person may not see are left out. The reason is kept beside the
 * hold and goes with the record; the ledger has ids alone.
 */
export async function placeHold(
  tx: Tx,
  ids: readonly string[],
  given: { readonly reason: string; readonly batch?: string },
): Promise<{ readonly batch: string; readonly count: number }> {
  requireRetain(tx)
  const reason = reasonOf(given.reason)
  const batch = given.batch ?? newId()
  const { rows } = await sql<{ id: string; record_id: string }>`
    insert into legal_hold (org_id, id, batch, record_id, reason)
    select r.org_id, gen_random_uuid(), ${batch}::uuid, r.id, ${reason} from record r
     where r.org_id = ${tx.actor.orgId}::uuid and r.id = any(${ids.filter(isId)}::uuid[])
    returning id, record_id`.execute(tx.sql)
  for (const row of rows) await writeLedger(tx, 'hold.place', row.record_id, { hold: row.id, batch })
  return { batch, count: rows.length }
}

/** As `placeHold`, for every record that a list or search finds now; what comes later is not held. */
export async function placeHoldOnList(
  tx: Tx,
  query: ListQuery,
  reason: string,
): Promise<{ readonly batch: string; readonly count: number }> {
  requireRetain(tx)
  const batch = newId()
  let count = 0
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(tx, {
      ...query,
      limit: atOnce,
      ...(after !== null && { after }),
    })
    // Of words, only so many hits are found: who asks for all must get all.
    if (query.text && page.more) throw new Problem('conflict', { explanation: tooMany })
    const ids = page.rows.map((row) => row.id)
    count += (await placeHold(tx, ids, { reason, batch })).count
    after = page.next
  } while (after !== null)
  if (count === 0) throw new Problem('not_found')
  return { batch, count }
}

/** Lifts a hold, or all of a batch that the person may see. Throws `not_found` where there is nothing to lift. */
export async function liftHold(
  tx: Tx,
  which: { readonly id: string } | { readonly batch: string },
  given: { readonly reason: string },
): Promise<number> {
  requireRetain(tx)
  const reason = reasonOf(given.reason)
  const [column, id] = 'id' in which ? (['id', which.id] as const) : (['batch', which.batch] as const)
  const { rows } = isId(id)
    ? await sql<{ id: string; record_id: string; batch: string }>`
        update legal_hold set lifted_at = now(), lift_reason = ${reason}
         where org_id = ${tx.actor.orgId}::uuid and ${sql.ref(column)} = ${id}::uuid and lifted_at is null
        returning id, record_id, batch`.execute(tx.sql)
    : { rows: [] }
  if (rows.length === 0) throw new Problem('not_found')
  for (const row of rows)
    await writeLedger(tx, 'hold.lift', row.record_id, { hold: row.id, batch: row.batch })
  return rows.length
}

const holds = (tx: Tx) =>
  tx.sql
    .selectFrom('legal_hold as h')
    .innerJoin('record as r', (join) =>
      join.onRef('r.org_id', '=', 'h.org_id').onRef('r.id', '=', 'h.record_id'),
    )
    .leftJoin('account as p', (join) =>
      join.onRef('p.org_id', '=', 'h.org_id').onRef('p.id', '=', 'h.placed_by'),
    )
    .leftJoin('account as l', (join) =>
      join.onRef('l.org_id', '=', 'h.org_id').onRef('l.id', '=', 'h.lifted_by'),
    )
    .select([
      'h.id',
      'h.batch',
      'h.record_id as recordId',
      'r.title',
      'r.type',
      'h.reason',
      'h.placed_at as placedAt',
      'p.name as placedBy',
      'h.lifted_at as liftedAt',
      'l.name as liftedBy',
      'h.lift_reason as liftReason',
    ])
    .where('h.org_id', '=', tx.actor.orgId)

/** The holds of a record, those that stand first. */
export const readHolds = (tx: Tx, recordId: string): Promise<readonly Hold[]> =>
  holds(tx)
    .where('h.record_id', '=', recordId)
    .orderBy('h.lifted_at', (order) => order.desc().nullsFirst())
    .orderBy('h.placed_at', 'desc')
    .execute()

/** Which of these records are under hold, or were merged into one that is: they stay, wherever they lie. */
export async function heldAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select r.id from record r
     where r.org_id = ${tx.actor.orgId}::uuid and r.id = any(${[...ids]}::uuid[])
       and exists (select 1 from legal_hold h where h.org_id = r.org_id and h.lifted_at is null
                      and h.record_id in (r.id, r.merged_into))`.execute(tx.sql)
  return new Set(rows.map((row) => row.id))
}

/** Records placed under hold at once, for the same reason, that are still held. */
export interface HoldBatch {
  readonly batch: string
  readonly reason: string | null
  readonly placedAt: Date
  readonly placedBy: string | null
  readonly count: number
  /** The first records of it, by title. */
  readonly first: readonly { readonly id: string; readonly title: string }[]
}

/** The holds that stand, latest first, of records that the reader may see. */
export async function listHolds(tx: Tx, limit = 200): Promise<readonly HoldBatch[]> {
  const { rows } = await sql<HoldBatch>`
    select h.batch, min(h.reason) as reason, min(h.placed_at) as "placedAt", min(a.name) as "placedBy", count(*)::int as count,
           (array_agg(jsonb_build_object('id', r.id, 'title', r.title) order by r.title, r.id))[1:10] as first
      from legal_hold h join record r on r.org_id = h.org_id and r.id = h.record_id
      left join account a on a.org_id = h.org_id and a.id = h.placed_by
     where h.org_id = ${tx.actor.orgId}::uuid and h.lifted_at is null
     group by h.batch order by min(h.placed_at) desc limit ${limit}`.execute(tx.sql)
  return rows
}
