import type { DatePart } from './date-expression.ts'
import type { ReasonLanguage } from './date-reasons.ts'

/** A text and the article it takes inside a sentence: "before *the* 1970s", "antes *del* 3 de marzo", "abans de *l’*estiu". */
export interface Phrase {
  readonly text: string
  readonly article: '' | 'the' | 'el' | 'la' | 'l’'
}

type Frame = 'before' | 'after' | 'since' | 'until' | 'about'

/** Everything that a date needs to be said in one language. */
export interface DateWords {
  readonly months: readonly string[]
  day(day: number, month: string): string
  dayInYear(dayAndMonth: string, year: string): string
  monthInYear(month: string, year: string): string
  season(index: number, year: string): Phrase
  /** `size` is 3, 4 or 6 months; `nth` from 1. */
  partOfYear(size: number, nth: number, year: string): Phrase
  decade(year: string): Phrase
  century(nth: number): Phrase
  beforeChrist(year: number): string
  readonly dayArticle: Phrase['article']
  frame(frame: Frame, phrase: Phrase): string
  between(from: Phrase, to: Phrase): string
  readonly uncertain: string
  partsUncertain(parts: readonly DatePart[]): string
  partsApproximate(parts: readonly DatePart[]): string
  unknownParts(parts: readonly DatePart[]): string
  hemisphere(side: 'north' | 'south'): string
  readonly noDate: string
  oneOf(items: readonly string[]): string
  allOf(items: readonly string[]): string
  run(from: Phrase, to: Phrase): string
}

const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
  'XXI',
  'XXII',
  'XXIII',
]

const roman = (nth: number): string => ROMAN[nth] ?? String(nth)

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const english: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  day: (day, month) => `${day} ${month}`,
  dayInYear: (dayAndMonth, year) => `${dayAndMonth} ${year}`,
  monthInYear: (month, year) => `${month} ${year}`,
  season: (index, year) => ({
    text: `${['spring', 'summer', 'autumn', 'winter'][index]} ${year}`,
    article: '',
  }),
  partOfYear: (size, nth, year) => ({
    text: `${ordinalEnglish(nth)} ${{ 3: 'quarter', 4: 'four months', 6: 'half' }[size]} of ${year}`,
    article: 'the',
  }),
  decade: (year) => ({ text: `${year}s`, article: 'the' }),
  century: (nth) => ({ text: `${ordinalEnglish(nth)} century`, article: 'the' }),
  beforeChrist: (year) => `${year} BC`,
  dayArticle: '',
  frame: (frame, { text, article }) => `${frame} ${article === '' ? '' : 'the '}${text}`,
  between: (from, to) => `between ${withThe(from)} and ${withThe(to)}`,
  uncertain: 'uncertain',
  partsUncertain: (parts) => `uncertain: ${parts.join(', ')}`,
  partsApproximate: (parts) => `approximate: ${parts.join(', ')}`,
  unknownParts: (parts) => `${listed(parts, 'and')} unknown`,
  hemisphere: (side) => (side === 'north' ? 'northern hemisphere' : 'southern hemisphere'),
  noDate: 'unknown date',
  oneOf: (items) => `one of: ${listed(items, 'or')}`,
  allOf: (items) => listed(items, 'and'),
  run: (from, to) => `${from.text} to ${to.text}`,
}

function withThe({ text, article }: Phrase): string {
  return article === '' ? text : `the ${text}`
}

function ordinalEnglish(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

const SPANISH_PARTS: Readonly<Record<DatePart, string>> = { day: 'día', month: 'mes', year: 'año' }
const SPANISH_FRAMES: Readonly<Record<Frame, string>> = {
  before: 'antes de',
  after: 'después de',
  since: 'desde',
  until: 'hasta',
  about: 'hacia',
}

const spanish: DateWords = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  day: (day, month) => `${day} de ${month}`,
  dayInYear: (dayAndMonth, year) => `${dayAndMonth} de ${year}`,
  monthInYear: (month, year) => `${month} de ${year}`,
  season: (index, year) => ({
    text: `${['primavera', 'verano', 'otoño', 'invierno'][index]} de ${year}`,
    article: index === 0 ? 'la' : 'el',
  }),
  partOfYear: (size, nth, year) => ({
    text: `${nth}.º ${{ 3: 'trimestre', 4: 'cuatrimestre', 6: 'semestre' }[size]} de ${year}`,
    article: 'el',
  }),
  decade: (year) => ({ text: `década de ${year}`, article: 'la' }),
  century: (nth) => ({ text: `siglo ${roman(nth)}`, article: 'el' }),
  beforeChrist: (year) => `${year} a. C.`,
  dayArticle: 'el',
  frame: (frame, phrase) => `${SPANISH_FRAMES[frame]} ${spanishArticle(phrase)}`.replace(/\bde el /, 'del '),
  between: (from, to) => `entre ${spanishArticle(from)} y ${spanishArticle(to)}`,
  uncertain: 'fecha incierta',
  partsUncertain: (parts) => `incierto: ${parts.map((p) => SPANISH_PARTS[p]).join(', ')}`,
  partsApproximate: (parts) => `aproximado: ${parts.map((p) => SPANISH_PARTS[p]).join(', ')}`,
  unknownParts: (parts) =>
    `${listed(
      parts.map((p) => SPANISH_PARTS[p]),
      'y',
    )} ${parts.length > 1 ? 'desconocidos' : 'desconocido'}`,
  hemisphere: (side) => (side === 'north' ? 'hemisferio norte' : 'hemisferio sur'),
  noDate: 'fecha desconocida',
  oneOf: (items) => `una de estas fechas: ${listed(items, 'o')}`,
  allOf: (items) => listed(items, 'y'),
  run: (from, to) => `${from.text} a ${to.text}`,
}

