import { parentPort, workerData } from 'node:worker_threads'
import { refitEarlyWarning } from '../../files/early-warning-table.ts'
import type { RefitAnswer, RefitTask } from './refit-apart.ts'

const { data, trainTo } = workerData as RefitTask
const answer: RefitAnswer = { table: refitEarlyWarning(data, trainTo ?? undefined) }
parentPort?.postMessage(answer)
