import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { attachFile, listAttachments } from '#platform/evidence'
import { type FileStore, openFileStore } from '#platform/files'
import { openSecrets } from '#platform/identity'
import { type Tx, createRecord, defineRecordType, shippedSchema, withRequest } from '#platform/records'
import { openTable } from '#platform/tabular'
import { makeOpenings, makeOwnKey } from '#platform/vault'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { createImport, exportRecords, importLimits, runImport } from './index.ts'

/** The entries of an archive, by name. */
async function unzip(path: string): Promise<Readonly<Record<string, string>>> {
  const archive = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, { lazyEntries: true })
  const read = promisify<Entry, Readable>(archive.openReadStream.bind(archive))
  const found: Record<string, string> = {}
  await new Promise<void>((resolve, reject) => {
    archive
      .on('entry', (entry: Entry) => {
        void (async () => {
          found[entry.fileName] = await text(await read(entry))
          archive.readEntry()
        })().catch(reject)
      })
      .on('end', resolve)
      .on('error', reject)
      .readEntry()
  })
  return found
}

const l = (word: string) => ({ en: word, es: word, ca: word })
const shipped = shippedSchema(
  [
    defineRecordType({
      name: 'folder',
      label: l('Folder'),
      plural: l('Folders'),
      title: ['name'],
      fields: [{ name: 'name', type: 'text', label: l('Name') }],
    }),
  ],
  [],
)

let folder: string
let files: FileStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-export-sealed-'))
  files = openFileStore({ home: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('an archive says of a sealed file that it is there, and takes nothing of it along, open or not', async () => {
  const { app, actor } = await testOrganisation()
  const ground = { db: app, shipped, files }
  const openings = makeOpenings()
  const within = <T>(action: (tx: Tx) => Promise<T>) =>
    withRequest(ground, actor, (tx) => action({ ...tx, sessionId: 's', opened: openings.of('s') }))
  await within((tx) =>
    makeOwnKey(tx, { secrets: openSecrets(Buffer.alloc(32, 7)) }, 'a heron at dawn, grey', false),
  )
  const { id } = await within((tx) => createRecord(tx, { type: 'folder', values: { name: 'One' } }))
  // Open in the session that asks for the export.
  openings.open({ sessionId: 's', accountId: actor.accountId, recordId: id }, new Map())
  const attach = (cls: 'sealed' | 'open', word: string) =>
    within((tx) =>
      attachFile(tx, files, {
        recordId: id,
        class: cls,
        name: `name-${word}.bin`,
        caption: `caption-${word}`,
        content: Readable.from([`content-${word}`]),
      }),
    )
  const sealed = await attach('sealed', 'hidden')
  await attach('open', 'shown')
  expect((await within((tx) => listAttachments(tx, files, id))).map((one) => one.state)).toEqual([
    'there',
    'there',
  ])
  const path = join(folder, 'folder.zip')
  await within(async (tx) =>
    pipeline(await exportRecords(tx, { type: 'folder', format: 'zip' }, {}, ground), createWriteStream(path)),
  )
  const open = () => openTable(path, { fileName: path, tempDir: folder, limits: importLimits })
  const archive = (await readFile(path)).toString('latin1')
  expect(archive).not.toContain(`files/${sealed.attachmentId}`)
  const unpacked = await unzip(path)
  const all = Object.entries(unpacked).flat().join('\n')
  expect(all).toContain('content-shown')
  expect(all).not.toContain('hidden')
  const manifest = JSON.parse(unpacked['manifest.json'] ?? '[]') as readonly Record<string, unknown>[]
  expect(manifest.find((one) => Object.values(one).includes(sealed.attachmentId))).toMatchObject({
    record: id,
    class: 'sealed',
    file: '[sealed]',
    caption: null,
    size: 0,
  })
  // Brought back, it leaves the sealed file as it is.
  const importId = await within((tx) =>
    createImport(tx, { type: 'folder', sourceName: path, plan: { columns: [], onProblem: 'stop' } }),
  )
  const report = await runImport(ground, actor, importId, { open, files })
  expect(report.findings).toEqual([])
  expect((await within((tx) => listAttachments(tx, files, id))).map((one) => one.class)).toEqual([
    'sealed',
    'open',
  ])
})
