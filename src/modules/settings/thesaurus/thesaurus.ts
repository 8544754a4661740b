import type { Term } from '#platform/records'

/** A thesaurus as it was read, before it is compared with what there is. */
export interface Thesaurus {
  readonly format: 'skos-xml' | 'skos-turtle' | 'skos-json-ld' | 'microthesaurus'
  /** Proposed technical name of the vocabulary. */
  readonly name: string
  /** Words by language, any language. */
  readonly label: Readonly<Record<string, string>>
  readonly source?: string
  readonly terms: readonly Term[]
  /** What the file says and a vocabulary cannot hold. */
  readonly left: {
    /** Terms with more than one broader term: the first stays. */
    readonly otherParents: number
    /** Alternative and hidden labels. */
    readonly synonyms: number
  }
}

/** A technical name made of any words: `Types d’actes` → `types_d_actes`. */
export function technicalName(words: string): string {
  const name = words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '')
  return name
}
