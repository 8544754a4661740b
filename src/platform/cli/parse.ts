import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Language } from '#platform/i18n'
import type { Command, CommandEntry } from './command.ts'
import { terms } from './words.ts'

/** The words on the line do not fit the command; `message` is for the person, in their language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The entry whose name the line begins with (the longest), and what follows; `null` when there is none. */
export function findCommand(
  entries: readonly CommandEntry[],
  argv: readonly string[],
): { readonly entry: CommandEntry; readonly rest: readonly string[] } | null {
  const fits = (entry: CommandEntry) => entry.name.split(' ').every((word, index) => argv[index] === word)
  const [entry] = entries.filter(fits).sort((a, b) => b.name.length - a.name.length)
  return entry ? { entry, rest: argv.slice(entry.name.split(' ').length) } : null
}

/** The names nearest to what was typed, for "did you mean". */
export function nearNames(entries: readonly CommandEntry[], typed: string): readonly string[] {
  const scored = entries.map(({ name }) => ({
    name,
    score: distance(name.slice(0, typed.length + 2), typed),
  }))
  const best = scored.filter(({ score }) => score <= 2 + typed.length / 5).sort((a, b) => a.score - b.score)
  return best.slice(0, 3).map(({ name }) => name)
}

/** Levenshtein's distance: the least number of letters to insert, remove or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Sorts the words after a command's name into its arguments and options; a `UsageError` says what does not fit. */
export function parseLine(command: Command, words: readonly string[], language: Language) {
  const config: ParseArgsOptionsConfig = {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
    home: { type: 'string' },
  }
  for (const [name, option] of Object.entries(command.options)) {
    config[name] = {
      type: option.type,
      ...(option.short && { short: option.short }),
      ...(option.type === 'string' && option.many && { multiple: true }),
    }
  }
  const { values, positionals } = parse([...words], config, language)
  if (values['help'] === true) return { help: true as const }
  return {
    help: false as const,
    json: values['json'] === true,
    args: fillArguments(command, positionals, language),
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, option]) => {
        const value = values[name]
        if (option.type === 'boolean') return [name, value === true]
        return [name, option.many ? (value ?? []) : (value ?? option.default)]
      }),
    ) as Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  }
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

function parse(args: string[], options: ParseArgsOptionsConfig, language: Language) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Values, positionals }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(?:-\w, )?(--?[^'=\s]+)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new UsageError(`${terms.noOption[language]}: ${option}`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      const term = /does not take an argument/.test(message) ? terms.noValue : terms.needsValue
      throw new UsageError(`${term[language]}: ${option}`)
    }
    throw error
  }
}

function fillArguments(command: Command, words: readonly string[], language: Language) {
  const filled: Record<string, string | readonly string[] | undefined> = {}
  let next = 0
  for (const argument of command.arguments) {
    const value = argument.many ? words.slice(next) : words[next]
    next = argument.many ? words.length : next + 1
    const missing = value === undefined || value.length === 0
    if (missing && !argument.optional)
      throw new UsageError(`${terms.missing[language]}: ${argument.name.toUpperCase()}`)
    filled[argument.name] = value
  }
  if (next < words.length) throw new UsageError(`${terms.tooMany[language]}: ${words.slice(next).join(' ')}`)
  return filled
}
