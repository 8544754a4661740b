import { sql } from 'kysely'
import { polities, type Polity } from '#catalogue/polities'
import type { Tx } from '#platform/records'
import { letterOf } from '../ballot.ts'
import { type Wish, wishedLetter, wishes } from '../records/followed-vote.ts'

/** A vote that is followed, with the roll call of the files in use that it points to. */
export interface FollowedVote {
  readonly id: string
  readonly title: string
  readonly wished: Wish
  readonly reason: string
  readonly day: string
  readonly symbol: string
  readonly fictitious: boolean
  /** Null: not in the files in use. */
  readonly rollCall: { readonly id: string; readonly ballots: string | null } | null
}

/** Most that are read: a list to work with, not an archive. */
const most = 1000

/** The votes that are followed, the latest first: by source and number, else by the symbol in any source. One statement. */
export async function readFollowed(tx: Tx): Promise<readonly FollowedVote[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<{
    readonly id: string
    readonly title: string
    readonly values: Readonly<Record<string, unknown>>
    readonly fictitious: boolean
    readonly rollCall: string | null
    readonly day: string | null
    readonly ballots: string | null
  }>`
    with mine as materialized (
      select id, title, values, fictitious from record
       where org_id = ${org} and type = 'followed_vote' and deleted_at is null and merged_into is null limit ${most})
    select m.id, m.title, m.values, m.fictitious, c.id as "rollCall", c.held_on::text as day, c.ballots
      from mine m left join lateral (
        select r.id, r.held_on, r.ballots from observatory_roll_call r
          join observatory_file f on f.org_id = r.org_id and f.id = r.file_id and f.superseded_by is null
         where r.org_id = ${org}
           and ((coalesce(m.values->>'roll_call', '') <> '' and f.dataset = m.values->>'dataset' and r.key = m.values->>'roll_call')
             or (coalesce(m.values->>'roll_call', '') = '' and coalesce(m.values->>'symbol', '') <> ''
               and r.symbol = m.values->>'symbol' and r.ballots is not null))
         order by f.imported_at desc limit 1) c on true`.execute(tx.sql)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return rows
    .flatMap(({ values, rollCall, ballots, day, ...one }): readonly FollowedVote[] => {
      const wished = text(values['wished'])
      if (!isWish(wished)) return []
      return [
        {
          ...one,
          wished,
          reason: text(values['reason']),
          symbol: text(values['symbol']),
          day: day ?? text(values['on']),
          rollCall: rollCall === null ? null : { id: rollCall, ballots },
        },
      ]
    })
    .toSorted((a, b) => b.day.localeCompare(a.day) || a.title.localeCompare(b.title))
}

const isWish = (text: string): text is Wish => Object.hasOwn(wishes, text)

/** How often a state voted as was wished. */
export interface FollowedScore {
  readonly state: Polity
  /** Votes in which it voted yes, no or abstained. */
  readonly cast: number
  readonly asWished: number
}

/** Of each state that voted in any of them, the share as wished; the highest first, then who voted most. */
export function followedScores(votes: readonly FollowedVote[]): readonly FollowedScore[] {
  return polities
    .flatMap((state): readonly FollowedScore[] => {
      let cast = 0
      let asWished = 0
      for (const { wished, rollCall } of votes) {
        const letter = rollCall?.ballots ? letterOf(rollCall.ballots, state.n) : '.'
        if (letter === '.' || letter === 'X') continue
        cast++
        if (letter === wishedLetter[wished]) asWished++
      }
      return cast === 0 ? [] : [{ state, cast, asWished }]
    })
    .toSorted(
      (a, b) =>
        b.asWished / b.cast - a.asWished / a.cast ||
        b.cast - a.cast ||
        a.state.code.localeCompare(b.state.code),
    )
}
