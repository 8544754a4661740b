import { areEntangled } from './dependencies.ts'
import { cleanCell, flagCodes, withoutName } from './cell-cleaning.ts'
import { matchMisspelt, matchPhraseInside } from './match-part.ts'
import { type CountryMatch, matchWhole, proposal } from './match-whole.ts'
import { type PersonStatus, splitPersonStatus } from './person-status.ts'

/** The countries of a cell and, apart from them, where the person is. */
export type CountryListMatch = {
  readonly matches: readonly CountryMatch[]
  readonly personStatus: PersonStatus | null
}

/** Longer texts are no cells; reading them would only cost time. */
const longestCell = 1000

type Segment = { readonly start: number; readonly end: number }

/** Splits at list separators outside brackets; the separators are not part of any segment. */
function segmentsOf(text: string): readonly Segment[] {
  const separator =
    /\([^)]*\)?|\s*[,;/|•+&]\s*|\s+[-–—·]\s+|\s*[–—]\s*|\s+(?:i|y|e|and|et|und|eta|o|u|or|ou|oder)\s+/giu
  const segments: Segment[] = []
  let start = 0
  for (const found of text.matchAll(separator)) {
    if (found[0].startsWith('(')) continue
    if (found.index > start) segments.push({ start, end: found.index })
    start = found.index + found[0].length
  }
  if (start < text.length) segments.push({ start, end: text.length })
  return segments
}

/** “A or B”: the writer did not know. */
const alternative = /\s(?:o|u|or|ou|oder)\s/iu

/** Reads the longest runs of segments that are whole names; what lies between is guessed at, for review. */
function readSegments(text: string): readonly CountryMatch[] {
  const segments = segmentsOf(text)
  const found: CountryMatch[] = []
  let unread: Segment[] = []
  const flush = (): void => {
    const [first, last] = [unread[0], unread.at(-1)]
    unread = []
    if (first !== undefined && last !== undefined) found.push(guess(text.slice(first.start, last.end)))
  }
  let at = 0
  while (at < segments.length) {
    const run = longestRun(text, segments, at)
    if (run === null) {
      const segment = segments[at]
      if (segment !== undefined) unread.push(segment)
      at++
    } else {
      flush()
      found.push(run.match)
      at += run.count
    }
  }
  flush()
  return found
}

function longestRun(
  text: string,
  segments: readonly Segment[],
  at: number,
): { readonly match: CountryMatch; readonly count: number } | null {
  const start = segments[at]?.start ?? 0
  for (let count = segments.length - at; count > 0; count--) {
    const match = matchWhole(text.slice(start, segments[at + count - 1]?.end))
    if (match !== null) return { match, count }
  }
  return null
}

function guess(text: string): CountryMatch {
  return matchMisspelt(text) ?? matchPhraseInside(text) ?? proposal(text.trim(), [], 'none')
}

/** Nothing in a cell is certain while a part of it is not understood. */
function inReview(match: CountryMatch): CountryMatch {
  return match.status === 'certain' ? { ...match, status: 'review', how: 'phrase' } : match
}

/** True when two matches of a cell may be one place: a dependency and its state, a region and its country. */
function overlap(matches: readonly CountryMatch[]): boolean {
  return matches.some((a) =>
    matches.some(
      (b) =>
        a !== b &&
        b.code !== null &&
        (a.code === null ? a.candidates.includes(b.code) : areEntangled(a.code, b.code)),
    ),
  )
}

function withoutRepeats(matches: readonly CountryMatch[]): readonly CountryMatch[] {
  const seen = new Map<string, CountryMatch>()
  for (const match of matches) {
    const key = match.code ?? `${match.candidates.join()}|${match.original}`
    const earlier = seen.get(key)
    if (earlier === undefined || (earlier.status === 'certain' && match.status !== 'certain'))
      seen.set(key, match)
  }
  return [...seen.values()]
}

/**
 * The countries of a cell that may hold several, with `options.name` (the person's) removed from its ends.
 * `certain` only where every part of the cell was understood; otherwise all of it is for review, and a cell
 * without any country gives one match of status `none`. Empty text gives no match. Pure; never throws.
 */
export function matchCountryList(text: string, options: { readonly name?: string } = {}): CountryListMatch {
  if (text.length > longestCell) return { matches: [proposal(text.trim(), [], 'none')], personStatus: null }
  const cleaned = cleanCell(text)
  const { text: unnamed, onlyName } = withoutName(cleaned, options.name ?? '')
  const { rest, personStatus, clean } = splitPersonStatus(unnamed)
  const flags = flagCodes(text)
  if (rest === '') {
    const place = personStatus === null ? null : matchPhraseInside(personStatus.original)
    const codes = place?.candidates ?? flags
    return {
      matches: codes.length === 0 ? [] : [proposal(unnamed || text.trim(), codes, 'status', place === null)],
      personStatus,
    }
  }
  const whole = matchWhole(rest)
  const read = withoutRepeats(whole === null ? readSegments(rest) : [whole])
  const known = read.filter((match) => match.status !== 'none')
  const understood =
    clean &&
    !onlyName &&
    known.length === read.length &&
    known.every((match) => match.how !== 'fuzzy' && match.how !== 'phrase') &&
    flags.every((flag) => known.some((match) => match.candidates.includes(flag))) &&
    !overlap(known) &&
    !(whole === null && alternative.test(rest))
  const matches = known.length === 0 ? read.slice(0, 1) : understood ? known : known.map(inReview)
  return { matches, personStatus }
}

/**
 * What one country cell means. Several countries in it give `review` with all of them as candidates: use
 * `matchCountryList` for such cells. A status phrase (“exiliada a …”) is set aside first.
 */
export function matchCountry(text: string): CountryMatch {
  const { matches } = matchCountryList(text)
  const [first] = matches
  if (first === undefined) return proposal(text.trim(), [], 'none')
  if (matches.length === 1) return { ...first, original: text.trim() }
  return proposal(text.trim(), [...new Set(matches.flatMap((match) => match.candidates))], 'list')
}
