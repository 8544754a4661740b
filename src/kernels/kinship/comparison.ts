import type { Observed } from './evidence.ts'
import { type Member, type OrderedMember, orderPedigree } from './pedigree.ts'
import { Refusal } from './refusal.ts'

/** A family, the person wanted in it, and the person compared. */
export interface Comparison {
  readonly pedigree: readonly Member[]
  readonly missing: string
  /** Alleles by locus, of typed relatives. */
  readonly genotypes: Readonly<Record<string, Readonly<Record<string, Observed>>>>
  readonly candidate: Readonly<Record<string, Observed>>
  readonly candidateSex: 'M' | 'F'
  readonly chromosome: 'autosomal' | 'X'
}

/** A comparison checked, its people in order. */
export interface OrderedComparison {
  /** Parents before children; the person compared, as a stranger to the family, comes last. */
  readonly members: readonly OrderedMember[]
  /** Places of the missing person and of the person compared. */
  readonly missing: number
  readonly stranger: number
  /** By member, what was seen. */
  readonly genotypes: readonly (Readonly<Record<string, Observed>> | undefined)[]
  /** By member, alleles carried: 1 for a man's X. */
  readonly copies: readonly (1 | 2)[]
}

/**
 * Checks what does not depend on a locus and puts parents before children. Refuses a missing person who is not in the
 * pedigree or of another sex than the person compared or is typed, profiles of people who are not in it, and impossible pedigrees.
 */
export function orderComparison(comparison: Comparison): OrderedComparison {
  const { missing, genotypes, candidateSex } = comparison
  const family = orderPedigree(comparison.pedigree)
  const place = family.findIndex((one) => one.id === missing)
  const wanted = family[place]
  if (!wanted)
    throw new Refusal(
      'person-unknown',
      `the missing person ${missing} is not in the pedigree`,
      'name a person of the pedigree',
      { person: missing },
    )
  if (wanted.sex !== candidateSex)
    throw new Refusal(
      'sex-conflict',
      `the missing person ${missing} is ${wanted.sex}, the person compared ${candidateSex}`,
      'compare with people of the same sex, or correct it',
      { person: missing },
    )
  checkTyped(family, missing, genotypes)
  const stranger = { id: '\u0000candidate', sex: candidateSex, father: -1, mother: -1 }
  const members = [...family, stranger]
  return {
    members,
    missing: place,
    stranger: family.length,
    genotypes: members.map(({ id }) => genotypes[id]),
    copies: members.map(({ sex }) => (comparison.chromosome === 'X' && sex === 'M' ? 1 : 2)),
  }
}

/** Refuses profiles of people who are not in the pedigree, and one of the missing person. */
export function checkTyped(
  members: readonly OrderedMember[],
  missing: string,
  genotypes: Comparison['genotypes'],
): void {
  const ids = new Set(members.map(({ id }) => id))
  for (const [id, profile] of Object.entries(genotypes)) {
    if (!ids.has(id))
      throw new Refusal(
        'person-unknown',
        `${id} has a profile and is not in the pedigree`,
        'add the person to the pedigree',
        { person: id },
      )
    if (id !== missing) continue
    const locus = Object.keys(profile).find((name) => (profile[name]?.length ?? 0) > 0)
    if (locus !== undefined)
      throw new Refusal(
        'person-twice',
        `${missing} is missing and typed`,
        'leave the missing person untyped',
        { person: missing, locus },
      )
  }
}
