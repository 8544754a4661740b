import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'
import { families, rankOf } from './families.ts'

/** How many recommendations a state got in one session, by one compiler. */
export interface ReviewCount {
  readonly polity: string
  readonly session: string
  readonly cycle: number | null
  readonly year: number | null
  readonly fileId: string
  readonly dataset: string
  readonly total: number
  readonly supported: number
  readonly noted: number
  readonly notSupported: number
  /** By action 1 to 5; empty where the compiler tells none. */
  readonly actions: readonly number[]
}

interface Row extends Omit<ReviewCount, 'actions'> {
  readonly importedAt: Date
  readonly a1: number
  readonly a2: number
  readonly a3: number
  readonly a4: number
  readonly a5: number
}

/** Every session of a state (of all states when none is named) in every current file that holds it. One query. */
export async function readReviewCounts(
  tx: Tx,
  { polity, family }: { readonly polity?: string; readonly family?: string | undefined } = {},
): Promise<readonly (ReviewCount & { readonly importedAt: Date })[]> {
  const asked = families.filter(({ id }) => family === undefined || id === family)
  const datasets = asked.flatMap((one) => one.datasets)
  const { rows } = await sql<Row>`${plannedEachTime}
    with current as materialized (
      select id, dataset, imported_at from observatory_file
       where org_id = ${tx.actor.orgId}::uuid and superseded_by is null and dataset = any(${[...datasets]}::text[]))
    select r.polity, r.session, max(r.cycle) as cycle, max(r.year) as year, r.file_id as "fileId", c.dataset,
      c.imported_at as "importedAt", count(*)::int as total,
      count(*) filter (where r.response = 'supported')::int as supported,
      count(*) filter (where r.response = 'noted')::int as noted,
      count(*) filter (where r.response = 'not_supported')::int as "notSupported",
      count(*) filter (where r.action = 1)::int as a1, count(*) filter (where r.action = 2)::int as a2,
      count(*) filter (where r.action = 3)::int as a3, count(*) filter (where r.action = 4)::int as a4,
      count(*) filter (where r.action = 5)::int as a5
      from current c
      join observatory_recommendation r on r.org_id = ${tx.actor.orgId}::uuid and r.file_id = c.id
     where r.mechanism = 'upr' and r.body = ''
       ${polity === undefined ? sql`` : sql`and r.polity = ${polity}`}
     group by r.polity, r.session, r.file_id, c.dataset, c.imported_at`.execute(tx.sql)
  return rows.map(({ a1, a2, a3, a4, a5, ...row }) => ({
    ...row,
    actions: a1 + a2 + a3 + a4 + a5 === 0 ? [] : [a1, a2, a3, a4, a5],
  }))
}

/**
 * Of each session of each state the one file that is shown: the preferred compiler's, and its newest. So no recommendation
 * counts twice, though files overlap.
 */
export function chosenReviews<
  One extends Pick<ReviewCount, 'polity' | 'session' | 'dataset'> & { readonly importedAt: Date },
>(all: readonly One[]): readonly One[] {
  const best = new Map<string, One>()
  for (const one of all) {
    const key = `${one.polity} ${one.session}`
    const before = best.get(key)
    const rank = rankOf(one.dataset) - (before ? rankOf(before.dataset) : 0)
    if (!before || rank < 0 || (rank === 0 && one.importedAt > before.importedAt)) best.set(key, one)
  }
  return [...best.values()].toSorted(
    (a, b) => Number(a.session) - Number(b.session) || (a.polity < b.polity ? -1 : 1),
  )
}
