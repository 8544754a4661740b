import { type Language, label } from '#platform/i18n'
import type { PublicTerm } from '../projection.ts'
import type { TermCount } from './directory-query.ts'

/** A country or a right in the reader's language; its code when an organisation gave it no words. */
export const termLabel = (term: PublicTerm, language: Language): string =>
  label(term.label, language) || term.code

const collators = new Map<Language, Intl.Collator>()

const collator = (language: Language): Intl.Collator => {
  const known = collators.get(language) ?? new Intl.Collator(language)
  collators.set(language, known)
  return known
}

/** Counts as a list is read: most first, then by the alphabet of the language. */
export function inReadingOrder(
  counts: readonly TermCount[],
  language: Language,
): readonly (TermCount & { readonly words: string })[] {
  const { compare } = collator(language)
  return counts
    .map((one) => ({ ...one, words: termLabel(one, language) }))
    .sort((a, b) => b.count - a.count || compare(a.words, b.words))
}
