import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'
import { familyOf } from './families.ts'
import type { Mechanism, Response } from '../readers/recommendation.ts'

/** A recommendation as it is kept. */
export interface KeptRecommendation {
  readonly key: string
  readonly fileId: string
  readonly mechanism: Mechanism
  readonly body: string
  readonly polity: string
  readonly cycle: number | null
  readonly session: string
  readonly year: number | null
  readonly number: string
  readonly text: string
  readonly language: string
  readonly senders: readonly string[]
  readonly response: Response | null
  readonly responseSaid: string
  readonly action: number | null
  readonly issues: readonly string[]
  readonly groups: readonly string[]
  readonly goals: readonly string[]
  readonly symbol: string
  readonly details: Readonly<Record<string, unknown>>
  readonly row: number
}

/** The same with whose compilation it is from. */
export interface ShownRecommendation extends KeptRecommendation {
  readonly compiler: string
}

const columns =
  sql.raw(`r.key, r.file_id as "fileId", r.mechanism, r.body, r.polity, r.cycle, r.session, r.year, r.number, r.text,
  r.language, r.senders, r.response, r.response_said as "responseSaid", r.action, r.issues, r.groups, r.goals, r.symbol, r.details,
  r.source_row as row`)

/** The recommendations to a state in some of its sessions, each from the file that is named with it; by session and row. */
export async function readRecommendations(
  tx: Tx,
  polity: string,
  reviews: readonly { readonly session: string; readonly fileId: string; readonly dataset: string }[],
): Promise<readonly ShownRecommendation[]> {
  if (reviews.length === 0) return []
  const { rows } = await sql<KeptRecommendation>`${plannedEachTime}
    select ${columns} from observatory_recommendation r
     where r.org_id = ${tx.actor.orgId}::uuid and r.polity = ${polity}
       and r.file_id = any(${[...new Set(reviews.map(({ fileId }) => fileId))]}::uuid[])
       and r.mechanism = 'upr' and r.body = ''
     order by r.session, r.source_row`.execute(tx.sql)
  return rows.flatMap((row) => {
    const review = reviews.find(({ session, fileId }) => row.session === session && row.fileId === fileId)
    return review ? [{ ...row, compiler: familyOf(review.dataset)?.id ?? '' }] : []
  })
}

/** What a state promised of itself, in current files. */
export async function readPledges(tx: Tx, polity: string): Promise<readonly KeptRecommendation[]> {
  const { rows } = await sql<KeptRecommendation>`${plannedEachTime}
    select distinct on (r.key) ${columns} from observatory_recommendation r
      join observatory_file f on f.org_id = r.org_id and f.id = r.file_id
     where r.org_id = ${tx.actor.orgId}::uuid and r.polity = ${polity} and r.body = 'pledge' and f.superseded_by is null
     order by r.key, f.imported_at desc`.execute(tx.sql)
  return rows.toSorted((a, b) => Number(b.session) - Number(a.session) || a.row - b.row)
}

/** An edition in which a recommendation stands: the row, and the file that it is from. */
export interface Edition extends KeptRecommendation {
  readonly dataset: string
  readonly fileName: string
  readonly version: string
  readonly sha256: string
  readonly current: boolean
  readonly importedAt: Date
}

/** Every row of every file, current or replaced, that has this key; the newest first. */
export async function readEditions(tx: Tx, key: string): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`
    select ${columns}, f.dataset, f.name as "fileName", f.version, f.sha256, f.superseded_by is null as current,
      f.imported_at as "importedAt"
      from observatory_recommendation r join observatory_file f on f.org_id = r.org_id and f.id = r.file_id
     where r.org_id = ${tx.actor.orgId}::uuid and r.key = ${key}
     order by f.superseded_by is null desc, f.imported_at desc, f.id`.execute(tx.sql)
  return rows
}
