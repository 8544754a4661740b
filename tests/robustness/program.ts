import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '#platform/config'

/** The program as a person starts it: `./amparo serve`, in a process group of its own as a terminal would give it. */
export interface Program {
  readonly home: string
  readonly url: string
  readonly pid: number
  /** The address that signs the first administrator in, once. */
  readonly signInUrl: string
  /** Milliseconds from the start of the process to the line with the address. */
  readonly startedIn: number
  /** All that it has written so far, both streams. */
  readonly said: () => string
  readonly ended: Promise<Ended>
  /** To the process alone. */
  readonly kill: (signal: NodeJS.Signals) => void
  /** To the whole group, as the terminal does with Ctrl-C. */
  readonly interrupt: () => void
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

type Environment = Readonly<Record<string, string>>

const root = projectRoot()

/** Only what a shell has: what the test runner puts into its environment would change the program. */
const environment = (home: string, more: Environment = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '/',
  TMPDIR: tmpdir(),
  LANG: 'en_GB.UTF-8',
  AMPARO_HOME: home,
  PORT: '0',
  ...more,
})

const homes: string[] = []
const running = new Set<ChildProcess>()
/** Those that a test has told to end. */
const asked = new WeakSet<ChildProcess>()

/** A folder for data, gone when `endPrograms` is called. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'amparo-robust-'))
  homes.push(home)
  return home
}

/** Starts the program and waits until it has said where it listens. Fails with all it said when it ends before. */
export async function startProgram(
  home: string,
  more: { readonly env?: Environment; readonly args?: readonly string[] } = {},
): Promise<Program> {
  const began = performance.now()
  const child = spawn(join(root, 'amparo'), ['serve', ...(more.args ?? [])], {
    env: environment(home, more.env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  let over = false
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<Ended>((resolve) => {
    child.once('exit', (code, signal) => {
      over = true
      running.delete(child)
      if (!asked.has(child)) console.error(`the program ended by itself (${signal ?? code}):\n${said}`)
      resolve({ code, signal })
    })
  })
  const { pid } = child
  if (pid === undefined) throw new Error('the program could not be started')
  for (const deadline = Date.now() + 120_000; ; await wait(10)) {
    const found = /Signs in once: .*\n\s+(?<signInUrl>(?<url>http:\/\/[^/\s]+)\S*)/.exec(said)?.groups
    if (found?.['url'] && found['signInUrl'] && /stops it/.test(said))
      return {
        home,
        url: found['url'],
        signInUrl: found['signInUrl'],
        pid,
        startedIn: performance.now() - began,
        said: () => said,
        ended,
        kill: (signal) => {
          asked.add(child)
          process.kill(pid, signal)
        },
        interrupt: () => {
          asked.add(child)
          process.kill(-pid, 'SIGINT')
        },
      }
    if (over || Date.now() > deadline) throw new Error(`the program did not start:\n${said}`)
  }
}

/** What a command said and how it ended. */
export interface CommandEnd extends Ended {
  readonly stdout: string
  readonly stderr: string
}

/** Runs `./amparo …` to its end. */
export async function runCommand(
  home: string,
  args: readonly string[],
  env: Environment = {},
): Promise<CommandEnd> {
  const child = spawn(join(root, 'amparo'), args, {
    env: environment(home, env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = await new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  running.delete(child)
  return { ...ended, stdout, stderr }
}

const signalNewest = (signal: NodeJS.Signals): void => {
  const newest = [...running].at(-1)
  if (newest?.pid === undefined) return
  asked.add(newest)
  process.kill(-newest.pid, signal)
}

/** Ctrl-C in the terminal of the program or command that was started last, though it may not have come up yet. */
export const interruptNewest = (): void => signalNewest('SIGINT')

/** `kill -9` to the program or command that was started last. */
export const killNewest = (): void => signalNewest('SIGKILL')

/** Ends what a failed test has left, and removes every home; `before` is called when its PostgreSQL has stopped. */
export async function endPrograms(before: () => void | Promise<void> = () => undefined): Promise<void> {
  for (const child of running) {
    asked.add(child)
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  running.clear()
  for (const home of homes.splice(0)) {
    // Whatever PostgreSQL is left has no user any more.
    await runCommand(home, ['cluster', 'stop'])
    await before()
    rmSync(home, { recursive: true, force: true })
  }
}

/** The files that lie in the scratch folder, by their paths in it. A running program keeps an empty folder of its own. */
export function scratchFiles(home: string): readonly string[] {
  const folder = join(home, 'scratch')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** Waits until `look` gives something; fails with `what` when it does not. Patient: machines are shared. */
export async function eventually<Result>(
  what: string,
  look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false,
  patienceMs = 90_000,
): Promise<Result> {
  for (const deadline = Date.now() + patienceMs; ; await wait(50)) {
    const found = await look()
    if (found !== null && found !== undefined && found !== false) return found
    if (Date.now() > deadline) throw new Error(`not in ${patienceMs} ms: ${what}`)
  }
}
