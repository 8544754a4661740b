import { Worker } from 'node:worker_threads'
import type { CountryYears, EarlyWarningTable } from '../../files/index.ts'

/** What the thread is asked for. */
export interface RefitTask {
  readonly data: CountryYears
  readonly trainTo: number | null
}

/** What it answers; null where there is nothing to learn from. */
export interface RefitAnswer {
  readonly table: EarlyWarningTable | null
}

/**
 * Refits the model in a thread of its own, so that the server goes on answering. Rejects with the reason of `signal` when it
 * is aborted; the thread is ended at once.
 */
export async function refitApart(task: RefitTask, signal: AbortSignal): Promise<EarlyWarningTable | null> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./refit-early-warning-worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<EarlyWarningTable | null>()
  const stop = () => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.once('message', (answer: RefitAnswer) => resolve(answer.table))
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread that refitted the model has ended')))
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
