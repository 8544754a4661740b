import { createWriteStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterEach, expect, test } from 'vitest'
import { readRecord } from '#platform/records'
import type { Worker } from '#platform/jobs'
import { writeXlsx, writeZip } from '#platform/tabular'
import { type TestApp, type TestPerson, fileFrom, formOf, testApp } from '../../../../tests/support/app.ts'

const path = '/workspace/import/person'
const workers: Worker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)))
})

const list = [
  'Code,Name,Country,Year of birth,Hair',
  '1,Ana Puig,Chile,1950,brown',
  '2,Bruno Díaz,Uruguay,about 1960,black',
  '3,Carla Nadal,Atlantis,1970,red',
  '4,,Peru,1980,grey',
].join('\n')

const upload = async (person: TestPerson, content: string, name = 'people.csv'): Promise<string> => {
  const answer = await person.post(path, { file: new File([content], name) })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const people = (person: TestPerson) =>
  person.within((tx) =>
    tx.sql
      .selectFrom('record')
      .select(['id', 'title'])
      .where('type', '=', 'person')
      .where('deleted_at', 'is', null)
      .orderBy('title')
      .execute(),
  )

/** Waits until the import's page says that it is over, and gives it. */
async function finished(app: TestApp, person: TestPerson, at: string): Promise<string> {
  workers.push(await app.work())
  for (let tries = 0; tries < 200; tries++) {
    const html = await (await person.get(at)).text()
    if (!html.includes('refresh')) return html
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the import did not end')
}

test('a list: matched by itself, looked at, written as a job, failed rows given back, undone', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const at = await upload(ada, list)

  const match = formOf(await (await ada.get(at)).text(), at)
  expect(match).toMatchObject({ 'c.0': '', 'c.1': 'name', 'c.2': 'country', 'c.3': 'birth', 'c.4': '' })

  const previewAnswer = await ada.post(at, { ...match, key: '0', prefix: 'Register X' })
  const preview = await previewAnswer.text()
  expect(previewAnswer.status).toBe(200)
  expect(preview).toContain('2 new, 0 changed, 0 as they were, 2 not written')
  expect(preview).toContain('Atlantis')
  expect(preview).toContain('Columns left out: Hair')
  expect(await people(ada)).toEqual([])

  const run = await ada.post(at, { ...formOf(preview, at), step: 'run' })
  expect(run.status).toBe(303)
  const importAt = run.headers.get('location') ?? ''
  const report = await finished(app, ada, importAt)
  expect(report).toContain('2 records were made')
  expect(report).toContain('Rows that were not written')
  expect(report).toContain('Atlantis')
  const made = await people(ada)
  expect(made.map(({ title }) => title)).toEqual(['Ana Puig', 'Bruno Díaz'])
  const bruno = await ada.within((tx) => readRecord(tx, made[1]?.id ?? ''))
  expect(bruno.values).toMatchObject({ country: ['UY'], birth: '1960~', external_ids: ['Register X 2'] })
  expect(bruno.visibility).toBe('internal')

  const refused = await ada.get(`${importAt}/refused.csv`)
  expect(refused.headers.get('content-disposition')).toContain('people-refused.csv')
  const refusedRows = (await refused.text()).replaceAll('\r', '').replace('\ufeff', '').trim().split('\n')
  expect(refusedRows).toHaveLength(3)
  // The rows as they came, and beside each why it was refused.
  expect(refusedRows[1]).toMatch(/^3,Carla Nadal,Atlantis,1970,red.*Atlantis/)
  expect(refusedRows[2]).toMatch(/^4,,Peru,1980,grey.*This is needed/)
  expect(await (await ada.get('/workspace/imports')).text()).toContain('people.csv')

  // Mended in place and sent again: the reasons are no column of the list, and the matching is remembered.
  const mendedRows = refusedRows.join('\n').replace('Atlantis', 'Chile').replace('4,,', '4,Dora Ruiz,')
  const mended = await upload(ada, mendedRows, 'people-refused.csv')
  const second = await (await ada.get(mended)).text()
  expect(second).toContain('Matched as the last time')
  expect(second).not.toContain('refused-rows')
  expect(await (await ada.post(mended, formOf(second, mended))).text()).toContain('2 new, 0 changed')

  expect((await ada.post(`${importAt}/undo`)).status).toBe(303)
  expect(await people(ada)).toEqual([])
  expect(await (await ada.get(importAt)).text()).toContain('This import was undone')
  expect([...app.faults.values()]).toEqual([])
})

test('the same file again: the matching is remembered, the same people are known by their codes', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const good = list.split('\n').slice(0, 3).join('\n')
  const first = await upload(ada, good)
  const match = formOf(await (await ada.get(first)).text(), first)
  const preview = await (await ada.post(first, { ...match, key: '0', prefix: 'X', 'c.4': 'notes' })).text()
  const run = await ada.post(first, { ...formOf(preview, first), step: 'run' })
  await finished(app, ada, run.headers.get('location') ?? '')

  const second = await upload(ada, good.replace('Chile', 'Argentina'))
  const page = await (await ada.get(second)).text()
  expect(page).toContain('Matched as the last time')
  const remembered = formOf(page, second)
  expect(remembered).toMatchObject({ key: '0', prefix: 'X', 'c.4': 'notes', 'c.0': 'external_ids' })
  const again = await (await ada.post(second, remembered)).text()
  expect(again).toContain('0 new, 1 changed, 1 as they were, 0 not written')
  expect(await people(ada)).toHaveLength(2)
})

