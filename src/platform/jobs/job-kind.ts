import type { Actor } from '#platform/access'
import type { FileStore } from '#platform/files'
import type { Secrets } from '#platform/identity'
import type { Ground, Tx } from '#platform/records'

/** What jobs are run from: what serves a request, the files, and a folder for work in progress. A `House` is one. */
export interface JobGround extends Ground {
  readonly files: FileStore
  readonly scratch: string
  /** For jobs that open what the instance's key seals; a house has them. */
  readonly secrets?: Secrets
}

/** What a job is given while it runs. */
export interface JobContext {
  readonly jobId: string
  /** What was enqueued: ids only. The job reads what they name as the person who asked for it. */
  readonly payload: Readonly<Record<string, unknown>>
  readonly actor: Actor
  readonly ground: JobGround
  /** One transaction as the person who asked, as `withRequest`. */
  within<Result>(action: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Says how far it has come; written at most twice a second, in a transaction of its own. */
  progress(done: number, total?: number): void
  /** Whether someone asked to end it. */
  cancelled(): boolean
  /** Aborted on cancelling, on the worker's stop, and when the job was lost to another worker: undo and throw. */
  readonly signal: AbortSignal
}

/**
 * A kind of long work. `run` gives the result that is kept (plain data), or throws. The process may end at any
 * moment, even between the work's last commit and the keeping of its result: `run` is then called again and must
 * go on from what its own rows say.
 */
export interface JobKind {
  readonly name: string
  run(context: JobContext): Promise<unknown>
}
