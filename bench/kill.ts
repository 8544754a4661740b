// kill -9 of the server and of PostgreSQL in turn, under load, many times. After each: what was acknowledged is there as it was
// acknowledged, nothing is half-written, the ledger verifies. Prints a line a round and JSON at the end; ends with 1 when
// anything is not so.
//   node bench/kill.ts [--rounds 50] [--writers 8]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { halfWritten, inDatabase } from '../tests/robustness/database.ts'
import {
  type Program,
  endPrograms,
  eventually,
  newHome,
  runCommand,
  scratchFiles,
  startProgram,
} from '../tests/robustness/program.ts'
import { type Member, getAs, newMembers, postAs } from './sample/crowd.ts'
import { load } from './sample/measure.ts'

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, writers: { type: 'string', default: '8' } },
})

/** What was acknowledged last of each record, by path; `meanwhile` may be there too: it was sent and not answered. */
const acknowledged = new Map<string, { name: string; meanwhile: string | null }>()
const wrong: string[] = []
let writes = 0

/** Writes until the answer does not come. */
async function write(site: string, member: Member, round: number, isOver: () => boolean): Promise<void> {
  let path: string | null = null
  for (let i = 0; !isOver(); i += 1) {
    const name = `${member.name} round ${round} write ${i}.`
    const known = path === null ? undefined : acknowledged.get(path)
    try {
      let answer: Response
      if (path === null || known === undefined || i % 3 === 0)
        answer = await postAs(site, member, '/workspace/records/person/new', {
          _fields: 'name',
          'f.name.full': name,
        })
      else {
        const page: string = await (await getAs(site, member, `${path}/edit`)).text()
        known.meanwhile = name
        answer = await postAs(site, member, `${path}/edit`, {
          version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
          _fields: 'name',
          'f.name.full': name,
        })
      }
      await answer.arrayBuffer()
      const location: string | null = answer.headers.get('location')
      if (answer.status !== 303 || location === null) {
        if (answer.status !== 503) wrong.push(`round ${round}: a write was answered ${answer.status}`)
        return
      }
      path = new URL(location, site).pathname
      acknowledged.set(path, { name, meanwhile: null })
      writes += 1
    } catch {
      // No answer, no promise.
      return
    }
  }
}

async function check(program: Program, member: Member, round: number): Promise<void> {
  for (const [path, { name, meanwhile }] of acknowledged) {
    const answer = await getAs(program.url, member, path)
    const page = await answer.text()
    if (!page.includes(name) && !(meanwhile !== null && page.includes(meanwhile)))
      wrong.push(`round ${round}: ${path} does not say ${name} (${answer.status})`)
  }
  for (const line of await inDatabase(program.home, halfWritten)) wrong.push(`round ${round}: ${line}`)
  const left = scratchFiles(program.home)
  if (left.length > 0) wrong.push(`round ${round}: left in scratch: ${left.join(', ')}`)
  const ledger = await runCommand(program.home, ['ledger', 'verify'])
  if (ledger.code !== 0)
    wrong.push(`round ${round}: ledger verify: ${ledger.code} ${ledger.stdout}${ledger.stderr}`)
}

const home = newHome()
try {
  let program = await startProgram(home)
  const members = await newMembers(home, Number(options.writers))
  const [first] = members
  if (!first) throw new Error('at least one writer')
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    let over = false
    const before = writes
    const writing = members.map((member) => write(program.url, member, round, () => over))
    await wait(100 + Math.random() * 1_500)
    const what = round % 2 === 1 ? 'server' : 'PostgreSQL'
    if (what === 'server') program.kill('SIGKILL')
    else
      process.kill(
        Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]),
        'SIGKILL',
      )
    await wait(50)
    over = true
    await Promise.all(writing)
    if (what === 'server') {
      await program.ended
      program = await startProgram(home)
    } else
      await eventually('the server comes back', async () => {
        const answer = await getAs(program.url, first, '/workspace/me').catch(() => null)
        await answer?.arrayBuffer()
        return answer?.status === 200
      })
    await check(program, first, round)
    console.error(
      `round ${round}: ${what} killed, ${writes - before} writes acknowledged, ${wrong.length} wrong so far`,
    )
    // What was checked once is looked at again at the end only.
    if (round % 10 !== 0 && acknowledged.size > 400)
      for (const path of [...acknowledged.keys()].slice(0, acknowledged.size - 400)) acknowledged.delete(path)
  }
  program.interrupt()
  await program.ended
  console.log(
    JSON.stringify(
      { rounds: Number(options.rounds), writers: members.length, writes, wrong, loadAverage: load() },
      null,
      2,
    ),
  )
  if (wrong.length > 0 || writes === 0) process.exitCode = 1
} finally {
  await endPrograms()
}
