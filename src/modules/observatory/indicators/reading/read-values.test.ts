import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { labels } from '#platform/i18n'
import { readHead } from '../../sources/read-head.ts'
import { shippedTables } from '../profiles/index.ts'
import { readHeader } from './header.ts'
import type { Reading } from './reading.ts'
import { type ReadTable, readValues } from './read-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-indicators-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads a file as whoever recognises it would. */
async function readShipped(
  path: string,
): Promise<ReadTable & { dataset: string; scope: string; version: string }> {
  const head = await readHead(path)
  const table = shippedTables.find((one) => one.recognises(head))
  if (!table) throw new Error(`nobody recognises ${path}`)
  const reading = table.reading(await readHeader(path), [], head)
  const read = await readValues(path, reading)
  return {
    ...read,
    dataset: table.dataset,
    scope: table.scope?.(reading, head) ?? '',
    version: table.version(head),
  }
}

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const noticed = (read: ReadTable) =>
  read.findings.map(({ what, count, examples }) => [what.en, count, examples])
const valueOf = (read: ReadTable, code: string, polity: string, year: number) =>
  read.series
    .find((one) => one.reading.series.code === code)
    ?.values.find((one) => one.polity === polity && one.year === year)

const data = '../shared/data/indices'

/** Each file is read once for all tests. */
const kept = new Map<string, ReturnType<typeof readShipped>>()
function readData(name: string): ReturnType<typeof readShipped> {
  const reading = kept.get(name) ?? readShipped(join(data, name))
  kept.set(name, reading)
  return reading
}

// What each file is known to hold. `left`: rows without a state that is known.
describe.runIf(existsSync(data))('the files of publishers', () => {
  test.each([
    ['vdem_v15_regime_country_year_1900_2024.csv', 'vdem', '15', 6, 2024, ['v2x_regime', 'CSK', 1950, 0]],
    [
      'vdem_v12_freedoms_country_year.csv',
      'vdem-freedoms',
      '12',
      25,
      2021,
      ['v2clacfree', 'AFG', 1970, 0.083],
    ],
    [
      'demspaces_v14_six_spaces_1968_2023.csv',
      'demspaces',
      '14',
      6,
      2023,
      ['v2xcs_ccsi', 'USA', 1968, 0.883],
    ],
    ['vdem_ERT_v15.csv.gz', 'ert', '15', 3, 2024, ['reg_type', 'MEX', 1900, 0]],
    ['freedom_house_ratings_1972_2024.csv', 'freedom-house', '2024', 3, 2024, ['status', 'AUT', 2022, 2]],
    [
      'freedom_house_subscores_2012_2024.csv',
      'freedom-house-scores',
      '2024',
      19,
      2024,
      ['D3', 'AFG', 2012, 1],
    ],
    ['bti_democracy_status_2004_2022.csv', 'bti', '2022', 2, 2022, ['cat_dem_stat', 'HTI', 2004, 5]],
    ['eiu_democracy_index_2006_2024.csv', 'eiu', '2024', 1, 2024, ['eiu', 'AFG', 2008, 3.02]],
    ['owid_eiu_final.csv', 'eiu', '', 7, 2022, ['regime_eiu', 'COM', 2013, 0]],
    ['wgi_voice_accountability_1996_2023.csv', 'wgi', '2023', 1, 2023, null],
    ['polity5_1946_2018.csv', 'polity5', '2018', 1, 2020, ['polity', 'AZE', 1997, -6]],
    ['lied_lexical_index_1946_2024.csv', 'lied', '2024', 2, 2024, ['lexical_index_plus', 'ARG', 1977, 0]],
    [
      'fariss_LHRS-v4.02-2021.csv.gz',
      'fariss',
      '4.02-2021',
      1,
      2021,
      ['theta_mean', 'USA', 1946, -0.759035809061964],
    ],
    ['PTS-2022.csv', 'pts', '2022', 3, 2021, ['PTS_A', 'AFG', 1977, 4]],
  ] as const)('%s', async (name, dataset, version, series, until, one) => {
    const read = await readData(name)
    expect([read.dataset, read.version, read.series.length, read.lastYear]).toEqual([
      dataset,
      version,
      series,
      until,
    ])
    if (one) expect(valueOf(read, one[0], one[1], one[2])?.value).toBe(one[3])
  })

  test('give the counts that their publishers tell', async () => {
    const vdem = await readData('vdem_v15_regime_country_year_1900_2024.csv')
    const bti = await readData('bti_democracy_status_2004_2022.csv')
    const count = (read: ReadTable, code: string, year: number) => {
      const values = read.series.find((one) => one.reading.series.code === code)?.values ?? []
      const counts: Record<string, number> = {}
      for (const one of values)
        if (one.year === year && one.value !== null) counts[one.value] = (counts[one.value] ?? 0) + 1
      return counts
    }
    expect(count(vdem, 'v2x_regime', 2024)).toEqual({ 0: 35, 1: 56, 2: 59, 3: 29 })
    expect(count(bti, 'cat_dem_stat', 2022)).toEqual({ 1: 15, 2: 37, 3: 11, 4: 25, 5: 49 })
    expect(noticed(vdem)).toEqual([])
  })

  test('keep why there is no value', async () => {
    const polity5 = await readData('polity5_1946_2018.csv')
    expect(valueOf(polity5, 'polity', 'AFG', 2002)).toMatchObject({ value: null, said: '-66 (interruption)' })
    const pts = await readData('PTS-2022.csv')
    expect(valueOf(pts, 'PTS_H', 'AFG', 1976)).toMatchObject({ value: null, said: 'NA (NA_Status_H 88)' })
    // The German Federal Republic goes on in that file after 1990, without values.
    expect(valueOf(pts, 'PTS_A', 'DEU', 2000)?.value).toEqual(expect.any(Number))
  })
})

