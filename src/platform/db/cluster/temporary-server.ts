import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#platform/config'
import { findBinaries } from './binaries.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { socketUrl } from './roles.ts'
import { chooseRunAs } from './run-as.ts'
import { initialise, type Server, start } from './server.ts'

/** A PostgreSQL for one run of the tests. */
export interface TemporaryServer {
  /** The superuser's address. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Makes and starts a PostgreSQL in a temporary folder, without durability; `stop` removes every trace of it. */
export async function temporaryServer(): Promise<TemporaryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-test-'))
  chmodSync(folder, 0o700)
  const binaries = findBinaries(projectRoot(), join(folder, 'lib'))
  const server: Server = {
    binaries,
    runAs: chooseRunAs(binaries, folder),
    data: join(folder, 'data'),
    socket: folder,
    log: join(folder, 'server.log'),
    durable: false,
  }
  initialise(server, 'test')
  await start(server)
  return {
    url: socketUrl(folder, 'test'),
    stop: async () => {
      const found = findPostmaster(server.data)
      if (found) await stopPostmaster(found, 5000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
