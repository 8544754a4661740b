import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx, Values } from '#platform/records'
import type { SharedField } from './shares.ts'

/** A copy of what another organisation gave: its values are those that this reader may read. */
export interface SharedRecord {
  readonly id: string
  readonly fromSlug: string
  readonly fromName: Readonly<Record<string, string>>
  readonly type: string
  readonly fields: readonly SharedField[]
  readonly title: string
  readonly values: Values
  readonly fictitious: boolean
  readonly purpose: string
  readonly until: Date
  readonly acceptedAt: Date
  readonly updatedAt: Date
}

// Row-level security decides twice: on the copy, until its end, and on each class of value.
const columns = sql`s.id, s.from_slug as "fromSlug", s.from_name as "fromName", s.type, s.fields, s.title,
  s.values || coalesce((select jsonb_object_agg(v.key, v.value)
                          from shared_part p cross join lateral jsonb_each(p.values) v
                         where p.org_id = s.org_id and p.id = s.id), '{}') as values,
  s.fictitious, s.purpose, s.until, s.accepted_at as "acceptedAt", s.updated_at as "updatedAt"`

/** What others share with the actor's organisation now, latest change first. */
export async function listShared(tx: Tx): Promise<readonly SharedRecord[]> {
  const { rows } = await sql<SharedRecord>`select ${columns} from shared_record s
    where s.org_id = ${tx.actor.orgId}::uuid order by s.updated_at desc, s.id limit 500`.execute(tx.sql)
  return rows
}

/** One copy; what is not there, was never given and has ended give the same `not_found`. */
export async function readShared(tx: Tx, id: string): Promise<SharedRecord> {
  if (!isId(id)) throw new Problem('not_found')
  const { rows } = await sql<SharedRecord>`select ${columns} from shared_record s
    where s.org_id = ${tx.actor.orgId}::uuid and s.id = ${id}::uuid`.execute(tx.sql)
  const row = rows[0]
  if (!row) throw new Problem('not_found')
  return row
}
