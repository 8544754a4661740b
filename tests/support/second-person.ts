import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import type { House, PublicKind } from '#platform/house'
import { readRecord, type Tx } from '#platform/records'
import { decideOn } from '../../src/modules/approvals/index.ts'
import {
  type ToPublish,
  askToPublish,
  defenders,
  readPublication,
} from '../../src/modules/publishing/index.ts'
import { modules } from '../../src/modules.ts'
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

/** A second person approves what was asked for, with what follows from it, in the midst of the asker's transaction. */
export async function approveAsSecond(tx: Tx, approval: string): Promise<void> {
  const house: Pick<House, 'approvalKinds' | 'publicKinds'> = {
    approvalKinds: modules.flatMap((module) => module.approvalKinds ?? []),
    publicKinds: modules.flatMap((module) => module.publicKinds ?? []),
  }
  const second = await secondPerson(tx.actor)
  await actingAs(tx, second, (other) => decideOn(house, other, approval, 'approved', ''))
}

/** Publishes as it is done: one person asks, another sees it and approves. */
export async function publishWithSecond(
  tx: Tx,
  given: ToPublish,
  kind: PublicKind = defenders,
): Promise<{ readonly id: string; readonly slug: string }> {
  const asked = await askToPublish(tx, kind, given)
  if ('approval' in asked) await approveAsSecond(tx, asked.approval)
  const publication = await readPublication(tx, (await readRecord(tx, given.recordId)).id, kind.kind)
  if (!publication) throw new Error('it was not published')
  return { id: publication.id, slug: publication.slug }
}
