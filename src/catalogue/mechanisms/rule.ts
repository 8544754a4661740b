import type { Direction, Span } from '#platform/deadlines'
import { type Fact, isChecked, type TextFact } from './fact.ts'

export const ruleRoles = [
  'filing-window',
  'filing-before-event',
  'filing-window-event',
  'filing-annual',
  'eligibility',
  'reply-expected',
  'reply-extension',
  'reply-ours',
  'decision-expected',
  'follow-up',
  'publication',
  'recurring',
  'event',
  'risk',
] as const
/** What a rule is about; `catalogue.roles` says each in a sentence. */
export type RuleRole = (typeof ruleRoles)[number]

export const ruleKinds = ['deadline', 'expectation', 'estimate', 'frequency'] as const
/**
 * `deadline`: a term that someone has to keep. `expectation`: what another is asked or expected to do. `estimate`: a
 * figure that its own words call approximate, or made for planning. `frequency`: how often something comes round.
 */
export type RuleKind = (typeof ruleKinds)[number]

/**
 * What was decided about a rule, and the words that decided it: of its own text (`row`), of its role's definition
 * (`role`), of its mechanism (`mechanism`), or of a `source`. `value: null` without words: nothing said it, nothing was
 * assumed. `counted: false`: the rule names a day and counts nothing.
 */
export interface Decision<Value> {
  readonly value: Value | null
  readonly words?: string
  readonly in?: 'row' | 'role' | 'mechanism'
  readonly source?: readonly string[]
  readonly counted?: false
}

/** What an organisation found when it looked a rule up, and what it corrected. */
export interface RuleCheck {
  /** The day, `YYYY-MM-DD`. */
  readonly on: string
  readonly by: string
  /** The page or document, by which another can look again. */
  readonly page: string
  readonly amount?: number
  readonly unit?: string
  readonly hard?: boolean
  readonly direction?: Direction
  readonly zone?: string
  readonly kind?: RuleKind
}

/** A time rule of a mechanism: `amount` `unit` before or after `anchor`. */
export interface Rule extends TextFact {
  readonly id: string
  readonly role: RuleRole
  /** The event that it is counted from, an id of `anchors`. */
  readonly anchor: string
  /** Null: no figure is known, or it is set case by case; a person enters the day. */
  readonly amount: number | null
  /** One of `termUnits`; a day of the year `MM-DD`; or words, when there is no figure. */
  readonly unit: string
  /** True when missing it loses the procedure, or it is a formal rule. Whether a *date* is hard is said by the clock. */
  readonly hard: boolean
  readonly direction: Decision<Direction>
  /** The IANA zone where the term ends. */
  readonly zone: Decision<string>
  readonly kind: Decision<RuleKind>
  /** When its own words give two figures. */
  readonly between?: { readonly least: Span; readonly most: Span; readonly words: string } & Pick<
    Decision<never>,
    'in' | 'source'
  >
  readonly check?: RuleCheck
}

/** True when a document, or the organisation's own check, stands behind the rule. */
export const isRuleChecked = (rule: Rule): boolean => rule.check !== undefined || isChecked(rule)

/** The rule as the organisation's check leaves it: its figure taken over, the page as its source, marked as found. */
export function withCheck(rule: Rule, check: RuleCheck): Rule {
  const decided = <Value>(decision: Decision<Value>, value: Value | undefined): Decision<Value> =>
    value === undefined ? decision : { value, words: check.page }
  const { between, ...rest } = rule
  const fact: Fact = { source: [check.page], confidence: 'high', provenance: 'found' }
  return {
    ...rest,
    // A corrected figure takes the place of the two that the catalogue had.
    ...(between && check.amount === undefined ? { between } : {}),
    ...fact,
    amount: check.amount ?? rule.amount,
    unit: check.unit ?? rule.unit,
    hard: check.hard ?? rule.hard,
    direction: decided(rule.direction, check.direction),
    zone: decided(rule.zone, check.zone),
    kind: decided(rule.kind, check.kind),
    check,
  }
}
