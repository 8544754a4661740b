import { genotypePlace, type Locus, Refusal } from '#kernels/kinship'
import type { SearchFile } from '../files/shapes.ts'
import { refusing } from '../files/refusal-words.ts'

/** Candidates' profiles for a search, loci one after another; shared between threads without a copy. */
export interface CandidateColumns {
  readonly ids: readonly string[]
  /** By locus and then candidate, the place in a family's table (`genotypePlace`); one past the table where nothing was typed. */
  readonly places: Uint16Array
}

/** How many places a locus's table has. */
export const tableLength = ({ alleles }: { readonly alleles: readonly string[] }): number =>
  (alleles.length * (alleles.length + 1)) / 2

/** Largest table whose places fit in 16 bits, with one to spare: 360 alleles. */
const mostPlaces = 65_535

/**
 * Profiles turned into places. Refuses an allele that a table lacks, more than two of them, and a candidate given twice,
 * with the person and the locus.
 */
export function placeCandidates(
  candidates: SearchFile['candidates'],
  loci: readonly Locus[],
): CandidateColumns {
  const count = candidates.length
  const places = new Uint16Array(new SharedArrayBuffer(2 * count * loci.length))
  const ids = candidates.map(({ id }) => id)
  refusing('', () => {
    const known = new Set<string>()
    for (const id of ids) {
      if (known.has(id))
        throw new Refusal('person-twice', `${id} stands twice among the candidates`, '', { person: id })
      known.add(id)
    }
    loci.forEach((locus, column) => {
      const untyped = tableLength(locus)
      if (untyped > mostPlaces)
        throw new Refusal('bad-parameter', `${locus.alleles.length} alleles are too many`, '', {
          locus: locus.name,
        })
      candidates.forEach(({ id, genotype }, row) => {
        places[column * count + row] = placeOf(genotype[locus.name], locus, id) ?? untyped
      })
    })
  })
  return { ids, places }
}

function placeOf(seen: readonly string[] | undefined, locus: Locus, person: string): number | undefined {
  if (!seen || seen.length === 0) return undefined
  const at = { person, locus: locus.name }
  if (seen.length > 2)
    throw new Refusal('too-many-alleles', `${seen.length} alleles: ${seen.join(', ')}`, '', at)
  const [a, b = a] = seen.map((allele) => {
    const place = locus.places.get(allele.trim())
    if (place === undefined) throw new Refusal('unknown-allele', `allele ${allele}`, '', at)
    return place
  })
  return genotypePlace(a ?? 0, b ?? 0)
}
