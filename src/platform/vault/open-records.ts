import { sql } from 'kysely'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { unwrap, wrapFor } from './key-wrapping.ts'
import { type NewWrap, keepWraps, readEntitled, recoveryRecipient } from './seal-values.ts'
import { type SealedValue, isSealed, openValue } from './sealed-value.ts'
import type { VaultTx } from './vault-tx.ts'
import { damaged } from './words.ts'

/** How what is sealed of a record stands for who is asking. */
export type SealedStanding =
  /** Nothing of it is sealed, or the asker may not read what is. */
  | { readonly kind: 'none' }
  /** The asker has no key yet. */
  | { readonly kind: 'no_key' }
  /** The asker became entitled later: one of these has to open it once. Nobody: recovery alone can. */
  | { readonly kind: 'waiting'; readonly for: readonly string[] }
  /** It opens with their passphrase. `waiting`: some of it only after one of these has opened it. */
  | { readonly kind: 'closed' | 'open'; readonly until: Date | null; readonly waiting: readonly string[] }

const sealedOf = (values: Readonly<Record<string, unknown>>): readonly (readonly [string, SealedValue])[] =>
  Object.entries(values).filter((entry): entry is [string, SealedValue] => isSealed(entry[1]))

/** A record with those that are merged into it, and the sealed files attached to them that the asker may know of. */
async function wholeOf(tx: VaultTx, recordId: string) {
  const { rows } = await sql<{ record: string; file: string | null }>`
    with recursive whole(id) as (
      select ${recordId}::uuid
      union select m.lost_id from merge m join whole on m.kept_id = whole.id
             where m.org_id = ${tx.actor.orgId}::uuid and m.undone_at is null)
    select w.id as record, a.file_id as file
      from whole w left join (attachment a
        join file f on f.org_id = a.org_id and f.id = a.file_id and f.sealed and f.data_key is not null)
        on a.org_id = ${tx.actor.orgId}::uuid and a.record_id = w.id and a.class = 'sealed' and a.until is null`.execute(
    tx.sql,
  )
  return {
    records: [...new Set(rows.map((row) => row.record))],
    files: rows.flatMap((row) => row.file ?? []),
  }
}

/** How the sealed values that a record has now, and the sealed files attached to it, stand for the asker. */
export async function standingOf(
  tx: VaultTx,
  recordId: string,
  values: Readonly<Record<string, unknown>>,
): Promise<SealedStanding> {
  // Files stay attached to the record that was merged into this one, and so do their keys.
  const { records, files } = await wholeOf(tx, recordId)
  const keys = [...sealedOf(values).map(([, one]) => one.key), ...files]
  if (keys.length === 0) return { kind: 'none' }
  const { rows: own } = await sql<{ has: boolean }>`
    select exists (select 1 from person_key where org_id = ${tx.actor.orgId}::uuid
                      and account_id = ${tx.actor.accountId}::uuid) as has`.execute(tx.sql)
  if (!own[0]?.has) return { kind: 'no_key' }
  const { rows } = await sql<{ key_id: string; account_id: string; name: string }>`
    select k.key_id, k.account_id, a.name from sealed_key k
      join account a on a.org_id = k.org_id and a.id = k.account_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.record_id = any(${records}::uuid[]) and k.key_id = any(${keys}::uuid[])
     order by a.name, a.id`.execute(tx.sql)
  const mine = new Set(rows.filter((row) => row.account_id === tx.actor.accountId).map((row) => row.key_id))
  const missing = keys.filter((key) => !mine.has(key))
  const waiting = [
    ...new Set(
      rows
        .filter((row) => missing.includes(row.key_id) && row.account_id !== tx.actor.accountId)
        .map((row) => row.name),
    ),
  ]
  if (mine.size === 0) return { kind: 'waiting', for: waiting }
  const until = records.map((id) => tx.opened?.until(id) ?? null).find((one) => one !== null) ?? null
  return { kind: until ? 'open' : 'closed', until, waiting }
}

/**
 * Opens records with the asker's private key: gives the keys of their values, of past versions too, by record. Whoever
 * became entitled since is given them in the same transaction. On the ledger with its reason.
 */
