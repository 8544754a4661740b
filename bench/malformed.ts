// A thousand malformed requests to each address of the router, against the program in a home of its own. Prints a line an
// address and JSON at the end; ends with 1 on a 5xx, a fault in its log, an answer that does not come, or memory beyond the
// bound.
//   node bench/malformed.ts [--each 1000] [--only /workspace/record] [--seed 1977] [--most 700]
// --most: megabytes that the server may hold at any time.
import { readFileSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { createPerson, signIn } from '../tests/robustness/person.ts'
import { endPrograms, newHome, startProgram } from '../tests/robustness/program.ts'
import { oddRequest, requestOf } from '../tests/support/odd-requests.ts'
import { describeCause, memberOf, newMembers, withLogins } from './sample/crowd.ts'
import { load, timesOf } from './sample/measure.ts'

const { values: options } = parseArgs({
  options: {
    each: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1977' },
    most: { type: 'string', default: '700' },
  },
})
const atOnce = 8
const patienceMs = 30_000

/** The addresses as generated/permissions.md lists them, which a test holds to the router. */
const routes = [
  ...readFileSync(new URL('../generated/permissions.md', import.meta.url), 'utf8').matchAll(
    /^\| ([A-Z]+) \| `([^`]+)` \| (\w+) \|/gm,
  ),
].map(([, method = '', path = '', may = '']) => ({
  method: method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete',
  path,
  may,
  api: path.startsWith('/api/'),
}))

/** Resident megabytes of a process and of what it started but PostgreSQL. */
function megabytes(pid: number): number {
  const kilobytes = (one: number): number =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0)
  let sum = kilobytes(pid)
  for (const task of readdirSync(`/proc/${pid}/task`))
    for (const child of readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '))
      try {
        if (child && !readFileSync(`/proc/${child}/comm`, 'utf8').startsWith('postgres'))
          sum += kilobytes(Number(child))
      } catch {
        // It has ended meanwhile.
      }
  return Math.round(sum / 1024)
}

const wrong: string[] = []
const home = newHome()
try {
  const program = await startProgram(home)
  const path = await createPerson(await signIn(program), 'Dora')
  const id = path.split('/').at(-1) ?? ''
  const [account] = await newMembers(home, 1, 'administrator')
  if (!account) throw new Error('nobody to ask')
  const before = megabytes(program.pid)
  let highest = before
  let sent = 0
  const times: number[] = []
  const statuses = new Map<number, number>()
  for (const route of routes.filter((one) => one.path.startsWith(options.only))) {
    // Each address as somebody newly signed in: some of them end sessions.
    const member = await withLogins(home, (owner, app) => memberOf(owner, app, account))
    const token = member.cookie.replace('amparo=', '')
    const samples = fc.sample(oddRequest, { seed: Number(options.seed), numRuns: Number(options.each) })
    const wrongBefore = wrong.length
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let sample = samples.pop(); sample; sample = samples.pop()) {
          const { address, init } = requestOf(route, sample, {
            type: 'person',
            id,
            formToken: member.formToken,
          })
          const began = performance.now()
          try {
            const answer = await fetch(program.url + address, {
              ...init,
              redirect: 'manual',
              signal: AbortSignal.timeout(patienceMs),
              headers: {
                ...init.headers,
                ...(route.api
                  ? { authorization: `Bearer ${token}` }
                  : { cookie: member.cookie, origin: program.url }),
              },
            })
            await answer.arrayBuffer()
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
            if (answer.status >= 500)
              wrong.push(
                `${answer.status} ${route.method} ${address} ${sample.shape} ${JSON.stringify(sample.fields)}`,
              )
          } catch (error) {
            wrong.push(`${route.method} ${address} ${sample.shape}: ${String(error)} ${describeCause(error)}`)
          }
          sent += 1
          times.push(performance.now() - began)
        }
      }),
    )
    highest = Math.max(highest, megabytes(program.pid))
    console.error(
      `${route.method.toUpperCase()} ${route.path}: ${wrong.length - wrongBefore} wrong, ${megabytes(program.pid)} MB`,
    )
  }
  const faults = [...program.said().matchAll(/^fault .*$/gm)].map(([line]) => line)
  if (highest > Number(options.most)) wrong.push(`${highest} MB at the highest`)
  const alive = await fetch(`${program.url}/sign-in`)
  if (alive.status !== 200) wrong.push(`afterwards /sign-in is ${alive.status}`)
  program.interrupt()
  await program.ended
  console.log(
    JSON.stringify(
      {
        routes: routes.length,
        each: Number(options.each),
        sent,
        statuses: Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
        times: timesOf(times),
        megabytes: { before, highest },
        wrong: wrong.slice(0, 40),
        wrongInAll: wrong.length,
        faults: faults.slice(0, 20),
        loadAverage: load(),
      },
      null,
      2,
    ),
  )
  if (wrong.length + faults.length > 0) process.exitCode = 1
} finally {
  await endPrograms()
}
