import type { Visit } from '#platform/http'
import type { OwnCredentials } from '#platform/identity'
import { Button, Form, FormActions, Section, TextInput } from '#web/components'
import { words } from '../messages.ts'
import { longDate } from '../names.ts'

/** One's passkeys: those there are, and adding one where scripts run. */
export function OwnPasskeys({
  visit,
  own,
  error,
}: {
  readonly visit: Visit
  readonly own: OwnCredentials
  readonly error?: string | undefined
}) {
  const w = words(visit.language)
  const csrf = visit.session?.formToken ?? ''
  return (
    <Section title={w('passkeys')} id="passkeys">
      <p>{w('passkeys_why')}</p>
      {own.passkeys.length > 0 ? (
        <ul className="list">
          {own.passkeys.map((one) => (
            <li key={one.id}>
              <Form action="/workspace/me/passkeys/remove" csrf={csrf}>
                <input type="hidden" name="id" value={one.id} />
                <b dir="auto">{one.label}</b>{' '}
                <span className="quiet">
                  {one.usedAt
                    ? w('passkey_used', { when: longDate(one.usedAt, visit.language) })
                    : w('passkey_unused')}
                </span>{' '}
                <Button small>
                  {w('passkey_remove')}
                  <span className="hidden"> {one.label}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <noscript>
        <p className="quiet">{w('passkeys_script')}</p>
      </noscript>
      <form method="post" action="/workspace/me/passkeys" data-passkey="add" hidden>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="answer" />
        <TextInput
          id="passkey-label"
          name="label"
          label={w('passkey_label')}
          hint={w('passkey_label_hint')}
          maxLength={100}
        />
        {own.passphraseChangedAt ? (
          <TextInput
            id="passkey-present"
            name="present"
            type="password"
            label={w('passphrase_present')}
            autoComplete="current-password"
            error={error}
          />
        ) : null}
        <FormActions>
          <Button>{w('passkey_add')}</Button>
        </FormActions>
        <p className="error" role="alert" hidden data-failed={w('passkey_failed')} />
      </form>
    </Section>
  )
}
