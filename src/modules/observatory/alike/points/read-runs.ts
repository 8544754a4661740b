import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type PointChoices, pointChoices } from './point-choices.ts'
import type { PointReport } from './run-points.ts'

/** A run of ideal points. */
export interface PointRun {
  readonly id: string
  readonly choices: PointChoices
  /** Null while it is not done. */
  readonly report: PointReport | null
  readonly job: string | null
  readonly madeAt: Date
  readonly by: string
}

/** Where a state stood in a session or year, with its interval of 95 % and the votes that it rests on. */
export interface PointEstimate {
  readonly polity: string
  readonly period: number
  readonly estimate: number
  readonly low: number
  readonly high: number
  readonly n: number
}

/** Runs of ideal points, the latest first. */
export async function listRuns(tx: Tx): Promise<readonly PointRun[]> {
  const { rows } = await sql<{
    readonly id: string
    readonly choices: Record<string, unknown>
    readonly report: object
    readonly job: string | null
    readonly madeAt: Date
    readonly by: string
  }>`select r.id, r.choices, r.report, r.job, r.made_at as "madeAt", a.name as by
       from observatory_run r join account a on a.org_id = r.org_id and a.id = r.made_by
      where r.org_id = ${tx.actor.orgId}::uuid and r.kind = 'ideal-points'
      order by r.made_at desc, r.id desc limit 100`.execute(tx.sql)
  return rows.map((row) => ({
    ...row,
    choices: pointChoices(row.choices),
    report: 'states' in row.report ? (row.report as PointReport) : null,
  }))
}

/** One of them; `not_found` for any other. */
export async function readRun(tx: Tx, id: string): Promise<PointRun> {
  const found = isId(id) ? (await listRuns(tx)).find((one) => one.id === id) : undefined
  if (!found) throw new Problem('not_found')
  return found
}

/** Positions of some states in a run (of all when none is named), by state and period. */
export async function readEstimates(
  tx: Tx,
  run: string,
  codes: readonly string[] = [],
): Promise<readonly PointEstimate[]> {
  const { rows } = await sql<PointEstimate>`
    select polity, period, estimate, low, high, n from observatory_estimate
     where org_id = ${tx.actor.orgId}::uuid and run_id = ${run}::uuid
       and (${codes.length === 0} or polity = any(${[...codes]}::text[]))
     order by polity, period`.execute(tx.sql)
  return rows
}

/** The files that a run was made from, as far as they are still there. */
export async function readRunFiles(
  tx: Tx,
  run: string,
): Promise<
  readonly {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly dataUntil: string
  }[]
> {
  const { rows } = await sql<{
    readonly id: string
    readonly name: string
    readonly version: string
    readonly dataUntil: string
  }>`select f.id, f.name, f.version, f.data_until as "dataUntil"
       from observatory_run r join observatory_file f on f.org_id = r.org_id and f.id = any(r.files)
      where r.org_id = ${tx.actor.orgId}::uuid and r.id = ${run}::uuid order by f.name, f.id`.execute(tx.sql)
  return rows
}

/** The last position of a state in the run that was made last and has it; by year, none later than `until`. */
export async function latestEstimate(
  tx: Tx,
  code: string,
  until: string | undefined,
): Promise<(PointEstimate & { readonly run: string; readonly by: 'session' | 'year' }) | null> {
  const { rows } = await sql<PointEstimate & { readonly run: string; readonly by: 'session' | 'year' }>`
    select r.id as run, r.report->>'by' as by, e.polity, e.period, e.estimate, e.low, e.high, e.n
      from observatory_run r
      join observatory_estimate e on e.org_id = r.org_id and e.run_id = r.id and e.polity = ${code}
     where r.org_id = ${tx.actor.orgId}::uuid and r.kind = 'ideal-points'
       -- A regular session begins in the autumn of its year.
       and e.period + case when r.report->>'by' = 'session' then 1945 else 0 end <= ${Number((until ?? '9999').slice(0, 4))}
     order by r.made_at desc, r.id desc, e.period desc limit 1`.execute(tx.sql)
  return rows[0] ?? null
}
