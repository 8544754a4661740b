import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Rule, type RuleCheck, ruleKinds } from '#catalogue/mechanisms'
import { isZone, termUnits } from '#platform/deadlines'
import { lookedUp } from './looked-up.ts'

/** What was found when a rule was looked up, and of which rule, as it is kept. */
export const ruleCheckShape = z.strictObject({
  ...lookedUp,
  /** `ruleDigest` of the rule as it read. */
  of: z.string(),
  amount: z.int().min(1).max(10_000).optional(),
  unit: z.enum(termUnits).optional(),
  hard: z.boolean().optional(),
  direction: z.enum(['before', 'after']).optional(),
  zone: z.string().refine(isZone).optional(),
  kind: z.enum(ruleKinds).optional(),
})
export type KeptRuleCheck = z.infer<typeof ruleCheckShape>

/**
 * What a check was made of: the rule as it read. When the rule is changed afterwards, by a new version of the catalogue
 * or by the organisation itself, the check no longer stands behind it.
 */
export const ruleDigest = (rule: Rule): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        rule.id,
        rule.text,
        rule.anchor,
        rule.amount,
        rule.unit,
        rule.hard,
        rule.direction.value,
        rule.kind.value,
        rule.zone.value,
        rule.between?.least ?? null,
        rule.between?.most ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 32)

/** A kept check as rules take it. */
export function ruleCheckOf({ of: _of, on, by, page, ...found }: KeptRuleCheck): RuleCheck {
  const { amount, unit, hard, direction, zone, kind } = found
  return {
    on,
    by,
    page,
    ...(amount !== undefined && { amount }),
    ...(unit !== undefined && { unit }),
    ...(hard !== undefined && { hard }),
    ...(direction !== undefined && { direction }),
    ...(zone !== undefined && { zone }),
    ...(kind !== undefined && { kind }),
  }
}
