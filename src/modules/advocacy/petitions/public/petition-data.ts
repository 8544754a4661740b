import type { PublicTerm, PublicTexts } from '#platform/house'
import { type Language, label } from '#platform/i18n'

/** A moment as it was written, with its clocks, and the instant that it is. */
export interface PublicMoment {
  readonly said: string
  readonly at: string
}

/** Somebody asked, and what they did. */
export interface PublicAddressee {
  readonly code: string
  readonly name: string
  readonly kind?: PublicTerm
  readonly state?: PublicTerm
  readonly ask?: PublicTerm
  readonly askWords?: PublicTexts
  readonly askedOn?: string
  readonly response: string
  /** The day of the response. */
  readonly on?: string
  readonly answer?: PublicTexts
}

/** Everything that the public may know of a petition, besides its numbers and the names given for the public. */
export interface PetitionData {
  readonly fictitious: boolean
  /** One term: `public`, or `sign_on` for what is signed by invitation. */
  readonly kind?: readonly PublicTerm[]
  readonly heading?: PublicTexts
  readonly text?: PublicTexts
  readonly country?: readonly PublicTerm[]
  readonly states?: readonly PublicTerm[]
  readonly opens?: PublicMoment
  readonly closes?: PublicMoment
  readonly target?: number
  readonly outcome?: PublicTexts
  readonly addressees?: readonly PublicAddressee[]
}

/** A text in the language of the page, or the first that there is, with the language that it is in; null for none. */
export function textIn(
  texts: PublicTexts | undefined,
  language: Language,
): { readonly text: string; readonly language: string } | null {
  if (!texts) return null
  const own = texts[language]
  if (own) return { text: own, language }
  const [first] = Object.entries(texts)
  return first ? { text: first[1], language: first[0] } : null
}

/** Whether it is one that anyone may sign. */
export const isForAll = (data: PetitionData): boolean => data.kind?.[0]?.code === 'public'

/** Names of terms, in a line. */
export const termsIn = (terms: readonly PublicTerm[] | undefined, language: Language): string =>
  (terms ?? []).map((one) => label(one.label, language) || one.code).join(', ')
