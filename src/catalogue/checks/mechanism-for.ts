import { type Mechanism, type RuleCheck, mechanismOf, mechanisms, withChecks } from '#catalogue/mechanisms'
import type { Tx } from '#platform/records'
import { type KeptCheck, lastOf, readChecks } from './book.ts'
import {
  factCheckShape,
  factDigest,
  factsOf,
  type KeptAnswer,
  type KeptFactCheck,
  verifyShape,
  withFactChecks,
} from './fact-check.ts'
import { ruleCheckOf, ruleCheckShape, ruleDigest } from './rule-check.ts'

/** A mechanism as an organisation knows it: the catalogue with its own checks laid over it. */
export interface KnownMechanism {
  readonly mechanism: Mechanism
  /** Places whose check no longer holds, because the catalogue reads otherwise since: a rule's id, or a fact's place. */
  readonly outdated: ReadonlySet<string>
  /** What was found of that which its compiler asked to verify, by the words of the question. */
  readonly answers: ReadonlyMap<string, KeptAnswer>
  /** What the organisation decided of this mechanism, the last first of each. */
  readonly history: readonly KeptCheck[]
}

/** The mechanism as the organisation knows it: what clocks and forms go by. Null where there is none of that id. */
export async function mechanismFor(tx: Pick<Tx, 'sql' | 'actor'>, id: string): Promise<Mechanism | null> {
  return (await knownMechanism(tx, id))?.mechanism ?? null
}

/** As `mechanismFor`, with what was checked and what no longer holds. */
export async function knownMechanism(
  tx: Pick<Tx, 'sql' | 'actor'>,
  id: string,
): Promise<KnownMechanism | null> {
  const shipped = mechanismOf(id)
  return shipped ? layOver(shipped, await readChecks(tx, ['check', 'fact', 'verify'], `${id}/`)) : null
}

/** Every mechanism of the catalogue as the organisation knows it, in its order: one statement. */
export async function mechanismsFor(tx: Pick<Tx, 'sql' | 'actor'>): Promise<readonly KnownMechanism[]> {
  const entries = await readChecks(tx, ['check', 'fact', 'verify'])
  const byMechanism = Map.groupBy(entries, ({ key }) => key.slice(0, key.indexOf('/')))
  return mechanisms.map((one) => layOver(one, byMechanism.get(one.id) ?? []))
}

/** A mechanism with the checks that still hold of it. Pure. */
export function layOver(shipped: Mechanism, entries: readonly KeptCheck[]): KnownMechanism {
  const placeOf = (key: string) => key.slice(shipped.id.length + 1)
  const outdated = new Set<string>()
  const rules: Record<string, RuleCheck> = {}
  for (const [key, check] of lastOf(entries, 'check', ruleCheckShape)) {
    const rule = shipped.timeLimits.find(({ id }) => id === placeOf(key))
    if (!rule) continue
    if (check.of === ruleDigest(rule)) rules[rule.id] = ruleCheckOf(check)
    else outdated.add(rule.id)
  }
  const facts = new Map<string, KeptFactCheck>()
  const byPlace = new Map(factsOf(shipped).map((one) => [one.place, one]))
  for (const [key, check] of lastOf(entries, 'fact', factCheckShape)) {
    const placed = byPlace.get(placeOf(key))
    if (!placed) continue
    if (check.of === factDigest(placed)) facts.set(placed.place, check)
    else outdated.add(placed.place)
  }
  const answers = new Map<string, KeptAnswer>()
  for (const answer of lastOf(entries, 'verify', verifyShape).values())
    if (shipped.verify.includes(answer.of)) answers.set(answer.of, answer)
  return {
    mechanism: withFactChecks(withChecks(shipped, rules), facts),
    outdated,
    answers,
    history: entries,
  }
}
