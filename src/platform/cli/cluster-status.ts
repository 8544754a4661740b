import { clusterStatus } from '#platform/db/cluster'
import { defineCommand } from './command.ts'
import { exit } from './exit.ts'

const words = {
  outside: {
    en: 'The database is another server’s (DATABASE_URL); there is no private one to speak of.',
    es: 'La base de datos es de otro servidor (DATABASE_URL); no hay una privada de la que informar.',
    ca: "La base de dades és d'un altre servidor (DATABASE_URL); no n'hi ha cap de privada.",
  },
  absent: {
    en: 'There is none yet; the first start makes it.',
    es: 'Todavía no existe; el primer inicio la crea.',
    ca: 'Encara no existeix; la primera arrencada la crea.',
  },
  stopped: { en: 'Stopped', es: 'Detenida', ca: 'Aturada' },
  running: { en: 'Running', es: 'En marcha', ca: 'En marxa' },
  process: { en: 'process', es: 'proceso', ca: 'procés' },
  users: { en: 'Used by processes', es: 'La usan los procesos', ca: 'La fan servir els processos' },
  nobody: { en: 'nobody', es: 'nadie', ca: 'ningú' },
  size: { en: 'Size', es: 'Tamaño', ca: 'Mida' },
}

/** `amparo cluster status`. Exit code 4 when it is there and does not run. */
export const command = defineCommand({
  name: 'cluster status',
  summary: {
    en: 'Says whether the private database runs, where, and for whom. Starts and stops nothing.',
    es: 'Dice si la base de datos privada está en marcha, dónde y para quién. No inicia ni detiene nada.',
    ca: 'Diu si la base de dades privada està en marxa, on i per a qui. No engega ni atura res.',
  },
  async run({ config, result, say }) {
    const status = await clusterStatus(config())
    result(status, () => {
      switch (status.state) {
        case 'outside':
        case 'absent':
          return say(words[status.state])
        case 'stopped':
          return `${say(words.stopped)}: ${status.data}`
        case 'running': {
          const users = status.users.length > 0 ? status.users.join(', ') : say(words.nobody)
          const size = status.bytes === null ? '?' : `${Math.round(status.bytes / 1e6)} MB`
          return [
            `${say(words.running)}: PostgreSQL ${status.version ?? '?'}, ${say(words.process)} ${status.pid}, ${status.data}`,
            `${say(words.users)}: ${users}`,
            `${say(words.size)}: ${size}`,
          ].join('\n')
        }
      }
    })
    return status.state === 'stopped' ? exit.unreachable : exit.ok
  },
})
