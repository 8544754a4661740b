import { sql } from 'kysely'
import type { Mechanism } from '#catalogue/mechanisms'
import type { Tx } from '#platform/records'
import type { DocumentLanguage } from '../records/submission.ts'
import { type SubmissionDraft, bareDraft, readSubmission } from './read-submission.ts'

/**
 * The submission of a case to a mechanism that was worked on last, in the language asked for where one is asked for;
 * none kept: drafted from the case alone.
 */
export async function findDraft(
  tx: Tx,
  caseId: string,
  mechanism: Mechanism,
  language: DocumentLanguage | null,
): Promise<SubmissionDraft> {
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${caseId}::uuid and l.belongs and l.until is null
       and r.type = 'submission' and r.deleted_at is null and r.merged_into is null
       and r.values->>'mechanism' = ${mechanism.id}
     order by (r.values->>'language' = ${language ?? ''}) desc, r.updated_at desc, r.id desc limit 1`.execute(
    tx.sql,
  )
  const id = rows[0]?.id
  if (id === undefined) return bareDraft(caseId, mechanism, language ?? 'en')
  const draft = await readSubmission(tx, id)
  return language === null ? draft : { ...draft, language }
}
