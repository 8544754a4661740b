import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Model } from '#kernels/kinship'
import { scoreCases } from '../files/score-cases.ts'
import { caseFile, type FrequencyTable, type SearchFile } from '../files/shapes.ts'
import { placeCandidates } from './candidate-columns.ts'
import { readHeader, readIndex } from './read-lines.ts'
import { scoreFamily, tablesOf } from './score-family.ts'
import { searchLines } from './search-lines.ts'
import { readRatios, writeTables } from './tables-file.ts'
import { prepareLoci } from '../files/prepare-loci.ts'

const model: Model = { mutation: null, theta: 0, dropout: 0, silent: 0 }
const table: FrequencyTable = {
  TPOX: { '8': 0.5, '9': 0.2, '11': 0.3 },
  TH01: { '6': 0.3, '7': 0.3, '9.3': 0.4 },
}
const pedigree: SearchFile['families'][number]['pedigree'] = [
  { id: 'F', father: null, mother: null, sex: 'M' },
  { id: 'M', father: null, mother: null, sex: 'F' },
  { id: 'W', father: 'F', mother: 'M', sex: 'F' },
]
const family = (id: string, a: string, b: string): SearchFile['families'][number] => ({
  id,
  missing: 'W',
  pedigree,
  genotypes: { F: { TPOX: [a, b], TH01: ['6', '7'] }, M: { TPOX: ['8', '8'], TH01: ['9.3', '9.3'] } },
})
const families = Array.from({ length: 70 }, (_, i) => family(`f${i}`, i % 2 ? '8' : '9', i % 3 ? '11' : '9'))
const candidates: SearchFile['candidates'] = [
  { id: 'c,1', genotype: { TPOX: ['8', '9'], TH01: ['6', '9.3'] } },
  { id: 'c2', genotype: { TPOX: ['8', '11'] } },
  { id: 'c3', genotype: { TPOX: ['11', '11'], TH01: ['6', '6'] } },
]
const header = {
  format: 'amparo-kinship-search-lines/1',
  frequencies: 'small',
  loci: ['TPOX', 'TH01'],
} as const

