import { sql } from 'kysely'
import type { RecordVersionTable } from '#platform/db'
import { sealValues } from '#platform/vault'
import type { Visibility } from './definition.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'

/** The sealed values of one record at one version: ciphertext that stays, and what is to become ciphertext. */
export interface SealedWrite {
  readonly recordId: string
  readonly version: number
  readonly kept: Values
  readonly toSeal: Values
  readonly visibility: Visibility
  readonly operation: RecordVersionTable['operation']
  readonly reason: string | null
  readonly importId: string | null
}

/**
 * Seals and keeps, with its history. After the records themselves: a value is sealed for those who may see its record
 * from then on. Ciphertext alone reaches SQL.
 */
export async function writeSealed(tx: Tx, writes: readonly SealedWrite[]): Promise<void> {
  if (writes.length === 0) return
  const sealed = await sealValues(
    tx,
    writes.map(({ recordId, version, toSeal }) => ({ recordId, version, fields: toSeal })),
  )
  const rows = writes.map((one) => ({ ...one, values: { ...one.kept, ...sealed.get(one.recordId) } }))
  await sql`with n as materialized (
      select (e->>'recordId')::uuid as i, (e->>'version')::int as version, e->'values' as v, e->>'visibility' as visibility,
             e->>'operation' as operation, e->>'reason' as reason, (e->>'importId')::uuid as import_id
        from jsonb_array_elements(${JSON.stringify(
          rows.map(({ toSeal: _, kept: __, ...row }) => row),
        )}::jsonb) as e),
    kept as (
      insert into record_part (org_id, record_id, class, values)
      select ${tx.actor.orgId}::uuid, i, 'sealed', v from n
      on conflict (org_id, record_id, class) do update set values = excluded.values)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
    select ${tx.actor.orgId}::uuid, i, version, 'sealed', operation, v, visibility, ${tx.actor.accountId}::uuid, reason, import_id
      from n`.execute(tx.sql)
}
