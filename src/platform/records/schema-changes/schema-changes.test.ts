import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Problem } from '#platform/problem'
import { testDatabase } from '../../../../tests/support/database.ts'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import {
  type FieldDefinition,
  type Ground,
  type RecordTypeDefinition,
  addField,
  addRecordType,
  addSection,
  addTerm,
  addVocabulary,
  changeField,
  changeRecordType,
  changeTerm,
  countFacets,
  createRecord,
  defineRecordType,
  fingerprint,
  importVocabulary,
  listRecords,
  orderFields,
  planImport,
  readRecord,
  reindexRecords,
  retireTerm,
  shippedSchema,
  updateRecord,
  withRequest,
} from '../index.ts'

// The first request also makes the worker's database, and one test starts another program.
beforeAll(() => {
  vi.setConfig({ testTimeout: 30_000 })
})

const l = (word: string) => ({ en: word, es: word, ca: word })

const person = defineRecordType({
  name: 'person',
  label: l('Person'),
  plural: l('People'),
  title: ['name'],
  sections: [{ name: 'life', label: l('Life') }],
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
    { name: 'trade', type: 'term', vocabulary: 'trades', label: l('Trade') },
    { name: 'health', type: 'term', vocabulary: 'trades', label: l('Health'), class: 'health' },
  ],
})
const shipped = shippedSchema(
  [person],
  [
    { name: 'countries', label: l('Countries'), terms: [{ code: 'MX', label: l('Mexico') }] },
    {
      name: 'trades',
      label: l('Trades'),
      terms: [
        { code: 'press', label: l('Press') },
        { code: 'radio', parent: 'press', label: l('Radio') },
      ],
    },
  ],
)

async function organisation(languages?: readonly string[]) {
  const { app, owner, actor } = await testOrganisation(languages)
  const ground: Ground = { db: app, shipped }
  const run = <T>(action: Parameters<typeof withRequest<T>>[2]) => withRequest(ground, actor, action)
  return { actor, app, owner, run, ground }
}

const problemOf = async (what: Promise<unknown>): Promise<Problem> => {
  const thrown = await what.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Problem)) throw new Error(`not a Problem: ${String(thrown)}`)
  return thrown
}
const fieldsOf = async (what: Promise<unknown>) => (await problemOf(what)).fields.map((one) => one.field)

const stay: RecordTypeDefinition = {
  name: 'workshop',
  label: { en: 'Workshop', es: 'Taller', ca: 'Taller' },
  plural: { en: 'Workshops', es: 'Talleres', ca: 'Tallers' },
  title: ['name'],
  fields: [
    { name: 'name', type: 'text', label: l('Name'), required: true, sortable: true },
    {
      name: 'kind',
      type: 'choice',
      label: l('Kind'),
      facet: true,
      options: [{ code: 'day', label: l('One day') }],
    },
    {
      name: 'speaker',
      type: 'reference',
      targets: ['person', 'workshop'],
      label: l('Speaker'),
      multiple: true,
    },
  ],
}

