import { countries, countryName, fictionalStates, foldName, matchCountry } from '#catalogue/countries'
import { matchRights, rightLabel, rights } from '#catalogue/rights'
import type { Language } from '#platform/i18n'

/** What can be said of a row: where the person is from or works, and which rights they defend. */
export type CodeField = 'country' | 'rights'

/** A code that words typed by a person name, or the codes that they may mean: none, or several. */
export type TypedCode = { readonly code: string } | { readonly candidates: readonly string[] }

const exact: Readonly<Record<CodeField, ReadonlyMap<string, string>>> = {
  country: new Map(
    [...countries, ...fictionalStates].flatMap(({ code, name }) => [
      [code.toLowerCase(), code] as const,
      ...Object.values(name).map((words) => [foldName(words), code] as const),
    ]),
  ),
  rights: new Map(
    rights.flatMap(({ code, label }) => [
      [code, code] as const,
      ...Object.values(label).map((words) => [foldName(words), code] as const),
    ]),
  ),
}

/** Reads what a person typed: a name of the list in any of our languages, its code, or words that are certain. */
export function readTyped(field: CodeField, text: string): TypedCode {
  const known = exact[field].get(text.trim().toLowerCase()) ?? exact[field].get(foldName(text))
  if (known !== undefined) return { code: known }
  if (field === 'country') {
    const { code, status, candidates } = matchCountry(text)
    return status === 'certain' && code ? { code } : { candidates }
  }
  const found = matchRights(text)
  const [only] = found
  return found.length === 1 && only?.status === 'certain' && only.code
    ? { code: only.code }
    : { candidates: [...new Set(found.flatMap((one) => one.candidates ?? (one.code ? [one.code] : [])))] }
}

/** The words of a code in the person's language. */
export const codeLabel = (field: CodeField, code: string, language: Language): string =>
  field === 'country' ? countryName(code, language) : rightLabel(code, language)

/** Every code with its words, in the order of the language: what a person can choose from. */
export const codeList = (field: CodeField, language: Language): readonly string[] =>
  (field === 'country' ? countries : rights)
    .map(({ code }) => codeLabel(field, code, language))
    .sort((a, b) => a.localeCompare(b, language))
