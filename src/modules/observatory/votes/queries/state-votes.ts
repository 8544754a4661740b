import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import { countrySituation } from '../importers/country-situation.ts'
import { type PanelSource, panelSources } from './panel-sources.ts'

/** How a state voted on the situation in some country. */
export interface StateVote {
  readonly id: string
  readonly day: string
  readonly body: string
  readonly symbol: string
  readonly title: string
  readonly letter: 'Y' | 'N' | 'A' | 'X'
}

/** The latest of them, and how many votes of each sort there are in all. */
export interface StateVotes {
  readonly latest: readonly StateVote[]
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** The sources that were looked at, and until when each speaks. */
  readonly sources: readonly Pick<PanelSource, 'body' | 'files' | 'to'>[]
}

/**
 * The votes of a state (`n` its place in the ballots) on the situation in single countries, up to a day: item 4 of the Human
 * Rights Council since its agenda stands (18 June 2007), and texts of the General Assembly that say so. Two statements.
 */
export async function countrySituationVotes(
  tx: Tx,
  n: number,
  { until, limit }: { readonly until?: string | undefined; readonly limit: number },
): Promise<StateVotes> {
  const known = await panelSources(tx)
  const sources = ['hrc', 'ga'].flatMap((body) => known.find((one) => one.body === body) ?? [])
  const filesOf = (body: string) =>
    sources.filter((one) => one.body === body).flatMap(({ files }) => files.map(({ id }) => id))
  const [council, assembly] = [filesOf('hrc'), filesOf('ga')]
  if (sources.length === 0) return { latest: [], yes: 0, no: 0, abstain: 0, sources }
  const { rows } = await sql<
    StateVote & { readonly yes: number; readonly no: number; readonly abstain: number }
  >`
    with found as (
      select id, held_on, body, symbol, title, ballots from observatory_roll_call
       where org_id = ${tx.actor.orgId}::uuid and file_id = any(${council}::uuid[]) and kind = 'resolution'
         and body = 'hrc' and agenda = '4' and held_on >= '2007-06-18'
      union all
      select id, held_on, body, symbol, title, ballots from observatory_roll_call
       where org_id = ${tx.actor.orgId}::uuid and file_id = any(${assembly}::uuid[]) and kind = 'resolution'
         and body = 'ga' and topics @> ${sql.lit(`{${countrySituation}}`)}),
    mine as materialized (
      select id, held_on, body, symbol, title, substr(ballots, ${n}, 1) as letter from found
       where substr(ballots, ${n}, 1) in ('Y', 'N', 'A', 'X')
         and (${until ?? null}::date is null or held_on <= ${until ?? null}::date))
    select id, held_on::text as day, body, symbol, title, letter,
           (select count(*)::int from mine where letter = 'Y') as yes, (select count(*)::int from mine where letter = 'N') as no,
           (select count(*)::int from mine where letter = 'A') as abstain
      from mine order by held_on desc, id limit ${limit}`.execute(tx.sql)
  const [{ yes, no, abstain } = { yes: 0, no: 0, abstain: 0 }] = rows
  return { latest: rows, yes, no, abstain, sources }
}
