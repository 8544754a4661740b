// Likelihood ratios of families: one comparison by template, a search of 100 × 1,000, a pedigree of 21 people with theta,
// CPU milliseconds, best of the rounds. Needs ../shared/data/genetics. (A search of a country's size: bench/kinship-national.ts.)
//   node bench/kinship.ts
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { type Comparison, type Model, score } from '#kernels/kinship'

const data = new URL('../../shared/data/genetics/', import.meta.url)
if (!existsSync(data)) throw new Error('the reference data (../shared/data/genetics) are not here')
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'))

interface Family {
  readonly id: string
  readonly template: string
  readonly missing: string
  readonly pedigree: Comparison['pedigree']
  readonly genotypes: Comparison['genotypes']
}
const search = read('search-100x1000.json') as {
  frequencies: string
  loci: readonly string[]
  families: readonly Family[]
  candidates: readonly { id: string; genotype: Comparison['candidate'] }[]
}
const tables = (
  read(`frequencies/${search.frequencies}.json`) as { loci: Record<string, Record<string, number>> }
).loci

const plain: Model = { mutation: null, theta: 0, dropout: 0, silent: 0 }
const models: Readonly<Record<string, Model>> = {
  none: plain,
  proportional: { ...plain, mutation: { model: 'proportional', maleRate: 0.003, femaleRate: 0.001 } },
  stepwise: {
    ...plain,
    mutation: { model: 'stepwise', maleRate: 0.003, femaleRate: 0.001, rate2: 0.000001, range: 0.1 },
  },
  theta: { ...plain, theta: 0.03 },
}

/** CPU milliseconds of one call, the best of `rounds`. */
function cpu(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const one = (family: Family, candidate: Comparison['candidate'], model: Model) => {
  const sex = family.pedigree.find(({ id }) => id === family.missing)?.sex ?? 'F'
  const { pedigree, missing, genotypes } = family
  const comparison = {
    pedigree,
    missing,
    genotypes,
    candidate,
    candidateSex: sex,
    chromosome: 'autosomal' as const,
  }
  return score(comparison, search.loci, tables, model)
}

const byTemplate: Record<string, Record<string, number>> = {}
for (const [name, model] of Object.entries(models))
  for (const template of [...new Set(search.families.map((family) => family.template))]) {
    const at = search.families.findIndex((family) => family.template === template)
    const family = search.families[at]
    const candidate = search.candidates[at]?.genotype
    if (!family || !candidate) continue
    const repeat = 20
    const ms = cpu(8, () => {
      for (let i = 0; i < repeat; i++) one(family, candidate, model)
    })
    const row = (byTemplate[template] ??= {})
    row[name] = Number((ms / repeat).toFixed(2))
  }
console.log(JSON.stringify({ bench: 'one likelihood ratio, 23 loci, CPU ms', byTemplate }, null, 1))

const { cases } = read('reference-cases.json') as {
  cases: readonly (Family & {
    loci: readonly string[]
    poiSex: 'M' | 'F'
    poiGenotype: Comparison['candidate']
    frequencies: string
  })[]
}
const large: Record<string, number> = {}
for (const id of ['r51', 'r52', 'r49']) {
  const made = cases.find((item) => item.id === id)
  if (!made) continue
  const { loci } = read(`frequencies/${made.frequencies}.json`) as {
    loci: Record<string, Record<string, number>>
  }
  const comparison = {
    pedigree: made.pedigree,
    missing: made.missing,
    genotypes: made.genotypes,
    candidate: made.poiGenotype,
    candidateSex: made.poiSex,
    chromosome: 'autosomal' as const,
  }
  for (const theta of [0, 0.03])
    large[`${id} (${made.pedigree.length} people) theta ${theta}`] = Math.round(
      cpu(3, () => score(comparison, made.loci, loci, { ...plain, theta })),
    )
}

// 21 people, four untyped founders, and four loops: two siblings marry two siblings, and two pairs of cousins have children.
const looped = (
  'PGF PGM MGF MGM SP AH MW FA:PGF:PGM U1:PGF:PGM U2:PGF:PGM MO:MGF:MGM A1:MGF:MGM A2:MGF:MGM X1:U1:A1 MP:FA:MO S1:FA:MO ' +
  'Y1:U2:SP L2:Y1:S1 Z1:AH:A2 L1:X1:Z1 CH:MP:MW'
)
  .split(' ')
  .map((one) => {
    const [id = '', father = null, mother = null] = one.split(':')
    const women = ['PGM', 'MGM', 'SP', 'MW', 'MO', 'A1', 'A2', 'S1', 'Z1']
    return { id, father, mother, sex: women.includes(id) ? ('F' as const) : ('M' as const) }
  })
const typedOfLooped = ['SP', 'AH', 'MW', 'U2', 'X1', 'Y1', 'L1', 'L2', 'CH']
let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return seed / 0x80000000
}
const dropped = new Map<string, Record<string, readonly [string, string]>>()
for (const { id, father, mother } of looped)
  dropped.set(
    id,
    Object.fromEntries(
      search.loci.map((locus) => {
        const drawn = () => {
          let left = random()
          const entries = Object.entries(tables[locus] ?? {})
          return (entries.find(([, p]) => (left -= p) < 0) ?? entries[0])?.[0] ?? ''
        }
        const passed = (parent: string | null) =>
          parent === null ? drawn() : (dropped.get(parent)?.[locus]?.[random() < 0.5 ? 0 : 1] ?? '')
        return [locus, [passed(father), passed(mother)] as const]
      }),
    ),
  )
const loops: Comparison = {
  pedigree: looped,
  missing: 'MP',
  genotypes: Object.fromEntries(typedOfLooped.map((id) => [id, dropped.get(id) ?? {}])),
  candidate: dropped.get('MP') ?? {},
  candidateSex: 'M',
  chromosome: 'autosomal',
}
for (const theta of [0, 0.03])
  large[`21 people, loops, 4 untyped founders, theta ${theta}`] = Math.round(
    cpu(3, () => score(loops, search.loci, tables, { ...plain, theta })),
  )
console.log(
  JSON.stringify({ bench: 'large pedigrees, all loci, CPU ms', load: loadavg()[0], large }, null, 1),
)
