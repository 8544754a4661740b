import { sql } from 'kysely'
import { isId } from '#platform/db'
import type { Tx } from '#platform/records'
import type { WarningReport } from './refit-job.ts'

/** A refit that was asked for: done, under way or failed. */
export interface WarningRun {
  readonly id: string
  readonly madeAt: Date
  readonly by: string
  readonly trainTo: number | null
  /** Null until it is done. */
  readonly report: WarningReport | null
  readonly job: { readonly id: string; readonly state: string; readonly error: string | null } | null
  readonly file: {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
    /** A newer file took its place. */
    readonly superseded: boolean
  } | null
}

/** Refits, the latest first; the one named, where one is. */
export async function readWarningRuns(tx: Tx, id?: string): Promise<readonly WarningRun[]> {
  const { rows } = await sql<
    Omit<WarningRun, 'report' | 'trainTo'> & { report: object; choices: { trainTo: number | null } }
  >`
    select r.id, r.made_at as "madeAt", a.name as by, r.choices, r.report,
           case when j.id is null then null else jsonb_build_object('id', j.id, 'state', j.state, 'error', j.error) end as job,
           case when f.id is null then null else jsonb_build_object('id', f.id, 'name', f.name, 'version', f.version,
             'sha256', f.sha256, 'dataUntil', f.data_until, 'superseded', f.superseded_by is not null) end as file
      from observatory_run r
      join account a on a.org_id = r.org_id and a.id = r.made_by
      left join job j on j.org_id = r.org_id and j.id = r.job
      left join observatory_file f on f.org_id = r.org_id and f.id = r.files[1]
     where r.org_id = ${tx.actor.orgId}::uuid and r.kind = 'early-warning'
       and ${id === undefined ? sql`true` : isId(id) ? sql`r.id = ${id}::uuid` : sql`false`}
     order by r.made_at desc, r.id desc limit 50`.execute(tx.sql)
  return rows.map(({ report, choices, ...run }) => ({
    ...run,
    trainTo: choices.trainTo,
    report: 'year' in report ? (report as WarningReport) : null,
  }))
}

/** A state's place in a refit. */
export interface Warned {
  readonly polity: string
  readonly risk: number
  readonly rank: number
}

/** The risks of a run, the highest first. Those of countries that are no state known here count for the ranks. */
export async function readRisks(tx: Tx, run: WarningRun): Promise<readonly Warned[]> {
  const { rows } = await sql<{ polity: string; risk: number }>`
    select polity, estimate as risk from observatory_estimate
     where org_id = ${tx.actor.orgId}::uuid and run_id = ${run.id}::uuid order by estimate desc, polity`.execute(
    tx.sql,
  )
  const others = run.report?.unplaced ?? []
  return rows.map((row, i) => ({
    ...row,
    rank: i + 1 + others.filter(({ risk }) => risk > row.risk).length,
  }))
}

/** A state's risk in the latest refit that is done, its rank and of how many; null where there is none. One query. */
export async function latestRisk(
  tx: Tx,
  polity: string,
): Promise<
  (Omit<Warned, 'polity'> & { readonly of: number; readonly year: number; readonly run: string }) | null
> {
  const {
    rows: [row],
  } = await sql<{
    risk: number
    higher: number
    of: number
    unplaced: WarningReport['unplaced']
    year: number
    run: string
  }>`
    with latest as (
      select id, report from observatory_run
       where org_id = ${tx.actor.orgId}::uuid and kind = 'early-warning' and report ? 'year'
       order by made_at desc, id desc limit 1)
    select e.estimate as risk, l.id as run, (l.report->>'year')::int as year, l.report->'unplaced' as unplaced,
           (select count(*)::int from observatory_estimate o
             where o.org_id = e.org_id and o.run_id = e.run_id and o.estimate > e.estimate) as higher,
           (select count(*)::int from observatory_estimate o where o.org_id = e.org_id and o.run_id = e.run_id) as of
      from latest l join observatory_estimate e on e.org_id = ${tx.actor.orgId}::uuid and e.run_id = l.id and e.polity = ${polity}`.execute(
    tx.sql,
  )
  if (!row) return null
  return {
    risk: row.risk,
    rank: row.higher + 1 + row.unplaced.filter(({ risk }) => risk > row.risk).length,
    of: row.of + row.unplaced.length,
    year: row.year,
    run: row.run,
  }
}

/** The row of the source on which a state's risk rests. */
export async function readCountryYear(
  tx: Tx,
  at: { readonly file: string; readonly polity: string; readonly year: number },
): Promise<{
  readonly country: string
  readonly row: number
  readonly predictors: Readonly<Record<string, number | null>>
} | null> {
  const {
    rows: [row],
  } = await sql<{ country: string; row: number; predictors: Record<string, number | null> }>`
    select country, source_row as row, predictors from observatory_country_year
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${at.file}::uuid and polity = ${at.polity} and year = ${at.year}
     limit 1`.execute(tx.sql)
  return row ?? null
}
