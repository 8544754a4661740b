import type { Alphabet } from './alphabet.ts'
import type { Evidence } from './evidence.ts'
import type { OrderedMember } from './pedigree.ts'
import type { Slot } from './transmission.ts'

/**
 * Which alleles each unseen person's slots must tell apart. An allele that none of a person's descendants shows matters to
 * nobody below: all such are one class, where the mutation model lets alleles be merged (Kemeny & Snell hold for each
 * transmission, as a child's classes are unions of the parent's). Without mutation an allele that no ancestor can have given
 * is left out.
 */
export interface Domains {
  /** States of one slot (0: paternal or only, 1: maternal) of an unseen member. */
  readonly of: (member: number, fathers: readonly Slot[], mothers: readonly Slot[]) => readonly Domain[]
}

/** The states of a slot: one allele each, but the last may stand for several. */
export interface Domain {
  /** By state, an allele (of a class, its first). */
  readonly alleles: Int32Array
  /** All alleles of the last state where it is a class of several. */
  readonly merged?: Int32Array
}

/** Every allele apart. */
export const wholeDomain = (size: number): Domain => ({
  alleles: Int32Array.from({ length: size }, (_, i) => i),
})

/**
 * Domains of a pedigree at a locus. `evidence`: by member. `wanted` must tell apart `wantedStates` (all where undefined).
 */
export function narrowDomains(
  members: readonly OrderedMember[],
  matters: readonly boolean[],
  evidence: readonly (Evidence | undefined)[],
  alphabet: Alphabet,
  wanted: string | undefined,
  wantedStates: readonly number[] | undefined,
): Domains {
  const { size } = alphabet
  const below: (Uint8Array | undefined)[] = members.map(() => undefined)
  const maskOf = (i: number): Uint8Array => (below[i] ??= startingMask(alphabet))
  for (let i = members.length - 1; i >= 0; i--) {
    const member = members[i]
    if (!member || !matters[i]) continue
    const mine = maskOf(i)
    if (member.id === wanted)
      if (wantedStates) for (const state of wantedStates) mine[state] = 1
      else mine.fill(1)
    if (member.father < 0) continue
    const seen = evidence[i]
    for (const parent of [member.father, member.mother]) {
      const theirs = maskOf(parent)
      if (!seen) for (let a = 0; a < size; a++) theirs[a] = (theirs[a] as number) | (mine[a] as number)
      else {
        for (const state of seen.first) theirs[state] = 1
        for (const state of seen.second) theirs[state] = 1
      }
    }
  }
  const all = new Uint8Array(size).fill(1)
  return {
    of(i, fathers, mothers) {
      const shown = maskOf(i)
      const founder = (members[i]?.father ?? -1) < 0
      const from = (slots: readonly Slot[]): Domain =>
        classes(shown, founder || alphabet.mutates ? all : possible(slots, size))
      if (founder) {
        const one = from([])
        return [one, one]
      }
      return [from(fathers), from(mothers)]
    },
  }
}

/** A silent allele shows in nobody and is asked for in everybody. */
function startingMask({ size, silent }: Alphabet): Uint8Array {
  const mask = new Uint8Array(size)
  if (silent >= 0) mask[silent] = 1
  return mask
}

/** The alleles that one of these slots may hold. */
function possible(slots: readonly Slot[], size: number): Uint8Array {
  const mask = new Uint8Array(size)
  for (const { alleles, merged } of slots) {
    for (const allele of alleles) mask[allele] = 1
    if (merged) for (const allele of merged) mask[allele] = 1
  }
  return mask
}

function classes(shown: Uint8Array, can: Uint8Array): Domain {
  const apart: number[] = []
  const rest: number[] = []
  for (let a = 0; a < shown.length; a++) if (can[a]) (shown[a] ? apart : rest).push(a)
  if (rest.length > 0) apart.push(rest[0] as number)
  return rest.length > 1
    ? { alleles: Int32Array.from(apart), merged: Int32Array.from(rest) }
    : { alleles: Int32Array.from(apart) }
}
