import { sql } from 'kysely'
import { can, personRoles } from '#platform/access'
import { enqueueJob } from '#platform/jobs'
import type { SchemaChange, Tx } from '#platform/records'

/** The name of the job that makes keys, words and titles anew. */
export const reindexKind = 'schema.reindex'

/**
 * Asks, in the transaction of the change, for the records of every type it touched to be taken apart anew. Each person
 * reads only what they may: so restricted records are left to those who may open them, and classes of value that the
 * actor may not read to someone who may. Those jobs give neither counts nor progress.
 */
export async function reindexTypes(tx: Tx, { reindex }: SchemaChange): Promise<void> {
  if (reindex.length === 0) return
  const others = await readersOfMore(tx)
  for (const type of reindex) {
    await enqueueJob(tx, { kind: reindexKind, payload: { type } })
    for (const { id, restricted } of others)
      await enqueueJob(tx, { kind: reindexKind, payload: { type, quiet: true, restricted }, accountId: id })
  }
}

/** Renewing what a record is found by writes: who only reads cannot. */
const writers = [...personRoles, 'operator' as const].filter((role) => can({ role }, 'write'))

interface Reader {
  readonly id: string
  /** Needed only for restricted records. */
  readonly restricted: boolean
}

/** Who may read what the actor may not: one for each further class, and all who hold other restricted records. */
async function readersOfMore(tx: Tx): Promise<readonly Reader[]> {
  const { orgId, accountId } = tx.actor
  const { rows } = await sql<{ id: string; classes: string[]; holds: boolean }>`
    select a.id, array(select unnest(a.readable_classes) except select unnest(me.readable_classes)) as classes,
           a.id in (select other_holders()) as holds
      from account a join account me on me.org_id = a.org_id and me.id = ${accountId}::uuid
     where a.org_id = ${orgId}::uuid and a.id <> me.id and a.disabled_at is null
       and a.role = any(${writers}::text[])
     order by a.created_at, a.id`.execute(tx.sql)
  const covered = new Set<string>()
  const readers: Reader[] = []
  for (const { id, classes, holds } of rows) {
    const further = classes.some((one) => !covered.has(one))
    for (const one of classes) covered.add(one)
    if (further || holds) readers.push({ id, restricted: !further })
  }
  return readers
}
