/** The languages of the few words that a document gets from us. */
export type PaperLanguage = 'en' | 'es' | 'ca' | 'fr'

const words = {
  en: {
    page: 'Page {n} of {m}',
    reference: 'Reference',
    contents: 'Contents',
    annex: 'Annex',
    annexes: 'Annexes',
    pages: 'pages',
    onePage: 'page',
    reliability: 'reliability',
  },
  es: {
    page: 'Página {n} de {m}',
    reference: 'Referencia',
    contents: 'Contenido',
    annex: 'Anexo',
    annexes: 'Anexos',
    pages: 'páginas',
    onePage: 'página',
    reliability: 'fiabilidad',
  },
  ca: {
    page: 'Pàgina {n} de {m}',
    reference: 'Referència',
    contents: 'Contingut',
    annex: 'Annex',
    annexes: 'Annexos',
    pages: 'pàgines',
    onePage: 'pàgina',
    reliability: 'fiabilitat',
  },
  fr: {
    page: 'Page {n} sur {m}',
    reference: 'Référence',
    contents: 'Sommaire',
    annex: 'Annexe',
    annexes: 'Annexes',
    pages: 'pages',
    onePage: 'page',
    reliability: 'fiabilité',
  },
} as const satisfies Record<PaperLanguage, Record<string, string>>

/** The words of a document in one language. */
export type PaperWords = (typeof words)[PaperLanguage]

/** Those for a document's language; English when it is none of the four. */
export const wordsFor = (language: string): PaperWords => {
  const base = language.slice(0, 2).toLowerCase()
  return base === 'es' || base === 'ca' || base === 'fr' ? words[base] : words.en
}

/** `2026-05-12` as it is written in a letter in that language. */
export const longDate = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** A size of a file as a person reads it: `1.2 MB`. */
export function sizeWords(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB']
  let power = 0
  while (bytes >= 1000 ** (power + 1) && power < units.length - 1) power++
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1000 ** power,
  )
  return `${number}\u00a0${units[power] ?? 'B'}`
}
