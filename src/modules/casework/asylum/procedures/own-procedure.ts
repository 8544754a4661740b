import { z } from 'zod'
import { type Rule, type RuleKind, type RuleRole, ruleKinds } from '#catalogue/mechanisms'
import { type Direction, isZone, termUnits } from '#platform/deadlines'
import { eventAnchors } from '../options.ts'
import type { Procedure } from './procedure.ts'

const words = z.string().trim().min(1).max(4_000)

/** A rule as an administrator writes it down. Unchecked until somebody says where it was looked up. */
export const ownRuleShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  step: z.string().min(1).max(80),
  text: words,
  anchor: z.enum(eventAnchors),
  /** Null: no figure is known. */
  amount: z.int().min(1).max(10_000).nullable(),
  unit: z.enum(termUnits),
  direction: z.enum(['before', 'after'] as const satisfies readonly Direction[]),
  hard: z.boolean(),
  kind: z.enum(ruleKinds),
  only: z.enum(['territory', 'border']).optional(),
})
export type OwnRule = z.infer<typeof ownRuleShape>

/** A procedure as an organisation keeps it. */
export const ownProcedureShape = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  zone: z.string().refine(isZone),
  name: z.strictObject({ en: z.string().max(200), es: z.string().max(200), ca: z.string().max(200) }),
  body: z.string().max(200),
  law: z.string().max(2_000),
  steps: z.array(z.string().min(1).max(80)).min(1).max(40),
  rules: z.array(ownRuleShape).max(60),
})
export type OwnProcedure = z.infer<typeof ownProcedureShape>

/** The events that somebody dates when a step is taken. */
const usualEvents: Readonly<Record<string, string>> = {
  request: 'submission.receivedDate',
  registration: 'submission.receivedDate',
  viability: 'decision.notificationDate',
  admission: 'decision.notificationDate',
  decision: 'decision.notificationDate',
  certificate: 'certificate.issueDate',
  interview: 'interview.date',
  cessation: 'interview.date',
  report: 'report.date',
  hearing: 'hearing.date',
}

const roles: Readonly<Record<RuleKind, RuleRole>> = {
  deadline: 'filing-window',
  expectation: 'decision-expected',
  estimate: 'event',
  frequency: 'recurring',
}

/** An organisation's procedure in the shape of the catalogue: every rule of it is `own`, and so never a hard date. */
export function ownProcedure(id: string, version: number, given: OwnProcedure): Procedure {
  return {
    id,
    own: true,
    version: String(version),
    country: given.country,
    zone: given.zone,
    name: given.name,
    body: given.body === '' ? {} : { en: given.body, es: given.body, ca: given.body },
    law: given.law === '' ? [] : [given.law],
    steps: given.steps.map((step) => ({
      id: step,
      text: '',
      sets: usualEvents[step] === undefined ? [] : [usualEvents[step]],
      clocks: given.rules.filter((rule) => rule.step === step).map((rule) => rule.id),
    })),
    rules: given.rules.map((rule): Rule => {
      const decided = <Value>(value: Value) => ({ value, words: rule.text, in: 'row' as const })
      return {
        id: rule.id,
        role: roles[rule.kind],
        anchor: rule.anchor,
        amount: rule.amount,
        unit: rule.unit,
        hard: rule.hard,
        text: rule.text,
        direction: decided(rule.direction),
        zone: decided(given.zone),
        kind: decided(rule.kind),
        source: ['own'],
        confidence: 'low',
        provenance: 'own',
      }
    }),
    only: Object.fromEntries(given.rules.flatMap(({ id: rule, only }) => (only ? [[rule, only]] : []))),
    papers: [
      'identity',
      'entry',
      'request_form',
      'statement',
      'persecution',
      'country_report',
      'photographs',
    ],
    verify: [],
  }
}
