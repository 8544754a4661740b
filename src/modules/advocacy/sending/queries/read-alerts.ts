import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Somebody in what was sent has withdrawn since, and nobody has said yet what was done. */
export interface Alert {
  readonly id: string
  readonly submissionId: string
  readonly submissionTitle: string
  /** Null for who may not see the person. */
  readonly person: string | null
  readonly raisedAt: Date
}

/** Open alerts that the reader may see, of one submission or of all; oldest first. */
export async function readAlerts(
  tx: Tx,
  submissionId: string | null,
  limit = 100,
): Promise<readonly Alert[]> {
  const { rows } = await sql<Alert>`
    select a.id, a.submission_id as "submissionId", r.title as "submissionTitle", p.title as person, a.raised_at as "raisedAt"
      from submission_alert a
      join record r on r.org_id = a.org_id and r.id = a.submission_id and r.deleted_at is null
      left join record p on p.org_id = a.org_id and p.id = a.person_id
     where a.org_id = ${tx.actor.orgId}::uuid and a.settled_at is null
       ${submissionId === null ? sql`` : sql`and a.submission_id = ${submissionId}::uuid`}
     order by a.raised_at, a.id limit ${limit}`.execute(tx.sql)
  return rows
}

/** What one person sent alone and nobody else has reviewed; oldest first. `mine`: sent by the reader, who cannot review it. */
export async function readUnreviewed(
  tx: Tx,
  limit = 100,
): Promise<
  readonly { readonly id: string; readonly title: string; readonly sentAt: Date; readonly mine: boolean }[]
> {
  const { rows } = await sql<{ id: string; title: string; sentAt: Date; mine: boolean }>`
    select r.id, r.title, s.logged_at as "sentAt", s.sent_by = ${tx.actor.accountId}::uuid as mine
      from submission_sending s
      join record r on r.org_id = s.org_id and r.id = s.submission_id and r.deleted_at is null
      left join submission_review v on v.org_id = s.org_id and v.submission_id = s.submission_id
     where s.org_id = ${tx.actor.orgId}::uuid and s.urgent is not null and v.submission_id is null
     order by s.logged_at, r.id limit ${limit}`.execute(tx.sql)
  return rows
}
