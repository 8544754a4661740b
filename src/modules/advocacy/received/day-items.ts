import { sql } from 'kysely'
import type { DayItem, DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { dayInWords } from '../day-in-words.ts'
import { receivedWords } from './messages.ts'
import { readReceived, textIn } from './queries/read-received.ts'

/** Replies that one owes to a body, by the day on which they should be ready. */
export const receivedItems: DayItemSource = {
  name: 'received',
  label: labels('Replies that are due', 'Respuestas que vencen', 'Respostes que vencen'),
  order: 4,
  read: async (tx, { until, limit, language }) => {
    const w = receivedWords(language)
    return (await readReceived(tx, { ownerId: tx.actor.accountId, open: true, limit: 500 }))
      .filter(({ due }) => due.safe === null || due.safe <= until)
      .slice(0, limit)
      .map(
        ({ record, due }): DayItem => ({
          id: record.id,
          href: `/workspace/received/${record.id}`,
          title: w('item_reply', { subject: textIn(record, 'subject') || record.title }),
          detail: [
            record.title,
            due.day === null ? w('no_day') : w('due_on', { day: dayInWords(due.day, language) }),
            due.basis === 'none' ? '' : w(`basis_${due.basis}`),
            due.basis === 'rule' && due.clock && !due.clock.checked ? w('unchecked') : '',
          ]
            .filter(Boolean)
            .join(' · '),
          due: due.safe,
          ...(due.day !== null && { legal: due.day }),
        }),
      )
  },
}

interface Awaited {
  readonly id: string
  readonly communication: string
  readonly agency: string
  readonly due: string | null
}

/** Answers of offices that are awaited, for the communications that one follows. */
async function readAwaited(tx: Tx, until: string, limit: number): Promise<readonly Awaited[]> {
  const { rows } = await sql<Awaited>`
    select c.id, r.id as communication, coalesce(c.values->>'agency_words', c.title) as agency, c.values->>'due' as due
      from record_key k
      join record r on r.org_id = k.org_id and r.id = k.record_id
      join link l on l.org_id = r.org_id and l.to_id = r.id and l.belongs and l.until is null
      join record c on c.org_id = l.org_id and c.id = l.from_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'communication_received' and k.field = 'owner'
       and k.key = ${tx.actor.accountId}
       and r.deleted_at is null and coalesce(r.values->>'state', '') not in ('sent', 'closed')
       and c.type = 'consultation' and c.deleted_at is null and c.merged_into is null
       and coalesce(c.values->>'state', 'awaited') = 'awaited'
       and coalesce(c.values->>'due', ${until}) <= ${until}
     order by c.values->>'due' nulls last, c.id limit ${limit}`.execute(tx.sql)
  return rows
}

export const consultationItems: DayItemSource = {
  name: 'consultations',
  label: labels('Consulted, unanswered', 'Consultados sin respuesta', 'Consultats sense resposta'),
  order: 21,
  read: async (tx, { until, limit, language }) => {
    const w = receivedWords(language)
    return (await readAwaited(tx, until, limit)).map(({ id, communication, agency, due }) => ({
      id,
      href: `/workspace/received/${communication}#consultations`,
      title: w('item_consultation', { agency }),
      due,
    }))
  },
}
