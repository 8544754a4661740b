import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Config, loadConfig } from '#platform/config'
import { acquireCluster, type ClusterOptions } from './cluster.ts'
import { checkLogins, clusterStatus, stopUnusedCluster } from './index.ts'
import { withClient, withLogin } from './roles.ts'

let folder: string
let config: Config

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-cluster-'))
  config = loadConfig({ AMPARO_HOME: join(folder, 'home') })
})
afterEach(async () => {
  rmSync(join(folder, 'home', 'postgres', 'users'), { recursive: true, force: true })
  mkdirSync(join(folder, 'home', 'postgres', 'users'), { recursive: true })
  await stopUnusedCluster(config)
  rmSync(folder, { recursive: true, force: true })
})

const write = (url: string, text: string) =>
  withClient(url, async (client) => {
    await client.query('create table if not exists note (text text)')
    await client.query('insert into note values ($1)', [text])
  })
const read = (url: string) =>
  withClient(url, async (client) =>
    (await client.query<{ text: string }>('select text from note')).rows.map((r) => r.text),
  )

async function runningPid(): Promise<number> {
  const status = await clusterStatus(config)
  if (status.state !== 'running') throw new Error(status.state)
  return status.pid
}

describe('the private cluster', () => {
  it('is made at the first use, keeps what is written, and stops with its last user', {
    timeout: 60_000,
  }, async () => {
    expect(await clusterStatus(config)).toEqual({ state: 'absent' })
    const first = await acquireCluster(config)
    expect(first.began).toBe('created')
    await write(first.urls.owner, 'kept')
    const second = await acquireCluster(config)
    expect(second).toMatchObject({ began: 'adopted', urls: first.urls })
    await first.release()
    await first.release()
    expect(await clusterStatus(config)).toMatchObject({ state: 'running', users: [process.pid] })
    await second.release()
    expect(await clusterStatus(config)).toMatchObject({ state: 'stopped' })

    const again = await acquireCluster(config)
    expect(again.began).toBe('started')
    expect(await read(again.urls.owner)).toEqual(['kept'])
    await again.release()
  })

  it('keeps its passwords, its data and its socket from other people', { timeout: 60_000 }, async () => {
    const cluster = await acquireCluster(config)
    const status = await clusterStatus(config)
    if (status.state !== 'running') throw new Error(status.state)
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(mode(join(config.home, 'keys', 'database.json'))).toBe('600')
    expect([config.home, join(config.home, 'keys'), status.socket, status.data].map(mode)).toEqual(
      Array.from({ length: 4 }, () => '700'),
    )
    const wrong = withLogin(cluster.urls.app, 'amparo_app', 'wrong', 'amparo')
    await expect(withClient(wrong, async () => {})).rejects.toThrow(/password authentication failed/)
    for (const database of ['postgres', 'template1']) {
      const url = new URL(cluster.urls.app)
      url.pathname = `/${database}`
      await expect(withClient(url.href, async () => {})).rejects.toThrow(/permission denied/)
    }
    await withClient(cluster.urls.app, (client) =>
      expect(client.query('create table mine (id int)')).rejects.toThrow(/permission denied/),
    )
    await withClient(cluster.urls.owner, (client) => client.query('create extension pg_trgm'))
    await withClient(cluster.urls.owner, async (client) => {
      const { rows } =
        await client.query(`select current_setting('fsync') as fsync, current_setting('server_encoding')
        as encoding, current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums`)
      expect(rows).toEqual([{ fsync: 'on', encoding: 'UTF8', addresses: '', checksums: 'on' }])
    })
    await checkLogins(cluster.urls)
    await cluster.release()
    expect(existsSync(status.socket)).toBe(false)
    expect(readFileSync(join(config.home, 'postgres', 'server.log'), 'utf8')).not.toContain('create table')
  })

  it('is adopted when the program that started it was killed', { timeout: 60_000 }, async () => {
    const program = holder()
    await once(program.stdout, 'data')
    const pid = await runningPid()
    process.kill(Number(program.pid), 'SIGKILL')
    await once(program, 'exit')
    expect(await clusterStatus(config)).toMatchObject({ state: 'running', pid, users: [] })
    const cluster = await acquireCluster(config)
    expect(cluster.began).toBe('adopted')
    expect(await runningPid()).toBe(pid)
    await cluster.release()
    expect(await clusterStatus(config)).toMatchObject({ state: 'stopped' })
  })

  it('does not hear a Ctrl-C in the terminal of the program that started it', {
    timeout: 60_000,
  }, async () => {
    const program = holder()
    await once(program.stdout, 'data')
    const pid = await runningPid()
    process.kill(-Number(program.pid), 'SIGINT')
    await once(program, 'exit')
    await wait(300)
    expect(await runningPid()).toBe(pid)
  })

  it('comes back by itself, with all that was committed, when PostgreSQL is killed', {
    timeout: 60_000,
  }, async () => {
    let restarts = 0
    const cluster = await acquireCluster(config, { onRestart: () => (restarts += 1) })
    await write(cluster.urls.owner, 'committed')
    const pid = await runningPid()
    process.kill(pid, 'SIGKILL')
    while (restarts === 0) await wait(50)
    expect(await runningPid()).not.toBe(pid)
    expect(await read(cluster.urls.owner)).toEqual(['committed'])
    await cluster.release()
  })

  it('starts after PostgreSQL and its user were killed together', { timeout: 60_000 }, async () => {
    const program = holder()
    await once(program.stdout, 'data')
    process.kill(Number(program.pid), 'SIGKILL')
    process.kill(await runningPid(), 'SIGKILL')
    const cluster = await acquireCluster(config)
    expect(cluster.began).toBe('started')
    await checkLogins(cluster.urls)
    await cluster.release()
  })

  it('is one, whoever asks for it at the same time', { timeout: 60_000 }, async () => {
    const programs = [holder(), holder()]
    const cluster = await acquireCluster(config)
    await Promise.all(programs.map((program) => once(program.stdout, 'data')))
    const status = await clusterStatus(config)
    expect(status).toMatchObject({ state: 'running' })
    if (status.state === 'running') expect(status.users).toHaveLength(3)
    for (const program of programs) {
      process.kill(Number(program.pid), 'SIGTERM')
      await once(program, 'exit')
    }
    expect(await runningPid()).toBeGreaterThan(0)
    await cluster.release()
    expect(await clusterStatus(config)).toMatchObject({ state: 'stopped' })
  })

  it('finds a new folder for its socket when the old one is gone', { timeout: 60_000 }, async () => {
    const cluster = await acquireCluster(config)
    const before = await clusterStatus(config)
    if (before.state !== 'running') throw new Error(before.state)
    rmSync(before.socket, { recursive: true })
    const again = await acquireCluster(config)
    expect(again.began).toBe('started')
    await checkLogins(again.urls)
    await again.release()
    await cluster.release()
  })

  it('says so when its passwords are lost, and does not begin anew', { timeout: 60_000 }, async () => {
    await (await acquireCluster(config)).release()
    rmSync(join(config.home, 'keys', 'database.json'))
    await expect(acquireCluster(config)).rejects.toMatchObject({ code: 'cluster' })
    expect(readdirSync(join(config.home, 'keys'))).toEqual([])
  })

  it.runIf(process.geteuid?.() === 0)('leaves another user’s cluster alone, even as root', async () => {
    mkdirSync(join(config.home, 'postgres'), { recursive: true })
    chownSync(join(config.home, 'postgres'), 65534, 65534)
    await expect(acquireCluster(config)).rejects.toMatchObject({ code: 'home' })
    expect(readdirSync(join(config.home, 'postgres'))).toEqual([])
  })

  it.runIf(process.geteuid?.() === 0)(
    'moves out, data and all, where root has no namespaces',
    { timeout: 60_000 },
    async () => {
      const first = await acquireCluster(config)
      await write(first.urls.owner, 'moved')
      await first.release()
      // The other user must be able to get there.
      spawnSync('chmod', ['711', folder])
      const options: ClusterOptions = { systemFolder: join(folder, 'system'), without: ['namespace'] }
      const second = await acquireCluster(config, options)
      expect(await read(second.urls.owner)).toEqual(['moved'])
      expect(await clusterStatus(config)).toMatchObject({ runAs: 'other-user' })
      await second.release()
      // It stays there, even where a namespace would work.
      const third = await acquireCluster(config, { systemFolder: join(folder, 'system') })
      expect(await read(third.urls.owner)).toEqual(['moved'])
      await third.release()
    },
  )
})

/** A program of its own, in a process group of its own, that holds the cluster until it is ended. */
function holder() {
  const script = `
    import { loadConfig } from '#platform/config'
    import { acquireCluster } from '#platform/db/cluster'
    const cluster = await acquireCluster(loadConfig())
    process.once('SIGTERM', () => void cluster.release().then(() => process.exit(0)))
    console.log(cluster.began)
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: config.root,
    env: { ...process.env, AMPARO_HOME: config.home },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
