export { type Clock, type DueCount, countDue, listDue, readClocks } from './clocks.ts'
export {
  type Hold,
  type HoldBatch,
  heldAmong,
  liftHold,
  listHolds,
  placeHold,
  placeHoldOnList,
  readHolds,
} from './holds.ts'
export { keepRecords } from './keep-records.ts'
export { defaultRule, ruleNamed, rulesAreInDoubt, rulesOf } from './rules.ts'
export { retentionJob } from './run-job.ts'
export {
  type ItemCount,
  type ItemOutcome,
  type Run,
  type RunItem,
  cancelRun,
  confirmRun,
  countItems,
  leaveOut,
  listItems,
  listRuns,
  needsSecondPerson,
  prepareRun,
  readRun,
  today,
  undoRun,
} from './runs.ts'
export { findingDays, sweepWaiting, waitingDays } from './sweep-waiting.ts'
