import { sql } from 'kysely'
import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { answerWords } from './messages.ts'

/**
 * What replies ask of whoever drafted, sent or follows: that they are passed to the person or the family, and that somebody
 * looks whether what was promised came.
 */
export const replyDuties: DayItemSource = {
  name: 'reply_duties',
  label: labels(
    'Replies: what they ask of us',
    'Respuestas: lo que nos piden',
    'Respostes: el que ens demanen',
  ),
  order: 16,
  read: async (tx, { until, limit, language }) => {
    const w = answerWords(language)
    const { rows } = await sql<{
      id: string
      kind: 'pass' | 'promise'
      title: string
      of: string
      due: string | null
      caseId: string | null
      caseTitle: string | null
    }>`
      with mine as (
        select r.id, r.title, c.id as case_id, c.title as case_title
          from record r
          left join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
          left join record c on c.org_id = l.org_id and c.id = l.to_id
          join submission_sending s on s.org_id = r.org_id and s.submission_id = r.id
         where r.org_id = ${tx.actor.orgId}::uuid and r.type = 'submission' and r.deleted_at is null
           and (r.values->>'drafter' = ${tx.actor.accountId} or s.sent_by = ${tx.actor.accountId}::uuid
                or c.values->>'assigned_to' = ${tx.actor.accountId})),
      replies as (
        select p.id, p.title, p.values, m.title as of, m.case_id, m.case_title
          from mine m
          join link l on l.org_id = ${tx.actor.orgId}::uuid and l.to_id = m.id and l.belongs and l.until is null
          join record p on p.org_id = l.org_id and p.id = l.from_id and p.type = 'submission_reply' and p.deleted_at is null)
      select id, 'pass' as kind, title, of, null as due, case_id as "caseId", case_title as "caseTitle"
        from replies where values->>'passed_on' is null and coalesce(values->>'quality', '') <> 'acknowledgement'
      union all
      select q.id, 'promise', q.title, r.of, q.values->>'due', r.case_id, r.case_title
        from replies r
        join link l on l.org_id = ${tx.actor.orgId}::uuid and l.to_id = r.id and l.belongs and l.until is null
        join record q on q.org_id = l.org_id and q.id = l.from_id and q.type = 'submission_promise' and q.deleted_at is null
       where coalesce(q.values->>'state', 'open') = 'open' and q.values->>'due' <= ${until}
       order by due nulls last limit ${limit}`.execute(tx.sql)
    return rows.map(({ id, kind, title, of, due, caseId, caseTitle }) => ({
      id,
      href: `/workspace/record/${id}`,
      title: kind === 'pass' ? w('day_pass') : w('day_promise'),
      detail: `${kind === 'promise' ? `${title}. ` : ''}${of}`,
      due,
      ...(caseId && caseTitle && { caseId, caseTitle }),
    }))
  },
}
