export { asOption } from './as-option.ts'
export {
  type ArgumentSpec,
  type Command,
  type CommandContext,
  type CommandEntry,
  defineCommand,
  type OptionSpec,
  type Words,
} from './command.ts'
export { type ExitCode, exit } from './exit.ts'
export { groundCommands } from './ground-commands.ts'
export { listenOptions } from './listen-options.ts'
export { main } from './main.ts'
export { type Progress, showProgress } from './progress.ts'
export { runCommandLine, type Terminal } from './run.ts'
