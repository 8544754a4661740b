/** The Universal Periodic Review: who is reviewed when, what recommendations ask for, what they are about. */
export { type UprSession, uprSessions } from '#catalogue/mechanisms'
export {
  uprAction,
  type UprAction,
  uprActions,
  uprCodingRules,
  type UprIssue,
  uprIssueByTag,
  uprIssues,
  uprResponseRules,
} from './recommendations.ts'
export { reviewIn, reviewsOf, uprSession } from './reviews.ts'
