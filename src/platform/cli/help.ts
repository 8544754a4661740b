import type { Language } from '#platform/i18n'
import type { Command, CommandEntry, OptionSpec } from './command.ts'
import { phrase, terms } from './words.ts'

/** Two columns, the first as wide as it needs. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n')
}

/** The list of `entries`, with how to learn more. */
export function listHelp(entries: readonly CommandEntry[], language: Language): string {
  const rows = entries.map((entry) => [entry.name, phrase(entry.summary, language)] as const)
  return [
    `${terms.usage[language]}: amparo <${terms.command[language]}> …`,
    `${terms.commands[language]}:\n${table(rows)}`,
    terms.more[language],
    `${terms.exitCodes[language]}: ${terms.exits[language]}`,
  ].join('\n\n')
}

/** Everything about one command. */
export function commandHelp(command: Command, language: Language): string {
  const named = command.arguments.map((argument) => {
    const name = `${argument.name.toUpperCase()}${argument.many ? ' …' : ''}`
    return argument.optional ? `[${name}]` : name
  })
  const parts = [
    `${terms.usage[language]}: ${['amparo', command.name, ...named].join(' ')}`,
    phrase(command.summary, language),
  ]
  if (command.details) parts.push(phrase(command.details, language))
  if (command.arguments.length > 0) {
    const rows = command.arguments.map(
      ({ name, summary }) => [name.toUpperCase(), phrase(summary, language)] as const,
    )
    parts.push(`${terms.arguments[language]}:\n${table(rows)}`)
  }
  const options = Object.entries(command.options).map(
    ([name, option]) => [optionName(name, option), optionText(option, language)] as const,
  )
  const common = [
    ['--json', terms.json[language]],
    ['--home FOLDER', terms.home[language]],
    ['-h, --help', terms.help[language]],
  ] as const
  parts.push(`${terms.options[language]}:\n${table([...options, ...common])}`)
  return parts.join('\n\n')
}

const optionName = (name: string, option: OptionSpec): string =>
  `${option.short ? `-${option.short}, ` : ''}--${name}${option.type === 'string' ? ` ${option.value}` : ''}`

const optionText = (option: OptionSpec, language: Language): string =>
  phrase(option.summary, language) +
  (option.type === 'string' && option.default !== undefined ? ` (${option.default})` : '')
