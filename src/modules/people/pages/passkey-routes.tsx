import {
  type Visit,
  agentOf,
  isSecure,
  json,
  redirect,
  route,
  sessionCookie,
  sessionToken,
} from '#platform/http'
import {
  addPasskey,
  beginProvenSession,
  checkPasskey,
  passkeyCreation,
  passkeyRequest,
  provePasskey,
  readPending,
  refusePasskey,
  removePasskey,
  renewSession,
  sessionHours,
} from '#platform/identity'
import { Problem } from '#platform/problem'
import { words } from '../messages.ts'
import { ownPage, unproven } from './me-page.tsx'
import { enter, passkeyRefused } from './sign-in-page.tsx'

/** Where the browser believes to be: one of the public origins, or this machine. */
function originOf({ url, request, house }: Visit): string {
  const said = request.headers.get('origin')
  if (said && house.origins.includes(said)) return said
  const host = request.headers.get('host')
  return house.origins.find((origin) => new URL(origin).host === host) ?? url.origin
}

/** Signing in by passkey, and one's own passkeys. The browser's part is the island `passkey`. */
export const passkeyRoutes = [
  route({
    method: 'get',
    path: '/sign-in-passkey',
    may: 'guest',
    handle: async (visit) => json(await passkeyRequest(visit.house.db, originOf(visit))),
  }),
  route({
    method: 'post',
    path: '/sign-in-passkey',
    may: 'guest',
    bodyLimit: 4_000_000,
    handle: async (visit) => {
      const { house, form } = visit
      const pending = form.get('pending')
      const expected = pending ? readPending(house.secrets, pending) : null
      const account =
        pending && !expected
          ? null
          : await provePasskey(
              house.db,
              { answer: form.get('answer'), origin: originOf(visit) },
              expected ?? undefined,
            )
      const token =
        account &&
        (await beginProvenSession(house.db, account, {
          method: 'passkey',
          secondFactor: true,
          agent: agentOf(visit.request),
        }))
      if (token) return enter(visit, token)
      await refusePasskey(house, expected, visit.address)
      return passkeyRefused(visit)
    },
  }),
  route({
    method: 'get',
    path: '/workspace/me/passkeys/new',
    may: 'member',
    handle: async (visit) => {
      if (!visit.session) throw new Problem('not_signed_in')
      return json(await passkeyCreation(visit.house.db, visit.session.actor, originOf(visit)))
    },
  }),
  route({
    method: 'post',
    path: '/workspace/me/passkeys',
    may: 'member',
    handle: async (visit) => {
      const w = words(visit.language)
      const wrong = await unproven(visit)
      if (wrong) return ownPage(visit, { status: 422, error: { field: 'passkey-present', message: wrong } })
      const made = await checkPasskey(visit.house.db, {
        answer: visit.form.get('answer'),
        origin: originOf(visit),
      })
      const token =
        made &&
        (await visit.within(async (tx) =>
          (await addPasskey(tx, made, visit.form.get('label')))
            ? renewSession(tx, sessionToken(visit.request) ?? '')
            : null,
        ))
      if (!token)
        return ownPage(visit, {
          status: 422,
          error: { field: 'passkey-present', message: w('passkey_failed') },
        })
      if (visit.session) visit.house.openings.forget({ accountId: visit.session.actor.accountId })
      return redirect('/workspace/me#passkeys', {
        'set-cookie': sessionCookie(token, isSecure(visit), sessionHours),
      })
    },
  }),
  route({
    method: 'post',
    path: '/workspace/me/passkeys/remove',
    may: 'member',
    handle: async (visit) => {
      await visit.within((tx) => removePasskey(tx, visit.form.get('id').slice(0, 2000)))
      return redirect('/workspace/me#passkeys')
    },
  }),
]
