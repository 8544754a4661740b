import documentFile from './data/document-types.json' with { type: 'json' }
import iachrFile from './data/iachr-sessions.json' with { type: 'json' }
import outcomeFile from './data/outcomes.json' with { type: 'json' }
import mandateFile from './data/special-procedures.json' with { type: 'json' }
import uprFile from './data/upr-sessions.json' with { type: 'json' }
import violationFile from './data/violations.json' with { type: 'json' }
import type { Confidence, Fact, Names } from './fact.ts'

/** A mandate of the Human Rights Council. Its holders' names are left out: they change. */
export interface SpecialProcedure extends Fact {
  readonly id: string
  readonly kind: 'SR' | 'IE' | 'WG'
  readonly since: number
  readonly name: Names
  /** For thematic mandates: words that join with the topics of rights. */
  readonly topics?: readonly string[]
  /** For country mandates: ISO 3166-1 alpha-3. */
  readonly iso3?: string
  readonly status?: string
  readonly note?: string
}

/** A session of the Universal Periodic Review. */
export interface UprSession {
  readonly session: number
  readonly cycle: number
  readonly start: string
  readonly end: string
  /** ISO 3166-1 alpha-3, in the approximate order of review. */
  readonly states: readonly string[]
  readonly confidence: Confidence
  readonly source: readonly string[]
  /** The official day for submissions, where it was found. */
  readonly stakeholderDeadline?: Fact & { readonly date: string }
  readonly nationalReportDeadline?: Fact & { readonly date: string }
  readonly note?: string
}

/** A period of sessions of the Inter-American Commission, and when hearings could be asked for. */
export interface IachrSession extends Fact {
  readonly session: number
  readonly start: string
  readonly end: string
  readonly callOpens: string | null
  readonly callCloses: string | null
  readonly place: string | null
}

/** One term of a list, with the label in the languages that it has. */
export interface ListedTerm {
  readonly id: string
  readonly label: Names
}

// Their shape is proved by the tests, as that of the mechanisms.
export const specialProcedures = [
  ...mandateFile.thematic,
  ...mandateFile.country,
] as readonly unknown[] as readonly SpecialProcedure[]
export const uprSessions = uprFile.sessions as readonly unknown[] as readonly UprSession[]
export const iachrSessions = iachrFile.sessions as readonly unknown[] as readonly IachrSession[]

/** Where a submission stands; how good a state's answer is; the grades of follow-up (A to E). */
export const submissionStatuses: readonly ListedTerm[] = outcomeFile.submissionStatus.items
export const replyQualities: readonly ListedTerm[] = outcomeFile.stateReplyQuality.items
export const followUpGrades: readonly ListedTerm[] = outcomeFile.followUpGrades.items
/** What a mechanism may have done, by the codes of its `outcomes.recordAs`; and what changed for people, apart from it. */
export const outcomeTerms: readonly ListedTerm[] = outcomeFile.outcomes.items
export const impactEvents: readonly ListedTerm[] = outcomeFile.impactEvents.items

/** Violations: of defenders, of artistic freedom; categories of arbitrary detention; exceptions to exhaustion; figures. */
export const violationLists = violationFile.lists

/** Kinds of public document, with the length that we advise. */
export const documentTypes = documentFile.items

/** Every file of lists as it stands, for the checks. */
export const listFiles: Readonly<Record<string, unknown>> = {
  'special-procedures': { thematic: mandateFile.thematic, country: mandateFile.country },
  'upr-sessions': uprFile,
  'iachr-sessions': iachrFile,
  outcomes: outcomeFile,
  violations: violationFile,
  'document-types': documentFile,
}
