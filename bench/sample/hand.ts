import { type Transaction, sql } from 'kysely'
import { type Actor } from '#platform/access'
import { type Tables, newId } from '#platform/db'

// What the engine is measured against: each question written by hand, for these tables, under the same policies and
// by the same login, giving the same rows and counts.

type Sql = Transaction<Tables>

const most = 10_001
const shown = sql.raw('r.id, r.title, r.values, r.visibility, r.fictitious, r.updated_at')

/** A search: count and best fifty; similar names when nothing has exactly these words. */
export async function search(trx: Sql, { orgId }: Actor, words: string): Promise<void> {
  for (const similar of [false, true]) {
    const { rows } = await sql<{ n: number }>`
      with h as materialized (select record_id, rank from search_records(${words}, ${similar}, '{person}', ${most}))
      select (select count(*)::int from h) as n, ${shown}, p.rank
        from (select * from h order by rank desc, record_id limit 51) p
        join record r on r.org_id = ${orgId}::uuid and r.id = p.record_id and r.deleted_at is null
       order by p.rank desc, r.id`.execute(trx)
    if (rows.length > 0) return
  }
}

const countAll = (trx: Sql, { orgId }: Actor, type: string) =>
  sql`select count(*)::int from (select 1 from record where org_id = ${orgId}::uuid and type = ${type} and deleted_at is null limit ${most}) h`.execute(
    trx,
  )

