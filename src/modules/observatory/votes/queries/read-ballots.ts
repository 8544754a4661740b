import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { RollCallKind } from '../roll-call.ts'
import { preferredFiles, voteSources } from './vote-sources.ts'

/** Which roll calls; what is not said does not choose. */
export interface BallotQuery {
  /** Files by id, for one source: `voteSources`. Without it, those of the body's preferred source. */
  readonly files?: readonly string[]
  /** `ga`, `hrc`, …; needed without `files`. */
  readonly body?: string
  /** First and last day, both included. */
  readonly from?: string
  readonly to?: string
  /** Any of these; all kinds, amendments too, when none is said. */
  readonly kinds?: readonly RollCallKind[]
  /** Any of these topics of the source. */
  readonly topics?: readonly string[]
  /** Any of these agenda items: `4`. */
  readonly agenda?: readonly string[]
  readonly sessions?: readonly string[]
}

/** A roll call with names, without them. */
export interface BallotRollCall {
  readonly id: string
  readonly fileId: string
  readonly key: string
  readonly day: string
  readonly session: string
  readonly symbol: string
  readonly kind: RollCallKind
  readonly title: string
  readonly agenda: string
}

/** Roll calls by day, and beside each its ballots: letter `n - 1` is the polity `n` of `#catalogue/polities`. */
export interface Ballots {
  readonly rollCalls: readonly BallotRollCall[]
  readonly ballots: readonly string[]
}

/**
 * The roll calls of a window that name who voted how, the earliest first, with their ballots. All of the General Assembly is
 * some 2 MB, read in one statement (two when the source is not chosen). A roll call that two files of one source hold is
 * given once, from the file that was read last.
 */
export async function readBallots(tx: Tx, query: BallotQuery): Promise<Ballots> {
  const files = query.files ?? preferredFiles(await voteSources(tx), query.body ?? '')
  if (files.length === 0) return { rollCalls: [], ballots: [] }
  const { rows } = await sql<BallotRollCall & { readonly ballots: string }>`
    select r.id, r.file_id as "fileId", r.key, r.held_on::text as day, r.session, r.symbol, r.kind, r.title, r.agenda, r.ballots
      from observatory_roll_call r
     where ${sql.join(conditions(tx, { ...query, files }), sql` and `)}
     order by r.held_on, r.id`.execute(tx.sql)
  const kept = files.length === 1 ? rows : newestOfEach(rows, files)
  return {
    rollCalls: kept.map(({ ballots: _, ...rollCall }) => rollCall),
    ballots: kept.map(({ ballots }) => ballots),
  }
}

function conditions(
  tx: Tx,
  { files = [], body, from, to, kinds, topics, agenda, sessions }: BallotQuery,
): readonly RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [
    sql`r.org_id = ${tx.actor.orgId}::uuid`,
    sql`r.file_id = any(${[...files]}::uuid[])`,
    sql`r.ballots is not null`,
  ]
  if (body !== undefined) all.push(sql`r.body = ${body}`)
  if (from !== undefined) all.push(sql`r.held_on >= ${from}::date`)
  if (to !== undefined) all.push(sql`r.held_on <= ${to}::date`)
  if (kinds) all.push(sql`r.kind = any(${[...kinds]}::text[])`)
  if (topics) all.push(sql`r.topics && ${[...topics]}::text[]`)
  if (agenda) all.push(sql`r.agenda = any(${[...agenda]}::text[])`)
  if (sessions) all.push(sql`r.session = any(${[...sessions]}::text[])`)
  return all
}

/** `files` come the newest first, as `voteSources` gives them. */
function newestOfEach<Row extends { readonly key: string; readonly fileId: string }>(
  rows: readonly Row[],
  files: readonly string[],
): readonly Row[] {
  const age = new Map(files.map((id, i) => [id, i]))
  const best = new Map<string, Row>()
  for (const row of rows) {
    const before = best.get(row.key)
    if (!before || (age.get(row.fileId) ?? 0) < (age.get(before.fileId) ?? 0)) best.set(row.key, row)
  }
  return rows.filter((row) => best.get(row.key) === row)
}