let folder = ''
const path = (name: string) => join(folder, name)
const written = async (name: string, lines: readonly unknown[]) => {
  await writeFile(path(name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path(name)
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinship-search-'))
  await written('input.jsonl', [
    header,
    ...families.flatMap((one, i) =>
      i === 5 ? [{ candidate: candidates[0] }, { family: one }] : [{ family: one }],
    ),
    { candidate: candidates[1] },
    { candidate: candidates[2] },
  ])
})
afterAll(() => rm(folder, { recursive: true }))

const question = (
  out: string,
  signal = new AbortController().signal,
  onFamilies: (done: number) => void = () => {},
) => ({
  file: path('input.jsonl'),
  header: { ...header, loci: [...header.loci] },
  table,
  model,
  out: path(out),
  signal,
  onFamilies,
  threads: 1,
})

/** The same computed without threads, family by family. */
const expected = (): string => {
  const loci = prepareLoci(header.loci, table, model, 'small')
  const { places } = placeCandidates(candidates, loci)
  const rows = families.flatMap((one) => {
    const { log10LR } = scoreFamily(tablesOf(one, loci, model), places, candidates.length, {})
    return ['"c,1"', 'c2', 'c3'].map(
      (id, i) => `${one.id},${id},${log10LR[i] === -Infinity ? '-Inf' : log10LR[i]}`,
    )
  })
  return ['family,candidate,log10LR', ...rows, ''].join('\n')
}

describe('a search of lines in threads', () => {
  test('gives what a search at once gives, in the order of the file', async () => {
    const made = await searchLines({ ...question('whole.csv'), keep: {} })
    expect(made).toEqual({ families: 70, candidates: 3, resumed: 0 })
    const text = await readFile(path('whole.csv'), 'utf8')
    expect(text).toBe(expected())
    expect(text).toContain('f0,c3,-Inf')
  })

  test('broken off, it goes on and the file is the same to the byte', async () => {
    const stop = new AbortController()
    const broken = searchLines({
      ...question('resumed.csv', stop.signal, (done) => {
        if (done >= 32) stop.abort(new Error('enough'))
      }),
      keep: {},
    })
    await expect(broken).rejects.toThrow('enough')
    const again = await searchLines({ ...question('resumed.csv'), keep: {} })
    expect(again.resumed).toBeGreaterThanOrEqual(32)
    expect(await readFile(path('resumed.csv'), 'utf8')).toBe(expected())
    await expect(stat(path('resumed.csv.journal'))).rejects.toThrow()
  })

  test('another question does not go on from the journal of this one', async () => {
    const stop = new AbortController()
    await searchLines({
      ...question('other.csv', stop.signal, (done) => void (done >= 32 && stop.abort())),
      keep: {},
    }).catch(() => {})
    const again = await searchLines({ ...question('other.csv'), keep: { top: 1 } })
    expect(again.resumed).toBe(0)
    expect((await readFile(path('other.csv'), 'utf8')).trim().split('\n')).toHaveLength(71)
  })

  test('a profile looked up in the tables has the same ratios', async () => {
    await writeTables(question('families.tables'))
    const found = new Map<string, number>()
    for await (const { candidate, families: ids, log10LR } of readRatios(path('families.tables'), candidates))
      ids.forEach((id, i) => found.set(`${id} ${candidate}`, log10LR[i] ?? Number.NaN))
    expect(found.size).toBe(210)
    for (const line of expected().trim().split('\n').slice(1)) {
      const [id = '', name = '', value = ''] = line.replace('"c,1"', 'c;1').split(',')
      expect(String(found.get(`${id} ${name.replace(';', ',')}`)).replace('Infinity', 'Inf')).toBe(value)
    }
  })
})

test('the best and those above a threshold are kept', () => {
  const loci = prepareLoci(header.loci, table, model, 'small')
  const { places } = placeCandidates(candidates, loci)
  const tables = tablesOf(family('f', '9', '11'), loci, model)
  const all = scoreFamily(tables, places, 3, {})
  expect([...scoreFamily(tables, places, 3, { top: 2 }).rows]).toEqual([0, 1])
  expect([...scoreFamily(tables, places, 3, { top: 3 }).rows]).toEqual([0, 1, 2])
  expect([...scoreFamily(tables, places, 3, { atLeast: all.log10LR[0] ?? 0 }).rows]).toEqual([0])
  expect([...scoreFamily(tables, places, 3, { atLeast: 99 }).rows]).toEqual([])
})

describe('bad input is refused with the person, the locus and the remedy', () => {
  const bad = async (change: Partial<SearchFile['families'][number]>): Promise<unknown> => {
    const file = await written('bad.jsonl', [
      header,
      { family: families[0] },
      { candidate: candidates[0] },
      { family: { ...families[1], ...change } },
    ])
    return searchLines({ ...question('bad.csv'), file, keep: {} }).then(
      () => undefined,
      (error: unknown) => error,
    )
  }
  const typed = (person: string, alleles: readonly string[]) => ({
    genotypes: { ...families[1]?.genotypes, [person]: { TPOX: [...alleles] } },
  })
  test.each([
    [
      'an unknown allele',
      typed('M', ['8', '10']),
      /Line 4: f1, M, TPOX: an allele is not in the frequency table.*Add it/,
    ],
    ['three alleles', typed('M', ['8', '9', '11']), /Line 4: f1, M, TPOX: more than two alleles.*mixture/],
    ['a typed missing person', typed('W', ['8', '9']), /Line 4: f1, W, TPOX: the same person twice/],
    ['a profile of nobody', typed('X', ['8', '9']), /Line 4: f1, X: a person who is not in the pedigree/],
    ['a missing person of nobody', { missing: 'X' }, /Line 4: f1, X: a person who is not in the pedigree/],
    [
      'a mother who is a man',
      { pedigree: pedigree.map((one) => (one.id === 'M' ? { ...one, sex: 'M' as const } : one)) },
      /Line 4: f1, M: .*mother who is a man.*Correct the sex/,
    ],
    [
      'an own ancestor',
      { pedigree: pedigree.map((one) => (one.id === 'F' ? { ...one, father: 'F' } : one)) },
      /Line 4: f1, F: .*own ancestor.*Correct the parents/,
    ],
    ['a family given twice', { id: 'f0' }, /Line 4: the family f0 stands twice/],
  ])('%s', async (_name, change, message) => {
    expect(await bad(change)).toMatchObject({
      kind: 'malformed',
      explanation: { en: expect.stringMatching(message) as string },
    })
  })

  test('a candidate given twice, with an unknown allele, or with three', () => {
    const loci = prepareLoci(header.loci, table, model, 'small')
    const place = (...genotypes: readonly (readonly string[])[]) =>
      placeCandidates(
        genotypes.map((TPOX, i) => ({ id: `c${i % 2}`, genotype: { TPOX: [...TPOX] } })),
        loci,
      )
    expect(() => place(['8'], ['8'], ['9'])).toThrow(/c0.*twice/)
    expect(() => place(['8', '10'])).toThrow(/c0, TPOX.*allele/)
    expect(() => place(['8', '9', '11'])).toThrow(/c0, TPOX.*more than two/)
  })

  test('a table that does not sum to 1, and a locus without one', () => {
    expect(() => prepareLoci(['TPOX'], { TPOX: { '8': 0.5, '9': 0.58 } }, model, 'small')).toThrow(
      /small, TPOX.*do not sum to 1/,
    )
    expect(() => prepareLoci(['FGA'], table, model, 'small')).toThrow(/FGA/)
  })

  test('a line that is neither family nor candidate, and one that is no JSON', async () => {
    await expect(readIndex(await written('odd.jsonl', [header, { fmaily: 1 }]))).rejects.toThrow(/Line 2/)
    await writeFile(path('cut.jsonl'), `${JSON.stringify(header)}\n{"candidate":{"id":"a"\n`)
    await expect(readIndex(path('cut.jsonl'))).rejects.toThrow(/Line 2/)
    await expect(readHeader(path('absent'))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a score of other sex, of a sample twice, and of three alleles names the case', async () => {
    const one = {
      id: 'k1',
      frequencies: 'small',
      loci: ['TPOX'],
      model: { mutation: null },
      pedigree,
      missing: 'W',
      poiSex: 'F',
      genotypes: { F: { TPOX: ['8', '9'] } },
      poiGenotype: { TPOX: ['8', '9'] },
    }
    const scored = (change: object) =>
      scoreCases(
        caseFile.parse({ format: 'amparo-kinship-cases/1', cases: [{ ...one, ...change }] }),
        async () => table,
      )
    expect((await scored({}))[0]?.LR).toBeGreaterThan(1)
    await expect(scored({ poiSex: 'M' })).rejects.toThrow(/k1, W.*sex/)
    await expect(scored({ pedigree: [...pedigree, pedigree[0]] })).rejects.toThrow(/k1, F.*twice/)
    await expect(scored({ poiGenotype: { TPOX: ['8', '9', '11'] } })).rejects.toThrow(
      /k1.*TPOX.*more than two/,
    )
    await expect(scored({ genotypes: { F: { TPOX: ['8', '10'] } } })).rejects.toThrow(/k1, F, TPOX/)
  })
})
