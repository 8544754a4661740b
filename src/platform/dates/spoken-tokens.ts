import { LEXICONS, type Sign, type SpokenLanguage } from './spoken-lexicon.ts'

/** One piece of a date as people write it. */
export type Token =
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'season'; readonly code: number }
  | { readonly kind: 'number'; readonly digits: string; readonly ordinal: boolean; readonly plural: boolean }
  | { readonly kind: 'date'; readonly parts: readonly string[]; readonly order: 'day-first' | 'year-first' }
  | { readonly kind: 'roman'; readonly value: number }
  | { readonly kind: 'mark'; readonly mark: '?' | '~' | '%' }
  | { readonly kind: 'dash'; readonly slash: boolean }

interface WordTable {
  /** Phrases first by number of words, longest first. */
  readonly phrases: readonly (readonly [RegExp, Token | undefined])[]
}

/** Tables are built once for each choice of languages; they depend on nothing else. */
const tables = new Map<string, WordTable>()

/** Cuts a text into tokens; undefined when a word is in none of the languages. */
export function tokenize(text: string, languages: readonly SpokenLanguage[]): readonly Token[] | undefined {
  const tokens: Token[] = []
  let rest = plain(text)
  const { phrases } = tableFor(languages)
  while (rest !== '') {
    const step = takeNumeric(rest) ?? takeWord(rest, phrases)
    if (!step) return undefined
    if (step.token) tokens.push(step.token)
    rest = rest.slice(step.length).replace(/^[\s,.()’'"]+/, '')
  }
  return tokens
}

/** Lower case, no accents (the ordinal sign º stays), one kind of dash, apostrophe and space. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[º°ª]/g, 'º')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.()'"]+/, '')
    .trim()
}

interface Step {
  readonly token: Token | undefined
  readonly length: number
}

const DAY_FIRST = /^(\d{1,2})º?([/.-])(\d{1,2})\2(\d+)(?!\d)/
const YEAR_FIRST = /^(\d{4}|\d{2}[\dx]x|x{4})([-/.])([\dx]{1,2})(?:\2([\dx]{1,2}))?(?![\dx])/
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})(?!\d)/
const MASKED_YEAR = /^(\d{2}[\dx]x|x{4})(?![\dx])/
const NUMBER = /^(\d+)(º|er|ero|re|na|st|nd|rd|th|eme|e|s|'s)?(?![\da-z])/

function takeNumeric(text: string): Step | undefined {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) {
    const [all, day = '', , month = '', year = ''] = dayFirst
    return { token: { kind: 'date', order: 'day-first', parts: [year, month, day] }, length: all.length }
  }
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) {
    const [all, year = '', , month = '', day] = yearFirst
    const parts = day === undefined ? [year, month] : [year, month, day]
    return { token: { kind: 'date', order: 'year-first', parts }, length: all.length }
  }
  const monthYear = MONTH_YEAR.exec(text)
  if (monthYear) {
    const [all, month = '', year = ''] = monthYear
    return { token: { kind: 'date', order: 'day-first', parts: [year, month] }, length: all.length }
  }
  const masked = MASKED_YEAR.exec(text)
  if (masked) {
    return { token: { kind: 'date', order: 'year-first', parts: [masked[0]] }, length: masked[0].length }
  }
  const number = NUMBER.exec(text)
  if (number) {
    const [all, digits = '', ending = ''] = number
    const plural = ending.endsWith('s')
    return {
      token: { kind: 'number', digits, plural, ordinal: ending !== '' && !plural },
      length: all.length,
    }
  }
  if (/^[?~%]/.test(text)) return { token: { kind: 'mark', mark: text[0] as '?' | '~' | '%' }, length: 1 }
  return /^[-/]/.test(text) ? { token: { kind: 'dash', slash: text[0] === '/' }, length: 1 } : undefined
}

function takeWord(text: string, phrases: WordTable['phrases']): Step | undefined {
  for (const [shape, token] of phrases) {
    const found = shape.exec(text)
    if (found) return { token, length: found[0].length }
  }
  const roman = /^[ivx]+(?:e|eme|th)?(?![a-z\d])/.exec(text)
  const value = roman ? romanValue(roman[0].replace(/[^ivx]/g, '')) : undefined
  return roman && value ? { token: { kind: 'roman', value }, length: roman[0].length } : undefined
}

/** Centuries one to thirty-nine; undefined when the letters are not a number. */
function romanValue(letters: string): number | undefined {
  if (!/^x{0,3}(ix|iv|v?i{0,3})$/.test(letters)) return undefined
  const worth: Record<string, number> = { i: 1, v: 5, x: 10 }
  let sum = 0
  for (const [at, letter] of letters.split('').entries()) {
    const here = worth[letter] ?? 0
    sum += here < (worth[letters[at + 1] ?? ''] ?? 0) ? -here : here
  }
  return sum
}

function tableFor(languages: readonly SpokenLanguage[]): WordTable {
  const name = languages.join()
  const known = tables.get(name)
  if (known) return known
  const entries: (readonly [string, Token | undefined])[] = []
  const add = (words: string, token: Token | undefined): void => {
    for (const word of words.split('|')) entries.push([word, token])
  }
  for (const language of languages) {
    const { months, seasons, signs, fillers } = LEXICONS[language]
    for (const [index, words] of months.entries()) add(words, { kind: 'month', month: index + 1 })
    for (const [index, words] of seasons.entries()) add(words, { kind: 'season', code: 21 + index })
    for (const [sign, words] of Object.entries(signs)) add(words, { kind: 'sign', sign: sign as Sign })
    add(fillers, undefined)
  }
  // Longest phrase first; among equals a word with a meaning before a filler ("a" of a range, "des" of since).
  entries.sort(([a, x], [b, y]) => b.length - a.length || Number(x === undefined) - Number(y === undefined))
  const phrases = entries.map(([word, token]) => [wordShape(word), token] as const)
  const table = { phrases }
  tables.set(name, table)
  return table
}

function wordShape(word: string): RegExp {
  return new RegExp(`^${word.replaceAll(' ', "[ ']")}(?![a-z\\d])`)
}
