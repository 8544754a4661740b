import type { PublicKind } from '#platform/house'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { type Asked, askToPublish } from './ask-to-publish.ts'

/** The most that are made public at once: more cannot be read by name before confirming. */
export const mostAtOnce = 200

/** Records chosen one by one from a list, each at the version that was shown. */
export interface SeveralToPublish {
  readonly records: readonly { readonly recordId: string; readonly version: number }[]
  /** What of the choices is shown: of each record, those that it is offered. */
  readonly choice: readonly string[]
  readonly reason?: string
}

/**
 * Publishes several, or asks a second person for each, all or none. One that is internal is marked as public in the act
 * of publishing, which the confirming page says of each by name; a restricted one is refused.
 */
export async function publishSeveral(
  tx: Tx,
  kind: PublicKind,
  given: SeveralToPublish,
): Promise<readonly Asked[]> {
  if (given.records.length > mostAtOnce)
    throw new Problem('too_large', { explanation: labelsOf('refused_many') })
  const done: Asked[] = []
  for (const { recordId, version } of given.records) {
    const offered = kind.choices(tx, await readRecord(tx, recordId)).map(({ name }) => name)
    done.push(
      await askToPublish(
        tx,
        kind,
        { recordId, version, choice: given.choice.filter((name) => offered.includes(name)) },
        { opening: true, ...(given.reason && { reason: given.reason }) },
      ),
    )
  }
  return done
}
