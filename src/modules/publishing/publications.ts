import { type Tx, fieldOf, typeOf } from '#platform/records'
import { type Basis, type PublicProfile, bases } from './projection.ts'

/** A publication as the organisation sees it. */
export interface Publication {
  readonly id: string
  readonly slug: string
  readonly recordId: string
  readonly profile: PublicProfile
  readonly publishedAt: Date
  /** No second person approved it: the organisation had turned that off. */
  readonly alone: boolean
}

const columns = ['id', 'slug', 'record_id', 'data', 'published_at', 'approval_id'] as const

interface Row {
  readonly id: string
  readonly slug: string
  readonly record_id: string
  readonly data: unknown
  readonly published_at: Date
  readonly approval_id: string | null
}

const present = (row: Row): Publication => ({
  id: row.id,
  slug: row.slug,
  recordId: row.record_id,
  // Written by `publishProfile` alone, and checked by the database on its way in.
  profile: row.data as PublicProfile,
  publishedAt: row.published_at,
  alone: row.approval_id === null,
})

/** What the public sees of a record; null when nothing. */
export async function readPublication(tx: Tx, recordId: string): Promise<Publication | null> {
  const row = await tx.sql
    .selectFrom('publication')
    .select(columns)
    .where('org_id', '=', tx.actor.orgId)
    .where('record_id', '=', recordId)
    .where('kind', '=', 'defender')
    .executeTakeFirst()
  return row ? present(row) : null
}

export const pageSize = 100

/** Who is public, by name; `after` is the `next` of the page before. */
export async function listPublished(
  tx: Tx,
  after: { readonly key: string; readonly id: string } | null,
): Promise<{ readonly rows: readonly Publication[]; readonly next: string | null }> {
  const rows = await tx.sql
    .selectFrom('publication')
    .select([...columns, 'sort_key'])
    .where('org_id', '=', tx.actor.orgId)
    .where('kind', '=', 'defender')
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sort_key', 'id'), '>', tuple(after?.key ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('sort_key')
    .orderBy('id')
    .limit(pageSize + 1)
    .execute()
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    rows: rows.slice(0, pageSize).map(present),
    next: last ? `${last.sort_key}~${last.id}` : null,
  }
}

/** Someone with a ground for being public who is not: what stands in the list to choose from. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly visibility: 'public' | 'internal'
  readonly fictitious: boolean
  readonly basis: Basis
}

/** Defenders with a ground who are not public, by name, the first `pageSize`; restricted ones are never among them. */
export async function listCandidates(tx: Tx): Promise<readonly Candidate[]> {
  const basisField = fieldOf(typeOf(tx, 'person'), 'public_basis')
  if (!basisField) return []
  const rows = await tx.sql
    .selectFrom('record_key as k')
    .innerJoin('record as r', (join) =>
      join.onRef('r.org_id', '=', 'k.org_id').onRef('r.id', '=', 'k.record_id'),
    )
    .select(['r.id', 'r.title', 'r.version', 'r.visibility', 'r.fictitious', 'k.key as basis'])
    .where('k.org_id', '=', tx.actor.orgId)
    .where('k.type', '=', 'person')
    .where('k.field', '=', basisField.name)
    .where('k.key', 'in', [...bases])
    .where(({ exists, selectFrom }) =>
      exists(
        // The keys of a term are its own and those above it.
        selectFrom('record_key as role')
          .select('role.key')
          .whereRef('role.org_id', '=', 'k.org_id')
          .whereRef('role.record_id', '=', 'k.record_id')
          .where('role.field', '=', 'roles')
          .where('role.key', '=', 'defender'),
      ),
    )
    .where('r.visibility', '<>', 'restricted')
    .where('r.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publication as p')
            .select('p.id')
            .whereRef('p.org_id', '=', 'r.org_id')
            .whereRef('p.record_id', '=', 'r.id')
            .where('p.kind', '=', 'defender'),
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
    basis: row.basis as Basis,
  }))
}
