import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countOf, halfWritten, inDatabase } from './database.ts'
import { createPerson as create, personWith, signIn } from './person.ts'
import {
  endPrograms,
  eventually,
  interruptNewest,
  newHome,
  runCommand,
  scratchFiles,
  startProgram,
} from './program.ts'

afterAll(() => endPrograms())

interface Status {
  readonly state: string
  readonly pid?: number
  readonly users?: readonly number[]
}

const clusterOf = async (home: string): Promise<Status> =>
  JSON.parse((await runCommand(home, ['cluster', 'status', '--json'])).stdout) as Status

describe('Ctrl-C', () => {
  test('answers what was asked, stops PostgreSQL, leaves no lock and no socket; the next start is quick', async () => {
    const home = newHome()
    const first = await startProgram(home)
    const person = await signIn(first)
    const path = await create(person, 'Acknowledged Before')
    const before = await clusterOf(home)
    expect(before).toMatchObject({ state: 'running', users: [first.pid] })
    const record = JSON.parse(readFileSync(join(home, 'postgres/cluster.json'), 'utf8')) as { socket: string }
    expect(readdirSync(record.socket).length).toBeGreaterThan(0)

    // A form of which the last bytes come after Ctrl-C.
    const body = new URLSearchParams({ _csrf: person.token, _fields: 'name', 'f.name.full': '' }).toString()
    const slow = request(`${first.url}/workspace/records/person/new`, {
      method: 'POST',
      headers: {
        cookie: person.cookie,
        origin: first.url,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
      },
    })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      slow.once('response', (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode))
      })
      slow.once('error', reject)
    })
    slow.write(body.slice(0, 5))
    // A connection that a browser keeps without asking anything.
    const idle = connect(Number(new URL(first.url).port), 'localhost')
    idle.on('error', () => undefined)
    await eventually('the server has the first bytes', async () => (await person.get('/workspace')).ok)

    first.interrupt()
    await eventually('nothing new is taken', () =>
      fetch(first.url, { headers: { connection: 'close' } }).then(
        () => false,
        () => true,
      ),
    )
    const asked = performance.now()
    slow.end(body.slice(5))
    // Without a name it is refused; what matters is that it is answered.
    expect(await answered).toBe(422)
    expect(await first.ended).toEqual({ code: 130, signal: null })
    console.log(`stopped after the last answer: ${Math.round(performance.now() - asked)} ms`)
    idle.destroy()

    expect((await clusterOf(home)).state).toBe('stopped')
    expect(existsSync(record.socket)).toBe(false)
    expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false)
    expect(readdirSync(join(home, 'postgres/users'))).toEqual([])
    expect(readdirSync(join(home, 'scratch'))).toEqual([])
    expect(first.said()).not.toMatch(/fault|Error/)

    const second = await startProgram(home)
    console.log(`second start: ${Math.round(second.startedIn)} ms`)
    // Under 5 s is the promise for a machine of one's own.
    expect(second.startedIn).toBeLessThan(20_000)
    const again = await personWith(second, person.cookie)
    expect(await (await again.get(path)).text()).toContain('Acknowledged Before')
    second.interrupt()
    expect((await second.ended).code).toBe(130)
  })

  test('does not wait for a client that sends nothing more', async () => {
    const home = newHome()
    const program = await startProgram(home)
    const person = await signIn(program)
    const stalled = request(`${program.url}/workspace/records/person/new`, {
      method: 'POST',
      headers: {
        cookie: person.cookie,
        origin: program.url,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': 5_000,
      },
    })
    stalled.on('error', () => undefined)
    stalled.write('_csrf=')
    await eventually('the server answers others', async () => (await person.get('/workspace')).ok)
    program.interrupt()
    const ended = await Promise.race([
      program.ended,
      new Promise((resolve) => setTimeout(resolve, 60_000, 'still waiting')),
    ])
    stalled.destroy()
    expect(ended).toEqual({ code: 130, signal: null })
    expect((await clusterOf(home)).state).toBe('stopped')
  })

  test('during the first start leaves nothing that hinders the next', async () => {
    const home = newHome()
    const start = startProgram(home).then(
      (program) => program,
      (error: unknown) => String(error),
    )
    await eventually('initdb has begun', () => existsSync(join(home, 'postgres')))
    interruptNewest()
    const outcome = await start
    if (typeof outcome !== 'string') expect((await outcome.ended).code).toBe(130)
    expect((await clusterOf(home)).state).not.toBe('running')
    const second = await startProgram(home)
    expect((await fetch(`${second.url}/sign-in`, { headers: { connection: 'close' } })).status).toBe(200)
    second.interrupt()
    expect((await second.ended).code).toBe(130)
  })
})

describe('kill -9', () => {
  test('loses nothing that was acknowledged, five times in a row (claim 30)', async () => {
    const home = newHome()
    const acknowledged: { readonly path: string; readonly name: string }[] = []
    let cookie = ''
    for (let round = 1; round <= 5; round += 1) {
      const program = await startProgram(home)
      const person = cookie ? await personWith(program, cookie) : await signIn(program)
      cookie = person.cookie
      // Those of the rounds before, after the restart.
      for (const { path, name } of acknowledged) expect(await (await person.get(path)).text()).toContain(name)
      expect(scratchFiles(home)).toEqual([])
      // Several at once, killed at the first answer: of the others any may be there, but whole.
      let killed = false
      const writes = Array.from({ length: 4 }, (_, at) => {
        const name = `Round ${round} Writer ${at}`
        return create(person, name).then(
          (path) => {
            acknowledged.push({ path, name })
            if (!killed) program.kill('SIGKILL')
            killed = true
          },
          () => undefined,
        )
      })
      await Promise.all(writes)
      if (!killed) program.kill('SIGKILL')
      expect(killed).toBe(true)
      expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' })
    }
    const program = await startProgram(home)
    const person = await personWith(program, cookie)
    expect(acknowledged.length).toBeGreaterThanOrEqual(5)
    for (const { path, name } of acknowledged) expect(await (await person.get(path)).text()).toContain(name)
    const [broken, records] = await inDatabase(home, async (client) => [
      await halfWritten(client),
      await countOf(client, 'record'),
    ])
    expect(broken).toEqual([])
    expect(records).toBeGreaterThanOrEqual(acknowledged.length)
    expect(records).toBeLessThanOrEqual(20)
    program.interrupt()
    expect((await program.ended).code).toBe(130)
    expect((await clusterOf(home)).state).toBe('stopped')
  })
})
