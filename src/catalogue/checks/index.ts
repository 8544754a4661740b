/** What an organisation looked up of the catalogue: on which day, by whom, at which page, and the catalogue as it then stands. */
export { type CheckKind, checkKinds, type KeptCheck, lastOf, readChecks, writeCheck } from './book.ts'
export { type PlacedFact, factsOf } from './fact-check.ts'
export { checkProblems, lookedUp, needed, readLookedUp, readShape, refuse } from './looked-up.ts'
export {
  type KnownMechanism,
  knownMechanism,
  layOver,
  mechanismFor,
  mechanismsFor,
} from './mechanism-for.ts'
export { type LookedUp, noteAnswer, noteFactCheck, noteRuleCheck, withdrawCheckOf } from './note-check.ts'
export { type KeptRuleCheck, ruleCheckOf, ruleCheckShape, ruleDigest } from './rule-check.ts'
export {
  type KnownStanding,
  type StandingsOf,
  noteStanding,
  standingsFor,
  withdrawStanding,
} from './standing-check.ts'
