import { sql } from 'kysely'
import { newId } from '#platform/db'
import { type ArrayWriter, arrayWriter } from './binary-arrays.ts'
import { ownerOf, ownersAudience } from './belonging.ts'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import { prepare } from './prepare.ts'
import { withNumbers } from './numbers.ts'
import type { Tx } from './tx.ts'
import type { Values } from './validate.ts'
import { type SealedWrite, writeSealed } from './write-sealed.ts'
import { type WordVectors, wordVectors } from './word-vectors.ts'

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
  const record = newRows(records.length)
  const part = newRows(8)
  const link = newLinks()
  const search = newWords(records.length)
  const folded: string[] = []
  const grants: string[] = []
  const sealed: SealedWrite[] = []
  const places = new Map<
    string,
    { readonly place: KeyPlace; readonly keys: string[]; readonly at: number[] }
  >()

  const audience = await ownersAudience(tx, records)
  for (const [at, { id, type, values, visibility: asked, fictitious, reason }] of records.entries()) {
    const owner = ownerOf(type, values)
    const visibility = owner === null ? asked : (audience.get(owner) ?? 'restricted')
    const prepared = prepare(type, values, tx.schema)
    const held = prepared.byClass.get('open') ?? {}
    record.ids.pushId(id)
    record.names.pushText(type.name)
    record.titles.pushText(prepared.title)
    record.values.pushJson(JSON.stringify(held))
    record.visibilities.pushText(visibility)
    record.fictitious.pushBoolean(fictitious ?? false)
    pushMaybe(record.reasons, reason)
    for (const [cls, values] of prepared.byClass)
      if (cls !== 'open') {
        part.ids.pushId(id)
        part.names.pushText(cls)
        part.values.pushJson(JSON.stringify(values))
        part.visibilities.pushText(visibility)
        pushMaybe(part.reasons, reason)
      }
    if (Object.keys(prepared.toSeal).length > 0)
      sealed.push({
        recordId: id,
        version: 1,
        kept: {},
        toSeal: prepared.toSeal,
        visibility,
        operation: 'create',
        reason: reason ?? null,
        importId,
      })
    for (const l of prepared.links) {
      link.ids.pushId(newId())
      link.from.pushId(id)
      link.fields.pushText(l.field)
      link.positions.pushInt(l.position)
      link.to.pushId(l.to)
      link.attributes.pushJson(JSON.stringify(l.attributes))
      link.classes.pushText(l.class)
      link.belongs.pushBoolean(l.belongs)
    }
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
    for (const w of prepared.words) {
      search.ids.pushId(id)
      search.classes.pushText(w.class)
      search.types.pushText(type.name)
      search.visibilities.pushText(visibility)
      search.names.pushText(w.names)
      search.bodies.pushText(w.body)
      folded.push(w.words)
    }
    // Who sees what belongs to another record, the database copies from that one.
    if (visibility === 'restricted' && owner === null) grants.push(id)
  }

  // Values are read once, and are written to the record and to its history by the same statement.
  let writing: Promise<unknown> = sql`with n as materialized (
      select * from unnest(${record.ids.finish()}::uuid[], ${record.names.finish()}::text[], ${record.titles.finish()}::text[],
        ${record.values.finish()}::jsonb[], ${record.visibilities.finish()}::text[], ${record.fictitious.finish()}::boolean[],
        ${record.reasons.finish()}::text[]) as e(i, t, title, v, vis, fic, r)),
    made as (
      insert into record (org_id, id, type, title, values, visibility, fictitious, created_by, updated_by, import_id)
      select ${org}::uuid, i, t, title, v, vis, fic, ${by}::uuid, ${by}::uuid, ${importId}::uuid from n)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
    select ${org}::uuid, i, 1, 'open', 'create', v, vis, ${by}::uuid, r, ${importId}::uuid from n`.execute(
    tx.sql,
  )
  // What comes next is made ready while the database writes what came before.
  const keys = keyRows(records, [...places.values()])
  await writing
  if (grants.length > 0)
    await sql`insert into record_grant (org_id, record_id, account_id)
      select ${org}::uuid, i, ${by}::uuid from unnest(${grants}::uuid[]) as n(i)`.execute(tx.sql)
  if (part.ids.length() > 0)
    await sql`with n as materialized (
        select * from unnest(${part.ids.finish()}::uuid[], ${part.names.finish()}::text[], ${part.values.finish()}::jsonb[],
          ${part.visibilities.finish()}::text[], ${part.reasons.finish()}::text[]) as e(i, c, v, vis, r)),
      made as (
        insert into record_part (org_id, record_id, class, values) select ${org}::uuid, i, c, v from n)
      insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
      select ${org}::uuid, i, 1, c, 'create', v, vis, ${by}::uuid, r, ${importId}::uuid from n`.execute(
      tx.sql,
    )
  if (link.ids.length() > 0)
    await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, belongs, since)
      select ${org}::uuid, i, f, field, pos, t, a, c, b, 1
      from unnest(${link.ids.finish()}::uuid[], ${link.from.finish()}::uuid[], ${link.fields.finish()}::text[],
                  ${link.positions.finish()}::int[], ${link.to.finish()}::uuid[], ${link.attributes.finish()}::jsonb[],
                  ${link.classes.finish()}::text[], ${link.belongs.finish()}::boolean[]) as n(i, f, field, pos, t, a, c, b)`.execute(
      tx.sql,
    )
  // After the links: who may open what is sealed of a record that belongs to another is told by that one.
  await writeSealed(tx, sealed)
  const { vectors, unread } = records.length < many ? allUnread(folded) : await wordVectors(tx, folded)
  writing = sql`insert into record_key (org_id, record_id, type, field, key, class, visibility)
    select ${org}::uuid, (${keys.ids}::uuid[])[i], (${keys.types}::text[])[g], (${keys.fields}::text[])[g], k,
           (${keys.classes}::text[])[g], (${keys.visibilities}::text[])[g]
    from unnest(${keys.places}::int[], ${keys.records}::int[], ${keys.keys}::text[]) as n(g, i, k)
    order by g, k collate "C"`.execute(tx.sql)
  await writing
  await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
    select ${org}::uuid, i, c, t, vis, coalesce(v, word_vector(u)), n, b
    from unnest(${search.ids.finish()}::uuid[], ${search.classes.finish()}::text[], ${search.types.finish()}::text[],
                ${search.visibilities.finish()}::text[], ${vectors}::tsvector[],
                ${unreadTexts(folded, unread)}::text[], ${search.names.finish()}::text[], ${search.bodies.finish()}::text[])
      as n(i, c, t, vis, v, u, n, b)`.execute(tx.sql)
}

