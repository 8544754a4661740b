import { sql } from 'kysely'
import { polity } from '#catalogue/polities'
import { distribution } from '#kernels/ideal-points'
import type { Tx } from '#platform/records'
import { castBy, type Cast } from '../ballots.ts'
import type { PointRun } from './read-runs.ts'

/** A roll call that pulled a state along the line. */
export interface Pull {
  readonly id: string
  readonly day: string
  readonly symbol: string
  readonly title: string
  readonly cast: Exclude<Cast, 0>
  /** How likely the model held yes, abstention and no of a state at the earlier position. */
  readonly expected: readonly [number, number, number]
  /** Discrimination × (vote - expected vote): above 0 it pulls up, below 0 down. */
  readonly pull: number
}

/** What an item of a run says of votes, from its curve. */
export interface ItemCurve {
  readonly discrimination: number
  readonly cut1: number
  readonly cut2: number
  readonly seen: 'YAN' | 'YA' | 'YN' | 'AN'
}

/** Chances of yes, abstention and no of a state at `position`; what the item never saw has none. */
export function expectedVote(
  { discrimination, cut1, cut2, seen }: ItemCurve,
  position: number,
): readonly [number, number, number] {
  const below = distribution(cut1 - discrimination * position)
  if (seen === 'YAN') {
    const above = distribution(discrimination * position - cut2)
    return [below, Math.max(0, 1 - below - above), above]
  }
  return seen === 'YA' ? [below, 1 - below, 0] : seen === 'YN' ? [below, 0, 1 - below] : [0, below, 1 - below]
}

/** Discrimination × (vote - expected), yes being 0, abstention 1, no 2. */
export const pullOf = (curve: ItemCurve, position: number, cast: Exclude<Cast, 0>): number => {
  const [, abstain, no] = expectedVote(curve, position)
  return curve.discrimination * (cast - 1 - (abstain + 2 * no))
}

/**
 * The roll calls of a period that pulled a state most, up or down, as seen from where it stood before. They are those of the files
 * from which the run was made, as far as they are still there.
 */
export async function readPulls(
  tx: Tx,
  run: PointRun,
  asked: { readonly code: string; readonly period: number; readonly before: number; readonly most: number },
): Promise<readonly Pull[]> {
  const place = polity(asked.code)?.n ?? 0
  const { rows } = await sql<
    ItemCurve & {
      readonly id: string
      readonly day: string
      readonly symbol: string
      readonly title: string
      readonly letter: string
    }
  >`select distinct on (i.roll_call_key) i.discrimination, i.cut1, i.cut2, i.seen, r.id, r.held_on::text as day, r.symbol,
           left(r.title, 300) as title, substr(r.ballots, ${place}, 1) as letter
      from observatory_run_item i
      join observatory_file f on f.org_id = i.org_id and f.dataset = split_part(${run.choices.source}, ':', 1) and f.superseded_by is null
      join observatory_roll_call r on r.org_id = i.org_id and r.file_id = f.id and r.key = i.roll_call_key
     where i.org_id = ${tx.actor.orgId}::uuid and i.run_id = ${run.id}::uuid and i.period = ${asked.period}
       and r.ballots is not null
     order by i.roll_call_key, r.id`.execute(tx.sql)
  return rows
    .flatMap(({ letter, id, day, symbol, title, ...curve }): readonly Pull[] => {
      const cast = castBy(letter)
      if (cast === 0) return []
      const expected = expectedVote(curve, asked.before)
      return [{ id, day, symbol, title, cast, expected, pull: pullOf(curve, asked.before, cast) }]
    })
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull) || (a.day < b.day ? -1 : 1))
    .slice(0, asked.most)
}
