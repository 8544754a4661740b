import { sql } from 'kysely'
import { can } from '#platform/access'
import { isId, newId } from '#platform/db'
import { enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, restoreRecord } from '#platform/records'
import { countDue, listDue } from './clocks.ts'

/** What a run takes away by the clocks, as it was shown to whoever confirmed it. */
export interface Run {
  readonly id: string
  readonly state: 'asked' | 'confirmed' | 'done' | 'cancelled'
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly confirmedByName: string | null
  readonly confirmedAt: Date | null
  readonly jobId: string | null
}

export type ItemOutcome = 'trashed' | 'purged' | 'active' | 'held' | 'cited' | 'gone' | 'restored'

/** One record of a run. `title` is null once the record is gone. */
export interface RunItem {
  readonly recordId: string
  readonly title: string | null
  readonly type: string
  readonly rule: string
  readonly due: string
  readonly action: 'trash' | 'purge'
  readonly outcome: ItemOutcome | null
}

/** The job that takes a confirmed run's records away. */
export const runKind = 'retention-run'

/** Today, as the clocks count days. */
export const today = (): string => new Date().toISOString().slice(0, 10)

const requireRetain = (tx: Tx) => {
  if (!can(tx.actor, 'retain')) throw new Problem('forbidden')
}

/**
 * Writes down what goes today by its clock, of what the person may see: records whose rule ends in trash or purge and
 * that are not held. Nothing has gone yet: see `confirmRun`. Throws `not_found` where nothing has reached its end.
 */
export async function prepareRun(tx: Tx): Promise<{ readonly id: string; readonly count: number }> {
  requireRetain(tx)
  const id = newId()
  const at = today()
  await tx.sql
    .insertInto('retention_run')
    .values({ org_id: tx.actor.orgId, id, asked_by: tx.actor.accountId })
    .execute()
  let count = 0
  for (const due of await countDue(tx, at)) {
    if (due.end === 'review') continue
    let after: { due: string; id: string } | undefined
    for (;;) {
      const page = await listDue(tx, {
        type: due.type,
        rule: due.rule.name,
        at,
        limit: 1_000,
        ...(after && { after }),
      })
      const going = page.filter((clock) => !clock.held)
      if (going.length > 0)
        await tx.sql
          .insertInto('retention_item')
          .values(
            going.map((clock) => ({
              org_id: tx.actor.orgId,
              run_id: id,
              record_id: clock.recordId,
              type: clock.type,
              version: clock.version,
              rule: clock.rule.name,
              due: clock.due,
              action: clock.end as 'trash' | 'purge',
            })),
          )
          .execute()
      count += going.length
      const last = page.at(-1)
      if (!last || page.length < 1_000) break
      after = { due: last.due, id: last.recordId }
    }
  }
  if (count === 0) throw new Problem('not_found')
  return { id, count }
}

const runs = (tx: Tx) =>
  tx.sql
    .selectFrom('retention_run as n')
    .innerJoin('account as a', (join) =>
      join.onRef('a.org_id', '=', 'n.org_id').onRef('a.id', '=', 'n.asked_by'),
    )
    .leftJoin('account as c', (join) =>
      join.onRef('c.org_id', '=', 'n.org_id').onRef('c.id', '=', 'n.confirmed_by'),
    )
    .select([
      'n.id',
      'n.state',
      'n.asked_by as askedBy',
      'a.name as askedByName',
      'n.asked_at as askedAt',
      'c.name as confirmedByName',
      'n.confirmed_at as confirmedAt',
      'n.job_id as jobId',
    ])
    .where('n.org_id', '=', tx.actor.orgId)

/** One run; `not_found` for any that the person may not know of. */
export async function readRun(tx: Tx, id: string): Promise<Run> {
  const run = isId(id) ? await runs(tx).where('n.id', '=', id).executeTakeFirst() : undefined
  if (!run) throw new Problem('not_found')
  return run
}

/** Runs that the person may know of, latest first. */
export const listRuns = (tx: Tx, limit = 50): Promise<readonly Run[]> =>
  runs(tx).orderBy('n.asked_at', 'desc').orderBy('n.id').limit(limit).execute()

/** The records of a run, in the order of their ids; from after `after` on. */
export async function listItems(
  tx: Tx,
  runId: string,
  given: { readonly after?: string; readonly limit?: number; readonly open?: boolean } = {},
): Promise<readonly RunItem[]> {
  const { rows } = await sql<RunItem>`
    select i.record_id as "recordId", r.title, i.type, i.rule, to_char(i.due, 'YYYY-MM-DD') as due, i.action, i.outcome
      from retention_item i left join record r on r.org_id = i.org_id and r.id = i.record_id
     where i.org_id = ${tx.actor.orgId}::uuid and i.run_id = ${runId}::uuid
       ${given.after === undefined ? sql`` : sql`and i.record_id > ${given.after}::uuid`}
       ${given.open ? sql`and i.outcome is null` : sql``}
     order by i.record_id limit ${Math.min(given.limit ?? 100, 1_000)}`.execute(tx.sql)
  return rows
}

