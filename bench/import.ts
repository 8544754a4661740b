// Writes a CSV of invented people (seeded), imports it as `amparo import` does, and prints JSON. The database, and the
// process that imports, are new each time: the best of --times is told, for machines that others use as well.
//   node bench/import.ts --rows 200000 --times 3
import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { withRequest } from '#platform/records'
import { openTable, writeCsv } from '#platform/tabular'
import { createImport, runImport } from '#platform/transfer'
import { openBench } from './sample/house.ts'
import { inventPeople, peopleColumns, peopleMapping, peopleSchema } from './sample/people-csv.ts'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '3' },
    file: { type: 'string' },
  },
})
const rows = Number(options.rows)

interface Run {
  readonly rows: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly peakRssMb: number
  /** Of this process alone, a row; the database's is not in it. */
  readonly cpuMicroseconds: number
  readonly load: number
}

/** One import in this process. */
async function importOnce(file: string): Promise<Run> {
  const house = await openBench()
  try {
    const ground = { db: house.app, shipped: peopleSchema }
    const cpu = process.cpuUsage()
    const began = performance.now()
    const id = await withRequest(ground, house.loader, (tx) =>
      createImport(tx, {
        type: 'person',
        sourceName: 'people.csv',
        plan: { columns: peopleColumns, onProblem: 'stop', mapping: peopleMapping },
      }),
    )
    const report = await runImport(ground, house.loader, id, {
      open: () => openTable(file, { fileName: file }),
    })
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpu)
    if (report.counts.created !== rows) throw new Error(JSON.stringify(report.counts))
    return {
      rows,
      seconds: Math.round(seconds * 10) / 10,
      rowsPerSecond: Math.round(rows / seconds),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      cpuMicroseconds: Math.round((user + system) / rows),
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    }
  } finally {
    await house.close()
  }
}

if (options.file !== undefined) console.log(JSON.stringify(await importOnce(options.file)))
else {
  const folder = await mkdtemp(join(tmpdir(), 'amparo-bench-'))
  try {
    const file = join(folder, 'people.csv')
    await pipeline(writeCsv(peopleColumns, inventPeople(rows, Number(options.seed))), createWriteStream(file))
    const runs: Run[] = []
    for (let i = 0; i < Number(options.times); i++) {
      const child = spawnSync(
        process.execPath,
        // The flag is that of the `amparo` command.
        ['--max-semi-space-size=16', import.meta.filename, '--file', file, '--rows', options.rows],
        { env: { ...process.env, AMPARO_HOME: join(folder, `home-${i}`) }, encoding: 'utf8' },
      )
      if (child.status !== 0) throw new Error(child.stderr)
      runs.push(JSON.parse(child.stdout) as Run)
    }
    const [best] = [...runs].sort((a, b) => b.rowsPerSecond - a.rowsPerSecond)
    console.log(JSON.stringify({ ...best, bestOf: runs.length, runs }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
