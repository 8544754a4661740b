import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelihoodByEnumeration } from './enumeration-fixture.ts'
import { type Comparison, type Model, Refusal, score } from './index.ts'

const data = new URL('../../../../shared/data/genetics/', import.meta.url)
const present = existsSync(data)

interface ReferenceCase {
  readonly id: string
  readonly title: string
  readonly frequencies: string
  readonly loci: readonly string[]
  readonly chromosome: 'autosomal' | 'X'
  readonly model: {
    readonly mutation: Model['mutation']
    readonly theta: number
    readonly poiDropout: number
    readonly silentFrequency: number
  }
  readonly pedigree: Comparison['pedigree']
  readonly missing: string
  readonly poiSex: 'M' | 'F'
  readonly genotypes: Comparison['genotypes']
  readonly poiGenotype: Comparison['candidate']
  readonly expected: {
    readonly perLocus: Readonly<Record<string, { LR: number; lnL1: number | null; lnL2: number }>>
    readonly exclusions: readonly string[]
  }
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'))

// Computed by pedprobr and Familias; the data lie beside the project and are not part of it.
describe.skipIf(!present)('reference cases (../shared/data/genetics)', () => {
  const cases = present ? (read('reference-cases.json') as { cases: readonly ReferenceCase[] }).cases : []

  test('there are 66', () => expect(cases.length).toBe(66))

  test.each(cases.map((one) => [`${one.id}: ${one.title}`, one] as const))('%s', (_name, one) => {
    const { loci } = read(`frequencies/${one.frequencies}.json`) as {
      loci: Record<string, Record<string, number>>
    }
    const result = score(
      {
        pedigree: one.pedigree,
        missing: one.missing,
        genotypes: one.genotypes,
        candidate: one.poiGenotype,
        candidateSex: one.poiSex,
        chromosome: one.chromosome,
      },
      one.loci,
      loci,
      {
        mutation: one.model.mutation,
        theta: one.model.theta,
        dropout: one.model.poiDropout,
        silent: one.model.silentFrequency,
      },
    )
    const expected = Object.entries(one.expected.perLocus)
    expect(expected.length).toBe(one.loci.length)
    for (const [locus, { LR, lnL1, lnL2 }] of expected) {
      const mine = result.perLocus.get(locus)
      if (!mine) throw new Error(`${locus} is missing`)
      if (LR === 0) expect(mine.LR, locus).toBe(0)
      else expect(Math.abs(mine.LR / LR - 1), locus).toBeLessThan(1e-9)
      expect(Math.abs(mine.lnL2 - lnL2), locus).toBeLessThan(1e-9)
      if (lnL1 !== null) expect(Math.abs(mine.lnL1 - lnL1), locus).toBeLessThan(1e-9)
    }
    expect(result.exclusions).toEqual(one.expected.exclusions)
  })
})

const person = (id: string, sex: 'M' | 'F', father: string | null = null, mother: string | null = null) => ({
  id,
  sex,
  father,
  mother,
})

/** Shapes that between them have every kind of tie: founders missing, siblings, cousins who marry, half-siblings, one parent named. */
const shapes = {
  trio: [person('f', 'M'), person('m', 'F'), person('w', 'F', 'f', 'm')],
  duo: [person('f', 'M'), person('w', 'F', 'f', null)],
  siblings: [person('f', 'M'), person('m', 'F'), person('s', 'F', 'f', 'm'), person('w', 'F', 'f', 'm')],
  half: [
    person('f', 'M'),
    person('m', 'F'),
    person('n', 'F'),
    person('h', 'M', 'f', 'n'),
    person('w', 'F', 'f', 'm'),
  ],
  child: [person('f', 'M'), person('w', 'F'), person('c', 'M', 'f', 'w'), person('d', 'F', 'f', 'w')],
  grandparents: [
    person('a', 'M'),
    person('b', 'F'),
    person('f', 'M', 'a', 'b'),
    person('m', 'F'),
    person('w', 'F', 'f', 'm'),
  ],
  inbred: [
    person('a', 'M'),
    person('b', 'F'),
    person('f', 'M', 'a', 'b'),
    person('m', 'F', 'a', 'b'),
    person('w', 'F', 'f', 'm'),
  ],
} as const

const alleles = ['9', '9.3', '10']
const someModel: fc.Arbitrary<Model> = fc.record({
  mutation: fc.option(
    fc.record({
      model: fc.constantFrom('equal', 'proportional', 'stepwise'),
      maleRate: fc.constantFrom(0, 0.01, 0.2),
      femaleRate: fc.constantFrom(0.005, 0.1),
      rate2: fc.constant(0.01),
      range: fc.constantFrom(0.1, 0.5),
      stationary: fc.boolean(),
    }),
  ),
  theta: fc.constantFrom(0, 0.03, 0.2),
  dropout: fc.constantFrom(0, 0.1),
  silent: fc.constantFrom(0, 0.02),
})
const someComparison = (chromosome: 'autosomal' | 'X') =>
  fc
    .record({
      shape: fc.constantFrom(...(Object.keys(shapes) as (keyof typeof shapes)[])),
      seen: fc.array(fc.option(fc.tuple(fc.nat(2), fc.nat(2))), { minLength: 5, maxLength: 5 }),
      candidate: fc.tuple(fc.nat(2), fc.nat(2)),
      weights: fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
      ),
    })
    .map(({ shape, seen, candidate, weights }) => {
      const pedigree = shapes[shape]
      const show = ([a, b]: readonly [number, number], sex: 'M' | 'F') =>
        chromosome === 'X' && sex === 'M' ? [alleles[a] ?? ''] : [alleles[a] ?? '', alleles[b] ?? '']
      const genotypes = Object.fromEntries(
        pedigree.flatMap((one, i) => {
          const mine = seen[i]
          return one.id === 'w' || !mine ? [] : [[one.id, { L: show(mine, one.sex) }] as const]
        }),
      )
      const sum = weights[0] + weights[1] + weights[2]
      const comparison: Comparison = {
        pedigree,
        missing: 'w',
        genotypes,
        candidate: { L: show(candidate, 'F') },
        candidateSex: 'F',
        chromosome,
      }
      return {
        comparison,
        frequencies: Object.fromEntries(alleles.map((allele, i) => [allele, (weights[i] ?? 0) / sum])),
      }
    })

