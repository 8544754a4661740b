import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'

/** What a state recommended to another in a year, counted. */
export interface PairAdvice {
  readonly sender: string
  readonly receiver: string
  readonly year: number
  /** Those whose action is known: 1 or 2 (minimal, continue), 3, 4, 5 (specific). */
  readonly praise: number
  readonly consider: number
  readonly general: number
  readonly specific: number
  readonly supported: number
  readonly total: number
}

/** The datasets that tell sender and action; of a review that two files hold, the newest counts. */
const datasets = ['upr-info', 'upr-info-api']

/** What each state recommended to each other, by year of the review. One query of some ten thousand lines. */
export async function readPairs(tx: Tx): Promise<readonly PairAdvice[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<PairAdvice>`${plannedEachTime}
    with current as materialized (
      select id, imported_at from observatory_file where org_id = ${org} and superseded_by is null and dataset = any(${datasets}::text[])),
    review as materialized (
      select distinct on (r.polity, r.session) r.polity, r.session, r.file_id from current c
        join observatory_recommendation r on r.org_id = ${org} and r.file_id = c.id
       where r.mechanism = 'upr' and r.body = '' order by r.polity, r.session, c.imported_at desc)
    select s.sender, r.polity as receiver, r.year,
           count(*) filter (where r.action <= 2)::int as praise, count(*) filter (where r.action = 3)::int as consider,
           count(*) filter (where r.action = 4)::int as general, count(*) filter (where r.action = 5)::int as specific,
           count(*) filter (where r.response = 'supported')::int as supported, count(*)::int as total
      from review v
      join observatory_recommendation r on r.org_id = ${org} and r.file_id = v.file_id and r.polity = v.polity
       and r.session = v.session and r.mechanism = 'upr' and r.body = ''
      join observatory_sender s on s.org_id = ${org} and s.file_id = r.file_id and s.key = r.key
     where r.year is not null
     group by s.sender, r.polity, r.year`.execute(tx.sql)
  return rows
}

/** A recommendation from one state to another. */
export interface AdviceRow {
  readonly key: string
  readonly session: string
  readonly year: number | null
  readonly text: string
  readonly action: number | null
  readonly response: string | null
  readonly fileId: string
  readonly file: string
  readonly row: number
}

/** What a state recommended to another, by year, each once. */
export async function readBetween(tx: Tx, sender: string, receiver: string): Promise<readonly AdviceRow[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<AdviceRow>`${plannedEachTime}
    select distinct on (r.key) r.key, r.session, r.year, r.text, r.action, r.response, f.id as "fileId", f.name as file, r.source_row as row
      from observatory_sender s
      join observatory_file f on f.org_id = ${org} and f.id = s.file_id and f.superseded_by is null and f.dataset = any(${datasets}::text[])
      join observatory_recommendation r on r.org_id = ${org} and r.file_id = s.file_id and r.key = s.key
     where s.org_id = ${org} and s.sender = ${sender} and r.polity = ${receiver} and r.mechanism = 'upr' and r.body = ''
     order by r.key, f.imported_at desc`.execute(tx.sql)
  return rows.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.row - b.row)
}

/** The files of recommendations in use that tell sender and action. */
export async function readAdviceFiles(tx: Tx): Promise<
  readonly {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
  }[]
> {
  const { rows } = await sql<{
    readonly id: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
  }>`select id, name, version, sha256, data_until as "dataUntil" from observatory_file
     where org_id = ${tx.actor.orgId}::uuid and superseded_by is null and dataset = any(${datasets}::text[]) order by name`.execute(
    tx.sql,
  )
  return rows
}
