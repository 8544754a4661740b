import { type Said, type Statement, lastPart, mostStatements } from './statements.ts'
import { refuse } from './thesaurus-words.ts'

type Token =
  | { readonly kind: 'iri' | 'name' | 'blank' | 'sign' | 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly language: string | null }

/**
 * One expression for every token of Turtle 1.1, tried where the last one ended. Long strings stand before short ones.
 * None of its parts can match one text in two ways, so that its time grows with the length of the file alone.
 */
const token =
  /\s+|#[^\n]*|(?<iri><[^<>"{}|^`\s]*>)|(?<long>"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]|\\[\s\S]|'(?!''))*''')|(?<short>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<blank>_:[\w.-]*\w)|(?<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)|(?<type>\^\^)|(?<name>[\p{L}\w.-]*:(?:[\p{L}\p{N}\w:%.-]|\\.)*)|(?<word>[\p{L}\w.+-]*[\p{L}\w])|(?<sign>[.;,[\]()])/uy

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' }

const unescape = (text: string): string =>
  text.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (_, four?: string, eight?: string, one = '') => {
      const code = Number.parseInt(four ?? eight ?? '', 16)
      if (Number.isNaN(code)) return escapes[one] ?? one
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  let ended = 0
  while (ended < text.length) {
    const found = token.exec(text)
    if (!found) throw refuse('broken')
    ended = token.lastIndex
    const { iri, long, short, blank, at, type, name, word, sign } = found.groups ?? {}
    const last = tokens.at(-1)
    if (iri !== undefined) tokens.push({ kind: 'iri', text: unescape(iri.slice(1, -1)) })
    else if (long !== undefined)
      tokens.push({ kind: 'text', text: unescape(long.slice(3, -3)), language: null })
    else if (short !== undefined)
      tokens.push({ kind: 'text', text: unescape(short.slice(1, -1)), language: null })
    else if (blank !== undefined) tokens.push({ kind: 'blank', text: blank })
    else if (at !== undefined && last?.kind === 'text')
      tokens[tokens.length - 1] = { ...last, language: at.slice(1) }
    else if (at !== undefined) tokens.push({ kind: 'word', text: at })
    else if (type !== undefined) tokens.push({ kind: 'sign', text: type })
    else if (name !== undefined) {
      // A name may hold dots but not end with one: that one ends the sentence.
      const dots = /\.*$/.exec(name)?.[0] ?? ''
      tokens.push({ kind: 'name', text: unescape(name.slice(0, name.length - dots.length)) })
      for (const dot of dots) tokens.push({ kind: 'sign', text: dot })
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}

/** Statements of Turtle or N-Triples, as far as thesauri use them; what stands in brackets is read over. */
export function readTurtle(text: string): readonly Statement[] {
  const tokens = tokensOf(text)
  const prefixes = new Map<string, string>()
  const statements: Statement[] = []
  let at = 0
  const take = (): Token => {
    const next = tokens[at++]
    if (!next) throw refuse('broken')
    return next
  }
  const isSign = (sign: string) => tokens[at]?.kind === 'sign' && tokens[at]?.text === sign
  const resolve = (one: Token): string => {
    if (one.kind !== 'name') return one.text
    const colon = one.text.indexOf(':')
    return (
      (prefixes.get(one.text.slice(0, colon + 1)) ?? one.text.slice(0, colon + 1)) + one.text.slice(colon + 1)
    )
  }
  const overBrackets = (): string => {
    let depth = 0
    do {
      const { kind, text: sign } = take()
      if (kind === 'sign' && (sign === '[' || sign === '(')) depth++
      if (kind === 'sign' && (sign === ']' || sign === ')')) depth--
    } while (depth > 0)
    return '_:in-brackets'
  }
  const object = (): Said => {
    if (isSign('[') || isSign('(')) return { to: overBrackets() }
    const one = take()
    if (one.kind === 'sign') throw refuse('broken')
    if (one.kind === 'word') return { text: one.text, language: null }
    if (one.kind !== 'text') return { to: resolve(one) }
    if (isSign('^^')) {
      at++
      take()
    }
    return { text: one.text, language: one.language }
  }
  while (at < tokens.length) {
    if (tokens[at]?.kind === 'word' && /^@?(?:prefix|base)$/i.test(tokens[at]?.text ?? '')) {
      const isPrefix = /prefix/i.test(take().text)
      const name = isPrefix ? take().text : ''
      const iri = take().text
      if (isPrefix) prefixes.set(name, iri)
      if (isSign('.')) at++
      continue
    }
    const of = isSign('[') || isSign('(') ? overBrackets() : resolve(take())
    while (!isSign('.')) {
      const verb = take()
      const says = verb.kind === 'word' && verb.text === 'a' ? 'type' : lastPart(resolve(verb))
      for (;;) {
        const said = object()
        if (statements.length >= mostStatements) throw refuse('unknown')
        statements.push({
          of,
          says,
          said: says === 'type' && 'to' in said ? { to: lastPart(said.to) } : said,
        })
        if (!isSign(',')) break
        at++
      }
      while (isSign(';')) at++
    }
    at++
  }
  return statements
}
