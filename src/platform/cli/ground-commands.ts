import type { CommandEntry } from './command.ts'

/** The commands about the ground itself: they know no module. */
export const groundCommands: readonly CommandEntry[] = [
  {
    name: 'doctor',
    summary: {
      en: 'check this machine and say how to mend what is wrong',
      es: 'revisar esta máquina y decir cómo arreglar lo que esté mal',
      ca: 'revisar aquesta màquina i dir com arreglar el que estigui malament',
    },
    load: () => import('./doctor/command.ts'),
  },
  {
    name: 'cluster status',
    summary: {
      en: 'say whether the private database runs, where, and for whom',
      es: 'decir si la base de datos privada está en marcha, dónde y para quién',
      ca: 'dir si la base de dades privada està en marxa, on i per a qui',
    },
    load: () => import('./cluster-status.ts'),
  },
  {
    name: 'cluster stop',
    summary: {
      en: 'stop a private database that nobody uses any more',
      es: 'detener una base de datos privada que ya nadie usa',
      ca: 'aturar una base de dades privada que ja ningú no fa servir',
    },
    load: () => import('./cluster-stop.ts'),
  },
]
