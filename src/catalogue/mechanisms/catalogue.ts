import type { Labels } from '#platform/i18n'
import anchorLabels from './data/anchors.json' with { type: 'json' }
import about from './data/catalogue.json' with { type: 'json' }
import fieldFile from './data/fields.json' with { type: 'json' }
import sourceFile from './data/sources.json' with { type: 'json' }
import type { Source } from './fact.ts'
import type { Field, Mechanism } from './mechanism.ts'
import { mechanismFiles } from './mechanism-files.ts'
import { isRuleChecked, type RuleCheck, type RuleRole, withCheck } from './rule.ts'

/** The version of the catalogue, to be kept beside whatever is computed from it; and what each role of a rule means. */
export const catalogue = {
  version: about.version,
  asOf: about.asOf,
  // The shape of the files is proved by the tests (check-catalogue.ts).
  roles: about.roles as Readonly<Record<RuleRole, string>>,
} as const

/** Every mechanism, in the catalogue's order: UN, regional, national. */
export const mechanisms: readonly Mechanism[] = (mechanismFiles as readonly Mechanism[]).toSorted(
  (a, b) => about.order.indexOf(a.id) - about.order.indexOf(b.id),
)

export const sources: readonly Source[] = sourceFile.sources as readonly Source[]
export const fields: readonly Field[] = fieldFile.fields as readonly Field[]
/** The events from which terms are counted, with a label in three languages. */
export const anchors: Readonly<Record<string, Labels>> = anchorLabels

const mechanismById = new Map(mechanisms.map((one) => [one.id, one]))
const sourceById = new Map(sources.map((one) => [one.id, one]))
const fieldById = new Map(fields.map((one) => [one.id, one]))

/** The mechanism with this id, or null. */
export const mechanismOf = (id: string): Mechanism | null => mechanismById.get(id) ?? null

/** The source with this id; null for one that is not in the catalogue (an organisation's own page). */
export const sourceOf = (id: string): Source | null => sourceById.get(id) ?? null

/** The field with this id, or null. */
export const fieldOf = (id: string): Field | null => fieldById.get(id) ?? null

/** The events that the rules of a mechanism are counted from, each once, in the order of its rules. */
export const anchorsOf = (mechanism: Mechanism): readonly string[] => [
  ...new Set(mechanism.timeLimits.map(({ anchor }) => anchor)),
]

/** How much a mechanism asks for a field: R required, r recommended, C conditional; null when it does not ask. */
export function fieldNeed(mechanism: Mechanism, field: string): 'R' | 'r' | 'C' | null {
  const { required, recommended, conditional } = mechanism.fields
  if (required.includes(field)) return 'R'
  if (recommended.includes(field)) return 'r'
  return conditional.some((one) => one.field === field) ? 'C' : null
}

/** The mechanism with an organisation's own checks of its rules, by rule id. Throws RangeError on an unknown rule. */
export function withChecks<M extends Pick<Mechanism, 'id' | 'timeLimits'>>(
  mechanism: M,
  checks: Readonly<Record<string, RuleCheck>>,
): M {
  const known = new Set(mechanism.timeLimits.map(({ id }) => id))
  for (const id of Object.keys(checks))
    if (!known.has(id)) throw new RangeError(`${mechanism.id} has no rule ${id}`)
  const timeLimits = mechanism.timeLimits.map((rule) => {
    const check = checks[rule.id]
    return check ? withCheck(rule, check) : rule
  })
  return { ...mechanism, timeLimits }
}

/** What is left to look up in a mechanism: the ids of its unchecked rules, and what its compiler asks to verify. */
export function toVerify(mechanism: Mechanism): {
  readonly rules: readonly string[]
  readonly words: readonly string[]
} {
  const rules = mechanism.timeLimits.filter((rule) => !isRuleChecked(rule)).map(({ id }) => id)
  return { rules, words: mechanism.verify }
}
