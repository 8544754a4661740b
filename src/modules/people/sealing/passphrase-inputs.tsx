import type { Visit } from '#platform/http'
import { shortestPassphrase, verifyPassphrase } from '#platform/identity'
import { unlockOwnKey } from '#platform/vault'
import { TextInput } from '#web/components'
import { words } from '../messages.ts'
import { newPassphraseFault } from '../pages/invitation-page.tsx'
import { sealingWords } from './messages.ts'

/** A new sealing passphrase, twice. `at` keeps two such forms on one page apart. */
export function NewSealingPassphrase(props: {
  readonly visit: Visit
  readonly at: string
  readonly error?: string | undefined
}) {
  const { visit, at, error } = props
  const w = words(visit.language)
  return (
    <>
      <TextInput
        id={`${at}-new`}
        name="new"
        type="password"
        label={w('passphrase_new')}
        hint={w('passphrase_hint', { count: shortestPassphrase })}
        error={error}
        autoComplete="off"
      />
      <TextInput
        id={`${at}-again`}
        name="again"
        type="password"
        label={w('passphrase_again')}
        autoComplete="off"
      />
    </>
  )
}

/** The sealing passphrase of who is asking. */
export const SealingPassphrase = (props: {
  readonly id: string
  readonly label: string
  readonly error?: string | undefined
}) => <TextInput {...props} name="passphrase" type="password" autoComplete="off" />

/** What is wrong with a new sealing passphrase, in words; null when it can be taken. */
export async function newSealingFault(visit: Visit): Promise<string | null> {
  const { session, form, house } = visit
  const fault = newPassphraseFault(words(visit.language), form, [
    session?.actor.name ?? '',
    session?.actor.orgSlug ?? '',
  ])
  if (fault) return fault
  const own = await visit.within((tx) =>
    tx.sql
      .selectFrom('passphrase')
      .select('hash')
      .where('org_id', '=', tx.actor.orgId)
      .where('account_id', '=', tx.actor.accountId)
      .executeTakeFirst(),
  )
  const same = own && (await verifyPassphrase(own.hash, form.get('new'), house.secrets.pepper))
  return same ? sealingWords(visit.language)('key_same') : null
}

/** The private key by the passphrase of the form, for the length of this request; or what to say. */
export async function unlocked(
  visit: Visit,
): Promise<{ readonly identity: string } | { readonly fault: string }> {
  if (!visit.session) return { fault: '' }
  const own = await unlockOwnKey(visit.house, visit.session.actor, visit.form.get('passphrase'))
  if (own.kind === 'right') return own
  return { fault: sealingWords(visit.language)(own.kind === 'none' ? 'no_key' : own.kind) }
}
