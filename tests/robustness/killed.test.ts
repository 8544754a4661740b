import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countOf, halfWritten, inDatabase } from './database.ts'
import { importList, peopleCsv, textOf } from './lists.ts'
import { type Person, createPerson, personWith, signIn } from './person.ts'
import {
  type Program,
  endPrograms,
  eventually,
  killNewest,
  newHome,
  runCommand,
  scratchFiles,
  startProgram,
} from './program.ts'

afterAll(() => endPrograms())

interface ImportState {
  readonly state: string
  readonly job: string
  readonly done: number
  readonly records: number
  readonly error: string | null
}

/** How an import stands in the database, by the path of its report. */
const stateOf = (home: string, report: string): Promise<ImportState> =>
  inDatabase(home, async (client) => {
    const { rows } = await client.query<ImportState>(
      `select i.state, j.state as job, j.done::int, j.error,
              (select count(*)::int from record r where r.org_id = i.org_id and r.import_id = i.id) as records
         from import i join job j on j.org_id = i.org_id and j.id = (i.mapping ->> 'jobId')::uuid where i.id = $1`,
      [report.split('/').at(-1)],
    )
    const [row] = rows
    if (!row) throw new Error('no such import')
    return row
  })

/** A running job counts as lost after a minute of silence: as if that minute had passed. */
const passAMinute = (home: string): Promise<unknown> =>
  inDatabase(home, (client) =>
    client.query(`update job set beat_at = now() - interval '2 minutes' where state = 'running'`),
  )

const isOver = ({ state }: ImportState) => ['done', 'failed', 'cancelled'].includes(state)

async function expectWhole(home: string): Promise<void> {
  expect(await inDatabase(home, halfWritten)).toEqual([])
  await eventually('the scratch folder is empty', () => scratchFiles(home).length === 0)
}

describe('PostgreSQL killed in the middle of an import', () => {
  let program: Program
  let person: Person

  test('the server says so, comes back by itself, and the import begins anew and is whole (claim 30)', async () => {
    const count = 50_000
    const home = newHome()
    program = await startProgram(home)
    person = await signIn(program)
    const kept = await createPerson(person, 'Written Before')
    const report = await importList(person, 'people.csv', peopleCsv('Imported', count))
    await eventually('the import has written rows', async () => (await stateOf(home, report)).done >= 2_000)

    const postmaster = Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    const unavailable = await eventually('a page that says so', async () => {
      const answer = await person.get('/workspace')
      return answer.status === 200 ? null : answer
    })
    expect(unavailable.status).toBe(503)
    expect(textOf(await unavailable.text())).toContain('The database cannot be reached at the moment')
    // Refused, and not lost in silence: what a person sends meanwhile is told not to have been saved.
    const statuses = new Set<number>()
    await eventually('the server comes back', async () => {
      const { status } = await person.get('/workspace')
      statuses.add(status)
      return status === 200
    })
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(await (await person.get(kept)).text()).toContain('Written Before')

    await passAMinute(home)
    const ended = await eventually(
      'the import is over',
      async () => {
        const now = await stateOf(home, report)
        // All or nothing at every moment.
        expect([0, count]).toContain(now.records)
        return isOver(now) ? now : null
      },
      240_000,
    )
    expect(ended).toMatchObject({ state: 'done', records: count })
    expect(textOf(await (await person.get(report)).text())).toMatch(/50[,.]?000/)
    await expectWhole(home)
  })

  test('a new import works afterwards', async () => {
    const report = await importList(person, 'more.csv', peopleCsv('After', 100))
    const ended = await eventually('the import is over', async () => {
      const now = await stateOf(program.home, report)
      return isOver(now) ? now : null
    })
    expect(ended).toMatchObject({ state: 'done', records: 100, error: null })
    await expectWhole(program.home)
    program.interrupt()
    expect((await program.ended).code).toBe(130)
  })
})

describe('the server killed in the middle of an import', () => {
  test('five times: after each restart the import is whole, and so are those before (claim 30)', async () => {
    const home = newHome()
    const reports: string[] = []
    let cookie = ''
    const count = 3_000
    for (let round = 1; round <= 5; round += 1) {
      const program = await startProgram(home)
      const person = cookie ? await personWith(program, cookie) : await signIn(program)
      cookie = person.cookie
      const report = await importList(person, 'people.csv', peopleCsv(`Round ${round}`, count))
      // A different moment each time: acknowledged only, begun, some rows read.
      if (round > 1)
        await eventually('it has begun', async () => {
          const now = await stateOf(home, report)
          return isOver(now) || (now.job === 'running' && now.done >= (round - 2) * 1_000)
        })
      program.kill('SIGKILL')
      expect((await program.ended).signal).toBe('SIGKILL')
      reports.push(report)

      await passAMinute(home)
      const again = await startProgram(home)
      const ended = await eventually('the import is over', async () => {
        const now = await stateOf(home, report)
        expect([0, count]).toContain(now.records)
        return isOver(now) ? now : null
      })
      expect(ended).toMatchObject({ state: 'done', records: count, error: null })
      await expectWhole(home)
      again.kill('SIGKILL')
      await again.ended
    }
    for (const report of reports)
      expect(await stateOf(home, report)).toMatchObject({ state: 'done', records: count })
  })
})

describe('the command line killed in the middle of an import', () => {
  test('has written nothing, and is told to have failed', async () => {
    const home = newHome()
    const program = await startProgram(home)
    const list = join(home, 'people.csv')
    writeFileSync(list, peopleCsv('From the terminal', 50_000))
    writeFileSync(join(home, 'map.json'), JSON.stringify({ columns: { name: { field: 'name' } } }))
    const begun = runCommand(home, [
      'import',
      'person',
      list,
      '--org',
      'amparo',
      '--map',
      join(home, 'map.json'),
    ])
    const states = () =>
      inDatabase(home, async (client) => {
        const { rows } = await client.query<{ state: string }>('select state from import')
        return rows.map(({ state }) => state)
      })
    await eventually('it has begun', async () => (await states()).includes('running'))
    killNewest()
    expect((await begun).signal).toBe('SIGKILL')
    const records = await eventually('PostgreSQL has noticed', () =>
      inDatabase(home, async (client) => {
        const { rows } = await client.query(
          "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
        )
        return rows.length === 0 ? { count: await countOf(client, 'record') } : null
      }),
    )
    expect(records).toEqual({ count: 0 })
    program.interrupt()
    await program.ended
    // What it left in the clear goes with the next start, and the import is given up after a day.
    await inDatabase(home, (client) =>
      client.query("update import set created_at = now() - interval '2 days'"),
    )
    const again = await startProgram(home)
    await eventually('the import counts as failed', async () => (await states())[0] === 'failed')
    await expectWhole(home)
    again.interrupt()
    expect((await again.ended).code).toBe(130)
  })
})
