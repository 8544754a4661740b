import { fileTypeFromBuffer } from 'file-type'

/** How much of a file's beginning is looked at, in bytes. */
export const headBytes = 256 * 1024

/**
 * The media type that the content shows, never the one that the sender claims; `application/octet-stream`
 * when it shows none. `head` is the beginning of the file, at most `headBytes`.
 */
export async function sniffMediaType(head: Uint8Array): Promise<string> {
  if (head.length === 0) return 'application/octet-stream'
  const marked = markedText(head)
  if (marked !== null) return textType(marked)
  const signed = await signature(head)
  if (signed && signed !== 'application/xml') return signed
  // PDF readers accept the mark anywhere in the first kilobyte.
  if (Buffer.from(head.subarray(0, 1024)).includes('%PDF-')) return 'application/pdf'
  const text = readableText(head)
  return text === null ? 'application/octet-stream' : textType(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary
const binary = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/

/** Text that begins with the byte order mark of UTF-16 (which some sound files begin with too), or `null`. */
function markedText(head: Uint8Array): string | null {
  const mark = `${head[0]},${head[1]}`
  if (mark !== '255,254' && mark !== '254,255') return null
  const text = new TextDecoder(mark === '255,254' ? 'utf-16le' : 'utf-16be').decode(head, { stream: true })
  return binary.test(text) || /[\uFFFD\uE000-\uF8FF]/.test(text) ? null : text
}

async function signature(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null
  } catch {
    // A head that ends in the middle of an archive's entry: its first bytes still say what it is.
    return head[0] === 0x50 && head[1] === 0x4b ? 'application/zip' : null
  }
}

/** The head as text, or `null` when it is not text: bytes no text has, or neither UTF-8 nor Latin. */
function readableText(head: Uint8Array): string | null {
  if (binary.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1'))) return null
  try {
    // `stream`: the head may end inside a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(head)
  }
}

function textType(text: string): string {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (/^<(!doctype html|html|head|body|script|iframe|table|div|p|h1|title|style|!--)[\s>-]/.test(start))
    return 'text/html'
  if (/<html[\s>]/.test(start)) return 'text/html'
  if (start.startsWith('<?xml')) return 'application/xml'
  if (start.startsWith('{\\rtf')) return 'application/rtf'
  return isTable(text) ? 'text/csv' : 'text/plain'
}

/** Whether the first lines all have the same number, at least one, of one separator. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/, 6).filter(Boolean)
  // The last line of a head may be cut.
  const whole = text.length > 4000 ? lines.slice(0, -1) : lines
  if (whole.length < 2) return false
  return [',', ';', '\t'].some((separator) => {
    const counts = whole.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
    return (counts[0] ?? 0) > 0 && counts.every((count) => count === counts[0])
  })
}
