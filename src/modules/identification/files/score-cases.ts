import { Refusal, type Score, score } from '#kernels/kinship'
import { refusalProblem } from './refusal-words.ts'
import type { CaseFile, FrequencyTable } from './shapes.ts'

/** A case scored. */
export interface ScoredCase extends Score {
  readonly id: string
}

/** Scores every case of a file. Refuses bad material with the case, the person, the locus and the remedy. */
export async function scoreCases(
  { cases }: CaseFile,
  tableOf: (name: string) => Promise<FrequencyTable>,
): Promise<readonly ScoredCase[]> {
  const scored: ScoredCase[] = []
  for (const one of cases) {
    const { mutation, theta, poiDropout: dropout, silentFrequency: silent } = one.model
    const comparison = {
      pedigree: one.pedigree,
      missing: one.missing,
      genotypes: one.genotypes,
      candidate: one.poiGenotype,
      candidateSex: one.poiSex,
      chromosome: one.chromosome,
    }
    const table = await tableOf(one.frequencies)
    try {
      const model = {
        mutation: mutation && { ...mutation, stationary: mutation.stationary ?? false },
        theta,
        dropout,
        silent,
      }
      scored.push({ id: one.id, ...score(comparison, one.loci, table, model) })
    } catch (error) {
      if (error instanceof Refusal) throw refusalProblem(error, one.id)
      throw error
    }
  }
  return scored
}
