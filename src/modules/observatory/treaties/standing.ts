import { type Labels, labels } from '#platform/i18n'
import { type ActKind, binding } from './act.ts'

export const standings = ['party', 'signed', 'withdrawn', 'none'] as const
/** Bound; signed and no more; bound and no longer; nothing that the source knows of. */
export type Standing = (typeof standings)[number]

/** Where a state stands towards a treaty by its acts. */
export interface TreatyStanding {
  readonly standing: Standing
  /** The day or year of the act by which it stands there; empty where it is not known. */
  readonly since: string
  /** The act by which it became party. */
  readonly by: ActKind | null
}

const nothing: TreatyStanding = { standing: 'none', since: '', by: null }

/** Before, as far as two dates tell: a year alone is before a day only of a later year. */
const isBefore = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

/**
 * Where a state stands by what it did: party by the last act that binds unless a withdrawal came after it (or on the same
 * date, as far as it is known); signed when nothing binds.
 */
export function standingBy(
  acts: readonly { readonly act: ActKind; readonly doneOn: string }[],
): TreatyStanding {
  const latest = (of: (act: ActKind) => boolean) =>
    acts
      .filter(({ act }) => of(act))
      .reduce<(typeof acts)[number] | null>(
        (last, one) => (last === null || !isBefore(one.doneOn, last.doneOn) ? one : last),
        null,
      )
  const bound = latest((act) => binding.has(act))
  const left = latest((act) => act === 'withdrawal')
  if (left && (bound === null || !isBefore(left.doneOn, bound.doneOn)))
    return { standing: 'withdrawn', since: left.doneOn, by: bound?.act ?? null }
  if (bound) return { standing: 'party', since: bound.doneOn, by: bound.act }
  const signed = latest((act) => act === 'signature')
  return signed ? { standing: 'signed', since: signed.doneOn, by: null } : nothing
}

export const standingLabels: Readonly<Record<Standing, Labels>> = {
  party: labels('Party', 'Parte', 'Part'),
  signed: labels('Signed, not party', 'Firmado, no es parte', 'Signat, no és part'),
  withdrawn: labels('Withdrew', 'Se retiró', "Se'n va retirar"),
  none: labels('No action', 'Ninguna acción', 'Cap acció'),
}
