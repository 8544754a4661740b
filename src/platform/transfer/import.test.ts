import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideApproval } from '#platform/approvals'
import { openFileStore } from '#platform/files'
import { type JobGround, readJob, startWorker } from '#platform/jobs'
import {
  createRecord,
  defineRecordType,
  listRecords,
  readRecord,
  shippedSchema,
  updateRecord,
  withRequest,
} from '#platform/records'
import { openTable } from '#platform/tabular'
import { testDatabase } from '../../../tests/support/database.ts'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { actingAs, secondPerson } from '../../../tests/support/second-person.ts'
import {
  createImport,
  enqueueImport,
  askExport,
  exportRecords,
  importJob,
  listFindings,
  listImports,
  ownHeader,
  previewImport,
  proposeMapping,
  readImport,
  refusedRows,
  rememberedMapping,
  runImport,
  streamExport,
  undoImport,
} from './index.ts'

const l = (en: string, es = en, ca = es) => ({ en, es, ca })
const person = defineRecordType({
  name: 'person',
  label: l('Person'),
  plural: l('People'),
  title: ['name'],
  fields: [
    { name: 'name', type: 'person_name', label: l('Name', 'Nombre', 'Nom'), required: true, sortable: true },
    { name: 'code', type: 'text', label: l('Code', 'Código', 'Codi') },
    {
      name: 'country',
      type: 'term',
      vocabulary: 'countries',
      label: l('Country', 'País'),
      multiple: true,
      facet: true,
    },
    { name: 'born', type: 'date', label: l('Born', 'Nacimiento', 'Naixement') },
    { name: 'home', type: 'place', label: l('Home', 'Domicilio', 'Domicili'), class: 'location' },
    { name: 'story', type: 'localized_text', label: l('Story', 'Historia', 'Història') },
    { name: 'site', type: 'url', label: l('Site', 'Sitio', 'Lloc') },
    {
      name: 'friends',
      type: 'reference',
      targets: ['person'],
      label: l('Friends', 'Amistades', 'Amistats'),
      multiple: true,
    },
  ],
})
const shipped = shippedSchema(
  [person],
  [
    {
      name: 'countries',
      label: l('Countries'),
      terms: [
        { code: 'MX', label: l('Mexico', 'México', 'Mèxic') },
        { code: 'AR', label: l('Argentina') },
      ],
    },
  ],
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
async function organisation() {
  const { app, actor } = await testOrganisation()
  const ground: JobGround = { db: app, shipped, files: openFileStore({ home: folder }), scratch: folder }
  const run = <T>(action: Parameters<typeof withRequest<T>>[2]) => withRequest(ground, actor, action)
  const save = async (content: string, ending = 'csv') => {
    const path = join(folder, `${++files}.${ending}`)
    await writeFile(path, content)
    return { path, open: () => openTable(path, { fileName: path }) }
  }
  const bring = async (
    content: string,
    mapping?: unknown,
    onProblem: 'stop' | 'skip' = 'stop',
    more: Partial<Parameters<typeof runImport>[3]> = {},
  ) => {
    const { path, open } = await save(content)
    const columns = [...(await open()).columns]
    const id = await run((tx) =>
      createImport(tx, {
        type: 'person',
        sourceName: path,
        plan: { columns, onProblem, ...(mapping !== undefined && { mapping }) },
      }),
    )
    return { id, report: await runImport(ground, actor, id, { open, ...more }) }
  }
  const people = async () => (await run((tx) => listRecords(tx, { type: 'person', sort: '_title' }))).rows
  return { actor, ground, run, save, bring, people }
}

const mapping = {
  columns: { Nombre: 'name', Pais: 'country', Nacida: 'born', Codigo: 'code' },
  match: { field: 'code', value: '{Codigo}' },
}
const header = 'Codigo,Nombre,Pais,Nacida'

describe('an import', () => {
  test('that stops at a problem writes nothing, and names every row, field, value and remedy', async () => {
    const { bring, people, run } = await organisation()
    const { id, report } = await bring(
      `${header}\n1,Dora,México,1976-11\n2,,Freedonia,1976-13\n3,Ana,AR,1980\n`,
      mapping,
    )
    expect(report).toMatchObject({ written: false, counts: { read: 3, refused: 1 } })
    expect(report.findings.map((one) => [one.row, one.kind, one.field, one.value])).toEqual([
      [3, 'refused', 'country', '["Freedonia"]'],
      [3, 'refused', 'born', '1976-13'],
      [3, 'refused', 'name', ''],
    ])
    for (const { message } of report.findings)
      expect([message.en, message.es, message.ca].every((words) => words.length > 5)).toBe(true)
    expect(await people()).toEqual([])
    expect(await run((tx) => readImport(tx, id))).toMatchObject({ state: 'failed' })
    expect(await run((tx) => listFindings(tx, id))).toMatchObject([
      { row: 3, kind: 'refused', cells: ['2', '', 'Freedonia', '1976-13'] },
    ])
  })

  test('that skips writes the good rows, and gives the others back to be mended', async () => {
    const { bring, people, run } = await organisation()
    const { id, report } = await bring(
      `${header}\n1,Dora,México,1976-11\n2,"=Ana, x",Freedonia,\n`,
      mapping,
      'skip',
    )
    expect(report).toMatchObject({ written: true, counts: { read: 2, refused: 1, created: 1 } })
    expect((await people()).map((row) => row.title)).toEqual(['Dora'])
    const refused = await run(async (tx) => text(await refusedRows(tx, id)))
    expect(refused).toContain('Nacida,amparo:1:refused-rows\r\n2,"\'=Ana, x",Freedonia,,')
    expect(refused).toContain('is not in the list')
    await bring(refused.replace('Freedonia', 'AR'), mapping)
    expect((await people()).map((row) => row.title)).toEqual(['=Ana, x', 'Dora'])
  })

  test('knows rows again by their code, changes what differs, and leaves alone what the file does not say', async () => {
    const { bring, people, run } = await organisation()
    await bring(`${header}\n1,Dora,MX,1976\n2,Ana,AR,\n`, mapping)
    const { report } = await bring(`${header}\n1,Dora,,1977\n2,Ana,AR,\n3,Eva,AR,\n`, mapping)
    expect(report.counts).toMatchObject({ created: 1, updated: 1, unchanged: 1 })
    const dora = (await people()).find((row) => row.title === 'Dora')
    expect((await run((tx) => readRecord(tx, dora?.id ?? ''))).values).toMatchObject({
      country: ['MX'],
      born: '1977',
    })
    const twice = await bring(`${header}\n9,Eva,,\n9,Eve,,\n,Eli,,\n`, mapping)
    expect(twice.report.findings.map((one) => [one.row, one.field])).toEqual([
      [3, 'code'],
      [4, 'code'],
    ])
    const filling = await bring(`${header}\n1,Dora María,AR,1999\n2,Ana,,1950\n`, {
      ...mapping,
      existing: 'fill',
    })
    expect(filling.report.counts).toMatchObject({ updated: 1, unchanged: 1 })
  })

  test('is looked at before it is run: counts, first rows as records, problems; and nothing is written', async () => {
    const { run, save, people } = await organisation()
    const { open } = await save(`${header}\n1,Dora,México,\n2,Ana,Freedonia,\n`)
    const report = await run((tx) => previewImport(tx, { open, mapping, type: 'person', onProblem: 'skip' }))
    expect(report).toMatchObject({ written: false, counts: { created: 1, refused: 1 } })
    expect(report.sample[0]).toMatchObject({
      row: 2,
      records: [{ outcome: 'created', values: { country: ['MX'] } }],
    })
    expect(await people()).toEqual([])
    await expect(
      run((tx) =>
        previewImport(tx, {
          open,
          mapping: { columns: { Nome: 'name', Pais: 'land' } },
          type: 'person',
          onProblem: 'stop',
        }),
      ),
    ).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'records.person.Pais' }] })
    await expect(
      run((tx) =>
        previewImport(tx, {
          open,
          mapping: { columns: { Nome: 'name' } },
          type: 'person',
          onProblem: 'stop',
        }),
      ),
    ).rejects.toMatchObject({ fields: [{ field: 'Nome' }] })
  })

  test('of a file of ours leaves out relations to rows that were refused, and never publishes', async () => {
    const { bring, people, run } = await organisation()
    const [a, b] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
    const file = `${ownHeader('person')},name,friends,born,visibility\n${a},Dora,${b}|${a},1976,public\n${b},Ana,,nonsense,internal\n`
    const { report } = await bring(file, undefined, 'skip')
    expect(report).toMatchObject({ written: true, own: true, counts: { created: 1, refused: 1 } })
    expect(report.findings.map((one) => [one.row, one.kind, one.field])).toEqual([
      [2, 'review', 'visibility'],
      [3, 'refused', 'born'],
      [2, 'review', 'friends'],
    ])
    expect((await people()).map((row) => [row.id, row.visibility])).toEqual([[a, 'internal']])
    expect((await run((tx) => readRecord(tx, a))).values['friends']).toEqual([{ to: a }])
    await expect(bring(file.replace('amparo:1', 'amparo:2'), undefined)).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('is undone in one step: made goes, changed comes back, edited since is left and named', async () => {
    const { bring, people, run } = await organisation()
    await bring(`${header}\n1,Dora,MX,1976\n`, mapping)
    const { id } = await bring(`${header}\n1,Dora,MX,1977\n2,Ana,,\n3,Eva,,\n`, mapping)
    const eva = (await people()).find((row) => row.title === 'Eva')?.id ?? ''
    await run((tx) => updateRecord(tx, { id: eva, version: 1, values: { born: '1950' } }))
    const undone = await run((tx) => undoImport(tx, id))
    expect(undone).toEqual({ removed: 1, restored: 1, left: [{ id: eva, title: 'Eva' }], leftCount: 1 })
    expect((await people()).map((row) => [row.title, row.values['born']])).toEqual([
      ['Dora', '1976'],
      ['Eva', '1950'],
    ])
    await expect(run((tx) => undoImport(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    const acts = await run((tx) => tx.sql.selectFrom('ledger').select('act').orderBy('seq').execute())
    expect(acts.map((one) => one.act)).toEqual(['import.run', 'import.run', 'import.undo'])
  })

  test('that is cancelled has written nothing, and nobody sees any of it before its end', async () => {
    const { bring, people, ground, actor } = await organisation()
    const rows = Array.from({ length: 2_500 }, (_, i) => `${i},Person ${i},MX,`).join('\n')
    const abort = new AbortController()
    let seen: number | undefined
    const ended = bring(`${header}\n${rows}\n`, mapping, 'stop', {
      signal: abort.signal,
      progress: (read) => {
        if (read < 1_000) return
        void withRequest(ground, actor, (tx) => listRecords(tx, { type: 'person' })).then((page) => {
          seen = page.count
        })
        abort.abort(new Error('stop it'))
      },
    })
    await expect(ended).rejects.toThrow('stop it')
    expect(await people()).toEqual([])
    expect(seen ?? 0).toBe(0)
    expect((await withRequest(ground, actor, (tx) => listImports(tx)))[0]).toMatchObject({
      state: 'cancelled',
    })
  })

  test('runs as a job from an uploaded file; its mapping is remembered for the next file of that shape', async () => {
    const { run, ground, people } = await organisation()
    const other = await organisation()
    const asked = await run(async (tx) => {
      const file = await ground.files.add(tx, {
        name: 'people.csv',
        content: Readable.from([`${header}\n1,Dora,MX,\n`]),
      })
      return enqueueImport(tx, {
        type: 'person',
        fileId: file.id,
        sourceName: 'people.csv',
        plan: { columns: header.split(','), onProblem: 'stop', mapping },
      })
    })
    const worker = startWorker(ground, {
      kinds: [importJob],
      listenUrl: (await testDatabase()).app,
      pollMs: 100,
    })
    let job = await run((tx) => readJob(tx, asked.jobId))
    for (let i = 0; i < 200 && ['waiting', 'running'].includes(job.state); i++) {
      await new Promise((resolve) => setTimeout(resolve, 25))
      job = await run((tx) => readJob(tx, asked.jobId))
    }
    await worker.stop()
    expect(job).toMatchObject({ state: 'done', result: { written: true, counts: { created: 1 } } })
    expect((await people()).map((row) => row.title)).toEqual(['Dora'])
    expect(await run((tx) => rememberedMapping(tx, 'person', header.split(',')))).toEqual(mapping)
    expect(await run((tx) => rememberedMapping(tx, 'person', ['Codigo']))).toBeNull()
    await expect(other.run((tx) => readImport(tx, asked.importId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await other.run((tx) => rememberedMapping(tx, 'person', header.split(',')))).toBeNull()
  })

  test('points to people by id or by a title that only one has', async () => {
    const { bring, run } = await organisation()
    await bring(`${header}\n1,Dora,,\n2,Ana,,\n3,Ana,,\n`, mapping)
    const map = { columns: { who: 'name', with: 'friends' } }
    const { report } = await bring('who,with\nEva,dóra\nEli,Ana|Nobody\n', map, 'skip')
    expect(report.findings.map((one) => [one.row, one.value])).toEqual([
      [3, 'Ana'],
      [3, 'Nobody'],
    ])
    const eva = (await run((tx) => listRecords(tx, { type: 'person', text: 'eva' }))).rows[0]
    const linked = (await run((tx) => readRecord(tx, eva?.id ?? ''))).linked
    expect([...linked.values()].map((one) => one.title)).toEqual(['Dora'])
  })
})

describe('a mapping is proposed', () => {
  test("from labels in any language and from the conventions of Uwazi's files", () => {
    const proposed = proposeMapping(
      person,
      [
        'title',
        'PAÍS',
        'Domicilio_geolocation',
        'story__es',
        'story__ca',
        'Sitio',
        'Naixement',
        'attachments',
        'unknown',
      ],
      shipped,
      {
        Sitio: ['a page|https://example.org'],
        Naixement: ['1976-01-01:1977-01-01'],
        PAÍS: ['America::Argentina'],
      },
    )
    expect(proposed.columns).toEqual({
      title: { field: 'name' },
      PAÍS: { field: 'country', as: 'grouped_term' },
      Domicilio_geolocation: { field: 'home', as: 'lat_lon' },
      story__es: { field: 'story.es' },
      story__ca: { field: 'story.ca' },
      Sitio: { field: 'site', as: 'link' },
      Naixement: { field: 'born', as: 'date_range' },
      attachments: { field: '@files' },
    })
  })

  test('and reads such a file', async () => {
    const { bring, people, run } = await organisation()
    const columns = [
      'title',
      'País',
      'Domicilio_geolocation',
      'story__es',
      'story__ca',
      'Sitio',
      'Nacimiento',
    ]
    const row =
      'Dora,America::Argentina|México,-34.6|-58.4,Hola,Bon dia,a page|https://example.org,1976-01-01~1977-01-01'
    const proposed = proposeMapping(person, columns, shipped, {
      País: ['America::Argentina|México'],
      Sitio: ['a page|https://example.org'],
      Nacimiento: ['1976-01-01~1977-01-01'],
    })
    const { report } = await bring(`${columns.join(',')}\n${row}\n`, proposed)
    expect(report.findings).toEqual([])
    const { values } = await run(async (tx) => readRecord(tx, (await people())[0]?.id ?? ''))
    expect(values).toEqual({
      name: { full: 'Dora' },
      country: ['AR', 'MX'],
      home: { lat: -34.6, lon: -58.4 },
      story: { es: 'Hola', ca: 'Bon dia' },
      site: 'https://example.org/',
      born: '1976-01-01/1977-01-01',
    })
  })
})

describe('an export', () => {
  test('leaves an entry before its first byte, makes no formulas, and is of one organisation and one query (claim 28)', async () => {
    const { run, ground, actor } = await organisation()
    const other = await organisation()
    await run((tx) =>
      createRecord(tx, {
        type: 'person',
        values: { name: '=HYPERLINK("x")', country: ['MX'], home: { text: 'Lyon' } },
      }),
    )
    await run((tx) => createRecord(tx, { type: 'person', values: { name: 'Ana', country: ['AR'] } }))
    const request = {
      type: 'person',
      format: 'csv',
      query: { filters: { country: ['MX'] } },
    } as const
    // Where she lives is of a protected class.
    await expect(streamExport(ground, actor, request)).rejects.toThrow(/second person/)
    const approval = await run(async (tx) => {
      const id = await askExport(tx, request, 'for the court')
      await actingAs(tx, await secondPerson(actor), (other) => decideApproval(other, id, 'approved', ''))
      return id
    })
    const stream = await streamExport(ground, actor, { ...request, approval })
    const ledger = () =>
      run((tx) =>
        tx.sql.selectFrom('ledger').select(['act', 'detail']).where('act', '=', 'export.run').execute(),
      )
    expect(await ledger()).toMatchObject([
      { act: 'export.run', detail: { type: 'person', format: 'csv', filtered: true, approval } },
    ])
    const content = await text(stream)
    expect(content.split('\r\n')).toHaveLength(3)
    expect(content).toContain('"\'=HYPERLINK(""x"")"')
    expect(content).toContain('Lyon')
    expect(
      await text(await streamExport(other.ground, other.actor, { type: 'person', format: 'ndjson' })),
    ).toBe('')
  })

  test('has no column for a class that the person may not read, so that coming back clears nothing (claims 13, 28)', async () => {
    const { run, actor, bring } = await organisation()
    const { owner } = await testOrganisation()
    const { id } = await run((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Dora', home: { text: 'Lyon' } } }),
    )
    const classes = (readable: string[]) =>
      owner
        .updateTable('account')
        .set({ readable_classes: readable })
        .where('id', '=', actor.accountId)
        .execute()
    await classes(['identity'])
    const content = await run(async (tx) => text(await exportRecords(tx, { type: 'person', format: 'csv' })))
    expect(content).not.toContain('home')
    await classes(['identity', 'location'])
    const spanish = await run(async (tx) =>
      text(await exportRecords(tx, { type: 'person', format: 'csv', languages: ['es'] })),
    )
    await run((tx) => updateRecord(tx, { id, version: 1, values: { story: { en: 'Hello', es: 'Hola' } } }))
    await bring(content)
    expect((await run((tx) => readRecord(tx, id))).values).toMatchObject({ home: { text: 'Lyon' } })
    await run((tx) => updateRecord(tx, { id, version: 3, values: { story: { en: 'Hello', es: 'Hola' } } }))
    await bring(spanish)
    expect((await run((tx) => readRecord(tx, id))).values['story']).toEqual({ en: 'Hello' })
  })
})
