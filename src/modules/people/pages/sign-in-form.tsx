import type { SignInScreen } from '#platform/house'
import { onlyOrganisation } from '#platform/identity'
import { Button, FormActions, Notice, TextInput } from '#web/components'
import { type Words, words } from '../messages.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { plainPage } from './plain-page.tsx'

/** What a sign-in form carries besides what is typed. */
export interface Carried {
  /** Where to go then: a path of the workspace. */
  readonly back: string
  /** What was being sent when the session had ended, sealed. */
  readonly draft: string
}

/** The two things carried, as hidden fields. */
export const CarriedFields = ({ back, draft }: Carried) => (
  <>
    {back ? <input type="hidden" name="back" value={back} /> : null}
    {draft ? <input type="hidden" name="draft" value={draft} /> : null}
  </>
)

/** Only our own workspace: a sign-in form sends nobody elsewhere. */
export const safeBack = (back: string): string => (/^\/workspace(?:[/?]|$)/.test(back) ? back : '')

/** Name and passphrase; complete without scripts. The organisation is asked for where there are several. */
export function SignInForm(
  props: Carried & {
    readonly w: Words
    readonly org: string
    readonly askOrg: boolean
    readonly login?: string
  },
) {
  const { w, org, askOrg, login, back, draft } = props
  return (
    <>
      <form method="post" action="/sign-in">
        <CarriedFields back={back} draft={draft} />
        {askOrg ? (
          <TextInput
            id="org"
            name="org"
            label={w('organisation')}
            hint={w('organisation_hint')}
            value={org}
            autoComplete="organization"
            spellCheck={false}
          />
        ) : (
          <input type="hidden" name="org" value={org} />
        )}
        <TextInput
          id="login"
          name="login"
          label={w('login')}
          value={login}
          autoComplete="username"
          spellCheck={false}
          maxLength={80}
        />
        <TextInput
          id="passphrase"
          name="passphrase"
          type="password"
          label={w('passphrase')}
          autoComplete="current-password"
        />
        <FormActions>
          <Button kind="primary">{w('sign_in')}</Button>
        </FormActions>
      </form>
      <PasskeyButton
        purpose="sign-in"
        label={w('passkey_sign_in')}
        failed={w('passkey_failed')}
        carried={{ back, draft }}
      />
      <p className="quiet">{w('lost')}</p>
    </>
  )
}

/** What is shown to who is not signed in, on the address that they asked for. */
export const signInScreen: SignInScreen = async ({ house, request, url, language, draft }) => {
  const w = words(language)
  const only = await onlyOrganisation(house.db)
  const back = request.method === 'GET' ? safeBack(url.pathname + url.search) : ''
  return plainPage(
    { house, language, url: new URL(`/sign-in${back ? `?back=${encodeURIComponent(back)}` : ''}`, url) },
    {
      title: w('sign_in'),
      status: 401,
      script: true,
      children: (
        <>
          {draft ? <Notice kind="warning">{w('draft_kept')}</Notice> : <p>{w('sign_in_lede')}</p>}
          <SignInForm w={w} org={only ?? ''} askOrg={only === null} back={back} draft={draft ?? ''} />
        </>
      ),
    },
  )
}
