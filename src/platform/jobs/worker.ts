import { sql } from 'kysely'
import type { JobGround, JobKind } from './job-kind.ts'
import { JobStopped, type Rhythm, type TakenJob, runJob } from './run-job.ts'
import { listenForJobs } from './wake-up.ts'

/** A running worker. */
export interface Worker {
  /**
   * Takes no more jobs and waits for those that run, `withinMs` at most (10 s unless told); what has not ended by then
   * is broken off and goes back to waiting, for the next worker.
   */
  stop(withinMs?: number): Promise<void>
}

/** How a worker works. Only `kinds` and `listenUrl` are usually given. */
export interface WorkerOptions {
  readonly kinds: readonly JobKind[]
  /** The app login's address, for the connection that listens. */
  readonly listenUrl: string
  /** Jobs at the same time: 2 unless told, so that a long import does not stop short work. */
  readonly concurrency?: number
  /** How often it looks by itself, in case a notification was lost: every 2 s unless told. */
  readonly pollMs?: number
  readonly rhythm?: Rhythm
  /** Told of every fault; writes to standard error unless given. */
  readonly report?: (error: unknown, job: { readonly id: string; readonly kind: string }) => void
}

const toStandardError: NonNullable<WorkerOptions['report']> = (error, job) =>
  console.error(`job ${job.kind} ${job.id}:`, error instanceof Error ? error.stack : error)

/** Starts to run the jobs of `kinds`, of every organisation, each as the person who asked for it. */
export function startWorker(ground: JobGround, options: WorkerOptions): Worker {
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]))
  const rhythm = options.rhythm ?? { beatMs: 10_000, lostMs: 50_000 }
  const report = options.report ?? toStandardError
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>()
  let stopped = false
  let wake = () => {}

  const listener = listenForJobs(options.listenUrl, (words) => {
    const [word, id] = words.split(' ')
    if (word === 'cancel') running.get(id ?? '')?.abort.signal.dispatchEvent(new Event('ask'))
    wake()
  })

  const take = async (): Promise<TakenJob | undefined> => {
    const { rows } = await sql<TakenJob>`select * from take_job(${[...kinds.keys()]}::text[])`.execute(
      ground.db,
    )
    return rows[0]
  }

  function start(job: TakenJob, kind: JobKind): void {
    const abort = new AbortController()
    const ended = runJob(ground, kind, job, abort, rhythm, report).finally(() => {
      running.delete(job.id)
      wake()
    })
    running.set(job.id, { abort, ended })
  }

  const loop = (async () => {
    while (!stopped) {
      let woken = false
      const pause = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.pollMs ?? 2_000)
        wake = () => {
          woken = true
          clearTimeout(timer)
          resolve()
        }
      })
      try {
        while (!stopped && running.size < (options.concurrency ?? 2)) {
          const job = await take()
          const kind = job && kinds.get(job.kind)
          if (!job || !kind) break
          start(job, kind)
        }
      } catch {
        // The database is away: look again at the next beat.
      }
      if (!stopped && !woken) await pause
    }
  })()

  return {
    async stop(withinMs = 10_000) {
      stopped = true
      wake()
      await loop
      await listener.close()
      const all = () => Promise.all([...running.values()].map((one) => one.ended))
      const patience = setTimeout(() => {
        for (const { abort } of running.values()) abort.abort(new JobStopped('stopping'))
      }, withinMs)
      await all()
      clearTimeout(patience)
    },
  }
}
