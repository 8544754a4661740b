import type { Config } from '#platform/config'
import type { Labels, Language } from '#platform/i18n'
import type { ExitCode } from './exit.ts'
import type { Progress } from './progress.ts'

/** A phrase in the three languages, or in plain English for what only an operator reads. */
export type Words = Labels | string

/** A word after the command's name. `many` takes all that follow and must be the last. */
export interface ArgumentSpec {
  readonly name: string
  readonly summary: Words
  readonly optional?: boolean
  readonly many?: boolean
}

/** `--name`, or `--name VALUE`; with `many` it may be repeated. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly summary: Words; readonly short?: string }
  | {
      readonly type: 'string'
      readonly summary: Words
      /** What stands for the value in the help, e.g. `FILE`. */
      readonly value: string
      readonly short?: string
      readonly default?: string
      readonly many?: boolean
    }

/** The options of a command by name, without dashes. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type ArgumentValue<A> = A extends { many: true }
  ? readonly string[]
  : A extends { optional: true }
    ? string | undefined
    : string

type OptionValue<O> = O extends { type: 'boolean' }
  ? boolean
  : O extends { many: true }
    ? readonly string[]
    : O extends { default: string }
      ? string
      : string | undefined

/** What a command is given to work with. */
export interface CommandContext<Arguments, Options> {
  readonly args: Arguments
  readonly options: Options
  readonly json: boolean
  readonly language: Language
  /** The configuration, read when first asked for; throws a `StartProblem`. */
  readonly config: () => Config
  /** Aborted by Ctrl-C and by a request to end: leave nothing half-written, then return. */
  readonly signal: AbortSignal
  /** The phrase in the terminal's language. */
  readonly say: (words: Words) => string
  /** The command's result, on standard output: `data` as JSON with --json, else `text`. Call it once. */
  readonly result: (data: unknown, text: () => string) => void
  /** A remark while working, on standard error, so that output can be piped. */
  readonly note: (text: string) => void
  /** Shows how far long work has come: a bar on a terminal, plain lines in a pipe. */
  readonly progress: (label: string, total?: number) => Progress
}

/** Any command, its arguments and options unknown. */
export interface Command {
  readonly name: string
  readonly summary: Words
  readonly details?: Words
  readonly arguments: readonly ArgumentSpec[]
  readonly options: OptionSpecs
  run(
    context: CommandContext<
      Readonly<Record<string, string | readonly string[] | undefined>>,
      Readonly<Record<string, string | boolean | readonly string[] | undefined>>
    >,
  ): Promise<ExitCode | undefined>
}

/** A line of the list of commands: enough for the list and the help of all, without loading any. */
export interface CommandEntry {
  readonly name: string
  readonly summary: Words
  readonly load: () => Promise<{ readonly command: Command }>
}

/**
 * Declares a command: `name` is its words (`import directory`); `run` gives an exit code, none meaning success, and
 * throws `Problem`, `StartProblem` or a fault. `--help` and `--json` belong to every command.
 */
export function defineCommand<
  const Arguments extends readonly ArgumentSpec[] = readonly [],
  const Options extends OptionSpecs = Readonly<Record<never, never>>,
>(spec: {
  readonly name: string
  readonly summary: Words
  readonly details?: Words
  readonly arguments?: Arguments
  readonly options?: Options
  run(
    context: CommandContext<
      { readonly [A in Arguments[number] as A['name']]: ArgumentValue<A> },
      { readonly [O in keyof Options]: OptionValue<Options[O]> }
    >,
  ): Promise<ExitCode | undefined> | Promise<void>
}): Command {
  const command = { arguments: [], options: {}, ...spec }
  // The parser fills arguments and options by this very specification; the types above say so to `run`.
  return command as unknown as Command
}
