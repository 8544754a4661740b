// Signatures put in and confirmed over HTTP by 40 connections, in one server process with its database behind it; prints
// JSON, and fails when one was lost or counted twice, or when an answer, or the time that it takes, tells a known address
// from a new one.
//   node bench/signatures.ts [--signatures 5000] [--mail]
// Self-contained: a home of its own under the system's temporary folder, removed at the end. With --mail every link is
// taken from the mail that a real SMTP server on loopback received; without, mails wait, and links are read from them.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { loadConfig } from '#platform/config'
import { connect, migrate, newId } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import { createOrganisation } from '#platform/identity'
import { insertRecords, shippedSchema, withRequest } from '#platform/records'
import { petition } from '../src/modules/advocacy/petitions/records/petition.ts'
import { startSmtpServer } from '../tests/support/smtp-server.ts'

const { values: options } = parseArgs({
  options: { signatures: { type: 'string', default: '5000' }, mail: { type: 'boolean', default: false } },
})
const wanted = Number(options.signatures)
const port = 20_000 + (process.pid % 20_000)
const base = `http://localhost:${port}`
const connections = 40

/** An organisation with one petition that anyone may sign. */
async function fill(urls: { readonly owner: string; readonly app: string }) {
  const [owner, app] = [connect(urls.owner), connect(urls.app)]
  try {
    const organisation = { slug: 'bench', name: { en: 'Bench' }, administrator: 'Bench' }
    const { orgId, administratorId } = await createOrganisation(owner, organisation)
    // Publishing is not what is measured: an organisation of one person, which says so.
    await owner
      .updateTable('org')
      .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
      .where('id', '=', orgId)
      .execute()
    const id = newId()
    const values = {
      name: 'Bench',
      kind: 'public',
      heading: { en: 'A petition' },
      text: { en: 'We ask for it. '.repeat(60) },
      closes: '2099-12-31T20:00[Europe/Madrid]',
    }
    const data = {
      fictitious: false,
      kind: [{ code: 'public', label: { en: 'Public petition' } }],
      heading: values.heading,
      text: values.text,
      closes: { said: values.closes, at: '2099-12-31T19:00:00.000Z' },
    }
    const rests = [
      { key: 'kind', item: 'public', field: 'kind', held: 'public' },
      { key: 'heading', item: 'en', field: 'heading', held: values.heading, essential: true },
      { key: 'text', item: 'en', field: 'text', held: values.text },
      { key: 'closes', field: 'closes', held: values.closes, as: true },
    ].map((one) => ({ ...one, recordId: id }))
    const actor = {
      orgId,
      orgSlug: 'bench',
      accountId: administratorId,
      name: 'Bench',
      role: 'administrator',
      language: 'en',
    } as const
    await withRequest({ db: app, shipped: shippedSchema([petition], []) }, actor, async (tx) => {
      await insertRecords(tx, [{ id, type: petition, visibility: 'public', values }])
      await sql`insert into publication (org_id, id, kind, slug, record_id, data, sources, published_by)
        values (${orgId}::uuid, gen_random_uuid(), 'petition', 'bench', ${id}::uuid, ${JSON.stringify(data)}::jsonb,
          ${JSON.stringify(rests)}::jsonb, ${administratorId}::uuid)`.execute(tx.sql)
    })
  } finally {
    await Promise.all([owner.destroy(), app.destroy()])
  }
}

async function startServer(home: string, mail: string | null): Promise<ChildProcess> {
  const env = {
    ...process.env,
    AMPARO_HOME: home,
    PORT: String(port),
    ...(mail && { SMTP_URL: mail, MAIL_FROM: 'Bench <bench@example.org>', MAIL_PER_MINUTE: '99999' }),
  }
  const started = spawn('./amparo', ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 300; tries++) {
    if (started.exitCode !== null) throw new Error('The server ended before it answered.')
    const up = await fetch(`${base}/site/bench/en/petitions/bench/sign`).catch(() => null)
    if (up?.ok) return started
    await wait(200)
  }
  throw new Error('The server did not answer within a minute.')
}

/** Does `work` for each of many, `connections` at a time; gives the seconds that it took and each one's milliseconds. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const took: number[] = []
  const begun = performance.now()
  const used = serverSeconds()
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let at = next++; at < items.length; at = next++) {
        const from = performance.now()
        await work(items[at] as Item)
        took.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0)
  return {
    seconds: Number(seconds.toFixed(1)),
    perMinute: Math.round((items.length / seconds) * 60),
    // What the machine was doing besides does not change this one.
    serverMsEach: Number((((serverSeconds() - used) / items.length) * 1000).toFixed(2)),
    p50ms: at(0.5),
    p99ms: at(0.99),
  }
}

/** Everything of an answer that a reader could compare, as text. */
async function whole(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  return JSON.stringify([answer.status, headers, await answer.text()])
}

/** Seconds of processor that the server has used so far; not a number where the system does not say. */
function serverSeconds(): number {
  try {
    const fields = readFileSync(`/proc/${server?.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

const answers = new Set<string>()

/** Fills in and sends the form, each time from somewhere else. */
async function sign(token: string, address: string, i: number): Promise<void> {
  const answer = await fetch(`${base}/site/bench/en/petitions/bench/sign`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}` },
    body: new URLSearchParams({
      token,
      way: 'site',
      name: `Signer ${i}`,
      address,
      country: 'AR',
      public_name: i % 3 === 0 ? 'full' : 'none',
      ...(i % 2 === 0 && { deliver: 'yes' }),
      homepage: '',
    }),
  })
  answers.add(await whole(answer))
}

