/** Mechanisms: 54 procedures as data, each fact with source and confidence, and the clocks that run from their rules. */
export {
  anchors,
  anchorsOf,
  catalogue,
  fieldNeed,
  fieldOf,
  fields,
  mechanismOf,
  mechanisms,
  sourceOf,
  sources,
  toVerify,
  withChecks,
} from './catalogue.ts'
export { checkFacts, checkMechanism, type KnownIds } from './check-catalogue.ts'
export { type Clock, type ClockOptions, clocksFor, type NoDate } from './clocks.ts'
export { readEvents } from './events.ts'
export {
  type Confidence,
  type Fact,
  isChecked,
  type Names,
  type Provenance,
  type Source,
  type TextFact,
} from './fact.ts'
export { argentineHolidays, holidaysOf } from './holidays.ts'
export type { Admissibility, ConsentLevel, Field, Languages, Limit, Mechanism } from './mechanism.ts'
export {
  documentTypes,
  followUpGrades,
  type IachrSession,
  iachrSessions,
  impactEvents,
  type ListedTerm,
  outcomeTerms,
  replyQualities,
  type SpecialProcedure,
  specialProcedures,
  submissionStatuses,
  type UprSession,
  uprSessions,
  violationLists,
} from './reference-lists.ts'
export {
  type Decision,
  isRuleChecked,
  ruleKinds,
  type Rule,
  type RuleCheck,
  type RuleKind,
  type RuleRole,
} from './rule.ts'
export { type Step, stepsOf } from './steps.ts'
export { confidenceLabels, kindLabels, noDateWords, roleLabels, uncheckedWords } from './words.ts'
