import type { SealingScope } from '#platform/house'
import { readBelongings } from '#platform/records'

/** With a request open what belongs to it, its interviews among them: one passphrase and one reason for the whole of it. */
export const asylumSealingScope: SealingScope = async (tx, record) =>
  record.type === 'asylum_request'
    ? (await readBelongings(tx, record.id)).flatMap(({ id, deletedAt }) => (deletedAt ? [] : [id]))
    : null
