import { type Visit, isSecure, redirect, route, sessionCookie, sessionToken } from '#platform/http'
import { label } from '#platform/i18n'
import {
  type OwnCredentials,
  chooseLogin,
  endSessions,
  hashPassphrase,
  proveAgain,
  readOwnCredentials,
  renewSession,
  sessionHours,
  setOwnPassphrase,
} from '#platform/identity'
import { Problem } from '#platform/problem'
import { readOwnKey } from '#platform/vault'
import {
  Button,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { classNames, longDate, moment } from '../names.ts'
import { sealingWords } from '../sealing/messages.ts'
import { NewPassphrase, newPassphraseFault } from './invitation-page.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'

/** What the page says after something was done or refused. */
interface Said {
  readonly status?: number
  readonly done?: 'passphrase_set' | 'authenticator_done' | 'saved'
  readonly error?: {
    readonly field: 'login' | 'present' | 'new' | 'passkey-present'
    readonly message: string
  }
}

/** One's own account: how one signs in, and where one is signed in. */
export const ownPage = (visit: Visit, said: Said = {}): Promise<Response> =>
  visit.within(async (tx) => {
    const w = words(visit.language)
    const own = await readOwnCredentials(tx)
    const account = await tx.sql
      .selectFrom('account')
      .select('readable_classes')
      .where('org_id', '=', tx.actor.orgId)
      .where('id', '=', tx.actor.accountId)
      .executeTakeFirstOrThrow()
    const { error } = said
    return workspacePage(visit, {
      title: w('me'),
      lede: w('me_lede'),
      status: said.status ?? 200,
      styles: ['styles/people.css'],
      scripts: ['islands/passkey.js'],
      notices: (
        <>
          {said.done ? <Notice kind="success">{w(said.done)}</Notice> : null}
          {error ? (
            <FormErrors title={w('errors')} errors={[{ fieldId: error.field, message: error.message }]} />
          ) : null}
        </>
      ),
      children: (
        <>
          <FactList
            facts={[
              { label: w('name'), value: tx.actor.name },
              ...(own.login ? [{ label: w('login'), value: own.login }] : []),
              { label: w('role'), value: w(`role_${tx.actor.role}`) },
              { label: w('classes'), value: classNames(w, account.readable_classes) },
            ]}
          />
          <PassphraseSection {...{ visit, own, error }} />
          <KeySection visit={visit} since={(await readOwnKey(tx))?.createdAt ?? null} />
          <AuthenticatorSection {...{ visit, own }} />
          <OwnPasskeys
            {...{ visit, own, error: error?.field === 'passkey-present' ? error.message : undefined }}
          />
          <SessionsSection {...{ visit, own }} />
        </>
      ),
    })
  })

interface PartProps {
  readonly visit: Visit
  readonly own: OwnCredentials
}

function PassphraseSection({ visit, own, error }: PartProps & { readonly error: Said['error'] }) {
  const w = words(visit.language)
  const has = own.passphraseChangedAt !== null
  return (
    <Section title={w('passphrase')} id="passphrase">
      <p>
        {own.passphraseChangedAt
          ? w('passphrase_since', { when: longDate(own.passphraseChangedAt, visit.language) })
          : w('passphrase_none')}
      </p>
      <Form action="/workspace/me/passphrase" csrf={visit.session?.formToken ?? ''}>
        {own.login === null ? (
          <TextInput
            id="login"
            name="login"
            label={w('login')}
            hint={w('login_hint')}
            value={visit.form.get('login')}
            error={error?.field === 'login' ? error.message : undefined}
            autoComplete="username"
            spellCheck={false}
            maxLength={80}
          />
        ) : null}
        {has ? (
          <TextInput
            id="present"
            name="present"
            type="password"
            label={w('passphrase_present')}
            autoComplete="current-password"
            error={error?.field === 'present' ? error.message : undefined}
          />
        ) : null}
        <NewPassphrase w={w} error={error?.field === 'new' ? error.message : undefined} />
        <FormActions>
          <Button>{w(has ? 'change_passphrase' : 'set_passphrase')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function KeySection({ visit, since }: { readonly visit: Visit; readonly since: Date | null }) {
  const w = sealingWords(visit.language)
  return (
    <Section title={w('key')} id="key">
      <p>{since ? w('key_of', { made: longDate(since, visit.language) }) : w('key_none')}</p>
      <p>
        <LinkButton href="/workspace/me/key">{w(since ? 'key' : 'key_make')}</LinkButton>
      </p>
    </Section>
  )
}

function AuthenticatorSection({ visit, own }: PartProps) {
  const w = words(visit.language)
  return (
    <Section title={w('authenticator')} id="authenticator">
      {own.authenticatorSince ? (
        <>
          <p>
            {w('authenticator_since', { when: longDate(own.authenticatorSince, visit.language) })}{' '}
            {w('recovery')}: {w('recovery_left', { count: own.recoveryCodesLeft })}
          </p>
          <div className="row">
            <LinkButton href="/workspace/me/recovery-codes">{w('recovery_new')}</LinkButton>
            <LinkButton href="/workspace/me/second-factor/remove" kind="plain">
              {w('authenticator_remove')}
            </LinkButton>
          </div>
        </>
      ) : (
        <>
          <p>{w('authenticator_none')}</p>
          <p>
            <LinkButton href="/workspace/me/second-factor">{w('authenticator_add')}</LinkButton>
          </p>
        </>
      )}
    </Section>
  )
}

function SessionsSection({ visit, own }: PartProps) {
  const { language, session } = visit
  const w = words(language)
  const csrf = session?.formToken ?? ''
  return (
    <Section title={w('sessions')} id="sessions">
      <Table
        caption={w('sessions')}
        captionHidden
        columns={[
          { key: 'agent', label: w('session_agent'), heading: true },
          { key: 'method', label: w('session_method') },
          { key: 'since', label: w('session_since'), nowrap: true },
          { key: 'seen', label: w('session_seen'), nowrap: true },
          { key: 'end', label: w('session_end') },
        ]}
        rows={own.sessions.map((one) => ({
          key: one.id,
          cells: {
            agent: one.agent ?? w('unknown'),
            method: w(`method_${one.method}`),
            since: moment(one.since, language),
            seen: moment(one.seenAt, language),
            end:
              one.id === session?.id ? (
                <b>{w('session_this')}</b>
              ) : (
                <Form action="/workspace/me/sessions" csrf={csrf}>
                  <Button small name="id" value={one.id}>
                    {w('session_end')}
                  </Button>
                </Form>
              ),
          },
        }))}
      />
      {own.sessions.length > 1 ? (
        <Form action="/workspace/me/sessions" csrf={csrf}>
          <Button name="id" value="others">
            {w('session_end_others')}
          </Button>
        </Form>
      ) : null}
      <p className="quiet">{w('session_rule', { hours: sessionHours })}</p>
    </Section>
  )
}

/** Asks again for the passphrase; gives what to say when it is not right, or null. */
export async function unproven(visit: Visit): Promise<string | null> {
  if (!visit.session) return ''
  const w = words(visit.language)
  const proof = await proveAgain(visit.house, visit.session.actor, visit.form.get('present'))
  return proof === 'right' ? null : w(proof === 'limited' ? 'limited' : 'fault_present')
}

const ownRoute = route({
  method: 'get',
  path: '/workspace/me',
  may: 'member',
  handle: (visit) =>
    ownPage(visit, visit.url.searchParams.get('done') === 'passphrase' ? { done: 'passphrase_set' } : {}),
})

const passphraseRoute = route({
  method: 'post',
  path: '/workspace/me/passphrase',
  may: 'member',
  handle: async (visit) => {
    const { house, form, session } = visit
    const w = words(visit.language)
    const wrong = await unproven(visit)
    if (wrong) return ownPage(visit, { status: 422, error: { field: 'present', message: wrong } })
    const own = await visit.within(readOwnCredentials)
    const fault = newPassphraseFault(w, form, [
      own.login ?? form.get('login'),
      session?.actor.name ?? '',
      session?.actor.orgSlug ?? '',
    ])
    if (fault) return ownPage(visit, { status: 422, error: { field: 'new', message: fault } })
    const hash = await hashPassphrase(form.get('new'), house.secrets.pepper)
    let token: string
    try {
      token = await visit.within(async (tx) => {
        if (own.login === null) await chooseLogin(tx, form.get('login'))
        await setOwnPassphrase(tx, hash)
        return renewSession(tx, sessionToken(visit.request) ?? '')
      })
    } catch (error) {
      const wrongLogin = error instanceof Problem && error.kind === 'invalid' && error.fields[0]
      if (!wrongLogin) throw error
      return ownPage(visit, {
        status: 422,
        error: { field: 'login', message: label(wrongLogin.message, visit.language) },
      })
    }
    // The other sessions have ended, and this one is another: what any of them opened is closed.
    if (session) house.openings.forget({ accountId: session.actor.accountId })
    return redirect('/workspace/me?done=passphrase', {
      'set-cookie': sessionCookie(token, isSecure(visit), sessionHours),
    })
  },
})

const sessionsRoute = route({
  method: 'post',
  path: '/workspace/me/sessions',
  may: 'member',
  handle: async (visit) => {
    const id = visit.form.get('id')
    await visit.within(async (tx) => {
      const own = await readOwnCredentials(tx)
      const ended = own.sessions.filter((one) =>
        id === 'others' ? one.id !== visit.session?.id : one.id === id,
      )
      for (const one of ended) {
        await endSessions(tx, { id: one.id })
        visit.house.openings.forget({ sessionId: one.id })
      }
    })
    return redirect('/workspace/me#sessions')
  },
})

export const ownRoutes = [ownRoute, passphraseRoute, sessionsRoute]
