import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'
import { families } from './families.ts'
import { chosenReviews } from './read-reviews.ts'

/** What a state recommended to another in a session, counted. */
export interface SentCount {
  readonly polity: string
  readonly session: string
  readonly dataset: string
  readonly importedAt: Date
  readonly year: number | null
  readonly total: number
  readonly supported: number
  /** By action 1 to 5. */
  readonly actions: readonly number[]
}

/** What a state recommended to others, by state and session, each from the one file that is shown. One query. */
export async function readSent(tx: Tx, sender: string): Promise<readonly SentCount[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Omit<SentCount, 'actions'> & { readonly actions: number[] }>`${plannedEachTime}
    select r.polity, r.session, f.dataset, f.imported_at as "importedAt", max(r.year) as year, count(*)::int as total,
      count(*) filter (where r.response = 'supported')::int as supported,
      array[count(*) filter (where r.action = 1), count(*) filter (where r.action = 2), count(*) filter (where r.action = 3),
        count(*) filter (where r.action = 4), count(*) filter (where r.action = 5)]::int[] as actions
      from observatory_sender s
      join observatory_file f on f.org_id = ${org} and f.id = s.file_id and f.superseded_by is null
      join observatory_recommendation r on r.org_id = ${org} and r.file_id = s.file_id and r.key = s.key
     where s.org_id = ${org} and s.sender = ${sender} and r.mechanism = 'upr' and r.body = ''
       and f.dataset = any(${families.flatMap(({ datasets }) => [...datasets])}::text[])
     group by r.polity, r.session, f.dataset, f.imported_at`.execute(tx.sql)
  return chosenReviews(rows)
}

/** One row that a state recommended, for a table to take away. */
export interface SentRow {
  readonly key: string
  readonly polity: string
  readonly session: string
  readonly year: number | null
  readonly text: string
  readonly response: string | null
  readonly action: number | null
  readonly issues: readonly string[]
  readonly dataset: string
  readonly importedAt: Date
  readonly fileName: string
  readonly row: number
}

/** Every recommendation that a state made, from the files that are shown. */
export async function readSentRows(tx: Tx, sender: string): Promise<readonly SentRow[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<SentRow & { readonly importedAt: Date }>`${plannedEachTime}
    select r.key, r.polity, r.session, r.year, r.text, r.response, r.action, r.issues, f.dataset, f.name as "fileName",
      f.imported_at as "importedAt", r.source_row as row
      from observatory_sender s
      join observatory_file f on f.org_id = ${org} and f.id = s.file_id and f.superseded_by is null
      join observatory_recommendation r on r.org_id = ${org} and r.file_id = s.file_id and r.key = s.key
     where s.org_id = ${org} and s.sender = ${sender} and r.mechanism = 'upr' and r.body = ''
       and f.dataset = any(${families.flatMap(({ datasets }) => [...datasets])}::text[])`.execute(tx.sql)
  const shown = new Map(chosenReviews(rows).map((one) => [`${one.polity} ${one.session}`, one]))
  return rows
    .filter((one) => {
      const chosen = shown.get(`${one.polity} ${one.session}`)
      return chosen?.dataset === one.dataset && chosen.importedAt.getTime() === one.importedAt.getTime()
    })
    .toSorted(
      (a, b) => Number(a.session) - Number(b.session) || (a.polity < b.polity ? -1 : 1) || a.row - b.row,
    )
}
