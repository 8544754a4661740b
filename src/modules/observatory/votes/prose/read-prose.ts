import { numberAtEnd, readNumber } from './numbers.ts'
import { type ProseName, readNames } from './names.ts'

/** The four lists of a roll call in words. */
export const proseLists = ['yes', 'no', 'abstain', 'absent'] as const
export type ProseList = (typeof proseLists)[number]

/** A roll call as its words tell it: names by list, and the totals that the words state. */
export interface ProseVote {
  readonly names: Readonly<Record<ProseList, readonly ProseName[]>>
  readonly totals: Readonly<Record<ProseList, number | null>>
  /** Lists that were found, even if nobody is in them. */
  readonly found: readonly ProseList[]
}

/** What stands before a list of names; after it a colon, or a verb that takes the names directly. */
const headings: Readonly<Record<ProseList, readonly string[]>> = {
  yes: [
    ...[
      'a favor votaron',
      'a favor vot[oó]',
      'votaron a favor',
      'vot[oó] a favor',
      'votos a favor',
      'a favor',
    ],
    ...[
      'voted in favou?r',
      'voting in favou?r(?: were)?',
      'votes? in favou?r',
      'in favou?r',
      'ont vot[eé] pour',
      'pour',
    ],
    ...['votaram a favor', 'van votar a favor', 'va votar a favor'],
  ],
  no: [
    ...[
      'en contra votaron',
      'en contra vot[oó]',
      'votaron en contra',
      'vot[oó] en contra',
      'votos en contra',
      'en contra',
    ],
    ...[
      'voted against',
      'voting against(?: were)?',
      'votes? against',
      'against',
      'ont vot[eé] contre',
      'contre',
    ],
    ...['votaram contra', 'contra', 'van votar en contra', 'va votar en contra'],
  ],
  abstain: [
    ...[
      'se abstuvieron',
      'se abstuvo',
      'abstenciones',
      'abstenci[oó]n',
      'abstained',
      'abstaining',
      'abstentions?',
    ],
    ...[
      'se sont abstenus',
      "s['’]est abstenue?",
      'abstiveram-se',
      'absteve-se',
      'absten[cç][oõ]es',
      'es van abstenir',
      'abstencions',
    ],
  ],
  absent: [
    ...[
      'estuvieron ausentes',
      'estuvo ausente',
      'delegaciones ausentes',
      'ausentes',
      'ausente',
      'were absent',
      'absent(?:ees)?',
    ],
    ...['[eé]taient absents', 'absents', 'estavam ausentes', 'aus[eê]ncias', 'absents', 'van ser absents'],
  ],
}

/** After these words, names follow without a colon. */
const verbs =
  /(?:votaron|vot[oó]|votaram|abstuvieron|abstuvo|voted|abstained|were|sont abstenus|abstiveram-se|votar|abstenir)(?: a favor| en contra| contra| in favou?r| against| pour| contre)?$/iu

interface Heading {
  readonly list: ProseList
  readonly from: number
  readonly to: number
}

