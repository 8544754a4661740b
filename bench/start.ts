// From an installed checkout to a demonstration that one can sign in to, the second start, and the memory of the
// server at rest. Prints JSON.
//   node bench/start.ts [--rest 60]
// Works on a copy of what is committed, so that the building of the program is in the first figure; the packages are
// those of this checkout. Everything is removed at the end.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { projectRoot } from '#platform/config'
import { load } from './sample/measure.ts'

const { values: options } = parseArgs({ options: { rest: { type: 'string', default: '60' } } })
const port = 20_000 + (process.pid % 20_000)

/** A copy of what is committed, with this checkout's packages. */
function copyProject(folder: string): void {
  mkdirSync(folder)
  const files = execFileSync('git', ['archive', 'HEAD'], { cwd: projectRoot(), maxBuffer: 1 << 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: files })
  symlinkSync(join(projectRoot(), 'node_modules'), join(folder, 'node_modules'))
}

/** Starts the demonstration; the seconds until it says how to sign in and answers. */
async function start(project: string, home: string): Promise<{ server: ChildProcess; seconds: number }> {
  const began = performance.now()
  const env = { ...process.env, AMPARO_HOME: home, PORT: String(port) }
  const server = spawn('./amparo', ['serve', '--demo'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  server.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  while (!said.includes('/sign-in/')) {
    if (server.exitCode !== null) throw new Error('The server ended before it was ready.')
    await wait(20)
  }
  const answer = await fetch(`http://localhost:${port}/`)
  if (answer.status >= 500) throw new Error(`The server answers ${answer.status}.`)
  return { server, seconds: (performance.now() - began) / 1000 }
}

async function stop(server: ChildProcess): Promise<number> {
  const began = performance.now()
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
  return (performance.now() - began) / 1000
}

interface Process {
  readonly pid: number
  readonly program: string
  readonly megabytes: number
}

/** The process and its descendants: program and resident memory. Linux only. */
function processesOf(root: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        const number = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
        const program = readlinkSync(`/proc/${name}/exe`)
        return [
          {
            pid: Number(name),
            parent: number('PPid'),
            program,
            megabytes: Math.round(number('VmRSS') / 1024),
          },
        ]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
  const below = (pid: number): typeof all =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)])
  return [...all.filter(({ pid }) => pid === root), ...below(root)]
}

const folder = mkdtempSync(join(tmpdir(), 'amparo-bench-'))
let running: ChildProcess | undefined
try {
  const project = join(folder, 'project')
  const home = join(folder, 'home')
  copyProject(project)
  const loadBefore = load()
  const first = await start(project, home)
  running = first.server
  await wait(Number(options.rest) * 1000)
  const processes = processesOf(first.server.pid ?? 0).filter(({ program }) => !program.endsWith('/postgres'))
  const stopSeconds = await stop(first.server)
  const second = await start(project, home)
  running = second.server
  await stop(second.server)
  running = undefined
  console.log(
    JSON.stringify(
      {
        firstStartSeconds: Math.round(first.seconds * 10) / 10,
        secondStartSeconds: Math.round(second.seconds * 10) / 10,
        stopSeconds: Math.round(stopSeconds * 10) / 10,
        restSeconds: Number(options.rest),
        memoryMegabytes: processes.reduce((sum, { megabytes }) => sum + megabytes, 0),
        processes: processes.length,
        loadAverage: { before: loadBefore, after: load() },
      },
      null,
      2,
    ),
  )
} finally {
  if (running && running.exitCode === null) await stop(running)
  rmSync(folder, { recursive: true, force: true })
}
