// Many people reading and writing at once through HTTP, against the program in a home of its own. Prints JSON; ends with 1
// when anything failed or a write that was acknowledged is not there.
//   node bench/people.ts [--people 200] [--seconds 120] [--think 2000]
// --think: how long a person looks at a page, in milliseconds on the average; 0 asks as fast as answers come.
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { halfWritten, inDatabase } from '../tests/robustness/database.ts'
import { endPrograms, newHome, runCommand, startProgram } from '../tests/robustness/program.ts'
import { type Member, describeCause, getAs, newMembers, postAs } from './sample/crowd.ts'
import { load, timesOf } from './sample/measure.ts'

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '120' },
    think: { type: 'string', default: '2000' },
  },
})
const thinkMs = Number(options.think)

type Act = 'open a record' | 'list' | 'search' | 'create a record' | 'change a record' | 'the API'
const acts: readonly (readonly [Act, number])[] = [
  ['open a record', 40],
  ['list', 15],
  ['search', 10],
  ['create a record', 12],
  ['change a record', 15],
  ['the API', 8],
]

const choose = (): Act => {
  let left = Math.random() * 100
  for (const [act, share] of acts) if ((left -= share) < 0) return act
  return 'open a record'
}

interface Written {
  readonly path: string
  name: string
}

const times = new Map<string, number[]>()

/** Waits for an answer in full, and writes down how long it took. */
async function timed(
  what: string,
  asked: () => Promise<Response>,
): Promise<{ answer: Response; text: string }> {
  const began = performance.now()
  const answer = await asked()
  const text = await answer.text()
  const samples = times.get(what) ?? []
  times.set(what, samples)
  samples.push(performance.now() - began)
  return { answer, text }
}

const failures: string[] = []
const written: Written[] = []

const home = newHome()
try {
  const program = await startProgram(home)
  const members = await newMembers(home, Number(options.people))
  const until = performance.now() + Number(options.seconds) * 1000
  const loadBefore = load()

  const expectStatus = (answer: Response, status: number, what: string): void => {
    if (answer.status !== status) throw new Error(`${what}: ${answer.status}`)
  }

  /** One thing that a person does. */
  async function live(member: Member, own: Written[], act: Act): Promise<void> {
    const any = written[Math.floor(Math.random() * written.length)]
    const name = `${member.name} ${own.length} ${Math.random().toString(36).slice(2, 8)}`
    const form = own[Math.floor(Math.random() * own.length)]
    if (act === 'create a record' || any === undefined || (act === 'change a record' && form === undefined)) {
      const { answer } = await timed('create a record', () =>
        postAs(program.url, member, '/workspace/records/person/new', {
          _fields: 'name',
          'f.name.full': name,
        }),
      )
      expectStatus(answer, 303, 'create')
      const made = { path: answer.headers.get('location') ?? '', name }
      own.push(made)
      written.push(made)
    } else if (act === 'change a record' && form !== undefined) {
      const page = await timed('open a form', () => getAs(program.url, member, `${form.path}/edit`))
      const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
      const { answer } = await timed('change a record', () =>
        postAs(program.url, member, `${form.path}/edit`, { version, _fields: 'name', 'f.name.full': name }),
      )
      expectStatus(answer, 303, `change ${form.path} at ${version}`)
      form.name = name
    } else {
      const path = {
        list: '/workspace/records/person',
        search: `/workspace/search?q=${encodeURIComponent(any.name.split(' ').slice(0, 2).join(' '))}`,
        'the API': `/api/v1/records/person?limit=20`,
        'open a record': any.path,
        'change a record': any.path,
      }[act]
      const { answer, text } = await timed(act, () => getAs(program.url, member, path))
      expectStatus(answer, 200, path)
      if (act === 'open a record' && !text.includes('Member')) throw new Error(`${path}: another page`)
    }
  }

  await Promise.all(
    members.map(async (member) => {
      const own: Written[] = []
      // They do not all come in at the same moment.
      await wait(Math.random() * Math.min(thinkMs, 5_000))
      while (performance.now() < until) {
        const act = choose()
        try {
          await live(member, own, act)
        } catch (error) {
          failures.push(`${act}: ${String(error)} ${describeCause(error)}`)
        }
        if (thinkMs > 0) await wait(thinkMs * (0.5 + Math.random()))
      }
    }),
  )
  const loadAfter = load()

  const [member] = members
  const lost: string[] = []
  if (member)
    for (const { path, name } of written) {
      const page = await (await getAs(program.url, member, path)).text()
      if (!page.includes(name)) lost.push(`${path}: ${name}`)
    }
  const broken = await inDatabase(home, halfWritten)
  const faults = [...program.said().matchAll(/^fault .*$/gm)].map(([line]) => line)
  program.interrupt()
  await program.ended
  const ledger = await runCommand(home, ['ledger', 'verify'])
  const all = [...times.values()].flat()
  console.log(
    JSON.stringify(
      {
        people: members.length,
        seconds: Number(options.seconds),
        thinkMs,
        requests: all.length,
        perSecond: Math.round((all.length / Number(options.seconds)) * 10) / 10,
        all: timesOf(all),
        byAct: Object.fromEntries([...times].map(([act, samples]) => [act, timesOf(samples)])),
        written: written.length,
        failures: failures.length,
        firstFailures: failures.slice(0, 5),
        faults: faults.length,
        lost,
        broken,
        ledgerHolds: ledger.code === 0,
        loadAverage: { before: loadBefore, after: loadAfter },
      },
      null,
      2,
    ),
  )
  if (failures.length + lost.length + broken.length + faults.length > 0 || ledger.code !== 0)
    process.exitCode = 1
} finally {
  await endPrograms()
}
