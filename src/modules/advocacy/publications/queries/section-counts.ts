import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { RecordView, Tx } from '#platform/records'
import { type ShownTable, sectionKinds } from '../sections/index.ts'

/** What was counted for a section. */
export interface SectionCount {
  readonly tables: readonly ShownTable[]
  /** Those whom it names. */
  readonly people: readonly string[]
  readonly countedAt: Date
}

/** What a section's own values ask to be counted: when they are others, what was counted is no longer its. */
export function askedOf({ values }: Pick<RecordView, 'values'>): Readonly<Record<string, unknown>> {
  const kind = sectionKinds.find(({ name }) => name === values['kind'])
  return Object.fromEntries(
    ['kind', ...(kind?.fields ?? []).map(({ name }) => name)].flatMap((name) =>
      values[name] === undefined ? [] : [[name, values[name]]],
    ),
  )
}

/** Whether a section shows more than its words. */
export const isCounted = ({ values }: Pick<RecordView, 'values'>): boolean =>
  sectionKinds.some(({ name, show }) => name === values['kind'] && show !== undefined)

/** What was counted for sections, by their ids; one counted for other values than it has now is not there. */
export async function readSectionCounts(
  tx: Tx,
  sections: readonly RecordView[],
): Promise<ReadonlyMap<string, SectionCount>> {
  const counted = sections.filter(isCounted)
  if (counted.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    asked: unknown
    shown: { readonly tables: readonly ShownTable[]; readonly people: readonly string[] }
    at: Date
  }>`select section_id as id, asked, shown, counted_at as at from section_count
      where org_id = ${tx.actor.orgId}::uuid and section_id = any(${counted.map(({ id }) => id)}::uuid[])`.execute(
    tx.sql,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    counted.flatMap((section) => {
      const row = found.get(section.id)
      return row && isDeepStrictEqual(row.asked, askedOf(section))
        ? [[section.id, { ...row.shown, countedAt: row.at }] as const]
        : []
    }),
  )
}
