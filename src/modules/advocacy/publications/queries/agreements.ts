import { namingRefusal } from '#platform/consent'
import type { PersonNamed } from '#platform/house'
import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** What stands against naming people, each by its way; those against whom nothing stands are not in it. */
export async function readAgreements(
  tx: Tx,
  named: readonly PersonNamed[],
): Promise<ReadonlyMap<string, readonly Labels[]>> {
  const against = new Map<string, Labels[]>()
  for (const one of named) {
    const why = await namingRefusal(tx, one)
    if (!why) continue
    const list = against.get(one.personId) ?? []
    against.set(one.personId, list)
    if (!list.some(({ en }) => en === why.en)) list.push(why)
  }
  return against
}
