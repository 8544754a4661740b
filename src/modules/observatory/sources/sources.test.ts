import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { importFile } from './import-file.ts'
import { knownImporters } from './known-importers.ts'
import { readHead, readHeadOf } from './read-head.ts'
import { readFiles } from './read-sources.ts'
import { importerOf, recognise } from './recognise.ts'
import { walkFolder } from './walk-folder.ts'
import { Readable } from 'node:stream'

const folder = mkdtempSync(join(tmpdir(), 'amparo-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const header = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
const upr = (answer: string) => `${header}\nCuba,,,Ratify it,Chile,,,${answer},5,General,4\n`
const sources = '/workspace/observatory/sources'

describe('the beginning of a file', () => {
  test('names its columns, also packed, also of an upload, whatever separates them', async () => {
    const plain = await readHead(write('a.csv', '\uFEFFTo;"Text";From\r\n1;2;3'))
    expect(plain).toMatchObject({ name: 'a.csv', columns: ['to', 'text', 'from'] })
    const packed = gzipSync(`A,B\n${'1,2\n'.repeat(100_000)}`)
    expect((await readHead(write('b.csv.gz', packed))).columns).toEqual(['a', 'b'])
    expect(
      await readHeadOf(Readable.from([packed.subarray(0, 10), packed.subarray(10)]), 'b.gz'),
    ).toMatchObject({
      name: 'b.gz',
      columns: ['a', 'b'],
    })
  })
  test('of a damaged, empty or binary file is of no kind', async () => {
    const importers = await knownImporters()
    for (const bytes of [Buffer.of(0x1f, 0x8b, 1, 2), Buffer.alloc(0), Buffer.alloc(5_000, 7)])
      expect(recognise(importers, await readHead(write('c', bytes)))).toBeNull()
  })
})

test('every importer has a name of its own, and none takes the file of another', async () => {
  const importers = await knownImporters()
  const names = importers.map(({ dataset }) => dataset)
  expect(new Set(names).size).toBe(names.length)
  const head = await readHead(write('x.csv', upr('Noted')))
  expect(importers.filter((one) => one.recognises(head)).map(({ dataset }) => dataset)).toEqual(['upr-info'])
  expect(() => importerOf(importers, 'nothing')).toThrow(Problem)
})

test('a folder is walked by name, without what is hidden', async () => {
  const at = join(folder, 'walk')
  mkdirSync(join(at, 'in', '.git'), { recursive: true })
  for (const name of ['b.csv', 'in/a.csv', '.hidden', 'in/.git/config']) writeFileSync(join(at, name), 'x')
  expect((await walkFolder(at)).map(({ shown, folders }) => [shown, folders])).toEqual([
    ['b.csv', ['walk']],
    ['in/a.csv', ['walk', 'in']],
  ])
})

/** Posts a file and waits for its reading; gives the page of the reading. */
async function upload(person: TestPerson, fields: Readonly<Record<string, string | File>>): Promise<string> {
  const answer = await person.post(`${sources}/add`, fields)
  if (answer.status !== 303) return answer.text()
  const at = answer.headers.get('location') ?? ''
  for (let i = 0; i < 200; i++) {
    const html = await (await person.get(at)).text()
    if (!html.includes('<progress')) return html
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the job did not end')
}

test('a file is uploaded, read, listed, replaced, taken out again; nobody else sees it', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const worker = await app.work()
  try {
    const html = await upload(ada, { file: new File([upr('Noted')], 'first.csv'), version: 'Spring 2014' })
    expect(html).toContain('The file was read')
    const [file] = await ada.within((tx) => readFiles(tx))
    expect(file).toMatchObject({
      dataset: 'upr-info',
      version: 'Spring 2014',
      rows: 1,
      name: 'first.csv',
      by: 'Ada',
    })
    const page = await (await ada.get(`${sources}/${file?.id}`)).text()
    expect(page).toContain(file?.sha256)
    expect(await (await ada.get(`${sources}/${file?.id}/content`)).text()).toBe(upr('Noted'))

    // The same bytes again change nothing, and leave no second copy.
    expect(await upload(ada, { file: new File([upr('Noted')], 'again.csv') })).toContain(
      'had been read before',
    )
    const kept = await ada.within((tx) =>
      tx.sql.selectFrom('file').select('id').where('data_key', 'is not', null).execute(),
    )
    expect(kept.map(({ id }) => id)).toEqual([file?.kept])

    // A newer edition of the same part; then it is taken out, and the older one is in use again.
    await upload(ada, { file: new File([upr('Accepted')], 'second.csv'), kind: 'upr-info' })
    expect(await (await ada.get(sources)).text()).toContain('1 older edition')
    const second = (await ada.within((tx) => readFiles(tx))).find(({ name }) => name === 'second.csv')
    expect((await ada.post(`${sources}/${second?.id}/remove`, { reason: ' ' })).status).toBe(422)
    expect(await (await ada.get(`${sources}/${second?.id}/remove`)).text()).toContain('will be in use again')
    expect((await ada.post(`${sources}/${second?.id}/remove`, { reason: 'wrong file' })).status).toBe(303)
    const left = await ada.within((tx) => readFiles(tx))
    expect(left.map(({ name, supersededBy }) => [name, supersededBy])).toEqual([['first.csv', null]])
    const acts = await ada.within((tx) =>
      tx.sql.selectFrom('ledger').select(['act', 'detail']).where('act', 'like', 'observatory.%').execute(),
    )
    expect(acts.map(({ act }) => act)).toEqual([
      'observatory.import',
      'observatory.import',
      'observatory.remove',
    ])
    expect(JSON.stringify(acts[2]?.detail)).toContain('wrong file')
    const rows = await ada.within((tx) => sql`select 1 from observatory_recommendation`.execute(tx.sql))
    expect(rows.rows).toHaveLength(1)

    const eve = await app.signIn()
    expect((await eve.get(`${sources}/${file?.id}`)).status).toBe(404)
    expect(await eve.within((tx) => readFiles(tx))).toEqual([])
    expect((await eve.post(`${sources}/${file?.id}/remove`, { reason: 'x' })).status).toBe(404)
    expect(app.faults.size).toBe(0)
  } finally {
    await worker.stop()
  }
})

test('what cannot be read is said, and leaves neither rows nor the upload', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const worker = await app.work()
  try {
    expect(await upload(ada, {})).toContain('Choose a file')
    expect(await upload(ada, { file: new File(['colour,taste\nred,sweet\n'], 'fruit.csv') })).toContain(
      'fruit.csv: not recognised; no source has the columns colour, taste',
    )
    const bad = `${header}\nCuba,,,Ratify it,Chile,,,Noted,5,General,4\nPeru,,,Text,Chile,,,Noted,5,General,soon\n`
    const html = await upload(ada, { file: new File([bad], 'bad.csv') })
    expect(html).toContain('The file was not read')
    expect(html).toContain('bad.csv, row 3, column Session')
    expect(await ada.within((tx) => readFiles(tx))).toEqual([])
    const kept = await ada.within((tx) =>
      tx.sql.selectFrom('file').select('id').where('data_key', 'is not', null).execute(),
    )
    expect(kept).toEqual([])
    expect(app.faults.size).toBe(1)
    expect([...app.faults.values()][0]).toBeInstanceOf(Problem)
  } finally {
    await worker.stop()
  }
})

test('the start page says what is there from the beginning, what is missing, and where to get it', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const html = await (await ada.get('/workspace/observatory')).text()
  expect(html).toContain('No file was read yet')
  expect(html).toContain('the calendar of the Universal Periodic Review')
  for (const { label, where } of await knownImporters())
    for (const text of [label.en, where.en])
      expect(html.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"')).toContain(
        text,
      )
  expect((await ada.get(`${sources}.csv`)).status).toBe(200)
})

test('a reader looks and neither brings in nor takes out', async () => {
  const app = await testApp()
  const { actor } = await testOrganisation()
  const ada = await app.signIn(actor)
  const path = write('read.csv', upr('Noted'))
  const head = await readHead(path)
  const [importer] = (await knownImporters()).filter(({ dataset }) => dataset === 'upr-info')
  if (!importer) throw new Error('no importer')
  const { fileId } = await ada.within((tx) => importFile(tx, importer, { path, head }))
  await app.owner.updateTable('account').set({ role: 'reader' }).where('id', '=', actor.accountId).execute()
  const reader = await app.signIn(actor)
  expect((await reader.get(`${sources}/${fileId}`)).status).toBe(200)
  expect((await reader.get(`${sources}/add`)).status).toBe(403)
  expect((await reader.post(`${sources}/${fileId}/remove`, { reason: 'x' })).status).toBe(403)
})
