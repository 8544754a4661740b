import { type RawBuilder, sql } from 'kysely'
import { isId } from '#platform/db'
import {
  type RecordTypeDefinition,
  type RetentionEnd,
  type RetentionRule,
  type Tx,
  typeOf,
} from '#platform/records'
import { rulesAreInDoubt, rulesOf } from './rules.ts'

/** Until when a record is kept, and by which rule. Days are of UTC, as `2029-05-03`. */
export interface Clock {
  readonly recordId: string
  readonly type: string
  readonly title: string
  readonly version: number
  readonly rule: RetentionRule
  /** The day from which it is counted. */
  readonly from: string
  /** The day on which the period is over. */
  readonly due: string
  /** What happens then; `review` whatever the rule says while the rules are in doubt. */
  readonly end: RetentionEnd
  readonly held: boolean
}

interface Row {
  record_id: string
  title: string
  version: number
  rule: number
  since: string
  due: string
  held: boolean
}

const day = sql.raw(`'YYYY-MM-DD'`)

/** The day from which a rule counts, or null where it does not hold for the record `r`. */
function anchorOf({ after, when }: RetentionRule): RawBuilder<unknown> {
  const anchor =
    after.event === 'field'
      ? // The key of the last day that a date allows: "24" before a year of four digits (see platform/dates).
        sql`(select max(substr(k.key, 3)::date) from record_key k where k.org_id = r.org_id and k.record_id = r.id
               and k.field = ${`${after.field}.latest`} and k.key ~ '^24[0-9]{4}-[0-9]{2}-[0-9]{2}$')`
      : after.event === 'created'
        ? sql`(r.created_at at time zone 'UTC')::date`
        : sql`(greatest(r.updated_at, (select max(a.at) from record_activity a
                 where a.org_id = r.org_id and a.record_id = r.id)) at time zone 'UTC')::date`
  return when
    ? sql`case when r.values -> ${when.field} ?| ${[...when.is]}::text[] then ${anchor} end`
    : anchor
}

/** The clocks of the records of one type, as rows of `record_id, rule, since, due …`; `where` narrows the records. */
function clocksOf(tx: Tx, type: RecordTypeDefinition, where: RawBuilder<unknown>): RawBuilder<Row> {
  const rules = rulesOf(type)
  const choices = rules.map(
    (rule, n) => sql`select ${n}::int as rule, a.since,
        (a.since + make_interval(${sql.raw(rule.period.unit)} => ${rule.period.count}))::date as due
      from (select ${anchorOf(rule)} as since) a where a.since is not null`,
  )
  // Rules are tried in their order: each is only asked where those before it do not hold.
  return sql<Row>`
    select r.id as record_id, r.title, r.version, c.rule, c.since, c.due,
           exists (select 1 from legal_hold h where h.org_id = r.org_id and h.record_id = r.id and h.lifted_at is null) as held
      from record r cross join lateral (
        select * from (${sql.join(choices, sql` union all `)}) choice order by rule limit 1) c
     where r.org_id = ${tx.actor.orgId}::uuid and r.type = ${type.name} and r.deleted_at is null and ${where}`
}

const present = (type: RecordTypeDefinition, row: Row, doubt: boolean): Clock => {
  const rule = rulesOf(type)[row.rule]
  if (!rule) throw new Error('a clock without a rule')
  const { record_id: recordId, title, version, since: from, due, held } = row
  return {
    recordId,
    type: type.name,
    title,
    version,
    rule,
    from,
    due,
    end: doubt ? 'review' : rule.end,
    held,
  }
}

const shown = (inner: RawBuilder<Row>, rest: RawBuilder<unknown>) =>
  sql<Row>`select record_id, title, version, rule, to_char(since, ${day}) as since, to_char(due, ${day}) as due, held
    from (${inner}) q ${rest}`

/** The clocks of records of one type, by id; those in the trash and those that the reader may not see have none here. */
export async function readClocks(
  tx: Tx,
  typeName: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Clock>> {
  const type = typeOf(tx, typeName)
  const wanted = ids.filter(isId)
  if (wanted.length === 0) return new Map()
  const doubt = await rulesAreInDoubt(tx)
  const { rows } = await shown(clocksOf(tx, type, sql`r.id = any(${wanted}::uuid[])`), sql``).execute(tx.sql)
  return new Map(rows.map((row) => [row.record_id, present(type, row, doubt)]))
}

/**
 * Which records can have reached their end by a day at all, where every rule counts from the last activity: those changed
 * too lately are not looked at. A few days more than need be, for months of different lengths.
 */
function oldEnough(type: RecordTypeDefinition, at: string): RawBuilder<unknown> {
  const rules = rulesOf(type)
  if (rules.some((rule) => rule.after.event !== 'activity')) return sql`true`
  const limits = rules.map(
    ({ period: { count, unit } }) =>
      sql`(${at}::date + 4 - make_interval(${sql.raw(unit)} => ${count})) at time zone 'UTC'`,
  )
  return sql`r.updated_at < greatest(${sql.join(limits)})`
}

/** How many records of a type have reached the end of their period by a day, by rule; held ones apart. */
export interface DueCount {
  readonly type: string
  readonly rule: RetentionRule
  readonly end: RetentionEnd
  readonly count: number
  /** Of them under legal hold: they stay. */
  readonly held: number
}

/** What has reached its end by a day (`2029-05-03`), of the records that the reader may see, by type and rule. */
export async function countDue(tx: Tx, at: string): Promise<readonly DueCount[]> {
  const doubt = await rulesAreInDoubt(tx)
  const counts: DueCount[] = []
  for (const type of tx.schema.types.values()) {
    const { rows } = await sql<{ rule: number; count: number; held: number }>`
      select rule, count(*)::int as count, count(*) filter (where held)::int as held
        from (${clocksOf(tx, type, oldEnough(type, at))}) q where due <= ${at}::date group by rule order by rule`.execute(
      tx.sql,
    )
    for (const { rule: n, count, held } of rows) {
      const rule = rulesOf(type)[n]
      if (rule) counts.push({ type: type.name, rule, end: doubt ? 'review' : rule.end, count, held })
    }
  }
  return counts
}

/** Those records, soonest first, of one type and rule or of all of the type's; from after `after` on. */
export async function listDue(
  tx: Tx,
  given: {
    readonly type: string
    readonly at: string
    readonly rule?: string
    readonly after?: { readonly due: string; readonly id: string }
    readonly limit?: number
  },
): Promise<readonly Clock[]> {
  const type = typeOf(tx, given.type)
  const doubt = await rulesAreInDoubt(tx)
  const n = rulesOf(type).findIndex((rule) => rule.name === given.rule)
  const { after } = given
  const rest = sql`where due <= ${given.at}::date
      ${given.rule === undefined ? sql`` : sql`and rule = ${n}`}
      ${after ? sql`and (due, record_id) > (${after.due}::date, ${after.id}::uuid)` : sql``}
    order by q.due, record_id limit ${Math.min(given.limit ?? 200, 1_000)}`
  const { rows } = await shown(clocksOf(tx, type, oldEnough(type, given.at)), rest).execute(tx.sql)
  return rows.map((row) => present(type, row, doubt))
}
