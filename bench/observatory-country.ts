// The page of every state with everything imported: wall time of one request after another, and the processor time of the
// server and of its database for each. Imports ../shared/data once into the bench home. Prints JSON.
//   AMPARO_HOME=/tmp/bench-observatory node bench/observatory-country.ts [--rounds 2] [--state ARG]
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { polities } from '#catalogue/polities'
import { loadConfig, projectRoot } from '#platform/config'
import { beginSession, issueSignInLink } from '#platform/identity'
import { openBench } from './sample/house.ts'
import { load, timesOf } from './sample/measure.ts'

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '2' }, state: { type: 'string' } },
})
const data = join(projectRoot(), '../shared/data')
if (!existsSync(data)) throw new Error('the reference data (../shared/data) are not here')
const port = 20_000 + (process.pid % 20_000)
const site = `http://localhost:${port}`
const members = polities.filter(({ un }) => un.some(([, to]) => to === null)).map(({ code }) => code)
const codes = options.state === undefined ? members : [options.state]

const house = await openBench()
const { rows } = await house.owner
  .selectFrom('observatory_file' as never)
  .selectAll()
  .execute()
  .then((found) => ({ rows: found.length }))
if (rows === 0)
  for (const folder of ['votes', 'upr', 'indices', 'treaties'])
    execFileSync('./amparo', ['observatory', 'import-all', join(data, folder), '--org', 'bench'], {
      cwd: projectRoot(),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
const link = await issueSignInLink(house.owner, house.reader)
const cookie = `amparo=${await beginSession(house.app, link.split('/').at(-1) ?? '')}`

/** Processor time of a process and what it waited for, in milliseconds (Linux, 100 ticks a second). */
function cpuOf(pid: number): { readonly own: number; readonly parent: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { own: (Number(fields[11]) + Number(fields[12])) * 10, parent: Number(fields[1]) }
}

/** The database's processes, all together; null where it is not the private one. */
function databaseCpu(): number | null {
  const file = join(loadConfig().home, 'postgres/data/postmaster.pid')
  if (!existsSync(file)) return null
  const postmaster = databaseProcess()
  let sum = 0
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const { own, parent } = cpuOf(Number(name))
      if (parent === postmaster || Number(name) === postmaster) sum += own
    } catch {
      // It ended while we looked.
    }
  return sum
}

/** The postmaster as this machine numbers it: its own file may number it otherwise. */
function databaseProcess(): number {
  const folder = join(loadConfig().home, 'postgres/data')
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      if (words[0]?.endsWith('postgres') && words.includes(folder)) return Number(name)
    } catch {
      // It ended while we looked.
    }
  return Number.NaN
}

const server = spawn('./amparo', ['serve'], {
  cwd: projectRoot(),
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  for (let tries = 0; ; tries++) {
    if (server.exitCode !== null || tries > 900) throw new Error('The server did not start.')
    const answer = await fetch(`${site}/workspace`, { headers: { cookie }, redirect: 'manual' }).catch(
      () => null,
    )
    if (answer?.status === 200) break
    await wait(200)
  }
  const ask = async (code: string): Promise<number> => {
    const answer = await fetch(`${site}/workspace/observatory/states/${code}`, { headers: { cookie } })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${code}: ${answer.status}`)
    return text.length
  }
  for (const code of codes.slice(0, 20)) await ask(code)
  const walls: { readonly code: string; readonly ms: number; readonly bytes: number }[] = []
  const pid = server.pid ?? 0
  const before = { server: cpuOf(pid).own, database: databaseCpu() }
  for (let round = 0; round < Number(options.rounds); round++)
    for (const code of codes) {
      const began = performance.now()
      const bytes = await ask(code)
      walls.push({ code, ms: performance.now() - began, bytes })
    }
  const after = { server: cpuOf(pid).own, database: databaseCpu() }
  const each = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.round(((to - from) / walls.length) * 10) / 10
  console.log(
    JSON.stringify(
      {
        pages: walls.length,
        wall: timesOf(walls.map(({ ms }) => ms)),
        cpuOfServerEach: each(before.server, after.server),
        cpuOfDatabaseEach: each(before.database, after.database),
        slowest: walls
          .toSorted((a, b) => b.ms - a.ms)
          .slice(0, 5)
          .map(({ code, ms }) => `${code} ${Math.round(ms)}`),
        kilobytes: Math.round(Math.max(...walls.map(({ bytes }) => bytes)) / 1000),
        loadAverage: load(),
      },
      null,
      2,
    ),
  )
} finally {
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
  await house.close()
}
