import { Client } from 'pg'
import { loadConfig } from '#platform/config'
import { acquireCluster } from '#platform/db/cluster'

/** Looks into the private database of `home` as its owner. Starts it when it is stopped, and stops it again. */
export async function inDatabase<Result>(
  home: string,
  look: (client: Client) => Promise<Result>,
): Promise<Result> {
  const cluster = await acquireCluster(loadConfig({ AMPARO_HOME: home }))
  try {
    return await withClient(cluster.urls.owner, look)
  } finally {
    await cluster.release()
  }
}

export async function withClient<Result>(
  url: string,
  look: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await look(client)
  } finally {
    await client.end()
  }
}

/**
 * What is half-written, a line for each kind: records without the version that they say they have or without what
 * finds them, versions and keys of no record, imports that are over but have not (or have) what they say. Empty when
 * all is whole.
 */
export async function halfWritten(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ what: string; count: number }>(`
    select * from (
      select 'record without its version' as what, count(*)::int from record r where not exists (
        select 1 from record_version v where v.org_id = r.org_id and v.record_id = r.id and v.version = r.version)
      union all
      select 'record that no search finds', count(*)::int from record r where deleted_at is null and not exists (
        select 1 from record_search s where s.org_id = r.org_id and s.record_id = r.id)
      union all
      select 'version of no record', count(*)::int from record_version v where not exists (
        select 1 from record r where r.org_id = v.org_id and r.id = v.record_id)
      union all
      select 'record of an import that is not done', count(*)::int from record r join import i
        on i.org_id = r.org_id and i.id = r.import_id where i.state not in ('done', 'undone')
      union all
      select 'import with fewer records than it says', count(*)::int from import i where state = 'done'
        and (counts ->> 'created')::int > (
          select count(*)::int from record r where r.org_id = i.org_id and r.import_id = i.id)
      union all
      select 'import done without an entry', count(*)::int from import i where state = 'done' and not exists (
        select 1 from ledger l where l.org_id = i.org_id and l.subject = i.id and l.act = 'import.run')
      union all
      select 'work of an import left', count(*)::int from import_work
    ) t where count > 0`)
  return rows.map(({ what, count }) => `${what}: ${count}`)
}

/** How many rows a table has. */
export const countOf = async (
  client: Client,
  table: 'record' | 'import' | 'file' | 'job',
): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]?.count ?? 0
}
