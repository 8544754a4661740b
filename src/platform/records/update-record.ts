import { sql } from 'kysely'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { RecordVersionTable } from '#platform/db'
import { belongs, ownerOf, ownersAudience } from './belonging.ts'
import type { RecordTypeDefinition, Visibility } from './definition.ts'
import { isEmpty } from './fields/index.ts'
import { type Prepared, type PreparedKey, type PreparedLink, prepare } from './prepare.ts'
import { type RecordView, lockForChange, readRecord } from './read-record.ts'
import { checkTargets } from './targets.ts'
import { type Tx, typeOf } from './tx.ts'
import { type Values, refuseManaged, requireValid } from './validate.ts'
import { writeSealed } from './write-sealed.ts'

/** What a writer asks: the fields given are set (empty clears), the others stay. */
export interface RecordChange {
  readonly id: string
  /** The version that the writer saw; another one in the database is a `stale` problem with both. */
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  readonly visibility?: Visibility
  readonly reason?: string
  readonly operation?: RecordVersionTable['operation']
  readonly importId?: string
  /** An action of the type's module: it has checked what it changes, managed fields among them. */
  readonly acting?: boolean
}

/** Writes a change. Gives the new version, or the old one when nothing changed. */
export async function updateRecord(tx: Tx, change: RecordChange): Promise<{ readonly version: number }> {
  // Classes and relations that the change does not name stay as they are, and are not read.
  const before = await lockForChange(tx, change.id, Object.keys(change.values))
  if (before.deletedAt) throw new Problem('not_found')
  const type = typeOf(tx, before.type)
  const given = requireValid(type, change.values, tx.schema, false)
  if (before.version !== change.version)
    throw new Problem('stale', {
      data: { current: await readRecord(tx, change.id), given, version: change.version },
    })
  const changed = onlyChanged(given, before)
  if (!change.acting) refuseManaged(type, changed)
  await checkTargets(tx, type, changed)
  return writeChange(tx, type, before, without({ ...before.values, ...given }), change)
}

const onlyChanged = (given: Values, before: RecordView): Values =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.values[name]),
    ),
  )

const without = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))

/**
 * Replaces the values that the actor may see by `after`; what they may not see stays as it is, and so do the relations
 * that neither `before` nor `after` has.
 */
export async function writeChange(
  tx: Tx,
  type: RecordTypeDefinition,
  before: RecordView,
  after: Values,
  change: Pick<RecordChange, 'visibility' | 'reason' | 'operation' | 'importId'>,
): Promise<{ readonly version: number }> {
  const old = prepare(type, before.values, tx.schema)
  const next = prepare(type, after, tx.schema)
  const owner = ownerOf(type, after)
  const visibility =
    owner === null
      ? // What belongs to another record keeps that one's audience, whatever the change asks for.
        type.belongsTo !== undefined && (await belongs(tx, before.id))
        ? before.visibility
        : (change.visibility ?? before.visibility)
      : ((await ownersAudience(tx, [{ type, values: after }])).get(owner) ?? before.visibility)
  const touched = touchedClasses(old, next)
  const linkChange = compareLinks(old.links, next.links)
  if (
    touched.length === 0 &&
    linkChange.added.length === 0 &&
    linkChange.closed.length === 0 &&
    visibility === before.visibility &&
    change.operation === undefined
  )
    return { version: before.version }
  const version = before.version + 1
  await writeValues(tx, before, next, touched, version, { visibility, owned: owner !== null }, change)
  await writeLinks(tx, before.id, linkChange, version)
  await writeKeys(tx, before, type, old.keys, next.keys, visibility)
  await writeWords(tx, before, type, old, next, visibility)
  return { version }
}

