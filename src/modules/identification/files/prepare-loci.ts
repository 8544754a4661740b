import { checkModel, type Locus, type Model, prepareLocus, Refusal } from '#kernels/kinship'
import { refusing } from './refusal-words.ts'
import type { FrequencyTable } from './shapes.ts'

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
