/** Bytes as a text of one character each, and back: a message is cut by its lines before anybody knows its charset. */
export const fromBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const toBytes = (binary: string): Uint8Array => Buffer.from(binary, 'latin1')

/** Names of charsets that are in old mail and not in the list of the web. */
const others: Readonly<Record<string, string>> = {
  'ansi_x3.4-1968': 'windows-1252',
  'unicode-1-1-utf-8': 'utf-8',
  utf8: 'utf-8',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
}

/** Text of bytes in a charset. Unknown or not named: UTF-8 where it is that, else Windows' Latin, which reads anything. */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const label = charset.trim().toLowerCase()
  const named = label === '' || label === 'us-ascii' ? null : decoder(others[label] ?? label)
  if (named) return named.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function decoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** The bytes that a body carries, by its Content-Transfer-Encoding; what is not well formed is passed over. */
export function decodeBody(body: string, encoding = ''): Uint8Array {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  if (name === 'quoted-printable')
    return toBytes(
      body
        .replace(/[ \t]+(?=\r?\n|$)/g, '')
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
    )
  return toBytes(body)
}
