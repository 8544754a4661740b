import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import {
  type Ballots,
  readBallots,
  type RollCallKind,
  rollCallKinds,
  type VoteSource,
} from '../../votes/index.ts'

/**
 * Which texts count: all but amendments and votes on parts; the same as titles alone tell, so that amendments whose title
 * lost the word count as texts; adopted resolutions; amendments.
 */
export const textChoices = ['texts', 'titles', 'resolutions', 'amendments'] as const
export type TextChoice = (typeof textChoices)[number]

const parts: readonly RollCallKind[] = ['amendment', 'paragraph']
const whole = rollCallKinds.filter((kind) => !parts.includes(kind))

/** What is looked at. */
export interface TextQuery {
  readonly source: VoteSource
  readonly from: string
  readonly to?: string
  readonly texts: TextChoice
}

/** Roll calls with ballots of the texts asked for. */
export async function readTexts(tx: Tx, { source, from, to, texts }: TextQuery): Promise<Ballots> {
  const files = source.files.map(({ id }) => id)
  const kinds: readonly RollCallKind[] =
    texts === 'resolutions'
      ? ['resolution']
      : texts === 'amendments'
        ? ['amendment']
        : texts === 'titles'
          ? [...whole, 'amendment']
          : whole
  const read = await readBallots(tx, {
    files,
    body: source.body,
    from,
    ...(to !== undefined && { to }),
    kinds,
  })
  if (texts !== 'titles') return read
  const { rows } = await sql<{ readonly id: string }>`
    select id from observatory_roll_call
     where org_id = ${tx.actor.orgId}::uuid and file_id = any(${files}::uuid[]) and kind = 'amendment'
       and details @> '{"unmarked": true}'`.execute(tx.sql)
  const unmarked = new Set(rows.map(({ id }) => id))
  const keep = read.rollCalls.map(({ id, kind }) => kind !== 'amendment' || unmarked.has(id))
  return {
    rollCalls: read.rollCalls.filter((_, i) => keep[i]),
    ballots: read.ballots.filter((_, i) => keep[i]),
  }
}

/** The topics that a source gives to each of its roll calls. */
export async function readTopics(
  tx: Tx,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ readonly id: string; readonly topics: readonly string[] }>`
    select id, topics from observatory_roll_call
     where org_id = ${tx.actor.orgId}::uuid and file_id = any(${[...files]}::uuid[]) and ballots is not null
       and topics <> '{}'`.execute(tx.sql)
  return new Map(rows.map(({ id, topics }) => [id, topics]))
}
