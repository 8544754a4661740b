import { standsAgainst } from '#platform/consent'
import type { House } from '#platform/house'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Reference, type Tx, readRecord, updateRecord } from '#platform/records'
import { today } from '../../today.ts'
import { requireWords } from '../../cases/actions/require-words.ts'

/** How a consent ended before its time. */
export interface Withdrawal {
  readonly id: string
  readonly version: number
  readonly how: string
  readonly words: string
}

/**
 * Withdraws a consent from today on. In this transaction: pages that rest on it are gone (the database sees to it), and
 * every room that keeps drafts is told, to freeze its own (`consentListeners` of the modules). Throws `conflict` where
 * it had been withdrawn. Gives the person.
 */
export async function withdrawConsent(
  tx: Tx,
  house: Pick<House, 'consentListeners'>,
  given: Withdrawal,
): Promise<{ readonly personId: string }> {
  const record = await readRecord(tx, given.id)
  if (record.type !== 'consent' || record.deletedAt) throw new Problem('not_found')
  if (record.values['withdrawn_on'] !== undefined) throw new Problem('conflict')
  const words = requireWords('words', given.words)
  if (!given.how)
    throw new Problem('invalid', {
      fields: [
        {
          field: 'how',
          message: {
            en: 'Say who withdrew it.',
            es: 'Diga quién lo retiró.',
            ca: 'Digueu qui el va retirar.',
          },
        },
      ],
    })
  await updateRecord(tx, {
    id: given.id,
    version: given.version,
    acting: true,
    values: { withdrawn_on: today(), withdrawn_how: given.how, withdrawn_words: words },
  })
  const personId = (record.values['person'] as Reference).to
  await writeLedger(tx, 'consent.withdraw', given.id, { person: personId, how: given.how })
  for (const listener of house.consentListeners)
    await listener(tx, {
      consentId: given.id,
      personId,
      publishable: (await standsAgainst(tx, personId, 'consent')) === null,
    })
  return { personId }
}
