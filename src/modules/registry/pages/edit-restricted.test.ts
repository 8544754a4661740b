import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, listRecords, readRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'

test('whoever is first named while a restricted record is edited is known to the people of that record alone', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const [bea, cora] = [newId(), newId()]
  for (const [id, name] of [
    [bea, 'Bea'],
    [cora, 'Cora'],
  ] as const)
    await app.owner
      .insertInto('account')
      .values({
        org_id: ada.actor.orgId,
        id,
        kind: 'person',
        name,
        role: 'case_officer',
        readable_classes: ['identity'],
      })
      .execute()
  const id = await ada.within(async (tx) => {
    const made = await createRecord(tx, { type: 'case', values: { code_name: 'Heron', kind: 'artist' } })
    return made.id
  })
  await ada.post(`/workspace/record/${id}/access/give`, { who: `person:${bea}`, until: '' })
  const { version } = await ada.within((tx) => readRecord(tx, id))
  const saved = await ada.post(`/workspace/record/${id}/edit`, {
    version: String(version),
    _fields: 'code_name kind people',
    'f.code_name': 'Heron',
    'f.kind': 'artist',
    'f.people.0.to': 'new:person:Isidra Montes',
    'f.people.0.a.role': 'at_risk',
  })
  expect(saved.status).toBe(303)
  const seenBy = async (accountId: string) => {
    const person = await app.signIn({ ...ada.actor, accountId, role: 'case_officer' })
    return person.within(
      async (tx) => (await listRecords(tx, { type: 'person', text: 'Isidra Montes', limit: 5 })).rows.length,
    )
  }
  expect(
    await ada.within(
      async (tx) => (await listRecords(tx, { type: 'person', text: 'Isidra Montes', limit: 5 })).rows.length,
    ),
  ).toBe(1)
  expect(await seenBy(bea)).toBe(1)
  expect(await seenBy(cora)).toBe(0)
})
