import { foldName } from '#catalogue/countries'
import {
  type CountryStrength,
  countryStrength,
  isStatusLine,
  type RightsStrength,
  rightsStrength,
  speaksOfRights,
} from './line-readings.ts'
import { canBeName, nameValue, readsAsName } from './person-names.ts'
import type { SourceLine } from './source-lines.ts'

/** A card by the indices of its lines. */
export type Card = {
  readonly name: number
  readonly country: number
  readonly status: number | null
  readonly rights: readonly { readonly at: number; readonly doubtful: boolean }[]
  /** One past its last line. */
  readonly end: number
}

type Trust = 'alone' | 'beside another card'

/** Line `at` can be a name and the next is a country: the surest sign of a new card. */
function startsCard(lines: readonly SourceLine[], at: number): boolean {
  const [name, country] = [lines[at], lines[at + 1]]
  if (name === undefined || country === undefined || !canBeName(name.text)) return false
  return (
    countryStrength(country.text, nameValue(name.text)) === 'strong' &&
    countryStrength(name.text, '') !== 'strong'
  )
}

/** The lines of rights from `first` on: wrapped lines, and further lines that stand as close as the first. */
function rightsFrom(lines: readonly SourceLine[], first: number): Card['rights'] {
  const rights = [{ at: first, doubtful: false }]
  const gap = lines[first]?.blanksBefore ?? 0
  for (let at = first + 1; at < lines.length; at++) {
    const [line, before, after] = [lines[at], lines[at - 1], lines[at + 1]]
    if (line === undefined || before === undefined || line.cells !== null || startsCard(lines, at)) break
    const wrapped = isWrapped(line, before)
    const strength = rightsStrength(line.text)
    const gapAfter = after?.blanksBefore ?? Infinity
    if (!wrapped && (line.blanksBefore > gap || strength === 'none')) break
    // A line understood only in part must at least be the last of its paragraph, or it may be any prose.
    if (!wrapped && strength === 'weak' && !(line.blanksBefore === 0 && gapAfter > 0)) break
    // As far from the next card as from this one, it may be the heading of what follows.
    rights.push({ at, doubtful: !wrapped && line.blanksBefore >= gapAfter })
  }
  return rights
}

/** True when a line goes on with the sentence of the line before it. */
function isWrapped(line: SourceLine, before: SourceLine): boolean {
  return line.blanksBefore === 0 && /^\p{Ll}/u.test(line.text) && !/[.;:!?]$/u.test(before.text)
}

/** How the first line of rights reads, with the lines it wraps into; “human rights” alone is a weak reading. */
function firstReading(lines: readonly SourceLine[], first: number): RightsStrength {
  let text = lines[first]?.text ?? ''
  for (let at = first + 1; at < lines.length; at++) {
    const [line, before] = [lines[at], lines[at - 1]]
    if (line === undefined || before === undefined || !isWrapped(line, before)) break
    text += ` ${line.text}`
  }
  const strength = rightsStrength(text)
  return strength === 'none' && text.length <= 80 && speaksOfRights(text) ? 'weak' : strength
}

/** A known country needs some right beside it; the less the country is known, the more the other lines must say. */
function acceptable(
  country: CountryStrength,
  rights: RightsStrength,
  name: string,
  cell: string,
  beside: boolean,
): boolean {
  if (country === 'strong') return rights !== 'none' || beside
  if (cell.length > 60 || /[.?!:]$/u.test(cell) || !readsAsName(name)) return false
  if (country === 'none') return beside && rights === 'strong'
  return rights === 'strong' || (rights === 'weak' && (country === 'close' || beside))
}

/** The card whose name is line `at`, if it can be trusted as far as `trust` says; null otherwise. */
function cardAt(lines: readonly SourceLine[], at: number, trust: Trust): Card | null {
  const name = lines[at]
  if (name === undefined || name.cells !== null || !canBeName(name.text)) return null
  if (countryStrength(name.text, '') === 'strong' || rightsStrength(name.text) === 'strong') return null
  const repeated = foldName(lines[at + 1]?.text ?? '') === foldName(name.text)
  const country = at + (repeated ? 2 : 1)
  const countryLine = lines[country]
  if (countryLine === undefined || countryLine.cells !== null) return null
  const strength = countryStrength(countryLine.text, nameValue(name.text))
  const status = isStatusLine(lines[country + 1]?.text ?? '') ? country + 1 : null
  const first = (status ?? country) + 1
  const rightsLine = lines[first]
  const taken = rightsLine === undefined || rightsLine.cells !== null || startsCard(lines, first)
  const reading = taken ? 'none' : firstReading(lines, first)
  const beside = trust === 'beside another card' && readsAsName(name.text)
  if (!acceptable(strength, reading, name.text, countryLine.text, beside)) return null
  // Beside other cards, a short line that is no right known here is still this person's cause.
  const unknownCause =
    reading === 'none' &&
    rightsLine !== undefined &&
    rightsLine.cells === null &&
    !startsCard(lines, first) &&
    !canStartWeakCard(lines, first) &&
    rightsLine.text.length <= 160 &&
    rightsLine.blanksBefore <= countryLine.blanksBefore
  const rights =
    reading !== 'none' ? rightsFrom(lines, first) : unknownCause ? [{ at: first, doubtful: true }] : []
  return { name: at, country, status, rights, end: (rights.at(-1)?.at ?? status ?? country) + 1 }
}

function canStartWeakCard(lines: readonly SourceLine[], at: number): boolean {
  return readsAsName(lines[at]?.text ?? '') && rightsStrength(lines[at + 2]?.text ?? '') === 'strong'
}

/** Doubtful cards that follow a card without a gap, or stand just before one. */
function besideCards(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  hasBefore: boolean,
): readonly Card[] {
  const found: Card[] = []
  const within = lines.slice(0, to)
  let at = from
  while (hasBefore && at < to) {
    const card = cardAt(within, at, 'beside another card')
    if (card === null) break
    found.push(card)
    at = card.end
  }
  if (to === lines.length) return found
  for (const back of [3, 4, 2]) {
    const card = to - back < at ? null : cardAt(within, to - back, 'beside another card')
    if (card !== null && card.end === to) return [...found, card]
  }
  return found
}

/**
 * The cards of a page: a short line, a country, rights. Whatever does not read so is prose and is left out, except
 * beside cards, where a line in the place of the country or of the rights is kept for review.
 */
export function findCards(lines: readonly SourceLine[]): readonly Card[] {
  const sure: Card[] = []
  for (let at = 0; at < lines.length; ) {
    const card = cardAt(lines, at, 'alone')
    if (card !== null) sure.push(card)
    at = card?.end ?? at + 1
  }
  if (sure.length === 0) return []
  const all: Card[] = []
  let from = 0
  for (const [index, card] of sure.entries()) {
    all.push(...besideCards(lines, from, card.name, index > 0), card)
    from = card.end
  }
  return [...all, ...besideCards(lines, from, lines.length, true)]
}
