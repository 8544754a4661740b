import type { PublicTerm, PublicTexts } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { Prose } from '#web/components'
import type { TermCount } from './published.ts'

/** A term in the reader's language; its code when an organisation gave it no words. */
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

/** A text in the reader's language, or else in the first that there is, with the language it is in. */
export function textIn(
  texts: PublicTexts | undefined,
  language: Language,
  others: readonly string[] = [],
): { readonly text: string; readonly lang: string | undefined } {
  const lang = [language, ...others, ...Object.keys(texts ?? {})].find((code) => texts?.[code])
  return { text: (lang && texts?.[lang]) || '', lang: lang === language ? undefined : lang }
}

/** A text of several paragraphs in the reader's language, or in another said to be so by its mark. */
export function PublicText({
  texts,
  language,
  others,
}: {
  readonly texts: PublicTexts | undefined
  readonly language: Language
  readonly others?: readonly string[]
}) {
  const { text, lang } = textIn(texts, language, others)
  if (!text) return null
  return (
    <Prose lang={lang ?? language}>
      {text.split(/\n{2,}/).map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
        <p key={i}>{paragraph}</p>
      ))}
    </Prose>
  )
}
