import { expect } from 'vitest'

const policyOf = (header: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    header.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values] as const
    }),
  )

/** What the standards know; a value that a browser would ignore must not pass for protection. */
const grammar: Readonly<Record<string, readonly string[]>> = {
  'cross-origin-opener-policy': ['same-origin'],
  'cross-origin-embedder-policy': ['require-corp', 'credentialless'],
  'cross-origin-resource-policy': ['same-origin'],
  'referrer-policy': ['same-origin', 'no-referrer'],
  'x-content-type-options': ['nosniff'],
}

/** Only these are ever said, and each means something to a browser. */
const directives = new Set([
  'default-src',
  'script-src',
  'style-src',
  'img-src',
  'font-src',
  'connect-src',
  'form-action',
  'base-uri',
  'frame-ancestors',
  'require-trusted-types-for',
  'trusted-types',
  'sandbox',
])
const sources = new Set(["'none'", "'self'", 'data:', "'script'"])

/**
 * That an answer carries every header that it must, with values that mean something to a browser. `name`: method and
 * path of the request, which say whether the answer may be kept.
 */
export function expectStrict(response: Pick<Response, 'status' | 'headers'>, name: string): void {
  const told = `${name} → ${response.status}`
  for (const [header, values] of Object.entries(grammar))
    expect(values, `${told}: ${header}`).toContain(response.headers.get(header))
  expect(response.headers.get('permissions-policy'), told).toMatch(
    /camera=\(\).*microphone=\(\).*geolocation=\(\)/,
  )
  const policy = policyOf(response.headers.get('content-security-policy') ?? '')
  for (const [directive, values] of policy) {
    expect(directives.has(directive), `${told}: ${directive}`).toBe(true)
    for (const value of values) expect(sources.has(value), `${told}: ${directive} ${value}`).toBe(true)
    if (values.includes('data:')) expect(directive, told).toBe('img-src')
  }
  expect(policy.get('default-src'), told).toEqual(["'none'"])
  expect(policy.get('frame-ancestors'), told).toEqual(["'none'"])
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    expect(policy.get('base-uri'), told).toEqual(["'none'"])
    expect(policy.get('form-action'), told).toEqual(["'self'"])
    expect(policy.get('script-src'), told).toEqual(["'self'"])
    expect(policy.get('require-trusted-types-for'), told).toEqual(["'script'"])
    expect(policy.get('trusted-types'), told).toEqual(["'none'"])
  } else expect(policy.get('sandbox'), `${told}: what is no page`).toEqual([])
  const cache = response.headers.get('cache-control') ?? ''
  if (/^[A-Z]+ \/(site|assets)\b/.test(name) && response.status < 400) expect(cache, told).not.toBe('')
  else expect(cache, told).toBe('no-store')
  expect(response.headers.get('access-control-allow-origin'), told).toBeNull()
  for (const teller of ['server', 'x-powered-by']) expect(response.headers.get(teller), told).toBeNull()
}
