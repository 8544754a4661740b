import { sql } from 'kysely'
import type { z } from 'zod'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'

/** What is looked up: a time rule, another fact, what a compiler asked to verify, where a State stands. */
export const checkKinds = ['check', 'fact', 'verify', 'state'] as const
export type CheckKind = (typeof checkKinds)[number]

/** One decision of the organisation about a fact, with its place among those before it. Nothing is ever changed in it. */
export interface KeptCheck {
  readonly kind: CheckKind
  /** Which fact: `ia-petition/ia-6m`, `un-ced-urgent/admissibility.0`, `AR/icpped`. */
  readonly key: string
  readonly version: number
  /** Null: withdrawn; what the catalogue says by itself counts again. */
  readonly data: unknown
  readonly reason: string
  /** The person who noted it. */
  readonly by: string
  readonly at: Date
}

/**
 * The organisation's own checks of the kinds asked, the last version first of each; of keys that begin with `under`
 * where it is given. A few hundred rows at most.
 */
export async function readChecks(
  tx: Pick<Tx, 'sql' | 'actor'>,
  kinds: readonly CheckKind[],
  under = '',
): Promise<readonly KeptCheck[]> {
  const { rows } = await sql<KeptCheck>`
    select b.kind, b.key, b.version, b.data, b.reason, a.name as by, b.made_at as at
      from procedure_book b join account a on a.org_id = b.org_id and a.id = b.account_id
     where b.org_id = ${tx.actor.orgId}::uuid and b.kind = any(${[...kinds]}::text[])
       and starts_with(b.key, ${under})
     order by b.kind, b.key, b.version desc`.execute(tx.sql)
  return rows
}

/** The last decision of each fact, read in its shape; what was withdrawn or cannot be read is left out. */
export function lastOf<Shape extends z.ZodType>(
  entries: readonly KeptCheck[],
  kind: CheckKind,
  shape: Shape,
): ReadonlyMap<string, z.infer<Shape>> {
  const last = new Map<string, KeptCheck>()
  for (const entry of entries)
    if (entry.kind === kind && (last.get(entry.key)?.version ?? 0) < entry.version) last.set(entry.key, entry)
  const found = new Map<string, z.infer<Shape>>()
  for (const { key, data } of last.values()) {
    const read = data === null ? null : shape.safeParse(data)
    if (read?.success) found.set(key, read.data)
  }
  return found
}

/**
 * Writes the next version of a decision about a fact; the database refuses it to who does not administer. `kind`: one
 * of ours, or one that a room keeps in the same book.
 */
export async function writeCheck(
  tx: Tx,
  given: {
    readonly kind: string
    readonly key: string
    readonly data: unknown
    readonly reason: string
  },
): Promise<void> {
  const { kind, key, data, reason } = given
  await sql`insert into procedure_book (org_id, kind, key, version, data, reason, account_id)
    select ${tx.actor.orgId}::uuid, ${kind}, ${key}, coalesce(max(b.version), 0) + 1,
           ${data === null ? null : JSON.stringify(data)}::jsonb, ${reason}, ${tx.actor.accountId}::uuid
      from procedure_book b where b.org_id = ${tx.actor.orgId}::uuid and b.kind = ${kind} and b.key = ${key}`.execute(
    tx.sql,
  )
  await writeLedger(tx, 'settings.change', null, { procedureBook: kind, key })
}
