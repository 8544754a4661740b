import { sql } from 'kysely'
import type { DayItemSource } from '#platform/house'
import { label, labels } from '#platform/i18n'
import { fieldOf, typeOf } from '#platform/records'
import { stayWords } from './messages.ts'

/** For how long before its end a travel document of a guest waits on the day of who follows the case. */
const warningDays = 30

/** Documents in hand that end while a stay is prepared or under way. */
export const paperItems: DayItemSource = {
  name: 'stay_papers',
  label: labels(
    'Travel documents of guests that end',
    'Documentos de huéspedes que vencen',
    'Documents d’hostes que caduquen',
  ),
  order: 15,
  read: async (tx, { until, limit, language }) => {
    const last = new Date(Date.parse(`${until}T00:00:00Z`) + warningDays * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const { rows } = await sql<{
      id: string
      kind: string
      ends: string
      stay_id: string
      stay: string
      case_id: string
      case_title: string
    }>`
      select r.id, r.values->>'kind' as kind, r.values->>'valid_until' as ends, s.id as stay_id, s.title as stay,
             c.id as case_id, c.title as case_title
        from record_key k
        join record c on c.org_id = k.org_id and c.id = k.record_id and c.deleted_at is null
        join link l on l.org_id = c.org_id and l.to_id = c.id and l.belongs and l.until is null
        join record r on r.org_id = l.org_id and r.id = l.from_id and r.type = 'refuge_paper' and r.deleted_at is null
        join link t on t.org_id = r.org_id and t.from_id = r.id and t.field = 'stay' and t.until is null
        join record s on s.org_id = t.org_id and s.id = t.to_id and s.deleted_at is null
       where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'case' and k.field = 'assigned_to'
         and k.key = ${tx.actor.accountId}
         and s.values->>'stage' in ('preparation', 'staying', 'return') and r.values->>'state' = 'granted'
         and r.values->>'valid_until' <= ${last}
       order by r.values->>'valid_until', r.id limit ${limit}`.execute(tx.sql)
    const kinds = fieldOf(typeOf(tx, 'refuge_paper'), 'kind')?.options ?? []
    return rows.map((row) => {
      const kind = kinds.find(({ code }) => code === row.kind)
      return {
        id: row.id,
        href: `/workspace/refuge-stays/${row.stay_id}#refuge-paper`,
        title: stayWords(language)('paper_due', { kind: kind ? label(kind.label, language) : row.stay }),
        detail: row.stay,
        due: row.ends,
        legal: row.ends,
        caseId: row.case_id,
        caseTitle: row.case_title,
      }
    })
  },
}
