import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** Where an approval stands. `open`: approved and not used yet. */
export type ApprovalState = 'waiting' | 'open' | 'used' | 'refused' | 'withdrawn' | 'expired'

/** What somebody asked a second person for, as those concerned see it: who asked, and who may decide. */
export interface Approval {
  readonly id: string
  readonly kind: string
  /** The record it is about; the approval itself where it is about many. */
  readonly subject: string
  readonly digest: Buffer
  /** What would leave, or how it is found; null once it is over. */
  readonly content: unknown
  /** How many records it takes from. */
  readonly records: number
  readonly classes: readonly string[]
  readonly reason: string
  readonly askedBy: { readonly id: string; readonly name: string }
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly words: string | null
  readonly usedAt: Date | null
  readonly state: ApprovalState
}

type Row = Omit<Approval, 'askedBy'> & { readonly asker: string; readonly askerName: string }

const columns = sql`a.id, a.kind, a.subject, a.digest, a.content, cardinality(a.record_ids) as records, a.classes, a.reason,
  a.asked_by as asker, coalesce(p.name, '') as "askerName", a.asked_at as "askedAt", a.expires_at as "expiresAt",
  d.name as "decidedBy", a.decided_at as "decidedAt", a.words, a.used_at as "usedAt",
  case when a.used_at is not null then 'used' when a.withdrawn_at is not null then 'withdrawn'
       when a.decision = 'refused' then 'refused' when a.expires_at <= now() then 'expired'
       when a.decision = 'approved' then 'open' else 'waiting' end as state`

const tables = sql`approval a
  left join account p on p.org_id = a.org_id and p.id = a.asked_by
  left join account d on d.org_id = a.org_id and d.id = a.decided_by`

const present = ({ asker, askerName, ...row }: Row): Approval => ({
  ...row,
  askedBy: { id: asker, name: askerName },
})

const most = 200

// The database shows to nobody what they may not decide on: who asked is left out here, the rest is its own work.
const waiting = sql`a.decision is null and a.withdrawn_at is null and a.expires_at > now()`

/** What waits for the actor's decision, oldest first. */
export async function listWaiting(tx: Tx): Promise<readonly Approval[]> {
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where a.org_id = ${tx.actor.orgId}::uuid and ${waiting} and a.asked_by <> ${tx.actor.accountId}::uuid
    order by a.asked_at limit ${most}`.execute(tx.sql)
  return rows.map(present)
}

/** How many wait for the actor's decision. */
export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from approval a
    where a.org_id = ${tx.actor.orgId}::uuid and ${waiting} and a.asked_by <> ${tx.actor.accountId}::uuid`.execute(
    tx.sql,
  )
  return rows[0]?.n ?? 0
}

/** What the actor asked for, latest first. */
export async function listAsked(tx: Tx): Promise<readonly Approval[]> {
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where a.org_id = ${tx.actor.orgId}::uuid and a.asked_by = ${tx.actor.accountId}::uuid
    order by a.asked_at desc limit 50`.execute(tx.sql)
  return rows.map(present)
}

/** One approval; what is not there and what does not concern the actor give the same `not_found`. */
export async function readApproval(tx: Tx, id: string): Promise<Approval> {
  if (!isId(id)) throw new Problem('not_found')
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where a.org_id = ${tx.actor.orgId}::uuid and a.id = ${id}::uuid`.execute(tx.sql)
  const row = rows[0]
  if (!row) throw new Problem('not_found')
  return present(row)
}

/** What was asked about a subject and is not over, the latest; null for none that the actor may see. */
export async function readOpenApproval(tx: Tx, kind: string, subject: string): Promise<Approval | null> {
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where a.org_id = ${tx.actor.orgId}::uuid and a.kind = ${kind} and a.subject = ${subject}::uuid
      and a.used_at is null and a.withdrawn_at is null and a.decision is distinct from 'refused' and a.expires_at > now()
    order by a.asked_at desc limit 1`.execute(tx.sql)
  const row = rows[0]
  return row ? present(row) : null
}
