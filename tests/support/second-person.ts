import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import { decideApproval, readApproval } from '#platform/approvals'
import { readRecord, type Tx } from '#platform/records'
import {
  type ProfileToPublish,
  askToPublish,
  publishApproved,
  readPublication,
} from '../../src/modules/publishing/index.ts'
import { testGround } from './organisation.ts'

/** Somebody else of the organisation, who may decide on what others ask: made the first time. */
export async function secondPerson(first: Actor): Promise<Actor> {
  const { owner } = await testGround()
  const second = { ...first, name: 'Second', role: 'administrator' as const }
  const found = await owner
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', first.orgId)
    .where('name', '=', second.name)
    .executeTakeFirst()
  if (found) return { ...second, accountId: found.id }
  const accountId = randomUUID()
  await owner
    .insertInto('account')
    .values({
      org_id: first.orgId,
      id: accountId,
      kind: 'person',
      name: second.name,
      role: second.role,
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  return { ...second, accountId }
}

/** Does something as somebody else in the midst of a transaction, as far as the database knows. */
export async function actingAs<Result>(
  tx: Tx,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const become = (accountId: string) =>
    sql`select set_config('amparo.account', ${accountId}, true)`.execute(tx.sql)
  await become(actor.accountId)
  try {
    return await work({ ...tx, actor })
  } finally {
    // Where the database refused, the transaction is over, and with it who asks.
    await become(tx.actor.accountId).catch(() => undefined)
  }
}

/** Publishes as it is done: one person asks, another sees it and approves. */
export async function publishWithSecond(
  tx: Tx,
  given: ProfileToPublish,
): Promise<{ readonly id: string; readonly slug: string }> {
  const asked = await askToPublish(tx, given)
  if ('approval' in asked) {
    const second = await secondPerson(tx.actor)
    await actingAs(tx, second, async (other) => {
      const approval = await readApproval(other, asked.approval)
      await decideApproval(other, asked.approval, 'approved', '')
      await publishApproved(other, approval)
    })
  }
  const publication = await readPublication(tx, (await readRecord(tx, given.recordId)).id)
  if (!publication) throw new Error('it was not published')
  return { id: publication.id, slug: publication.slug }
}
