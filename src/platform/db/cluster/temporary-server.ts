import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#platform/config'
import { findBinaries } from './binaries.ts'
import { withLock } from './lock.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { socketUrl } from './roles.ts'
import { chooseRunAs } from './run-as.ts'
import { initialise, type Server, start } from './server.ts'
import { isAlive } from './users.ts'

// A PostgreSQL for one run of the tests: without durability, in a temporary folder of this process's own.

const prefix = 'amparo-test-'
const password = 'test'

/** Makes the folder of a temporary server, and clears away those whose process did not live to do so itself. */
export async function temporaryServerFolder(): Promise<string> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const owner = join(folder, 'owner')
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8'))))
      await removeTemporaryServer(folder)
  }
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner'), String(process.pid))
  return folder
}

/**
 * The superuser's address of the server in `folder`, started by the first who asks, in whichever process; `prepare`
 * is run once, before anyone gets the address. With `outside`, the superuser's address of a server that somebody else
 * runs, only `prepare` is run.
 */
export async function temporaryServer(
  folder: string,
  prepare: (url: string) => Promise<void>,
  outside?: string,
): Promise<string> {
  const url = outside ?? socketUrl(folder, password)
  const prepared = join(folder, 'prepared')
  await withLock(join(folder, 'lock.sqlite'), async () => {
    if (existsSync(prepared)) return
    if (!outside) await startIn(folder)
    await prepare(url)
    writeFileSync(prepared, '')
  })
  return url
}

async function startIn(folder: string): Promise<void> {
  const binaries = findBinaries(projectRoot(), join(folder, 'lib'))
  const data = join(folder, 'data')
  const runAs = chooseRunAs(binaries, folder)
  const server: Server = {
    binaries,
    runAs,
    data,
    socket: folder,
    log: join(folder, 'server.log'),
    durable: false,
  }
  if (!existsSync(data)) initialise(server, password)
  if (!findPostmaster(data)) await start(server)
}

/** Stops the server of `folder`, if it was ever started, and removes every trace of it. */
export async function removeTemporaryServer(folder: string): Promise<void> {
  const found = findPostmaster(join(folder, 'data'))
  if (found) await stopPostmaster(found, 5000)
  rmSync(folder, { recursive: true, force: true })
}
