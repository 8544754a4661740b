import { type RecordView, type Tx, readRecords } from '#platform/records'
import { referencesOf } from '../gather/case-file.ts'

/** Who submits: whom the submission names, else the only one there is; null where there are none or several. */
export async function readSubmitter(tx: Tx, submission: RecordView | null): Promise<RecordView | null> {
  const named = submission ? referencesOf(submission, 'submitter').map(({ to }) => to) : []
  if (named.length > 0) return (await readRecords(tx, named))[0] ?? null
  const rows = await tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('type', '=', 'submitter')
    .where('deleted_at', 'is', null)
    .where('merged_into', 'is', null)
    .limit(2)
    .execute()
  const [only] = rows.length === 1 ? await readRecords(tx, [rows[0]?.id ?? '']) : []
  return only ?? null
}
