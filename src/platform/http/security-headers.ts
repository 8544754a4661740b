import type { MiddlewareHandler } from 'hono'

/** A page: no inline script or style, nothing from elsewhere, no framing, no string that becomes a script. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** A page that is made to stand in somebody else's: it may be framed, and does no more than any other page. */
export const embedPolicy = pagePolicy.replace("frame-ancestors 'none'", 'frame-ancestors *')

/** What is not a page does nothing, wherever a browser opens it: no script, no request, no origin of ours. */
export const inertPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

const headers: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  // Not `no-referrer`: with it browsers send `Origin: null` and plain forms break.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/**
 * On every answer, errors and redirects too. What is not said to be kept may not be. A browser that came to one of
 * `origins` by TLS once comes by TLS for two years, whatever somebody on the way tells it.
 */
export const securityHeaders =
  (origins: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    await next()
    const given = context.res.headers
    const put = (name: string, value: string) => {
      if (!given.has(name)) given.set(name, value)
    }
    const isPage = given.get('content-type')?.startsWith('text/html') ?? false
    put('content-security-policy', isPage ? pagePolicy : inertPolicy)
    for (const [name, value] of Object.entries(headers)) put(name, value)
    put('cache-control', 'no-store')
    if (origins.includes(`https://${context.req.header('host') ?? ''}`))
      put('strict-transport-security', 'max-age=63072000')
  }
