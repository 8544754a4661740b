// My day and the team's week, whole pages, on 10,000 cases with 50,000 tasks: at one client and at four. Prints JSON.
//   AMPARO_HOME=/tmp/bench-work node bench/casework.ts [--times 60]
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { projectRoot } from '#platform/config'
import { beginSession, issueSignInLink } from '#platform/identity'
import { loadWork, work, workPerson, workTeam } from '../tests/load/load-work.ts'
import { openBench } from './sample/house.ts'
import { load } from './sample/measure.ts'

const { values: options } = parseArgs({ options: { times: { type: 'string', default: '60' } } })
const times = Number(options.times)
const port = 20_000 + (process.pid % 20_000)
const site = `http://localhost:${port}`

const house = await openBench()
const { orgId } = house.reader
const there = await house.owner
  .selectFrom('record')
  .select('id')
  .where('org_id', '=', orgId)
  .where('type', '=', 'task')
  .limit(1)
  .execute()
if (there.length === 0) {
  const client = new Client({ connectionString: house.urls.owner })
  await client.connect()
  await loadWork(client, orgId)
  await client.end()
}
const cookies = await Promise.all(
  [1, 2, 3, 4].map(async (n) => {
    const link = await issueSignInLink(house.owner, { orgId, accountId: workPerson(n) })
    return `amparo=${await beginSession(house.app, link.split('/').at(-1) ?? '')}`
  }),
)
// A person is of the team after their own number, and each sees their own.
const pages = [
  ['my day', () => '/workspace/day'],
  ['my day, a month ahead', () => '/workspace/day?until=month'],
  ["the team's week", (n: number) => `/workspace/week?team=${workTeam(1 + (n % work.teams))}`],
  [
    'one person of the team',
    (n: number) => `/workspace/week?team=${workTeam(1 + (n % work.teams))}&person=${workPerson(n)}`,
  ],
  ['asked, unanswered: all', () => '/workspace/answers?whose=all'],
] as const
const server = spawn('./amparo', ['serve'], {
  cwd: projectRoot(),
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
})

/** Milliseconds of one page, wholly read. */
async function ask(path: string, cookie: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(site + path, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes('</html>')) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - begun
}

const quantile = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10

try {
  for (let tries = 0; ; tries++) {
    if (server.exitCode !== null || tries > 600) throw new Error('The server did not start.')
    if (
      await fetch(`${site}/workspace/me`, { headers: { cookie: cookies[0] ?? '' } }).then(
        (r) => r.ok,
        () => false,
      )
    )
      break
    await wait(200)
  }
  const figures = []
  for (const clients of [1, 4])
    for (const [name, path] of pages) {
      const one = async (n: number) => {
        const taken: number[] = []
        for (let i = 0; i < times + 5; i++) {
          const took = await ask(path(n), cookies[n - 1] ?? '')
          if (i >= 5) taken.push(took)
        }
        return taken
      }
      const all = (await Promise.all(Array.from({ length: clients }, (_, i) => one(i + 1))))
        .flat()
        .sort((a, b) => a - b)
      figures.push({ name, clients, p50: quantile(all, 0.5), p95: quantile(all, 0.95), loadAverage: load() })
    }
  console.log(JSON.stringify({ ...work, figures }, null, 2))
} finally {
  server.kill('SIGTERM')
  await house.close()
}
