import { type RawBuilder, sql } from 'kysely'
import { isId } from '#platform/db'
import { type Reading, noteReadings } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { fromStored } from '#platform/vault'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import { classOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'
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

const columns = sql.raw(
  `r.id, r.type, r.title, r.version, r.visibility, r.fictitious, r.created_at, r.updated_at, r.updated_by,
   r.deleted_at, r.merged_into, r.values`,
)

/** The values of a record's classes, as an array; of those named, or of all. */
const partsOf = (org: RawBuilder<unknown>, id: RawBuilder<unknown>, classes?: readonly string[]) =>
  sql`(select jsonb_agg(p.values) from record_part p where p.org_id = ${org} and p.record_id = ${id}
        ${classes ? sql`and p.class = any(${classes}::text[])` : sql``})`

/** A record's relations in their order, as an array; those of the fields named, or all. */
const linksOf = (org: RawBuilder<unknown>, id: RawBuilder<unknown>, fields?: readonly string[]) =>
  sql`(select jsonb_agg(jsonb_build_object('field', l.field, 'to', l.to_id, 'attributes', l.attributes,
               'type', t.type, 'title', t.title, 'deleted', t.deleted_at is not null) order by l.field, l.position, l.id)
         from link l join record t on t.org_id = l.org_id and t.id = l.to_id
        where l.org_id = ${org} and l.from_id = ${id} and l.until is null
          ${fields ? sql`and l.field = any(${fields}::text[])` : sql``})`

/** As `readRecords`, for work on any number of records that has an entry of its own: exports, imports, reindexing. */
export async function readRecordsInBulk(tx: Tx, ids: readonly string[]): Promise<readonly RecordView[]> {
  const wanted = ids.filter(isId)
  if (wanted.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns}, ${partsOf(sql`r.org_id`, sql`r.id`)} as parts, ${linksOf(sql`r.org_id`, sql`r.id`)} as links
      from record r
     where r.org_id = ${tx.actor.orgId}::uuid and r.id = any(${wanted}::uuid[])`.execute(tx.sql)
  const byId = new Map(rows.map((row) => [row.id, present(tx, row)]))
  return wanted.flatMap((id) => byId.get(id.toLowerCase()) ?? [])
}

/** What of a record is not for everyone. */
function readingOf(tx: Tx, { id, type, visibility, values }: RecordView): Reading {
  const fields = tx.schema.types.get(type)?.fields ?? []
  const classes = new Set(fields.filter(({ name }) => values[name] !== undefined).map(classOf))
  classes.delete('open')
  // A mark that something is sealed shows nothing of it; opening it has an entry of its own.
  classes.delete('sealed')
  return { id, restricted: visibility === 'restricted', classes: [...classes] }
}

/**
 * Locks a record, so that looking at its version and writing the next is one step, and reads of it what the fields
 * named stand beside: their classes and relations, and no others. A change of a note need not read a thousand of them.
 * Whoever writes a relation to it does not wait, nor is waited for: that needs the record to be there, not to stay still.
 */
export async function lockForChange(tx: Tx, id: string, fields: readonly string[]): Promise<RecordView> {
  if (!isId(id)) throw new Problem('not_found')
  const org = sql`${tx.actor.orgId}::uuid`
  const {
    rows: [row],
  } = await sql<Row>`select ${columns}, null::jsonb as parts, null::jsonb as links
    from record r where r.org_id = ${org} and r.id = ${id}::uuid for no key update`.execute(tx.sql)
  if (!row) throw new Problem('not_found')
  const named = typeOf(tx, row.type).fields.filter((field) => fields.includes(field.name))
  const classes = [...new Set(named.map(classOf))].filter((cls) => cls !== 'open')
  const relations = named.filter((field) => field.type === 'reference').map((field) => field.name)
  if (classes.length === 0 && relations.length === 0) return present(tx, row)
  // In a statement of its own: it sees what whoever held the lock before has written.
  const { rows } = await sql<Pick<Row, 'parts' | 'links'>>`
    select ${partsOf(org, sql`${id}::uuid`, classes)} as parts, ${linksOf(org, sql`${id}::uuid`, relations)} as links`.execute(
    tx.sql,
  )
  return present(tx, { ...row, ...rows[0] })
}

/** Reads one record; what is not there and what may not be seen give the same `not_found`. */
export async function readRecord(tx: Tx, id: string): Promise<RecordView> {
  const [record] = await readRecords(tx, [id])
  if (!record) throw new Problem('not_found')
  return record
}

/** Tells what is ciphertext, so that nothing takes it for a value. What stands where ciphertext belongs is left out. */
export function markSealed(type: RecordTypeDefinition | undefined, values: Record<string, unknown>): void {
  for (const field of type?.fields ?? []) {
    if (classOf(field) !== 'sealed' || !(field.name in values)) continue
    const sealed = fromStored(values[field.name])
    if (sealed) values[field.name] = sealed
    else delete values[field.name]
  }
}

function present(tx: Tx, row: Row): RecordView {
  const values: Record<string, unknown> = Object.assign({}, row.values, ...(row.parts ?? []))
  const linked = new Map<string, LinkedRecord>()
  const type = tx.schema.types.get(row.type)
  markSealed(type, values)
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