const held = (prepared: Prepared, cls: string) =>
  JSON.stringify(
    Object.entries(prepared.byClass.get(cls as 'open') ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function touchedClasses(old: Prepared, next: Prepared): string[] {
  const all = new Set<string>([...old.byClass.keys(), ...next.byClass.keys()])
  const touched = [...all].filter((cls) => held(old, cls) !== held(next, cls))
  return Object.keys(next.toSeal).length > 0 ? [...new Set([...touched, 'sealed'])] : touched
}

async function writeValues(
  tx: Tx,
  before: RecordView,
  next: Prepared,
  touched: readonly string[],
  version: number,
  { visibility, owned }: { readonly visibility: Visibility; readonly owned: boolean },
  change: Pick<RecordChange, 'reason' | 'operation' | 'importId'>,
) {
  const org = tx.actor.orgId
  // A version always has its open row, so that every change has one line in the history.
  const open = JSON.stringify(next.byClass.get('open') ?? {})
  // First the grant: the policy looks at the row as it will be.
  if (visibility === 'restricted' && before.visibility !== 'restricted' && !owned)
    await tx.sql
      .insertInto('record_grant')
      .values({ org_id: org, record_id: before.id, account_id: tx.actor.accountId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const classes = [...new Set(['open', ...touched])].filter((cls) => cls !== 'sealed')
  const states = classes.map((cls) =>
    cls === 'open' ? open : JSON.stringify(next.byClass.get(cls as 'open') ?? {}),
  )
  await sql`with changed as (
      update record set title = ${next.title}, values = ${open}, visibility = ${visibility}, version = ${version},
             updated_at = now(), updated_by = ${tx.actor.accountId}::uuid
       where org_id = ${org}::uuid and id = ${before.id}::uuid)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason, import_id)
    select ${org}::uuid, ${before.id}::uuid, ${version}, c, ${change.operation ?? 'update'}, v, ${visibility},
           ${tx.actor.accountId}::uuid, ${change.reason ?? null}, ${change.importId ?? null}::uuid
      from unnest(${classes}::text[], ${states}::jsonb[]) as n(c, v)`.execute(tx.sql)
  for (const [i, cls] of classes.entries())
    if (cls !== 'open') await writePart(tx, before.id, cls, states[i] ?? '{}')
  if (touched.includes('sealed'))
    await writeSealed(tx, [
      {
        recordId: before.id,
        version,
        kept: next.byClass.get('sealed') ?? {},
        toSeal: next.toSeal,
        visibility,
        operation: change.operation ?? 'update',
        reason: change.reason ?? null,
        importId: change.importId ?? null,
      },
    ])
}

const writePart = (tx: Tx, recordId: string, cls: string, values: string) =>
  tx.sql
    .insertInto('record_part')
    .values({ org_id: tx.actor.orgId, record_id: recordId, class: cls, values })
    .onConflict((conflict) => conflict.columns(['org_id', 'record_id', 'class']).doUpdateSet({ values }))
    .execute()

const linkId = (link: PreparedLink) =>
  `${link.field}\u0000${link.to}\u0000${JSON.stringify(Object.entries(link.attributes).sort(([a], [b]) => (a < b ? -1 : 1)))}`

/** Relations are compared by what they say; a new order alone moves them without a new row. */
function compareLinks(old: readonly PreparedLink[], next: readonly PreparedLink[]) {
  const was = new Map(old.map((link) => [linkId(link), link]))
  const is = new Map(next.map((link) => [linkId(link), link]))
  return {
    closed: [...was].filter(([id]) => !is.has(id)).map(([, link]) => link),
    added: [...is].filter(([id]) => !was.has(id)).map(([, link]) => link),
    moved: [...is]
      .filter(([id, link]) => was.has(id) && was.get(id)?.position !== link.position)
      .map(([, link]) => link),
  }
}

async function writeLinks(tx: Tx, id: string, change: ReturnType<typeof compareLinks>, version: number) {
  const org = tx.actor.orgId
  const parameters = (links: readonly PreparedLink[]) =>
    [
      links.map((l) => l.field),
      links.map((l) => l.to),
      links.map((l) => JSON.stringify(l.attributes)),
      links.map((l) => l.position),
    ] as const
  if (change.closed.length > 0) {
    const [fields, targets, attributes] = parameters(change.closed)
    await sql`update link l set until = ${version}
      from unnest(${fields}::text[], ${targets}::uuid[], ${attributes}::jsonb[]) as c(f, t, a)
      where l.org_id = ${org}::uuid and l.from_id = ${id}::uuid and l.until is null
        and l.field = c.f and l.to_id = c.t and l.attributes = c.a`.execute(tx.sql)
  }
  if (change.moved.length > 0) {
    const [fields, targets, attributes, positions] = parameters(change.moved)
    await sql`update link l set position = c.p
      from unnest(${fields}::text[], ${targets}::uuid[], ${attributes}::jsonb[], ${positions}::int[]) as c(f, t, a, p)
      where l.org_id = ${org}::uuid and l.from_id = ${id}::uuid and l.until is null
        and l.field = c.f and l.to_id = c.t and l.attributes = c.a`.execute(tx.sql)
  }
  if (change.added.length > 0)
    await tx.sql
      .insertInto('link')
      .values(
        change.added.map((link) => ({
          org_id: org,
          id: newId(),
          from_id: id,
          field: link.field,
          position: link.position,
          to_id: link.to,
          attributes: JSON.stringify(link.attributes),
          class: link.class,
          belongs: link.belongs,
          since: version,
          until: null,
        })),
      )
      .execute()
}

async function writeKeys(
  tx: Tx,
  before: RecordView,
  type: RecordTypeDefinition,
  old: readonly PreparedKey[],
  next: readonly PreparedKey[],
  visibility: Visibility,
) {
  const org = tx.actor.orgId
  const id = (key: PreparedKey) => `${key.field}\u0000${key.key}\u0000${key.class}`
  const was = new Set(old.map(id))
  const is = new Set(next.map(id))
  const gone = old.filter((key) => !is.has(id(key)))
  const come = next.filter((key) => !was.has(id(key)))
  if (gone.length > 0)
    await sql`delete from record_key k using unnest(${gone.map((k) => k.field)}::text[], ${gone.map((k) => k.key)}::text[]) as g(f, k)
      where k.org_id = ${org}::uuid and k.record_id = ${before.id}::uuid and k.field = g.f and k.key = g.k`.execute(
      tx.sql,
    )
  if (come.length > 0)
    await tx.sql
      .insertInto('record_key')
      .values(come.map((k) => ({ org_id: org, record_id: before.id, type: type.name, ...k, visibility })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (visibility !== before.visibility)
    for (const table of ['record_key', 'record_search'] as const)
      await tx.sql
        .updateTable(table)
        .set({ visibility })
        .where('org_id', '=', org)
        .where('record_id', '=', before.id)
        .execute()
}

async function writeWords(
  tx: Tx,
  before: RecordView,
  type: RecordTypeDefinition,
  old: Prepared,
  next: Prepared,
  visibility: Visibility,
) {
  const org = tx.actor.orgId
  const was = new Map(old.words.map((w) => [w.class, w]))
  for (const w of next.words) {
    const same = was.get(w.class)
    was.delete(w.class)
    if (same && same.body === w.body && same.names === w.names) continue
    await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
      values (${org}::uuid, ${before.id}::uuid, ${w.class}, ${type.name}, ${visibility}, word_vector(${w.words}), ${w.names}, ${w.body})
      on conflict (org_id, record_id, class, part)
      do update set words = excluded.words, names = excluded.names, body = excluded.body`.execute(tx.sql)
  }
  for (const cls of was.keys())
    await tx.sql
      .deleteFrom('record_search')
      .where('org_id', '=', org)
      .where('record_id', '=', before.id)
      .where('class', '=', cls)
      .where('part', '=', '')
      .execute()
}
