import type { SealingScope } from '#platform/house'
import { type Reference, readBelongings, valuesOf } from '#platform/records'

/** With a case open the plans of its people and what belongs to it: one passphrase and one reason for the whole of it. */
export const caseSealingScope: SealingScope = async (tx, record) => {
  if (record.type !== 'case') return null
  const people = (valuesOf(record.values['people']) as readonly Reference[]).map(({ to }) => to)
  const belongings = await readBelongings(tx, record.id)
  return [...people, ...belongings.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)]
}
