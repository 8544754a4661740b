import { readEdtf } from './edtf-reading.ts'
import { type Reading, refuse } from './date-reasons.ts'
import type { SpokenLanguage } from './spoken-lexicon.ts'
import { type Token, tokenize } from './spoken-tokens.ts'

/** A point before it is written as EDTF; in "3 to 5 March 1977" the first has a day only. */
interface Pieces {
  readonly year?: string
  readonly month?: string
  readonly day?: string
  readonly season?: number
  readonly mark: '' | '?' | '~' | '%'
}

/**
 * Reads a date as people write it in English, Spanish, Catalan or French, and gives its EDTF text.
 *
 *     date   := BEFORE point | AFTER point | UNTIL point | SINCE point
 *             | [BETWEEN | SINCE] point (AND | TO | UNTIL | dash) point | point
 *     point  := [ABOUT | DOUBTFUL] bare (ABOUT | DOUBTFUL | ? | ~ | %)*
 *     bare   := dd/mm/yyyy | yyyy-mm-dd | mm/yyyy | [day] month [day] [year] | season year | year | decade | century
 *
 * "Before 1978" gives `/1978`: it ended by 1978, its beginning is not known, and 1978 itself stays inside, because
 * many write "before" for "in or before" and a limit set too narrow hides a record. "After 1976" gives `1976/` in the
 * same way. "Until 1978" gives `../1978`, "since 1976" `1976/..`.
 */
export function readSpokenDate(text: string, languages: readonly SpokenLanguage[]): Reading<string> {
  const tokens = tokenize(text, languages)
  if (!tokens || tokens.length === 0) return refuse('not-readable', { text })
  if (tokens[0]?.kind === 'dash' || tokens.at(-1)?.kind === 'dash') return refuse('not-readable', { text })
  const [lead, ...rest] = tokens
  const sign = lead?.kind === 'sign' ? lead.sign : undefined
  if (sign === 'BEFORE') return readLimited(rest, text, (edtf) => `/${edtf}`)
  if (sign === 'AFTER') return readLimited(rest, text, (edtf) => `${edtf}/`)
  if (sign === 'UNTIL') return readLimited(rest, text, (edtf) => `../${edtf}`)
  const body = sign === 'SINCE' || sign === 'BETWEEN' ? rest : tokens
  const range = splitRange(body, sign === 'BETWEEN')
  if (range) return readRange(range[0], range[1], text)
  if (sign === 'SINCE') return readLimited(rest, text, (edtf) => `${edtf}/..`)
  if (sign === 'BETWEEN') return refuse('not-readable', { text })
  return readLimited(tokens, text, (edtf) => edtf)
}

function readLimited(
  tokens: readonly Token[],
  text: string,
  write: (edtf: string) => string,
): Reading<string> {
  const pieces = readPoint(tokens, text)
  return pieces.ok ? checked(write(writePoint(pieces.value)), text) : pieces
}

/** The two sides of a range at its only separator; undefined when it is not a range. */
function splitRange(
  tokens: readonly Token[],
  between: boolean,
): readonly [readonly Token[], readonly Token[]] | undefined {
  const separates = (t: Token): boolean =>
    t.kind === 'sign' && (t.sign === 'TO' || t.sign === 'UNTIL' || (between && t.sign === 'AND'))
  const words = tokens.filter(separates)
  if (words.length > 1) return undefined
  // A dash separates only when no word does and when both sides name something of their own (not "MAY/1977").
  const at =
    words.length === 1
      ? tokens.findIndex(separates)
      : tokens.findIndex((t, i) => t.kind === 'dash' && isRange(tokens, i))
  return at <= 0 || at === tokens.length - 1 ? undefined : [tokens.slice(0, at), tokens.slice(at + 1)]
}

function isRange(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1]
  const right = tokens[at + 1]
  const dash = tokens[at]
  if (!left || !right || dash?.kind !== 'dash') return false
  // A slash divides the parts of one date, except between two months: "marzo/abril 1977".
  if (dash.slash) return left.kind === 'month' && right.kind === 'month'
  if (left.kind === 'number' && right.kind === 'month') return left.digits.length === 4
  if (left.kind === 'month' && right.kind === 'number') return false
  if (left.kind === 'sign') return false
  return true
}

function readRange(left: readonly Token[], right: readonly Token[], text: string): Reading<string> {
  const to = readPoint(right, text)
  if (!to.ok) return to
  const from = readPoint(left, text, to.value)
  if (!from.ok) return from
  return checked(`${writePoint(from.value)}/${writePoint(to.value)}`, text)
}

/** What EDTF refuses is refused; a text that names two-digit years keeps that reason. */
function checked(edtf: string, text: string): Reading<string> {
  const reading = readEdtf(edtf)
  if (reading.ok) return { ok: true, value: edtf }
  return reading.reason.code === 'not-readable' ? refuse('not-readable', { text }) : reading
}

