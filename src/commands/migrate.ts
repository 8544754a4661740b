import { defineCommand } from '#platform/cli'
import { migrate } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'

/** `amparo migrate`: brings the database to this release and ends. `serve` does the same when it starts. */
export const command = defineCommand({
  name: 'migrate',
  summary: {
    en: 'Brings the database to this release.',
    es: 'Lleva la base de datos a esta versión.',
    ca: 'Porta la base de dades a aquesta versió.',
  },
  async run({ config, result }) {
    const cluster = await acquireCluster(config())
    try {
      const applied = await migrate(cluster.urls.owner)
      result({ applied }, () => (applied.length > 0 ? applied.map((name) => `+ ${name}`).join('\n') : '='))
    } finally {
      await cluster.release()
    }
  },
})
