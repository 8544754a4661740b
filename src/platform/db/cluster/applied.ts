import { withClient } from './roles.ts'

/** The names of the migrations that a database has had; none when it was never migrated. */
export const readApplied = (ownerUrl: string): Promise<readonly string[]> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('migration') is not null as there`,
    )
    if (!rows[0]?.there) return []
    return (await client.query<{ name: string }>('select name from migration order by name')).rows.map(
      (row) => row.name,
    )
  })
