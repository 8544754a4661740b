// A search of the size of a country: families of the reference templates and candidates, dropped through the pedigrees from the
// reference frequencies by a seeded generator. Prints CPU seconds of the whole process (all threads), wall clock and memory.
//   node bench/kinship-national.ts [--families 100000] [--candidates 100000] [--slice FAMILIES] [--mutation] [--dir FOLDER]
// --lookup: families that the new profile is looked up in; where fewer have tables, their blocks are written again and again.
// --slice: only so many of the families are searched and put into tables; the rest is told by multiplication, and named so.
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { loadavg, tmpdir } from 'node:os'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  prepareLoci,
  ratioChoice,
  readHeader,
  readRatios,
  searchLines,
  writeTables,
} from '#modules/identification/files'
import type { Member, Model } from '#kernels/kinship'

const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '100000' },
    candidates: { type: 'string', default: '100000' },
    slice: { type: 'string' },
    lookup: { type: 'string', default: '100000' },
    mutation: { type: 'boolean', default: false },
    dir: { type: 'string' },
  },
})
const [families, candidates] = [Number(values.families), Number(values.candidates)]
const slice = values.slice === undefined ? families : Number(values.slice)
const data = new URL('../../shared/data/genetics/', import.meta.url)
if (!existsSync(data)) throw new Error('the reference data (../shared/data/genetics) are not here')
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'))

