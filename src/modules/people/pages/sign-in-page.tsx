import {
  type Visit,
  agentOf,
  clearSessionCookie,
  isSecure,
  openDraft,
  redirect,
  route,
  sessionCookie,
  sessionToken,
} from '#platform/http'
import { isLanguage } from '#platform/i18n'
import {
  beginSession,
  endSession,
  onlyOrganisation,
  openSession,
  sessionHours,
  signIn,
  signInSecond,
} from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { withRequest } from '#platform/records'
import { Button, FormActions, Notice, TextInput } from '#web/components'
import { words } from '../messages.ts'
import { DraftForm } from './draft-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { plainPage } from './plain-page.tsx'
import { CarriedFields, SignInForm, safeBack } from './sign-in-form.tsx'

/** A stranger chooses the language of the page by its address. */
const inLanguage = (visit: Visit): Visit => {
  const wanted = visit.url.searchParams.get('lang')
  return isLanguage(wanted) ? { ...visit, language: wanted } : visit
}

const carriedOf = (visit: Visit) => ({
  back: safeBack(visit.form.get('back') || (visit.url.searchParams.get('back') ?? '')),
  draft: visit.form.get('draft'),
})

async function signInPage(
  visit: Visit,
  shown: {
    readonly status?: number
    readonly said?: 'refused' | 'limited' | 'second_over' | 'passkey_failed'
  } = {},
): Promise<Response> {
  const w = words(visit.language)
  const only = await onlyOrganisation(visit.house.db)
  const org = only ?? (visit.form.get('org') || (visit.url.searchParams.get('org') ?? ''))
  const carried = carriedOf(visit)
  return plainPage(visit, {
    title: w('sign_in'),
    status: shown.status ?? 200,
    script: true,
    children: (
      <>
        {shown.said ? <Notice kind="warning">{w(shown.said)}</Notice> : null}
        {carried.draft ? <Notice kind="warning">{w('draft_kept')}</Notice> : null}
        {shown.said || carried.draft ? null : <p>{w('sign_in_lede')}</p>}
        <SignInForm w={w} org={org.slice(0, 60)} askOrg={only === null} {...carried} />
      </>
    ),
  })
}

function secondPage(visit: Visit, pending: string, refused = false): Response {
  const w = words(visit.language)
  const carried = carriedOf(visit)
  return plainPage(visit, {
    title: w('second'),
    status: refused ? 401 : 200,
    script: true,
    children: (
      <>
        {refused ? <Notice kind="warning">{w('code_refused')}</Notice> : null}
        <p>{w('second_lede')}</p>
        <form method="post" action="/sign-in-second">
          <CarriedFields {...carried} />
          <input type="hidden" name="pending" value={pending} />
          <TextInput
            id="code"
            name="code"
            label={w('code')}
            short
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={40}
          />
          <FormActions>
            <Button kind="primary">{w('sign_in')}</Button>
          </FormActions>
        </form>
        <PasskeyButton
          purpose="second"
          label={w('passkey_use')}
          failed={w('passkey_failed')}
          carried={{ ...carried, pending }}
        />
      </>
    ),
  })
}

/** What follows on having signed in: the form that was being sent, the page that was asked for, or the start. */
export async function enter(visit: Visit, token: string): Promise<Response> {
  const { house } = visit
  const cookie = { 'set-cookie': sessionCookie(token, isSecure(visit), sessionHours) }
  const { back, draft: sealed } = carriedOf(visit)
  const session = sealed ? await openSession(house.db, token) : null
  const draft = session && openDraft(house.secrets, sealed, session.actor.accountId)
  if (!session || !draft || session.mustEnrol) return redirect(back || '/workspace', cookie)
  const page = plainPage(
    { ...visit, language: session.actor.language },
    {
      title: words(session.actor.language)('draft_title'),
      children: <DraftForm draft={draft} csrf={session.formToken} w={words(session.actor.language)} />,
    },
  )
  page.headers.set('set-cookie', cookie['set-cookie'])
  return page
}

/** The sealed draft goes along: as much as a form may be, and what sealing adds. */
const bodyLimit = 4_000_000

const signInRoute = route({
  method: 'get',
  path: '/sign-in',
  may: 'anyone',
  handle: async (visit) => signInPage(inLanguage(visit)),
})

const passphraseRoute = route({
  method: 'post',
  path: '/sign-in',
  may: 'guest',
  bodyLimit,
  handle: async (visit) => {
    const { form, house } = visit
    const signed = await signIn(house, {
      org: form.get('org').slice(0, 60),
      login: form.get('login').slice(0, 200),
      passphrase: form.get('passphrase'),
      address: visit.address,
      agent: agentOf(visit.request),
    })
    if (signed.kind === 'session') return enter(visit, signed.token)
    if (signed.kind === 'second') return secondPage(visit, signed.pending)
    return signInPage(visit, { status: signed.kind === 'limited' ? 429 : 401, said: signed.kind })
  },
})

const secondRoute = route({
  method: 'post',
  path: '/sign-in-second',
  may: 'guest',
  bodyLimit,
  handle: async (visit) => {
    const pending = visit.form.get('pending')
    const signed = await signInSecond(
      visit.house,
      pending,
      visit.form.get('code').slice(0, 60),
      agentOf(visit.request),
    )
    if (signed.kind === 'session') return enter(visit, signed.token)
    if (signed.kind === 'refused') return secondPage(visit, pending, true)
    return signInPage(visit, {
      status: signed.kind === 'limited' ? 429 : 401,
      said: signed.kind === 'limited' ? 'limited' : 'second_over',
    })
  },
})

/** Opening the link changes nothing: mail scanners open links too. The button signs in. */
const linkRoute = route({
  method: 'get',
  path: '/sign-in/:token',
  may: 'anyone',
  handle: async (visitor) => {
    const visit = inLanguage(visitor)
    const w = words(visit.language)
    return plainPage(visit, {
      title: w('sign_in'),
      children: (
        <form method="post" action={visit.url.pathname}>
          <p>{w('link_text')}</p>
          <Button kind="primary">{w('sign_in')}</Button>
        </form>
      ),
    })
  },
})

const useLinkRoute = route({
  method: 'post',
  path: '/sign-in/:token',
  may: 'guest',
  handle: async (visit) => {
    const { house } = visit
    const w = words(visit.language)
    const token = await beginSession(house.db, visit.params['token'] ?? '')
    if (!token)
      return plainPage(visit, {
        title: w('sign_in'),
        status: 401,
        children: <Notice kind="warning">{w('link_used')}</Notice>,
      })
    const session = await openSession(house.db, token)
    if (session)
      await withRequest(house, session.actor, (tx) =>
        writeLedger(tx, 'session.begin', null, { method: 'link' }),
      )
    return enter(visit, token)
  },
})

const signOutRoute = route({
  method: 'post',
  path: '/sign-out',
  may: 'member',
  handle: async (visit) => {
    await visit.within((tx) => writeLedger(tx, 'session.end'))
    if (visit.session) visit.house.openings.forget({ sessionId: visit.session.id })
    const token = sessionToken(visit.request)
    if (token) await endSession(visit.house.db, token)
    return redirect('/sign-in', { 'set-cookie': clearSessionCookie(isSecure(visit)) })
  },
})

/** Shown when a passkey was not accepted. */
export const passkeyRefused = (visit: Visit): Promise<Response> =>
  signInPage(visit, { status: 401, said: 'passkey_failed' })

/** Ways in and the way out. */
export const signInRoutes = [signInRoute, passphraseRoute, secondRoute, linkRoute, useLinkRoute, signOutRoute]
