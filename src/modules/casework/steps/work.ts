import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** An open task as lists show it. */
export interface OpenTask {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly ownerId: string | null
  readonly caseId: string | null
  readonly caseTitle: string | null
  /** The day that orders it, and the last by law: `YYYY-MM-DD`. */
  readonly safe: string | null
  readonly legal: string | null
}

/** Which open tasks; all that the reader sees unless told. */
export interface TaskQuery {
  readonly ownerId?: string
  readonly teamId?: string
  readonly caseId?: string
  readonly recordId?: string
  /** Due from this day on. */
  readonly from?: string
  /** Due up to and with this day; those without a day are left out unless `undated`. */
  readonly until?: string
  readonly undated?: boolean
  readonly limit: number
}

const day = (column: string) => sql.raw(`to_char(${column}, 'YYYY-MM-DD')`)

/** The case to which a record belongs, where the reader may see it. */
const ofCase = sql`left join lateral (
  select c.id, c.title from link l join record c on c.org_id = l.org_id and c.id = l.to_id
   where l.org_id = w.org_id and l.from_id = w.record_id and l.belongs and l.until is null limit 1) c on true`

/** Open tasks, the soonest safe day first and those without one last. One statement over the index of the day. */
export async function readTasks(tx: Tx, query: TaskQuery): Promise<readonly OpenTask[]> {
  const { ownerId, teamId, caseId, recordId, from, until, undated, limit } = query
  const within =
    until === undefined
      ? sql``
      : undated
        ? sql`and (w.safe <= ${until}::date or w.safe is null)`
        : sql`and w.safe <= ${until}::date`
  const chosen = sql`select w.* from work_item w
    where w.org_id = ${tx.actor.orgId}::uuid and w.kind = 'task'
      ${ownerId === undefined ? sql`` : sql`and w.owner_id = ${ownerId}::uuid`}
      ${teamId === undefined ? sql`` : sql`and w.team_id = ${teamId}::uuid`}
      ${caseId === undefined ? sql`` : sql`and w.record_id in (select l.from_id from link l where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${caseId}::uuid and l.belongs and l.until is null)`}
      ${recordId === undefined ? sql`` : sql`and w.record_id = ${recordId}::uuid`}
      ${from === undefined ? sql`` : sql`and w.safe >= ${from}::date`}
      ${within}
    order by w.safe, w.record_id limit ${limit}`
  const { rows } = await sql<OpenTask>`
    select r.id, r.version, r.title as what, w.owner_id as "ownerId", c.id as "caseId", c.title as "caseTitle",
           ${day('w.safe')} as safe, ${day('w.legal')} as legal
      from (${chosen}) w join record r on r.org_id = w.org_id and r.id = w.record_id ${ofCase}
     order by w.safe, w.record_id`.execute(tx.sql)
  return rows
}