test('all or nothing: one bad row and nothing is written, and the page says which', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const at = await upload(ada, list)
  const match = formOf(await (await ada.get(at)).text(), at)
  const preview = await (await ada.post(at, match)).text()
  const run = await ada.post(at, { ...formOf(preview, at), on_problem: 'stop', step: 'run' })
  const report = await finished(app, ada, run.headers.get('location') ?? '')
  expect(report).toContain('Nothing was written')
  expect(report).toContain('Atlantis')
  expect(await people(ada)).toEqual([])
})

test('an import that waits can be cancelled, and says so', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const at = await upload(ada, list)
  const match = formOf(await (await ada.get(at)).text(), at)
  const preview = await (await ada.post(at, match)).text()
  const importAt = (await ada.post(at, { ...formOf(preview, at), step: 'run' })).headers.get('location') ?? ''
  const waiting = await (await ada.get(importAt)).text()
  expect(waiting).toContain('refresh')
  expect((await ada.post(`${importAt}/cancel`, formOf(waiting, `${importAt}/cancel`))).status).toBe(303)
  const html = await (await ada.get(importAt)).text()
  expect(html).toContain('cancelled: nothing was written')
  expect(html).not.toContain('http-equiv="refresh"')
})

test('an upload is nobody else’s to see, not in the same organisation and not in another', async () => {
  const app = await testApp()
  const [ada, bea] = [await app.signIn(), await app.signIn()]
  const at = await upload(ada, list)
  expect((await bea.get(at)).status).toBe(404)
  const at2 = await upload(bea, list)
  expect((await ada.get(at2)).status).toBe(404)
  expect((await ada.get(`${path}/not-an-id`)).status).toBe(404)
})

test.each([
  ['an empty file', '', 'people.csv', 'The file is empty'],
  ['bytes', '\u0000\u0001', 'people.csv', 'not a text file'],
  ['another kind', 'x', 'people.docx', 'cannot be read as a list'],
  ['no XLSX', 'PK', 'people.xlsx', 'people.xlsx cannot be read'],
])('%s is refused with what to do', async (_, content, name, words) => {
  const app = await testApp()
  const ada = await app.signIn()
  const answer = await ada.post(path, { file: new File([content], name) })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
  expect((await ada.post(path, {}, { multipart: true })).status).toBe(422)
})