/** Its score at the one locus. A stationary matrix that would not exist is refused, rightly: no such model to compare. */
function scored(
  comparison: Parameters<typeof score>[0],
  frequencies: Readonly<Record<string, number>>,
  model: Model,
) {
  try {
    return score(comparison, ['L'], { L: frequencies }, model).perLocus.get('L')
  } catch (error) {
    const { stationary, maleRate, femaleRate } = model.mutation ?? {
      stationary: false,
      maleRate: 0,
      femaleRate: 0,
    }
    const rarest = Math.min(...Object.values(frequencies))
    if (!(error instanceof Refusal) || !stationary || rarest > maleRate + femaleRate) throw error
    fc.pre(false)
  }
}

describe.each(['autosomal', 'X'] as const)('%s likelihoods', (chromosome) => {
  test('equal those of going through every genotype', () => {
    fc.assert(
      fc.property(someComparison(chromosome), someModel, ({ comparison, frequencies }, model) => {
        const made = scored(comparison, frequencies, model)
        const whole = {
          ...comparison,
          pedigree: comparison.pedigree.flatMap((one) =>
            one.id === 'w' && one.father === 'f' && one.mother === null
              ? [person('?', 'F'), { ...one, mother: '?' }]
              : [one],
          ),
        }
        for (const [given, mine] of [
          ['missing', made?.lnL1],
          ['unrelated', made?.lnL2],
        ] as const) {
          const expected = likelihoodByEnumeration(whole, 'L', frequencies, model, given)
          if (expected < 1e-300) expect(mine).toBe(Number.NEGATIVE_INFINITY)
          else expect(Math.abs((mine ?? Number.NaN) - Math.log(expected))).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 80 },
    )
  })
})

test('theta with a mutation model over many alleles: the sum over partitions equals going through every genotype', () => {
  // 40 alleles that cannot be merged: too many letters for moments.
  const names = Array.from({ length: 40 }, (_, i) => String(5 + i))
  const frequencies = Object.fromEntries(names.map((name, i) => [name, (i + 1) / 820]))
  const model: Model = {
    mutation: { model: 'stepwise', maleRate: 0.05, femaleRate: 0.02, rate2: 0, range: 0.4 },
    theta: 0.05,
    dropout: 0,
    silent: 0,
  }
  const comparison: Comparison = {
    pedigree: shapes.trio,
    missing: 'w',
    genotypes: { f: { L: ['12', '20'] } },
    candidate: { L: ['13', '30'] },
    candidateSex: 'F',
    chromosome: 'autosomal',
  }
  const made = score(comparison, ['L'], { L: frequencies }, model).perLocus.get('L')
  const expected = likelihoodByEnumeration(comparison, 'L', frequencies, model, 'missing')
  expect(made?.lnL1).toBeCloseTo(Math.log(expected), 10)
})

describe('refusals name the person, the locus and the remedy', () => {
  const table = { L: { '9': 0.5, '10': 0.5 } }
  const plain: Model = { mutation: null, theta: 0, dropout: 0, silent: 0 }
  const good: Comparison = {
    pedigree: shapes.trio,
    missing: 'w',
    genotypes: { f: { L: ['9', '10'] } },
    candidate: { L: ['9', '9'] },
    candidateSex: 'F',
    chromosome: 'autosomal',
  }
  const refusal = (
    comparison: Partial<Comparison>,
    model: Partial<Model> = {},
    frequencies: Record<string, Record<string, number>> = table,
  ): Refusal => {
    try {
      score({ ...good, ...comparison }, ['L'], frequencies, { ...plain, ...model })
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
    throw new Error('was not refused')
  }

  test('the good one is taken', () => expect(score(good, ['L'], table, plain).LR).toBeCloseTo(1, 12))

  test.each([
    ['unknown-allele', { genotypes: { f: { L: ['9', '11'] } } }, 'f', 'L'],
    ['too-many-alleles', { candidate: { L: ['9', '10', '11'] } }, 'the person compared', 'L'],
    ['sex-conflict', { candidateSex: 'M' }, 'w', undefined],
    ['person-unknown', { missing: 'z' }, 'z', undefined],
    ['person-unknown', { genotypes: { z: { L: ['9', '9'] } } }, 'z', undefined],
    ['person-twice', { genotypes: { w: { L: ['9', '9'] } } }, 'w', 'L'],
    [
      'own-ancestor',
      { pedigree: [person('f', 'M', 'w', 'm'), person('m', 'F'), person('w', 'M', 'f', 'm')] },
      'f',
      undefined,
    ],
    ['unknown-parent', { pedigree: [person('w', 'F', 'nobody', null)], genotypes: {} }, 'w', undefined],
    [
      'parent-sex',
      { pedigree: [person('f', 'F'), person('m', 'F'), person('w', 'F', 'f', 'm')] },
      'f',
      undefined,
    ],
    ['person-twice', { pedigree: [person('w', 'F'), person('w', 'F')], genotypes: {} }, 'w', undefined],
  ] as const)('%s', (code, change, who, where) => {
    const made = refusal(change as Partial<Comparison>)
    expect(made.code).toBe(code)
    expect(made.person).toBe(who)
    expect(made.locus).toBe(where)
    expect(made.remedy).not.toBe('')
  })

  test('a table that does not sum to 1', () => {
    const made = refusal({}, {}, { L: { '9': 0.58, '10': 0.5 } })
    expect([made.code, made.locus]).toEqual(['not-a-distribution', 'L'])
  })

  test('a locus without frequencies, and parameters that are no probabilities', () => {
    expect(refusal({}, {}, {}).code).toBe('no-frequencies')
    expect(refusal({}, { theta: 1 }).code).toBe('bad-parameter')
    expect(refusal({}, { theta: Number.NaN }).code).toBe('bad-parameter')
    expect(refusal({}, { mutation: { model: 'equal', maleRate: 1.5, femaleRate: 0 } }).code).toBe(
      'bad-parameter',
    )
  })
})