/** How many of the actor's tasks are due by a day: the number beside "My day". */
export async function countDue(tx: Tx, until: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from work_item w
     where w.org_id = ${tx.actor.orgId}::uuid and w.owner_id = ${tx.actor.accountId}::uuid and w.kind = 'task'
       and w.safe <= ${until}::date`.execute(tx.sql)
  return rows[0]?.n ?? 0
}

/** Something asked that has not been answered. */
export interface AwaitedAnswer {
  readonly id: string
  readonly version: number
  readonly title: string
  /** Kind of addressee (`embassy`); null where it was not said. */
  readonly addressee: string | null
  /** Who exactly, by record or in words, as far as the reader may know. */
  readonly who: string
  /** What was asked; null for who may not read it. */
  readonly asked: string | null
  readonly since: string
  readonly by: string | null
  readonly ownerId: string | null
  readonly caseId: string | null
  readonly caseTitle: string | null
}

/** What was asked and not answered, the oldest first; of one person, of one kind of addressee, or all that one sees. */
export async function readAwaited(
  tx: Tx,
  query: {
    readonly ownerId?: string
    readonly addressee?: string
    readonly until?: string
    readonly limit: number
  },
): Promise<readonly AwaitedAnswer[]> {
  const { ownerId, addressee, until, limit } = query
  const { rows } = await sql<AwaitedAnswer>`
    select r.id, r.version, r.title, w.addressee, ${day('w.since')} as since, ${day('w.safe')} as by, w.owner_id as "ownerId",
           c.id as "caseId", c.title as "caseTitle", p.values->>'asked' as asked,
           concat_ws(', ', t.names, p.values->>'with_words') as who
      from (select w.* from work_item w
             where w.org_id = ${tx.actor.orgId}::uuid and w.kind = 'answer'
               ${ownerId === undefined ? sql`` : sql`and w.owner_id = ${ownerId}::uuid`}
               ${addressee === undefined ? sql`` : sql`and w.addressee = ${addressee}`}
               ${until === undefined ? sql`` : sql`and (w.safe <= ${until}::date or w.safe is null)`}
             order by w.since, w.record_id limit ${limit}) w
      join record r on r.org_id = w.org_id and r.id = w.record_id
      left join record_part p on p.org_id = r.org_id and p.record_id = r.id and p.class = 'identity'
      left join lateral (
        select string_agg(o.title, ', ' order by l.position) as names
          from link l join record o on o.org_id = l.org_id and o.id = l.to_id
         where l.org_id = r.org_id and l.from_id = r.id and l.field = 'with' and l.until is null) t on true
      ${ofCase}
     order by w.since, w.record_id`.execute(tx.sql)
  return rows
}

/** A sign of life that nobody has noted yet. */
export interface WaitingSign {
  readonly id: string
  /** The moment by its place. */
  readonly due: string
  readonly caseId: string
  readonly caseTitle: string
  readonly person: string | null
}

/** Signs that are waited for and may be due by a day anywhere, the earliest first: who asks compares the instants. */
export async function readSigns(tx: Tx, until: string, limit: number): Promise<readonly WaitingSign[]> {
  const { rows } = await sql<WaitingSign>`
    select r.id, r.values->>'due' as due, c.id as "caseId", c.title as "caseTitle", p.title as person
      from (select w.* from work_item w
             where w.org_id = ${tx.actor.orgId}::uuid and w.kind = 'sign' and w.since <= ${until}::date
             order by w.since, w.record_id limit ${limit}) w
      join record r on r.org_id = w.org_id and r.id = w.record_id
      ${ofCase}
      left join lateral (
        select o.title from link l join record o on o.org_id = l.org_id and o.id = l.to_id
         where l.org_id = r.org_id and l.from_id = r.id and l.field = 'person' and l.until is null limit 1) p on true
     where c.id is not null
     order by w.since, w.record_id`.execute(tx.sql)
  return rows
}

/** How much one of a team has in hand. */
export interface Load {
  readonly accountId: string | null
  readonly open: number
  readonly late: number
  readonly thisWeek: number
  readonly cases: number
}

/** The workload of a team that the actor is of: everyone in it, and whoever else has its tasks. Of another team: nothing. */
export async function readTeamLoad(
  tx: Tx,
  teamId: string,
  days: { readonly today: string; readonly weekEnd: string },
): Promise<readonly Load[]> {
  const { rows } = await sql<Load>`
    select account_id as "accountId", open, late, this_week as "thisWeek", cases
      from team_load(${teamId}::uuid, ${days.today}::date, ${days.weekEnd}::date)`.execute(tx.sql)
  return rows
}

/** The teams of the actor, by name. */
export async function ownTeams(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from team t
      join team_member m on m.org_id = t.org_id and m.team_id = t.id and m.account_id = ${tx.actor.accountId}::uuid
     where t.org_id = ${tx.actor.orgId}::uuid order by t.name`.execute(tx.sql)
  return rows
}
