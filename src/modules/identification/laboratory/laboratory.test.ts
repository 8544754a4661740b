import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkFrequencies,
  checkProfiles,
  kitNamed,
  type LaboratoryMaterial,
  lackingAlleles,
  locusName,
  readCmf,
  readFam,
  readFrequencies,
  readGeneMapper,
  readWideTable,
} from './index.ts'

const data = new URL('../../../../../shared/data/genetics/formats/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, data), 'utf8')
const pieces = async function* (text: string) {
  for (let i = 0; i < text.length; i += 100) yield text.slice(i, i + 100)
}
const codes = ({ findings }: Pick<LaboratoryMaterial, 'findings'>) => findings.map(({ code }) => code)
const genotypeOf = ({ profiles }: LaboratoryMaterial, sample: string) =>
  profiles.find((one) => one.sample === sample)?.genotype

// The same family in four formats; made beside the project and no part of it.
describe.skipIf(!existsSync(data))('the files of ../shared/data/genetics/formats', () => {
  const expected = {
    TPOX: ['6', '9'],
    D3S1358: ['16', '17'],
    D5S818: ['13'],
    CSF1PO: ['11', '12'],
    TH01: ['7'],
    D16S539: ['10', '11'],
  }
  const distinct = (genotype: Readonly<Record<string, readonly string[]>> | undefined) =>
    Object.fromEntries(
      Object.entries(genotype ?? {}).map(([locus, alleles]) => [locus, [...new Set(alleles)]]),
    )

  test('all four tell the same of the paternal grandfather', async () => {
    const made = [
      readGeneMapper(read('genemapper-bulk.tsv')),
      await readCmf(pieces(read('codis-cmf32.xml'))),
      readFam(read('grandparents.fam')),
      readWideTable(read('grandparents.ped')),
    ]
    for (const one of made) {
      expect(distinct(genotypeOf(one, 'PGF'))).toEqual(expected)
      expect(codes(one)).toEqual([])
    }
    expect(made.map(({ profiles }) => profiles.length)).toEqual([4, 4, 3, 3])
    expect(made[0]?.profiles[3]).toMatchObject({
      sample: 'RESTOS-0001',
      category: 'Restos',
      kit: 'PowerPlex Fusion 6C',
    })
    expect(made[1]?.profiles[0]?.kit).toBe('PowerPlex Fusion 6C')
  })

  test('.fam and .ped tell the same pedigree, the .fam the frequencies too', () => {
    const fam = readFam(read('grandparents.fam'))
    expect(fam.pedigree).toEqual(readWideTable(read('grandparents.ped')).pedigree)
    expect(fam.pedigree.find(({ id }) => id === 'MP')).toEqual({
      id: 'MP',
      sex: 'F',
      father: 'FA',
      mother: 'MO',
    })
    const table = readFrequencies(read('genis-frequencies.csv'))
    expect(fam.frequencies).toEqual(table.frequencies)
    expect(checkFrequencies(table.frequencies).findings).toEqual([])
    expect(table.least).toMatchObject({ TPOX: 0.001 })
  })

  test('cut off anywhere, a CMF file is refused, and a .fam never crashes', async () => {
    const [xml, fam] = [read('codis-cmf32.xml'), read('grandparents.fam')]
    for (let i = 0; i < 40; i++) {
      const share = i / 40
      await expect(readCmf(pieces(xml.slice(0, xml.length * share)))).rejects.toMatchObject({
        kind: 'malformed',
      })
      try {
        readFam(fam.slice(0, fam.length * share))
      } catch (error) {
        expect(error).toMatchObject({ kind: 'malformed' })
      }
    }
  })
})

const header = 'Sample Name\tUD2\tMarker\tAllele 1\tAllele 2\tAllele 3'

describe('a table of GeneMapper', () => {
  const of = (...rows: readonly string[]) => readGeneMapper([header, ...rows].join('\r\n'))

  test('reads aliases of loci and spellings of alleles, and says what it renamed', () => {
    const made = of('S1\tGlobalFiler\tTHO1\t9,3\t06\t', 'S1\t\tpenta d\t12.0\t\t')
    expect(made.profiles[0]).toMatchObject({
      kit: 'GlobalFiler',
      genotype: { TH01: ['9.3', '6'], 'Penta D': ['12'] },
    })
    expect(codes(made)).toEqual(['allele-renamed', 'allele-renamed', 'allele-renamed'])
  })

  test.each([
    ['S1\t\tTPOX\t8\t9\t10', 'too-many-alleles'],
    ['S1\t\tTPOX\tOL\t9\t', 'bad-allele'],
    ['S1\t\tD99S1\t8\t9\t', 'unknown-locus'],
    ['\t\tTPOX\t8\t9\t', 'bad-line'],
  ] as const)('%s is left out and told (%s)', (row, code) => {
    const made = of(row)
    expect(codes(made)).toEqual([code])
    expect(made.findings[0]).toMatchObject({ severity: 'refused', line: 2 })
    expect(genotypeOf(made, 'S1')?.['TPOX']).toBeUndefined()
  })

  test('a sample given twice with other alleles is told, with the same it is not', () => {
    expect(codes(of('S1\t\tTPOX\t8\t9\t', 'S1\t\tTPOX\t9\t8\t'))).toEqual([])
    const made = of('S1\t\tTPOX\t8\t9\t', 'S1\t\tTPOX\t8\t11\t')
    expect(made.findings).toMatchObject([{ code: 'locus-twice', person: 'S1', locus: 'TPOX', line: 3 }])
    expect(genotypeOf(made, 'S1')).toEqual({ TPOX: ['8', '9'] })
  })

  test('a file without the columns is refused', () => {
    expect(() => readGeneMapper('a\tb\n1\t2')).toThrow(/Sample Name/)
  })
})

test('CMF: another root is refused, another version flagged, entities of its own refused', async () => {
  await expect(readCmf(pieces('<Other/>'))).rejects.toThrow(/CODIS/)
  const made = await readCmf(
    pieces(
      '<CODISImportFile><HEADERVERSION>9</HEADERVERSION><SPECIMEN><SPECIMENID>A</SPECIMENID></SPECIMEN></CODISImportFile>',
    ),
  )
  expect(codes(made)).toEqual(['not-read'])
  await expect(readCmf(pieces('<!DOCTYPE a [<!ENTITY b "c">]><CODISImportFile/>'))).rejects.toThrow()
})

test('a wide table takes alleles in one column or in two', () => {
  const one = readWideTable('sample;TPOX;TH01\nA;8/9;6/9.3')
  const two = readWideTable('sample,TPOX.1,TPOX.2,TH01,TH01\nA,8,9,6,9.3')
  expect(genotypeOf(two, 'A')).toEqual(genotypeOf(one, 'A'))
  expect(genotypeOf(one, 'A')).toEqual({ TPOX: ['8', '9'], TH01: ['6', '9.3'] })
})

test('what was written as a wide table comes back', () => {
  const allele = fc.constantFrom('5', '9', '9.3', '12', '31.2')
  const person = fc.record({ TPOX: fc.tuple(allele, allele), vWA: fc.tuple(allele, allele) })
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
      const rows = people.map((one, i) => `P${i}\t${one.TPOX.join('/')}\t${one.vWA.join('/')}`)
      const made = readWideTable(['id\tTPOX\tvWA', ...rows].join('\n'))
      expect(made.profiles.map(({ genotype }) => genotype)).toEqual(people)
    }),
    { numRuns: 50 },
  )
})

