import { countryName } from '#catalogue/countries'
import type { CopyPart } from '../copies/copy-for.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { dateInWords } from './dates.ts'

const frenchRegions = new Intl.DisplayNames(['fr'], { type: 'region' })

/** A State by its code; one that does not exist by its English name where the document is French. */
export function stateName(code: string, language: DocumentLanguage): string {
  if (language !== 'fr') return countryName(code, language)
  const name = /^Q[M-Z]$/.test(code) ? code : (frenchRegions.of(code) ?? code)
  return name === code ? countryName(code, 'en') : name
}

/** A piece of a value as a text. */
export function partWords(part: CopyPart, language: DocumentLanguage): string {
  switch (part.kind) {
    case 'date':
      return dateInWords(part.edtf, language)
    case 'country':
      return stateName(part.code, language)
    case 'label':
    case 'name':
    case 'prose':
      return part.text
  }
}

/** Words that lead on to a name: “Sister of”, and then whose. */
const leads = /\s(of|de|to)$/i

/** The pieces of a value as one text. */
export function wordsOf(parts: readonly CopyPart[], language: DocumentLanguage): string {
  let text = ''
  for (const part of parts) {
    const words = partWords(part, language).trim()
    if (words !== '') text += text === '' ? words : `${leads.test(text) ? ' ' : ', '}${words}`
  }
  return text
}
