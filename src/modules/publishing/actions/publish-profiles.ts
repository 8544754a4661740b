import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { type PublicField, allowedFields, basisOf } from '../projection.ts'
import { type Asked, askToPublish } from './ask-to-publish.ts'

/** The most people that are made public at once: more cannot be read by name before confirming. */
export const mostAtOnce = 200

/** People chosen one by one from a list, each at the version that was shown. */
export interface ProfilesToPublish {
  readonly people: readonly { readonly recordId: string; readonly version: number }[]
  /** For those with consent; of those public at their source goes what may. */
  readonly fields: readonly PublicField[]
  readonly reason?: string
}

/**
 * Publishes several, or asks a second person for each, all or none. One that is internal is marked as public in the act
 * of publishing, which the confirming page says of each by name; a restricted one is refused.
 */
export async function publishProfiles(tx: Tx, given: ProfilesToPublish): Promise<readonly Asked[]> {
  if (given.people.length > mostAtOnce)
    throw new Problem('too_large', { explanation: labelsOf('refused_many') })
  const done: Asked[] = []
  for (const { recordId, version } of given.people) {
    const basis = basisOf(await readRecord(tx, recordId))
    if (!basis) throw new Problem('conflict', { explanation: labelsOf('refusal_no_basis') })
    const fields = given.fields.filter((name) => allowedFields(basis).includes(name))
    done.push(
      await askToPublish(
        tx,
        { recordId, version, basis, fields },
        { opening: true, ...(given.reason && { reason: given.reason }) },
      ),
    )
  }
  return done
}
