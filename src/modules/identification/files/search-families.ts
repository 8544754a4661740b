import {
  type Locus,
  type Model,
  type Plans,
  Refusal,
  checkModel,
  familyTable,
  genotypePlace,
  orderPedigree,
  prepareLocus,
} from '#kernels/kinship'
import { refusalProblem } from './refusal-words.ts'
import type { FrequencyTable, SearchFile } from './shapes.ts'

/** The candidates' profiles as places in the families' tables, loci side by side; -1 where a locus was not typed. */
export interface Candidates {
  readonly ids: readonly string[]
  readonly places: Int32Array
}

const refusing = <T>(place: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw refusalProblem(error, place)
    throw error
  }
}

/** The loci of a search made ready. */
export function prepareLoci(
  names: readonly string[],
  table: FrequencyTable,
  model: Model,
  place: string,
): readonly Locus[] {
  return refusing(place, () => {
    checkModel(model)
    return names.map((name) => {
      const frequencies = table[name]
      if (!frequencies)
        throw new Refusal('no-frequencies', `no frequencies for ${name}`, 'add the locus to the table', {
          locus: name,
        })
      return prepareLocus(name, frequencies, model)
    })
  })
}

/** Profiles turned into places. Refuses an allele that the table lacks, and more than two. */
export function placeCandidates(candidates: SearchFile['candidates'], loci: readonly Locus[]): Candidates {
  const places = new Int32Array(candidates.length * loci.length).fill(-1)
  const alleles = loci.map((locus) => new Map(locus.alleles.map((allele, i) => [allele, i])))
  candidates.forEach(({ id, genotype }, row) => {
    loci.forEach(({ name }, column) => {
      const seen = genotype[name]
      if (!seen || seen.length === 0) return
      const found = seen.map((allele) => alleles[column]?.get(allele))
      const unknown = seen.find((_, i) => found[i] === undefined)
      if (unknown !== undefined || seen.length > 2)
        refusing('', () => {
          throw new Refusal(
            seen.length > 2 ? 'too-many-alleles' : 'unknown-allele',
            seen.length > 2 ? `${seen.length} alleles` : `allele ${unknown}`,
            '',
            { person: id, locus: name },
          )
        })
      const [a = 0, b = a] = found
      places[row * loci.length + column] = genotypePlace(a ?? 0, b ?? 0)
    })
  })
  return { ids: candidates.map(({ id }) => id), places }
}

/** log10 LR of one family against every candidate, in their order; -Infinity where a locus excludes. */
export function searchFamily(
  family: SearchFile['families'][number],
  candidates: Candidates,
  loci: readonly Locus[],
  model: Model,
): Float64Array {
  const tables = refusing(family.id, () => {
    const members = orderPedigree(family.pedigree)
    const ids = new Set(members.map(({ id }) => id))
    for (const id of [family.missing, ...Object.keys(family.genotypes)])
      if (!ids.has(id))
        throw new Refusal('person-unknown', `${id} is not in the pedigree`, '', { person: id })
    const plans: Plans = new Map()
    return loci.map((locus) =>
      familyTable(members, family.missing, (id) => family.genotypes[id]?.[locus.name], locus, model, plans),
    )
  })
  return sumTables(tables, candidates)
}

/** The sum of the loci's tables at each candidate's places, as log10. */
export function sumTables(tables: readonly Float64Array[], { ids, places }: Candidates): Float64Array {
  const width = tables.length
  const found = new Float64Array(ids.length)
  for (let row = 0; row < found.length; row++) {
    let ln = 0
    const from = row * width
    // Most pairs are excluded at one of the first loci.
    for (let i = 0; i < width && ln !== Number.NEGATIVE_INFINITY; i++) {
      const place = places[from + i] as number
      if (place >= 0) ln += (tables[i] as Float64Array)[place] as number
    }
    found[row] = ln / Math.LN10
  }
  return found
}

/** The places of the `most` largest values, largest first; all of them where `most` is undefined, in their own order. */
export function bestOf(values: Float64Array, most: number | undefined): readonly number[] {
  const all = Array.from(values.keys())
  if (most === undefined) return all
  return all.sort((i, j) => (values[j] as number) - (values[i] as number) || i - j).slice(0, most)
}
