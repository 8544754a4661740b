import type { Schema, Vocabulary } from '#platform/records'
import type { Thesaurus } from './thesaurus.ts'

/**
 * A name for the vocabulary that a thesaurus becomes: its own, unless the product has a vocabulary of that name, which
 * a file from elsewhere must not change by accident. The same file always gets the same name, so that bringing a newer
 * edition in changes the first.
 */
export const proposeName = (thesaurus: Thesaurus, shipped: Schema): string =>
  shipped.vocabularies.has(thesaurus.name) ? `${thesaurus.name.slice(0, 50)}_imported` : thesaurus.name

/** The thesaurus as a vocabulary of that name. Words in languages that the screens do not use are kept. */
export const asVocabulary = (thesaurus: Thesaurus, name: string): Vocabulary => ({
  name,
  label: thesaurus.label as Vocabulary['label'],
  ...(thesaurus.source !== undefined && { source: thesaurus.source }),
  terms: thesaurus.terms,
})
