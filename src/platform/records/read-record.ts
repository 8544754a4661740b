import { sql } from 'kysely'
import { isId } from '#platform/db'
import { type Reading, noteReadings } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { FieldDefinition, Visibility } from './definition.ts'
import { classOf } from './schema.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'

/** A record that another one points at, as far as the reader may know it. */
export interface LinkedRecord {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly deleted: boolean
}

/** A record as this reader may see it: classes that they may not read are simply not there. */
export interface RecordView {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly version: number
  readonly visibility: Visibility
  readonly fictitious: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedBy: string
  readonly deletedAt: Date | null
  readonly mergedInto: string | null
  /** All values, relations among them as `{to, attributes}`. */
  readonly values: Values
  /** The records pointed at, by id. */
  readonly linked: ReadonlyMap<string, LinkedRecord>
}

interface Row {
  id: string
  type: string
  title: string
  version: number
  visibility: Visibility
  fictitious: boolean
  created_at: Date
  updated_at: Date
  updated_by: string
  deleted_at: Date | null
  merged_into: string | null
  values: Record<string, unknown>
  parts: Record<string, unknown>[] | null
  links:
    | {
        field: string
        to: string
        attributes: Record<string, unknown>
        type: string
        title: string
        deleted: boolean
      }[]
    | null
}

/**
 * Reads records by id, in the order of `ids`; those that are not there for this reader are left out. What of them is
 * not for everyone is on the ledger as read.
 */
export async function readRecords(tx: Tx, ids: readonly string[]): Promise<readonly RecordView[]> {
  const records = await readRecordsInBulk(tx, ids)
  await noteReadings(
    tx,
    records.map((record) => readingOf(tx, record)),
  )
  return records
}

/** As `readRecords`, for work on any number of records that has an entry of its own: exports, imports, reindexing. */
export const readRecordsInBulk = (tx: Tx, ids: readonly string[]): Promise<readonly RecordView[]> =>
  readWith(tx, ids, null)

/** What of a record is not for everyone. */
function readingOf(tx: Tx, { id, type, visibility, values }: RecordView): Reading {
  const fields = tx.schema.types.get(type)?.fields ?? []
  const classes = new Set(fields.filter(({ name }) => values[name] !== undefined).map(classOf))
  classes.delete('open')
  return { id, restricted: visibility === 'restricted', classes: [...classes] }
}

/** As `readRecord`, with what stands beside the fields named and no more: a change of a note need not read a thousand relations. */
export async function readForChange(
  tx: Tx,
  id: string,
  fields: readonly FieldDefinition[],
): Promise<RecordView> {
  const [record] = await readWith(tx, [id], {
    classes: [...new Set(fields.map(classOf))].filter((cls) => cls !== 'open'),
    relations: fields.filter((field) => field.type === 'reference').map((field) => field.name),
  })
  if (!record) throw new Problem('not_found')
  return record
}

/** The classes whose values, and the fields whose relations, are read; null for all. */
interface Extent {
  readonly classes: readonly string[]
  readonly relations: readonly string[]
}

async function readWith(
  tx: Tx,
  ids: readonly string[],
  extent: Extent | null,
): Promise<readonly RecordView[]> {
  const wanted = ids.filter(isId)
  if (wanted.length === 0) return []
  // What is not wanted is not asked for: planning it takes longer than finding nothing.
  const parts =
    extent?.classes.length === 0
      ? sql`null::jsonb`
      : sql`(select jsonb_agg(p.values) from record_part p where p.org_id = r.org_id and p.record_id = r.id
               ${extent ? sql`and p.class = any(${extent.classes}::text[])` : sql``})`
  const links =
    extent?.relations.length === 0
      ? sql`null::jsonb`
      : sql`(select jsonb_agg(jsonb_build_object('field', l.field, 'to', l.to_id, 'attributes', l.attributes,
                     'type', t.type, 'title', t.title, 'deleted', t.deleted_at is not null) order by l.field, l.position, l.id)
              from link l join record t on t.org_id = l.org_id and t.id = l.to_id
             where l.org_id = r.org_id and l.from_id = r.id and l.until is null
               ${extent ? sql`and l.field = any(${extent.relations}::text[])` : sql``})`
  const { rows } = await sql<Row>`
    select r.id, r.type, r.title, r.version, r.visibility, r.fictitious, r.created_at, r.updated_at, r.updated_by,
           r.deleted_at, r.merged_into, r.values,
           ${parts} as parts,
           ${links} as links
      from record r
     where r.org_id = ${tx.actor.orgId}::uuid and r.id = any(${wanted}::uuid[])`.execute(tx.sql)
  const byId = new Map(rows.map((row) => [row.id, present(tx, row)]))
  return wanted.flatMap((id) => byId.get(id.toLowerCase()) ?? [])
}

/** Reads one record; what is not there and what may not be seen give the same `not_found`. */
export async function readRecord(tx: Tx, id: string): Promise<RecordView> {
  const [record] = await readRecords(tx, [id])
  if (!record) throw new Problem('not_found')
  return record
}

function present(tx: Tx, row: Row): RecordView {
  const values: Record<string, unknown> = Object.assign({}, row.values, ...(row.parts ?? []))
  const linked = new Map<string, LinkedRecord>()
  const type = tx.schema.types.get(row.type)
  for (const { field, to, attributes, ...target } of row.links ?? []) {
    linked.set(to, { id: to, ...target })
    const reference = Object.keys(attributes).length > 0 ? { to, attributes } : { to }
    if (type?.fields.find((f) => f.name === field)?.multiple) {
      const list = (values[field] ?? []) as unknown[]
      list.push(reference)
      values[field] = list
    } else values[field] = reference
  }
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    version: row.version,
    visibility: row.visibility,
    fictitious: row.fictitious,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    deletedAt: row.deleted_at,
    mergedInto: row.merged_into,
    values,
    linked,
  }
}
