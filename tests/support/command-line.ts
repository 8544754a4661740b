import { Writable } from 'node:stream'
import { runCommandLine } from '#platform/cli'
import { type Config, loadConfig } from '#platform/config'
import type { Language } from '#platform/i18n'
import { commands } from '../../src/commands.ts'
import type { TestDatabase } from './database.ts'

/** What a command printed, and the code it ended with; `out` and `err` are the two streams. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Where a command works: its house and database. */
export interface CommandGround {
  readonly home: string
  readonly database: TestDatabase
}

/** Runs a command of the house as a pipe would see it; without a ground it fails where it asks for configuration. */
export async function runCommand(
  argv: readonly string[],
  at: {
    readonly language?: Language
    readonly ground?: CommandGround
    readonly config?: Partial<Config>
  } = {},
): Promise<Ran> {
  const written = { out: '', err: '' }
  const to = (key: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[key] += chunk.toString()
        done()
      },
    })
  const { ground, language = 'en' } = at
  const code = await runCommandLine(commands, argv, {
    stdout: to('out'),
    stderr: to('err'),
    columns: null,
    language,
    config: () => {
      if (!ground) throw new Error('no configuration is needed, and no database')
      const { home, database } = ground
      const { owner, app, public: forPublic } = database
      return { ...loadConfig({}), home, database: { owner, app, public: forPublic }, ...at.config }
    },
    signal: new AbortController().signal,
  })
  return { code, ...written }
}
