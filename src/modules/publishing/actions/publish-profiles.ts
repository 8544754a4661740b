import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { type PublicField, allowedFields, basisOf } from '../projection.ts'
import { publishProfile } from './publish-profile.ts'

/** The most people that are made public at once: more cannot be read by name before confirming. */
export const mostAtOnce = 200

/** People chosen one by one from a list, each at the version that was shown. */
export interface ProfilesToPublish {
  readonly people: readonly { readonly recordId: string; readonly version: number }[]
  /** For those with consent; of those public at their source goes what may. */
  readonly fields: readonly PublicField[]
}

/**
 * Publishes several, all or none. One that is internal is first marked as public, which the confirming page says of
 * each by name; a restricted one is refused. Gives how many.
 */
export async function publishProfiles(tx: Tx, given: ProfilesToPublish): Promise<number> {
  if (given.people.length > mostAtOnce)
    throw new Problem('too_large', { explanation: labelsOf('refused_many') })
  for (const { recordId, version } of given.people) {
    const record = await readRecord(tx, recordId)
    const basis = basisOf(record)
    if (!basis) throw new Problem('conflict', { explanation: labelsOf('refusal_no_basis') })
    const opened =
      record.visibility === 'internal'
        ? await updateRecord(tx, { id: recordId, version, values: {}, visibility: 'public' })
        : { version }
    await publishProfile(tx, {
      recordId,
      basis,
      version: opened.version,
      fields: given.fields.filter((name) => allowedFields(basis).includes(name)),
    })
  }
  return given.people.length
}
