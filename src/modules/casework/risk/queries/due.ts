import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** An assessment that counts now and is due, or says that there is a danger. */
export interface DueAssessment {
  readonly id: string
  readonly on: string
  /** The day by which it is looked at again. */
  readonly reviewOn: string
  readonly danger: boolean
  readonly caseId: string
  readonly caseTitle: string
  readonly personTitle: string | null
}

/**
 * The current assessments that say `danger`, or whose review is due by a day: of one case, or of the cases that are the
 * actor's to follow. For `danger` those of the actor's teams too: whoever sees it first acts. In the order of days alone.
 */
export async function readDueAssessments(
  tx: Tx,
  query: {
    readonly danger?: boolean
    readonly reviewBy?: string
    readonly caseId?: string
    readonly limit: number
  },
): Promise<readonly DueAssessment[]> {
  const { danger, reviewBy, caseId, limit } = query
  const me = sql`${tx.actor.accountId}::uuid`
  const whose =
    caseId !== undefined
      ? sql`and c.id = ${caseId}::uuid`
      : danger
        ? sql`and (w.owner_id = ${me} or w.team_id = any((select current_teams())::uuid[]))`
        : sql`and w.owner_id = ${me}`
  const kinds = danger ? ['danger'] : ['review', 'danger']
  const { rows } = await sql<DueAssessment>`
    select r.id, r.values->>'on' as on, to_char(w.safe, 'YYYY-MM-DD') as "reviewOn", w.kind = 'danger' as danger,
           c.id as "caseId", c.title as "caseTitle", p.title as "personTitle"
      from work_item w
      join record r on r.org_id = w.org_id and r.id = w.record_id
      join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
      join record c on c.org_id = l.org_id and c.id = l.to_id
      left join link pl on pl.org_id = r.org_id and pl.from_id = r.id and pl.field = 'person' and pl.until is null
      left join record p on p.org_id = pl.org_id and p.id = pl.to_id
     where w.org_id = ${tx.actor.orgId}::uuid and w.kind = any(${kinds}::text[]) ${whose}
       ${reviewBy === undefined ? sql`` : sql`and w.safe <= ${reviewBy}::date`}
     order by ${danger ? sql`r.values->>'on'` : sql`w.safe`}, r.id limit ${limit}`.execute(tx.sql)
  return rows
}

/** A line of a protection plan that is open. */
export interface DueLine {
  readonly id: string
  readonly what: string
  readonly ownerId: string | null
  readonly due: string
  readonly caseId: string
  readonly caseTitle: string
}

/** Open lines of protection plans due by a day, the soonest first: of one owner, or all that the actor sees. */
export async function readDueLines(
  tx: Tx,
  query: { readonly ownerId?: string; readonly until: string; readonly limit: number },
): Promise<readonly DueLine[]> {
  const { ownerId, until, limit } = query
  const { rows } = await sql<DueLine>`
    select r.id, r.title as what, w.owner_id as "ownerId", to_char(w.safe, 'YYYY-MM-DD') as due, c.id as "caseId", c.title as "caseTitle"
      from work_item w
      join record r on r.org_id = w.org_id and r.id = w.record_id and r.type = 'protection_line'
      join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
      join record c on c.org_id = l.org_id and c.id = l.to_id
     where w.org_id = ${tx.actor.orgId}::uuid and w.kind = 'task' and w.safe <= ${until}::date
       ${ownerId === undefined ? sql`` : sql`and w.owner_id = ${ownerId}::uuid`}
     order by w.safe, r.id limit ${limit}`.execute(tx.sql)
  return rows
}
