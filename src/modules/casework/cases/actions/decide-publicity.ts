import { type Tx, readRecord, updateRecord } from '#platform/records'
import { Problem } from '#platform/problem'
import { requireWords } from './require-words.ts'

/** Who decided on what may be said of a case, when and in what terms. */
export interface PublicityDecision {
  readonly id: string
  readonly version: number
  readonly publicity: string
  readonly by: string
  readonly on: string
  readonly words: string
}

/**
 * Takes down a decision on publicity; the ones before stay in the line of the case. Silence takes what is public of the
 * people at risk away in the same transaction. Throws `invalid` naming what is not said.
 */
export async function decidePublicity(tx: Tx, decision: PublicityDecision): Promise<void> {
  const { id, version, publicity, by, on } = decision
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  const words = requireWords('publicity_words', decision.words)
  const missing = { en: 'This is needed.', es: 'Este dato es necesario.', ca: 'Aquesta dada és necessària.' }
  const empty = Object.entries({ publicity, publicity_by: by, publicity_on: on }).filter(
    ([, value]) => !value,
  )
  if (empty.length > 0)
    throw new Problem('invalid', { fields: empty.map(([field]) => ({ field, message: missing })) })
  await updateRecord(tx, {
    id,
    version,
    reason: words,
    acting: true,
    values: { publicity, publicity_by: by, publicity_on: on, publicity_words: words },
  })
}
