import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  cite,
  countFacets,
  createRecord,
  defineRecordType,
  deleteRecord,
  listRecords,
  mergeRecords,
  purgeTrash,
  readBacklinks,
  readCitations,
  readHistory,
  readRecord,
  readVersion,
  restoreRecord,
  restoreVersion,
  shippedSchema,
  unmergeRecords,
  updateRecord,
  withRequest,
} from './index.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })

const person = defineRecordType({
  name: 'person',
  label: l('Person'),
  plural: l('People'),
  title: ['name'],
  fields: [
    { name: 'name', type: 'person_name', label: l('Name'), required: true, sortable: true },
    {
      name: 'country',
      type: 'term',
      vocabulary: 'countries',
      label: l('Country'),
      multiple: true,
      facet: true,
    },
    { name: 'born', type: 'date', label: l('Born'), sortable: true },
    { name: 'story', type: 'localized_text', label: l('Story') },
    { name: 'whereabouts', type: 'text', label: l('Whereabouts'), class: 'location' },
    {
      name: 'relatives',
      type: 'reference',
      targets: ['person'],
      label: l('Relatives'),
      multiple: true,
      attributes: [{ name: 'kind', type: 'text', label: l('Kind') }],
    },
  ],
})
const schema = shippedSchema(
  [person],
  [
    {
      name: 'countries',
      label: l('Countries'),
      terms: [
        { code: 'MX', label: l('Mexico') },
        { code: 'AR', label: l('Argentina') },
      ],
    },
  ],
)

async function organisation() {
  const { app, owner, actor } = await testOrganisation()
  return {
    actor,
    app,
    owner,
    run: <T>(action: Parameters<typeof withRequest<T>>[2]) =>
      withRequest({ db: app, shipped: schema }, actor, action),
  }
}

