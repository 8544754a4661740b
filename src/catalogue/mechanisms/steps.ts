import type { Labels } from '#platform/i18n'
import { anchors, mechanismOf } from './catalogue.ts'
import asylum from './data/steps-ar-conare-asylum.json' with { type: 'json' }
import type { TextFact } from './fact.ts'
import type { Mechanism } from './mechanism.ts'

/** A step of a procedure. */
export interface Step extends TextFact {
  readonly id: string
  readonly label: Labels
  /** The events that a person dates when the step is taken: keys for `clocksFor`. */
  readonly sets: readonly string[]
  /** The rules that matter at this step, by id. */
  readonly clocks: readonly string[]
  /** Outcomes of the mechanism that it records. */
  readonly records: readonly string[]
}

/**
 * The steps of a procedure, in order. Written out for the asylum request in Argentina; for every other mechanism derived:
 * one step for each event that a rule is counted from. Throws RangeError on an unknown mechanism.
 */
export function stepsOf(mechanismId: string): readonly Step[] {
  const mechanism = mechanismOf(mechanismId)
  if (!mechanism) throw new RangeError(`no mechanism ${mechanismId}`)
  return mechanismId === asylum.mechanism ? (asylum.steps as readonly Step[]) : derived(mechanism)
}

function derived(mechanism: Mechanism): readonly Step[] {
  const byAnchor = Map.groupBy(mechanism.timeLimits, ({ anchor }) => anchor)
  return [...byAnchor].flatMap(([anchor, rules]) => {
    const [first] = rules
    const label = anchors[anchor]
    if (!first || !label) return []
    const { text, source, confidence, provenance } = first
    const clocks = rules.map(({ id }) => id)
    return [{ id: anchor, label, text, sets: [anchor], clocks, records: [], source, confidence, provenance }]
  })
}
