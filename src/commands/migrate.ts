import { defineCommand } from '#platform/cli'
import { migrateWithBackup } from '#platform/backup'
import { acquireCluster } from '#platform/db/cluster'

/** `amparo migrate`: brings the database to this release and ends. `serve` does the same when it starts. */
export const command = defineCommand({
  name: 'migrate',
  summary: {
    en: 'Brings the database to this release.',
    es: 'Lleva la base de datos a esta versión.',
    ca: 'Porta la base de dades a aquesta versió.',
  },
  async run({ config: readConfig, result, note }) {
    const config = readConfig()
    const cluster = await acquireCluster(config)
    try {
      const { applied, backup } = await migrateWithBackup(config, cluster.urls.owner)
      if (backup) note(backup.path)
      result({ applied, backup: backup?.path ?? null }, () =>
        applied.length > 0 ? applied.map((name) => `+ ${name}`).join('\n') : '=',
      )
    } finally {
      await cluster.release()
    }
  },
})
