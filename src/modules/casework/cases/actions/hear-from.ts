import { momentAt, momentParts } from '#platform/dates'
import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { requireWords } from './require-words.ts'
import { textOf } from '../../show.ts'

/** Notes that a sign came, now: the check-in is no longer waited for. Throws `conflict` where one had been noted. */
export async function hearFrom(
  tx: Tx,
  given: { readonly id: string; readonly version: number; readonly how: string },
  now = new Date(),
): Promise<void> {
  const record = await readRecord(tx, given.id)
  if (record.type !== 'check_in' || record.deletedAt) throw new Problem('not_found')
  if (record.values['heard'] !== undefined) throw new Problem('conflict')
  const { zone } = momentParts(textOf(record.values['due']))
  await updateRecord(tx, {
    id: given.id,
    version: given.version,
    acting: true,
    values: {
      heard: momentAt(now, zone),
      heard_how: requireWords('how', given.how),
      heard_by: tx.actor.name,
    },
  })
}
