import { type Visit, agentOf, isSecure, redirect, route, sessionCookie } from '#platform/http'
import { type Language, isLanguage, label } from '#platform/i18n'
import {
  type Invitation,
  acceptInvitation,
  beginProvenSession,
  hashPassphrase,
  passphraseFault,
  readInvitation,
  sessionHours,
  shortestPassphrase,
} from '#platform/identity'
import { Button, FormActions, FormErrors, Notice, TextInput } from '#web/components'
import { type Words, words } from '../messages.ts'
import { plainPage } from './plain-page.tsx'

/** The fault of a new passphrase written twice, in words; null when it can be taken. */
export function newPassphraseFault(w: Words, form: Visit['form'], names: readonly string[]): string | null {
  const fault = passphraseFault(form.get('new'), names)
  if (fault) return w(`fault_${fault}`, { count: shortestPassphrase })
  return form.get('new') === form.get('again') ? null : w('fault_differs')
}

/** A new passphrase, twice. */
export const NewPassphrase = ({ w, error }: { readonly w: Words; readonly error?: string | undefined }) => (
  <>
    <TextInput
      id="new"
      name="new"
      type="password"
      label={w('passphrase_new')}
      hint={w('passphrase_hint', { count: shortestPassphrase })}
      error={error}
      autoComplete="new-password"
    />
    <TextInput
      id="again"
      name="again"
      type="password"
      label={w('passphrase_again')}
      autoComplete="new-password"
    />
  </>
)

const languageOf = (visit: Visit, invitation: Invitation): Language => {
  const wanted = visit.url.searchParams.get('lang')
  return isLanguage(wanted) ? wanted : invitation.language
}

function invitationPage(visit: Visit, invitation: Invitation, error?: string): Response {
  const language = languageOf(visit, invitation)
  const w = words(language)
  return plainPage(
    { ...visit, language },
    {
      title: w('invitation', { name: invitation.name }),
      status: error ? 422 : 200,
      children: (
        <>
          {error ? <FormErrors title={w('errors')} errors={[{ fieldId: 'new', message: error }]} /> : null}
          <p>{w('invitation_lede', { org: label(invitation.orgName, language) || invitation.org })}</p>
          <p>{w('invitation_login', { login: invitation.login })}</p>
          <form method="post" action={visit.url.pathname + visit.url.search}>
            {/* For the browser's own store of passphrases. */}
            <input
              type="text"
              name="login"
              autoComplete="username"
              defaultValue={invitation.login}
              hidden
              readOnly
            />
            <NewPassphrase w={w} error={error} />
            <FormActions>
              <Button kind="primary">{w('invitation_accept')}</Button>
            </FormActions>
          </form>
        </>
      ),
    },
  )
}

const over = (visit: Visit): Response => {
  const w = words(visit.language)
  return plainPage(visit, {
    title: w('sign_in'),
    status: 404,
    children: <Notice kind="warning">{w('invitation_over')}</Notice>,
  })
}

/** The invited person sets their own passphrase. Opening the link changes nothing. */
export const invitationRoutes = [
  route({
    method: 'get',
    path: '/invitation/:token',
    may: 'guest',
    handle: async (visit) => {
      const invitation = await readInvitation(visit.house.db, visit.params['token'] ?? '')
      return invitation ? invitationPage(visit, invitation) : over(visit)
    },
  }),
  route({
    method: 'post',
    path: '/invitation/:token',
    may: 'guest',
    handle: async (visit) => {
      const { house, form } = visit
      const given = visit.params['token'] ?? ''
      const invitation = await readInvitation(house.db, given)
      if (!invitation) return over(visit)
      const w = words(languageOf(visit, invitation))
      const fault = newPassphraseFault(w, form, [
        invitation.name,
        invitation.login,
        invitation.org,
        ...Object.values(invitation.orgName),
      ])
      if (fault) return invitationPage(visit, invitation, fault)
      const account = await acceptInvitation(
        house.db,
        given,
        await hashPassphrase(form.get('new'), house.secrets.pepper),
      )
      const token =
        account &&
        (await beginProvenSession(house.db, account, {
          method: 'passphrase',
          secondFactor: false,
          agent: agentOf(visit.request),
        }))
      if (!token) return over(visit)
      return redirect('/workspace/me', {
        'set-cookie': sessionCookie(token, isSecure(visit), sessionHours),
      })
    },
  }),
]
