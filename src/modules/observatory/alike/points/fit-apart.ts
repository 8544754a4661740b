import { Worker } from 'node:worker_threads'
import type { FitAnswer, FitTask, Fitted } from './fit-task.ts'

/**
 * Estimates ideal points in a thread of its own, so that the server goes on answering. Rejects with the reason of `signal` when it
 * is aborted; the thread is ended at once.
 */
export async function fitApart(
  task: FitTask,
  progress: (round: number, most: number) => void,
  signal: AbortSignal,
): Promise<Fitted> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./fit-points-worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Fitted>()
  const stop = () => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.on('message', (answer: FitAnswer) => {
    if ('fitted' in answer) resolve(answer.fitted)
    else progress(answer.round, answer.most)
  })
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread that estimated ideal points has ended')))
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
