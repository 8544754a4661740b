import type { Writable } from 'node:stream'
import type { Config } from '#platform/config'
import type { Language } from '#platform/i18n'
import type { Command, CommandContext, CommandEntry } from './command.ts'
import { type ExitCode, exit } from './exit.ts'
import { commandHelp, listHelp } from './help.ts'
import { findCommand, nearNames, parseLine, UsageError } from './parse.ts'
import { showProgress } from './progress.ts'
import { phrase, terms } from './words.ts'

/** The surroundings of a command line. */
export interface Terminal {
  readonly stdout: Writable
  readonly stderr: Writable
  /** The width of the terminal behind `stderr`; `null` when it is a pipe or a file. */
  readonly columns: number | null
  readonly language: Language
  readonly config: () => Config
  readonly signal: AbortSignal
}

/**
 * Runs the command that `argv` (without program and script) names and gives its exit code; everything thrown becomes
 * words on standard error. Only the command that runs is loaded.
 */
export async function runCommandLine(
  entries: readonly CommandEntry[],
  argv: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal
  const found = findCommand(entries, argv)
  if (!found) return noCommand(entries, argv, terminal)
  let json = argv.includes('--json')
  try {
    const { command } = await found.entry.load()
    const line = parseLine(command, found.rest, language)
    if (line.help) {
      terminal.stdout.write(`${commandHelp(command, language)}\n`)
      return exit.ok
    }
    json = line.json
    const code = (await command.run(contextOf(line, terminal))) ?? exit.ok
    return terminal.signal.aborted && code === exit.ok ? exit.interrupted : code
  } catch (error) {
    if (error instanceof UsageError) {
      return complain(
        terminal,
        `${error.message}. ${terms.seeHelp[language]}: amparo ${found.entry.name} --help`,
      )
    }
    if (terminal.signal.aborted) return exit.interrupted
    const { describeFailure } = await import('./failure.ts')
    const failure = describeFailure(error, language)
    terminal.stderr.write(`${json ? JSON.stringify(failure.data) : failure.text}\n`)
    return failure.exit
  }
}

/** Help for all, or for those whose names begin with what was typed; else the nearest names. */
function noCommand(entries: readonly CommandEntry[], argv: readonly string[], terminal: Terminal): ExitCode {
  const words = argv.filter((word) => !word.startsWith('-') && word !== 'help')
  const typed = words.join(' ')
  const begun = words.length === 0 ? entries : entries.filter(({ name }) => name.startsWith(`${typed} `))
  const asked = argv.length > words.length
  if (begun.length > 0) {
    const stream = asked ? terminal.stdout : terminal.stderr
    stream.write(`${listHelp(begun, terminal.language)}\n`)
    return asked ? exit.ok : exit.usage
  }
  const near = nearNames(entries, typed)
  const hint = near.length > 0 ? ` ${terms.meant[terminal.language]}: ${near.join(', ')}?` : ''
  return complain(terminal, `${terms.unknown[terminal.language]}: ${typed}.${hint}`)
}

function complain(terminal: Terminal, text: string): ExitCode {
  terminal.stderr.write(`${text}\n`)
  return exit.usage
}

type Line = Exclude<ReturnType<typeof parseLine>, { help: true }>

function contextOf(line: Line, terminal: Terminal): Parameters<Command['run']>[0] {
  const { stdout, stderr, language, columns } = terminal
  return {
    args: line.args,
    options: line.options,
    json: line.json,
    language,
    config: terminal.config,
    signal: terminal.signal,
    say: (words) => phrase(words, language),
    result: (data, text) => {
      stdout.write(`${line.json ? JSON.stringify(data, null, 2) : text()}\n`)
    },
    note: (text) => {
      stderr.write(`${text}\n`)
    },
    progress: (label, total) =>
      showProgress({ stream: stderr, columns, now: () => performance.now() }, label, total),
  } satisfies CommandContext<Line['args'], Line['options']>
}
