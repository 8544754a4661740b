import { countryName } from '#catalogue/countries'
import type { CopyPart } from '../copies/copy-for.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { dateInWords } from './dates.ts'

const frenchRegions = new Intl.DisplayNames(['fr'], { type: 'region' })

/** States that do not exist, for demonstrations. */
const fictional: Readonly<Record<string, string>> = { QM: 'Méridie', QN: 'Nordavie', QO: 'Oscanie' }

/** A State by its code. */
export function stateName(code: string, language: DocumentLanguage): string {
  if (language !== 'fr') return countryName(code, language)
  const name = fictional[code] ?? frenchRegions.of(code) ?? code
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

/** Words that lead on to what follows: “Sister of”, and then whose; “Since”, and then when. */
const leads = /(^|\s)(of|de|to|since|desde|desde el|depuis|depuis le|des del)$|:$/i

const before = (text: string, last: CopyPart | null, part: CopyPart): string =>
  leads.test(text)
    ? ' '
    : part.kind === 'prose' && last !== null && last.kind !== 'prose' && last.kind !== 'country'
      ? ': '
      : ', '

/** The pieces of a value as one text. */
export function wordsOf(parts: readonly CopyPart[], language: DocumentLanguage): string {
  let text = ''
  let last: CopyPart | null = null
  for (const part of parts) {
    const words = partWords(part, language).trim()
    if (words === '') continue
    text += text === '' ? words : `${before(text, last, part)}${words}`
    last = part
  }
  return text
}
