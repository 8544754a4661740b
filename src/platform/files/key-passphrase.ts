import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { createInterface } from 'node:readline'
import { type Config, StartProblem } from '#platform/config'
import { instanceKeyState } from './instance-key.ts'

type Asked = Pick<Config, 'home' | 'keyPassphraseFile' | 'language'>

/** Asks on the terminal without showing what is typed; null where nobody can be asked. */
export async function askOnTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string | null>((resolve) => {
      lines.once('line', resolve)
      lines.once('SIGINT', () => resolve(null))
      lines.once('close', () => resolve(null))
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/** The passphrase of the file that the surroundings name: its first line. Null when they name none. */
export function filedPassphrase({ keyPassphraseFile }: Pick<Config, 'keyPassphraseFile'>): string | null {
  if (keyPassphraseFile === null) return null
  try {
    return readFileSync(keyPassphraseFile, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (error) {
    throw new StartProblem(
      'config',
      {
        en: `AMPARO_KEY_PASSPHRASE_FILE cannot be read (${keyPassphraseFile}).`,
        es: `AMPARO_KEY_PASSPHRASE_FILE no se puede leer (${keyPassphraseFile}).`,
        ca: `AMPARO_KEY_PASSPHRASE_FILE no es pot llegir (${keyPassphraseFile}).`,
      },
      {
        en: 'Name a file that this program may read, with the passphrase on its first line.',
        es: 'Indique un archivo que este programa pueda leer, con la frase en su primera línea.',
        ca: 'Indiqueu un fitxer que aquest programa pugui llegir, amb la frase a la primera línia.',
      },
      error,
    )
  }
}

const question = {
  en: 'Passphrase of the instance key: ',
  es: 'Frase de la clave de la instancia: ',
  ca: 'Frase de la clau de la instància: ',
} as const

/** What opens the instance key of this home, from the file or the terminal; null when it is not locked, or nobody can be asked. */
export async function keyPassphrase(config: Asked): Promise<string | null> {
  if (instanceKeyState(config.home) !== 'locked') return null
  return filedPassphrase(config) ?? (await askOnTerminal(question[config.language]))
}
