import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Comparison,
  familyTable,
  genotypePlace,
  type Model,
  orderPedigree,
  prepareLocus,
  scoreLocus,
} from './index.ts'

const names = ['8', '9', '9.3', '10', '11', '12']
const frequencies = { '8': 0.1, '9': 0.25, '9.3': 0.05, '10': 0.3, '11': 0.2, '12': 0.1 }
const pedigree: Comparison['pedigree'] = [
  { id: 'a', sex: 'M', father: null, mother: null },
  { id: 'b', sex: 'F', father: null, mother: null },
  { id: 'f', sex: 'M', father: 'a', mother: 'b' },
  { id: 'u', sex: 'M', father: 'a', mother: 'b' },
  { id: 'm', sex: 'F', father: 'a', mother: 'b' },
  { id: 'w', sex: 'F', father: 'f', mother: 'm' },
  { id: 'x', sex: 'M', father: null, mother: null },
  { id: 'c', sex: 'F', father: 'x', mother: 'w' },
]

const someModel: fc.Arbitrary<Model> = fc.record({
  mutation: fc.option(
    fc.record({
      model: fc.constantFrom('equal', 'proportional', 'stepwise'),
      maleRate: fc.constant(0.01),
      femaleRate: fc.constant(0.005),
      rate2: fc.constant(0.001),
      range: fc.constant(0.1),
    }),
  ),
  theta: fc.constantFrom(0, 0.02),
  dropout: fc.constantFrom(0, 0.1),
  silent: fc.constantFrom(0, 0.01),
})

test('the table of a family says of every profile what comparing it alone says', () => {
  const genotype = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names))
  fc.assert(
    fc.property(
      someModel,
      fc.option(genotype),
      fc.option(genotype),
      genotype,
      fc.constantFrom('w', 'f', 'a'),
      (model, uncle, child, mother, missing) => {
        const genotypes: Record<string, Record<string, readonly string[]>> = {}
        if (uncle) genotypes['u'] = { L: uncle }
        if (child) genotypes['c'] = { L: child }
        genotypes['m'] = { L: mother }
        const locus = prepareLocus('L', frequencies, model)
        const table = familyTable(
          orderPedigree(pedigree),
          missing,
          (id) => genotypes[id]?.['L'],
          locus,
          model,
        )
        const sex = missing === 'w' ? 'F' : 'M'
        for (let j = 0; j < names.length; j++)
          for (let i = 0; i <= j; i++) {
            const candidate = { L: [names[i] ?? '', names[j] ?? ''] }
            const comparison = {
              pedigree,
              missing,
              genotypes,
              candidate,
              candidateSex: sex,
              chromosome: 'autosomal',
            } as const
            const alone = scoreLocus(comparison, locus, model)
            const places = candidate.L.map((allele) => locus.alleles.indexOf(allele))
            const mine = table[genotypePlace(places[0] ?? 0, places[1] ?? 0)] ?? Number.NaN
            if (Number.isNaN(mine)) expect(alone.lnL2).toBe(Number.NEGATIVE_INFINITY)
            else if (alone.LR < 1e-13) expect(mine).toBeLessThan(-25)
            else expect(Math.abs(mine - Math.log(alone.LR))).toBeLessThan(1e-9)
          }
      },
    ),
    { numRuns: 40 },
  )
})

const data = new URL('../../../../shared/data/genetics/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, data), 'utf8')

// Computed by pedprobr; the data lie beside the project and are not part of it.
describe.skipIf(!existsSync(data))(
  'a search of 100 families among 1,000 people (../shared/data/genetics)',
  () => {
    test('agrees with the expected 100,000 ratios to 1e-6, and in every exclusion', () => {
      const input = JSON.parse(read('search-100x1000.json')) as {
        frequencies: string
        loci: readonly string[]
        families: readonly {
          id: string
          missing: string
          pedigree: Comparison['pedigree']
          genotypes: Comparison['genotypes']
        }[]
        candidates: readonly { id: string; genotype: Comparison['candidate'] }[]
      }
      const tables = (
        JSON.parse(read(`frequencies/${input.frequencies}.json`)) as {
          loci: Record<string, Record<string, number>>
        }
      ).loci
      const model: Model = { mutation: null, theta: 0, dropout: 0, silent: 0 }
      const loci = input.loci.map((name) => prepareLocus(name, tables[name] ?? {}, model))
      const places = input.candidates.map(({ genotype }) =>
        loci.map((locus) => {
          const [a = '', b = a] = genotype[locus.name] ?? []
          return genotypePlace(locus.alleles.indexOf(a), locus.alleles.indexOf(b))
        }),
      )
      const rows = read('search-100x1000-log10lr-none.csv').trim().split('\n').slice(1)
      let compared = 0
      input.families.forEach((family, row) => {
        const members = orderPedigree(family.pedigree)
        const mine = loci.map((locus) =>
          familyTable(members, family.missing, (id) => family.genotypes[id]?.[locus.name], locus, model),
        )
        const expected = (rows[row] ?? '').split(',').slice(1)
        places.forEach((place, column) => {
          let ln = 0
          place.forEach((at, i) => {
            ln += mine[i]?.[at] ?? Number.NaN
          })
          const log10 = ln / Math.LN10
          if (expected[column] === '-Inf') {
            if (log10 !== Number.NEGATIVE_INFINITY)
              throw new Error(`${family.id} × ${column} is not excluded`)
          } else if (!(Math.abs(log10 - Number(expected[column])) < 1e-6))
            throw new Error(`${family.id} × ${column}: ${log10}`)
          compared++
        })
      })
      expect(compared).toBe(100_000)
    })
  },
)