const newRows = (records: number) => ({
  ids: arrayWriter('uuid', records * 20),
  names: arrayWriter('text', records * 12),
  titles: arrayWriter('text', records * 30),
  values: arrayWriter('jsonb', records * 500),
  visibilities: arrayWriter('text', records * 14),
  fictitious: arrayWriter('bool', records * 5),
  reasons: arrayWriter('text', records * 4),
})

const newLinks = () => ({
  ids: arrayWriter('uuid'),
  from: arrayWriter('uuid'),
  fields: arrayWriter('text'),
  positions: arrayWriter('int4'),
  to: arrayWriter('uuid'),
  attributes: arrayWriter('jsonb'),
  classes: arrayWriter('text'),
  belongs: arrayWriter('bool'),
})

const newWords = (records: number) => ({
  ids: arrayWriter('uuid', records * 30),
  classes: arrayWriter('text', records * 15),
  types: arrayWriter('text', records * 15),
  visibilities: arrayWriter('text', records * 20),
  names: arrayWriter('text', records * 60),
  bodies: arrayWriter('text', records * 300),
})

const pushMaybe = (texts: ArrayWriter, text: string | undefined) =>
  text === undefined ? texts.pushNull() : texts.pushText(text)

const textArray = (texts: readonly string[]): Buffer => {
  const array = arrayWriter('text', texts.length * 24)
  for (const text of texts) array.pushText(text)
  return array.finish()
}

interface KeyGroup {
  readonly place: KeyPlace
  readonly keys: readonly string[]
  readonly at: readonly number[]
}

/** In the order of the index by value: neighbours meet the same pages, which counts when the table is large. */
function keyRows(records: readonly NewRecord[], found: readonly KeyGroup[]) {
  const groups = [...found].sort(
    (a, b) => order(a.place.type, b.place.type) || order(a.place.field, b.place.field),
  )
  const ids = arrayWriter('uuid', records.length * 20)
  for (const { id } of records) ids.pushId(id)
  const [places, at] = [arrayWriter('int4', records.length * 80), arrayWriter('int4', records.length * 80)]
  const keys = arrayWriter('text', records.length * 150)
  for (const [group, one] of groups.entries())
    for (let i = 0; i < one.at.length; i++) {
      places.pushInt(group + 1)
      at.pushInt(one.at[i] ?? 0)
      keys.pushText(one.keys[i] ?? '')
    }
  const ofPlace = (take: (place: KeyPlace) => string) => textArray(groups.map((group) => take(group.place)))
  return {
    ids: ids.finish(),
    types: ofPlace((place) => place.type),
    fields: ofPlace((place) => place.field),
    classes: ofPlace((place) => place.class),
    visibilities: ofPlace((place) => place.visibility),
    places: places.finish(),
    records: at.finish(),
    keys: keys.finish(),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** All texts left to the database. */
function allUnread(folded: readonly string[]): WordVectors {
  const vectors = arrayWriter('tsvector')
  for (let i = 0; i < folded.length; i++) vectors.pushNull()
  return { vectors: vectors.finish(), unread: folded.map((_, at) => at) }
}

/** The texts that the database has to read, each where its vector is missing. */
function unreadTexts(folded: readonly string[], unread: readonly number[]): Buffer {
  const texts = arrayWriter('text')
  let next = 0
  for (const [at, text] of folded.entries())
    if (unread[next] === at) {
      texts.pushText(text)
      next++
    } else texts.pushNull()
  return texts.finish()
}