const rsf2022 = [
  'ISO;Score;Rank;Political Context;Rank_Pol;Zone;Country_EN;Country_ES;Year (N)',
  'ESP;76,71;32;77,27;36;UE Balkans;Spain;España;2022',
  'XKO;62,4;61;60;1;UE Balkans;Kosovo;Kosovo;2022',
  'ZZZ;1,5;61;60;1;Nowhere;Atlantis;Atlántida;2022',
]

describe('press freedom', () => {
  test('has decimal commas: 87,18 never becomes 8718', async () => {
    const read = await readShipped(written('2022.csv', `${rsf2022.join('\n')}\n`))
    expect([read.dataset, read.scope, read.version]).toEqual(['rsf', '2022', '2022'])
    expect(valueOf(read, 'score', 'ESP', 2022)).toMatchObject({ value: 76.71, said: '76,71', row: 2 })
    expect(valueOf(read, 'political', 'XKX', 2022)?.value).toBe(60)
    expect(noticed(read)).toEqual([
      ['Rows that name no known state (aggregates, territories), left out: 1.', 1, ['ZZZ, Atlantis']],
    ])
  })

  test('before 2022 is another measure, in the other layout', async () => {
    const read = await readShipped(
      written(
        '2021.csv',
        'Year (N);ISO;Rank N;Score N;Score N without the exactions;EN_country\n2021;NOR;1;6,72;6,72;Norway\n',
      ),
    )
    expect(read.series.map((one) => one.reading.series.code)).toEqual(['score-to-2021'])
    expect(valueOf(read, 'score-to-2021', 'NOR', 2021)?.value).toBe(6.72)
  })

  test('with decimal points is refused, naming the cell', async () => {
    const path = written('2025.csv', `${rsf2022.join('\n')}\n`.replace('76,71', '76.71'))
    await expect(readShipped(path)).rejects.toMatchObject({
      explanation: {
        en: expect.stringContaining(
          '2025.csv, row 2, column Score: "76.71" is no number with a decimal comma',
        ),
      },
    })
  })
})

describe('any table', () => {
  const reading = (over: Partial<Reading> = {}): Reading => ({
    states: { codes: [{ system: 'iso2', column: 'c' }], name: 'n' },
    years: { at: 'column', column: 'y' },
    numbers: { decimal: '.', thousands: '' },
    series: [
      { column: 'v', series: { code: 'v', label: labels('v', 'v', 'v'), author: 'x', scale: 'number' } },
    ],
    ...over,
  })

  test('keeps Namibia, whose code is NA, and tells codes from names', async () => {
    const read = await readValues(
      written(
        'a.csv',
        'c,n,y,v\nNA,Namibia,2000,1\nFR,Spain,2000,2\n,Italy,2000,3\nQX,Peru,2000,4\nFR,France,2000,5\n',
      ),
      reading(),
    )
    expect(read.series[0]?.values.map(({ polity, value }) => [polity, value])).toEqual([
      ['NAM', 1],
      ['FRA', 2],
      ['ITA', 3],
      ['PER', 4],
    ])
    expect(noticed(read).map(([, count, examples]) => [count, examples])).toEqual([
      [1, ['FR = FRA, Spain = ESP']],
      [1, ['QX, Peru']],
      [1, ['row 6: FRA 2000']],
    ])
  })

  test('may have a column for each year, and bounds from a deviation', async () => {
    const wide = await readValues(
      written('w.csv', 'n,1999 [YR1999],2000 [YR2000]\nItaly,1,..\nWorld,5,6\n'),
      reading({ states: { codes: [], name: 'n', aggregates: /^World$/ }, years: { at: 'columns' } }),
    )
    expect(wide.series[0]?.values).toEqual([
      { polity: 'ITA', year: 1999, value: 1, low: null, high: null, said: null, row: 2 },
    ])
    const [series] = reading().series
    const bounded = await readValues(
      written('d.csv', 'c,n,y,v,s\nIT,Italy,2000,1,0.5\n'),
      reading({ series: series ? [{ ...series, deviation: 's' }] : [] }),
    )
    expect(bounded.series[0]?.values[0]?.low).toBeCloseTo(1 - 0.98, 3)
    expect(bounded.series[0]?.values[0]?.high).toBeCloseTo(1 + 0.98, 3)
  })

  test('is read in Windows-1252 and UTF-16 as well', async () => {
    const bytes = Buffer.from('c,n,y,v\n,Espa\xf1a,2000,1\n', 'latin1')
    for (const path of [
      written('cp.csv', bytes),
      written(
        'u16.csv',
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('c,n,y,v\n,España,2000,1\n', 'utf16le')]),
      ),
    ])
      expect((await readValues(path, reading())).series[0]?.values[0]?.polity).toBe('ESP')
  })

  test('with a year that is none is refused', async () => {
    await expect(readValues(written('y.csv', 'c,n,y,v\nIT,Italy,two,1\n'), reading())).rejects.toMatchObject({
      explanation: { en: expect.stringContaining('y.csv, row 2, column y: "two" is no year') },
    })
  })
})
