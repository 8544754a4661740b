import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { matchPhrases, type ProposedCode } from './index.ts'

const corpusPath = new URL('../../../../../shared/data/directory/phrases.csv', import.meta.url)

type Case = {
  readonly country: string
  readonly rights: string
  readonly countries: string
  readonly codes: string
  readonly status: string
  readonly real: boolean
}

const set = (codes: string): string =>
  codes
    .split('|')
    .filter((code) => code !== '')
    .toSorted()
    .join('|')
const found = (values: readonly ProposedCode[]): string => set(values.map(({ code }) => code ?? '').join('|'))
const certain = (values: readonly ProposedCode[]): boolean =>
  values.length > 0 && values.every(({ status }) => status === 'certain')
const wrong = (values: readonly ProposedCode[], expected: string): readonly ProposedCode[] =>
  values.filter(({ code, status }) => status === 'certain' && !expected.split('|').includes(code ?? ''))

/** Counts of a corpus against the acceptance: right ones, wholly certain ones, and wrong certain values. */
function measure(cases: readonly Case[]) {
  const results = cases.map((one) => ({ one, read: matchPhrases(one.country, one.rights) }))
  const count = (holds: (result: (typeof results)[number]) => boolean): number => results.filter(holds).length
  return {
    rows: results.length,
    countries: count(({ one, read }) => found(read.countries) === set(one.countries)),
    rights: count(({ one, read }) => found(read.rights) === set(one.codes)),
    statuses: count(({ one, read }) => (read.personStatus?.status ?? '') === one.status),
    certainCountries: count(({ one, read }) => one.real && certain(read.countries)),
    certainRights: count(({ one, read }) => one.real && certain(read.rights)),
    wrong: results.flatMap(({ one, read }) => [
      ...wrong(read.countries, one.countries),
      ...wrong(read.rights, one.codes),
    ]),
  }
}

/** The hard facts of the corpus, restated so that they are checked where the corpus is not. */
const restated: readonly Case[] = [
  [
    'Méxic',
    'Drets de les dones. Drets de les persones migrants i refugiades.',
    'MX',
    'women|migrants-refugees',
    '',
  ],
  [
    'Nicaragua, exiliada a Catalunya',
    'Activisme feminista i teatre popular per la defensa dels drets humans',
    'NI',
    'women|artistic',
    'exile',
  ],
  ['Sàhara Occidental', 'Protesta no violenta contra l’ocupació', 'EH', 'self-determination', ''],
  ['<name> Spain', 'Right to life (fight against the death penalty).', 'ES', 'life-death-penalty', ''],
  [
    'Democratic Republic of the Congo',
    'Rights of women (sexual violence in armed conflict). Right to peace. Freedom of expression.',
    'CD',
    'women|gender-violence|peace|expression',
    '',
  ],
  ['Guatamala', 'Dret a la terra i al territori', 'GT', 'land-territory', ''],
  ['Mèxic / Guatemala', 'Persones desaparegudes i memòria històrica', 'MX|GT', 'disappearance|memory', ''],
  ['Txetxènia (Federació Russa)', 'Desaparicions forçades', 'RU', 'disappearance', ''],
  ['Eritrea, refugiat a Suècia', 'Llibertat de premsa', 'ER', 'press', 'refugee'],
].map(([country = '', rights = '', countries = '', codes = '', status = '']) => ({
  country,
  rights,
  countries,
  codes,
  status,
  real: true,
}))

test('reads the restated rows, with no wrong certain value', () => {
  expect(measure(restated)).toEqual({
    rows: 9,
    countries: 9,
    rights: 9,
    statuses: 9,
    certainCountries: 7,
    certainRights: 7,
    wrong: [],
  })
})

test('Congo alone is for review between the two republics', () => {
  expect(matchPhrases('Congo', 'Pau').countries).toEqual([
    { code: null, status: 'review', original: 'Congo', candidates: ['CG', 'CD'] },
  ])
})

if (!existsSync(corpusPath))
  console.info('skipped: the corpus is not at ../shared/data/directory/phrases.csv')
test.skipIf(!existsSync(corpusPath))('meets the acceptance on ../shared/data/directory/phrases.csv', () => {
  const rows: readonly Record<string, string>[] = parse(readFileSync(corpusPath), { columns: true })
  const cases = rows.map(
    (row): Case => ({
      country: row.pais_tal_com_ve ?? '',
      rights: row.drets_tal_com_ve ?? '',
      countries: row.pais_esperat ?? '',
      codes: row.drets_esperats ?? '',
      status: row.estat_persona_esperat ?? '',
      real: row.origen === 'real',
    }),
  )
  expect(measure(cases)).toEqual({
    rows: 28,
    countries: 28,
    rights: 28,
    statuses: 28,
    certainCountries: 20,
    certainRights: 18,
    wrong: [],
  })
})
