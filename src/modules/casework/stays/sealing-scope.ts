import type { SealingScope } from '#platform/house'
import type { Reference } from '#platform/records'
import { partsOf, readStayParts } from './queries/stay-parts.ts'

/** With a stay open its parts and the hosts of its lodgings: one passphrase and one reason for the whole of it. */
export const staySealingScope: SealingScope = async (tx, record) => {
  if (record.type !== 'refuge_stay') return null
  const parts = await readStayParts(tx, record.id)
  const hosts = partsOf(parts, 'refuge_lodging').flatMap(
    ({ values }) => (values['host'] as Reference | undefined)?.to ?? [],
  )
  return [...[...parts.values()].flat().map(({ id }) => id), ...hosts]
}
