import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/records'
import { type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { importers } from '../rooms.ts'
import { importFile } from '../sources/import-file.ts'
import { importerFor } from '../sources/importer-for.ts'
import { readHead } from '../sources/read-head.ts'
import { guessColumns } from './profiles/guess-reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-indicators-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = '/workspace/observatory/indicators'

async function importText(tx: Tx, kind: string, name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return importFile(tx, await importerFor(tx, importers, kind), {
    path,
    head: await readHead(path),
  })
}

const vdem = [
  'country_name,country_text_id,country_id,year,v2x_regime,v2x_libdem,v2x_libdem_codelow,v2x_libdem_codehigh',
  ...['Argentina,ARG', 'Spain,ESP', 'France,FRA', 'China,CHN', 'Russia,RUS'].flatMap((state, i) =>
    [2000, 2001, 2003].map(
      (year) => `${state},${i + 1},${year},${i % 4},${0.2 * i},${0.2 * i - 0.05},${0.2 * i + 0.05}`,
    ),
  ),
].join('\n')

const wgi = [
  'wb_country,wb_code,year,Estimate,StdErr,NumSrc,Rank,Lower,Upper,cown',
  ...['Argentina,ARG', 'Spain,ESP', 'France,FRA', 'China,CHN'].map(
    (state, i) => `${state},2003,${i * i},0.1,1,1,1,1,1`,
  ),
].join('\n')

async function filled(person: TestPerson): Promise<void> {
  await person.within((tx) => importText(tx, 'vdem', 'V-Dem-v15.csv', vdem))
  await person.within((tx) => importText(tx, 'wgi', 'wgi-2023.csv', wgi))
}

const page = async (person: TestPerson, path: string) => {
  const answer = await person.get(path)
  return { status: answer.status, text: (await answer.text()).replaceAll('<!-- -->', '') }
}

test('indices are listed with author, scale and years; a value opens to its file and row; nobody else sees them', async () => {
  const app = await testApp()
  const mine = await app.signIn()
  const theirs = await app.signIn()
  await filled(mine)
  const list = await page(mine, at)
  expect(list.text).toContain('V-Dem 15')
  expect(list.text).toContain('2000–2003')
  expect((await page(theirs, at)).text).toContain('No index was brought in yet')

  const series = await page(mine, `${at}/series/vdem/v2x_libdem?states=Argentina,ESP,Atlantis&year=2003`)
  expect(series.text).toContain('No state is called: Atlantis.')
  expect(series.text).toContain('5 states in 2003, by value')
  expect(series.text).not.toMatch(/style="/)
  const value = /href="([^"]*\/values\/[^"]*\/ESP\/2003)"/.exec(series.text)?.[1] ?? ''
  const opened = await page(mine, value)
  expect(opened.text).toContain('V-Dem-v15.csv')
  expect(opened.text).toContain('<code>v2x_libdem</code>')
  expect(opened.text).toContain('>7<')
  expect((await theirs.get(value)).status).toBe(404)
  expect((await theirs.get(`${at}/series/vdem/v2x_libdem`)).status).toBe(404)
  for (const wrong of [
    'values/x/y/ARG/2000',
    `values/${value.split('/')[5]}/${value.split('/')[6]}/ARG/1999`,
    'series/vdem/nothing',
  ])
    expect((await mine.get(`${at}/${wrong}`)).status).toBe(404)
  const state = await page(mine, '/workspace/observatory/states/ESP')
  expect(state.text).toContain('Regime and indices')
  expect(state.text).toContain('electoral autocracy')
})

test('two indices are compared with n, both correlations and who is missing; charts leave as files', async () => {
  const person = await (await testApp()).signIn()
  await filled(person)
  const both = `${at}/compare?x=vdem:v2x_libdem&y=wgi:voice&year=2003&states=Spain`
  const shown = await page(person, both)
  // 0, 0.2, 0.4, 0.6 against 0, 1, 4, 9.
  expect(shown.text).toContain('0.958')
  expect(shown.text).toMatch(/Spearman \(ranks\)<\/dt><dd[^>]*>1</)
  expect(shown.text).toContain('Only in Liberal democracy (V-Dem 15): Russia')
  expect(shown.text).toContain('A correlation is not a cause.')
  const csv = await (await person.get(`${both}&format=csv`)).text()
  expect(csv.split('\r\n')[4]).toBe('"Spain","ESP","2003","0.2","1"')
  const svg = await (await person.get(`${both}&format=svg`)).text()
  expect(svg).toContain('n = 4')
  const png = Buffer.from(await (await person.get(`${both}&format=png`)).arrayBuffer())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect((await person.get(`${both}&format=pdf`)).status).toBe(404)
  expect((await page(person, `${at}/compare?x=vdem:v2x_libdem&y=nothing`)).status).toBe(200)
})

const own = (rows: readonly string[]) =>
  new File([`Land;Jahr;Wert;Klasse\n${rows.join('\n')}\n`], 'eigen.csv')

/** Waits for a reading to end; gives its page. */
async function ended(person: TestPerson, path: string): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const { text } = await page(person, path)
    if (!text.includes('<progress')) return text
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the job did not end')
}

describe('a table of one’s own', () => {
  test('is looked at, asked about, previewed, kept as a profile and read; the next edition by its name', async () => {
    const app = await testApp()
    const person = await app.signIn()
    const given = await person.post(`${at}/profiles`, {
      file: own(['España;2020;1.234;F', 'Atlantis;2020;2;NF', 'Italy;2021;;F']),
    })
    const table = given.headers.get('location') ?? ''
    const first = await page(person, table)
    expect(first.text).toMatch(/<option value="Land" selected="">/)
    expect(first.text).toMatch(/<option value="Jahr" selected="">/)
    const fields = {
      label: 'Mein Maß',
      author: 'Institut',
      name_column: 'Land',
      year_at: 'column',
      year_column: 'Jahr',
      value_0: 'Wert',
      label_0: 'Value',
      value_1: 'Klasse',
      classes_1: 'NF = not free\nF = free',
    }
    const asked = await person.post(table, { ...fields, do: 'preview' })
    expect(asked.status).toBe(422)
    expect((await asked.text()).replaceAll('&quot;', '"')).toContain('"1.234" may be read in two ways')
    const preview = await (
      await person.post(table, { ...fields, style: 'comma-point', do: 'preview' })
    ).text()
    expect(preview).toContain('Atlantis')
    expect(preview).toContain('1,234')
    expect(preview).toContain('not free') // in the form
    const worker = await app.work()
    try {
      const saved = await person.post(table, { ...fields, style: 'comma-point', do: 'save' })
      expect(await ended(person, saved.headers.get('location') ?? '')).toContain('The file was read')
    } finally {
      await worker.stop()
    }
    expect((await page(person, `${at}/series/mein-ma/Wert?states=Spain`)).text).toContain('1,234')
    expect((await page(person, `${at}/series/mein-ma/Klasse?states=Spain`)).text).toContain('>free<')
    // The table went to its reading: its page is gone, and it was never anybody else's.
    expect((await person.get(table)).status).toBe(404)
    const next = await person.within((tx) =>
      importText(tx, 'mein-ma', 'neu.csv', 'Land;Jahr;Wert;Klasse\nItaly;2022;2.000,5;NF\n'),
    )
    expect(next.loaded).toMatchObject({ dataUntil: '2022' })
    const again = await person.post(`${at}/profiles`, { file: own(['Italy;2023;1;F']) })
    const filledIn = await page(person, `${again.headers.get('location')}?profile=mein-ma`)
    expect(filledIn.text).toContain('NF = not free\nF = free')
  })

  test('that somebody gave is opened by nobody else, and no other file is opened as one', async () => {
    const app = await testApp()
    const mine = await app.signIn()
    const theirs = await app.signIn()
    const table =
      (await mine.post(`${at}/profiles`, { file: own(['Italy;2020;1;F']) })).headers.get('location') ?? ''
    expect((await mine.get(table)).status).toBe(200)
    expect((await theirs.get(table)).status).toBe(404)
    const other = await mine.within(
      async (tx) =>
        (
          await app.house.files.add(tx, {
            name: 'secret.csv',
            content: own(['Peru;1;1;F']).stream() as never,
          })
        ).id,
    )
    expect((await mine.get(`${at}/profiles/tables/${other}`)).status).toBe(404)
    expect((await mine.post(table, { do: 'leave' })).headers.get('location')).toBe(`${at}/profiles`)
    expect((await mine.get(table)).status).toBe(404)
  })

  test('has its columns guessed only where the cells say so', () => {
    expect(
      guessColumns(
        ['iso', 'Country', 'when', 'score', 'note'],
        [
          ['ARG', 'Argentina', '2001', '1,5', 'x'],
          ['NAM', 'Namibia', '2002', '2,5', ''],
        ],
      ),
    ).toEqual({
      code: { column: 'iso', system: 'iso3' },
      name: 'Country',
      year: 'when',
      yearsAcross: false,
      values: ['score'],
    })
    expect(guessColumns(['a', '1999', '2000'], [['France', '1', '2']])).toMatchObject({
      name: 'a',
      year: null,
      yearsAcross: true,
    })
  })
})