test('an export honours the filters of the list, is in the ledger before its first byte, and comes back without loss', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const at = await upload(ada, list.split('\n').slice(0, 3).join('\n'))
  const match = formOf(await (await ada.get(at)).text(), at)
  const preview = await (await ada.post(at, match)).text()
  const run = await ada.post(at, { ...formOf(preview, at), step: 'run' })
  await finished(app, ada, run.headers.get('location') ?? '')

  const choose = await (await ada.get('/workspace/export/person?f.country=UY&as=map')).text()
  expect(choose).toContain('Only the records that the list shows')
  expect(choose).toContain('1 record.')
  const form = formOf(choose, '/workspace/export/person/file')
  expect(form).toEqual({ 'f.country': 'UY', format: 'csv' })

  const entries = () =>
    ada.within((tx) => tx.sql.selectFrom('ledger').select('detail').where('act', '=', 'export.run').execute())
  const file = await ada.get('/workspace/export/person/file?f.country=UY&format=csv')
  expect(await entries()).toHaveLength(1)
  expect(file.headers.get('content-type')).toContain('text/csv')
  const csv = await file.text()
  expect(csv).toContain('Bruno Díaz')
  expect(csv).not.toContain('Ana Puig')

  const all = await (await ada.get('/workspace/export/person/file?format=ndjson')).text()
  expect(all.trim().split('\n')).toHaveLength(2)
  expect((await ada.get('/workspace/export/person/file?format=exe')).status).toBe(404)
  expect((await ada.get('/workspace/export/nothing')).status).toBe(404)

  const back = await ada.post('/workspace/import/organisation', { file: new File([csv], 'back.csv') })
  const backAt = back.headers.get('location') ?? ''
  // A file of ours says itself what it holds: it goes to that type, without matching.
  const onward = await ada.get(backAt)
  expect(onward.headers.get('location')).toMatch(/^\/workspace\/import\/person\//)
  const again = await (await ada.get(onward.headers.get('location') ?? '')).text()
  expect(again).toContain('0 new, 0 changed, 1 as they were, 0 not written')
})

test('a ZIP brings a table and the files that it names, and each is attached to its record', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const folder = await mkdtemp(join(app.house.scratch, 'zip-'))
  const zip = join(folder, 'people.zip')
  await pipeline(
    writeZip([
      { name: 'import.csv', content: Buffer.from('Name,File\nAna Puig,letter.txt\n') },
      { name: 'letter.txt', content: Buffer.from('Dear all') },
    ]),
    createWriteStream(zip),
  )
  const answer = await ada.post(path, { file: await fileFrom(zip, 'people.zip') })
  const at = answer.headers.get('location') ?? ''
  const match = formOf(await (await ada.get(at)).text(), at)
  expect(match).toMatchObject({ 'c.0': 'name', 'c.1': '@files' })
  const preview = await (await ada.post(at, match)).text()
  const run = await ada.post(at, { ...formOf(preview, at), step: 'run' })
  await finished(app, ada, run.headers.get('location') ?? '')
  const [ana] = await people(ada)
  const attached = await ada.within((tx) =>
    tx.sql
      .selectFrom('attachment')
      .select('record_id')
      .where('record_id', '=', ana?.id ?? '')
      .execute(),
  )
  expect(attached).toHaveLength(1)
})

test('a workbook and JSON are read like a CSV', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const json = JSON.stringify([{ Name: 'Ana Puig', Country: 'Chile' }])
  const at = await upload(ada, json, 'people.json')
  expect(formOf(await (await ada.get(at)).text(), at)).toMatchObject({ 'c.0': 'name', 'c.1': 'country' })
  const book = join(await mkdtemp(join(app.house.scratch, 'xlsx-')), 'people.xlsx')
  await pipeline(
    writeXlsx(['Name', 'Country'], [['Ana Puig', 'Chile']], { sheet: 'people' }),
    createWriteStream(book),
  )
  const answer = await ada.post(path, { file: await fileFrom(book, 'people.xlsx') })
  const bookAt = answer.headers.get('location') ?? ''
  const match = formOf(await (await ada.get(bookAt)).text(), bookAt)
  expect(await (await ada.post(bookAt, match)).text()).toContain('1 new, 0 changed')
})