function spanishArticle({ text, article }: Phrase): string {
  return article === '' ? text : `${article} ${text}`
}

const CATALAN_PARTS: Readonly<Record<DatePart, string>> = { day: 'dia', month: 'mes', year: 'any' }
const CATALAN_FRAMES: Readonly<Record<Frame, string>> = {
  before: 'abans de',
  after: 'després de',
  since: 'des de',
  until: 'fins a',
  about: 'cap a',
}

const catalan: DateWords = {
  months: [
    'gener',
    'febrer',
    'març',
    'abril',
    'maig',
    'juny',
    'juliol',
    'agost',
    'setembre',
    'octubre',
    'novembre',
    'desembre',
  ],
  day: (day, month) => `${day} ${catalanOf(month)}`,
  dayInYear: (dayAndMonth, year) => `${dayAndMonth} de ${year}`,
  monthInYear: (month, year) => `${month} de ${year}`,
  season: (index, year) => ({
    text: `${['primavera', 'estiu', 'tardor', 'hivern'][index]} de ${year}`,
    article: index % 2 === 0 ? 'la' : 'l’',
  }),
  partOfYear: (size, nth, year) => ({
    text: `${catalanOrdinal(nth)} ${{ 3: 'trimestre', 4: 'quadrimestre', 6: 'semestre' }[size]} de ${year}`,
    article: 'el',
  }),
  decade: (year) => ({ text: `dècada de ${year}`, article: 'la' }),
  century: (nth) => ({ text: `segle ${roman(nth)}`, article: 'el' }),
  beforeChrist: (year) => `${year} aC`,
  dayArticle: 'el',
  frame: (frame, phrase) =>
    `${CATALAN_FRAMES[frame]} ${catalanArticle(phrase)}`
      .replace(/\b(d|a)(e?) el /, (_, start: string, e: string) => (start === 'd' ? `d${e}l ` : 'al '))
      .replace(/\bde (?=[ao][a-z]+ de )/, 'd’'),
  between: (from, to) => `entre ${catalanArticle(from)} i ${catalanArticle(to)}`,
  uncertain: 'data incerta',
  partsUncertain: (parts) => `incert: ${parts.map((p) => CATALAN_PARTS[p]).join(', ')}`,
  partsApproximate: (parts) => `aproximat: ${parts.map((p) => CATALAN_PARTS[p]).join(', ')}`,
  unknownParts: (parts) =>
    `${listed(
      parts.map((p) => CATALAN_PARTS[p]),
      'i',
    )} ${parts.length > 1 ? 'desconeguts' : 'desconegut'}`,
  hemisphere: (side) => (side === 'north' ? 'hemisferi nord' : 'hemisferi sud'),
  noDate: 'data desconeguda',
  oneOf: (items) => `una d’aquestes dates: ${listed(items, 'o')}`,
  allOf: (items) => listed(items, 'i'),
  run: (from, to) => `${from.text} a ${to.text}`,
}

function catalanArticle({ text, article }: Phrase): string {
  return article === '' ? text : article === 'l’' ? `l’${text}` : `${article} ${text}`
}

function catalanOf(month: string): string {
  return /^[aeiou]/.test(month) ? `d’${month}` : `de ${month}`
}

function catalanOrdinal(n: number): string {
  return `${n}${['è', 'r', 'n', 'r', 't'][n] ?? 'è'}`
}

export const dateWords: Readonly<Record<ReasonLanguage, DateWords>> = {
  en: english,
  es: spanish,
  ca: catalan,
}