/**
 * Whether the time of an answer tells an address that signed from one that did not: `pairs` of each, one after the
 * other in a random order, on an idle server. `z` is that of Wilcoxon's signed ranks over the pairs; beyond four
 * (one in sixteen thousand by chance) the time is said to tell.
 */
async function timeOfAnswers(token: string, pairs: number) {
  const timed = async (address: string, i: number): Promise<number> => {
    const from = performance.now()
    await sign(token, address, 2_000_000 + i)
    return performance.now() - from
  }
  const differences: number[] = []
  const times: { readonly known: number[]; readonly fresh: number[] } = { known: [], fresh: [] }
  for (let i = 0; i < pairs; i++) {
    const asked = { known: `signer${i}@example.org`, fresh: `never${i}@example.org` }
    const order = Math.random() < 0.5 ? (['known', 'fresh'] as const) : (['fresh', 'known'] as const)
    for (const [n, which] of order.entries()) times[which].push(await timed(asked[which], 2 * i + n))
    differences.push((times.known[i] ?? 0) - (times.fresh[i] ?? 0))
  }
  const ranked = differences.toSorted((a, b) => Math.abs(a) - Math.abs(b))
  const sum = ranked.reduce((total, one, i) => total + Math.sign(one) * (i + 1), 0)
  const z = sum / Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 6)
  const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
  return {
    pairs,
    knownMs: Number(median(times.known).toFixed(2)),
    newMs: Number(median(times.fresh).toFixed(2)),
    z: Number(z.toFixed(2)),
    told: Math.abs(z) > 4,
  }
}

const home = mkdtempSync(join(tmpdir(), 'amparo-bench-'))
let cluster: Awaited<ReturnType<typeof acquireCluster>> | undefined
let server: ChildProcess | undefined
const post = options.mail ? await startSmtpServer() : null
try {
  cluster = await acquireCluster(loadConfig({ ...process.env, AMPARO_HOME: home }))
  await migrate(cluster.urls.owner)
  await fill(cluster.urls)
  server = await startServer(home, post?.url ?? null)
  const owner = connect(cluster.urls.owner, { max: 2 })
  const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(owner)).rows

  // One form for each connection: a token says when and for what, not for whom.
  const form = await (await fetch(`${base}/site/bench/en/petitions/bench/sign`)).text()
  const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? ''
  await wait(3_500)

  const people = Array.from({ length: wanted }, (_, i) => i)
  const begun = performance.now()
  const signing = await inParallel(people, (i) => sign(token, `signer${i}@example.org`, i))

  // Links, as the mails have them.
  const inMail = (text: string) => /\/confirm\/en\/([A-Za-z0-9_-]{43})/.exec(text)?.[1]
  const received = async () => {
    for (let tries = 0; post && post.received.length < wanted && tries < 1200; tries++) await wait(100)
    return (post?.received ?? []).flatMap(({ data }) => inMail(data.replace(/=\r\n/g, '')) ?? [])
  }
  const links = post
    ? await received()
    : (await one(sql<{ body: string }>`select body from mail where state = 'waiting'`)).flatMap(
        ({ body }) => inMail(body) ?? [],
      )
  const linksAt = (performance.now() - begun) / 1000
  const confirmed = new Set<string>()
  const confirm = async (link: string) => {
    // As a scanner does, then as a person does, twice.
    await (await fetch(`${base}/confirm/en/${link}`)).text()
    const answer = await fetch(`${base}/confirm/en/${link}`, { method: 'POST', body: new URLSearchParams() })
    confirmed.add(await whole(answer))
  }
  const confirming = await inParallel(links, confirm)
  const total = (performance.now() - begun) / 1000

  // Once more: addresses that signed, in another spelling, and links that were used.
  const known = people.slice(0, Math.min(500, wanted))
  await inParallel(known, (i) => sign(token, `Signer${i}+again@EXAMPLE.org`, i + wanted))
  await inParallel(links.slice(0, 500), confirm)
  const timing = await timeOfAnswers(token, Math.min(400, wanted))
  const [counts] = await one(sql<{ signatures: number; people: number; names: number }>`
    select count(*)::int as signatures, count(distinct s.mark)::int as people, count(p.signature_id)::int as names
      from signature s left join signature_person p on p.org_id = s.org_id and p.signature_id = s.id
     where s.state = 'confirmed'`)
  await owner.destroy()

  const wrong = [
    ...(counts?.signatures === wanted && counts.people === wanted && counts.names === wanted
      ? []
      : [`of ${wanted} signatures there are ${JSON.stringify(counts)}`]),
    ...(answers.size === 1 ? [] : [`${answers.size} different answers to the form`]),
    ...[...answers].filter((answer) => !answer.startsWith('[303,')).map((answer) => answer.slice(0, 300)),
    ...(timing.told ? [`the time of an answer tells a known address: ${JSON.stringify(timing)}`] : []),
    ...(confirmed.size === 1 ? [] : [`${confirmed.size} different answers to a link`]),
    ...[...confirmed].filter((answer) => !answer.startsWith('[200,')).map((answer) => answer.slice(0, 300)),
  ]
  console.log(
    JSON.stringify(
      {
        ...{ bench: 'signatures', signatures: wanted, connections, mail: options.mail, load: loadavg() },
        signing,
        confirming: { ...confirming, what: 'GET and POST of each link' },
        timing,
        secondsUntilLinks: Number(linksAt.toFixed(1)),
        secondsInAll: Number(total.toFixed(1)),
        counts,
        wrong,
      },
      null,
      2,
    ),
  )
  if (wrong.length > 0) process.exitCode = 1
} finally {
  if (server?.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  }
  await post?.close()
  await cluster?.release()
  rmSync(home, { recursive: true, force: true })
}
