import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { projectRoot } from '#platform/config'

/** A migration of the one linear list: `0001_platform` and its SQL. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The migrations that this release carries, in order. */
export async function listMigrations(
  folder = join(projectRoot(), 'migrations'),
): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (file) => {
      const sql = await readFile(join(folder, file), 'utf8')
      return { name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database to this release, each migration in its own transaction, under one lock so that two
 * starts do not race. Refuses a database that is newer than the code or whose released migrations differ.
 */
export async function migrate(
  ownerUrl: string,
  options: {
    /** Applies these and no other: for a restore, which brings a database to where a backup was. */
    readonly only?: readonly string[]
  } = {},
): Promise<readonly string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('amparo.migrate'))")
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    // A function may set a parameter of an extension; its owner may only once the extension is loaded in the session.
    await client.query(`do $$ begin
      if exists (select from pg_extension where extname = 'pg_trgm') then perform similarity('', ''); end if;
    end $$`)
    const done = new Map<string, string>(
      (await client.query<{ name: string; hash: string }>('select name, hash from migration')).rows.map(
        (row) => [row.name, row.hash],
      ),
    )
    const migrations = await listMigrations()
    for (const name of done.keys())
      if (!migrations.some((m) => m.name === name))
        throw new Error(
          `The database was migrated by a newer release (${name}). Install that release or restore a backup.`,
        )
    const applied: string[] = []
    for (const migration of migrations) {
      const hash = done.get(migration.name)
      if (hash === migration.hash) continue
      if (options.only && !options.only.includes(migration.name)) continue
      if (hash !== undefined)
        throw new Error(`Migration ${migration.name} was changed after it was applied to this database.`)
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [
          migration.name,
          migration.hash,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}
