import { sql } from 'kysely'
import { can } from '#platform/access'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type Arrangement, readArrangement } from '#web/site'
import { labelsOf } from '../messages.ts'

/** How the organisation of the actor arranged its site. */
export async function readOwnArrangement(tx: Tx): Promise<Arrangement> {
  const row = await tx.sql
    .selectFrom('site')
    .select('arrangement')
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return readArrangement(row?.arrangement)
}

/**
 * Arranges the site anew, for administrators. What is not of the right shape is left out; a host that another
 * organisation has is refused. Pages that were kept are made anew from the next request on.
 */
export async function arrangeSite(tx: Tx, change: Partial<Arrangement>): Promise<Arrangement> {
  if (!can(tx.actor, 'administer')) throw new Problem('forbidden')
  const arrangement = readArrangement({ ...(await readOwnArrangement(tx)), ...change })
  for (const host of [arrangement.domain, arrangement.onion])
    if (host && (await isTaken(tx, host)))
      throw new Problem('conflict', { explanation: labelsOf('refused_host') })
  await tx.sql
    .insertInto('site')
    .values({
      org_id: tx.actor.orgId,
      arrangement: JSON.stringify(arrangement),
      changed_by: tx.actor.accountId,
    })
    .onConflict((conflict) =>
      conflict.column('org_id').doUpdateSet({
        arrangement: JSON.stringify(arrangement),
        changed_by: tx.actor.accountId,
        changed_at: new Date(),
      }),
    )
    .execute()
  await writeLedger(tx, 'site.arrange', null, { keys: Object.keys(change) })
  return arrangement
}

const isTaken = async (tx: Tx, host: string): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select host_is_taken(${host}) as taken`.execute(tx.sql)
  return rows[0]?.taken ?? false
}

/** Who shows or keeps what the organisation publishes, a line each, as it wrote them down. */
export async function readHolders(tx: Tx): Promise<readonly string[]> {
  const row = await tx.sql
    .selectFrom('site')
    .select('holders')
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return (row?.holders ?? '').split('\n').filter((line) => line.trim() !== '')
}

/** Writes down who shows or keeps what is published. Never public. */
export async function writeHolders(tx: Tx, text: string): Promise<void> {
  if (!can(tx.actor, 'administer')) throw new Problem('forbidden')
  const holders = text.slice(0, 5000)
  await tx.sql
    .insertInto('site')
    .values({ org_id: tx.actor.orgId, holders, changed_by: tx.actor.accountId })
    .onConflict((conflict) =>
      conflict.column('org_id').doUpdateSet({ holders, changed_by: tx.actor.accountId }),
    )
    .execute()
}