export async function openRecords(
  tx: VaultTx & { readonly sessionId?: string },
  identity: string,
  given: { readonly records: readonly string[]; readonly reason: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Buffer>>> {
  const { rows } = await sql<{ record_id: string; key_id: string; wrapped: Buffer }>`
    select record_id, key_id, wrapped from own_sealed_keys(${[...given.records]}::uuid[])`.execute(tx.sql)
  const opened = new Map<string, Map<string, Buffer>>()
  for (const { record_id, key_id, wrapped } of rows) {
    const keys = opened.get(record_id) ?? new Map<string, Buffer>()
    opened.set(record_id, keys)
    keys.set(
      key_id,
      await unwrap(identity, wrapped).catch((cause: unknown) => {
        throw new Problem('conflict', { explanation: damaged, cause })
      }),
    )
  }
  for (const [recordId, keys] of opened) {
    await writeLedger(tx, 'sealed.open', recordId, {
      reason: given.reason,
      keys: keys.size,
      session: tx.sessionId ?? null,
    })
    await shareKeys(tx, recordId, keys)
  }
  return opened
}

/** Wraps the keys that are at hand to everyone who is entitled and lacks them, and to the recovery key. */
export async function shareKeys(
  tx: VaultTx,
  recordId: string,
  keys: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const { rows } = await sql<{ key_id: string; account_id: string | null }>`
    select key_id, account_id from sealed_key
     where org_id = ${tx.actor.orgId}::uuid and record_id = ${recordId}::uuid`.execute(tx.sql)
  const held = new Set(rows.map((row) => `${row.key_id} ${row.account_id ?? ''}`))
  const recovery = await recoveryRecipient(tx)
  const holders = [
    ...(await readEntitled(tx, [recordId])).map(({ accountId, recipient }) => ({ accountId, recipient })),
    { accountId: null, recipient: recovery },
  ]
  const wraps: NewWrap[] = []
  for (const { accountId, recipient } of holders)
    for (const [keyId, dataKey] of keys)
      if (recipient !== null && !held.has(`${keyId} ${accountId ?? ''}`))
        wraps.push({ recordId, keyId, accountId, wrapped: await wrapFor(recipient, dataKey) })
  await keepWraps(tx, wraps)
  for (const accountId of new Set(wraps.map((one) => one.accountId)))
    await writeLedger(tx, 'sealed.share', recordId, {
      ...(accountId === null ? { recovery: true } : { person: accountId }),
      keys: wraps.filter((one) => one.accountId === accountId).length,
    })
}

/**
 * The sealed values of a record that are open in this session, in clear; the others are left out. `values`: those of
 * the record as read, of now or of a past version.
 */
export async function openedValues(
  tx: VaultTx,
  recordId: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const plain: Record<string, unknown> = {}
  let origins: ReadonlySet<string> | null = null
  for (const [field, sealed] of sealedOf(values)) {
    const dataKey = tx.opened?.keyOf(recordId, sealed.key)
    if (!dataKey) continue
    // A value says for which record it was sealed: this one, or one that was merged into it.
    if (sealed.record !== recordId) {
      origins ??= await everMergedInto(tx, recordId)
      if (!origins.has(sealed.record)) throw new Problem('conflict', { explanation: damaged })
    }
    try {
      plain[field] = openValue({ orgId: tx.actor.orgId, field }, sealed, dataKey)
    } catch (cause) {
      throw new Problem('conflict', { explanation: damaged, cause })
    }
  }
  return plain
}

/** What opens with these records: they and those that are merged into them, whose files are theirs now. */
export async function withMerged(tx: VaultTx, records: readonly string[]): Promise<readonly string[]> {
  const all = new Set(records)
  for (const id of records) for (const one of (await wholeOf(tx, id)).records) all.add(one)
  return [...all]
}

/** The records that were ever merged into this one, and into those: a value taken from one stays when that is undone. */
async function everMergedInto(tx: VaultTx, recordId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive lost(id) as (
      select m.lost_id from merge m where m.org_id = ${tx.actor.orgId}::uuid and m.kept_id = ${recordId}::uuid
      union select m.lost_id from merge m join lost on m.kept_id = lost.id where m.org_id = ${tx.actor.orgId}::uuid)
    select id from lost`.execute(tx.sql)
  return new Set(rows.map((row) => row.id))
}
