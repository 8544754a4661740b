/** The interface languages. Content may be in any language; these are the ones every label has. */
export const languages = ['en', 'es', 'ca'] as const

export type Language = (typeof languages)[number]

/** A word of the interface in every interface language. */
export type Labels = Readonly<Record<Language, string>>

/** A label in the three interface languages, in the order English, Spanish, Catalan. */
export const labels = (en: string, es: string, ca: string): Labels => ({ en, es, ca })

/** Whether `value` is one of the interface languages. */
export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/**
 * The label in `lang`; where an organisation's own term lacks that language, the first that it has,
 * because a term without a label would be a blank line in a form.
 */
export const label = (labels: Partial<Labels>, lang: Language): string =>
  labels[lang] || labels.es || labels.en || labels.ca || ''

/** The best interface language for an `Accept-Language` header; English when none fits. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters
        .find((p) => p.trim().startsWith('q='))
        ?.trim()
        .slice(2)
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality) || 0,
      }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) if (isLanguage(language)) return language
  return 'en'
}