test('frequencies: a locus that does not sum to 1 is refused, a jump flagged, what profiles show and it lacks listed', () => {
  const { frequencies } = readFrequencies(
    'alelo,TPOX,D12S391\n8,0.5,0.1\n9,0.5,\n22,,0.58\n23,,0.842\nfmin,0.001,0.001',
  )
  const right = { D12S391: { '8': 0.1, '22': 0.058, '23': 0.842 }, TPOX: { '8': 0.5, '9': 0.5 } }
  const { accepted, findings } = checkFrequencies(frequencies, right)
  expect(Object.keys(accepted)).toEqual(['TPOX'])
  expect(findings).toMatchObject([
    { code: 'not-a-distribution', locus: 'D12S391', severity: 'refused' },
    { code: 'jump', locus: 'D12S391', value: '22: 0.58' },
  ])
  const { profiles } = readWideTable('id\tTPOX\nA\t8/11\nB\t11/11')
  expect(lackingAlleles(profiles, accepted)).toMatchObject([{ person: 'A', locus: 'TPOX', value: '11' }])
})

test('two samples of one profile, and a sex marker against the pedigree, are flagged', () => {
  const loci = ['AMEL', 'TPOX', 'vWA', 'FGA', 'TH01', 'SE33', 'D3S1358', 'D5S818', 'D7S820']
  const row = (id: string, sex: string, last: string) =>
    [id, '0', '0', sex, 'X/Y', ...Array.from({ length: 7 }, (_, i) => `${8 + i}/${9 + i}`), last].join('\t')
  const made = readWideTable(
    [
      ['id', 'fid', 'mid', 'sex', ...loci].join('\t'),
      row('A', '1', '8/9'),
      row('B', '2', '9/8'),
      row('C', '1', '8/8'),
    ].join('\n'),
  )
  expect(checkProfiles(made.profiles, made.pedigree)).toMatchObject([
    { code: 'same-profile', person: 'B', value: 'A' },
    { code: 'sex-conflict', person: 'B', locus: 'AMEL' },
  ])
})

test('a pedigree in which somebody is their own ancestor is refused by name', () => {
  const fam = (pairs: readonly string[]) =>
    [
      '"Familias"',
      '""',
      '3',
      '""',
      '2',
      '"A"',
      '#FALSE#',
      '-1',
      '#FALSE#',
      '#TRUE#',
      '0',
      '"B"',
      '#FALSE#',
      '-1',
      '#FALSE#',
      '#TRUE#',
      '0',
      '"Known relations"',
      '0',
      '0',
      '0',
      '1',
      '0',
      '"P"',
      '0',
      '0',
      String(pairs.length / 2),
      ...pairs,
      '#FALSE#',
      '0',
    ].join('\n')
  expect(readFam(fam(['0', '1'])).pedigree[1]).toMatchObject({ id: 'B', father: 'A' })
  expect(() => readFam(fam(['0', '1', '1', '0']))).toThrow(/own ancestor/)
})

test('kits and loci are known by many names', () => {
  expect([locusName('TP0X'), locusName('tho1'), locusName('Amelogenin'), locusName('nothing')]).toEqual([
    'TPOX',
    'TH01',
    'AMEL',
    undefined,
  ])
  expect(kitNamed('PowerPlex Fusion 6C')?.loci).toContain('SE33')
})
