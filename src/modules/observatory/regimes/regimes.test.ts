import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { polities, polity, polityByCode } from '#catalogue/polities'
import { newId } from '#platform/db'
import type { Tx } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { readColumns } from '../files/csv-columns.ts'
import { importFile } from '../sources/import-file.ts'
import { readHead } from '../sources/read-head.ts'
import { hrc } from '../votes/importers/hrc.ts'
import { hrcResolutions } from '../votes/importers/hrc-resolutions.ts'
import { type ClassValue, classTable } from './class-table.ts'
import { countVotes, shareText, together } from './count-votes.ts'
import { countSeats, joinVotes, readIndex, readRegimeQuery, seatsByYear } from './view.ts'

describe('classes of an index', () => {
  const table = classTable([
    { polity: 'ARG', year: 2023, value: 2 },
    { polity: 'ARG', year: 2024, value: 3 },
    { polity: 'CUB', year: 2023, value: 0 },
  ])

  test('count in their year; after the last year, for two years, by the last', () => {
    expect(table.of('ARG', 2023)).toBe(2)
    expect([table.of('ARG', 2025), table.of('ARG', 2026), table.of('ARG', 2027)]).toEqual([3, 3, null])
    expect([table.of('CUB', 2024), table.of('CUB', 2022), table.of('URY', 2023)]).toEqual([null, null, null])
  })

  test('of nothing give nothing', () => {
    expect(classTable([]).of('ARG', 2024)).toBeNull()
  })
})

test('votes are counted once for each line, and who has no class is counted apart', () => {
  const codes = ['ARG', 'CUB', 'URY'] as const
  const letters = fc.constantFrom('Y', 'N', 'A', 'X', '.')
  const values = [
    { polity: 'ARG', year: 2020, value: 2 },
    { polity: 'CUB', year: 2020, value: 0 },
  ]
  const rollCall = fc.tuple(letters, letters, letters)
  fc.assert(
    fc.property(fc.array(rollCall, { maxLength: 8 }), (votes) => {
      const ballots = votes.map((of) => {
        const ballot = polities.map(() => '.')
        for (const [i, letter] of of.entries()) ballot[(polity(codes[i] ?? '')?.n ?? 1) - 1] = letter
        return ballot.join('')
      })
      const counted = countVotes(
        votes.map(() => ({ day: '2020-05-01', lines: ['*', '4'] })),
        ballots,
        classTable(values),
      )
      const cast = votes.flat().filter((letter) => 'YNA'.includes(letter)).length
      const told = together([counted.of('*', 0), counted.of('*', 2)])
      expect(told.cast + counted.unclassed).toBe(cast)
      expect(told.yes + told.no + told.abstain).toBe(told.cast)
      expect(counted.of('4', 2)).toEqual(counted.of('*', 2))
      expect(counted.of('*', 2).yes).toBe(votes.filter(([letter]) => letter === 'Y').length)
    }),
    { numRuns: 50 },
  )
})

test('a share has one decimal, and of nothing is a dash', () => {
  expect(shareText(227, 1000, 'en')).toBe('22.7%')
  expect(shareText(0, 0, 'en')).toBe('–')
})

/** Puts V-Dem's classes into the tables as the importer of indices does. */
async function putClasses(tx: Tx, values: readonly (ClassValue & { readonly row: number })[]): Promise<void> {
  const [file, series] = [newId(), newId()]
  const org = sql`${tx.actor.orgId}::uuid`
  const words = ['closed autocracy', 'electoral autocracy', 'electoral democracy', 'liberal democracy']
  const classes = Object.fromEntries(words.map((word, i) => [i, { en: word, es: word, ca: word }]))
  await sql`insert into observatory_file (org_id, id, dataset, name, size, sha256, version, data_until, imported_by)
    values (${org}, ${file}::uuid, 'vdem', 'vdem.csv', 1, ${'0'.repeat(64)}, '15', '2024', ${tx.actor.accountId}::uuid)`.execute(
    tx.sql,
  )
  await sql`insert into observatory_series (org_id, id, dataset, code, label, author, scale, classes)
    values (${org}, ${series}::uuid, 'vdem', 'v2x_regime', ${JSON.stringify({ en: 'Regimes of the World', es: 'Regímenes del Mundo', ca: 'Règims del Món' })}::jsonb,
      'V-Dem 15', 'order', ${JSON.stringify(classes)}::jsonb)`.execute(tx.sql)
  await sql`insert into observatory_value (org_id, file_id, series_id, polity, year, value, source_row)
    select ${org}, ${file}::uuid, ${series}::uuid, polity, year, value, row
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(polity text, year int, value double precision, row int)`.execute(
    tx.sql,
  )
}

