import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment, StartProblem } from '#platform/config'
import type { Binaries } from './binaries.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'
import { commandAs, fileOwner, type RunAs } from './run-as.ts'
import { serverSettings } from './settings.ts'

/** All that is needed to make and start one PostgreSQL. */
export interface Server {
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly data: string
  readonly socket: string
  readonly log: string
  /** `false` only for tests: faster, and lost when the machine stops. */
  readonly durable: boolean
}

const environmentOf = (server: Server) => childEnvironment({ LC_ALL: 'C', ...server.binaries.environment })

/** initdb: UTF-8, C collation, every connection by password. Made aside and renamed, so that half a cluster is none. */
export function initialise(server: Server, superuserPassword: string): void {
  const folder = dirname(server.data)
  const unfinished = `${server.data}.new`
  const passwordFile = join(folder, 'password.tmp')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(unfinished, { recursive: true, force: true })
  try {
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
    giveTo(server, folder, passwordFile)
    const [command, args] = commandAs(server.runAs, join(server.binaries.native, 'bin', 'initdb'), [
      `--pgdata=${unfinished}`,
      '--encoding=UTF8',
      '--locale=C',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...(server.durable ? [] : ['--no-sync']),
    ])
    const done = spawnSync(command, args, { env: environmentOf(server), cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) throw failed(server, `initdb: ${(done.stderr || String(done.error ?? '')).trim()}`)
    renameSync(unfinished, server.data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * Starts PostgreSQL in a session of its own (Ctrl-C in a terminal does not reach it) and waits until it accepts
 * connections; recovery after a crash is part of the wait. A `StartProblem` holds the last lines of the log.
 */
export async function start(server: Server, patienceMs = 300_000): Promise<Postmaster> {
  const settings = join(server.data, 'postgresql.conf')
  writeFileSync(settings, serverSettings(server), { mode: 0o600 })
  giveTo(server, settings, server.socket)
  const deadline = Date.now() + patienceMs
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await startOnce(server, deadline)
    if (typeof outcome !== 'string') return outcome
    // The processes of a server that was killed need a moment to notice; until then they hold its memory.
    if (
      attempt > 40 ||
      !/pre-existing shared memory|postmaster\.pid" already exists|lock file ".*" already/.test(outcome)
    ) {
      throw failed(server, outcome)
    }
    await wait(250)
  }
}

/** One attempt: the running server, or what it said before it ended. */
async function startOnce(server: Server, deadline: number): Promise<Postmaster | string> {
  if (existsSync(server.log) && statSync(server.log).size > 5_000_000)
    renameSync(server.log, `${server.log}.1`)
  const log = openSync(server.log, 'a+', 0o600)
  const before = fstatSync(log).size
  try {
    const [command, args] = commandAs(server.runAs, join(server.binaries.native, 'bin', 'postgres'), [
      '-D',
      server.data,
    ])
    const child = spawn(command, args, {
      env: environmentOf(server),
      cwd: dirname(server.data),
      detached: true,
      stdio: ['ignore', log, log],
    })
    const end: { said: string | null } = { said: null }
    child.once('error', (error) => {
      end.said = String(error)
    })
    child.once('exit', (code, signal) => {
      end.said = `postgres ended (${signal ?? code})`
    })
    child.unref()
    while (Date.now() < deadline) {
      await wait(10)
      if (end.said !== null) return `${end.said}: ${readFrom(log, before)}`
      const found = findPostmaster(server.data)
      if (found?.ready && found.pid === child.pid) return found
    }
    return `not ready in time: ${readFrom(log, before)}`
  } finally {
    closeSync(log)
  }
}

function readFrom(log: number, position: number): string {
  const buffer = Buffer.alloc(Math.max(0, Math.min(4000, fstatSync(log).size - position)))
  readSync(log, buffer, 0, buffer.length, position)
  return buffer.toString('utf8').trim()
}

function giveTo(server: Server, ...paths: readonly string[]): void {
  if (server.runAs.kind !== 'other-user') return
  for (const path of paths) chownSync(path, fileOwner(server.runAs), server.runAs.gid)
}

const failed = (server: Server, said: string) =>
  new StartProblem(
    'cluster',
    {
      en: `The private database did not start. It said: ${said}`,
      es: `La base de datos privada no arrancó. Dijo: ${said}`,
      ca: `La base de dades privada no s'ha engegat. Ha dit: ${said}`,
    },
    {
      en: `The whole log is in ${server.log}; "amparo doctor" checks the usual causes (disk full, owner of the folder).`,
      es: `El registro completo está en ${server.log}; "amparo doctor" revisa las causas usuales (disco lleno, dueño de la carpeta).`,
      ca: `El registre complet és a ${server.log}; "amparo doctor" revisa les causes habituals (disc ple, propietari de la carpeta).`,
    },
  )
