import { foldName } from './fold.ts'

/** Where a person is, as against where a person is from. */
export type PersonStatusKind =
  | 'exile'
  | 'refugee'
  | 'asylum'
  | 'displaced'
  | 'stateless'
  | 'detained'
  | 'resident'

/** A status phrase with its words as written. It may say where somebody hides: treat it as a location. */
export type PersonStatus = { readonly status: PersonStatusKind; readonly original: string }

/** A cell parted in what names the country and what tells the person's situation. */
export type StatusSplit = {
  readonly rest: string
  readonly personStatus: PersonStatus | null
  /** False when words stand on both sides, or before the place in a way that may name it: nothing is certain then. */
  readonly clean: boolean
}

/** Beginnings of folded words; the first hit in the text wins. `en/es/ca/fr/pt/it` together: no clash was found. */
const triggers: readonly (readonly [PersonStatusKind, RegExp])[] = [
  ['refugee', /^(refugiad|refugiat|refugee|refugie|rifugiat|refuxiad)/],
  ['asylum', /^(asilad|asilat|asylum|asil$|asilo$|asile$)/],
  ['exile', /^(exil|esiliat|esilio$|esule|desterrad|desterrat|bandejad)/],
  ['displaced', /^(desplacad|desplacat|desplazad|displaced|deplace$|deplacee$|deslocad|sfollat)/],
  ['stateless', /^(apatrid|stateless)/],
  [
    'detained',
    /^(imprisoned|detained|jailed|empresonad|empresonat|encarcelad|emprisonn|detingud|detingut|detenid|incarcer|detenut|prisoner)/,
  ],
  [
    'resident',
    /^(based$|living$|lives$|resident|resideix|reside$|residint|residant|residiendo|viu$|vive$|vivint|viviendo|vivant$|vit$|vivendo|afincad|afincat|establert|establecid|radicad|installe|asentad|basad)/,
  ],
]

/** Words that may stand before the trigger and belong to its phrase. */
const leads: ReadonlySet<string> = new Set(
  (
    'in en a l el la al the no em au d de del actualment actualmente currently now ara ahora hoy avui who is que qui ' +
    'political politic politica politico politique living viu vive seeking sollicitant solicitante demandeuse demandeur ' +
    'is era va anar forced forcada forcado today presently actuellement attualmente atualmente ad as'
  ).split(' '),
)

type Word = { readonly folded: string; readonly start: number; readonly end: number }

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function firstTrigger(
  words: readonly Word[],
): { readonly at: number; readonly status: PersonStatusKind } | null {
  for (const [at, word] of words.entries()) {
    const hit = triggers.find(([, pattern]) => pattern.test(word.folded))
    if (hit === undefined) continue
    // “viu exiliada a …”: the stronger word after the weak one names the status.
    const next = hit[0] === 'resident' ? firstTrigger(words.slice(at + 1, at + 4)) : null
    return { at, status: next !== null && next.status !== 'resident' ? next.status : hit[0] }
  }
  return null
}

const edges = /^[\s,;:/|()\-–—]+|[\s,;:/|(\-–—]+$/gu

/**
 * Splits a status phrase (“exiliada a Catalunya”, “refugiat a Suècia”, “based in Berlin”) off a country cell.
 * After a country, everything that follows belongs to the phrase, so that “exiled in Lleida, Spain” never names
 * Spain as the country. Pure; never throws.
 */
export function splitPersonStatus(text: string): StatusSplit {
  const words = wordsOf(text)
  const trigger = firstTrigger(words)
  if (trigger === null) return { rest: text.trim(), personStatus: null, clean: true }
  let first = trigger.at
  while (first > 0 && leads.has(words[first - 1]?.folded ?? '') && !separated(text, words, first)) first--
  const start = words[first]?.start ?? 0
  const before = text.slice(0, start)
  const open = before.lastIndexOf('(')
  const close = open > before.lastIndexOf(')') ? text.indexOf(')', start) : -1
  const leading = before.replaceAll(/[^\p{L}]/gu, '') === ''
  const afterTrigger = words[trigger.at]?.end ?? start
  const stop = text.slice(afterTrigger).search(/[,;(/|\n]/u)
  const end = close >= 0 ? close : leading && stop >= 0 ? afterTrigger + stop : text.length
  const after = text.slice(close >= 0 ? end + 1 : end)
  const rest = `${before.replace(edges, '')} ${leading ? after : after.replace(edges, '')}`
    .trim()
    .replace(edges, '')
  const original = text.slice(start, end).replace(edges, '')
  const hyphenated = /[\p{L}\p{N}]-$/u.test(before)
  const clean = !leading && !hyphenated && after.replace(edges, '') === ''
  return { rest: balanced(rest), personStatus: { status: trigger.status, original }, clean }
}

/** True when punctuation stands between a word and the one before it: the phrase does not reach across. */
function separated(text: string, words: readonly Word[], at: number): boolean {
  const between = text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)
  return /[,;:/|()\n–—]/u.test(between)
}

/** Drops the brackets that a removed phrase leaves alone. */
function balanced(text: string): string {
  const one = text.trim()
  return one.startsWith('(') && one.endsWith(')')
    ? one.slice(1, -1).trim()
    : one.replace(/\(\s*\)/gu, '').trim()
}
