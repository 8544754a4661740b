import { sql } from 'kysely'
import { sortKey } from '#platform/dates'
import { plannedEachTime } from '#platform/db'
import { type ListRow, type Tx, fold } from '#platform/records'

/** A position as lists show it: what every reader of the record may see. */
export type PositionRow = Pick<ListRow, 'id' | 'title' | 'values' | 'fictitious'>

const shown = sql.raw('r.id, r.title, r.values, r.fictitious')

/**
 * The positions on a text, the earliest first: those that bear one of its symbols (resolution, draft) or, where a text has
 * none, the roll call in its source (`hrc:21028`). Letters, spaces and slashes count as in any search.
 */
export async function positionsOn(
  tx: Tx,
  matter: { readonly symbols: readonly string[]; readonly rollCall?: string },
): Promise<readonly PositionRow[]> {
  const keys = (texts: readonly string[]) =>
    texts.map((text) => fold(text).slice(0, 200)).filter((text) => text !== '')
  const symbols = keys(matter.symbols)
  const numbers = keys(matter.rollCall === undefined ? [] : [matter.rollCall])
  if (symbols.length + numbers.length === 0) return []
  const { rows } = await sql<PositionRow>`
    ${plannedEachTime} with hits as materialized (
      select record_id from record_key where org_id = ${tx.actor.orgId}::uuid and type = 'position'
         and field = 'symbol' and key = any(${symbols}::text[])
      union
      select record_id from record_key where org_id = ${tx.actor.orgId}::uuid and type = 'position'
         and field = 'roll_call' and key = any(${numbers}::text[]))
    select ${shown} from hits h
      join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = h.record_id and r.deleted_at is null
       and r.merged_into is null
     order by r.values->>'on', r.id limit 200`.execute(tx.sql)
  return rows
}

/** A key of a date is its first and last day: what begins later than a day is after this. */
const keyAfter = (day: string): string => `${sortKey(day).split('/')[1] ?? ''}0`

/** The latest positions of a state (ISO alpha-2) up to a day, and how many there are. One query. */
export async function latestPositions(
  tx: Tx,
  country: string,
  { until, limit }: { readonly until?: string | undefined; readonly limit: number },
): Promise<{ readonly count: number; readonly rows: readonly PositionRow[] }> {
  const after = until === undefined ? null : keyAfter(until)
  const { rows } = await sql<PositionRow & { readonly n: number }>`
    ${plannedEachTime} with hits as materialized (
      select k.record_id, d.key from record_key k
        join record_key d on d.org_id = k.org_id and d.record_id = k.record_id and d.field = 'on'
         and (${after}::text is null or d.key < ${after})
       where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'position' and k.field = 'state' and k.key = ${country})
    select ${shown}, (select count(*)::int from hits) as n from hits h
      join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = h.record_id and r.deleted_at is null
     order by h.key desc, r.id limit ${limit}`.execute(tx.sql)
  return { count: rows[0]?.n ?? 0, rows }
}

/** A roll call as it stands beside a position. */
export interface VoteBeside {
  readonly id: string
  readonly body: string
  readonly heldOn: string
  readonly title: string
  readonly ballots: string | null
}

/** The roll calls on a text, from the files in use. A repeat of one in several sources is there once for each. */
export async function votesOn(
  tx: Tx,
  matter: { readonly symbol: string; readonly rollCall: string },
): Promise<readonly VoteBeside[]> {
  if (matter.symbol === '' && matter.rollCall === '') return []
  const { rows } = await sql<VoteBeside>`
    select c.id, c.body, c.held_on::text as "heldOn", c.title, c.ballots
      from observatory_roll_call c
      join observatory_file f on f.org_id = c.org_id and f.id = c.file_id and f.superseded_by is null
     where c.org_id = ${tx.actor.orgId}::uuid
       and ((${matter.symbol} <> '' and c.symbol = ${matter.symbol})
         or (${matter.symbol} = '' and f.dataset || ':' || c.key = ${matter.rollCall}))
     order by c.held_on desc, c.id limit 20`.execute(tx.sql)
  return rows
}
