export { fitIdealPoints, type IdealPointOptions, type IdealPoints } from './fit.ts'
export { intervals } from './intervals.ts'
export { simulateVotes, type Truth } from './simulate.ts'
export type { Votes } from './votes.ts'
