import { sql } from 'kysely'
import { polities, polity } from '#catalogue/polities'
import type { Votes } from '#kernels/ideal-points'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { chooseVotes, type Issue, issues, type RollCall } from '../../files/index.ts'
import { castMatrix } from '../ballots.ts'
import { type BallotRollCall, readBallots } from '../../votes/queries/read-ballots.ts'
import { readSources, sourceKey } from '../queries/read-window.ts'
import type { PointChoices } from './point-choices.ts'

/** Votes made ready for the kernel, and what each number in them means. */
export interface PreparedPoints {
  readonly votes: Votes
  readonly high: readonly number[]
  readonly low: readonly number[]
  /** By state of `votes`, the code of its polity. */
  readonly codes: readonly string[]
  readonly rollCalls: number
  /** By item, its roll calls: the key in the source, the period, and which kinds of vote the item saw. */
  readonly items: readonly {
    readonly calls: readonly { readonly key: string; readonly period: number }[]
    readonly seen: 'YAN' | 'YA' | 'YN' | 'AN'
  }[]
  readonly files: readonly string[]
  readonly by: 'session' | 'year'
}

interface CallRow extends BallotRollCall {
  readonly topics: readonly string[]
  readonly important: boolean
  readonly ballots: string
}

/** What every code is called where the choice of votes speaks of states: Correlates of War, or a number of our own. */
const cowCount = new Map<number, number>()
for (const { cow } of polities) if (cow !== null) cowCount.set(cow, (cowCount.get(cow) ?? 0) + 1)
const numberOf = polities.map(({ cow, n }) => (cow !== null && cowCount.get(cow) === 1 ? cow : 10_000 + n))
const codeOf: ReadonlyMap<number, string> = new Map(
  polities.map(({ code }, i) => [numberOf[i] as number, code]),
)

/**
 * Reads and chooses the votes of a run by the rules of `files/ideal-point-votes.ts`. By session where every session of the source is
 * a number, else by calendar year.
 *
 * @throws Problem where nothing is left that divided the states
 */
export async function preparePoints(tx: Tx, choices: PointChoices): Promise<PreparedPoints> {
  const rows = await readRows(tx, choices)
  const by = rows.every(({ session }) => /^\d{1,3}$/.test(session)) ? 'session' : 'year'
  const yearOf = (row: CallRow): number => Number(row.day.slice(0, 4))
  const calls: readonly RollCall[] = rows.map((row) => ({
    session: by === 'session' ? Number(row.session) : yearOf(row),
    year: yearOf(row),
    important: row.important,
    part: !choices.parts && (row.kind === 'amendment' || row.kind === 'paragraph'),
    issues: new Set(issues.filter((issue) => row.topics.includes(issue))),
  }))
  const isIssue = issues.find((issue) => issue === choices.topic)
  const within = chooseVotes(
    {
      rollCalls: rows.map((_, i) => i),
      states: numberOf,
      votes: castMatrix(rows.map((one) => one.ballots)),
      repeated: 0,
    },
    calls,
    await repeatsAmong(tx, rows),
    {
      sessions: [choices.from || 1, choices.to || 9999],
      important: choices.important,
      // Thresholds of a subject are told in sessions.
      issue: by === 'session' ? (isIssue as Issue | undefined) : undefined,
    },
  )
  if (within.votes.choice.length === 0) throw new Problem('invalid', { explanation: nothingLeft })
  const codes = within.states.map((one) => codeOf.get(one) as string)
  const placesOf = (of: readonly string[]) =>
    codes.flatMap((code, i) => (polity(code) && of.includes(code) ? [i] : []))
  return {
    votes: within.votes,
    codes,
    high: placesOf(choices.high),
    low: placesOf(choices.low),
    rollCalls: within.rollCalls,
    items: within.items.map((of, item) => ({
      seen: seenIn(within.votes, item),
      calls: of.map((row) => ({ key: (rows[row] as CallRow).key, period: (calls[row] as RollCall).session })),
    })),
    files: [...new Set(rows.map(({ fileId }) => fileId))],
    by,
  }
}

async function readRows(tx: Tx, { source: key, topic }: PointChoices): Promise<readonly CallRow[]> {
  const source = (await readSources(tx)).find((one) => sourceKey(one) === key)
  if (!source) throw new Problem('invalid', { explanation: nothingLeft })
  const { rollCalls, ballots } = await readBallots(tx, {
    files: source.files.map(({ id }) => id),
    body: source.body,
    ...(topic !== '' && { topics: [topic] }),
  })
  const { rows } = await sql<{
    readonly id: string
    readonly topics: readonly string[]
    readonly important: boolean
  }>`
    select id, topics, coalesce(details->>'important' = 'true', false) as important from observatory_roll_call
     where org_id = ${tx.actor.orgId}::uuid and file_id = any(${source.files.map(({ id }) => id)}::uuid[])
       and body = ${source.body}`.execute(tx.sql)
  const more = new Map(rows.map((row) => [row.id, row]))
  return rollCalls.map((call, i) => ({
    ...call,
    ballots: ballots[i] as string,
    topics: more.get(call.id)?.topics ?? [],
    important: more.get(call.id)?.important ?? false,
  }))
}

/** Which roll call repeats which earlier one, by their places among `rows`. */
async function repeatsAmong(tx: Tx, rows: readonly CallRow[]): Promise<ReadonlyMap<number, number>> {
  const { rows: pairs } = await sql<{ readonly key: string; readonly first: string }>`
    select m.key, m.first_key as first from observatory_repeat m
      join observatory_file f on f.org_id = m.org_id and f.id = m.file_id
     where m.org_id = ${tx.actor.orgId}::uuid and f.superseded_by is null`.execute(tx.sql)
  const firstOf = new Map(pairs.map(({ key, first }) => [key, first]))
  const place = new Map<string, number>()
  const found = new Map<number, number>()
  rows.forEach(({ key }, i) => {
    const first = firstOf.get(key) ?? key
    const at = place.get(first)
    if (at === undefined) place.set(first, i)
    else found.set(i, at)
  })
  return found
}

function seenIn({ itemStart, choice }: Votes, item: number): 'YAN' | 'YA' | 'YN' | 'AN' {
  let seen = 0
  for (let k = itemStart[item] as number; k < (itemStart[item + 1] as number); k++)
    seen |= 1 << (choice[k] as number)
  return seen === 7 ? 'YAN' : seen === 3 ? 'YA' : seen === 5 ? 'YN' : 'AN'
}

const nothingLeft = {
  en: 'No roll call of this choice divided the states. Choose another source, other sessions or another subject.',
  es: 'Ninguna votación de esta selección dividió a los Estados. Elija otra fuente, otros períodos de sesiones u otro tema.',
  ca: 'Cap votació d’aquesta selecció no va dividir els Estats. Trieu una altra font, altres períodes de sessions o un altre tema.',
}
