import type { RollCallDetails, RollCallKind } from '../roll-call.ts'
import { baseSymbol } from './read-cells.ts'

/** The session of a text of the Council or the Commission: by the words of its adoption, else by its symbol. */
export function councilSession(statement: string, symbol: string, draft: string): string {
  const words = /(\d+)\s*(?:st|nd|rd|th)\s+(special\s+)?(?:nuclear\s+|regular\s+)?session/iu.exec(statement)
  if (words) return `${words[2] === undefined ? '' : 'S-'}${words[1]}`
  const marked = /A\/HRC\/(?:RES\/|DEC\/|PRST\/)?(S-\d+|\d+)\//u.exec(`${symbol} ${draft}`)
  return marked?.[1] ?? ''
}

/** What was voted on, by the symbol and the words on the draft. */
export function councilKind(symbol: string, title: string, draft: string): RollCallKind {
  if (/^\s*amendment\b/iu.test(draft) || /:\s*amendments?\s*\/?\s*$/iu.test(title)) return 'amendment'
  if (/\/RES\b|\/RES\(/u.test(symbol)) return 'resolution'
  if (/\/DEC/u.test(symbol)) return 'decision'
  // An own number of neither kind: a text that stayed a draft.
  return /\/L\.\d/u.test(symbol) ? 'draft' : 'other'
}

const symbolShape = /\b[A-Z](?:\/[A-Z0-9.()-]+)+\b\.?\d*/gu
const symbolsIn = (text: string): readonly string[] =>
  [...text.matchAll(symbolShape)].map(([one]) => one).filter((one) => /\/L\.\d/u.test(one))

/** What the words on the draft tell: which draft it was or would change, and what became of it. */
export function councilDraft(
  kind: RollCallKind,
  symbol: string,
  draft: string,
  meeting: string,
): Pick<RollCallDetails, 'draft' | 'amends' | 'outcome'> {
  const symbols = symbolsIn(draft).map(baseSymbol)
  const own = baseSymbol(symbol)
  const outcome = outcomeIn(draft) ?? outcomeIn(meeting)
  const amends = kind === 'amendment' ? symbols.find((one) => one !== own) : undefined
  const text = kind === 'amendment' ? undefined : symbols[0]
  return {
    ...(text !== undefined && { draft: text }),
    ...(amends !== undefined && { amends }),
    ...(outcome !== undefined && { outcome }),
  }
}

function outcomeIn(words: string): string | undefined {
  const found = /\b(rejected|adopted|withdrawn|not considered|not acted upon)\b/iu.exec(words)?.[1]
  return found?.toLowerCase()
}
