import { basename } from 'node:path'
import { withClient } from './client.ts'

/** How the databases of one run begin: `amparo_test_ab12cd_`. */
export const runPrefix = (folder: string): string =>
  `amparo_test_${basename(folder).slice(-6).toLowerCase()}_`

/** Removes a run's databases from a server that outlives it. */
export async function dropRun(server: string, folder: string): Promise<void> {
  await withClient(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [runPrefix(folder)],
    )
    for (const { datname } of rows) {
      await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
    }
  })
}
