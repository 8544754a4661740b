import { sql } from 'kysely'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import { referencesOf } from '../dependants/load-draft.ts'

/** What is known of who did what to whom round some records, as far as the reader may see it. */
export interface Material {
  readonly acts: readonly RecordView[]
  readonly involvements: readonly RecordView[]
  readonly interventions: readonly RecordView[]
  readonly informations: readonly RecordView[]
  readonly events: ReadonlyMap<string, RecordView>
  /** There is more than was read. */
  readonly more: boolean
}

/** How many records of these kinds one page draws. */
export const mostDrawn = 300

const kinds = ['act', 'involvement', 'intervention', 'information'] as const

/**
 * Reads the acts, involvements, interventions and information that point to `seeds` (events, persons, organisations),
 * and what completes them: the acts that someone was involved in, and those involved in the acts. Six statements,
 * whatever there is; at most `mostDrawn` records each way.
 */
export async function gather(tx: Tx, seeds: readonly string[]): Promise<Material> {
  const near = await pointing(tx, seeds, kinds)
  const first = await readRecords(tx, near)
  const actsOf = first
    .filter(({ type }) => type === 'involvement')
    .flatMap((record) => referencesOf(record.values['acts']).map(({ to }) => to))
  const acts = [...new Set([...first.filter(({ type }) => type === 'act').map(({ id }) => id), ...actsOf])]
  const involved = await pointing(tx, acts, ['involvement'])
  const known = new Set(first.map(({ id }) => id))
  const wanted = [...new Set([...acts, ...involved])].filter((id) => !known.has(id)).slice(0, 2 * mostDrawn)
  const rest = (await readRecords(tx, wanted)).filter(({ deletedAt }) => deletedAt === null)
  const all = [...first, ...rest]
  const of = (type: string) => all.filter((record) => record.type === type).sort(byMaking)
  const events = await readRecords(tx, [
    ...new Set(
      all.flatMap(({ values }) =>
        [values['event'], values['events']].flatMap((value) => referencesOf(value).map(({ to }) => to)),
      ),
    ),
  ])
  return {
    acts: of('act'),
    involvements: of('involvement'),
    interventions: of('intervention'),
    informations: of('information'),
    events: new Map(events.filter(({ deletedAt }) => deletedAt === null).map((event) => [event.id, event])),
    more: near.length >= mostDrawn || wanted.length >= 2 * mostDrawn,
  }
}

// Ids are made in the order of time.
const byMaking = (a: RecordView, b: RecordView): number => (a.id < b.id ? -1 : 1)

/** The records of these types that point to any of `ids` by any field, oldest first. */
export async function pointing(
  tx: Tx,
  ids: readonly string[],
  types: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct f.id
      from link l join record f on f.org_id = l.org_id and f.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...ids]}::uuid[]) and l.until is null
       and f.deleted_at is null and f.type = any(${[...types]}::text[])
     order by f.id limit ${mostDrawn}`.execute(tx.sql)
  return rows.map(({ id }) => id)
}
