import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import { withAsker } from '#platform/db'
import { isLanguage } from '#platform/i18n'
import { Problem, problemTable } from '#platform/problem'
import { withRequest } from '#platform/records'
import type { JobContext, JobGround, JobKind } from './job-kind.ts'

/** A job as `take_job` hands it out; `attempts` tells this taking from an earlier one. */
export interface TakenJob {
  readonly org_id: string
  readonly id: string
  readonly kind: string
  readonly account_id: string
  readonly attempts: number
}

/** Why a job's signal was aborted. */
export type StopReason = 'cancelled' | 'stopping' | 'lost'

/** The reason of an aborted job's signal. */
export class JobStopped extends Error {
  readonly reason: StopReason
  constructor(reason: StopReason) {
    super(`the job was ended: ${reason}`)
    this.name = 'JobStopped'
    this.reason = reason
  }
}

/** How often a running job says that it lives, and after how long a silence it counts as lost to us. */
export interface Rhythm {
  readonly beatMs: number
  readonly lostMs: number
}

/**
 * Runs a taken job to its end and keeps how it ended. Never throws: what the database does not take now, it will be
 * told when the job is taken again.
 */
export async function runJob(
  ground: JobGround,
  kind: JobKind,
  job: TakenJob,
  abort: AbortController,
  rhythm: Rhythm,
  report: (error: unknown, job: TakenJob) => void,
): Promise<void> {
  const asker = { orgId: job.org_id, accountId: job.account_id }
  let heardAt = Date.now()
  let progress: { readonly done: number; readonly total: number | null } | null = null
  const beating: { now: Promise<void> | null } = { now: null }

  // Says that it lives and how far it is; learns whether it should end, or is someone else's by now.
  const beat = async () => {
    const now = progress
    progress = null
    try {
      const { rows } = await withAsker(ground.db, asker, (trx) =>
        sql<{ cancel_asked: boolean }>`
          update job set beat_at = now() ${now ? sql`, done = ${now.done}, total = ${now.total}` : sql``}
           where org_id = ${job.org_id}::uuid and id = ${job.id}::uuid and state = 'running' and attempts = ${job.attempts}
          returning cancel_asked`.execute(trx),
      )
      heardAt = Date.now()
      if (!rows[0]) abort.abort(new JobStopped('lost'))
      else if (rows[0].cancel_asked) abort.abort(new JobStopped('cancelled'))
    } catch {
      progress ??= now
      if (Date.now() - heardAt > rhythm.lostMs) abort.abort(new JobStopped('lost'))
    }
  }
  const beatOnce = () => {
    beating.now ??= beat().finally(() => {
      beating.now = null
    })
    return beating.now
  }
  const beats = setInterval(() => void beatOnce(), rhythm.beatMs)
  let throttle: NodeJS.Timeout | null = null
  // A cancellation that is notified is seen at once by asking, because the word alone could be anyone's.
  const asked = () => void beatOnce()
  abort.signal.addEventListener('ask', asked)

  let end: End
  try {
    const { actor, payload } = await readActor(ground, job)
    const context: JobContext = {
      jobId: job.id,
      payload,
      actor,
      ground,
      within: (action) => withRequest(ground, actor, action),
      progress(done, total) {
        progress = { done, total: total ?? null }
        throttle ??= setTimeout(() => {
          throttle = null
          void beatOnce()
        }, 500)
      },
      cancelled: () => (abort.signal.reason as JobStopped | undefined)?.reason === 'cancelled',
      signal: abort.signal,
    }
    end = { state: 'done', result: (await kind.run(context)) ?? null, actor }
  } catch (error) {
    end = { state: 'failed', error }
  } finally {
    clearInterval(beats)
    if (throttle) clearTimeout(throttle)
    abort.signal.removeEventListener('ask', asked)
  }
  await beating.now
  const reason = (abort.signal.reason as JobStopped | undefined)?.reason
  if (end.state === 'failed' && reason === undefined) report(end.error, job)
  // A database that went away under the job is waited for: told the end, it need not wait to miss the job.
  for (;;) {
    try {
      await keepEnd(ground, job, end, reason, progress)
      return
    } catch (error) {
      if (!isAway(error) || abort.signal.aborted || Date.now() - heardAt > rhythm.lostMs) {
        report(error, job)
        return
      }
      await wait(Math.min(1_000, rhythm.beatMs))
    }
  }
}

