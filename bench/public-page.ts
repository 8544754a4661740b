// Requests a second of the public site, in one server process with its database behind it, and prints JSON.
//   node bench/public-page.ts [--people 70] [--seconds 6]
// Self-contained: a home of its own under the system's temporary folder, removed at the end. The server is held on
// one core; the database and the load share the others.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { countries } from '#catalogue/countries'
import { rights } from '#catalogue/rights'
import { loadConfig } from '#platform/config'
import { connect, migrate, newId } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import type { PublicKind } from '#platform/house'
import { createOrganisation } from '#platform/identity'
import { insertRecords, withRequest } from '#platform/records'
import { choicesOf, projectDefender } from '../src/modules/publishing/defenders/projection.ts'
import { publishSeveral } from '../src/modules/publishing/actions/publish-several.ts'
import { person } from '../src/modules/registry/records/person.ts'
import { schema } from './sample/schema.ts'

const { values: options } = parseArgs({
  options: { people: { type: 'string', default: '70' }, seconds: { type: 'string', default: '6' } },
})
const people = Number(options.people)
const seconds = Number(options.seconds)
const port = 20_000 + (process.pid % 20_000)
const site = `http://localhost:${port}/site/bench`

const names = ['Ixchel Ramos Tum', 'ليلى الناصري', 'Ламара Цхадая', 'Ngozi Adébáyọ̀', 'Joaquín Beltrán']

/** As the house has them, without the pages: nothing is shown here. */
const defenders = {
  kind: 'defender',
  recordType: 'person',
  choices: (_tx: unknown, record: Parameters<typeof choicesOf>[0]) => choicesOf(record),
  project: projectDefender,
} as unknown as PublicKind

/** A made-up defender of one or two of 36 countries and three rights, public at a source. */
const samplePerson = (i: number) => ({
  id: newId(),
  type: person,
  visibility: 'internal' as const,
  values: {
    name: { full: `${names[i % names.length]} ${i}` },
    roles: ['defender'],
    country: [...new Set([(i * 7) % 36, (i * 5) % 36].map((n) => countries[n]?.code))],
    rights: [0, 1, 2].map((n) => rights[(i * 3 + n) % rights.length]?.code),
    biography: { en: 'A paragraph of plain words. '.repeat(40), es: 'Un párrafo de palabras. '.repeat(40) },
    public_basis: 'public_at_source',
    public_source_url: 'https://example.org/directory',
  },
})

/** Fills an organisation through the product's own actions; gives the address of one profile. */
async function fill(urls: { readonly owner: string; readonly app: string; readonly public: string }) {
  const [owner, app, everyone] = [connect(urls.owner), connect(urls.app), connect(urls.public)]
  try {
    const organisation = { slug: 'bench', name: { en: 'Bench' }, administrator: 'Bench' }
    const { orgId, administratorId } = await createOrganisation(owner, organisation)
    // Publishing is not what is measured: an organisation of one person, which says so.
    await owner
      .updateTable('org')
      .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
      .where('id', '=', orgId)
      .execute()
    const actor = {
      orgId,
      orgSlug: 'bench',
      accountId: administratorId,
      name: 'Bench',
      role: 'administrator',
      language: 'en',
    } as const
    const records = Array.from({ length: people }, (_, i) => samplePerson(i))
    for (let at = 0; at < records.length; at += 200)
      await withRequest({ db: app, shipped: schema }, actor, async (tx) => {
        const some = records.slice(at, at + 200)
        await insertRecords(tx, some)
        await publishSeveral(tx, defenders, {
          records: some.map(({ id }) => ({ recordId: id, version: 1 })),
          choice: ['country', 'rights', 'biography', 'public_source_url'],
        })
      })
    const { slug } = await everyone
      .selectFrom('publication')
      .select('slug')
      .orderBy('sort_key')
      .executeTakeFirstOrThrow()
    return slug
  } finally {
    await Promise.all([owner.destroy(), app.destroy(), everyone.destroy()])
  }
}

const hasTaskset = (): boolean => ['/usr/bin/taskset', '/bin/taskset'].some((path) => existsSync(path))

/** The server as it is run, on core 0 where the machine can say so. */
async function startServer(home: string): Promise<ChildProcess> {
  const command = [...(hasTaskset() ? ['taskset', '-c', '0'] : []), './amparo', 'serve']
  const env = { ...process.env, AMPARO_HOME: home, PORT: String(port) }
  const server = spawn(command[0] ?? '', command.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error('The server ended before it answered.')
    const up = await fetch(`${site}/en`).catch(() => null)
    if (up?.ok) return server
    await wait(200)
  }
  throw new Error('The server did not answer within a minute.')
}

/** Seconds of processor that the process has used so far; not a number where the system does not say. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/**
 * One address asked for by 20 connections: requests a second as they came, which says as much of what else the
 * machine was doing, and requests for each second of processor that the server itself used, which does not.
 */
