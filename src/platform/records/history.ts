import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import type { RecordVersionTable } from '#platform/db'
import type { Visibility } from './definition.ts'
import { markSealed, readRecord } from './read-record.ts'
import { type Tx, typeOf } from './tx.ts'
import { updateRecord } from './update-record.ts'
import type { Values } from './validate.ts'

/** One change of a record: who, when, why. */
export interface VersionEntry {
  readonly version: number
  readonly operation: RecordVersionTable['operation']
  readonly changedAt: Date
  readonly changedBy: string
  readonly changedByName: string
  readonly reason: string | null
  readonly visibility: Visibility
  readonly importId: string | null
}

/** Every change of a record that the reader may see, latest first. */
export async function readHistory(tx: Tx, id: string): Promise<readonly VersionEntry[]> {
  const rows = await tx.sql
    .selectFrom('record_version as v')
    .leftJoin('account as a', (join) =>
      join.onRef('a.org_id', '=', 'v.org_id').onRef('a.id', '=', 'v.changed_by'),
    )
    .select([
      'v.version',
      'v.operation',
      'v.changed_at',
      'v.changed_by',
      'a.name',
      'v.reason',
      'v.visibility',
      'v.import_id',
    ])
    .distinctOn('v.version')
    .where('v.org_id', '=', tx.actor.orgId)
    .where('v.record_id', '=', id)
    .orderBy('v.version', 'desc')
    .execute()
  if (rows.length === 0) throw new Problem('not_found')
  return rows.map((row) => ({
    version: row.version,
    operation: row.operation,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    changedByName: row.name ?? '',
    reason: row.reason,
    visibility: row.visibility,
    importId: row.import_id,
  }))
}

/** The values, relations among them, that a record had at a version, as this reader may see them. */
export async function readVersion(tx: Tx, id: string, version: number): Promise<Values> {
  const record = await readRecord(tx, id)
  const { rows } = await sql<{ class: string; values: Record<string, unknown> }>`
    select distinct on (class) class, values from record_version
     where org_id = ${tx.actor.orgId}::uuid and record_id = ${id}::uuid and version <= ${version}
     order by class, version desc`.execute(tx.sql)
  if (rows.length === 0 || version > record.version || version < 1) throw new Problem('not_found')
  const values: Record<string, unknown> = Object.assign({}, ...rows.map((row) => row.values))
  const links = await tx.sql
    .selectFrom('link')
    .select(['field', 'to_id', 'attributes'])
    .where('org_id', '=', tx.actor.orgId)
    .where('from_id', '=', id)
    .where('since', '<=', version)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', version)]))
    .orderBy('field')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const type = typeOf(tx, record.type)
  markSealed(type, values)
  for (const { field, to_id, attributes } of links) {
    const reference = Object.keys(attributes).length > 0 ? { to: to_id, attributes } : { to: to_id }
    if (type.fields.find((f) => f.name === field)?.multiple) {
      const list = (values[field] ?? []) as unknown[]
      list.push(reference)
      values[field] = list
    } else values[field] = reference
  }
  return values
}

/** One field that differs between two states. */
export interface FieldDifference {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields whose values differ, in alphabetical order. */
export function compareValues(before: Values, after: Values): readonly FieldDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names
    .filter((name) => canonical(before[name]) !== canonical(after[name]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** A value as text, equal for equal values. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

/**
 * Makes a past version the present one, as a new version. A relation whose other end is gone for good
 * cannot come back and is named in the problem.
 */
export async function restoreVersion(tx: Tx, id: string, version: number, reason?: string) {
  const now = await readRecord(tx, id)
  const then = await readVersion(tx, id, version)
  const cleared = Object.fromEntries(Object.keys(now.values).map((name) => [name, undefined]))
  // What an action decided stays as it is now: going back to an old text must not take a withdrawal back.
  const known = new Set(
    typeOf(tx, now.type)
      .fields.filter((field) => !field.managed)
      .map((field) => field.name),
  )
  const values = Object.fromEntries(
    Object.entries({ ...cleared, ...then }).filter(([name]) => known.has(name)),
  )
  return updateRecord(tx, {
    id,
    version: now.version,
    values,
    operation: 'revert',
    ...(reason !== undefined && { reason }),
  })
}
