import { type FactorKind } from '../words-of-risk.ts'
import { byKindAndName } from './assessments.ts'

/** What of a reading is compared. */
export interface ComparedReading {
  readonly factorId: string
  readonly kind: FactorKind
  readonly name: string
  readonly level: string
}

/** What became of a factor between two assessments; a level that changed is told as words, never as more or less. */
export type Change = 'new' | 'gone' | 'not_discussed' | 'changed' | 'same'

export interface ComparedFactor<Of extends ComparedReading> {
  readonly factorId: string
  readonly kind: FactorKind
  readonly name: string
  readonly change: Change
  readonly before: Of | null
  readonly after: Of | null
}

/**
 * Two assessments side by side, factor by factor, in the order of kind and name. A factor that had gone counts as not
 * there; one that the later assessment does not mention is `not_discussed`, which is not `gone`.
 */
export function compareReadings<Of extends ComparedReading>(
  before: readonly Of[],
  after: readonly Of[],
): readonly ComparedFactor<Of>[] {
  const was = new Map(before.map((one) => [one.factorId, one]))
  const is = new Map(after.map((one) => [one.factorId, one]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((factorId): readonly ComparedFactor<Of>[] => {
      const [old, now] = [was.get(factorId) ?? null, is.get(factorId) ?? null]
      const named = now ?? old
      if (!named) return []
      const there = old !== null && old.level !== 'gone'
      if (!there && (now === null || now.level === 'gone')) return []
      const change: Change =
        now === null
          ? 'not_discussed'
          : now.level === 'gone'
            ? 'gone'
            : !there
              ? 'new'
              : old.level === now.level
                ? 'same'
                : 'changed'
      return [{ factorId, kind: named.kind, name: named.name, change, before: old, after: now }]
    })
    .sort(byKindAndName)
}