const isAway = (error: unknown): boolean => error instanceof Problem && error.kind === 'unavailable'

/** As often as this a job is begun; one that brings the database down each time must come to an end. */
const mostAttempts = 5

type End =
  | { readonly state: 'done'; readonly result: unknown; readonly actor: Actor }
  | { readonly state: 'failed'; readonly error: unknown }

/** Keeps how a job ended, unless it was taken by someone else meanwhile. */
async function keepEnd(
  ground: JobGround,
  job: TakenJob,
  end: End,
  reason: StopReason | undefined,
  progress: { readonly done: number; readonly total: number | null } | null,
): Promise<void> {
  if (reason === 'lost') return
  await withAsker(ground.db, { orgId: job.org_id, accountId: job.account_id }, async (trx) => {
    const account = await trx
      .selectFrom('account')
      .select('language')
      .where('id', '=', job.account_id)
      .executeTakeFirst()
    const language = isLanguage(account?.language) ? account.language : 'en'
    // What was done is done, even when someone asked to end it at the last moment.
    const state =
      end.state === 'done'
        ? 'done'
        : reason === 'cancelled'
          ? 'cancelled'
          : reason === 'stopping'
            ? 'waiting'
            : end.state === 'failed' && isAway(end.error) && job.attempts < mostAttempts
              ? 'waiting'
              : 'failed'
    const error = end.state === 'failed' && state === 'failed' ? describe(end.error, language) : null
    await sql`update job set state = ${state}, error = ${error},
        result = ${end.state === 'done' ? JSON.stringify(end.result) : null}::jsonb,
        ${progress ? sql`done = ${progress.done}, total = ${progress.total},` : sql``}
        attempts = attempts - ${reason === 'stopping' && state === 'waiting' ? 1 : 0},
        finished_at = case when ${state} = 'waiting' then null else now() end
      where org_id = ${job.org_id}::uuid and id = ${job.id}::uuid and state = 'running' and attempts = ${job.attempts}`.execute(
      trx,
    )
  })
}

/** A fault's own words stay in the report: they may hold values of records. */
function describe(error: unknown, language: Actor['language']): string {
  const problem = error instanceof Problem ? error : new Problem('internal')
  const fields = problem.fields.map((field) => `${field.field}: ${field.message[language]}`)
  return [problem.explanation?.[language] ?? problemTable[problem.kind].title[language], ...fields].join('\n')
}

/** Who asked for the job, as they are now, and what they asked. */
async function readActor(
  ground: JobGround,
  job: TakenJob,
): Promise<{ readonly actor: Actor; readonly payload: Readonly<Record<string, unknown>> }> {
  const row = await withAsker(ground.db, { orgId: job.org_id, accountId: job.account_id }, (trx) =>
    trx
      .selectFrom('job as j')
      .innerJoin('account as a', (join) =>
        join.onRef('a.org_id', '=', 'j.org_id').onRef('a.id', '=', 'j.account_id'),
      )
      .innerJoin('org as o', 'o.id', 'j.org_id')
      .select(['j.payload', 'a.name', 'a.language', 'a.role', 'o.slug'])
      .where('j.org_id', '=', job.org_id)
      .where('j.id', '=', job.id)
      .executeTakeFirst(),
  )
  if (!row) throw new Problem('not_found')
  return {
    payload: row.payload,
    actor: {
      orgId: job.org_id,
      orgSlug: row.slug,
      accountId: job.account_id,
      name: row.name,
      role: row.role,
      language: isLanguage(row.language) ? row.language : 'en',
    },
  }
}
