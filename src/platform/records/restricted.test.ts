import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  countFacets,
  createRecord,
  defineRecordType,
  listRecords,
  readBacklinks,
  readRecord,
  shippedSchema,
  updateRecord,
  withRequest,
} from './index.ts'

const label = { en: 'x', es: 'x', ca: 'x' }
const person = defineRecordType({
  name: 'person',
  label,
  plural: label,
  title: ['name'],
  fields: [
    { name: 'name', type: 'person_name', label, required: true, sortable: true },
    {
      name: 'kind',
      type: 'choice',
      label,
      facet: true,
      options: ['a', 'b'].map((code) => ({ code, label })),
    },
    { name: 'born', type: 'date', label },
    { name: 'notes', type: 'text', label },
    { name: 'friends', type: 'reference', label, targets: ['person'], multiple: true },
  ],
})
const schema = shippedSchema([person], [])

/** An organisation with one restricted record among three, and another member who was not granted it. */
async function organisation() {
  const { owner, app, actor } = await testOrganisation()
  const accountId = newId()
  await owner
    .insertInto('account')
    .values({
      org_id: actor.orgId,
      id: accountId,
      kind: 'person',
      name: 'Bea',
      role: 'administrator',
      readable_classes: ['identity'],
    })
    .execute()
  const as =
    (who: typeof actor) =>
    <T>(action: Parameters<typeof withRequest<T>>[2]) =>
      withRequest({ db: app, shipped: schema }, who, action)
  const ada = as(actor)
  const make = (values: Record<string, unknown>, visibility: 'internal' | 'restricted' = 'internal') =>
    ada((tx) => createRecord(tx, { type: 'person', values, visibility }))
  const hidden = await make({ name: 'Dora Moreno', kind: 'a', born: '1976' }, 'restricted')
  const one = await make({ name: 'Delia Moreno', kind: 'a', born: '1976', friends: [{ to: hidden.id }] })
  await make({ name: 'Diego Moreno', kind: 'b', born: '1977' })
  await ada((tx) => updateRecord(tx, { id: hidden.id, version: 1, values: { friends: [{ to: one.id }] } }))
  return { ada, bea: as({ ...actor, accountId, name: 'Bea' }), hidden, one }
}

test.each([
  ['all', {}, 3, 2],
  ['a value', { filters: { kind: ['a'] } }, 2, 1],
  ['a date', { dates: { field: 'born', from: '1976', to: '1976' } }, 2, 1],
  ['by name', { sort: 'name' }, 3, 2],
  ['words', { text: 'moreno' }, 3, 2],
  ['similar names', { text: 'dora morenno' }, 1, 0],
] as const)('who may not see a record counts as if it were not: %s', async (_name, query, all, seen) => {
  const { ada, bea, hidden } = await organisation()
  const counted = (run: typeof ada) =>
    run(async (tx) => {
      const asked = { type: 'person', ...query }
      const page = await listRecords(tx, asked)
      const facets = await countFacets(tx, asked, page.similar)
      const kinds = facets.fields['kind']?.reduce((sum, { count }) => sum + count, 0)
      return { page, kinds }
    })
  const forAda = await counted(ada)
  expect(forAda.page.rows.map(({ id }) => id)).toContain(hidden.id)
  expect(forAda.page.count).toBeGreaterThanOrEqual(all)
  const forBea = await counted(bea)
  expect(forBea.page.rows.map(({ id }) => id)).not.toContain(hidden.id)
  expect(forBea.page.rows).toHaveLength(forBea.page.count)
  expect(forBea.page.count).toBe(forAda.page.count - 1)
  expect(forBea.page.count).toBeGreaterThanOrEqual(seen)
  // A filter does not narrow its own facet: there all kinds are counted.
  expect(forBea.kinds).toBe((forAda.kinds ?? 0) - 1)
})

test('a record names nothing that its reader may not see, and saving it loses nothing (claim 12)', async () => {
  const { ada, bea, hidden, one } = await organisation()
  const shown = await bea((tx) => readRecord(tx, one.id))
  expect(shown.values['friends']).toBeUndefined()
  expect(await bea((tx) => readBacklinks(tx, one.id))).toEqual([])
  await expect(bea((tx) => readRecord(tx, hidden.id))).rejects.toMatchObject({ kind: 'not_found' })
  await bea((tx) => updateRecord(tx, { id: one.id, version: 1, values: { notes: 'seen' } }))
  const kept = await ada((tx) => readRecord(tx, one.id))
  expect(kept.values).toMatchObject({ notes: 'seen', friends: [{ to: hidden.id }] })
  expect((await ada((tx) => readBacklinks(tx, one.id))).map(({ id }) => id)).toEqual([hidden.id])
})
