import type { Context } from 'hono'

const loopback = /^(127\.|::1$|::ffff:127\.)/

/**
 * Where a request comes from, to count failed sign-ins by. Behind a proxy of this machine, the last address that the
 * proxy adds; null where nobody can tell, as over Tor: all would count as one.
 */
export function addressOf(context: Context): string | null {
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const direct = env?.incoming?.socket?.remoteAddress ?? null
  if (direct !== null && !loopback.test(direct)) return direct
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded && forwarded.length <= 45 && !loopback.test(forwarded) ? forwarded : null
}

const browsers = [
  ['Edge', /\bEdg\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\bChrom(e|ium)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** The kind of browser in two words, for a person to know their sessions by; no versions, nothing to follow one by. */
export function agentOf(request: Request): string | null {
  const text = request.headers.get('user-agent') ?? ''
  const named = [browsers, systems].flatMap((list) => list.find(([, sign]) => sign.test(text))?.[0] ?? [])
  return named.length > 0 ? named.join(', ') : null
}

/** Whether a person asked, and not a page that renews itself or fetches its parts: browsers say so. */
export function isPersonal(request: Request): boolean {
  if (request.method !== 'GET') return true
  return !request.headers.has('sec-fetch-mode') || request.headers.get('sec-fetch-user') === '?1'
}
