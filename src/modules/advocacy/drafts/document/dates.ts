import { formatDate } from '#platform/dates'
import type { DocumentLanguage } from '../records/submission.ts'

const french = (year: string, month?: string, day?: string): string =>
  month === undefined
    ? year
    : new Intl.DateTimeFormat('fr', {
        year: 'numeric',
        month: 'long',
        ...(day !== undefined && { day: 'numeric' }),
        timeZone: 'UTC',
      })
        .format(new Date(`${year}-${month}-${day ?? '01'}T12:00:00Z`))
        .replace(/^1 /, '1er ')

const doubts: Readonly<Record<string, string>> = {
  '?': ' (incertain)',
  '~': ' (environ)',
  '%': ' (environ, incertain)',
}

function frenchPoint(text: string): string | null {
  const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%])?$/.exec(text)
  if (!found) return null
  const [, year = '', month, day, doubt] = found
  return `${french(year, month, day)}${doubt ? (doubts[doubt] ?? '') : ''}`
}

/** A date in French words: days, months, years, their doubts and spans; any other keeps its EDTF form. */
function frenchDate(edtf: string): string {
  const [from = '', until] = edtf.split('/')
  const first = frenchPoint(from)
  if (until === undefined) return first ?? edtf
  const last = frenchPoint(until)
  if (first && last) return `du ${first} au ${last}`
  if (first && (until === '..' || until === '')) return `depuis : ${first}`
  if (last && (from === '..' || from === '')) return `jusqu'à : ${last}`
  return edtf
}

/** An uncertain date in the words of the document's language, as uncertain as it is. */
export const dateInWords = (edtf: string, language: DocumentLanguage): string =>
  language === 'fr' ? frenchDate(edtf) : formatDate(edtf, language)
