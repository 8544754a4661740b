import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  type Tx,
  createRecord,
  defineRecordType,
  readRecord,
  shippedSchema,
  updateRecord,
  withRequest,
} from './index.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const shipped = shippedSchema(
  [
    defineRecordType({
      name: 'person',
      label: l('Person'),
      plural: l('People'),
      title: ['name'],
      fields: [
        { name: 'name', type: 'text', label: l('Name') },
        { name: 'mother', type: 'reference', targets: ['person'], label: l('Mother') },
      ],
    }),
  ],
  [],
)

async function ground() {
  const { app, actor } = await testOrganisation()
  const within = <T>(action: (tx: Tx) => Promise<T>): Promise<T> =>
    withRequest({ db: app, shipped }, actor, async (tx) => {
      // Whoever waits for a lock fails instead.
      await sql`set local lock_timeout = '1500ms'`.execute(tx.sql)
      return action(tx)
    })
  const create = (name: string) =>
    within(async (tx) => (await createRecord(tx, { type: 'person', values: { name } })).id)
  const rename = (id: string, version: number, name: string) =>
    within((tx) => updateRecord(tx, { id, version, values: { name } }))
  return { within, create, rename }
}

test('a change does not wait for an import that links to the record, nor the import for the change', async () => {
  const { within, create, rename } = await ground()
  const mother = await create('Ana')
  // One connection links to the record and does not end; the other changes it meanwhile.
  const child = await within(async (tx) => {
    const { id } = await createRecord(tx, { type: 'person', values: { name: 'Eva', mother: { to: mother } } })
    expect(await rename(mother, 1, 'Ana María')).toEqual({ version: 2 })
    return id
  })
  await within(async (tx) => {
    await updateRecord(tx, { id: mother, version: 2, values: { name: 'Ana M.' } })
    await within((other) =>
      createRecord(other, { type: 'person', values: { name: 'Iris', mother: { to: mother } } }),
    )
  })
  const { values } = await within((tx) => readRecord(tx, child))
  expect(values['mother']).toMatchObject({ to: mother })
  expect((await within((tx) => readRecord(tx, mother))).values['name']).toBe('Ana M.')
})

test('two changes of one record still come one after the other, and the later is told', async () => {
  const { within, create, rename } = await ground()
  const id = await create('Ana')
  await within(async (tx) => {
    await updateRecord(tx, { id, version: 1, values: { name: 'First' } })
    await expect(rename(id, 1, 'Meanwhile')).rejects.toThrow(/lock timeout/)
  })
  await expect(rename(id, 1, 'Later')).rejects.toMatchObject({ kind: 'stale' })
  expect((await within((tx) => readRecord(tx, id))).values['name']).toBe('First')
})
