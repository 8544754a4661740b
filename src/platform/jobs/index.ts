/** Long work: asked for in a transaction, run by a worker as the person who asked, with a result that stays. */
export type { JobContext, JobGround, JobKind } from './job-kind.ts'
export { type Job, cancelJob, enqueueJob, listJobs, readJob } from './jobs.ts'
export { JobStopped, type StopReason } from './run-job.ts'
export { type Worker, type WorkerOptions, startWorker } from './worker.ts'
