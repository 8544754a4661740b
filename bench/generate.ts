// Loads mixed records into the organisation `bench` through the engine, as the app login, and prints JSON.
//   AMPARO_HOME=/tmp/bench node bench/generate.ts --records 1000000 --seed 1
import { parseArgs } from 'node:util'
import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { type NewRecord, checkValues, insertRecords, withRequest } from '#platform/records'
import { openBench } from './sample/house.ts'
import { sampleRecords } from './sample/records.ts'
import { schema } from './sample/schema.ts'

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(options.records)
const batch = 1_000

const house = await openBench()
try {
  const before = await house.owner
    .selectFrom('record')
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  if (before.n > 0)
    throw new Error(`The database already holds ${before.n} records: take another AMPARO_HOME.`)
  const began = performance.now()
  let written = 0
  const write = async (records: readonly NewRecord[]) => {
    await withRequest({ db: house.app, shipped: schema }, house.loader, (tx) => insertRecords(tx, records))
    written += records.length
    if (written % 100_000 === 0)
      console.error(`${written} records, ${Math.round((performance.now() - began) / 1000)} s`)
  }
  let waiting: NewRecord[] = []
  // The next thousand is made while the database writes the last.
  let writing: Promise<void> = Promise.resolve()
  for (const record of sampleRecords(count, Number(options.seed))) {
    // As a form or an import does it: held to the rules, and kept in the form that they give.
    const { values, problems } = checkValues(record.type, record.values, schema, true)
    if (problems.length > 0) throw new Error(`${record.type.name}: ${JSON.stringify(problems)}`)
    waiting.push({ ...record, values })
    if (waiting.length === batch) {
      await writing
      writing = write(waiting)
      waiting = []
    }
  }
  await writing
  if (waiting.length > 0) await write(waiting)
  const loaded = performance.now()
  await sql`vacuum (analyze)`.execute(house.owner)
  const sizes = await sql<{ name: string; rows: number; megabytes: number; indexes: number }>`
    select c.relname as name, c.reltuples::bigint::int as rows, round(pg_table_size(c.oid) / 1048576.0)::int as megabytes,
           round(pg_indexes_size(c.oid) / 1048576.0)::int as indexes
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples > 0
     order by pg_total_relation_size(c.oid) desc limit 10`.execute(house.owner)
  const total = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(
    house.owner,
  )
  console.log(
    JSON.stringify(
      {
        records: written,
        seed: Number(options.seed),
        loadSeconds: Math.round((loaded - began) / 1000),
        recordsPerSecond: Math.round(written / ((loaded - began) / 1000)),
        vacuumSeconds: Math.round((performance.now() - loaded) / 1000),
        databaseMegabytes: Math.round(Number(total.rows[0]?.bytes) / 1048576),
        tables: sizes.rows,
        loadAverage: loadavg()[0],
      },
      null,
      2,
    ),
  )
} finally {
  await house.close()
}
