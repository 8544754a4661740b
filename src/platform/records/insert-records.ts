import { sql } from 'kysely'
import { newId } from '#platform/db'
import { ownerOf, ownersAudience } from './belonging.ts'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import { prepare } from './prepare.ts'
import { withNumbers } from './numbers.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'
import { wordVectors } from './word-vectors.ts'

/** A record about to be written: values already valid. */
export interface NewRecord {
  readonly id: string
  readonly type: RecordTypeDefinition
  readonly values: Values
  readonly visibility: Visibility
  readonly fictitious?: boolean
  readonly reason?: string
}

/** From how many records on it is worth asking for the stems of words apart from the records that have them. */
const many = 20

/** The rows of one table, column by column: what `unnest` takes. */
const columns = (count: number): unknown[][] => Array.from({ length: count }, () => [])

/** A text array as PostgreSQL reads it; the driver's own goes over each text twice. */
const textArray = (texts: readonly string[]): string => {
  let array = ''
  for (const text of texts) array += array === '' ? `{"${escaped(text)}"` : `,"${escaped(text)}"`
  return array === '' ? '{}' : `${array}}`
}

const escaped = (text: string): string =>
  text.includes('"') || text.includes('\\') ? text.replace(/["\\]/g, '\\$&') : text

/** Where a key belongs, which many records share. */
interface KeyPlace {
  readonly type: string
  readonly field: string
  readonly class: string
  readonly visibility: string
}

/**
 * Writes any number of new records in one statement a table. One record and a hundred thousand take the
 * same way, so that an import can do nothing that a form could not.
 */
export async function insertRecords(tx: Tx, given: readonly NewRecord[], importId: string | null = null) {
  if (given.length === 0) return
  const records = await withNumbers(tx, given)
  const org = tx.actor.orgId
  const by = tx.actor.accountId
  const record: unknown[][] = []
  const part: unknown[][] = []
  const link = columns(8)
  const search = columns(7)
  const grants: string[] = []
  const places = new Map<
    string,
    { readonly place: KeyPlace; readonly keys: string[]; readonly at: number[] }
  >()
  const push = (table: unknown[][], ...row: unknown[]) => row.forEach((value, i) => table[i]?.push(value))

  const audience = await ownersAudience(tx, records)
  for (const [at, { id, type, values, visibility: asked, fictitious, reason }] of records.entries()) {
    const owner = ownerOf(type, values)
    const visibility = owner === null ? asked : (audience.get(owner) ?? 'restricted')
    const prepared = prepare(type, values, tx.schema)
    const held = prepared.byClass.get('open') ?? {}
    record.push([id, type.name, prepared.title, held, visibility, fictitious ?? false, reason ?? null])
    for (const [cls, values] of prepared.byClass)
      if (cls !== 'open') part.push([id, cls, values, visibility, reason ?? null])
    for (const l of prepared.links)
      push(link, newId(), id, l.field, l.position, l.to, JSON.stringify(l.attributes), l.class, l.belongs)
    for (const k of prepared.keys) {
      const name = `${type.name} ${k.field} ${k.class} ${visibility}`
      let found = places.get(name)
      if (!found) {
        found = { place: { type: type.name, field: k.field, class: k.class, visibility }, keys: [], at: [] }
        places.set(name, found)
      }
      found.keys.push(k.key)
      found.at.push(at + 1)
    }
    for (const w of prepared.words) push(search, id, w.class, type.name, visibility, w.words, w.names, w.body)
    // Who sees what belongs to another record, the database copies from that one.
    if (visibility === 'restricted' && owner === null) grants.push(id)
  }

  // Values go as one JSON text, are read once, and are written to the record and to its history by the same statement.
  await sql`with n as materialized (
      select (e->>0)::uuid as i, e->>1 as t, e->>2 as title, e->3 as v, e->>4 as vis, (e->5)::boolean as fic, e->>6 as r
        from jsonb_array_elements(${JSON.stringify(record)}::jsonb) as e),
    made as (
      insert into record (org_id, id, type, title, values, visibility, fictitious, created_by, updated_by, import_id)
      select ${org}::uuid, i, t, title, v, vis, fic, ${by}::uuid, ${by}::uuid, ${importId}::uuid from n)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
    select ${org}::uuid, i, 1, 'open', 'create', v, vis, ${by}::uuid, r, ${importId}::uuid from n`.execute(
    tx.sql,
  )
  if (grants.length > 0)
    await sql`insert into record_grant (org_id, record_id, account_id)
      select ${org}::uuid, i, ${by}::uuid from unnest(${grants}::uuid[]) as n(i)`.execute(tx.sql)
  if (part.length > 0)
    await sql`with n as materialized (
        select (e->>0)::uuid as i, e->>1 as c, e->2 as v, e->>3 as vis, e->>4 as r
          from jsonb_array_elements(${JSON.stringify(part)}::jsonb) as e),
      made as (
        insert into record_part (org_id, record_id, class, values) select ${org}::uuid, i, c, v from n)
      insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
      select ${org}::uuid, i, 1, c, 'create', v, vis, ${by}::uuid, r, ${importId}::uuid from n`.execute(
      tx.sql,
    )
  if (link[0]?.length)
    await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, belongs, since)
      select ${org}::uuid, i, f, field, pos, t, a, c, b, 1
      from unnest(${link[0]}::uuid[], ${link[1]}::uuid[], ${link[2]}::text[], ${link[3]}::int[], ${link[4]}::uuid[],
                  ${link[5]}::jsonb[], ${link[6]}::text[], ${link[7]}::boolean[]) as n(i, f, field, pos, t, a, c, b)`.execute(
      tx.sql,
    )
  // In the order of the index by value: neighbours meet the same pages, which counts when the table is large.
  const groups = [...places.values()].sort(
    (a, b) => order(a.place.type, b.place.type) || order(a.place.field, b.place.field),
  )
  const ofPlace = (take: (place: KeyPlace) => string) => textArray(groups.map((group) => take(group.place)))
  await sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
    select ${org}::uuid, (${`{${records.map((one) => one.id).join()}}`}::uuid[])[i], (${ofPlace((p) => p.type)}::text[])[g],
           (${ofPlace((p) => p.field)}::text[])[g], k, (${ofPlace((p) => p.class)}::text[])[g], (${ofPlace((p) => p.visibility)}::text[])[g]
    from unnest(${`{${groups.flatMap((group, at) => group.at.map(() => at + 1)).join()}}`}::int[],
                ${`{${groups.flatMap((group) => group.at).join()}}`}::int[],
                ${textArray(groups.flatMap((group) => group.keys))}::text[]) as n(g, i, k)
    order by g, k collate "C"`.execute(tx.sql)
  const [ids, classes, types, visibilities, folded, names, bodies] = search as string[][] as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ]
  const vectors = records.length < many ? folded.map(() => null) : await wordVectors(tx, folded)
  const unread = folded.filter((_, at) => vectors[at] === null)
  await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
    select ${org}::uuid, i, c, t, vis, case when w = 0 then v::tsvector else word_vector((${textArray(unread)}::text[])[w]) end, n, b
    from unnest(${`{${ids.join()}}`}::uuid[], ${textArray(classes)}::text[], ${textArray(types)}::text[],
                ${textArray(visibilities)}::text[], ${textArray(vectors.map((one) => one ?? ''))}::text[],
                ${countNulls(vectors)}::int[], ${textArray(names)}::text[], ${textArray(bodies)}::text[])
      as n(i, c, t, vis, v, w, n, b)`.execute(tx.sql)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** For each that is null, which of them it is, from 1; 0 for the others. */
function countNulls(list: readonly unknown[]): readonly number[] {
  let count = 0
  return list.map((one) => (one === null ? ++count : 0))
}
