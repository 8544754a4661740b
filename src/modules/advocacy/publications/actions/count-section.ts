import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'
import { askedOf } from '../queries/section-counts.ts'
import { sectionKinds } from '../sections/index.ts'

/**
 * Counts what a section of a report shows, of what the asker may see, and keeps it: so it stands until somebody counts
 * anew. A section of words has nothing to count. Gives the section.
 */
export async function countSection(tx: Tx, sectionId: string): Promise<RecordView> {
  const section = await readRecord(tx, sectionId)
  if (section.type !== 'report_section' || section.deletedAt) throw new Problem('not_found')
  const kind = sectionKinds.find(({ name }) => name === section.values['kind'])
  if (!kind?.show) return section
  const { tables, people } = await kind.show(tx, section)
  const shown = JSON.stringify({ tables, people: people.map(({ id }) => id) })
  await sql`insert into section_count (org_id, section_id, asked, shown, counted_by)
    values (${tx.actor.orgId}::uuid, ${section.id}::uuid, ${JSON.stringify(askedOf(section))}::jsonb, ${shown}::jsonb,
      ${tx.actor.accountId}::uuid)
    on conflict (org_id, section_id) do update
      set asked = excluded.asked, shown = excluded.shown, counted_by = excluded.counted_by, counted_at = now()`.execute(
    tx.sql,
  )
  return section
}
