import { Worker } from 'node:worker_threads'
import { readerOf } from './text-kinds.ts'
import { type TextLimits, type TextOutcome, textLimits } from './text-outcome.ts'

/**
 * Reads the text of a file's content in a thread of its own, which is ended when it takes more time or memory than
 * `limits`. Never throws for what a file holds: what cannot be read has a reason.
 */
export async function readText(
  file: { readonly mediaType: string; readonly size: number; readonly stream: AsyncIterable<Uint8Array> },
  limits: TextLimits = textLimits,
  signal?: AbortSignal,
): Promise<TextOutcome> {
  const reader = readerOf(file.mediaType)
  if (reader === null) return { reason: file.mediaType.startsWith('image/') ? 'image' : 'kind' }
  const cut = file.size > limits.bytes
  if (cut && reader !== 'text') return { reason: 'too_large' }
  const bytes = await collect(file.stream, Math.min(file.size, limits.bytes))
  const outcome = await inWorker({ mediaType: file.mediaType, bytes, limits }, signal)
  return cut && 'text' in outcome ? { ...outcome, partial: true } : outcome
}

async function collect(stream: AsyncIterable<Uint8Array>, size: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for await (const piece of stream) {
    const part = piece.subarray(0, size - at)
    bytes.set(part, at)
    at += part.length
    if (at === size) break
  }
  return bytes.buffer
}

function inWorker(
  task: { readonly mediaType: string; readonly bytes: ArrayBuffer; readonly limits: TextLimits },
  signal: AbortSignal | undefined,
): Promise<TextOutcome> {
  const { limits } = task
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./evidence-text-worker.ts', import.meta.url), {
      workerData: task,
      transferList: [task.bytes],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: limits.heapMegabytes,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 4,
      },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      settle()
    }
    const give = (outcome: TextOutcome) => end(() => resolve(outcome))
    const stop = () => end(() => reject(signal?.reason))
    const timer = setTimeout(() => give({ reason: 'too_long' }), limits.milliseconds)
    // `resourceLimits` does not count buffers, which is where an unfolding file grows.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        (heap) => heap.external_memory > limits.bufferMegabytes * 1e6 && give({ reason: 'too_large' }),
        () => undefined,
      )
    }, 50)
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    worker.once('message', give)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      give({ reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'failed' }),
    )
    worker.once('exit', () => give({ reason: 'failed' }))
  })
}
