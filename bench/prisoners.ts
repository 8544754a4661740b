// The list of prisoners of 10,000 detentions, all of them restricted: the statements of its page, and of its months.
// Prints JSON; with --plan, the plan of the list.
//   AMPARO_HOME=/tmp/bench-prisoners node bench/prisoners.ts [--detentions 10000] [--rounds 20]
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { newId } from '#platform/db'
import { type NewRecord, insertRecords, shippedSchema, typeOf, withRequest } from '#platform/records'
import { detention } from '../src/modules/casework/detention/records/detention.ts'
import { detentionChange } from '../src/modules/casework/detention/records/detention-change.ts'
import { lawArticle } from '../src/modules/casework/detention/records/law-article.ts'
import { readMoves } from '../src/modules/casework/detention/queries/moves.ts'
import { daysInPrison, readPrisoners } from '../src/modules/casework/detention/queries/prisoners.ts'
import { detentionVocabularies } from '../src/modules/casework/detention/vocabularies/index.ts'
import { openBench } from './sample/house.ts'
import { timesOf } from './sample/measure.ts'
import { schema } from './sample/schema.ts'

const { values: options } = parseArgs({
  options: {
    detentions: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '20' },
  },
})
const many = Number(options.detentions)
const house = await openBench()
const shipped = shippedSchema(
  [...schema.types.values(), detention, detentionChange, lawArticle],
  [...[...schema.vocabularies.values()].map(({ vocabulary }) => vocabulary), ...detentionVocabularies],
)
const within = <T>(action: Parameters<typeof withRequest<T>>[2]) =>
  withRequest({ db: house.app, shipped }, house.loader, action)

/** The same numbers every time. */
let seed = 7
const upTo = (n: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * n)
}
const day = (n: number) => new Date(Date.UTC(2015, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
/** One in five is known to the month only. */
const about = (n: number) => (upTo(5) === 0 ? day(n).slice(0, 7) : day(n))

/** A thousand detentions a transaction, and the statistics that autovacuum would have gathered meanwhile. */
async function loadThousand(done: number): Promise<void> {
  await within(async (tx) => {
    const record = (type: string, values: NewRecord['values']): NewRecord & { readonly id: string } => ({
      id: newId(),
      type: typeOf(tx, type),
      values,
      visibility: 'restricted',
    })
    const articles = Array.from({ length: 40 }, (_, n) =>
      record('law_article', { article: `art. ${n}`, code: 'Criminal Code', country: 'QO' }),
    )
    const places = Array.from({ length: 60 }, (_, n) =>
      record('place', { name: `Prison ${n}`, kind: 'prison' }),
    )
    await insertRecords(tx, [...articles, ...places])
    const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
    const people = Array.from({ length: 850 }, (_, n) =>
      record('person', { name: { full: `Prisoner ${done + n}` }, gender: upTo(3) === 0 ? 'woman' : 'man' }),
    )
    const records: NewRecord[] = [...people]
    for (let n = 0; n < 1_000; n += 1) {
      const from = upTo(4_200)
      const ended = upTo(4) !== 0
      const made = record('detention', {
        person: { to: one(people).id },
        country: ['QM', 'QN', 'QO'][upTo(3)],
        from: about(from),
        status: 'detained',
        cause: 'arrest',
        place: { to: one(places).id },
        charges: [{ to: one(articles).id }],
        ...(ended && {
          until: about(from + 120 + upTo(900)),
          ended_as: 'released',
          end_cause: 'sentence_served',
        }),
      })
      records.push(made)
      for (let change = 0; change < upTo(4); change += 1)
        records.push(
          record('detention_change', {
            detention: { to: made.id },
            on: about(from + 40 * (change + 1)),
            status: ['imprisoned', 'imprisoned', 'house_arrest'][change] ?? 'imprisoned',
            cause: 'judgment',
            ...(upTo(2) === 0 && { place: { to: one(places).id } }),
          }),
        )
    }
    await insertRecords(tx, records)
  })
  await sql`vacuum analyze`.execute(house.owner)
}

const measure = async (work: Parameters<typeof within>[0]): Promise<ReturnType<typeof timesOf>> => {
  const samples: number[] = []
  for (let i = 0; i < Number(options.rounds); i += 1)
    await within(async (tx) => {
      const began = performance.now()
      await work(tx)
      if (i > 1) samples.push(performance.now() - began)
    })
  return timesOf(samples)
}

const known = await within(async (tx) => (await readPrisoners(tx, '2026-01-01')).length)
if (known === 0) for (let done = 0; done < many; done += 1_000) await loadThousand(done)
const on = '2025-06-15'
const [first] = await within((tx) => readPrisoners(tx, on))
const result = {
  listed: await within(
    async (tx) => (await readPrisoners(tx, on)).filter(({ set }) => set === 'list').length,
  ),
  list: await measure((tx) => readPrisoners(tx, on)),
  'list of a country': await measure((tx) => readPrisoners(tx, on, {}, { country: 'QO' })),
  'list in the past': await measure((tx) => readPrisoners(tx, '2017-06-15')),
  'moves of a year': await measure((tx) => readMoves(tx, '2024-07-01', '2025-06-30')),
  'days of one person': await measure((tx) => daysInPrison(tx, [first?.person ?? ''], on)),
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
await house.close()