describe('an own type', () => {
  test('is there at once: written, listed, counted and searched', async () => {
    const { run } = await organisation()
    await run((tx) => addRecordType(tx, shipped, stay))
    const { id } = await run((tx) =>
      createRecord(tx, { type: 'workshop', values: { name: 'Seguridad digital', kind: 'One day' } }),
    )
    const found = await run((tx) =>
      listRecords(tx, { type: 'workshop', text: 'seguridad', filters: { kind: ['day'] }, sort: '_title' }),
    )
    expect(found.rows.map((row) => row.id)).toEqual([id])
    const { fields } = await run((tx) => countFacets(tx, { type: 'workshop' }))
    expect(fields).toEqual({ kind: [{ key: 'day', count: 1 }] })
  })

  test('is there at the next request of another process, which had read the schema before', async () => {
    const { run, actor } = await organisation()
    // Another program, with its own memory of the schema, that answers each line with what it sees now.
    const other = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { createInterface } from 'node:readline'
         const { connect } = await import('./src/platform/db/index.ts')
         const { withRequest, shippedSchema } = await import('./src/platform/records/index.ts')
         const ground = { db: connect(process.env.TEST_URL, { max: 1 }), shipped: shippedSchema([], []) }
         for await (const line of createInterface({ input: process.stdin })) {
           const { types, vocabularies } = await withRequest(ground, JSON.parse(line), async (tx) => tx.schema)
           const terms = [...vocabularies].map(([name, index]) => [name, [...index.byCode.keys()]])
           console.log(JSON.stringify([[...types].map(([name, type]) => [name, type.fields.map((f) => f.name)]), terms]))
         }
         await ground.db.destroy()`,
      ],
      {
        cwd: join(import.meta.dirname, '../../../..'),
        env: { ...process.env, TEST_URL: (await testDatabase()).app },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]()
    const look = async () => {
      other.stdin.write(`${JSON.stringify(actor)}\n`)
      return JSON.parse((await lines.next()).value ?? 'null') as unknown
    }
    try {
      expect(await look()).toEqual([[], []])
      await run((tx) => addRecordType(tx, shipped, stay))
      expect(await look()).toEqual([[['workshop', ['name', 'kind', 'speaker']]], []])
      await run((tx) => addVocabulary(tx, shipped, { name: 'rooms', label: { ca: 'Sales' } }))
      await run((tx) => addTerm(tx, shipped, 'rooms', { code: '1', label: l('First') }))
      await run((tx) => orderFields(tx, shipped, 'workshop', ['speaker', 'name', 'kind']))
      expect(await look()).toEqual([[['workshop', ['speaker', 'name', 'kind']]], [['rooms', ['1']]]])
    } finally {
      other.stdin.end()
      await once(other, 'exit')
    }
  })

  test('changes its words, headings, title and timeline, and says who changed what', async () => {
    const { run } = await organisation()
    await run((tx) => addRecordType(tx, shipped, stay))
    await run((tx) => addSection(tx, shipped, 'workshop', { name: 'place', label: l('Where') }))
    await run((tx) =>
      addField(tx, shipped, 'workshop', { name: 'held', type: 'date', label: l('Held'), section: 'place' }),
    )
    const { schema } = await run((tx) =>
      changeRecordType(tx, shipped, 'workshop', {
        timeline: 'held',
        plural: l('Courses'),
        title: ['name', 'held'],
      }),
    )
    expect(schema.types.get('workshop')).toMatchObject({ timeline: 'held', plural: l('Courses') })
    expect(await fieldsOf(run((tx) => changeRecordType(tx, shipped, 'workshop', { map: 'held' })))).toEqual([
      'map',
    ])
    expect(
      (await problemOf(run((tx) => changeRecordType(tx, shipped, 'person', { plural: l('x') })))).kind,
    ).toBe('conflict')
    const log = await run((tx) =>
      tx.sql.selectFrom('ledger').select(['act', 'detail']).orderBy('seq').execute(),
    )
    expect(log.map(({ act, detail }) => [act, (detail as { name: string }).name])).toEqual([
      ['schema.change', 'workshop'],
      ['schema.change', 'workshop.place'],
      ['schema.change', 'workshop.held'],
      ['schema.change', 'workshop'],
    ])
    expect(log[3]?.detail).toMatchObject({ before: { plural: stay.plural }, after: { plural: l('Courses') } })
  })

  test('is the organisation’s alone', async () => {
    const one = await organisation()
    const two = await organisation()
    await one.run((tx) => addRecordType(tx, shipped, stay))
    await two.run(async (tx) => expect(tx.schema.types.has('workshop')).toBe(false))
    await two.run((tx) => addRecordType(tx, shipped, stay))
  })
})

describe('a field', () => {
  test('is added to a shipped type, used at once, and stands where the order puts it', async () => {
    const { run } = await organisation()
    const old = await run((tx) => createRecord(tx, { type: 'person', values: { name: 'Ada Lagos' } }))
    await run((tx) =>
      addField(tx, shipped, 'person', {
        name: 'nickname',
        type: 'text',
        label: l('Nickname'),
        section: 'life',
      }),
    )
    await run((tx) => orderFields(tx, shipped, 'person', ['nickname', 'health', 'name', 'country', 'trade']))
    await run((tx) => updateRecord(tx, { id: old.id, version: 1, values: { nickname: 'la Negra' } }))
    await run(async (tx) => {
      expect(tx.schema.types.get('person')?.fields.map((field) => field.name)).toEqual([
        'nickname',
        'health',
        'name',
        'country',
        'trade',
      ])
      expect((await readRecord(tx, old.id)).values['nickname']).toBe('la Negra')
      expect((await listRecords(tx, { type: 'person', text: 'negra' })).rows).toHaveLength(1)
    })
    expect(
      await fieldsOf(
        run((tx) => orderFields(tx, shipped, 'person', ['name', 'name', 'country', 'trade', 'health'])),
      ),
    ).toEqual(['order'])
    // A field added later stands last, whatever the order says of those before it.
    const { schema } = await run((tx) =>
      addField(tx, shipped, 'person', { name: 'note', type: 'text', label: l('Note') }),
    )
    expect(schema.types.get('person')?.fields.at(-1)?.name).toBe('note')
  })

  test('made a filter or sortable later is made findable for the records that are there', async () => {
    const { run } = await organisation()
    const ids: string[] = []
    for (const trade of ['radio', 'press', 'radio'])
      ids.push(
        (
          await run((tx) =>
            createRecord(tx, { type: 'person', values: { name: 'N', trade, health: 'radio' } }),
          )
        ).id,
      )
    const { reindex } = await run((tx) =>
      changeField(tx, shipped, 'person', 'trade', { facet: true, sortable: true }),
    )
    expect(reindex).toEqual(['person'])
    const counted = () => run(async (tx) => (await countFacets(tx, { type: 'person' })).fields['trade'])
    expect(await counted()).toEqual([])
    // In two steps, as a job that was interrupted would.
    const first = await run((tx) => reindexRecords(tx, { type: 'person', limit: 2 }))
    expect(first).toMatchObject({ seen: 2, changed: 2 })
    const second = await run((tx) => reindexRecords(tx, { type: 'person', limit: 2, after: first.next }))
    expect(second).toEqual({ next: null, seen: 1, changed: 1 })
    expect(await counted()).toEqual([
      { key: 'press', count: 3 },
      { key: 'radio', count: 2 },
    ])
    expect(await run((tx) => reindexRecords(tx, { type: 'person' }))).toMatchObject({ changed: 0 })
    // Versions are of values, and no value has changed.
    expect((await run((tx) => readRecord(tx, ids[0] ?? ''))).version).toBe(1)
    // Turned off again: the keys go.
    await run((tx) => changeField(tx, shipped, 'person', 'trade', { facet: false, sortable: false }))
    expect(await run((tx) => reindexRecords(tx, { type: 'person' }))).toMatchObject({ changed: 3 })
    const keys = await run((tx) =>
      tx.sql
        .selectFrom('record_key')
        .select('field')
        .where('record_id', '=', ids[0] ?? '')
        .execute(),
    )
    expect(keys.map((key) => key.field).sort()).toEqual(['_title', 'name'])
  })

  test('of the product keeps what the product relies on; labels and hints are the organisation’s', async () => {
    const { run } = await organisation()
    expect(
      await fieldsOf(run((tx) => changeField(tx, shipped, 'person', 'name', { required: false }))),
    ).toEqual(['required'])
    await run((tx) =>
      changeField(tx, shipped, 'person', 'trade', {
        label: l('Craft'),
        hint: l('What for'),
        section: 'life',
      }),
    )
    const { schema } = await run((tx) =>
      changeField(tx, shipped, 'person', 'trade', { hint: null, section: null }),
    )
    const trade = schema.types.get('person')?.fields.find((field) => field.name === 'trade')
    expect(trade).toEqual({ name: 'trade', type: 'term', vocabulary: 'trades', label: l('Craft') })
  })

  test('may get options and lose none', async () => {
    const { run } = await organisation()
    await run((tx) => addRecordType(tx, shipped, stay))
    const day = { code: 'day', label: l('A day') }
    const { reindex } = await run((tx) =>
      changeField(tx, shipped, 'workshop', 'kind', { options: [day, { code: 'week', label: l('A week') }] }),
    )
    expect(reindex).toEqual(['workshop'])
    expect(
      await fieldsOf(run((tx) => changeField(tx, shipped, 'workshop', 'kind', { options: [day] }))),
    ).toEqual(['options'])
  })

  test('that two people change at once: the second is told, and what the first did stays', async () => {
    const { run } = await organisation()
    const seen = fingerprint(shipped.types.get('person')?.fields[1])
    await run((tx) => changeField(tx, shipped, 'person', 'country', { label: l('State') }, seen))
    const problem = await problemOf(
      run((tx) => changeField(tx, shipped, 'person', 'country', { label: l('Nation') }, seen)),
    )
    expect(problem).toMatchObject({ kind: 'stale', data: { current: { label: l('State') } } })
    // Different fields at the same moment: both are there afterwards.
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        run((tx) => addField(tx, shipped, 'person', { name, type: 'text', label: l(name) })),
      ),
    )
    await run(async (tx) =>
      expect(tx.schema.types.get('person')?.fields.map((field) => field.name)).toEqual(
        expect.arrayContaining(['a', 'b', 'c', 'd']),
      ),
    )
  })
})

describe('a term', () => {
  test('under another is found by a filter on that one, wherever it is moved', async () => {
    const { run } = await organisation()
    await run((tx) => changeField(tx, shipped, 'person', 'trade', { facet: true }))
    await run((tx) =>
      addTerm(tx, shipped, 'trades', { code: 'podcast', parent: 'radio', label: { es: 'Pódcast' } }),
    )
    await run((tx) => createRecord(tx, { type: 'person', values: { name: 'N', trade: 'podcast' } }))
    const count = async (key: string) =>
      (await run((tx) => listRecords(tx, { type: 'person', filters: { trade: [key] } }))).count
    expect([await count('podcast'), await count('radio'), await count('press')]).toEqual([1, 1, 1])
    const { reindex } = await run((tx) => changeTerm(tx, shipped, 'trades', 'radio', { parent: null }))
    expect(reindex).toEqual(['person'])
    await run((tx) => reindexRecords(tx, { type: 'person' }))
    expect([await count('podcast'), await count('radio'), await count('press')]).toEqual([1, 1, 0])
    // A new name is found by its words.
    await run((tx) => changeTerm(tx, shipped, 'trades', 'podcast', { label: { ca: 'Emissió en línia' } }))
    await run((tx) => reindexRecords(tx, { type: 'person' }))
    expect((await run((tx) => listRecords(tx, { type: 'person', text: 'emissió' }))).count).toBe(1)
  })

  test('that is retired is kept; one that would stand under itself, or nowhere, is refused', async () => {
    const { run } = await organisation()
    const { schema, reindex } = await run((tx) => retireTerm(tx, shipped, 'trades', 'radio'))
    expect(schema.vocabularies.get('trades')?.byCode.get('radio')).toEqual({
      code: 'radio',
      parent: 'press',
      label: l('Radio'),
      retired: true,
    })
    expect(reindex).toEqual([])
    const moved = (code: string, parent: string) =>
      fieldsOf(run((tx) => changeTerm(tx, shipped, 'trades', code, { parent })))
    expect(await moved('press', 'radio')).toEqual(['parent'])
    expect(await moved('press', 'press')).toEqual(['parent'])
    expect(await moved('press', 'nothing')).toEqual(['parent'])
    const added = (term: unknown) => fieldsOf(run((tx) => addTerm(tx, shipped, 'trades', term)))
    expect(await added({ code: 'radio', label: l('Radio') })).toEqual(['code'])
    expect(await added({ code: 'a b', label: {} })).toEqual(['code', 'label'])
    const back = await run((tx) => changeTerm(tx, shipped, 'trades', 'radio', { retired: false }))
    expect(back.schema.vocabularies.get('trades')?.byCode.get('radio')?.retired).toBeUndefined()
  })

  test('of an own vocabulary is offered by a field of an own type', async () => {
    const { run } = await organisation()
    await run((tx) => addVocabulary(tx, shipped, { name: 'rooms', label: { ca: 'Sales' } }))
    await run((tx) => addTerm(tx, shipped, 'rooms', { code: '1', label: l('First') }))
    await run((tx) =>
      addField(tx, shipped, 'person', { name: 'room', type: 'term', vocabulary: 'rooms', label: l('Room') }),
    )
    await run((tx) => createRecord(tx, { type: 'person', values: { name: 'N', room: 'first' } }))
    expect(await fieldsOf(run((tx) => addVocabulary(tx, shipped, { name: 'countries', label: {} })))).toEqual(
      ['name', 'label'],
    )
  })
})

describe('a thesaurus', () => {
  const given = {
    name: 'acts',
    label: { en: 'Acts', fr: 'Actes' } as { en: string },
    terms: [
      { code: '01', label: { en: 'One', fr: 'Un' } as { en: string } },
      { code: '0101', parent: '01', label: { en: 'One one' } },
      { code: '010101', parent: '0101', label: { en: 'One one one' } },
      { code: '02', label: { en: 'Two' } },
    ],
  }

  test('comes in with its levels and languages; again changes nothing; words of the organisation stay', async () => {
    const { run } = await organisation()
    const first = await run((tx) => importVocabulary(tx, shipped, given))
    expect(first.done).toMatchObject({ isNew: true, levels: 3, same: 0, missing: { en: 0, es: 4, ca: 4 } })
    const index = first.schema.vocabularies.get('acts')
    expect(index?.withAncestors('010101')).toEqual(['010101', '0101', '01'])
    expect(index?.vocabulary.terms.map((term) => term.code)).toEqual(['01', '0101', '010101', '02'])
    expect(index?.byCode.get('01')?.label).toEqual({ en: 'One', fr: 'Un' })
    await run((tx) => changeTerm(tx, shipped, 'acts', '02', { label: { ca: 'Dos' }, retired: true }))
    const again = await run((tx) => importVocabulary(tx, shipped, given))
    expect(again).toMatchObject({ unchanged: true, done: { isNew: false, same: 4, added: [], changed: [] } })
    expect(again.schema.vocabularies.get('acts')?.byCode.get('02')?.label).toEqual({ en: 'Two', ca: 'Dos' })
    // A newer edition: one renamed and moved, one new, one gone (it stays).
    const newer = {
      ...given,
      terms: [
        { code: '01', label: { en: 'First' } },
        { code: '02', label: { en: 'Two' }, parent: '01' },
        { code: '03', label: { en: 'Three' } },
        { code: '0101', parent: '01', label: { en: 'One one' } },
      ],
    }
    const { done, schema } = await run((tx) => importVocabulary(tx, shipped, newer))
    expect(done).toMatchObject({ same: 1, others: 1, added: [{ code: '03' }] })
    expect(done.changed.map((one) => one.after.code)).toEqual(['01', '02'])
    expect(schema.vocabularies.get('acts')?.byCode.get('02')).toEqual({
      code: '02',
      parent: '01',
      label: { en: 'Two', ca: 'Dos' },
      retired: true,
    })
  })

  test('with circles, missing parents or doubled codes is refused, naming the terms', () => {
    const plan = (terms: readonly { code: string; parent?: string }[]) => {
      try {
        planImport(shipped, { ...given, terms: terms.map((term) => ({ ...term, label: { en: term.code } })) })
        return []
      } catch (error) {
        return (error as Problem).fields.map((one) => one.field)
      }
    }
    expect(
      plan([
        { code: 'a', parent: 'b' },
        { code: 'b', parent: 'a' },
      ]),
    ).toContain('a.parent')
    expect(plan([{ code: 'a', parent: 'zz' }])).toEqual(['a.parent'])
    expect(plan([{ code: 'a' }, { code: 'a' }])).toEqual(['terms.2.a'])
    expect(plan([])).toEqual(['terms'])
    const chain = Array.from({ length: 120 }, (_, i) => ({
      code: `t${i}`,
      ...(i > 0 && { parent: `t${i - 1}` }),
    }))
    expect(plan(chain.reverse())[0]).toBe('t119.parent')
    expect(plan(chain.slice(20))).toEqual([])
  })
})

describe('definitions', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,8}){1,2}$/)
  const words = fc.record({ en: word(), es: word(), ca: word() })
  function word() {
    return fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
      .filter((text) => text.trim() === text && text !== '')
  }
  const common = { name, label: words }
  const valid: fc.Arbitrary<FieldDefinition> = fc.oneof(
    fc.record(
      {
        ...common,
        type: fc.constantFrom('text', 'date', 'number', 'place'),
        sortable: fc.constant(true),
        listed: fc.constant(true),
      },
      { requiredKeys: ['name', 'label', 'type'] },
    ),
    fc.record(
      {
        ...common,
        type: fc.constantFrom('long_text', 'localized_text', 'url', 'person_name'),
        class: fc.constantFrom('open', 'identity', 'health', 'location', 'legal', 'sealed'),
        hint: words,
        required: fc.boolean(),
      },
      { requiredKeys: ['name', 'label', 'type'] },
    ),
    fc.record(
      {
        ...common,
        type: fc.constant('term'),
        vocabulary: fc.constantFrom('countries', 'trades'),
        multiple: fc.boolean(),
        facet: fc.boolean(),
      },
      { requiredKeys: ['name', 'label', 'type', 'vocabulary'] },
    ),
    fc.record({
      ...common,
      type: fc.constant('choice'),
      options: fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[a-z0-9]{1,8}$/), label: words }), {
        minLength: 1,
        maxLength: 4,
        selector: (o) => o.code,
      }),
    }),
    fc.record(
      {
        ...common,
        type: fc.constant('reference'),
        targets: fc.constant(['person']),
        attributes: fc.uniqueArray(fc.record({ ...common, type: fc.constantFrom('text', 'date') }), {
          maxLength: 3,
          selector: (o) => o.name,
        }),
      },
      { requiredKeys: ['name', 'label', 'type', 'targets'] },
    ),
  ) as fc.Arbitrary<FieldDefinition>
  const types = fc
    .uniqueArray(valid, { minLength: 1, maxLength: 6, selector: (field) => field.name })
    .chain((fields) =>
      fc.record({ name, label: words, plural: words }).map(
        (base): RecordTypeDefinition => ({
          ...base,
          title: ['title_text'],
          fields: [
            { name: 'title_text', type: 'text', label: l('T') },
            ...fields.filter((f) => f.name !== 'title_text'),
          ],
        }),
      ),
    )

  test('that are valid come back from the database as they were given', async () => {
    const { run } = await organisation()
    await fc.assert(
      fc.asyncProperty(types, async (type) => {
        // Rolled back each time, so that names are free again.
        const back = await run(async (tx) => {
          const { schema } = await addRecordType(tx, shipped, type)
          throw Object.assign(new Error('enough'), { type: schema.types.get(type.name) })
        }).catch((error: unknown) => {
          if (error instanceof Error && 'type' in error) return error.type
          throw error
        })
        expect(back).toEqual(type)
      }),
      { numRuns: 60 },
    )
  })

  const spoil: readonly (readonly [string, (field: FieldDefinition) => object])[] = [
    ['name', (f) => ({ ...f, name: `_${f.name}` })],
    ['name', (f) => ({ ...f, name: f.name.toUpperCase() })],
    ['name', (f) => ({ ...f, name: 'visibility' })],
    ['name', (f) => ({ ...f, name: 'constructor' })],
    ['name', (f) => ({ ...f, name: '__proto__' })],
    ['name', (f) => ({ ...f, name: 'country' })],
    ['name', ({ name: _, ...f }) => f],
    ['type', (f) => ({ ...f, type: 'colour' })],
    ['label', (f) => ({ ...f, label: 'word' })],
    ['label.ca', (f) => ({ ...f, label: { en: 'a', es: 'b', ca: ' ' } })],
    ['label.es', (f) => ({ ...f, label: { en: 'a', ca: 'b' } })],
    ['vocabulary', (f) => ({ ...f, type: 'term', vocabulary: 'nowhere' })],
    ['vocabulary', (f) => ({ ...f, type: 'text', vocabulary: 'countries' })],
    ['targets', (f) => ({ ...f, type: 'reference', targets: ['ghost'] })],
    ['targets', (f) => ({ ...f, type: 'reference', targets: [] })],
    ['options', (f) => ({ ...f, type: 'choice', options: [] })],
    [
      'options.1.code',
      (f) => ({
        ...f,
        type: 'choice',
        options: [
          { code: 'a', label: l('a') },
          { code: 'a', label: l('b') },
        ],
      }),
    ],
    ['facet', (f) => ({ ...f, type: 'text', facet: true })],
    ['sortable', (f) => ({ ...f, type: 'text', multiple: true, sortable: true })],
    ['sortable', (f) => ({ ...f, type: 'long_text', sortable: true })],
    ['listed', (f) => ({ ...f, type: 'text', class: 'health', listed: true })],
    ['section', (f) => ({ ...f, section: 'nowhere' })],
    [
      'attributes.0.name',
      (f) => ({
        ...f,
        type: 'reference',
        targets: ['person'],
        attributes: [{ name: 'A', type: 'text', label: l('a') }],
      }),
    ],
    [
      'attributes.0.type',
      (f) => ({
        ...f,
        type: 'reference',
        targets: ['person'],
        attributes: [{ name: 'a', type: 'reference', targets: ['person'], label: l('a') }],
      }),
    ],
    ['colour', (f) => ({ ...f, colour: 'red' })],
    ['required', (f) => ({ ...f, required: 'yes' })],
  ]

  test('that are not are refused, naming the field at fault, and nothing is written', async () => {
    const { run } = await organisation()
    await fc.assert(
      fc.asyncProperty(valid, fc.constantFrom(...spoil), async (field, [at, change]) => {
        const problem = await problemOf(run((tx) => addField(tx, shipped, 'person', change(field))))
        expect(problem.kind).toBe('invalid')
        expect(problem.fields.map((one) => one.field)).toContain(at)
        for (const one of problem.fields)
          for (const language of ['en', 'es', 'ca'] as const) expect(one.message[language]).not.toBe('')
      }),
      { numRuns: 150 },
    )
    const rows = await run((tx) => tx.sql.selectFrom('record_type').selectAll().execute())
    expect(rows).toEqual([])
  })

  test('need words only in the languages of the organisation', async () => {
    const { run } = await organisation(['es', 'fr'])
    const { schema } = await run((tx) =>
      addField(tx, shipped, 'person', { name: 'oficio', type: 'text', label: { es: 'Oficio' } }),
    )
    expect(schema.types.get('person')?.fields.at(-1)?.label).toEqual({ en: '', es: 'Oficio', ca: '' })
  })

  test('are not changed by who is neither administrator nor operator', async () => {
    const { actor, ground } = await organisation()
    const member = { ...actor, role: 'reader' as unknown as 'operator' }
    expect(
      (await problemOf(withRequest(ground, member, (tx) => addRecordType(tx, shipped, stay)))).kind,
    ).toBe('forbidden')
  })
})
