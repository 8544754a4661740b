/** What a delivery report (RFC 3464) or a complaint (RFC 5965) says of one mail of ours. */
export interface DeliveryReport {
  readonly kind: 'failed' | 'delayed' | 'complaint'
  /** Of the Message-ID that came back: 32 hexadecimal digits. */
  readonly reference: string
  /** `5.1.1`; null when none is given. */
  readonly status: string | null
}

type Headers = ReadonlyMap<string, string>

/**
 * Reads delivery reports from a file: one message, or a mailbox of many ("From " lines). What is no report, or names no
 * mail of ours, gives nothing; `messages` counts all that were there.
 */
export function readDeliveryReports(file: string): {
  readonly messages: number
  readonly reports: readonly DeliveryReport[]
} {
  const text = file.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '')
  const messages = (text.startsWith('From ') ? text.split(/\n?^From .*\n/m) : [text]).filter(
    (message) => message.trim() !== '',
  )
  return { messages: messages.length, reports: messages.flatMap(readReport) }
}

function readReport(message: string): readonly DeliveryReport[] {
  const { headers, body } = part(message)
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\/report\b/i.test(type)) return []
  const parts = partsOf(type, body)
  const reference = parts.map(referenceOf).find((found) => found !== null)
  if (!reference) return []
  const of = (kind: RegExp) => parts.find(({ headers: own }) => kind.test(own.get('content-type') ?? ''))
  if (of(/^message\/feedback-report\b/i)) return [{ kind: 'complaint', reference, status: null }]
  const status = of(/^message\/(global-)?delivery-status\b/i)
  if (!status) return []
  // The first group is of the whole message; each after it of a recipient. A mail of ours has one.
  for (const group of contentOf(status).split(/\n{2,}/)) {
    const fields = headersOf(group)
    const action = fields.get('action')?.toLowerCase()
    const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null
    if (action === 'failed')
      return [{ kind: code?.startsWith('4') ? 'delayed' : 'failed', reference, status: code }]
    if (action === 'delayed') return [{ kind: 'delayed', reference, status: code }]
  }
  return []
}

interface Part {
  readonly headers: Headers
  readonly body: string
}

function part(text: string): Part {
  const end = text.search(/\n\n/)
  return end < 0
    ? { headers: headersOf(text), body: '' }
    : { headers: headersOf(text.slice(0, end)), body: text.slice(end + 2) }
}

/** Names in lower case; lines that go on are joined; of a repeated one the first counts. */
function headersOf(text: string): Headers {
  const found = new Map<string, string>()
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !found.has(name)) found.set(name, line.slice(at + 1).trim())
  }
  return found
}

function partsOf(type: string, body: string): readonly Part[] {
  const boundary = /\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return []
  return `\n${body}`
    .split(`\n--${mark}`)
    .slice(1)
    .filter((one) => !one.startsWith('--'))
    .map((one) => part(one.replace(/^[ \t]*\n/, '')))
}

function contentOf({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')
  if (encoding === 'quoted-printable')
    return body
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return body
}

/** Our reference in what came back of the mail: its headers, or the whole of it. */
function referenceOf(given: Part): string | null {
  if (
    !/^(message\/(rfc822|global)|text\/rfc822-headers|message\/(rfc822|global)-headers)\b/i.test(
      given.headers.get('content-type') ?? '',
    )
  )
    return null
  return (
    /^<([0-9a-f]{32})@[^<>\s]+>$/.exec(part(contentOf(given)).headers.get('message-id') ?? '')?.[1] ?? null
  )
}
