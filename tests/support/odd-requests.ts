import fc from 'fast-check'
import type { Route } from '#platform/http'

/** What people, scanners and broken programs send where a text is expected. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '99999999999999999999',
    '1e9',
    'null',
    'undefined',
    'NaN',
    '%',
    "'; drop table record; --",
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '🜁'.repeat(50),
    '<script>',
    '{}',
    '[]',
    'a'.repeat(3000),
    '1976-13',
    'Congo',
    '=1+1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
)

const names = fc.oneof(
  fc.constantFrom(
    'q',
    'sort',
    'after',
    'limit',
    'as',
    'from',
    'to',
    'f.country',
    'f.name.full',
    'f.relatives.0.to',
    'f.relatives.x.a.kind',
    '_fields',
    'version',
    'merge',
    'lose',
    'with',
    'field',
    '_add',
    '_remove',
    'visibility',
    'type',
    'text',
    'format',
    'citation',
    'lang',
    'back',
    'values',
    'reason',
    'classes',
    'role',
    'until',
    'name',
  ),
  fc.string({ maxLength: 20 }),
)

/** In which form the body comes: as it should be, or as nothing should be. */
const shapes = [
  'right',
  'right',
  'right',
  'multipart',
  'cut short',
  'other type',
  'bytes',
  'deep',
  'nothing',
] as const

/** A request that no page of ours would send. */
export const oddRequest = fc.record({
  params: fc.array(odd, { minLength: 4, maxLength: 4 }),
  /** Whether the type and the record named are there. */
  known: fc.boolean(),
  query: fc.array(fc.tuple(names, odd), { maxLength: 5 }),
  fields: fc.array(fc.tuple(names, odd), { maxLength: 8 }),
  /** Whether the form's token is right, so that what follows is reached. */
  token: fc.constantFrom(true, true, true, false),
  shape: fc.constantFrom(...shapes),
})

export type OddRequest = typeof oddRequest extends fc.Arbitrary<infer Value> ? Value : never

/** The address and the options of `fetch` for it; headers that prove who asks are the caller's to add. */
export function requestOf(
  route: Pick<Route, 'method' | 'path' | 'api'>,
  sample: OddRequest,
  known: { readonly type: string; readonly id: string; readonly formToken: string },
): {
  readonly address: string
  readonly init: Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> }
} {
  let at = 0
  const filled = route.path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_whole, name: string) =>
    sample.known && name === 'type'
      ? known.type
      : sample.known && /^(id|\w+Id)$/.test(name)
        ? known.id
        : encodeURIComponent((sample.params[at++ % 4] ?? '').toWellFormed()) || 'x',
  )
  const pairs = (given: OddRequest['fields']) =>
    given.map(([name, value]) => [name.toWellFormed() || 'x', value.toWellFormed()] as [string, string])
  const query = new URLSearchParams(pairs(sample.query)).toString()
  const address = query ? `${filled}?${query}` : filled
  const method = route.method.toUpperCase()
  if (method === 'GET') return { address, init: { method, headers: {} } }
  const fields = [
    ...(sample.token ? [['_csrf', known.formToken] as [string, string]] : []),
    ...pairs(sample.fields),
  ]
  const boundary = 'a-boundary'
  const multipart = fields
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '_')}"\r\n\r\n${value}\r\n`,
    )
    .join('')
  const json = JSON.stringify({ version: 1, values: Object.fromEntries(fields), visibility: fields[0]?.[1] })
  const bodies: Readonly<
    Record<OddRequest['shape'], readonly [string, string | Uint8Array<ArrayBuffer> | null]>
  > = {
    right: route.api
      ? ['application/json', json]
      : ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()],
    multipart: [`multipart/form-data; boundary=${boundary}`, `${multipart}--${boundary}--\r\n`],
    'cut short': route.api
      ? ['application/json', json.slice(0, -3)]
      : [`multipart/form-data; boundary=${boundary}`, multipart.slice(0, -5)],
    'other type': ['text/xml; charset=utf-7', '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'],
    bytes: [
      route.api ? 'application/json' : 'application/x-www-form-urlencoded',
      new Uint8Array(
        sample.params
          .join('')
          .split('')
          .map((sign) => sign.charCodeAt(0) & 0xff),
      ),
    ],
    deep: ['application/json', '['.repeat(20_000)],
    nothing: [route.api ? 'application/json' : 'multipart/form-data', null],
  }
  const [type, body] = bodies[sample.shape]
  return { address, init: { method, headers: { 'content-type': type }, body } }
}
