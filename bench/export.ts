// Exports people from a database of its own and prints JSON: rows a second, and the memory at the first tenth and at the
// peak, which must not grow with the rows. The rows are laid directly (the export is what is measured).
//   node bench/export.ts --rows 1000000 --format csv
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { exportFormats, streamExport } from '#platform/transfer'
import { openBench } from './sample/house.ts'
import { peopleSchema } from './sample/people-csv.ts'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    format: { type: 'string', default: 'csv' },
  },
})
const rows = Number(options.rows)
const format = exportFormats.find((one) => one === options.format)
if (!format) throw new Error(`--format is one of ${exportFormats.join(', ')}`)

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
const home = await mkdtemp(join(tmpdir(), 'amparo-bench-'))
process.env['AMPARO_HOME'] = home
const house = await openBench()
try {
  const { orgId, accountId } = house.loader
  // The whole leaves at once, protected values among it, which no second person can be asked for here.
  await sql`update org set settings = settings || '{"four_eyes": "off"}' where id = ${orgId}::uuid`.execute(
    house.owner,
  )
  await sql`insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
    select ${orgId}::uuid, gen_random_uuid(), 'person', 'Person ' || n, jsonb_build_object(
      'name', jsonb_build_object('full', 'María Ñandú ' || n, 'family', 'Ñandú ' || n, 'given', 'María'),
      'external_ids', jsonb_build_array('LIST ' || n), 'birth', (1920 + n % 85)::text,
      'country', jsonb_build_array('AR', 'MX'), 'biography', jsonb_build_object('es', repeat('palabra ', 20))),
      'internal', ${accountId}::uuid, ${accountId}::uuid
    from generate_series(1, ${rows}::int) n`.execute(house.owner)
  await sql`insert into record_part (org_id, record_id, class, values)
    select org_id, id, 'location', '{"whereabouts": "Lyon"}' from record where org_id = ${orgId}::uuid`.execute(
    house.owner,
  )
  await sql`vacuum (analyze) record, record_part`.execute(house.owner)
  const before = process.memoryUsage.rss()
  let early = 0
  const byTenth: number[] = []
  let peak = 0
  let written = 0
  let bytes = 0
  const began = performance.now()
  const stream = await streamExport({ db: house.app, shipped: peopleSchema }, house.loader, {
    type: 'person',
    format,
    progress: (all) => {
      written = all
      const rss = process.memoryUsage.rss()
      if (all <= rows / 10) early = Math.max(early, rss)
      peak = Math.max(peak, rss)
      if (all >= (rows / 10) * (byTenth.length + 1)) byTenth.push(megabytes(rss))
    },
  })
  await pipeline(
    stream,
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        done()
      },
    }),
  )
  const seconds = (performance.now() - began) / 1000
  if (written !== rows) throw new Error(`${written} rows written`)
  console.log(
    JSON.stringify({
      rows,
      format,
      seconds: Math.round(seconds * 10) / 10,
      rowsPerSecond: Math.round(rows / seconds),
      megabytes: megabytes(bytes),
      rssMbBefore: megabytes(before),
      rssMbFirstTenth: megabytes(early),
      rssMbPeak: megabytes(peak),
      rssMbByTenth: byTenth,
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    }),
  )
} finally {
  await house.close()
  await rm(home, { recursive: true, force: true })
}
