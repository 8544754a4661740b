/** How far a fact may be trusted when its source is right. */
export type Confidence = 'high' | 'medium' | 'low'

/**
 * Where a fact comes from: `found` in a document that was read; `mixed` partly; `brief`: commonly stated, no document
 * read; `own`: general knowledge, not checked.
 */
export type Provenance = 'found' | 'mixed' | 'brief' | 'own'

/** What every fact of the catalogue carries: ids of `sources`, never none. */
export interface Fact {
  readonly source: readonly string[]
  readonly confidence: Confidence
  readonly provenance: Provenance
  /** The organisation's own check that stands behind it, where it has one. */
  readonly lookedUp?: { readonly on: string; readonly by: string; readonly page: string }
}

export interface TextFact extends Fact {
  readonly text: string
}

/** A document, a page, a data set; or `own` and `brief`, which are none. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly kind: 'official' | 'secondary' | 'dataset' | 'brief' | 'own-knowledge'
  readonly retrieved: string
  /** As it was found; it may have moved. */
  readonly url?: string
  readonly note?: string
}

/** Words in some of the four languages; English is always there, except where a national body has only Spanish. */
export type Names = Readonly<Partial<Record<'en' | 'es' | 'ca' | 'fr', string>>>

/** True when a document stands behind the fact, at least in part. What is not checked is shown as such everywhere. */
export const isChecked = (fact: Fact): boolean => fact.provenance === 'found' || fact.provenance === 'mixed'
