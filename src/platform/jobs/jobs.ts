import { sql } from 'kysely'
import { type JobTable, isId, newId } from '#platform/db'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** The channel on which workers are told of new jobs (`<id>`) and of jobs to be cancelled (`cancel <id>`). */
export const jobChannel = 'amparo_job'

/** A job as those of its organisation see it. */
export interface Job {
  readonly id: string
  readonly kind: string
  readonly accountId: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  /** What the kind's `run` gave. */
  readonly result: unknown
  /** Why it failed, in the language of the person who asked for it. */
  readonly error: string | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly cancelAsked: boolean
}

/**
 * Asks for a job in the transaction of what asks for it: when that rolls back, there is no job. Gives its id.
 * @param given.payload ids only: what they name is read when the job runs, with the rights of that moment
 * @param given.accountId in whose name it runs: the actor's unless told. Only for upkeep that shows its result to nobody
 */
export async function enqueueJob(
  tx: Tx,
  given: {
    readonly kind: string
    readonly payload?: Readonly<Record<string, unknown>>
    readonly accountId?: string
  },
): Promise<string> {
  const id = newId()
  await tx.sql
    .insertInto('job')
    .values({
      org_id: tx.actor.orgId,
      id,
      kind: given.kind,
      account_id: given.accountId ?? tx.actor.accountId,
      payload: JSON.stringify(given.payload ?? {}),
      error: null,
    })
    .execute()
  await notify(tx, id)
  return id
}

// Sent by PostgreSQL when, and only when, the transaction commits.
const notify = (tx: Tx, words: string) => sql`select pg_notify(${jobChannel}, ${words})`.execute(tx.sql)

type Row = { [Column in keyof JobTable]: unknown }

/** Written by `take_job`, which speaks to nobody. */
const lost: Labels = {
  en: 'The work was broken off several times and has been given up. Please tell whoever keeps the server.',
  es: 'El trabajo se interrumpió varias veces y se abandonó. Avise a quien mantiene el servidor.',
  ca: "La feina s'ha interromput diverses vegades i s'ha abandonat. Aviseu qui manté el servidor.",
}

const present = (tx: Tx, row: Row): Job =>
  ({
    id: row.id,
    kind: row.kind,
    accountId: row.account_id,
    payload: row.payload,
    state: row.state,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    result: row.result,
    error: row.error === 'lost' ? lost[tx.actor.language] : row.error,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    cancelAsked: row.cancel_asked,
  }) as Job

/** One job of the organisation; `not_found` for any other. */
export async function readJob(tx: Tx, id: string): Promise<Job> {
  const row = isId(id)
    ? await tx.sql
        .selectFrom('job')
        .selectAll()
        .where('org_id', '=', tx.actor.orgId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new Problem('not_found')
  return present(tx, row)
}

/** The organisation's jobs, latest first. */
export async function listJobs(
  tx: Tx,
  given: { readonly kind?: string; readonly limit?: number } = {},
): Promise<readonly Job[]> {
  let query = tx.sql
    .selectFrom('job')
    .selectAll()
    .where('org_id', '=', tx.actor.orgId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(Math.min(given.limit ?? 50, 500))
  if (given.kind !== undefined) query = query.where('kind', '=', given.kind)
  return (await query.execute()).map((row) => present(tx, row))
}

/** Ends a job that waits, and asks one that runs to end. One that is over stays as it is. */
export async function cancelJob(tx: Tx, id: string): Promise<Job> {
  await readJob(tx, id)
  await sql`update job set cancel_asked = true,
      state = case when state = 'waiting' then 'cancelled' else state end,
      finished_at = case when state = 'waiting' then now() else finished_at end
    where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid and state in ('waiting', 'running')`.execute(
    tx.sql,
  )
  await notify(tx, `cancel ${id}`)
  return readJob(tx, id)
}
