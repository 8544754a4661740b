import type { House } from '#platform/house'
import { type Secrets, endedSession, openSealed, sealFor } from '#platform/identity'
import type { FormBody } from './read-form.ts'

/** What was being sent when the session had ended: where to, and every field but the token. */
export interface Draft {
  readonly accountId: string
  readonly path: string
  readonly entries: readonly (readonly [string, string])[]
  /** Files do not come along: they have to be chosen again. */
  readonly files: boolean
}

const minutes = 30
const purpose = 'draft'
// Sealed, it goes back and forth with the sign-in form.
const most = 1_500_000

/**
 * Seals the fields of a form that came after its session had ended, readable for half an hour by the program alone and
 * given back to the same person alone. Null when it was not a form of ours: nobody can have a stranger's words kept.
 */
export async function keepDraft(
  house: House,
  at: {
    readonly token: string
    readonly path: string
    readonly read: () => Promise<FormBody>
    readonly same: (given: string, known: string) => boolean
  },
): Promise<string | null> {
  const ended = await endedSession(house.db, at.token)
  if (!ended) return null
  const form = await at.read()
  if (!at.same(form.get('_csrf'), ended.formToken)) return null
  const draft: Draft = {
    accountId: ended.accountId,
    path: at.path,
    entries: form.entries.filter(([name]) => name !== '_csrf'),
    files: form.files.length > 0,
  }
  if (JSON.stringify(draft).length > most) return null
  return sealFor(house.secrets, purpose, { ...draft }, minutes)
}

/** The draft that was sealed for that person; null when it is another's or too old. */
export function openDraft(secrets: Secrets, sealed: string, accountId: string): Draft | null {
  const data = openSealed(secrets, purpose, sealed) as (Draft & { readonly until: number }) | null
  return data && data.accountId === accountId ? data : null
}
