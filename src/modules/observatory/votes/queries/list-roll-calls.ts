import { type RawBuilder, sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import type { BallotLetter } from '../ballot.ts'
import { isoDay } from '../importers/read-cells.ts'
import type { Decided, RollCallDetails, RollCallKind } from '../roll-call.ts'

/** What is asked of the list; what is not said does not choose. */
export interface RollCallQuery {
  /** Files of one source, the newest first, and the body: `voteSources`. */
  readonly files: readonly string[]
  readonly body: string
  readonly session?: string
  readonly year?: string
  /** A topic of the source, whole or a part of it. */
  readonly topic?: string
  readonly agenda?: string
  readonly kinds?: readonly RollCallKind[]
  readonly decided?: readonly Decided[]
  /** The place of a state in the ballots, and how it voted. */
  readonly state?: { readonly n: number; readonly letter: BallotLetter | null }
  /** Words of title, symbol or item, all of them. */
  readonly text?: string
}

/** A roll call as lists show it. */
export interface RollCallRow {
  readonly id: string
  readonly key: string
  readonly day: string
  readonly session: string
  readonly symbol: string
  readonly kind: RollCallKind
  readonly decided: Decided
  readonly title: string
  readonly agenda: string
  readonly topics: readonly string[]
  readonly details: RollCallDetails
  readonly ballots: string | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly silent: number | null
  readonly saidYes: number | null
  readonly saidNo: number | null
  readonly saidAbstain: number | null
  readonly sourceRow: number
}

const shown =
  sql.raw(`r.id, r.key, r.held_on::text as day, r.session, r.symbol, r.kind, r.decided, r.title, r.agenda, r.topics,
  r.details, r.ballots, r.yes, r.no, r.abstain, r.silent, r.said_yes as "saidYes", r.said_no as "saidNo",
  r.said_abstain as "saidAbstain", r.source_row as "sourceRow"`)

const escaped = (text: string): string => `%${text.replaceAll(/[\\%_]/gu, (one) => `\\${one}`)}%`

function conditionsOf(tx: Tx, query: RollCallQuery): readonly RawBuilder<unknown>[] {
  const { files, body, session, year, topic, agenda, kinds, decided, state, text } = query
  const all: RawBuilder<unknown>[] = [
    sql`r.org_id = ${tx.actor.orgId}::uuid`,
    sql`r.file_id = any(${[...files]}::uuid[])`,
    sql`r.body = ${body}`,
  ]
  // Two files of one source may hold the same one: the newer counts.
  if (files.length > 1)
    all.push(sql`not exists (select from observatory_roll_call o where o.org_id = r.org_id and o.key = r.key
      and o.file_id = any((${[...files]}::uuid[])[1:array_position(${[...files]}::uuid[], r.file_id) - 1]))`)
  if (session !== undefined) all.push(sql`r.session = ${session}`)
  if (year !== undefined)
    all.push(sql`r.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`)
  if (topic !== undefined)
    all.push(sql`exists (select from unnest(r.topics) t where t = ${topic} or t ilike ${escaped(topic)})`)
  if (agenda !== undefined) all.push(sql`r.agenda = ${agenda}`)
  if (kinds) all.push(sql`r.kind = any(${[...kinds]}::text[])`)
  if (decided) all.push(sql`r.decided = any(${[...decided]}::text[])`)
  if (state)
    all.push(
      state.letter === null
        ? sql`substr(r.ballots, ${state.n}, 1) in ('Y', 'N', 'A', 'X')`
        : sql`substr(r.ballots, ${state.n}, 1) = ${state.letter}`,
    )
  for (const word of text?.split(/\s+/u).filter(Boolean).slice(0, 8) ?? [])
    all.push(sql`concat_ws(' ', r.title, r.symbol, r.agenda_title) ilike ${escaped(word)}`)
  return all
}

/** One page of the roll calls that meet a query, the latest first, with how many meet it. */
export async function listRollCalls(
  tx: Tx,
  query: RollCallQuery,
  { after, limit }: { readonly after?: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly RollCallRow[]; readonly count: number; readonly next: string | null }> {
  if (query.files.length === 0) return { rows: [], count: 0, next: null }
  const where = sql.join(conditionsOf(tx, query), sql` and `)
  const cursor = readCursor(after ?? null)
  const { rows: counted } = await sql<{ readonly n: number }>`
    select count(*)::int as n from observatory_roll_call r where ${where}`.execute(tx.sql)
  const { rows } = await sql<RollCallRow>`
    select ${shown} from observatory_roll_call r
     where ${where} and ${cursor ? sql`(r.held_on, r.id) < (${cursor.day}::date, ${cursor.id}::uuid)` : sql`true`}
     order by r.held_on desc, r.id desc limit ${limit + 1}`.execute(tx.sql)
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    rows: kept,
    count: counted[0]?.n ?? 0,
    next: rows.length > limit && last ? `${last.day}~${last.id}` : null,
  }
}

function readCursor(text: string | null): { readonly day: string; readonly id: string } | null {
  if (text === null || text === '') return null
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/u.exec(text) ?? []
  if (day === undefined || id === undefined || !isId(id) || isoDay(day) === '' || day < '1800')
    throw new Problem('malformed')
  return { day, id }
}

/** What the files of a body can be narrowed by: sessions and years, the latest first; items; topics, the most frequent first. */
export interface RollCallChoices {
  readonly sessions: readonly string[]
  readonly years: readonly string[]
  readonly agenda: readonly string[]
  readonly topics: readonly string[]
}

/** What there is to choose from, in one statement. */
export async function rollCallChoices(
  tx: Tx,
  files: readonly string[],
  body: string,
): Promise<RollCallChoices> {
  const { rows } = await sql<RollCallChoices>`
    with mine as materialized (
      select session, held_on, agenda, topics from observatory_roll_call
       where org_id = ${tx.actor.orgId}::uuid and file_id = any(${[...files]}::uuid[]) and body = ${body})
    select
      coalesce((select array_agg(session order by latest desc) from
        (select session, max(held_on) as latest from mine where session <> '' group by session) s), '{}') as sessions,
      coalesce((select array_agg(distinct to_char(held_on, 'YYYY') order by to_char(held_on, 'YYYY') desc) from mine), '{}') as years,
      coalesce((select array_agg(distinct agenda) from mine where agenda <> ''), '{}') as agenda,
      coalesce((select array_agg(t order by n desc, t) from
        (select t, count(*) as n from mine, unnest(topics) t group by t order by n desc limit 300) x), '{}') as topics`.execute(
    tx.sql,
  )
  return rows[0] ?? { sessions: [], years: [], agenda: [], topics: [] }
}
