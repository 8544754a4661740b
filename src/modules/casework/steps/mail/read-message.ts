import { decodeBody, decodeText, fromBytes } from './bytes-text.ts'
import { decodeHeader, parseParameters } from './header-text.ts'
import { htmlToText } from './html-text.ts'

/** A file that came with a message. */
export interface MessageAttachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A message as a person reads it. Empty where it does not say. */
export interface ReadMessage {
  readonly from: string
  readonly to: string
  readonly cc: string
  readonly subject: string
  /** As it was written, and the instant that it means; null where it means none. */
  readonly dateWords: string
  readonly date: Date | null
  readonly id: string
  readonly text: string
  readonly attachments: readonly MessageAttachment[]
}

const mostDepth = 12
const mostParts = 300
const mostText = 150_000

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/**
 * Reads a message (RFC 5322, MIME) as well as it can be read: it never throws, and what makes no sense is passed over.
 * Of the same words as text and as HTML the text counts; HTML becomes text. A message in a message is an attachment.
 */
export function readMessage(bytes: Uint8Array): ReadMessage {
  const part = partOf(
    fromBytes(bytes)
      .replace(/^\uFEFF|^ï»¿/, '')
      .replace(/^(From |>From )[^\n]*\n/, ''),
  )
  const gathered: { texts: string[]; files: MessageAttachment[]; parts: number } = {
    texts: [],
    files: [],
    parts: 0,
  }
  gather(part, gathered, 0)
  const header = (name: string) => decodeHeader(part.headers.get(name) ?? '')
  const dateWords = header('date')
  const at = new Date(dateWords.replace(/\s*\([^)]*\)\s*$/, ''))
  return {
    from: header('from'),
    to: header('to'),
    cc: header('cc'),
    subject: header('subject'),
    dateWords,
    date: dateWords === '' || Number.isNaN(at.getTime()) ? null : at,
    id: header('message-id'),
    text: gathered.texts.join('\n\n').slice(0, mostText),
    attachments: gathered.files,
  }
}

/** Whether a text begins as a message does, with headers that only messages have. */
export const looksLikeMessage = (text: string): boolean =>
  /^(?:\uFEFF)?(?:>?From [^\n]*\n)?(?:return-path|received|delivered-to|from|to|date|subject|message-id|mime-version|dkim-signature|x-[a-z-]+|content-type):/i.test(
    text.trimStart(),
  ) && /^(?:from|date|subject|message-id):/im.test(text.slice(0, 20_000))

function partOf(text: string): Part {
  const blank = /\r?\n\r?\n/.exec(text)
  // A part may have no headers at all: then it begins with the empty line.
  if (/^\r?\n/.test(text)) return { headers: new Map(), body: text.replace(/^\r?\n/, '') }
  return blank
    ? { headers: headersOf(text.slice(0, blank.index)), body: text.slice(blank.index + blank[0].length) }
    : { headers: headersOf(text), body: '' }
}

/** Names in lower case; folded lines joined; of a repeated one the first counts. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && name !== '' && !found.has(name)) found.set(name, line.slice(at + 1).trim())
  }
  return found
}

function gather(
  part: Part,
  into: { texts: string[]; files: MessageAttachment[]; parts: number },
  depth: number,
): void {
  into.parts += 1
  if (into.parts > mostParts || depth > mostDepth) return
  const type = parseParameters(part.headers.get('content-type') ?? 'text/plain')
  const kind = /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value : 'text/plain'
  if (kind.startsWith('multipart/')) {
    const parts = splitParts(part.body, type.parameters.get('boundary') ?? '')
    if (kind !== 'multipart/alternative') {
      for (const one of parts) gather(one, into, depth + 1)
      return
    }
    // The last way of saying the same is the richest; we want the plainest that says anything.
    const tries = parts.map((one) => {
      const alone = { texts: [] as string[], files: [] as MessageAttachment[], parts: into.parts }
      gather(one, alone, depth + 1)
      into.parts = alone.parts
      return alone
    })
    into.texts.push(...(tries.find(({ texts }) => texts.some((text) => text.trim() !== ''))?.texts ?? []))
    into.files.push(...tries.flatMap(({ files }) => files))
    return
  }
  const bytes = decodeBody(part.body, part.headers.get('content-transfer-encoding'))
  const disposition = parseParameters(part.headers.get('content-disposition') ?? '')
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? ''
  const isText = kind === 'text/plain' || kind === 'text/html'
  if (!isText || disposition.value === 'attachment' || name !== '') {
    if (bytes.length > 0) into.files.push({ name: fileName(name, kind), type: kind, bytes })
    return
  }
  const text = decodeText(bytes, type.parameters.get('charset')).replaceAll('\r\n', '\n').replaceAll('\0', '')
  const read = kind === 'text/html' ? htmlToText(text) : text.trim()
  if (read !== '') into.texts.push(read)
}

function splitParts(body: string, boundary: string): readonly Part[] {
  if (boundary === '') return []
  const mark = `--${boundary}`
  const parts: Part[] = []
  let begin = -1
  for (
    let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`) + 1;
    at > 0 || (at === 0 && body.startsWith(mark));
  ) {
    if (begin >= 0) parts.push(partOf(body.slice(begin, at).replace(/\r?\n$/, '')))
    const after = at + mark.length
    const end = body.indexOf('\n', after)
    if (body.startsWith('--', after) || end < 0 || parts.length > mostParts) return parts
    begin = end + 1
    const next = body.startsWith(mark, begin) ? begin : body.indexOf(`\n${mark}`, end) + 1
    // An end that never came: what there is, is the part.
    if (next === 0) {
      parts.push(partOf(body.slice(begin)))
      return parts
    }
    at = next
  }
  return parts
}

/** The last piece of a name as no system can misread it; never empty. */
function fileName(name: string, kind: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const kept = last
    .replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 150)
  return kept === ''
    ? `attachment.${kind === 'message/rfc822' ? 'eml' : (kind.split('/')[1] ?? 'bin').replace(/[^a-z0-9]/g, '')}`
    : kept
}
