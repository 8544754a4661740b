import type { PublicTexts } from '#platform/house'

/** A text in the first of the organisation's languages that has it; empty when none has. */
export const firstOf = (texts: PublicTexts, languages: readonly string[]): string =>
  [...languages, ...Object.keys(texts)].map((code) => texts[code]).find(Boolean) ?? ''
