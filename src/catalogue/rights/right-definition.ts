/** The five languages in which a right has a label. */
export type RightLanguage = 'en' | 'es' | 'ca' | 'fr' | 'pt'

/** A right, or the holder of rights, as directories and reports name them. */
export type Right = {
  readonly code: string
  readonly label: Readonly<Record<RightLanguage, string>>
  readonly definition: { readonly en: string; readonly es: string; readonly ca: string }
  /** Articles of the Universal Declaration that come nearest; empty where it has none. */
  readonly udhr: readonly number[]
}

type Labels = readonly [en: string, es: string, ca: string, fr: string, pt: string]
type Definitions = readonly [en: string, es: string, ca: string]

/** A row of the list: labels in en, es, ca, fr, pt; definitions in en, es, ca. */
export function right(
  code: string,
  labels: Labels,
  definitions: Definitions,
  udhr: readonly number[],
): Right {
  const [en, es, ca, fr, pt] = labels
  return {
    code,
    label: { en, es, ca, fr, pt },
    definition: { en: definitions[0], es: definitions[1], ca: definitions[2] },
    udhr,
  }
}
