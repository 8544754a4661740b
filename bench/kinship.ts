// Likelihood ratios of families: one comparison by template, a search of 100 × 1,000, a pedigree of 21 people with theta,
// and a large many-to-many search. CPU milliseconds, best of the rounds. Needs ../shared/data/genetics.
//   node bench/kinship.ts [--pairs FAMILIES CANDIDATES]
import { existsSync, readFileSync } from 'node:fs'
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
console.log(JSON.stringify({ bench: 'large pedigrees, all loci, CPU ms', large }, null, 1))
