import type { Capability } from '#platform/access'
import type { House } from '#platform/house'
import type { Session } from '#platform/identity'
import type { Language } from '#platform/i18n'
import type { Schema, Tx } from '#platform/records'
import type { FormBody } from './read-form.ts'

/** One request on its way through. */
export interface Visit {
  readonly house: House
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly language: Language
  readonly session: Session | null
  /** Where the request comes from; null where nobody can tell. Only to count failures by. */
  readonly address: string | null
  /** The fields and files of a posted form; its token has been checked. Empty for GET. */
  readonly form: FormBody
  /** One transaction in the name of who is signed in. */
  readonly within: <Result>(action: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** The organisation's schema as the latest `within` found it; null before the first. */
  readonly schema: Schema | null
  /** What waits behind entries of the menu, by address, as the first `within` of a page found it. */
  readonly counts: ReadonlyMap<string, number>
}

/**
 * One address of the house. `may` is the policy: a route without one is a type error. It names the capability that
 * the asker's role must have; `member` is whoever is signed in, whatever their role.
 * `guest` is `anyone` on the way in: a session that the browser still carries is not looked at, so that its form
 * needs no token of it.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly may: 'anyone' | 'guest' | 'member' | Capability
  /** Bytes that a posted form may have in all; 1 MB unless told. */
  readonly bodyLimit?: number
  /** Uploads lie in the scratch folder encrypted: read them by `content`, not by their path. */
  readonly hiddenUploads?: boolean
  /** The body is JSON and read by the route itself; the token comes in a header. */
  readonly api?: boolean
  readonly handle: (visit: Visit) => Promise<Response>
}

/** Identity function that types a route. */
export const route = (given: Route): Route => given

/** The name a session's cookie has; `__Host-` binds it to this very origin where there is TLS. */
const cookieName = (secure: boolean) => (secure ? '__Host-amparo' : 'amparo')

/** The session token that a request carries, in its cookie or as a bearer. */
export function sessionToken(request: Request): string | null {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return bearer
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if ((name === cookieName(true) || name === cookieName(false)) && value) return value
  }
  return null
}

/** `Set-Cookie` for a session that begins. Kept a day longer than the session: see `keepDraft`. */
export const sessionCookie = (token: string, secure: boolean, hours: number): string =>
  `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${(hours + 24) * 3600}${secure ? '; Secure' : ''}`

/** `Set-Cookie` for a session that ends. */
export const clearSessionCookie = (secure: boolean): string =>
  `${cookieName(secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`

/** Whether the browser reached us by TLS, through a proxy or not. */
export const isSecure = (at: Pick<Visit, 'url' | 'request' | 'house'>): boolean =>
  at.url.protocol === 'https:' ||
  at.house.origins.some(
    (origin) => origin === at.request.headers.get('origin') && origin.startsWith('https:'),
  ) ||
  at.house.origins.includes(`https://${at.request.headers.get('host') ?? ''}`)