interface Template {
  readonly template: string
  readonly missing: string
  readonly pedigree: readonly Member[]
  readonly genotypes: Readonly<Record<string, unknown>>
}
const reference = read('search-100x1000.json') as {
  frequencies: string
  loci: readonly string[]
  families: readonly Template[]
}
const { loci: table } = read(`frequencies/${reference.frequencies}.json`) as {
  loci: Record<string, Record<string, number>>
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = generator(1)
const plain: Model = { mutation: null, theta: 0, dropout: 0, silent: 0 }
const model: Model = values.mutation
  ? {
      ...plain,
      mutation: { model: 'stepwise', maleRate: 0.003, femaleRate: 0.001, rate2: 0.000001, range: 0.1 },
    }
  : plain
const loci = prepareLoci(reference.loci, table, plain, reference.frequencies)
const draw = ({ alleles, p }: (typeof loci)[number]): string => {
  let left = random()
  const at = p.findIndex((one) => {
    left -= one
    return left < 0
  })
  return alleles[at < 0 ? alleles.length - 1 : at] ?? ''
}
type Profile = Record<string, readonly [string, string]>
const stranger = (): Profile =>
  Object.fromEntries(loci.map((locus) => [locus.name, [draw(locus), draw(locus)]]))
const child = (father: Profile, mother: Profile): Profile =>
  Object.fromEntries(
    loci.map(({ name }) => {
      const pass = (parent: Profile) => parent[name]?.[random() < 0.5 ? 0 : 1] ?? ''
      return [name, [pass(father), pass(mother)]]
    }),
  )

const folder = values.dir ?? mkdtempSync(join(tmpdir(), 'kinship-'))
const input = join(folder, `national-${families}x${candidates}.jsonl`)
if (!existsSync(input)) {
  const file = createWriteStream(input)
  const line = async (value: unknown) => {
    if (!file.write(`${JSON.stringify(value)}\n`)) await once(file, 'drain')
  }
  const templates = [...new Map(reference.families.map((one) => [one.template, one])).values()]
  await line({
    format: 'amparo-kinship-search-lines/1',
    frequencies: reference.frequencies,
    loci: reference.loci,
  })
  for (let i = 0; i < families; i++) {
    const { template, missing, pedigree, genotypes } = templates[i % templates.length] as Template
    const profiles = new Map<string, Profile>()
    // The templates give parents before children.
    for (const { id, father, mother } of pedigree)
      profiles.set(
        id,
        father !== null && mother !== null
          ? child(profiles.get(father) ?? {}, profiles.get(mother) ?? {})
          : stranger(),
      )
    const typed = Object.fromEntries(Object.keys(genotypes).map((id) => [id, profiles.get(id)]))
    await line({ family: { id: `f${i}`, template, missing, pedigree, genotypes: typed } })
    // One candidate in a hundred is somebody's.
    if (i < candidates)
      await line({ candidate: { id: `c${i}`, genotype: i % 100 === 0 ? profiles.get(missing) : stranger() } })
  }
  for (let i = families; i < candidates; i++) await line({ candidate: { id: `c${i}`, genotype: stranger() } })
  file.end()
  await finished(file)
}

const measured = async <T>(work: () => Promise<T>) => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    value,
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
    wallSeconds: Number(((performance.now() - wall) / 1000).toFixed(2)),
  }
}
const memory = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most so far`
const header = await readHeader(input)
if (!header) throw new Error(`${input} is no file of lines`)
const never = new AbortController()
const question = { file: input, header, table, model, signal: never.signal }

/** Runs until the slice is done; the journal stays, as after a break. */
async function untilSlice(
  work: (signal: AbortSignal, onFamilies: (done: number) => void) => Promise<unknown>,
) {
  const stop = new AbortController()
  let done = 0
  const ran = await measured(() =>
    work(stop.signal, (now) => {
      done = now
      if (now >= slice && slice < families) stop.abort(new Error('the slice is done'))
    }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    }),
  )
  return { families: done, cpuSeconds: ran.cpuSeconds, wallSeconds: ran.wallSeconds }
}
const scaled = (run: { families: number; cpuSeconds: number }) =>
  run.families < families
    ? { byMultiplicationCpuSeconds: Math.round((run.cpuSeconds * families) / run.families) }
    : {}

/** Writes the blocks of a file of tables so many times more behind it: the look-up is then of that many families. */
async function repeatBlocks(path: string, times: number): Promise<number> {
  const bytes = await readFile(path)
  const start = 16 + Math.ceil(bytes.readUInt32LE(8) / 8) * 8
  for (let i = 0; i < times; i++) await appendFile(path, bytes.subarray(start))
  return statSync(path).size
}

const out = join(folder, 'found.csv')
const search = await untilSlice((signal, onFamilies) =>
  searchLines({ ...question, signal, onFamilies, out, keep: { top: 5, atLeast: 4 } }),
)
console.log(
  JSON.stringify({
    bench: 'search',
    candidates,
    ...search,
    ...scaled(search),
    memory: memory(),
    load: loadavg()[0],
  }),
)

if (!values.mutation) {
  const tablesFile = join(folder, 'families.tables')
  const made = await untilSlice((signal, onFamilies) =>
    writeTables({ ...question, signal, onFamilies, out: tablesFile }),
  )
  const path = existsSync(tablesFile) ? tablesFile : `${tablesFile}.part`
  const { size: bytes } = statSync(path)
  const whole = await repeatBlocks(path, Math.max(0, Math.ceil(Number(values.lookup) / made.families) - 1))
  console.log(JSON.stringify({ bench: 'tables', ...made, bytes, memory: memory(), load: loadavg()[0] }))
  const profile = [
    {
      id: 'new',
      genotype: Object.fromEntries(Object.entries(stranger()).map(([name, seen]) => [name, [...seen]])),
    },
  ]
  const rounds = []
  for (let i = 0; i < 5; i++) {
    const one = await measured(async () => {
      const choice = ratioChoice({ top: 5 })
      let count = 0
      for await (const block of readRatios(path, profile)) {
        count += block.families.length
        choice.take(block)
      }
      return count
    })
    rounds.push({ families: one.value, cpuSeconds: one.cpuSeconds, wallSeconds: one.wallSeconds })
  }
  console.log(JSON.stringify({ bench: 'one new profile', rounds, bytes: whole, load: loadavg()[0] }))
}
if (values.dir === undefined) rmSync(folder, { recursive: true })
