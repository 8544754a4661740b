import type { Polity } from '#catalogue/polities'

/** Senders that a text names in brackets. */
export interface SendersFound {
  /** Polity codes, each once, in the order of the text. */
  readonly senders: readonly string[]
  /** The words of the brackets, as written. */
  readonly said: readonly string[]
  /** Words beside known senders that are none. */
  readonly unknown: readonly string[]
  /** The text without brackets of senders at its end; the whole where they stand between parts. */
  readonly bare: string
}

/** Outermost brackets with their places; brackets may stand in brackets: `(Iran (Islamic Republic of))`. */
function brackets(
  text: string,
): readonly { readonly from: number; readonly to: number; readonly words: string }[] {
  const found: { from: number; to: number; words: string }[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) from = at
    else if (text[at] === ')' && depth > 0 && --depth === 0)
      found.push({ from, to: at + 1, words: text.slice(from + 1, at).trim() })
  }
  return found
}

/**
 * Finds who recommended: `… (Maldives) (Portugal);`, `… (Spain, Tunisia)`, or several parts each with its own. Brackets in which
 * no state stands (`(No. 29)`, `(LGBTI)`) are part of the text.
 */
export function sendersInText(text: string, polityOf: (name: string) => Polity | null): SendersFound {
  const senders: string[] = []
  const said: string[] = []
  const unknown: string[] = []
  const groups = brackets(text).flatMap((one) => {
    const names = namesIn(one.words, polityOf)
    if (names.known.length === 0) return []
    senders.push(...names.known)
    unknown.push(...names.unknown)
    said.push(one.words)
    return [one]
  })
  let end = text.replace(/[\s;.,]+$/u, '').length
  let left = groups.length
  for (; left > 0; left--) {
    const last = groups[left - 1]
    if (last === undefined || text.slice(last.to, end).trim() !== '') break
    end = text.slice(0, last.from).replace(/\s+$/u, '').length
  }
  return {
    senders: [...new Set(senders)],
    said,
    unknown,
    bare: left === 0 && groups.length > 0 ? text.slice(0, end) : text.replace(/[\s;]+$/u, ''),
  }
}

function namesIn(
  words: string,
  polityOf: (name: string) => Polity | null,
): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const known: string[] = []
  const unknown: string[] = []
  // A name may hold a comma (Iran, Islamic Republic of) or an "and": the whole is tried before its parts.
  const take = (part: string, separators: readonly RegExp[]): void => {
    const name = part.trim()
    if (name === '') return
    const found = name.length <= 80 ? polityOf(name) : null
    const [first, ...others] = separators
    if (found) known.push(found.code)
    else if (first === undefined) unknown.push(name)
    else for (const piece of name.split(first)) take(piece, others)
  }
  take(words, [/[;/]/u, /,/u, /\s+and\s+|\s*&\s*/u])
  return { known, unknown }
}
