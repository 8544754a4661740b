import { parentPort, workerData } from 'node:worker_threads'
import { renderInThread } from './render-in-thread.ts'
import type { RenderTask } from './thread.ts'

// One document, then the thread ends: nothing of one can reach another's.
parentPort?.postMessage(await renderInThread(workerData as RenderTask))
