import { type Locus, type LocusFrequencies, prepareLocus } from './alphabet.ts'
import type { Comparison } from './comparison.ts'
import type { Model } from './score.ts'

/**
 * The same likelihoods by brute force, to check the engine by: every ordered genotype of every person is gone through. Only
 * for tests, on a few people and alleles. Shares nothing with the engine but the mutation matrices and the table.
 */
export function likelihoodByEnumeration(
  comparison: Comparison,
  name: string,
  frequencies: LocusFrequencies,
  model: Model,
  candidateIs: 'missing' | 'unrelated',
): number {
  const locus: Locus = prepareLocus(name, frequencies, model)
  const x = comparison.chromosome === 'X'
  const n = locus.alleles.length
  const silent = model.silent > 0 ? n : -1
  const p = [...locus.p].map((one) => one * (1 - model.silent))
  if (silent >= 0) p.push(model.silent)
  const size = p.length
  const people = [
    ...comparison.pedigree.map((one) => ({ ...one })),
    ...(candidateIs === 'unrelated'
      ? [{ id: '*', father: null, mother: null, sex: comparison.candidateSex }]
      : []),
  ]
  // Parents first.
  const order: typeof people = []
  while (order.length < people.length)
    for (const one of people)
      if (
        !order.includes(one) &&
        [one.father, one.mother].every(
          (parent) => parent === null || order.some((done) => done.id === parent),
        )
      )
        order.push(one)
  const observedOf = (id: string) =>
    id === (candidateIs === 'missing' ? comparison.missing : '*')
      ? comparison.candidate[name]
      : comparison.genotypes[id]?.[name]
  const isCandidate = (id: string) => id === (candidateIs === 'missing' ? comparison.missing : '*')

  const shows = (id: string, alleles: readonly number[]): number => {
    const observed = observedOf(id)
    if (!observed || observed.length === 0) return 1
    const seen = new Set(observed.map((allele) => locus.alleles.indexOf(allele)))
    const d = isCandidate(id) ? model.dropout : 0
    // Each copy shows or not; a silent one never.
    let chance = 0
    const copies = alleles.length
    for (let mask = 0; mask < 2 ** copies; mask++) {
      let weight = 1
      const shown = new Set<number>()
      for (let i = 0; i < copies; i++) {
        const visible = (mask >> i) & 1
        const allele = alleles[i] ?? -1
        if (allele === silent) weight *= visible ? 0 : 1
        else {
          weight *= visible ? 1 - d : d
          if (visible) shown.add(allele)
        }
      }
      if (shown.size === seen.size && [...shown].every((allele) => seen.has(allele))) chance += weight
    }
    return chance
  }
  const passes = (from: readonly number[], to: number, sex: 'male' | 'female'): number => {
    let sum = 0
    for (const allele of from)
      sum +=
        allele === silent || to === silent
          ? Number(allele === to)
          : locus.matrices
            ? (locus.matrices[sex][allele * n + to] ?? 0)
            : Number(allele === to)
    return sum / from.length
  }
  const counts = Array.from({ length: size }, () => 0)
  let drawn = 0
  const genotypes = new Map<string, readonly number[]>()
  const walk = (i: number): number => {
    const one = order[i]
    if (!one) return 1
    const copies = x && one.sex === 'M' ? 1 : 2
    let sum = 0
    for (let a = 0; a < size; a++)
      for (let b = 0; b < (copies === 2 ? size : 1); b++) {
        const mine = copies === 2 ? [a, b] : [a]
        const seen = shows(one.id, mine)
        if (seen === 0) continue
        let chance = seen
        const founder = one.father === null
        if (founder)
          for (const allele of mine) {
            chance *=
              ((counts[allele] ?? 0) * model.theta + (1 - model.theta) * (p[allele] ?? 0)) /
              (1 + (drawn - 1) * model.theta)
            counts[allele] = (counts[allele] ?? 0) + 1
            drawn++
          }
        else {
          if (copies === 2) chance *= passes(genotypes.get(one.father ?? '') ?? [], a, 'male')
          chance *= passes(genotypes.get(one.mother ?? '') ?? [], mine[mine.length - 1] ?? 0, 'female')
        }
        if (chance > 0) {
          genotypes.set(one.id, mine)
          sum += chance * walk(i + 1)
        }
        if (founder)
          for (const allele of mine) {
            counts[allele] = (counts[allele] ?? 0) - 1
            drawn--
          }
      }
    return sum
  }
  return walk(0)
}
