import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Tables } from '#platform/db'
import { sealTerms } from './search-terms.ts'
import { writeLedger } from './write-ledger.ts'

interface Asking {
  readonly sql: Transaction<Tables>
  readonly actor: Pick<Actor, 'orgId' | 'accountId'>
}

// One search of all types asks for each of them: it is on the ledger once.
const noted = new WeakMap<Transaction<Tables>, Set<string>>()

/**
 * Writes down that somebody searched: in which type (null: in all), and the words, encrypted for the auditor. Without
 * an auditor's key the words are written nowhere. The same words again in one transaction are one search.
 */
export async function noteSearch(tx: Asking, type: string | null, terms: string): Promise<void> {
  const seen = noted.get(tx.sql) ?? new Set()
  if (seen.has(terms)) return
  noted.set(tx.sql, seen.add(terms))
  const recipient = await auditorRecipient(tx)
  await writeLedger(tx, 'record.search', null, {
    type,
    ...(recipient !== null && { terms: await sealTerms(recipient, terms) }),
  })
}

/** Where the words of searches are encrypted to: the organisation's auditor, if they have a key. */
export async function auditorRecipient(tx: Asking): Promise<string | null> {
  const org = await tx.sql
    .selectFrom('org')
    .select('settings')
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirst()
  const recipient = org?.settings['auditor_recipient']
  return typeof recipient === 'string' ? recipient : null
}
