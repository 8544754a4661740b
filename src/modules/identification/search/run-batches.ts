import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerUrl } from '#platform/tabular'
import { Problem } from '#platform/problem'
import type { Batch, BatchAnswer, SearchTask } from './search-task.ts'

/** What a batch gave, when nothing was wrong with it. */
export type BatchResult = Exclude<BatchAnswer, { readonly problem: unknown }>

/** Batches that a thread has before it, so that it never waits for the next. */
const ahead = 2

/**
 * Works off batches in as many threads as there are cores, and gives the results in the order of the batches. Holds at most
 * two batches a thread and what waits for its turn. Ends all threads when it is left, by a break or an error too.
 */
export async function* runBatches(
  task: SearchTask,
  batches: AsyncIterable<Batch>,
  signal: AbortSignal,
  threads: number = availableParallelism(),
): AsyncGenerator<BatchResult> {
  signal.throwIfAborted()
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(workerUrl('search-worker', import.meta.url), {
      workerData: task,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    return { worker, busy: 0 }
  })
  const answers = new Map<number, BatchAnswer>()
  let wake: () => void = () => undefined
  let failure: Error | undefined
  const fail = (error: unknown) => {
    failure ??= error instanceof Error ? error : new Error(String(error))
    wake()
  }
  const onAbort = () => fail(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  for (const one of workers) {
    one.worker.on('message', (answer: BatchAnswer) => {
      one.busy--
      answers.set(answer.index, answer)
      wake()
    })
    one.worker.on('error', fail)
  }
  try {
    const source = batches[Symbol.asyncIterator]()
    let given = 0
    let taken = 0
    let more = true
    for (;;) {
      while (more && given - taken < threads * ahead * 2) {
        const idle = workers.toSorted((a, b) => a.busy - b.busy)[0]
        if (!idle || idle.busy >= ahead) break
        const next = await source.next()
        if (next.done) more = false
        else {
          idle.busy++
          given++
          idle.worker.postMessage(next.value)
        }
      }
      if (failure) throw failure
      const answer = answers.get(taken)
      if (answer) {
        answers.delete(taken++)
        if ('problem' in answer) throw new Problem('malformed', { explanation: answer.problem })
        yield answer
        continue
      }
      if (!more && taken === given) return
      await new Promise<void>((resolve) => {
        wake = resolve
        if (failure || answers.has(taken)) resolve()
      })
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    await Promise.all(workers.map(({ worker }) => worker.terminate()))
  }
}
