import { sql } from 'kysely'
import { newId } from '#platform/db'
import { enqueueJob, type JobKind } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { fitApart } from './fit-apart.ts'
import type { Fitted } from './fit-task.ts'
import { type PointChoices, pointChoices } from './point-choices.ts'
import { type PreparedPoints, preparePoints } from './prepare-points.ts'

const kind = 'observatory-ideal-points'

/** Writes down what is to be estimated and asks for the work, in one transaction. Gives the run's id. */
export async function askForPoints(tx: Tx, choices: PointChoices): Promise<string> {
  const id = newId()
  await sql`insert into observatory_run (org_id, id, kind, files, choices, made_by)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, 'ideal-points', '{}', ${JSON.stringify(choices)}::jsonb,
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  const job = await enqueueJob(tx, { kind, payload: { run: id } })
  await sql`update observatory_run set job = ${job}::uuid
     where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid`.execute(tx.sql)
  await writeLedger(tx, 'observatory.run', id, { kind: 'ideal-points', ...choices })
  return id
}

/** Takes a run away with everything that it found. */
export async function removeRun(tx: Tx, id: string): Promise<void> {
  const { numAffectedRows } = await sql`delete from observatory_run
     where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid and kind = 'ideal-points'`.execute(tx.sql)
  if (!numAffectedRows) throw new Problem('not_found')
  await writeLedger(tx, 'observatory.remove', id, { kind: 'ideal-points' })
}

/** What a run says of itself when it is done. */
export interface PointReport {
  readonly by: 'session' | 'year'
  readonly states: number
  readonly rollCalls: number
  readonly votes: number
  readonly iterations: number
  /** False when the rounds ran out before the positions stood still. */
  readonly settled: boolean
  readonly first: number
  readonly last: number
}

/** Estimates the ideal points of a run in a thread, and keeps them whole or not at all. Taken up again, it begins anew. */
export const pointsJob: JobKind = {
  name: kind,
  async run({ payload, within, progress, signal }) {
    const id = String(payload['run'])
    const prepared = await within(async (tx) => {
      const { rows } = await sql<{ readonly choices: Record<string, unknown>; readonly report: object }>`
        select choices, report from observatory_run
         where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid`.execute(tx.sql)
      const run = rows[0]
      if (!run) throw new Problem('not_found')
      return 'states' in run.report ? null : preparePoints(tx, pointChoices(run.choices))
    })
    if (!prepared) return null
    const { votes, high, low } = prepared
    const fitted = await fitApart({ votes, high, low }, progress, signal)
    return within((tx) => keepPoints(tx, id, prepared, fitted))
  },
}

async function keepPoints(
  tx: Tx,
  id: string,
  prepared: PreparedPoints,
  fitted: Fitted,
): Promise<PointReport> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { votes, codes, items } = prepared
  const cast = new Int32Array(votes.state.length)
  for (const at of votes.point) cast[at] = (cast[at] as number) + 1
  const points = Array.from(votes.state, (state, i) => [
    codes[state],
    votes.period[i],
    fitted.position[i],
    fitted.low[i],
    fitted.high[i],
    cast[i],
  ])
  const column = (rows: readonly (readonly unknown[])[], at: number) => rows.map((row) => row[at])
  const { numAffectedRows } =
    await sql`update observatory_run set report = ${JSON.stringify(reportOf(prepared, fitted))}::jsonb,
      files = ${[...prepared.files]}::uuid[]
     where org_id = ${org} and id = ${id}::uuid`.execute(tx.sql)
  if (!numAffectedRows) throw new Problem('not_found')
  await sql`insert into observatory_estimate (org_id, run_id, polity, period, estimate, low, high, n)
    select ${org}, ${id}::uuid, * from unnest(${column(points, 0)}::text[], ${column(points, 1)}::int[],
      ${column(points, 2)}::float8[], ${column(points, 3)}::float8[], ${column(points, 4)}::float8[],
      ${column(points, 5)}::int[])`.execute(tx.sql)
  const calls = items.flatMap(({ calls: of, seen }, item) =>
    of.map(({ key, period }) => [
      key,
      period,
      fitted.slope[item],
      fitted.cut1[item],
      fitted.cut2[item],
      seen,
    ]),
  )
  await sql`insert into observatory_run_item (org_id, run_id, roll_call_key, period, discrimination, cut1, cut2, seen)
    select ${org}, ${id}::uuid, * from unnest(${column(calls, 0)}::text[], ${column(calls, 1)}::int[],
      ${column(calls, 2)}::float8[], ${column(calls, 3)}::float8[], ${column(calls, 4)}::float8[],
      ${column(calls, 5)}::text[])`.execute(tx.sql)
  return reportOf(prepared, fitted)
}

function reportOf(
  { votes, codes, rollCalls, by }: PreparedPoints,
  { iterations, settled }: Fitted,
): PointReport {
  return {
    by,
    states: codes.length,
    rollCalls,
    votes: votes.choice.length,
    iterations,
    settled,
    first: votes.period.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    last: votes.period.reduce((most, one) => Math.max(most, one), 0),
  }
}
