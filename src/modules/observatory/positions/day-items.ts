import { sql } from 'kysely'
import type { DayItemSource } from '#platform/house'
import { labels } from '#platform/i18n'
import { positionWords } from './messages.ts'

/** What we asked of a state, and nobody answered: for who follows it, on the day set for looking again. */
export const unansweredItems: DayItemSource = {
  name: 'positions_asked',
  label: labels(
    'Asked of states, without an answer',
    'Pedido a Estados, sin respuesta',
    'Demanat a Estats, sense resposta',
  ),
  order: 22,
  read: async (tx, { until, limit, language }) => {
    const { rows } = await sql<{ id: string; title: string; of: string | null; due: string | null }>`
      select r.id, r.title, r.values->>'asked_of' as of, r.values->>'answer_due' as due
        from record r
       where r.org_id = ${tx.actor.orgId}::uuid and r.type = 'position' and r.deleted_at is null
         and r.values->>'asked_by' = ${tx.actor.accountId}
         and r.values->>'asked' is not null
         and coalesce(r.values->>'answer', 'none') = 'none' and r.values->>'answered_on' is null
         and coalesce(r.values->>'answer_due', '') <= ${until}
       order by r.values->>'answer_due' nulls last, r.id limit ${limit}`.execute(tx.sql)
    return rows.map(({ id, title, of, due }) => ({
      id,
      href: `/workspace/record/${id}`,
      title: positionWords(language)('day_item', { title }),
      due,
      ...(of && { detail: of }),
    }))
  },
}
