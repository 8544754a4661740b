import { sql } from 'kysely'
import { isId } from '#platform/db'
import type { Labels } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { recipientFor, unwrap, wrapFor } from './key-wrapping.ts'
import { recoveryWords } from './recovery-words.ts'
import { type NewWrap, keepWraps, recoveryRecipient } from './seal-values.ts'
import { joinShares, markOf, readShare, writeIdentity } from './shares.ts'
import type { VaultTx } from './vault-tx.ts'

/** That somebody is to get back what their lost key opened. */
export interface RecoveryRequest {
  readonly id: string
  readonly forAccount: string
  readonly forName: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly reason: string
  /** The custodians whose shares were given. */
  readonly given: readonly { readonly holderId: string; readonly name: string; readonly by: string }[]
}

/** The requests that are open. */
export async function readRequests(tx: VaultTx): Promise<readonly RecoveryRequest[]> {
  const { rows } = await sql<RecoveryRequest>`
    select q.id, q.for_account as "forAccount", f.name as "forName", b.name as "askedBy", q.asked_at as "askedAt",
           q.expires_at as "expiresAt", q.reason,
           coalesce((select jsonb_agg(jsonb_build_object('holderId', g.holder_id, 'name', h.name, 'by', a.name) order by g.given_at)
              from recovery_given g join recovery_holder h on h.org_id = g.org_id and h.id = g.holder_id
              join account a on a.org_id = g.org_id and a.id = g.given_by
             where g.org_id = q.org_id and g.request_id = q.id), '[]') as given
      from recovery_request q
      join account f on f.org_id = q.org_id and f.id = q.for_account
      join account b on b.org_id = q.org_id and b.id = q.asked_by
     where q.org_id = ${tx.actor.orgId}::uuid and q.done_at is null and q.expires_at > now()
       and q.recipient = recipient_of(q.for_account)
     order by q.asked_at, q.id`.execute(tx.sql)
  return rows
}

const invalid = (field: string, message: Labels): Problem =>
  new Problem('invalid', { fields: [{ field, message }] })

/** An administrator asks that a colleague, who has a new key, gets back what the lost one opened. For a week. */
export async function askRecovery(
  tx: VaultTx,
  given: { readonly forAccount: string; readonly reason: string },
): Promise<{ readonly id: string }> {
  const { forAccount, reason } = given
  if (!isId(forAccount)) throw new Problem('malformed')
  if (forAccount === tx.actor.accountId) throw invalid('for', recoveryWords.notOneself)
  const { rows } = await sql<{ recipient: string | null }>`
    select recipient_of(${forAccount}::uuid) as recipient`.execute(tx.sql)
  const recipient = rows[0]?.recipient
  if (!recipient) throw invalid('for', recoveryWords.noKeyYet)
  const made = await tx.sql
    .insertInto('recovery_request')
    .values({
      org_id: tx.actor.orgId,
      for_account: forAccount,
      recipient,
      reason,
      asked_by: tx.actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeLedger(tx, 'recovery.ask', made.id, { person: forAccount, reason })
  return made
}

/** A custodian gives a share for a request: their own, by their private key, or one that is on paper. */
export async function giveShare(
  tx: VaultTx,
  requestId: string,
  given: { readonly identity: string } | { readonly paper: string },
): Promise<void> {
  const request = (await readRequests(tx)).find((one) => one.id === requestId)
  if (!request) throw new Problem('not_found')
  const share = 'paper' in given ? readShare(given.paper) : await ownShareBytes(tx, given.identity)
  if (!share)
    throw 'paper' in given
      ? invalid('paper', recoveryWords.wrongShare)
      : invalid('passphrase', recoveryWords.noShare)
  const holder = await tx.sql
    .selectFrom('recovery_holder')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('mark', '=', markOf(share))
    .executeTakeFirst()
  if (!holder) throw invalid('paper', recoveryWords.otherShare)
  if (request.given.some((one) => one.holderId === holder.id)) throw invalid('paper', recoveryWords.given)
  const { rows } = await sql<{ recipient: string }>`
    select recipient_of(${request.forAccount}::uuid) as recipient`.execute(tx.sql)
  await sql`insert into recovery_given (org_id, request_id, holder_id, given_by, share)
    values (${tx.actor.orgId}::uuid, ${requestId}::uuid, ${holder.id}::uuid, ${tx.actor.accountId}::uuid,
            ${await wrapFor(rows[0]?.recipient ?? '', share)})`.execute(tx.sql)
  await writeLedger(tx, 'recovery.give', requestId, { custodian: holder.id })
}

async function ownShareBytes(tx: VaultTx, identity: string): Promise<Buffer | null> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`select own_recovery_share() as wrapped`.execute(
    tx.sql,
  )
  const wrapped = rows[0]?.wrapped
  return wrapped ? unwrap(identity, wrapped) : null
}

const atOnce = 500

/**
 * Finishes the asker's own request, once enough shares are there: puts the recovery key together in memory, and wraps to
 * the asker what they may read and lack. Gives how many values and of how many records. Throws `conflict` with too few.
 */
export async function finishRecovery(
  tx: VaultTx,
  identity: string,
  requestId: string,
): Promise<{ readonly values: number; readonly records: number }> {
  const { rows: given } = await sql<{ share: Buffer }>`
    select share from given_shares(${requestId}::uuid) as share`.execute(tx.sql)
  if (given.length === 0) throw new Problem('conflict', { explanation: recoveryWords.wrongKey })
  const key = await joinShares(await Promise.all(given.map(({ share }) => unwrap(identity, share))))
  const recovery = writeIdentity(key)
  key.fill(0)
  if ((await recipientFor(recovery)) !== (await recoveryRecipient(tx)))
    throw new Problem('conflict', { explanation: recoveryWords.wrongKey })
  const own = await recipientFor(identity)
  const records = new Set<string>()
  let values = 0
  for (;;) {
    const { rows } = await sql<{ record_id: string; key_id: string; wrapped: Buffer }>`
      select record_id, key_id, wrapped from recovery_sealed_keys(${requestId}::uuid, ${atOnce})`.execute(
      tx.sql,
    )
    const wraps: NewWrap[] = []
    for (const row of rows) {
      const dataKey = await unwrap(recovery, row.wrapped)
      wraps.push({
        recordId: row.record_id,
        keyId: row.key_id,
        accountId: tx.actor.accountId,
        wrapped: await wrapFor(own, dataKey),
      })
      dataKey.fill(0)
      records.add(row.record_id)
    }
    await keepWraps(tx, wraps)
    values += wraps.length
    if (rows.length < atOnce) break
  }
  await sql`select finish_recovery(${requestId}::uuid)`.execute(tx.sql)
  await writeLedger(tx, 'recovery.finish', requestId, { values, records: records.size })
  return { values, records: records.size }
}
