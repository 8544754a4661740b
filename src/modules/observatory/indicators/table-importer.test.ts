import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { importFile } from '../sources/import-file.ts'
import { readHead } from '../sources/read-head.ts'
import { vdem } from './profiles/vdem.ts'
import { addColumns, tableImporter } from './table-importer.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-indicators-'))
afterAll(() => rmSync(folder, { recursive: true }))

const header =
  'country_name,country_text_id,country_id,year,v2x_regime,v2x_libdem,v2x_libdem_codelow,v2x_libdem_codehigh,v2strange'
const rows = (last: number) => [
  'Argentina,ARG,37,2000,2,0.6,0.55,0.65,7',
  `Argentina,ARG,37,${last},3,0.7,0.65,0.75,8`,
  'Atlantis,ATL,1,2000,0,0.1,0,0.2,9',
]

async function importText(tx: Tx, name: string, text: string, choices = {}) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return importFile(tx, tableImporter(vdem), { path, head: await readHead(path), choices })
}

test('a table comes in with its measures, a newer edition takes its place, and a column chosen later is added', async () => {
  const { within } = await (await testApp()).signIn()
  const first = await within((tx) => importText(tx, 'V-Dem-v15.csv', [header, ...rows(2001)].join('\n')))
  expect(first.loaded).toMatchObject({ rows: 3, dataUntil: '2001', version: '15', scope: '' })
  expect(first.loaded.findings.map(({ count }) => count)).toEqual([1])
  await within(async (tx) => {
    const second = await importText(tx, 'V-Dem-v16.csv', [header, ...rows(2002)].join('\n'))
    const values = async () =>
      (
        await sql<{ code: string; year: number; value: number; low: number | null; file: string }>`
          select s.code, v.year, v.value, v.low, f.version as file from observatory_value v
            join observatory_series s on s.org_id = v.org_id and s.id = v.series_id
            join observatory_file f on f.org_id = v.org_id and f.id = v.file_id
           where f.superseded_by is null order by s.code, v.year`.execute(tx.sql)
      ).rows
    expect(await values()).toEqual([
      { code: 'v2x_libdem', year: 2000, value: 0.6, low: 0.55, file: '16' },
      { code: 'v2x_libdem', year: 2002, value: 0.7, low: 0.65, file: '16' },
      { code: 'v2x_regime', year: 2000, value: 2, low: null, file: '16' },
      { code: 'v2x_regime', year: 2002, value: 3, low: null, file: '16' },
    ])
    const path = join(folder, 'V-Dem-v16.csv')
    const added = await addColumns(tx, 'vdem', {
      fileId: second.fileId,
      path,
      head: await readHead(path),
      columns: ['v2strange', 'v2x_regime'],
    })
    expect(added).toEqual(['v2strange'])
    expect((await values()).filter(({ code }) => code === 'v2strange').map(({ value }) => value)).toEqual([
      7, 8,
    ])
    await expect(
      importText(tx, 'V-Dem-v17.csv', [header, ...rows(2003)].join('\n'), { columns: ['v2nothing'] }),
    ).rejects.toMatchObject({ explanation: { en: expect.stringContaining('no column v2nothing') } })
  })
})

test('another organisation sees no value, and what holds no state leaves nothing', async () => {
  const app = await testApp()
  const mine = await app.signIn()
  const theirs = await app.signIn()
  await mine.within((tx) => importText(tx, 'V-Dem-v18.csv', [header, ...rows(2001)].join('\n')))
  const counted = (tx: Tx) =>
    sql<{ n: number }>`select count(*)::int as n from observatory_value`.execute(tx.sql)
  expect((await theirs.within(counted)).rows[0]?.n).toBe(0)
  await expect(
    theirs.within((tx) => importText(tx, 'V-Dem-v19.csv', `${header}\n${rows(2000)[2]}`)),
  ).rejects.toMatchObject({ explanation: { en: expect.stringContaining('no value of any state') } })
  expect((await theirs.within((tx) => sql`select 1 from observatory_file`.execute(tx.sql))).rows).toEqual([])
})