const patterns = proseLists.map((list) => ({
  list,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${headings[list].join('|')})(?!\\p{L})(\\s*\\(\\s*\\d{1,3}\\s*\\))?(\\s*[:：])?`,
    'giu',
  ),
}))

/** The headings of a text in their order; of two that overlap the longer. */
function headingsIn(text: string): readonly Heading[] {
  const all = patterns.flatMap(({ list, pattern }) =>
    [...text.matchAll(pattern)].flatMap((found): readonly Heading[] => {
      const words = found[0].replace(/\s*(?:\(\s*\d{1,3}\s*\))?\s*[:：]?$/u, '')
      const colon = found[2] !== undefined
      if (!colon && !verbs.test(words)) return []
      // "veintiún votos a favor:" counts; it does not name.
      return [{ list, from: found.index, to: found.index + found[0].length }]
    }),
  )
  const sorted = all.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter(
    (one, i) =>
      !sorted.some(
        (other, j) =>
          j !== i &&
          other.from <= one.from &&
          other.to >= one.to &&
          (other.to - other.from > one.to - one.from || j < i),
      ),
  )
}

/** Where a list ends at the latest: an empty line, a bracket, or the end of a sentence (not of "St." or "EE. UU."). */
function endOfList(text: string): number {
  const stops = /\n\s*\n|\]|\.(?=\s|$)/gu
  for (const stop of text.matchAll(stops)) {
    const before = text.slice(Math.max(0, stop.index - 5), stop.index)
    if (stop[0] === '.' && /(?:^|[\s.])(?:St|Ste|Sto|Sta|EE|UU|Rep|R|Sr|S)$/iu.test(before)) continue
    return stop.index
  }
  return text.length
}

const amount = '((?:\\d{1,3}|\\p{L}+(?:[ -](?:y |e |and |et |i )?\\p{L}+){0,2}?))'
const stated: Readonly<Record<ProseList, RegExp>> = {
  yes: new RegExp(
    `${amount}\\s+(?:votos?|votes?|voix|vots)?\\s*(?:a favor|in favou?r|pour)(?!\\p{L})`,
    'giu',
  ),
  no: new RegExp(
    `${amount}\\s+(?:votos?|votes?|voix|vots)?\\s*(?:en contra|against|contre|contra)(?!\\p{L})`,
    'giu',
  ),
  abstain: new RegExp(
    `${amount}\\s+(?:abstenciones|abstenci[oó]n|abstentions?|absten[cç](?:[oõ]es|[aã]o)|abstencions?)(?!\\p{L})`,
    'giu',
  ),
  absent: new RegExp(
    `${amount}\\s+(?:delegaciones\\s+|delegations?\\s+|delega[cç][oõ]es\\s+|delegacions\\s+|pa[ií]ses\\s+|pays\\s+|states?\\s+)?(?:ausentes?|absents?|absentees|aus[eê]ncias)(?!\\p{L})`,
    'giu',
  ),
}
/** "by 28 votes to 6, with 13 abstentions", "by a recorded vote of 28 to 6, with 13 abstentions". */
const english = /\b(\d{1,3})(?: votes?)? to (\d{1,3}|none)(?:,? with (\d{1,3}|no) abstentions?)?/iu

/** The totals that a text states before or after its lists. */
export function readTotals(text: string): ProseVote['totals'] {
  const first = (list: ProseList): number | null => {
    for (const found of text.matchAll(stated[list])) {
      const number = numberAtEnd(found[1] ?? '')
      if (number !== null) return number
    }
    return null
  }
  const formula = english.exec(text)
  if (formula)
    return {
      yes: Number(formula[1]),
      no: readNumber(formula[2] ?? ''),
      abstain: formula[3] === undefined ? first('abstain') : readNumber(formula[3]),
      absent: first('absent'),
    }
  return { yes: first('yes'), no: first('no'), abstain: first('abstain'), absent: first('absent') }
}

/** Reads a roll call in words: who is in which list, and the totals stated. `day` tells which states there were. */
export function readProse(text: string, day?: string): ProseVote {
  const plain = text.replaceAll(/\r\n?/gu, '\n')
  const marks = headingsIn(plain)
  const names: Record<ProseList, readonly ProseName[]> = { yes: [], no: [], abstain: [], absent: [] }
  for (const [i, { list, to }] of marks.entries()) {
    const rest = plain.slice(to, marks[i + 1]?.from ?? plain.length)
    const words = rest.slice(0, endOfList(rest))
    if (/^\s*(?:ninguno|ninguna|none|aucun|nenhum|cap|0|[–—-])\s*$/iu.test(words)) continue
    names[list] = [...names[list], ...readNames(words, day)]
  }
  return { names, totals: readTotals(plain), found: [...new Set(marks.map(({ list }) => list))] }
}
