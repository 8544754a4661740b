/** One piece of the XML of a workbook. A tag that closes itself gives an open and a close. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Longest tag; those of a sheet take some hundred characters. */
const LONGEST_TAG = 64 * 1024

/**
 * Cuts XML into tags and text as it arrives. Only what workbooks use: no document types (refused, so no entities of
 * the file's own), no validation. Names lose their prefix. Text longer than `textLength` is cut there, which is enough
 * for the reader to notice; it is never held whole.
 */
export async function* readXml(pieces: AsyncIterable<string>, textLength: number): AsyncGenerator<XmlToken> {
  let rest = ''
  let held = 0
  for await (const piece of pieces) {
    rest += piece
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) {
        const text = rest.slice(at, safeEnd(rest, at))
        if (text !== '' && held < textLength) yield { kind: 'text', text: decodeEntities(text) }
        held += text.length
        at += text.length
        break
      }
      if (open > at && held < textLength) yield { kind: 'text', text: decodeEntities(rest.slice(at, open)) }
      at = open
      const end = endOfMarkup(rest, open)
      if (end < 0) {
        if (rest.length - open > LONGEST_TAG && !rest.startsWith('<![CDATA[', open))
          throw new Error('a tag does not end')
        break
      }
      held = 0
      const markup = rest.slice(open, end)
      at = end
      if (markup.startsWith('<!DOCTYPE')) throw new Error('document types are not accepted')
      if (markup.startsWith('<![CDATA[')) yield { kind: 'text', text: markup.slice(9, -3) }
      else if (!markup.startsWith('<!') && !markup.startsWith('<?')) yield* tagTokens(markup)
    }
    rest = rest.slice(at)
    if (rest.length > 16 * 1024 * 1024) throw new Error('a section does not end')
  }
  if (rest.trim() !== '') throw new Error('the file ends inside a tag')
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

function* tagTokens(markup: string): Generator<XmlToken> {
  const found = /^<(\/?)(?:[\w.-]+:)?([\w.-]+)([\s\S]*?)(\/?)>$/.exec(markup)
  if (!found) throw new Error('a tag is not well formed')
  const [, closing, name = '', attributes = '', empty] = found
  if (closing === '/') yield { kind: 'close', name }
  else {
    yield { kind: 'open', name, attributes }
    if (empty === '/') yield { kind: 'close', name }
  }
}

/** One attribute of an open tag; the prefix is part of the name (`r:id`). */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decodeEntities(value)
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
