import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { Problem } from '#platform/problem'
import { wrapFor } from './key-wrapping.ts'
import { type StoredSealed, sealValue, storedForm } from './sealed-value.ts'
import type { VaultTx } from './vault-tx.ts'
import { nobodyMayRead, nobodyWithKey } from './words.ts'

/** Somebody who may read what is sealed of a record; `recipient` null: they have no key yet. */
export interface Entitled {
  readonly recordId: string
  readonly accountId: string
  readonly name: string
  readonly recipient: string | null
}

/** Values of one record to be sealed, by field, at the version at which they are written. */
export interface ToSeal {
  readonly recordId: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** For whom values of these records are sealed, as far as the asker may see the records. */
export async function readEntitled(tx: VaultTx, records: readonly string[]): Promise<readonly Entitled[]> {
  const { rows } = await sql<Entitled>`
    select record_id as "recordId", account_id as "accountId", name, recipient
      from sealed_recipients(${[...records]}::uuid[])`.execute(tx.sql)
  return rows
}

/** The public half of the organisation's recovery key; null before anyone has a key. */
export async function recoveryRecipient(tx: VaultTx): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('recovery_key')
    .select('recipient')
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return row?.recipient ?? null
}

/** A wrapped key on its way to its holder; `accountId` null: the recovery key. */
export interface NewWrap {
  readonly recordId: string
  readonly keyId: string
  readonly accountId: string | null
  readonly wrapped: Buffer
}

/** Gives wrapped keys to their holders, in one statement. */
export async function keepWraps(tx: VaultTx, wraps: readonly NewWrap[]): Promise<void> {
  if (wraps.length === 0) return
  await sql`insert into sealed_key (org_id, key_id, record_id, account_id, wrapped)
    select ${tx.actor.orgId}::uuid, k, r, a, w
      from unnest(${wraps.map((one) => one.keyId)}::uuid[], ${wraps.map((one) => one.recordId)}::uuid[],
                  ${wraps.map((one) => one.accountId)}::uuid[], ${wraps.map((one) => one.wrapped)}::bytea[]) as n(k, r, a, w)
    on conflict do nothing`.execute(tx.sql)
}

/**
 * Seals values before they reach SQL: each under a key of its own, wrapped to everyone who may read it and has a key,
 * and to the recovery key. The records have to be there already, with those who may see them. Needs no passphrase.
 * Gives what is to be kept, by record and field. Throws `invalid` naming every field when nobody could open it.
 */
export async function sealValues(
  tx: VaultTx,
  records: readonly ToSeal[],
): Promise<ReadonlyMap<string, Readonly<Record<string, StoredSealed>>>> {
  const some = records.filter(({ fields }) => Object.keys(fields).length > 0)
  if (some.length === 0) return new Map()
  const holdersOf = await readHolders(
    tx,
    some.map((one) => one.recordId),
  )
  const recovery = await recoveryRecipient(tx)
  const stored = new Map<string, Record<string, StoredSealed>>()
  const wraps: NewWrap[] = []
  for (const { recordId, version, fields } of some) {
    const holders = holdersOf(recordId, Object.keys(fields))
    const kept: Record<string, StoredSealed> = {}
    for (const [field, value] of Object.entries(fields)) {
      const { sealed, dataKey } = sealValue(
        { orgId: tx.actor.orgId, record: recordId, field, version },
        value,
      )
      kept[field] = storedForm(sealed)
      for (const { accountId, recipient } of holders)
        wraps.push({ recordId, keyId: sealed.key, accountId, wrapped: await wrapFor(recipient, dataKey) })
      if (recovery)
        wraps.push({
          recordId,
          keyId: sealed.key,
          accountId: null,
          wrapped: await wrapFor(recovery, dataKey),
        })
      tx.opened?.add(recordId, sealed.key, dataKey)
      dataKey.fill(0)
    }
    stored.set(recordId, kept)
  }
  await keepWraps(tx, wraps)
  return stored
}

type Holder = Entitled & { readonly recipient: string }

/** Who is given the keys of what is sealed of these records; `invalid`, naming the fields, where nobody could open it. */
async function readHolders(
  tx: VaultTx,
  records: readonly string[],
): Promise<(recordId: string, fields: readonly string[]) => readonly Holder[]> {
  const entitled = Map.groupBy(await readEntitled(tx, records), (one) => one.recordId)
  return (recordId, fields) => {
    const people = entitled.get(recordId) ?? []
    const holders = people.filter((one): one is Holder => one.recipient !== null)
    if (holders.length > 0) return holders
    const message = people.length > 0 ? nobodyWithKey(people.map((one) => one.name)) : nobodyMayRead
    throw new Problem('invalid', {
      fields: fields.map((field) => ({ field, message })),
      explanation: message,
    })
  }
}

/**
 * Gives the data key of a file that was sealed for a record to everyone who may read it and has a key, and to the
 * recovery key. Throws `invalid`, naming `field`, when nobody could open it.
 */
export async function giveFileKey(
  tx: VaultTx,
  given: {
    readonly recordId: string
    readonly fileId: string
    readonly dataKey: Buffer
    readonly field: string
  },
): Promise<void> {
  const { recordId, fileId: keyId, dataKey, field } = given
  const holders = (await readHolders(tx, [recordId]))(recordId, [field])
  const recovery = await recoveryRecipient(tx)
  const wraps: NewWrap[] = []
  for (const { accountId, recipient } of holders)
    wraps.push({ recordId, keyId, accountId, wrapped: await wrapFor(recipient, dataKey) })
  if (recovery) wraps.push({ recordId, keyId, accountId: null, wrapped: await wrapFor(recovery, dataKey) })
  await keepWraps(tx, wraps)
  tx.opened?.add(recordId, keyId, dataKey)
}

/** A record takes sealed values of another, by a merge: their keys come along for those who may read it. */
export async function takeSealedKeys(
  tx: VaultTx,
  from: string,
  to: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0)
    await sql`select take_sealed_keys(${from}::uuid, ${to}::uuid, ${[...keys]}::uuid[])`.execute(tx.sql)
}

/**
 * Takes the keys of one field of a record away, in all its versions: nobody can read them again, here or in a backup.
 * The field itself is for the caller to clear. Gives how many values there were.
 */
export async function shredSealed(tx: VaultTx, recordId: string, field: string): Promise<number> {
  const { rows } = await sql<{ keys: number }>`
    select erase_sealed(${recordId}::uuid, ${field}) as keys`.execute(tx.sql)
  return rows[0]?.keys ?? 0
}

/**
 * Takes the keys from whom a grant let in until a day that has passed: nothing happens in the database when it does.
 * (Until then they are not handed out either.) For the owner, once a day. Gives how many keys there were.
 */
export async function dropLostKeys(owner: Database): Promise<number> {
  const { rows } = await sql<{ keys: number }>`
    select coalesce(sum(drop_lost_keys(o.id, null, null)), 0)::int as keys from org o`.execute(owner)
  return rows[0]?.keys ?? 0
}
