import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { databaseUrls } from './database-urls.ts'
import { type MailSettings, parseMailSettings } from './mail-settings.ts'
import { parseOrigins } from './origins.ts'
import { projectRoot } from './project-root.ts'
import { StartProblem } from './start-problem.ts'

/** What `process.env` is to us: names to values, nothing more. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The language of the terminal. */
export type ConfigLanguage = 'en' | 'es' | 'ca'

/** The three logins (architecture, "Access"): owner migrates, app serves the workspace, public reads publications. */
export interface DatabaseUrls {
  readonly owner: string
  readonly app: string
  readonly public: string
}

/** Everything that the surroundings decide. Plain data: whoever needs a part of it is handed that part. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path of the folder for data, keys and the private database. May not exist yet. */
  readonly home: string
  readonly root: string
  /** `null`: the private cluster under `home`. */
  readonly database: DatabaseUrls | null
  /** Public origins, as `URL.origin` writes them; the first is used for links. Empty: only this machine. */
  readonly origins: readonly string[]
  /** Reserved for an S3-compatible store; `null`: files on disk under `home`. */
  readonly filesUrl: string | null
  /** Where the daily backups go; `null`: `backups` under `home`. */
  readonly backupFolder: string | null
  /** By which server mail goes out; `null`: it waits for the administrator. */
  readonly mail: MailSettings | null
  /** Where short-lived private folders go (sockets); `null`: the system's temporary folder. */
  readonly runtimeFolder: string | null
  /** A file with the passphrase that opens a locked instance key; `null`: it is asked for on the terminal. */
  readonly keyPassphraseFile: string | null
  readonly language: ConfigLanguage
}

/** The options of every command that this room answers for; the rest of the line is not its business. */
const commandLineOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  home: { type: 'string' },
} as const

/**
 * Reads the environment (and `--port`, `--host`, `--home` from `argv`, which win). The only reader of
 * `process.env` in the project. Throws a `StartProblem` of code `config` that names the variable and the remedy.
 */
export function loadConfig(env: Environment = process.env, argv: readonly string[] = []): Config {
  const { values } = parseArgs({
    args: [...argv],
    options: commandLineOptions,
    strict: false,
    allowPositionals: true,
  })
  const option = (name: keyof typeof commandLineOptions, variable: string): string | undefined => {
    const given = values[name]
    return typeof given === 'string' ? given : env[variable] || undefined
  }
  const root = projectRoot()
  return {
    port: parsePort(option('port', 'PORT')),
    host: parseHost(option('host', 'HOST')),
    home: resolve(option('home', 'AMPARO_HOME') ?? `${root}/.amparo`),
    root,
    database: databaseUrls(env),
    origins: parseOrigins(env['AMPARO_ORIGINS']),
    filesUrl: parseFilesUrl(env['FILES_URL']),
    backupFolder: env['AMPARO_BACKUP_DIR'] ? resolve(env['AMPARO_BACKUP_DIR']) : null,
    mail: parseMailSettings(env),
    runtimeFolder: env['XDG_RUNTIME_DIR'] || null,
    keyPassphraseFile: env['AMPARO_KEY_PASSPHRASE_FILE'] ? resolve(env['AMPARO_KEY_PASSPHRASE_FILE']) : null,
    language: terminalLanguage(env),
  }
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return 4747
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65535) return port
  throw new StartProblem(
    'config',
    {
      en: `PORT is "${text}", which is not a port.`,
      es: `PORT es "${text}", que no es un puerto.`,
      ca: `PORT és "${text}", que no és un port.`,
    },
    {
      en: 'Give a whole number from 1 to 65535, for instance PORT=4747 (0 takes any free port).',
      es: 'Indique un número entero de 1 a 65535, por ejemplo PORT=4747 (0 toma cualquier puerto libre).',
      ca: 'Indiqueu un nombre enter de 1 a 65535, per exemple PORT=4747 (0 pren qualsevol port lliure).',
    },
  )
}

function parseHost(text: string | undefined): string {
  if (text === undefined) return 'localhost'
  if (/^[A-Za-z0-9.:_-]+$/.test(text)) return text
  throw new StartProblem(
    'config',
    {
      en: `HOST is "${text}", which is not a host name or an address.`,
      es: `HOST es "${text}", que no es un nombre de máquina ni una dirección.`,
      ca: `HOST és "${text}", que no és un nom de màquina ni una adreça.`,
    },
    {
      en: 'Give only the name or the address, without http:// and without a port: HOST=localhost.',
      es: 'Indique solo el nombre o la dirección, sin http:// y sin puerto: HOST=localhost.',
      ca: "Indiqueu només el nom o l'adreça, sense http:// i sense port: HOST=localhost.",
    },
  )
}

function parseFilesUrl(text: string | undefined): string | null {
  if (!text) return null
  if (/^(s3|https?):$/.test(URL.parse(text)?.protocol ?? '')) return text
  throw new StartProblem(
    'config',
    {
      en: 'FILES_URL is not the address of a file store.',
      es: 'FILES_URL no es la dirección de un almacén de archivos.',
      ca: "FILES_URL no és l'adreça d'un magatzem de fitxers.",
    },
    {
      en: 'Give an s3:// or https:// address, or leave it out to keep files on this disk.',
      es: 'Indique una dirección s3:// o https://, o quite la variable para guardar los archivos en este disco.',
      ca: 'Indiqueu una adreça s3:// o https://, o traieu la variable per desar els fitxers en aquest disc.',
    },
  )
}

/** The language that the surroundings ask for; English when it is none of ours. */
export function terminalLanguage(env: Environment = process.env): ConfigLanguage {
  const tag = (env['AMPARO_LANGUAGE'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').slice(
    0,
    2,
  )
  return tag === 'es' || tag === 'ca' ? tag : 'en'
}
