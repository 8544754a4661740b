import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'

/** What states of one class of regime recommended and how they answered. */
export interface RegimeShare {
  /** V-Dem's class, 0 (closed autocracy) to 3 (liberal democracy). */
  readonly regime: number
  /** Recommendations that they made whose action is known, by action 1 to 5. */
  readonly actions: readonly number[]
  /** Recommendations that they received, and of these those they supported. */
  readonly received: number
  readonly supported: number
}

/** The join, with the files that it is from. */
export interface RegimeShares {
  readonly shares: readonly RegimeShare[]
  readonly fileIds: readonly string[]
  /** Recommendations whose sender, or whose receiver, has no class in that year. */
  readonly withoutSender: number
  readonly withoutReceiver: number
}

/**
 * Joins the recommendations that UPR Info compiled with the regime of sender and receiver (V-Dem, Regimes of the World) in the
 * year of the session; a year past the last of the file counts as the last. Every state is found by its code: a join by
 * names as V-Dem writes them would lose 42 of them.
 */
export async function readRegimeShares(tx: Tx): Promise<RegimeShares | null> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<{
    readonly side: 'sent' | 'received'
    readonly regime: number | null
    readonly action: number | null
    readonly supported: boolean
    readonly n: number
    readonly vdem: string[]
    readonly upr: string[]
  }>`${plannedEachTime}
    with current as materialized (
      select id, dataset, imported_at from observatory_file
       where org_id = ${org} and superseded_by is null and dataset in ('upr-info', 'upr-info-api', 'vdem')),
    class as materialized (
      select v.polity, v.year, v.value::int as regime, v.file_id from observatory_series s
        join observatory_value v on v.org_id = ${org} and v.series_id = s.id
        join current c on c.id = v.file_id
       where s.org_id = ${org} and s.dataset = 'vdem' and s.code = 'v2x_regime' and v.value is not null),
    last as materialized (select max(year) as year from class),
    whole as materialized (
      select r.polity, r.session, r.file_id, c.imported_at from current c
        join observatory_recommendation r on r.org_id = ${org} and r.file_id = c.id
       where c.dataset <> 'vdem' and r.mechanism = 'upr' and r.body = '' group by 1, 2, 3, 4),
    review as materialized (
      select distinct on (polity, session) polity, session, file_id from whole order by polity, session, imported_at desc),
    given as materialized (
      select r.file_id, r.key, r.polity, least(r.year, (select year from last)) as year, r.action, r.response = 'supported' as supported
        from review v join observatory_recommendation r on r.org_id = ${org} and r.file_id = v.file_id
         and r.polity = v.polity and r.session = v.session
       where r.mechanism = 'upr' and r.body = ''),
    counted as (
      select 'sent' as side, k.regime, g.action, false as supported, count(*)::int as n
        from given g join observatory_sender s on s.org_id = ${org} and s.file_id = g.file_id and s.key = g.key
        left join class k on k.polity = s.sender and k.year = g.year
       where g.action is not null group by k.regime, g.action
      union all
      select 'received', k.regime, null, coalesce(g.supported, false), count(*)::int
        from given g left join class k on k.polity = g.polity and k.year = g.year group by k.regime, coalesce(g.supported, false))
    select counted.*, (select array_agg(distinct file_id::text) from class) as vdem,
      (select array_agg(distinct file_id::text) from review) as upr
      from counted`.execute(tx.sql)
  const [first] = rows
  if (!first?.vdem || !first.upr) return null
  const sum = (of: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(of).reduce((all, { n }) => all + n, 0)
  return {
    shares: [0, 1, 2, 3].map((regime) => ({
      regime,
      actions: [1, 2, 3, 4, 5].map((action) =>
        sum((row) => row.side === 'sent' && row.regime === regime && row.action === action),
      ),
      received: sum((row) => row.side === 'received' && row.regime === regime),
      supported: sum((row) => row.side === 'received' && row.regime === regime && row.supported),
    })),
    fileIds: [...first.upr, ...first.vdem],
    withoutSender: sum((row) => row.side === 'sent' && row.regime === null),
    withoutReceiver: sum((row) => row.side === 'received' && row.regime === null),
  }
}
