import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { VoteSource } from '../../votes/queries/vote-sources.ts'

/** Topics of a source's recorded votes with the number of their roll calls, the most frequent first; 300 at most. */
export async function readTopics(
  tx: Tx,
  { files, body }: VoteSource,
): Promise<readonly { readonly topic: string; readonly calls: number }[]> {
  const { rows } = await sql<{ readonly topic: string; readonly calls: number }>`
    select topic, count(*)::int as calls from observatory_roll_call r, unnest(r.topics) topic
     where r.org_id = ${tx.actor.orgId}::uuid and r.file_id = any(${files.map(({ id }) => id)}::uuid[])
       and r.body = ${body} and r.yes is not null
     group by topic order by calls desc, topic limit 300`.execute(tx.sql)
  return rows
}

/** The topics of each roll call of a source, by its id; those without are left out. */
export async function topicsById(
  tx: Tx,
  { files, body }: VoteSource,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ readonly id: string; readonly topics: readonly string[] }>`
    select id, topics from observatory_roll_call r
     where r.org_id = ${tx.actor.orgId}::uuid and r.file_id = any(${files.map(({ id }) => id)}::uuid[])
       and r.body = ${body} and r.yes is not null and r.topics <> '{}'`.execute(tx.sql)
  return new Map(rows.map(({ id, topics }) => [id, topics]))
}