const data = resolve(import.meta.dirname, '../../../../../shared/data')

test.skipIf(!existsSync(data))(
  'the published shares of the Council by regime come out to three decimals, and its autocracies by year',
  async () => {
    const ada = await (await testApp()).signIn()
    const page = await (await ada.get('/workspace/observatory/regimes')).text()
    expect(page).toContain('No index of classes')
    const values: (ClassValue & { row: number })[] = []
    await readColumns(
      resolve(data, 'indices/vdem_v15_regime_country_year_1900_2024.csv'),
      { required: ['country_text_id', 'year', 'v2x_regime'] },
      (cells) => {
        const year = cells.integer(1)
        const state = year < 2005 ? null : polityByCode('vdem', cells.text(0), String(year))
        if (state && cells.text(2) !== '')
          values.push({ polity: state.code, year, value: cells.number(2), row: cells.row })
      },
    )
    await ada.within(async (tx) => {
      await putClasses(tx, values)
      for (const [importer, name] of [
        [hrcResolutions, 'resolutions.csv.gz'],
        [hrc, 'votes_long.csv.gz'],
      ] as const) {
        const path = resolve(data, 'votes/hrc', name)
        await importFile(tx, importer, { path, head: await readHead(path, ['votes', 'hrc']) })
      }
    })
    const joined = async (texts: string) =>
      ada.within(async (tx) => {
        const query = readRegimeQuery(new URLSearchParams({ texts }))
        const index = await readIndex(tx, '', 2005)
        if (!index) throw new Error('no index')
        const votes = await joinVotes(tx, query, index)
        if (!votes) throw new Error('no votes')
        return { index, votes }
      })
    const shares = ({ votes }: Awaited<ReturnType<typeof joined>>, line: string) =>
      [0, 1, 2, 3].map((value) => {
        const { yes, no, cast } = votes.table.of(line, value)
        return `${(yes / cast).toFixed(3)} ${(no / cast).toFixed(3)}`
      })
    const titles = await joined('titles')
    expect(shares(titles, '4')).toEqual(['0.227 0.358', '0.254 0.215', '0.549 0.090', '0.912 0.061'])
    expect([0, 1, 2, 3].map((value) => titles.votes.table.of('4', value).cast)).toEqual([
      768, 1305, 1696, 1171,
    ])
    expect(shares(titles, '2')).toEqual(['0.333 0.394', '0.358 0.211', '0.590 0.110', '0.701 0.171'])
    expect(shares(titles, '7')).toEqual(['0.998 0.000', '0.835 0.033', '0.786 0.055', '0.633 0.181'])
    expect(shares(titles, '3')).toEqual(['0.844 0.059', '0.830 0.080', '0.717 0.149', '0.322 0.527'])
    // Eight amendments on Belarus have lost the word in their titles; by their drafts they are amendments.
    const texts = await joined('texts')
    expect(shares(texts, '4')).toEqual(['0.213 0.391', '0.251 0.224', '0.584 0.055', '0.972 0.000'])
    expect(titles.votes.table.rollCalls('4') - texts.votes.table.rollCalls('4')).toBe(8)

    const autocracies = new Set([0, 1])
    const percent = new Map(
      seatsByYear(texts.index.table).map((seats) => {
        const { of, known } = countSeats(seats, autocracies)
        return [seats.year, Math.round((100 * of) / known)]
      }),
    )
    expect([2007, 2012, 2020, 2024, 2025].map((year) => percent.get(year))).toEqual([43, 38, 40, 45, 39])

    const shown = await (await ada.get('/workspace/observatory/regimes?texts=titles')).text()
    expect(shown).toContain('22.7% / 35.8%')
    const opened = await (
      await ada.get('/workspace/observatory/regimes/votes?texts=titles&line=4&class=0')
    ).text()
    expect(opened).toContain('n 768')
    expect((await ada.get('/workspace/observatory/regimes/votes?line=4&class=7')).status).toBe(404)
    const csv = await (await ada.get('/workspace/observatory/regimes.csv?texts=titles')).text()
    expect(csv).toContain('"768","174","275","319","0.227","0.358"')
    const bob = await (await testApp()).signIn()
    expect(await (await bob.get('/workspace/observatory/regimes')).text()).toContain('No index of classes')
  },
)
