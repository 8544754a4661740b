// Pages of the workspace through HTTP at 16 clients, on the records that bench/generate.ts loaded. Prints JSON.
//   AMPARO_HOME=/tmp/bench node bench/http.ts [--seconds 20]
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { projectRoot } from '#platform/config'
import { beginSession, issueSignInLink } from '#platform/identity'
import { openBench } from './sample/house.ts'
import { load } from './sample/measure.ts'
import { planted } from './sample/records.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } })
const port = 20_000 + (process.pid % 20_000)
const site = `http://localhost:${port}`

const pages = [
  ['list of everyone', '/workspace/records/person'],
  [
    'list of a country, right and role',
    '/workspace/records/person?f.country=NI&f.rights=women&f.roles=defender',
  ],
  ['search', '/workspace/records/person?q=zubizarretagoitia'],
  ['record with 1,000 links to others and 1,000 from others', `/workspace/record/${planted.hubId}`],
] as const

const house = await openBench()
const link = await issueSignInLink(house.owner, house.reader)
const token = await beginSession(house.app, link.split('/').at(-1) ?? '')
const cookie = `amparo=${token}`
const server = spawn('./amparo', ['serve'], {
  cwd: projectRoot(),
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  for (let tries = 0; ; tries++) {
    if (server.exitCode !== null || tries > 600) throw new Error('The server did not start.')
    const answer = await fetch(`${site}/workspace`, { headers: { cookie }, redirect: 'manual' }).catch(
      () => null,
    )
    if (answer?.status === 200) break
    await wait(200)
  }
  const figures = pages.map(([name, path]) => {
    const out = execFileSync(
      join('node_modules', '.bin', 'autocannon'),
      [
        '--json',
        '--no-progress',
        '-c',
        '16',
        '-d',
        options.seconds,
        '-t',
        '60',
        '-H',
        `cookie=${cookie}`,
        site + path,
      ],
      { cwd: projectRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 },
    )
    const run = JSON.parse(out) as {
      readonly requests: { readonly average: number; readonly total: number }
      readonly latency: { readonly p50: number; readonly p97_5: number }
      readonly errors: number
      readonly non2xx: number
    }
    if (run.errors > 0 || run.non2xx > 0)
      throw new Error(`${path}: ${run.errors} errors, ${run.non2xx} refusals`)
    return {
      name,
      clients: 16,
      perSecond: run.requests.average,
      p50: run.latency.p50,
      p97: run.latency.p97_5,
      loadAverage: load(),
    }
  })
  console.log(JSON.stringify({ figures }, null, 2))
} finally {
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
  await house.close()
}
