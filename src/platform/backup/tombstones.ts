import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Database } from '#platform/db'
import { Problem } from '#platform/problem'
import { about, words } from './words.ts'

/**
 * That something was done which has to stay done, whichever backup is restored: purge, withdraw, erase, hold, lift, rule,
 * and what other rooms add (see `replay_tombstone` in migrations/0005_retention.sql).
 */
export interface Tombstone {
  readonly orgId: string
  readonly id: string
  readonly kind: string
  readonly subject: string
  /** As PostgreSQL writes it in UTC. */
  readonly at: string
}

/** The file outside of the database, under `home`: a line a tombstone, only ever added to. */
export const tombstonesPath = (home: string): string => join(home, 'tombstones.log')

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const line = new RegExp(`^(\\S+ \\S+)\\t([a-z_]{2,20})\\t(${id})\\t(${id})\\t(${id})$`)

/** Adds to the file what is new in the database, on disk before it is marked as kept. Gives how many. */
export async function keepTombstones(owner: Database, home: string): Promise<number> {
  let kept = 0
  for (;;) {
    const { rows } = await sql<Tombstone>`
      select org_id as "orgId", id, kind, subject, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' as at
        from tombstone where kept_at is null order by tombstone.at, id limit 1000`.execute(owner)
    if (rows.length === 0) return kept
    await append(
      tombstonesPath(home),
      rows.map((one) => [one.at, one.kind, one.orgId, one.subject, one.id].join('\t')),
    )
    await sql`update tombstone set kept_at = now() where kept_at is null and id = any(${rows.map((row) => row.id)}::uuid[])`.execute(
      owner,
    )
    kept += rows.length
  }
}

async function append(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await handle.read(last, 0, 1, size - 1)
    // A line that was cut short by a power cut is written anew, after its rest.
    const torn = size > 0 && last[0] !== 10
    await handle.appendFile(`${torn ? '\n' : ''}${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The tombstones of a file; lines that are none (cut short) are passed over. A Problem when there is no such file. */
export async function readTombstones(path: string): Promise<readonly Tombstone[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Problem('not_found', { explanation: about(path, words.noFile) })
    throw error
  })
  return text.split('\n').flatMap((written) => {
    const [, at, kind, orgId, subject, stone] = line.exec(written) ?? []
    return at && kind && orgId && subject && stone ? [{ at, kind, orgId, subject, id: stone }] : []
  })
}

/**
 * Does again, in the order in which it was done, what the database does not know of yet. Gives how many things were there
 * and are as they should be now.
 */
export async function replayTombstones(client: ClientBase, given: readonly Tombstone[]): Promise<number> {
  const stones = given.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  let gone = 0
  for (let from = 0; from < stones.length; from += 1000) {
    const some = stones.slice(from, from + 1000)
    const { rows } = await client.query<{ gone: number }>(
      `select count(*) filter (where replay_tombstone(s.org, s.id, s.kind, s.subject, s.at))::int as gone
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) as s(org, id, kind, subject, at)`,
      [
        some.map((one) => one.orgId),
        some.map((one) => one.id),
        some.map((one) => one.kind),
        some.map((one) => one.subject),
        some.map((one) => one.at),
      ],
    )
    gone += rows[0]?.gone ?? 0
  }
  return gone
}

/** Puts a copy of the file beside the backups, whole: a machine that is lost takes the one under `home` with it. */
export async function copyTombstones(home: string, folder: string): Promise<void> {
  if (!existsSync(tombstonesPath(home))) return
  await copyFile(tombstonesPath(home), join(folder, 'tombstones.log.new'))
  await rename(join(folder, 'tombstones.log.new'), join(folder, 'tombstones.log'))
}
