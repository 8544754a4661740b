import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import { writeLedger } from '#platform/ledger'
import { openedValues, shredSealed } from '#platform/vault'
import type { RecordTypeDefinition } from './definition.ts'
import { type Reference, isEmpty, parseValue, valuesOf } from './fields/index.ts'
import { canonical } from './history.ts'
import { type RecordView, readRecord } from './read-record.ts'
import { classOf, fieldOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'
import { updateRecord } from './update-record.ts'
import type { Values } from './validate.ts'

/** Values as read, of now or of a past version, with those that are open in this session in clear. For showing only. */
export const revealValues = async (tx: Tx, recordId: string, values: Values): Promise<Values> => ({
  ...values,
  ...(await openedValues(tx, recordId, values)),
})

/**
 * A record with what is open in this session in clear, and the records that sealed relations point at. For showing to the
 * person who opened it: never hand it to what keeps, lists or sends.
 */
export async function revealRecord(tx: Tx, record: RecordView): Promise<RecordView> {
  const opened = await openedValues(tx, record.id, record.values)
  if (Object.keys(opened).length === 0) return record
  const type = typeOf(tx, record.type)
  const targets = type.fields
    .filter((field) => field.type === 'reference' && field.name in opened)
    .flatMap((field) => (valuesOf(opened[field.name]) as readonly Reference[]).map((one) => one.to))
  const linked = new Map(record.linked)
  if (targets.length > 0)
    for (const row of await tx.sql
      .selectFrom('record')
      .select(['id', 'type', 'title', 'deleted_at'])
      .where('org_id', '=', tx.actor.orgId)
      .where('id', 'in', [...new Set(targets)])
      .execute())
      linked.set(row.id, { id: row.id, type: row.type, title: row.title, deleted: row.deleted_at !== null })
  return { ...record, values: { ...record.values, ...opened }, linked }
}

/** Whether the asker reads and writes values that are sealed. */
export async function maySeal(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select coalesce('sealed' = any(readable_classes()), false) as may`.execute(tx.sql)
  return rows[0]?.may ?? false
}

/**
 * What was posted, without the sealed values that were shown in clear and came back as they were. `base`: the values,
 * sealed, of the version that the form was made of.
 */
export async function withoutUnchanged(
  tx: Tx,
  type: RecordTypeDefinition,
  at: { readonly recordId: string; readonly base: Values },
  given: Values,
): Promise<Values> {
  const opened = await openedValues(tx, at.recordId, at.base)
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      const field = fieldOf(type, name)
      if (!field || !(name in opened) || isEmpty(value)) return true
      const parsed = parseValue(value, field, tx.schema)
      return !('value' in parsed) || canonical(parsed.value) !== canonical(opened[name])
    }),
  )
}

/**
 * Erases a sealed field for good: clears it, and takes away the keys of all that ever stood in it, so that neither the
 * history nor any backup can show it again. Gives how many values were erased.
 */
export async function eraseSealed(
  tx: Tx,
  given: { readonly id: string; readonly version: number; readonly field: string; readonly reason: string },
): Promise<number> {
  const record = await readRecord(tx, given.id)
  const field = fieldOf(typeOf(tx, record.type), given.field)
  if (!field || classOf(field) !== 'sealed' || field.required) throw new Problem('not_found')
  if (record.values[field.name] !== undefined)
    await updateRecord(tx, {
      id: record.id,
      version: given.version,
      values: { [field.name]: undefined },
      reason: given.reason,
    })
  const erased = await shredSealed(tx, record.id, field.name)
  await writeLedger(tx, 'sealed.erase', record.id, {
    field: field.name,
    values: erased,
    reason: given.reason,
  })
  return erased
}
