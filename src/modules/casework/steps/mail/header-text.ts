import { decodeText, toBytes } from './bytes-text.ts'

const word = /=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=/g

/**
 * The text of a header (RFC 2047): encoded words decoded, the space between two of them gone, and a character that was
 * cut in two by it whole again. Raw eight-bit headers are read as UTF-8 where they are.
 */
export function decodeHeader(raw: string): string {
  const parts: { readonly charset: string; readonly bytes: number[] }[] = []
  let out = ''
  let at = 0
  const flush = () => {
    for (const { charset, bytes } of parts) out += decodeText(Uint8Array.from(bytes), charset)
    parts.length = 0
  }
  for (const found of raw.matchAll(word)) {
    const [whole, charset = '', kind = '', text = ''] = found
    const between = raw.slice(at, found.index)
    if (parts.length === 0 || between.trim() !== '') {
      flush()
      out += decodeText(toBytes(between))
    }
    const bytes = [...wordBytes(kind, text)]
    // RFC 2231 lets a language stand behind the charset.
    const name = charset.replace(/\*.*$/, '').toLowerCase()
    const last = parts.at(-1)
    if (last && last.charset === name) last.bytes.push(...bytes)
    else parts.push({ charset: name, bytes })
    at = found.index + whole.length
  }
  flush()
  return clean(out + decodeText(toBytes(raw.slice(at))))
}

const wordBytes = (kind: string, text: string): Uint8Array =>
  kind.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : toBytes(
        text
          .replaceAll('_', ' ')
          .replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
      )

// What controls a terminal, or turns the direction of a name round, has no place in a header.
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** A header's value and its parameters (RFC 2045, 2231): `attachment; filename*=UTF-8''caf%C3%A9.pdf`. */
export function parseParameters(raw: string): {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
} {
  const [value = ''] = raw.split(';', 1)
  const pieces = new Map<
    string,
    { readonly order: number; readonly text: string; readonly encoded: boolean }[]
  >()
  const one = /;\s*([^\s=;*]{1,40})(?:\*(\d{1,3}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g
  for (const [, name = '', order = '0', star, quoted, bare = ''] of raw.matchAll(one)) {
    const text = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/g, '$1')
    const key = name.toLowerCase()
    pieces.set(key, [...(pieces.get(key) ?? []), { order: Number(order), text, encoded: star !== undefined }])
  }
  const parameters = new Map<string, string>()
  for (const [name, list] of pieces) {
    const ordered = list.toSorted((a, b) => a.order - b.order)
    const charset = ordered[0]?.encoded ? (/^([^']*)'[^']*'/.exec(ordered[0].text)?.[1] ?? '') : null
    const joined = ordered
      .map(({ text, encoded }, i) =>
        encoded
          ? (i === 0 ? text.replace(/^[^']*'[^']*'/, '') : text).replace(
              /%([0-9A-Fa-f]{2})/g,
              (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
            )
          : text,
      )
      .join('')
    parameters.set(
      name,
      charset === null ? decodeHeader(joined) : clean(decodeText(toBytes(joined), charset)),
    )
  }
  return { value: value.trim().toLowerCase(), parameters }
}
