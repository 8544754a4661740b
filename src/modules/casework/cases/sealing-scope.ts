import type { SealingScope } from '#platform/house'
import { type Reference, valuesOf } from '#platform/records'
import { readWholeBelongings } from './whole-belongings.ts'

/** With a case open the plans of its people and what belongs to it: one passphrase and one reason for the whole of it. */
export const caseSealingScope: SealingScope = async (tx, record) => {
  if (record.type !== 'case') return null
  const people = (valuesOf(record.values['people']) as readonly Reference[]).map(({ to }) => to)
  const belongings = await readWholeBelongings(tx, record.id)
  return [...people, ...belongings.map(({ id }) => id)]
}
