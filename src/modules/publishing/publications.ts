import { sql } from 'kysely'
import type { PublicKind } from '#platform/house'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { bases } from './defenders/projection.ts'

/** A publication as the organisation sees it. */
export interface Publication {
  readonly id: string
  readonly kind: string
  readonly slug: string
  readonly recordId: string
  readonly data: Readonly<Record<string, unknown>>
  readonly choice: readonly string[]
  readonly publishedAt: Date
  readonly notBefore: Date | null
  readonly notAfter: Date | null
  /** The last day of the consents on which it rests. */
  readonly lastDay: string | null
  /** No second person approved it: the organisation had turned that off. */
  readonly alone: boolean
  /** The record was changed after it was published: what was added waits for a person. */
  readonly changed: boolean
  readonly state: 'public' | 'waiting' | 'over'
}

const columns = sql`p.id, p.kind, p.slug, p.record_id as "recordId", p.data, p.choice, p.published_at as "publishedAt",
  p.not_before as "notBefore", p.not_after as "notAfter", p.last_day as "lastDay", p.approval_id is null as alone,
  r.updated_at > p.published_at as changed,
  case when p.not_before > now() then 'waiting'
       when p.not_after <= now() or p.last_day < ((now() at time zone 'utc')::date)::text then 'over'
       else 'public' end as state`
const tables = sql`publication p join record r on r.org_id = p.org_id and r.id = p.record_id`

/** What the public sees of a record, of one kind; null when nothing. */
export async function readPublication(
  tx: Tx,
  recordId: string,
  kind = 'defender',
): Promise<Publication | null> {
  const { rows } = await sql<Publication>`select ${columns} from ${tables}
    where p.org_id = ${tx.actor.orgId}::uuid and p.record_id = ${recordId}::uuid and p.kind = ${kind}`.execute(
    tx.sql,
  )
  return rows[0] ?? null
}

export const pageSize = 100

/** What is public of a kind, in the order of its list; `after` is the `next` of the page before. */
export async function listPublished(
  tx: Tx,
  kind: string,
  after: { readonly key: string; readonly id: string } | null,
): Promise<{ readonly rows: readonly Publication[]; readonly next: string | null }> {
  const from = after ? sql`and (p.sort_key, p.id) > (${after.key}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Publication & { readonly sortKey: string }>`
    select ${columns}, p.sort_key as "sortKey" from ${tables}
     where p.org_id = ${tx.actor.orgId}::uuid and p.kind = ${kind} ${from}
     order by p.sort_key, p.id limit ${pageSize + 1}`.execute(tx.sql)
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return { rows: rows.slice(0, pageSize), next: last ? `${last.sortKey}~${last.id}` : null }
}

/** How many are public, wait or have changed since, by kind. */
export async function countPublications(
  tx: Tx,
): Promise<
  ReadonlyMap<string, { readonly count: number; readonly waiting: number; readonly changed: number }>
> {
  const { rows } = await sql<{ kind: string; count: number; waiting: number; changed: number }>`
    select p.kind, count(*)::int as count, count(*) filter (where p.not_before > now())::int as waiting,
           count(*) filter (where r.updated_at > p.published_at)::int as changed
      from ${tables} where p.org_id = ${tx.actor.orgId}::uuid group by p.kind`.execute(tx.sql)
  return new Map(rows.map(({ kind, ...counts }) => [kind, counts]))
}

/** Something that could become public: what stands in the list to choose from. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly visibility: 'public' | 'internal'
  readonly fictitious: boolean
}

/**
 * Records of the kind that are not public, by name, the first `pageSize`; restricted ones are never among them. Of
 * people only those with a ground who are recorded as defenders.
 */
export async function listCandidates(tx: Tx, kind: PublicKind): Promise<readonly Candidate[]> {
  const people = kind.kind === 'defender'
  const basis = people ? fieldOf(typeOf(tx, 'person'), 'public_basis') : undefined
  if (people && !basis) return []
  const rows = await tx.sql
    .selectFrom('record as r')
    .select(['r.id', 'r.title', 'r.version', 'r.visibility', 'r.fictitious'])
    .where('r.org_id', '=', tx.actor.orgId)
    .where('r.type', '=', kind.recordType)
    .$if(people, (query) =>
      query
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('record_key as k')
              .select('k.key')
              .whereRef('k.org_id', '=', 'r.org_id')
              .whereRef('k.record_id', '=', 'r.id')
              .where('k.field', '=', basis?.name ?? '')
              .where('k.key', 'in', [...bases]),
          ),
        )
        .where(({ exists, selectFrom }) =>
          exists(
            // The keys of a term are its own and those above it.
            selectFrom('record_key as role')
              .select('role.key')
              .whereRef('role.org_id', '=', 'r.org_id')
              .whereRef('role.record_id', '=', 'r.id')
              .where('role.field', '=', 'roles')
              .where('role.key', '=', 'defender'),
          ),
        ),
    )
    .where('r.visibility', '<>', 'restricted')
    .where('r.deleted_at', 'is', null)
    .where('r.merged_into', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publication as p')
            .select('p.id')
            .whereRef('p.org_id', '=', 'r.org_id')
            .whereRef('p.record_id', '=', 'r.id')
            .where('p.kind', '=', kind.kind),
        ),
      ),
    )
    .orderBy('r.title')
    .orderBy('r.id')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    ...row,
    visibility: row.visibility === 'public' ? ('public' as const) : ('internal' as const),
  }))
}
