import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { Problem } from '#platform/problem'
import { recipientFor, unwrap } from './key-wrapping.ts'
import { recoveryWords } from './recovery-words.ts'
import { type StoredSealed, fromStored, openValue } from './sealed-value.ts'
import { joinShares, readShare, writeIdentity } from './shares.ts'

/** What a recovery key, put together from paper, was proved to open. Nothing of what it read. */
export interface RecoveryProof {
  /** The organisation's address part. */
  readonly organisation: string
  /** Sealed values of the sample, and how many of them opened. */
  readonly values: number
  readonly opened: number
  /** Sealed files of the sample that opened, each whole. */
  readonly files: number
  /** Sealed values and files in all that are not wrapped to this key: sealed before it was made and not opened since. */
  readonly notWrapped: number
}

/** Reads a sealed file through with its data key; throws when it is not what it was. */
export type OpenSealedFile = (
  at: { readonly orgId: string; readonly slug: string },
  fileId: string,
  dataKey: Buffer,
) => Promise<void>

const sample = 100

/**
 * Proves, in a restored copy, that papers add up to an organisation's recovery key, and that it opens sealed values and
 * files: a sample of the newest of each. As the owner, who reads every organisation. Throws `invalid` when they are no such key.
 */
export async function proveRecovery(
  owner: Database,
  papers: readonly string[],
  openFile: OpenSealedFile,
): Promise<readonly RecoveryProof[]> {
  const shares = papers
    .map((line) => line.trim())
    .filter(Boolean)
    .map(readShare)
  if (shares.length === 0 || shares.includes(null))
    throw new Problem('invalid', { explanation: recoveryWords.wrongShare })
  const key = await joinShares(shares.filter((one) => one !== null)).catch(() => null)
  const identity = key?.length === 32 ? writeIdentity(key) : null
  const recipient = identity && (await recipientFor(identity))
  const { rows: organisations } = await sql<{ id: string; slug: string }>`
    select o.id, o.slug from org o join recovery_key y on y.org_id = o.id
     where y.recipient = ${recipient ?? ''} order by o.slug`.execute(owner)
  if (!identity || organisations.length === 0)
    throw new Problem('invalid', { explanation: recoveryWords.wrongKey })
  const proofs: RecoveryProof[] = []
  for (const { id: orgId, slug } of organisations) {
    const { rows } = await sql<{ field: string; held: StoredSealed; wrapped: Buffer | null }>`
      select e.key as field, e.value as held, k.wrapped
        from record_part p cross join lateral jsonb_each(p.values) e
        left join sealed_key k on k.org_id = p.org_id and k.record_id = p.record_id and k.account_id is null
                              and k.key_id = (e.value->>'key')::uuid
       where p.org_id = ${orgId}::uuid and p.class = 'sealed'
       order by p.record_id desc, e.key`.execute(owner)
    const wrapped = rows.filter((row) => row.wrapped !== null).slice(0, sample)
    let opened = 0
    for (const row of wrapped) {
      const sealed = fromStored(row.held)
      if (!sealed || !row.wrapped) continue
      openValue({ orgId, field: row.field }, sealed, await unwrap(identity, row.wrapped))
      opened += 1
    }
    const { rows: files } = await sql<{ id: string; wrapped: Buffer | null }>`
      select f.id, (select k.wrapped from sealed_key k
                     where k.org_id = f.org_id and k.key_id = f.id and k.account_id is null limit 1) as wrapped
        from file f where f.org_id = ${orgId}::uuid and f.sealed and f.data_key is not null
       order by f.created_at desc, f.id`.execute(owner)
    let filesOpened = 0
    for (const { id, wrapped } of files.filter((file) => file.wrapped !== null).slice(0, sample)) {
      if (!wrapped) continue
      await openFile({ orgId, slug }, id, await unwrap(identity, wrapped))
      filesOpened += 1
    }
    proofs.push({
      organisation: slug,
      values: wrapped.length,
      opened,
      files: filesOpened,
      notWrapped: [...rows, ...files].filter((row) => row.wrapped === null).length,
    })
  }
  return proofs
}
