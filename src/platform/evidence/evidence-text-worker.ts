import { parentPort, workerData } from 'node:worker_threads'
import type { TextLimits } from './text-outcome.ts'
import { textOf } from './text-of.ts'

// One file, then the thread ends: nothing of one file can reach another's.
const { mediaType, bytes, limits } = workerData as {
  readonly mediaType: string
  readonly bytes: ArrayBuffer
  readonly limits: TextLimits
}
parentPort?.postMessage(await textOf(mediaType, Buffer.from(bytes), limits))
