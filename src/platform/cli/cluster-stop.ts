import { stopUnusedCluster } from '#platform/db/cluster'
import { defineCommand } from './command.ts'
import { exit } from './exit.ts'

/** `amparo cluster stop`. Refused (5) while somebody uses it. */
export const command = defineCommand({
  name: 'cluster stop',
  summary: {
    en: 'Stops a private database that was left running by a program that was killed.',
    es: 'Detiene una base de datos privada que quedó en marcha porque su programa fue interrumpido.',
    ca: 'Atura una base de dades privada que va quedar en marxa perquè el seu programa va ser interromput.',
  },
  async run({ config, result, say }) {
    const users = await stopUnusedCluster(config())
    result({ stopped: users.length === 0, users }, () =>
      users.length === 0
        ? say({ en: 'Stopped.', es: 'Detenida.', ca: 'Aturada.' })
        : say({
            en: `Left running: processes ${users.join(', ')} use it. End them first.`,
            es: `Sigue en marcha: la usan los procesos ${users.join(', ')}. Termínelos primero.`,
            ca: `Continua en marxa: la fan servir els processos ${users.join(', ')}. Acabeu-los primer.`,
          }),
    )
    return users.length === 0 ? exit.ok : exit.refused
  },
})
