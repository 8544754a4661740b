import { type Mechanism, mechanismOf } from '#catalogue/mechanisms'
import { termUnits } from '#platform/deadlines'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { writeCheck } from './book.ts'
import { factCheckShape, factDigest, factsOf, verifyShape } from './fact-check.ts'
import { checkProblems, needed, readLookedUp, readShape, refuse } from './looked-up.ts'
import { ruleCheckShape, ruleDigest } from './rule-check.ts'

/** When, by whom and at which page something was looked up, as a form gives it. */
export interface LookedUp {
  readonly on: string
  readonly by: string
  readonly page: string
}

function shipped(id: string): Mechanism {
  const found = mechanismOf(id)
  if (!found) throw new Problem('not_found')
  return found
}

/**
 * Notes that a time rule was looked up and what the page says; from then on its date may be hard. Throws `invalid`
 * naming the fields at fault: a rule without a figure or direction needs the page's.
 */
export async function noteRuleCheck(
  tx: Tx,
  given: {
    readonly mechanism: string
    readonly rule: string
    readonly found: LookedUp & {
      readonly amount?: number
      readonly unit?: string
      readonly direction?: string
      readonly hard?: boolean
      readonly zone?: string
    }
  },
): Promise<void> {
  const rule = shipped(given.mechanism).timeLimits.find(({ id }) => id === given.rule)
  if (!rule) throw new Problem('not_found')
  const { found } = given
  const read = readLookedUp(found)
  const isYearly = /^\d\d-\d\d$/.test(rule.unit)
  if (rule.amount === null && found.amount === undefined && !isYearly) refuse('amount', checkProblems.figure)
  const isCounted = termUnits.some((unit) => unit === (found.unit ?? rule.unit))
  if (!isCounted && !isYearly) refuse('unit', checkProblems.needed)
  if (rule.direction.value === null && rule.direction.counted !== false && !found.direction)
    refuse('direction', checkProblems.direction)
  const data = readShape(ruleCheckShape, { ...found, ...read, of: ruleDigest(rule) })
  await writeCheck(tx, {
    kind: 'check',
    key: `${given.mechanism}/${given.rule}`,
    data,
    reason: read.page,
  })
}

/** Notes that a fact that is no time rule was looked up, with what the page says instead where it differs. */
export async function noteFactCheck(
  tx: Tx,
  given: {
    readonly mechanism: string
    readonly place: string
    readonly found: LookedUp & {
      readonly text?: string
      readonly max?: number
      readonly codes?: readonly string[]
    }
  },
): Promise<void> {
  const placed = factsOf(shipped(given.mechanism)).find(({ place }) => place === given.place)
  if (!placed) throw new Problem('not_found')
  const read = readLookedUp(given.found)
  const data = readShape(factCheckShape, { ...given.found, ...read, of: factDigest(placed) })
  await writeCheck(tx, { kind: 'fact', key: `${given.mechanism}/${given.place}`, data, reason: read.page })
}

/** Notes what was found of something that the catalogue's compiler asked to verify. */
export async function noteAnswer(
  tx: Tx,
  given: {
    readonly mechanism: string
    /** Its place among `verify`. */
    readonly index: number
    readonly found: LookedUp & { readonly words: string }
  },
): Promise<void> {
  const question = shipped(given.mechanism).verify[given.index]
  if (question === undefined) throw new Problem('not_found')
  const read = readLookedUp(given.found)
  const found = needed('words', given.found.words)
  const data = readShape(verifyShape, { ...read, of: question, found })
  await writeCheck(tx, {
    kind: 'verify',
    key: `${given.mechanism}/verify.${given.index}`,
    data,
    reason: read.page,
  })
}

/** Takes a check back: the fact stands again as the catalogue has it. */
export async function withdrawCheckOf(
  tx: Tx,
  given: {
    readonly mechanism: string
    readonly kind: 'check' | 'fact' | 'verify'
    readonly place: string
    readonly reason: string
  },
): Promise<void> {
  const mechanism = shipped(given.mechanism)
  const known =
    given.kind === 'check'
      ? mechanism.timeLimits.some(({ id }) => id === given.place)
      : given.kind === 'fact'
        ? factsOf(mechanism).some(({ place }) => place === given.place)
        : mechanism.verify.some((_, index) => `verify.${index}` === given.place)
  if (!known) throw new Problem('not_found')
  await writeCheck(tx, {
    kind: given.kind,
    key: `${given.mechanism}/${given.place}`,
    data: null,
    reason: needed('reason', given.reason),
  })
}
