import { type CommandEntry, groundCommands } from '#platform/cli'

/** Every command of the program. None is loaded until it runs: import no module here except for its list. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: { en: 'start Amparo', es: 'iniciar Amparo', ca: 'engegar Amparo' },
    load: () => import('./commands/serve.ts'),
  },
  ...groundCommands,
]