describe('a record', () => {
  test('is written, read, listed, found in any spelling and counted', async () => {
    const { run } = await organisation()
    const { id } = await run((tx) =>
      createRecord(tx, {
        type: 'person',
        values: {
          name: 'Martha Moreno Guati Rojo',
          country: ['MX'],
          born: '1976-11',
          whereabouts: 'Sant Boi',
          story: { es: 'Defensora' },
        },
      }),
    )
    await run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Оксана Шевчук', country: ['AR', 'MX'] } }),
    )
    const record = await run((tx) => readRecord(tx, id))
    expect(record.values).toEqual({
      name: { full: 'Martha Moreno Guati Rojo' },
      country: ['MX'],
      born: '1976-11',
      whereabouts: 'Sant Boi',
      story: { es: 'Defensora' },
    })
    const find = (text: string) => run((tx) => listRecords(tx, { type: 'person', text }))
    expect((await find('moreno')).rows.map((r) => r.id)).toEqual([id])
    expect(await find('Marta Morena Guaty')).toMatchObject({ similar: true, rows: [{ id }] })
    expect((await find('oksana')).rows).toHaveLength(1)
    expect((await find('defensoras')).rows.map((r) => r.id)).toEqual([id])
    expect((await find('nobody at all')).rows).toEqual([])
    const filtered = await run((tx) =>
      listRecords(tx, { type: 'person', filters: { country: ['MX'] }, sort: 'name' }),
    )
    expect(filtered).toMatchObject({ count: 2, more: false })
    expect(filtered.rows.map((r) => r.title)).toEqual(['Martha Moreno Guati Rojo', 'Оксана Шевчук'])
    const facets = await run((tx) => countFacets(tx, { type: 'person', filters: { country: ['AR'] } }))
    expect(facets.fields['country']).toEqual([
      { key: 'MX', count: 2 },
      { key: 'AR', count: 1 },
    ])
    const dated = (from: string, to: string) =>
      run((tx) => listRecords(tx, { type: 'person', dates: { field: 'born', from, to } }))
    expect((await dated('1976-11-30', '1977-01-01')).count).toBe(1)
    expect((await dated('1976-12-01', '1977-01-01')).count).toBe(0)
  })

  test('is listed in the order of a field that it has no value in: last, counted, and on the pages', async () => {
    const { run } = await organisation()
    const make = (values: Record<string, unknown>) =>
      run((tx) => createRecord(tx, { type: 'person', values }))
    const dated = await make({ name: 'A', born: '1980' })
    const undated = await make({ name: 'B' })
    const older = await make({ name: 'C', born: '1976?' })
    const list = (after?: string) =>
      run((tx) => listRecords(tx, { type: 'person', sort: 'born', limit: 2, ...(after && { after }) }))
    const first = await list()
    const second = await list(first.next ?? '')
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([older.id, dated.id, undated.id])
    expect(first.count).toBe(3)
    // A value given, and taken away again, moves it.
    await run((tx) => updateRecord(tx, { id: undated.id, version: 1, values: { born: '1970' } }))
    expect((await list()).rows[0]?.id).toBe(undated.id)
    await run((tx) => updateRecord(tx, { id: undated.id, version: 2, values: { born: '' } }))
    expect((await list((await list()).next ?? '')).rows.map((row) => row.id)).toEqual([undated.id])
    const window = { field: 'born', from: '1900', to: '2100' }
    expect((await run((tx) => listRecords(tx, { type: 'person', dates: window }))).count).toBe(2)
  })

  test('is not there for another organisation, nor its parts, links, keys or words', async () => {
    const one = await organisation()
    const other = await organisation()
    const { id } = await one.run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Dora', whereabouts: 'x' } }),
    )
    await expect(other.run((tx) => readRecord(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
    for (const table of ['record', 'record_part', 'record_version', 'record_key', 'record_search'] as const)
      expect(await other.run((tx) => tx.sql.selectFrom(table).selectAll().execute())).toEqual([])
    expect(await one.app.selectFrom('record').selectAll().execute()).toEqual([])
    await expect(
      other.run((tx) => createRecord(tx, { type: 'person', values: { name: 'X', relatives: [{ to: id }] } })),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('shows both states when two people edit it, and loses neither', async () => {
    const { run } = await organisation()
    const { id } = await run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Dora', born: '1976' } }),
    )
    await run((tx) => updateRecord(tx, { id, version: 1, values: { born: '1977' } }))
    const stale = await run((tx) => updateRecord(tx, { id, version: 1, values: { born: '1978' } })).catch(
      (e: unknown) => e,
    )
    expect(stale).toBeInstanceOf(Problem)
    expect(stale).toMatchObject({
      kind: 'stale',
      data: { given: { born: '1978' }, current: { values: { born: '1977' } } },
    })
  })

  test('keeps every version, with relations, and goes back to any of them', async () => {
    const { run } = await organisation()
    const a = await run((tx) => createRecord(tx, { type: 'person', values: { name: 'A' } }))
    const b = await run((tx) => createRecord(tx, { type: 'person', values: { name: 'B' } }))
    const { id } = await run((tx) =>
      createRecord(tx, {
        type: 'person',
        values: { name: 'C', relatives: [{ to: a.id, attributes: { kind: 'aunt' } }] },
      }),
    )
    await run((tx) =>
      updateRecord(tx, {
        id,
        version: 1,
        values: { relatives: [{ to: b.id }], whereabouts: 'Lyon' },
        reason: 'mended',
      }),
    )
    expect((await run((tx) => readRecord(tx, id))).values['relatives']).toEqual([{ to: b.id }])
    expect((await run((tx) => readVersion(tx, id, 1)))['relatives']).toEqual([
      { to: a.id, attributes: { kind: 'aunt' } },
    ])
    expect((await run((tx) => readBacklinks(tx, b.id))).map((x) => x.title)).toEqual(['C'])
    expect((await run((tx) => readHistory(tx, id))).map((v) => [v.version, v.reason])).toEqual([
      [2, 'mended'],
      [1, null],
    ])
    await run((tx) => restoreVersion(tx, id, 1))
    const back = await run((tx) => readRecord(tx, id))
    expect(back.values).toEqual({
      name: { full: 'C' },
      relatives: [{ to: a.id, attributes: { kind: 'aunt' } }],
    })
    expect(back.version).toBe(3)
  })

  test('keeps what a change does not name: values of other classes, relations, words, keys', async () => {
    const { run } = await organisation()
    const a = await run((tx) => createRecord(tx, { type: 'person', values: { name: 'A' } }))
    const values = {
      name: 'Dora',
      country: ['MX'],
      born: '1976',
      whereabouts: 'Sant Boi',
      relatives: [{ to: a.id, attributes: { kind: 'aunt' } }],
    }
    const { id } = await run((tx) => createRecord(tx, { type: 'person', values }))
    await run((tx) => updateRecord(tx, { id, version: 1, values: { born: '1977' } }))
    await run((tx) => updateRecord(tx, { id, version: 2, values: { whereabouts: 'Lyon' } }))
    await run((tx) => updateRecord(tx, { id, version: 3, values: { relatives: [{ to: a.id }] } }))
    expect((await run((tx) => readRecord(tx, id))).values).toEqual({
      ...values,
      name: { full: 'Dora' },
      born: '1977',
      whereabouts: 'Lyon',
      relatives: [{ to: a.id }],
    })
    expect(await run((tx) => readVersion(tx, id, 1))).toEqual({ ...values, name: { full: 'Dora' } })
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'lyon' }))).count).toBe(1)
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'boi' }))).count).toBe(0)
    const filtered = await run((tx) => listRecords(tx, { type: 'person', filters: { country: ['MX'] } }))
    expect(filtered.count).toBe(1)
  })

  test('goes to the trash and comes back', async () => {
    const { run } = await organisation()
    const { id } = await run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Dora', country: ['MX'] } }),
    )
    await run((tx) => deleteRecord(tx, id, 1))
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'dora' }))).count).toBe(0)
    expect((await run((tx) => listRecords(tx, { type: 'person', filters: { country: ['MX'] } }))).count).toBe(
      0,
    )
    await run((tx) => restoreRecord(tx, id))
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'dora' }))).count).toBe(1)
  })

  test('is purged when it has lain in the trash for its time, restricted or not, and nothing else is', async () => {
    const { run, owner, actor } = await organisation()
    const make = (visibility: 'internal' | 'restricted') =>
      run((tx) =>
        createRecord(tx, { type: 'person', values: { name: 'Dora', whereabouts: 'x' }, visibility }),
      )
    const [kept, old, secret, fresh] = [
      await make('internal'),
      await make('internal'),
      await make('restricted'),
      await make('internal'),
    ]
    for (const { id } of [old, secret, fresh]) await run((tx) => deleteRecord(tx, id, 1))
    await owner
      .updateTable('record')
      .set({ deleted_at: new Date(Date.now() - 91 * 86_400_000) })
      .where('id', 'in', [old.id, secret.id])
      .execute()
    expect((await purgeTrash(owner)).get(actor.orgId)).toBe(2)
    const left = await owner.selectFrom('record').select('id').where('org_id', '=', actor.orgId).execute()
    expect(left.map((row) => row.id).sort()).toEqual([kept.id, fresh.id].sort())
    for (const table of ['record_part', 'record_version', 'record_key', 'record_search'] as const)
      expect(
        await owner
          .selectFrom(table)
          .select('record_id')
          .where('record_id', 'in', [old.id, secret.id])
          .execute(),
      ).toEqual([])
  })

  test('merges with its double and comes apart again', async () => {
    const { run } = await organisation()
    const make = (values: Record<string, unknown>) =>
      run((tx) => createRecord(tx, { type: 'person', values }))
    const a = await make({ name: 'Dora', country: ['MX'] })
    const b = await make({ name: 'Dora M.', country: ['AR'], born: '1976' })
    const c = await make({ name: 'Child', relatives: [{ to: b.id }] })
    const merge = await run((tx) => mergeRecords(tx, { keep: a.id, lose: b.id }))
    expect((await run((tx) => readRecord(tx, a.id))).values).toMatchObject({
      country: ['MX', 'AR'],
      born: '1976',
    })
    expect((await run((tx) => readRecord(tx, c.id))).values['relatives']).toEqual([{ to: a.id }])
    expect((await run((tx) => listRecords(tx, { type: 'person' }))).count).toBe(2)
    expect(await run((tx) => unmergeRecords(tx, merge.id))).toMatchObject({ edited: false })
    expect((await run((tx) => readRecord(tx, a.id))).values).toEqual({
      name: { full: 'Dora' },
      country: ['MX'],
    })
    expect((await run((tx) => readRecord(tx, c.id))).values['relatives']).toEqual([{ to: b.id }])
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'dora' }))).count).toBe(2)
  })

  test('says of each value where it comes from', async () => {
    const { run } = await organisation()
    const { id } = await run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Dora', country: ['MX'] } }),
    )
    await run((tx) => cite(tx, { recordId: id, field: 'country', quote: 'Méxic', locator: 'line 17' }))
    expect((await run((tx) => readCitations(tx, id))).get('country')).toMatchObject([
      { quote: 'Méxic', locator: 'line 17' },
    ])
  })

  test('names every field at fault', async () => {
    const { run } = await organisation()
    const problem = await run((tx) =>
      createRecord(tx, { type: 'person', values: { born: '1976-13', country: ['ZZ'], colour: 'red' } }),
    ).catch((e: unknown) => e)
    expect((problem as Problem).fields.map((f) => f.field).sort()).toEqual([
      'born',
      'colour',
      'country',
      'name',
    ])
  })
})
