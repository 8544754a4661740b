/** One piece of the XML of a workbook. A tag that closes itself gives an open and a close. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Longest tag, comment or CDATA section; the tags of a sheet take some hundred characters. */
const LONGEST_MARKUP = 4 * 1024 * 1024

/**
 * Cuts XML into tags and text as it arrives, and gives the tokens that each piece completes. Only what workbooks use:
 * no document types (refused, so no entities of the file's own), no validation. Names lose their prefix. Text longer
 * than `textLength` is cut there, which is enough for the reader to notice; it is never held whole.
 */
export async function* readXml(
  pieces: AsyncIterable<string>,
  textLength: number,
): AsyncGenerator<XmlToken[]> {
  const state = { rest: '', held: 0 }
  for await (const piece of pieces) yield takeTokens(state, piece, textLength)
  if (state.rest.trim() !== '') throw new Error('the file ends inside a tag')
}

interface XmlState {
  /** What is not a whole tag or entity yet. */
  rest: string
  /** Length of the text since the last tag. */
  held: number
}

function takeTokens(state: XmlState, piece: string, textLength: number): XmlToken[] {
  const tokens: XmlToken[] = []
  const text = state.rest + piece
  const keep = (from: number, to: number): void => {
    if (to > from && state.held < textLength)
      tokens.push({ kind: 'text', text: decodeEntities(text.slice(from, to)) })
    state.held += to - from
  }
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) {
      const end = safeEnd(text, at)
      keep(at, end)
      at = end
      break
    }
    keep(at, open)
    at = open
    const end = endOfMarkup(text, open)
    if (end < 0) {
      if (text.length - open > LONGEST_MARKUP) throw new Error('a tag does not end')
      break
    }
    state.held = 0
    takeMarkup(text.slice(open, end), tokens)
    at = end
  }
  state.rest = text.slice(at)
  return tokens
}

function takeMarkup(markup: string, tokens: XmlToken[]): void {
  if (markup.startsWith('<!DOCTYPE')) throw new Error('document types are not accepted')
  if (markup.startsWith('<![CDATA[')) tokens.push({ kind: 'text', text: markup.slice(9, -3) })
  else if (!markup.startsWith('<!') && !markup.startsWith('<?')) takeTag(markup, tokens)
}

/** An entity cut by the end of a piece stays for the next. */
function safeEnd(text: string, from: number): number {
  const ampersand = text.lastIndexOf('&')
  return ampersand >= from && text.length - ampersand < 12 && !text.includes(';', ampersand)
    ? ampersand
    : text.length
}

function endOfMarkup(text: string, open: number): number {
  const close = (mark: string): number => {
    const at = text.indexOf(mark, open)
    return at < 0 ? -1 : at + mark.length
  }
  if (text.startsWith('<!--', open)) return close('-->')
  if (text.startsWith('<![CDATA[', open)) return close(']]>')
  if (text.startsWith('<?', open)) return close('?>')
  // A `>` may stand inside an attribute.
  let quote = ''
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return -1
}

const TAG = /^<(\/?)(?:[\w.-]+:)?([\w.-]+)([\s\S]*?)(\/?)>$/

function takeTag(markup: string, tokens: XmlToken[]): void {
  const found = TAG.exec(markup)
  if (!found) throw new Error('a tag is not well formed')
  const [, closing, name = '', attributes = '', empty] = found
  if (closing === '/') tokens.push({ kind: 'close', name })
  else {
    tokens.push({ kind: 'open', name, attributes })
    if (empty === '/') tokens.push({ kind: 'close', name })
  }
}

/** One attribute of an open tag; the prefix is part of the name (`r:id`). */
export function attribute(attributes: string, name: string): string | undefined {
  const found = attributeShape(name).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decodeEntities(value)
}

const shapes = new Map<string, RegExp>()

/** Compiled once for each of the few names that are asked for. */
function attributeShape(name: string): RegExp {
  const known = shapes.get(name)
  if (known) return known
  const shape = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  shapes.set(name, shape)
  return shape
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}

/** Excel writes characters that XML forbids as `_x000D_`, and a text `_x000D_` as `_x005F_x000D_`. */
export function decodeExcelText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
