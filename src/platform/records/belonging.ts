import { sql } from 'kysely'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import type { Reference } from './fields/index.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'

/** The id of the record to which one with these values belongs; null where it belongs to none. */
export function ownerOf(type: RecordTypeDefinition, values: Values): string | null {
  const reference = type.belongsTo && (values[type.belongsTo] as Partial<Reference> | undefined)
  return (reference && reference.to) || null
}

interface Written {
  readonly id?: string
  readonly type: RecordTypeDefinition
  readonly values: Values
  readonly visibility?: Visibility
}

/**
 * Who sees the owners of records about to be written, by the owner's id: of those written at the same time as of those
 * that are there. Holds the latter, so that a change of their audience waits until what belongs to them is there.
 */
export async function ownersAudience(
  tx: Tx,
  records: readonly Written[],
): Promise<ReadonlyMap<string, Visibility>> {
  const owners = new Set(records.flatMap(({ type, values }) => ownerOf(type, values) ?? []))
  const audience = new Map<string, Visibility>()
  if (owners.size === 0) return audience
  const written = new Map(records.flatMap((one) => (one.id === undefined ? [] : [[one.id, one] as const])))
  const there = [...owners].filter((id) => !written.has(id))
  if (there.length > 0)
    for (const row of await tx.sql
      .selectFrom('record')
      .select(['id', 'visibility'])
      .where('org_id', '=', tx.actor.orgId)
      .where('id', 'in', there)
      .forShare()
      .execute())
      audience.set(row.id, row.visibility)
  // An owner may itself belong to another that is written with it.
  const resolve = (id: string, depth = 0): Visibility => {
    const one = written.get(id)
    const above = one && depth < 8 ? ownerOf(one.type, one.values) : null
    return above !== null ? resolve(above, depth + 1) : (one?.visibility ?? audience.get(id) ?? 'restricted')
  }
  for (const id of owners) audience.set(id, resolve(id))
  return audience
}

/** Whether a record belongs to another. */
export const belongs = async (tx: Tx, id: string): Promise<boolean> => (await ownerIdOf(tx, id)) !== null

async function ownerIdOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('link')
    .select('to_id')
    .where('org_id', '=', tx.actor.orgId)
    .where('from_id', '=', id)
    .where('belongs', '=', true)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.to_id ?? null
}

/** The record to which one belongs, with its title; null where it belongs to none. */
export async function readOwner(
  tx: Tx,
  id: string,
): Promise<{ readonly id: string; readonly type: string; readonly title: string } | null> {
  const owner = await ownerIdOf(tx, id)
  if (owner === null) return null
  const row = await tx.sql
    .selectFrom('record')
    .select(['id', 'type', 'title'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', owner)
    .executeTakeFirst()
  return row ?? null
}

/** A record that belongs to another. */
export interface Belonging {
  readonly id: string
  readonly type: string
  readonly version: number
  readonly deletedAt: Date | null
}

/** What belongs to a record, of the types named or of all, those in the trash included; oldest first. */
export async function readBelongings(
  tx: Tx,
  ownerId: string,
  types?: readonly string[],
): Promise<readonly Belonging[]> {
  const { rows } = await sql<Belonging>`
    select r.id, r.type, r.version, r.deleted_at as "deletedAt"
      from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${ownerId}::uuid and l.belongs and l.until is null
       and r.merged_into is null ${types ? sql`and r.type = any(${types}::text[])` : sql``}
     order by r.created_at, r.id`.execute(tx.sql)
  return rows
}