/** `after` is the other side of a range: a day or month without a year takes them from it. */
function readPoint(tokens: readonly Token[], text: string, after?: Pieces): Reading<Pieces> {
  let uncertain = false
  let approximate = false
  const rest: Token[] = []
  for (const token of tokens) {
    if (token.kind === 'sign' && token.sign === 'ABOUT') approximate = true
    else if (token.kind === 'sign' && token.sign === 'DOUBTFUL') uncertain = true
    else if (token.kind === 'mark') {
      uncertain ||= token.mark !== '~'
      approximate ||= token.mark !== '?'
    } else if (token.kind !== 'dash') rest.push(token)
  }
  const bare = readBare(rest, text, after)
  if (!bare.ok) return bare
  const mark = uncertain && approximate ? '%' : uncertain ? '?' : approximate ? '~' : ''
  return { ok: true, value: { ...bare.value, mark } }
}

type Bare = Omit<Pieces, 'mark'>

function readBare(tokens: readonly Token[], text: string, after?: Bare): Reading<Bare> {
  const [first, second] = tokens
  if (!first) return refuse('not-readable', { text })
  if (first.kind === 'date' && tokens.length === 1) return readDate(first)
  const century = readCentury(tokens)
  if (century) return { ok: true, value: { year: century } }
  if (first.kind === 'sign' && first.sign === 'DECADE' && tokens.length === 2) return readDecade(second, text)
  if (first.kind === 'number' && first.plural && tokens.length === 1) return readDecade(first, text)
  return readParts(tokens, text, after)
}

function readDate(token: Extract<Token, { kind: 'date' }>): Reading<Bare> {
  const [year = '', month, day] = token.parts
  if (!/^[\dx]{4}$/.test(year)) return refuse('incomplete-year', { text: year })
  return {
    ok: true,
    value: {
      year: year.toUpperCase(),
      ...(month === undefined ? {} : { month: two(month) }),
      ...(day === undefined ? {} : { day: two(day) }),
    },
  }
}

/** "siglo XX", "20th century", "XXe siècle": the years 19XX, as EDTF counts hundreds. */
function readCentury(tokens: readonly Token[]): string | undefined {
  if (tokens.length !== 2 || !tokens.some((t) => t.kind === 'sign' && t.sign === 'CENTURY')) return undefined
  for (const token of tokens) {
    const nth =
      token.kind === 'roman'
        ? token.value
        : token.kind === 'number' && token.digits.length < 3
          ? Number(token.digits)
          : 0
    if (nth > 0) return `${String(nth - 1).padStart(2, '0')}XX`
  }
  return undefined
}

function readDecade(token: Token | undefined, text: string): Reading<Bare> {
  if (token?.kind === 'date' && token.parts.length === 1) return readDate(token)
  if (token?.kind !== 'number') return refuse('not-readable', { text })
  if (!/^\d{3}0$/.test(token.digits)) {
    return token.digits.length < 4
      ? refuse('incomplete-year', { text: token.digits })
      : refuse('not-readable', { text })
  }
  return { ok: true, value: { year: `${token.digits.slice(0, 3)}X` } }
}

/** Words and numbers in any of the usual orders: 3 March 1977, March 3 1977, March 1977, summer 1976, 1976. */
function readParts(tokens: readonly Token[], text: string, after?: Bare): Reading<Bare> {
  let year: string | undefined
  let month: string | undefined
  let day: string | undefined
  let season: number | undefined
  for (const token of tokens) {
    if (token.kind === 'month' && month === undefined) month = two(String(token.month))
    else if (token.kind === 'season' && season === undefined) season = token.code
    else if (token.kind === 'sign' && token.sign === 'YEAR') continue
    else if (
      token.kind === 'sign' &&
      token.sign === 'UNKNOWN-DAY' &&
      month !== undefined &&
      day === undefined
    )
      day = 'XX'
    else if (token.kind === 'sign' && token.sign === 'UNKNOWN-MONTH' && month === undefined) month = 'XX'
    else if (token.kind === 'number' && /^\d{4}$/.test(token.digits) && year === undefined)
      year = token.digits
    else if (token.kind === 'number' && token.digits.length <= 2 && day === undefined) day = two(token.digits)
    else return refuse('not-readable', { text })
  }
  // In "3 to 5 March 1977" and "March to May 1977" the first date borrows what it does not say.
  if (day !== undefined && month === undefined) month = after?.month
  if (year === undefined) year = after?.year
  if (year === undefined) return refuse('incomplete-year', { text })
  if (season !== undefined && (month !== undefined || day !== undefined))
    return refuse('not-readable', { text })
  if (day !== undefined && month === undefined) return refuse('not-readable', { text })
  return {
    ok: true,
    value: {
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
      ...(season === undefined ? {} : { season }),
    },
  }
}

function writePoint({ year = '', month, day, season, mark }: Pieces): string {
  const parts = season === undefined ? [year, month, day] : [year, String(season)]
  return (
    parts
      .filter((part) => part !== undefined)
      .join('-')
      .toUpperCase() + mark
  )
}

function two(digits: string): string {
  return digits.padStart(2, '0')
}