/** People by title, after a key. */
export async function byTitle(
  trx: Sql,
  actor: Actor,
  after: readonly [string, string] | null,
): Promise<void> {
  await countAll(trx, actor, 'person')
  await sql`select ${shown}, k.key from record_key k join record r on r.org_id = k.org_id and r.id = k.record_id
    where k.org_id = ${actor.orgId}::uuid and k.type = 'person' and k.field = '_title'
      ${after ? sql`and (k.key, k.record_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by k.key, k.record_id limit 51`.execute(trx)
}

const facetFields = [
  'roles',
  'country',
  'rights',
  'gender',
  'occupation',
  'disciplines',
  'affiliations',
  'public_basis',
]

const countsOf = ({ orgId }: Actor, hits: ReturnType<typeof sql>, fields: readonly string[]) => sql`
  (with h as materialized (${hits}) select k.field, k.key, count(*)::int
     from h join record_key k on k.org_id = ${orgId}::uuid and k.record_id = h.record_id and k.field = any(${fields}::text[])
    group by k.field, k.key)`

/** People newest first, with every facet's counts. */
export async function everyone(trx: Sql, actor: Actor): Promise<void> {
  await countAll(trx, actor, 'person')
  await sql`select ${shown} from record r where r.org_id = ${actor.orgId}::uuid and r.type = 'person' and r.deleted_at is null
    order by r.updated_at desc, r.id limit 51`.execute(trx)
  const hits = sql`select id as record_id from record where org_id = ${actor.orgId}::uuid and type = 'person' and deleted_at is null
    order by updated_at desc, id limit ${most}`
  await countsOf(actor, hits, facetFields).execute(trx)
}

const having = ({ orgId }: Actor, filters: readonly (readonly [string, string])[]) => {
  const [first, ...others] = filters
  const one = ([field, key]: readonly [string, string], name: string) =>
    sql`${sql.raw(name)}.org_id = ${orgId}::uuid and ${sql.raw(name)}.type = 'person' and ${sql.raw(name)}.field = ${field} and ${sql.raw(name)}.key = ${key}`
  return sql`select a.record_id from record_key a ${sql.join(
    others.map((_, i) => sql.raw(`join record_key b${i} using (record_id)`)),
    sql` `,
  )} where ${one(first ?? ['', ''], 'a')} ${sql.join(
    others.map((filter, i) => sql`and ${one(filter, `b${i}`)}`),
    sql` `,
  )} limit ${most}`
}

/** People with these values, newest first, with the counts of every facet, each without its own filter. */
export async function filtered(
  trx: Sql,
  actor: Actor,
  filters: readonly (readonly [string, string])[],
): Promise<void> {
  const { rows } = await sql<{
    n: number
  }>`with h as materialized (${having(actor, filters)}), c as (select count(*)::int as n from h)
    select c.n, p.* from c left join lateral (
      select ${shown} from h join record r on r.org_id = ${actor.orgId}::uuid and r.id = h.record_id and r.deleted_at is null
       where c.n < ${most} order by r.updated_at desc, r.id limit 51) p on true`.execute(trx)
  if (rows[0]?.n === most)
    await sql`select ${shown} from record r where r.org_id = ${actor.orgId}::uuid and r.type = 'person' and r.deleted_at is null
      ${sql.join(
        filters.map(
          ([field, key]) =>
            sql`and exists (select 1 from record_key f where f.org_id = r.org_id and f.record_id = r.id and f.field = ${field} and f.key = ${key} offset 0)`,
        ),
        sql` `,
      )} order by r.updated_at desc, r.id limit 51`.execute(trx)
  const chosen = filters.map(([field]) => field)
  const open = facetFields.filter((field) => !chosen.includes(field))
  const branches = [
    countsOf(actor, having(actor, filters), open),
    ...filters.map((filter) => {
      const others = filters.filter((one) => one !== filter)
      const hits =
        others.length > 0
          ? having(actor, others)
          : sql`select id as record_id from record where org_id = ${actor.orgId}::uuid and type = 'person' and deleted_at is null
              order by updated_at desc, id limit ${most}`
      return countsOf(actor, hits, [filter[0]])
    }),
  ]
  await sql`${sql.join(branches, sql` union all `)}`.execute(trx)
}

/** Events that may lie between two days, newest change first: the two index ranges joined. */
export async function between(trx: Sql, { orgId }: Actor, from: string, below: string): Promise<void> {
  await sql`with h as materialized (
      select b.record_id from record_key b join record_key e using (record_id)
       where b.org_id = ${orgId}::uuid and b.type = 'event' and b.field = 'date' and b.key < ${below}
         and e.org_id = ${orgId}::uuid and e.type = 'event' and e.field = 'date.latest' and e.key >= ${from} limit ${most})
    select (select count(*)::int from h) as n, ${shown}
      from h join record r on r.org_id = ${orgId}::uuid and r.id = h.record_id and r.deleted_at is null
     order by r.updated_at desc, r.id limit 51`.execute(trx)
}

/** A record with all that its page shows. */
export async function open(trx: Sql, { orgId }: Actor, id: string): Promise<void> {
  await sql`select r.* from record r where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid`.execute(trx)
  await sql`select p.values from record_part p where p.org_id = ${orgId}::uuid and p.record_id = ${id}::uuid`.execute(
    trx,
  )
  await sql`select l.field, l.to_id, l.attributes, t.type, t.title, t.deleted_at from link l
      join record t on t.org_id = l.org_id and t.id = l.to_id
     where l.org_id = ${orgId}::uuid and l.from_id = ${id}::uuid and l.until is null order by l.field, l.position, l.id`.execute(
    trx,
  )
  await sql`select f.id, f.type, f.title, l.field, l.attributes from link l join record f on f.org_id = l.org_id and f.id = l.from_id
     where l.org_id = ${orgId}::uuid and l.to_id = ${id}::uuid and l.until is null and f.deleted_at is null
     order by f.type, l.field, f.title, f.id limit 1000`.execute(trx)
  await sql`select c.*, s.title from citation c left join record s on s.org_id = c.org_id and s.id = c.source_id
     where c.org_id = ${orgId}::uuid and c.record_id = ${id}::uuid and c.until is null order by c.id`.execute(
    trx,
  )
}

/** Locks the record, gives its version, and writes the next one with `notes` changed. */
async function nextVersion(
  trx: Sql,
  { orgId, accountId }: Actor,
  id: string,
  note: string | null,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from record
     where org_id = ${orgId}::uuid and id = ${id}::uuid and deleted_at is null for update`.execute(trx)
  const version = (rows[0]?.version ?? 0) + 1
  await sql`with changed as (
      update record set version = ${version}, updated_at = now(), updated_by = ${accountId}::uuid,
             values = ${note === null ? sql`values` : sql`values || jsonb_build_object('notes', ${note}::text)`}
       where org_id = ${orgId}::uuid and id = ${id}::uuid returning values, visibility)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by)
    select ${orgId}::uuid, ${id}::uuid, ${version}, 'open', 'update', values, visibility, ${accountId}::uuid from changed`.execute(
    trx,
  )
  return version
}

/** One value changed, with the words that it is found by. */
export async function saveValue(trx: Sql, actor: Actor, id: string, note: string): Promise<void> {
  await nextVersion(trx, actor, id, note)
  const body = `Central Vinculada de Prueba\n${note}`
  await sql`update record_search set words = word_vector(${body.toLowerCase()}), body = ${body}
     where org_id = ${actor.orgId}::uuid and record_id = ${id}::uuid and class = 'open' and part = ''`.execute(
    trx,
  )
}

/** The relations of a field as a form sends them, all of them: what is new is added, what is gone is closed. */
export async function saveLinks(
  trx: Sql,
  actor: Actor,
  id: string,
  links: readonly { readonly to: string; readonly attributes?: unknown }[],
): Promise<void> {
  const { orgId } = actor
  const version = await nextVersion(trx, actor, id, null)
  const given = sql`unnest(${links.map((l) => l.to)}::uuid[], ${links.map((l) => JSON.stringify(l.attributes ?? {}))}::jsonb[],
    ${links.map((_, i) => i)}::int[], ${links.map(() => newId())}::uuid[]) as g(to_id, attributes, position, id)`
  await sql`update link l set until = ${version} where l.org_id = ${orgId}::uuid and l.from_id = ${id}::uuid and l.field = 'relatives'
     and l.until is null and not exists (select 1 from ${given} where g.to_id = l.to_id and g.attributes = l.attributes)`.execute(
    trx,
  )
  // Only what may be seen and is not in the trash may be pointed at.
  await sql`insert into link (org_id, id, from_id, field, position, to_id, attributes, class, since)
    select ${orgId}::uuid, g.id, ${id}::uuid, 'relatives', g.position, g.to_id, g.attributes, 'identity', ${version}
      from ${given} join record t on t.org_id = ${orgId}::uuid and t.id = g.to_id and t.type = 'person' and t.deleted_at is null
     where not exists (select 1 from link l where l.org_id = ${orgId}::uuid and l.from_id = ${id}::uuid and l.field = 'relatives'
       and l.until is null and l.to_id = g.to_id and l.attributes = g.attributes)`.execute(trx)
}