/** How many of a run's records, by type, rule, what is to happen and what came of it. */
export interface ItemCount {
  readonly type: string
  readonly rule: string
  readonly action: 'trash' | 'purge'
  readonly outcome: ItemOutcome | null
  readonly count: number
}

/** A run in numbers. */
export async function countItems(tx: Tx, runId: string): Promise<readonly ItemCount[]> {
  const { rows } = await sql<ItemCount>`
    select type, rule, action, outcome, count(*)::int as count from retention_item
     where org_id = ${tx.actor.orgId}::uuid and run_id = ${runId}::uuid
     group by type, rule, action, outcome order by action, type, rule, outcome`.execute(tx.sql)
  return rows
}

/** Leaves a record out of a run that nobody has confirmed yet. */
export async function leaveOut(tx: Tx, runId: string, recordId: string): Promise<void> {
  const run = await readRun(tx, runId)
  if (run.state !== 'asked') throw new Problem('conflict')
  await tx.sql
    .deleteFrom('retention_item')
    .where('org_id', '=', tx.actor.orgId)
    .where('run_id', '=', run.id)
    .where('record_id', '=', recordId)
    .execute()
}

/**
 * Whether a run is to be confirmed by another person than the one who asked for it: it takes away something restricted,
 * or something with values of a class of its own. The database asks the same when it is confirmed (`run_needs_second`).
 */
export async function needsSecondPerson(tx: Tx, runId: string): Promise<boolean> {
  const { rows } = await sql<{ needs: boolean }>`select run_needs_second(${runId}::uuid) as needs`.execute(
    tx.sql,
  )
  return rows[0]?.needs ?? true
}

/** Confirms a run and asks for its job, in one transaction. `conflict` where a second person has to. */
export async function confirmRun(tx: Tx, runId: string): Promise<{ readonly jobId: string }> {
  requireRetain(tx)
  const run = await readRun(tx, runId)
  if (run.state !== 'asked') throw new Problem('conflict')
  if (run.askedBy === tx.actor.accountId && (await needsSecondPerson(tx, run.id)))
    throw new Problem('conflict', { explanation: secondPerson })
  await sql`select confirm_run(${run.id}::uuid)`.execute(tx.sql).catch((error: unknown) => {
    if (error instanceof Error && /retention: not there/.test(error.message))
      throw new Problem('conflict', { explanation: notWhole, cause: error })
    throw error
  })
  const jobId = await enqueueJob(tx, { kind: runKind, payload: { run: run.id } })
  await tx.sql
    .updateTable('retention_run')
    .set({ job_id: jobId })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', run.id)
    .execute()
  const counts = await countItems(tx, run.id)
  await writeLedger(tx, 'retention.run', run.id, {
    records: counts.reduce((sum, one) => sum + one.count, 0),
    asked: run.askedBy,
  })
  return { jobId }
}

/** Lets go of a run that nobody has confirmed. */
export async function cancelRun(tx: Tx, runId: string): Promise<void> {
  const run = await readRun(tx, runId)
  if (run.state !== 'asked') throw new Problem('conflict')
  await tx.sql
    .updateTable('retention_run')
    .set({ state: 'cancelled' })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', run.id)
    .execute()
}

/** Takes out of the trash what a run put there and is still there; gives how many. What was purged is gone. */
export async function undoRun(tx: Tx, runId: string): Promise<number> {
  requireRetain(tx)
  const run = await readRun(tx, runId)
  const { rows } = await sql<{ id: string }>`
    select r.id from retention_item i join record r on r.org_id = i.org_id and r.id = i.record_id
     where i.org_id = ${tx.actor.orgId}::uuid and i.run_id = ${run.id}::uuid and i.outcome = 'trashed'
       and r.deleted_at is not null and r.merged_into is null order by r.id`.execute(tx.sql)
  for (const { id } of rows) await restoreRecord(tx, id)
  await sql`update retention_item set outcome = 'restored' where org_id = ${tx.actor.orgId}::uuid
    and run_id = ${run.id}::uuid and record_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.sql)
  if (rows.length > 0) await writeLedger(tx, 'retention.undo', run.id, { records: rows.length })
  return rows.length
}

const secondPerson = {
  en: 'Among these are restricted records or protected values: another person has to look and confirm.',
  es: 'Hay entre ellos registros restringidos o datos protegidos: otra persona tiene que mirar y confirmar.',
  ca: 'Entre ells hi ha registres restringits o dades protegides: una altra persona ho ha de mirar i confirmar.',
} as const
const notWhole = {
  en: 'You may not see all that would go, so you cannot confirm it.',
  es: 'Usted no puede ver todo lo que se eliminaría, por eso no puede confirmarlo.',
  ca: 'No podeu veure tot el que se suprimiria, per això no ho podeu confirmar.',
} as const
