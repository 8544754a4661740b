import { sql } from 'kysely'
import { newId } from '#platform/db'
import { labels } from '#platform/i18n'
import { type JobKind, enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import type { CountryYears, EarlyWarningTable } from '../../files/index.ts'
import { refitApart } from './refit-apart.ts'

const kind = 'observatory-early-warning'

/** What a run says of itself when it is done. */
export interface WarningReport {
  /** The year after which the risk is told. */
  readonly year: number
  /** The last year that was learnt from. */
  readonly learntTo: number
  readonly learnt: number
  readonly onsets: number
  readonly incomplete: number
  readonly lambda: number
  readonly intercept: number
  readonly coefficients: readonly { readonly name: string; readonly value: number }[]
  /** Countries without a risk for want of a predictor, as the source names them. */
  readonly withoutRisk: readonly string[]
  /** Risks of countries that are no state known here, as the source names them. */
  readonly unplaced: readonly { readonly country: string; readonly risk: number }[]
}

/**
 * Asks for a refit on the file in use, in the transaction of who asks; gives the run's id. Where the same was done before,
 * that run: the same file and years give the same numbers. Throws `conflict` when there is no file.
 */
export async function askForRefit(tx: Tx, trainTo: number | null): Promise<string> {
  const org = sql`${tx.actor.orgId}::uuid`
  const {
    rows: [file],
  } = await sql<{ id: string; until: string }>`
    select id, data_until as until from observatory_file
     where org_id = ${org} and dataset = 'ewp' and superseded_by is null limit 1`.execute(tx.sql)
  if (!file) throw new Problem('conflict', { explanation: noFile })
  if (trainTo !== null && trainTo > Number(file.until))
    throw new Problem('invalid', { fields: [{ field: 'train_to', message: tooLate(file.until) }] })
  const choices = JSON.stringify({ trainTo })
  const {
    rows: [before],
  } = await sql<{ id: string }>`
    select r.id from observatory_run r left join job j on j.org_id = r.org_id and j.id = r.job
     where r.org_id = ${org} and r.kind = 'early-warning' and r.files = array[${file.id}::uuid] and r.choices = ${choices}::jsonb
       and (r.report ? 'year' or j.state in ('waiting', 'running'))
     order by r.made_at desc limit 1`.execute(tx.sql)
  if (before) return before.id
  const id = newId()
  const job = await enqueueJob(tx, { kind, payload: { run: id } })
  await sql`insert into observatory_run (org_id, id, kind, files, choices, job, made_by)
    values (${org}, ${id}::uuid, 'early-warning', array[${file.id}::uuid], ${choices}::jsonb, ${job}::uuid,
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await writeLedger(tx, 'observatory.run', id, { kind: 'early-warning', file: file.id, trainTo })
  return id
}

const noFile = labels(
  'No file of the Early Warning Project has been imported yet.',
  'Todavía no se incorporó ningún archivo del Early Warning Project.',
  "Encara no s'ha incorporat cap fitxer de l'Early Warning Project.",
)
const tooLate = (until: string) =>
  labels(
    `The file ends in ${until}: give a year before it.`,
    `El archivo termina en ${until}: indique un año anterior.`,
    `El fitxer acaba el ${until}: indiqueu un any anterior.`,
  )
const nothing = labels(
  'The years to learn from hold no onset, or nothing else: choose another last year.',
  'Los años de los que se aprende no tienen ningún inicio, o no tienen otra cosa: elija otro último año.',
  "Els anys dels quals s'aprèn no tenen cap inici, o no tenen res més: trieu un altre últim any.",
)

/** Refits the model in a thread and keeps the risks, whole or not at all. Taken up again, it begins anew. */
export const refitJob: JobKind = {
  name: kind,
  async run({ payload, within, signal }) {
    const id = String(payload['run'])
    const task = await within((tx) => readTask(tx, id))
    if (!task) return null
    const table = await refitApart({ data: task.data, trainTo: task.trainTo }, signal)
    if (!table) throw new Problem('conflict', { explanation: nothing })
    return within((tx) => keep(tx, id, task, table))
  },
}

interface Task {
  readonly data: CountryYears
  readonly trainTo: number | null
  /** The codes of the states by their names in the source. */
  readonly polities: ReadonlyMap<string, string>
}

/** What is to be learnt from; null where the run is done. */
async function readTask(tx: Tx, id: string): Promise<Task | null> {
  const org = sql`${tx.actor.orgId}::uuid`
  const {
    rows: [run],
  } = await sql<{ files: readonly string[]; choices: { readonly trainTo: number | null }; done: boolean }>`
    select files, choices, report ? 'year' as done from observatory_run
     where org_id = ${org} and id = ${id}::uuid and kind = 'early-warning'`.execute(tx.sql)
  if (!run) throw new Problem('not_found')
  if (run.done) return null
  const { rows } = await sql<{
    country: string
    polity: string | null
    year: number
    outcome: number
    predictors: Readonly<Record<string, number | null>>
    source_row: number
  }>`select country, polity, year, outcome, predictors, source_row from observatory_country_year
      where org_id = ${org} and file_id = ${run.files[0]}::uuid order by source_row`.execute(tx.sql)
  const names = Object.keys(rows[0]?.predictors ?? {})
  const last = rows.reduce((most, { year }) => Math.max(most, year), 0)
  return {
    trainTo: run.choices.trainTo,
    polities: new Map(
      rows.flatMap(({ country, polity, year }) =>
        polity !== null && year === last ? [[country, polity]] : [],
      ),
    ),
    data: {
      names,
      countries: rows.map(({ country }) => country),
      years: rows.map(({ year }) => year),
      outcomes: rows.map(({ outcome }) => outcome),
      values: rows.map(({ predictors }) =>
        Float64Array.from(names, (name) => predictors[name] ?? Number.NaN),
      ),
      codes: [],
      rows: rows.map(({ source_row: row }) => row),
    },
  }
}

async function keep(tx: Tx, id: string, task: Task, table: EarlyWarningTable): Promise<WarningReport> {
  const org = sql`${tx.actor.orgId}::uuid`
  const year = table.rows[0]?.year ?? 0
  const placed = table.rows.flatMap(({ country, risk }) => {
    const polity = task.polities.get(country)
    return polity === undefined ? [] : [{ polity, risk }]
  })
  const report: WarningReport = {
    year,
    learntTo: task.trainTo ?? year - 2,
    learnt: table.learnt,
    onsets: table.onsets,
    incomplete: table.incomplete,
    lambda: table.lambda,
    intercept: table.intercept,
    coefficients: table.coefficients,
    withoutRisk: table.withoutRisk,
    unplaced: table.rows.flatMap(({ country, risk }) =>
      task.polities.has(country) ? [] : [{ country, risk }],
    ),
  }
  const { numAffectedRows } = await sql`update observatory_run set report = ${JSON.stringify(report)}::jsonb
     where org_id = ${org} and id = ${id}::uuid`.execute(tx.sql)
  if (!numAffectedRows) throw new Problem('not_found')
  await sql`insert into observatory_estimate (org_id, run_id, polity, period, estimate)
    select ${org}, ${id}::uuid, p, ${year}, e
      from unnest(${placed.map(({ polity }) => polity)}::text[], ${placed.map(({ risk }) => risk)}::float8[]) as t (p, e)`.execute(
    tx.sql,
  )
  return report
}
