// The UN Digital Library's file of the General Assembly in full size: 947,434 rows of 20 columns, made from the stored votes in its
// layout (long titles, subjects, notes), read into a new database as `amparo observatory import undl-ga` does. Prints JSON:
// processor seconds of this process and of every process of the database, and memory. Needs ../shared/data/votes.
//   AMPARO_HOME=/tmp/bench-home node bench/observatory-import.ts [--rows 947434] [--file F]
import { once } from 'node:events'
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { polityByCode, polityName } from '#catalogue/polities'
import { withRequest } from '#platform/records'
import { importFile } from '../src/modules/observatory/sources/import-file.ts'
import { readHead } from '../src/modules/observatory/sources/read-head.ts'
import { undlGa as importer } from '../src/modules/observatory/votes/importers/undl.ts'
import { readBallots } from '../src/modules/observatory/votes/queries/read-ballots.ts'
import { voteSources } from '../src/modules/observatory/votes/queries/vote-sources.ts'
import { openBench } from './sample/house.ts'
import { schema as shipped } from './sample/schema.ts'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '947434' }, file: { type: 'string' } },
})
const data = fileURLToPath(new URL('../../shared/data/votes/', import.meta.url))
if (!existsSync(data)) throw new Error('the reference data (../shared/data) are not here')

const unzip = (name: string) =>
  gunzipSync(readFileSync(join(data, name)))
    .toString('utf8')
    .split('\n')

/** Cells of a line, quotes understood; no line end stands within one here. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )

const quote = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const subjects = [
  'TERRITORIES OCCUPIED BY ISRAEL--SETTLEMENT POLICY|PALESTINE QUESTION|CIVILIAN PERSONS--PROTECTION',
  'HUMAN RIGHTS--CIVIL AND POLITICAL RIGHTS|RULE OF LAW, DEMOCRACY',
  'AFRICA--REGIONAL SECURITY|TERRORISM|NUCLEAR-WEAPON-FREE ZONES--AFRICA',
  'DISARMAMENT--NUCLEAR WEAPONS|NON-PROLIFERATION|TREATIES--SIGNATURES, ACCESSIONS, RATIFICATIONS',
  '',
]

/** Writes the file; every vote of the stored ones (no absences of non-members) until there are enough. */
async function writeFile(path: string, most: number): Promise<void> {
  const [head = '', ...lines] = unzip('unga_voeten_rollcalls_1946_2020.csv.gz')
  const names = cellsOf(head)
  const tails = new Map<string, { readonly day: string; readonly before: string; readonly after: string }>()
  for (const line of lines.filter(Boolean)) {
    const cells = cellsOf(line)
    const of = (name: string) => cells[names.indexOf(name)] ?? ''
    const [id, day] = [of('rcid'), of('date')]
    const number = (name: string) => (/^\d+$/u.test(of(name)) ? `${of(name)}.0` : '')
    const title = `${of('descr') || of('short')} : resolution / adopted by the General Assembly`
    tails.set(id, {
      day,
      before: [
        of('session'),
        of('unres'),
        `A/${of('session')}/L.${id}`,
        `A/${of('session')}/${Number(id) % 900}`,
        `A/${of('session')}/PV.${Number(id) % 99}`,
      ].join(','),
      after: [
        quote(title),
        quote(of('short')),
        quote(subjects[Number(id) % subjects.length] ?? ''),
        '',
        ...['yes', 'no', 'abstain'].map(number),
        '9.0',
        '193.0',
        `https://digitallibrary.un.org/record/${id}`,
      ].join(','),
    })
  }
  const out = createWriteStream(path)
  out.write(
    '\ufeffundl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\r\n',
  )
  const letters: Readonly<Record<string, string>> = { 1: 'Y', 2: 'A', 3: 'N', 8: 'X' }
  let written = 0
  let part: string[] = []
  for (const line of unzip('unga_voeten_votes_1946_2020.csv.gz').slice(1)) {
    if (written >= most) break
    const [id = '', ccode = '', vote = ''] = line.trim().split(',')
    const tail = tails.get(id)
    const letter = letters[vote]
    const state = tail && letter ? polityByCode('cow', ccode, tail.day) : null
    // Of China the seat's holder on the day; the stored votes have both on some.
    if (!tail || !letter || !state || polityByCode('iso3', state.code, tail.day) !== state) continue
    part.push(
      `${id},${state.code},${quote(polityName(state.code, 'en', tail.day).toUpperCase())},${letter},${tail.day},${tail.before},${tail.after}\r\n`,
    )
    written++
    if (part.length === 2000) {
      if (!out.write(part.join(''))) await once(out, 'drain')
      part = []
    }
  }
  out.end(part.join(''))
  await once(out, 'close')
}

/** Processor seconds of a process, user and system, from the kernel's own clock of 10 ms. */
function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Of the database: the server and everything it started. */
function databaseSeconds(backend: number): number {
  const status = readFileSync(`/proc/${backend}/status`, 'utf8')
  const server = Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1])
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((name) => {
      try {
        return Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]) === server
      } catch {
        return false
      }
    })
  return [server, ...own.map(Number)].reduce((all, pid) => all + secondsOf(pid), 0)
}

const folder = mkdtempSync(join(tmpdir(), 'amparo-bench-'))
const house = await openBench()
try {
  const path = options.file ?? join(folder, '2026_02_06_ga_voting.csv')
  if (!existsSync(path)) await writeFile(path, Number(options.rows))
  globalThis.gc?.()
  const head = await readHead(path)
  const ground = { db: house.app, shipped }
  const backendOf = async (tx: Parameters<typeof readBallots>[0]) =>
    (await sql<{ readonly pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql)).rows[0]?.pid ?? 0
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 20)
  const began = performance.now()
  const cpu = process.cpuUsage()
  const before = await withRequest(ground, house.loader, async (tx) => databaseSeconds(await backendOf(tx)))
  const imported = await withRequest(ground, house.loader, (tx) => importFile(tx, importer, { path, head }))
  const after = await withRequest(ground, house.loader, async (tx) => databaseSeconds(await backendOf(tx)))
  clearInterval(watch)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  const round = (value: number) => Math.round(value * 100) / 100
  const asked = await withRequest(ground, house.loader, async (tx) => {
    const time = async (action: () => Promise<unknown>) => {
      const times: number[] = []
      for (let i = 0; i < 7; i++) {
        const from = performance.now()
        await action()
        times.push(performance.now() - from)
      }
      return Math.round(times.toSorted((a, b) => a - b)[3] ?? 0)
    }
    return {
      sourcesMs: await time(() => voteSources(tx)),
      allBallotsMs: await time(() => readBallots(tx, { body: 'ga' })),
      tenYearsMs: await time(() => readBallots(tx, { body: 'ga', from: '2010-01-01', to: '2019-12-31' })),
      rollCalls: (await readBallots(tx, { body: 'ga' })).rollCalls.length,
    }
  })
  console.log(
    JSON.stringify(
      {
        fileMb: Math.round(statSync(path).size / 1e6),
        rows: imported.loaded.rows,
        findings: imported.loaded.findings.map(({ what, count }) => `${count}: ${what.en}`),
        nodeSeconds: round((user + system) / 1e6),
        databaseSeconds: round(after - before),
        wallSeconds: round(seconds),
        peakMb: Math.round(memory / 2 ** 20),
        ...asked,
        load: round(loadavg()[0] ?? 0),
      },
      null,
      2,
    ),
  )
} finally {
  await house.close()
  rmSync(folder, { recursive: true })
}
