import { parentPort, workerData } from 'node:worker_threads'
import { fitIdealPoints, intervals } from '#kernels/ideal-points'
import type { FitAnswer, FitTask } from './fit-task.ts'

const say = (answer: FitAnswer): void => parentPort?.postMessage(answer)

const { votes, high, low } = workerData as FitTask
const fit = fitIdealPoints(votes, { high, low, watch: (round, most) => say({ round, most }) })
const ends = intervals(fit, 0.95)
const { position, slope, cut1, cut2, iterations, settled } = fit
say({ fitted: { position, low: ends.low, high: ends.high, slope, cut1, cut2, iterations, settled } })
