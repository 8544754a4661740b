import { type CommandEntry, groundCommands } from '#platform/cli'

/** Every command of the program. None is loaded until it runs: import no module here except for its list. */
export const commands: readonly CommandEntry[] = [...groundCommands]