async function measure(url: string, { variants = [''], answer = 200 }: Asked = {}) {
  // The connection of the last measurement has been closed meanwhile: ask twice before giving up.
  const page = async (address: string) => (await fetch(address).catch(() => fetch(address))).text()
  const pages = await Promise.all(variants.map((variant) => page(url + variant)))
  const before = processorSeconds(server?.pid)
  const times = Math.max(1, Math.round(seconds / variants.length))
  const runs = variants.map((variant) => {
    const out = execFileSync(
      join('node_modules', '.bin', 'autocannon'),
      ['--json', '--no-progress', '-c', '20', '-d', String(times), url + variant],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 },
    )
    return JSON.parse(out) as {
      readonly requests: { readonly average: number; readonly total: number }
      readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>
      readonly latency: { readonly p50: number; readonly p99: number }
      readonly errors: number
    }
  })
  const total = runs.reduce((sum, run) => sum + run.requests.total, 0)
  const right = runs.reduce((sum, run) => sum + (run.statusCodeStats[answer]?.count ?? 0), 0)
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    Math.round(runs.reduce((sum, run) => sum + of(run), 0) / runs.length)
  return {
    requestsPerSecond: mean((run) => run.requests.average),
    requestsPerServerSecond: Math.round(total / (processorSeconds(server?.pid) - before)),
    p50ms: mean((run) => run.latency.p50),
    p99ms: mean((run) => run.latency.p99),
    failed: total - right + runs.reduce((sum, run) => sum + run.errors, 0),
    bytes: Math.max(...pages.map((page) => Buffer.byteLength(page))),
  }
}

interface Asked {
  readonly variants?: readonly string[]
  /** The status that is right. */
  readonly answer?: number
}

/**
 * A profile withdrawn while forty connections ask for it: every request that begins after the withdrawal committed is
 * looked at. `served` has to be 0.
 */
async function withdrawUnderLoad(ownerUrl: string, slug: string) {
  const owner = connect(ownerUrl)
  const paths = [
    `/en/defenders/${slug}`,
    '/en/defenders',
    '/en/feed.atom',
    '/en/data/defenders/defenders.json',
  ]
  let committed = false
  let [asked, served] = [0, 0]
  const reader = async (n: number) => {
    for (let [i, after] = [n, 0]; after < 40; i++) {
      const late = committed
      // As above: a connection that the server has closed meanwhile is opened anew.
      const address = site + paths[i % paths.length]
      const body = await (await fetch(address).catch(() => fetch(address))).text()
      if (!late) continue
      after++
      asked++
      if (body.includes(slug)) served++
    }
  }
  try {
    const withdrawing = wait(1500)
      .then(() => owner.deleteFrom('publication').where('slug', '=', slug).execute())
      .then(() => {
        committed = true
      })
    await Promise.all([withdrawing, ...Array.from({ length: 40 }, (_, n) => reader(n))])
    return { asked, served }
  } finally {
    await owner.destroy()
  }
}

const home = mkdtempSync(join(tmpdir(), 'amparo-bench-'))
let cluster: Awaited<ReturnType<typeof acquireCluster>> | undefined
let server: ChildProcess | undefined
try {
  cluster = await acquireCluster(loadConfig({ ...process.env, AMPARO_HOME: home }))
  await migrate(cluster.urls.owner)
  const slug = await fill(cluster.urls)
  server = await startServer(home)
  // The program is compiled while it runs: what is measured first would pay for all that come after.
  for (const page of ['/en', '/es/defenders', `/en/defenders/${slug}`]) await measure(`${site}${page}`)
  // Searches are never kept: each one goes to the database and through React.
  const results = {
    front: await measure(`${site}/en`),
    directory: await measure(`${site}/es/defenders`),
    filtered: await measure(`${site}/ca/defenders?country=AF`),
    profile: await measure(`${site}/en/defenders/${slug}`),
    map: await measure(`${site}/en/defenders/map.svg`),
    country: await measure(`${site}/en/countries/AF`),
    feed: await measure(`${site}/en/feed.atom`),
    data: await measure(`${site}/en/data/defenders/defenders.json`),
    withdrawn: await measure(`${site}/en/defenders/nobody-abc234`, { answer: 404 }),
    searchNotKept: await measure(`${site}/en/defenders?q=`, { variants: ['joa', 'ngo'] }),
  }
  const afterWithdrawal = await withdrawUnderLoad(cluster.urls.owner, slug)
  console.log(
    JSON.stringify(
      {
        bench: 'public-page',
        people,
        seconds,
        pinned: hasTaskset(),
        load: loadavg(),
        results,
        afterWithdrawal,
      },
      null,
      2,
    ),
  )
} finally {
  if (server?.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  }
  await cluster?.release()
  rmSync(home, { recursive: true, force: true })
}
