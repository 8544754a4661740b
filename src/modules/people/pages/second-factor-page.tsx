import type { ReactNode } from 'react'
import { type Visit, isSecure, redirect, route, sessionCookie, sessionToken } from '#platform/http'
import {
  beginAuthenticator,
  confirmAuthenticator,
  openSession,
  readOwnCredentials,
  removeAuthenticator,
  renewRecoveryCodes,
  renewSession,
  sessionHours,
} from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { Button, Form, FormActions, FormErrors, LinkButton, Notice, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { unproven } from './me-page.tsx'
import { QrCode } from './qr-code.tsx'

const crumbs = (visit: Visit) => [{ href: '/workspace/me', label: words(visit.language)('me') }]
const csrfOf = (visit: Visit) => visit.session?.formToken ?? ''

async function enrolPage(visit: Visit, carried = '', error?: string): Promise<Response> {
  const { session } = visit
  if (!session) throw new Problem('not_signed_in')
  const own = await visit.within(readOwnCredentials)
  const w = words(visit.language)
  const { actor } = session
  const enrolment = beginAuthenticator(
    actor,
    visit.house.secrets,
    { issuer: `Amparo ${actor.orgSlug}`, account: actor.name },
    carried,
  )
  return workspacePage(visit, {
    title: w('authenticator_add'),
    styles: ['styles/people.css'],
    status: error ? 422 : 200,
    breadcrumbs: crumbs(visit),
    notices: (
      <>
        {session.mustEnrol ? <Notice kind="warning">{w('must_enrol')}</Notice> : null}
        {error ? <FormErrors title={w('errors')} errors={[{ fieldId: 'code', message: error }]} /> : null}
      </>
    ),
    children: (
      <>
        <p>{w('enrol_1')}</p>
        <QrCode text={enrolment.uri} label={w('enrol_picture')} />
        <p>
          {w('enrol_2')} <code className="secret">{enrolment.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <p>
          <a href={enrolment.uri}>{w('enrol_link')}</a>
        </p>
        <Form action="/workspace/me/second-factor" csrf={csrfOf(visit)}>
          <input type="hidden" name="enrolment" value={enrolment.sealed} />
          {own.passphraseChangedAt ? <Present visit={visit} /> : null}
          <p>{w('enrol_3')}</p>
          <TextInput
            id="code"
            name="code"
            label={w('code')}
            short
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            error={error}
          />
          <FormActions>
            <Button kind="primary">{w('enrol_confirm')}</Button>
          </FormActions>
        </Form>
      </>
    ),
  })
}

const Present = ({ visit, error }: { readonly visit: Visit; readonly error?: string | undefined }) => (
  <TextInput
    id="present"
    name="present"
    type="password"
    label={words(visit.language)('passphrase_present')}
    autoComplete="current-password"
    error={error}
  />
)

/** Recovery codes, once. */
function codesPage(visit: Visit, codes: readonly string[], done: ReactNode): Response {
  const w = words(visit.language)
  return workspacePage(visit, {
    title: w('recovery'),
    styles: ['styles/people.css'],
    breadcrumbs: crumbs(visit),
    notices: done,
    children: (
      <>
        <p>{w('recovery_why')}</p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Notice kind="warning">{w('recovery_print')}</Notice>
        <p className="no-print">
          <LinkButton href="/workspace/me" kind="primary">
            {w('recovery_done')}
          </LinkButton>
        </p>
      </>
    ),
  })
}

/** A page that does one thing after the passphrase was given again. */
function confirmPage(
  visit: Visit,
  page: { readonly title: string; readonly lede: string; readonly error?: string | undefined },
): Response {
  const w = words(visit.language)
  return workspacePage(visit, {
    title: page.title,
    lede: page.lede,
    status: page.error ? 422 : 200,
    breadcrumbs: crumbs(visit),
    notices: page.error ? (
      <FormErrors title={w('errors')} errors={[{ fieldId: 'present', message: page.error }]} />
    ) : null,
    children: (
      <Form action={visit.url.pathname} csrf={csrfOf(visit)}>
        <Present visit={visit} error={page.error} />
        <FormActions>
          <Button kind="primary">{page.title}</Button>
          <LinkButton href="/workspace/me" kind="plain">
            {w('me')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** The session goes on under another token, and what is shown then speaks for that one. */
async function renewed(visit: Visit): Promise<{ readonly visit: Visit; readonly cookie: string }> {
  const token = await visit.within((tx) => renewSession(tx, sessionToken(visit.request) ?? ''))
  if (visit.session) visit.house.openings.forget({ accountId: visit.session.actor.accountId })
  const session = await openSession(visit.house.db, token)
  return { visit: { ...visit, session }, cookie: sessionCookie(token, isSecure(visit), sessionHours) }
}

const remove = '/workspace/me/second-factor/remove'
const codesPath = '/workspace/me/recovery-codes'

/** Setting up and taking away the second factor, and its recovery codes. */
export const secondFactorRoutes = [
  route({
    method: 'get',
    path: '/workspace/me/second-factor',
    may: 'member',
    handle: async (visit) => enrolPage(visit),
  }),
  route({
    method: 'post',
    path: '/workspace/me/second-factor',
    may: 'member',
    handle: async (visit) => {
      const { house, form } = visit
      const w = words(visit.language)
      const wrong = await unproven(visit)
      if (wrong) return enrolPage(visit, form.get('enrolment'), wrong)
      const codes = await visit.within(async (tx) => {
        const right = await confirmAuthenticator(
          tx.sql,
          tx.actor,
          house.secrets,
          form.get('enrolment'),
          form.get('code').slice(0, 20),
        )
        if (!right) return null
        await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'authenticator' })
        return renewRecoveryCodes(tx.sql, tx.actor)
      })
      if (!codes) return enrolPage(visit, form.get('enrolment'), w('code_refused'))
      const now = await renewed(visit)
      const page = codesPage(now.visit, codes, <Notice kind="success">{w('authenticator_done')}</Notice>)
      page.headers.set('set-cookie', now.cookie)
      return page
    },
  }),
  route({
    method: 'get',
    path: remove,
    may: 'member',
    handle: async (visit) => {
      const w = words(visit.language)
      return confirmPage(visit, { title: w('authenticator_remove'), lede: w('authenticator_none') })
    },
  }),
  route({
    method: 'post',
    path: remove,
    may: 'member',
    handle: async (visit) => {
      const w = words(visit.language)
      const wrong = await unproven(visit)
      if (wrong)
        return confirmPage(visit, {
          title: w('authenticator_remove'),
          lede: w('authenticator_none'),
          error: wrong,
        })
      await visit.within(async (tx) => {
        await removeAuthenticator(tx.sql, tx.actor)
        await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'authenticator_removed' })
      })
      const { cookie } = await renewed(visit)
      return redirect('/workspace/me', { 'set-cookie': cookie })
    },
  }),
  route({
    method: 'get',
    path: codesPath,
    may: 'member',
    handle: async (visit) => {
      const w = words(visit.language)
      return confirmPage(visit, { title: w('recovery_new'), lede: w('recovery_why') })
    },
  }),
  route({
    method: 'post',
    path: codesPath,
    may: 'member',
    handle: async (visit) => {
      const w = words(visit.language)
      const wrong = await unproven(visit)
      if (wrong)
        return confirmPage(visit, { title: w('recovery_new'), lede: w('recovery_why'), error: wrong })
      const codes = await visit.within(async (tx) => {
        await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'recovery_codes' })
        return renewRecoveryCodes(tx.sql, tx.actor)
      })
      return codesPage(visit, codes, null)
    },
  }),
]
