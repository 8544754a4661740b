import { expect, test } from 'vitest'
import { createRecord, readRecord, updateRecord } from '#platform/records'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { secondPerson } from '../../../../tests/support/second-person.ts'

const file = '/workspace/export/person/file'

async function ground() {
  const app = await testApp()
  const ada = await app.signIn()
  const { id } = await ada.within(async (tx) => {
    await createRecord(tx, { type: 'person', values: { name: 'Kept Secret' }, visibility: 'restricted' })
    return createRecord(tx, { type: 'person', values: { name: 'Ana Puig', whereabouts: 'a hut' } })
  })
  // Whoever decides has to be able to open all of it.
  const second = await app.signIn(await secondPerson(ada.actor))
  await ada.within((tx) =>
    tx.sql
      .insertInto('record_grant')
      .columns(['org_id', 'record_id', 'account_id'])
      .expression((eb) =>
        eb
          .selectFrom('record')
          .select(['org_id', 'id', eb.val(second.actor.accountId).as('account_id')])
          .where('visibility', '=', 'restricted'),
      )
      .execute(),
  )
  return { app, ada, second, id }
}

async function askFor(ada: TestPerson, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const asked = await ada.post('/workspace/export/person', {
    format: 'csv',
    reason: 'for the court',
    ...fields,
  })
  expect(asked.status).toBe(303)
  return asked.headers.get('location') ?? ''
}

const exported = async (app: TestApp, org: string) =>
  (
    await app.owner
      .selectFrom('ledger')
      .select('detail')
      .where('org_id', '=', org)
      .where('act', '=', 'export.run')
      .execute()
  ).map(({ detail }) => detail)

test('what is not for everyone is asked for with a reason, seen and approved by a second person, and taken away once', async () => {
  const { app, ada, second } = await ground()
  const choose = await (await ada.get('/workspace/export/person')).text()
  expect(choose).toContain('Some of these records are restricted')
  expect((await ada.get(`${file}?format=csv`)).status).toBe(409)
  expect((await ada.post('/workspace/export/person', { format: 'csv', reason: ' ' })).status).toBe(422)
  const at = await askFor(ada)
  const approval = at.split('/').at(-1) ?? ''
  expect((await ada.post(file, { approval })).status).toBe(409)
  expect(await exported(app, ada.actor.orgId)).toEqual([])

  const shown = await (await second.get(at)).text()
  for (const words of ['for the court', 'Ana Puig', 'Kept Secret', 'Location', 'Whereabouts'])
    expect(shown).toContain(words)
  await second.post('/workspace/approvals/decide', {
    ...formOf(shown, '/workspace/approvals/decide'),
    verdict: 'approved',
  })

  const open = await (await ada.get(at)).text()
  const taken = await ada.post(file, formOf(open, file))
  // The entry is there before a byte is read.
  expect(await exported(app, ada.actor.orgId)).toMatchObject([{ type: 'person', approval }])
  const csv = await taken.text()
  expect(csv).toContain('Kept Secret')
  expect(csv).toContain('a hut')
  expect((await ada.post(file, { approval })).status).toBe(409)
  expect((await second.post(file, { approval })).status).toBe(404)
})

test('an approval holds no longer when a record changed, or another came to be found', async () => {
  const { ada, second, id } = await ground()
  for (const change of [
    () =>
      ada.within(async (tx) => {
        const { version } = await readRecord(tx, id)
        await updateRecord(tx, { id, version, values: { whereabouts: 'elsewhere' } })
      }),
    () => ada.within((tx) => createRecord(tx, { type: 'person', values: { name: 'Came Later' } })),
  ]) {
    const approval = (await askFor(ada)).split('/').at(-1) ?? ''
    await second.post('/workspace/approvals/decide', { approval, verdict: 'approved' })
    await change()
    expect((await ada.post(file, { approval })).status).toBe(409)
  }
})

test('without what is protected it goes at once, and holds none of it', async () => {
  const { ada, app } = await ground()
  const choose = await (await ada.get('/workspace/export/person')).text()
  expect(formOf(choose, file)).toEqual({ open: '1', format: 'csv' })
  for (const format of ['csv', 'ndjson']) {
    const text = await (await ada.get(`${file}?format=${format}&open=1`)).text()
    expect(text).toContain('Ana Puig')
    expect(text).not.toMatch(/Kept Secret|a hut|whereabouts/)
  }
  expect(await exported(app, ada.actor.orgId)).toMatchObject([{ open: true }, { open: true }])
})

test('an organisation that has turned the second person off exports alone, which the ledger says', async () => {
  const { ada, app } = await ground()
  await app.owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .where('id', '=', ada.actor.orgId)
    .execute()
  expect(await (await ada.get(`${file}?format=csv`)).text()).toContain('Kept Secret')
  expect(await exported(app, ada.actor.orgId)).toMatchObject([{ alone: true }])
})
