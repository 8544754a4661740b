import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { newId } from '#platform/db'
import { type FileStore, openFileStore } from '#platform/files'
import { type Worker, listJobs, startWorker } from '#platform/jobs'
import {
  type Tx,
  type ValueClass,
  createRecord,
  defineRecordType,
  deleteRecord,
  listRecords,
  mergeRecords,
  restoreRecord,
  shippedSchema,
  updateRecord,
  withRequest,
} from '#platform/records'
import { testDatabase } from '../../../tests/support/database.ts'
import { testGround, testOrganisation } from '../../../tests/support/organisation.ts'
import {
  attachFile,
  detachFile,
  eraseFile,
  eraseUnattached,
  extractJob,
  extractKind,
  indexAttachments,
  listAttachments,
  openAttachment,
  readAttachedText,
  readersOf,
} from './index.ts'
import { lockedPdf, sampleDocx, samplePdf } from './sample-documents.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const schema = shippedSchema(
  [
    defineRecordType({
      name: 'source',
      label: l('Source'),
      plural: l('Sources'),
      title: ['name'],
      fields: [{ name: 'name', type: 'text', label: l('Name'), required: true }],
    }),
  ],
  [],
)

let home: string
let files: FileStore
let worker: Worker
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'amparo-evidence-'))
  files = openFileStore({ home })
  const { app } = await testGround()
  const ground = { db: app, shipped: schema, scratch: home, files }
  worker = startWorker(ground, {
    kinds: [extractJob],
    listenUrl: (await testDatabase()).app,
    report: () => undefined,
  })
})
afterAll(async () => {
  await worker.stop(0)
  await rm(home, { recursive: true, force: true })
})

type Run = <T>(action: (tx: Tx) => Promise<T>) => Promise<T>

async function organisation() {
  const { app, owner, actor } = await testOrganisation()
  const as =
    (who: Actor): Run =>
    (action) =>
      withRequest({ db: app, shipped: schema }, who, action)
  const run = as(actor)
  const { id } = await run((tx) => createRecord(tx, { type: 'source', values: { name: 'Carpeta' } }))
  /** A second person, who may read these classes. */
  const other = async (classes: readonly string[]): Promise<Run> => {
    const accountId = newId()
    await owner
      .insertInto('account')
      .values({
        org_id: actor.orgId,
        id: accountId,
        kind: 'person',
        name: 'Eva',
        role: 'case_officer',
        readable_classes: [...classes],
      })
      .execute()
    return as({ ...actor, accountId, name: 'Eva', role: 'case_officer' })
  }
  return { run, recordId: id, owner, actor, other }
}

const attach = (
  run: Run,
  recordId: string,
  content: string | Buffer,
  more: { name?: string; caption?: string; class?: ValueClass } = {},
) =>
  run((tx) =>
    attachFile(tx, files, {
      recordId,
      content: Readable.from([Buffer.from(content)]),
      name: 'a.txt',
      ...more,
    }),
  )

/** Waits until the texts of the organisation's files have been read, or not. */
async function settled(run: Run): Promise<void> {
  for (const end = Date.now() + 20_000; ; ) {
    const jobs = await run((tx) => listJobs(tx, { kind: extractKind }))
    if (jobs.every((job) => !['waiting', 'running'].includes(job.state))) return
    if (Date.now() > end) throw new Error(`still reading: ${JSON.stringify(jobs)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const found = async (run: Run, text: string): Promise<readonly string[]> =>
  (await run((tx) => listRecords(tx, { type: 'source', text }))).rows.map((row) => row.id)

describe('a file', () => {
  test('is attached as it came, with its hash, from a path or a stream', async () => {
    const { run, recordId, owner } = await organisation()
    const path = join(home, 'upload')
    await writeFile(path, 'Testimonio de la abuela')
    const { attachmentId } = await run((tx) =>
      attachFile(tx, files, { recordId, content: path, name: 'C:\\docs\\acta.txt', caption: ' Acta ' }),
    )
    const [one] = await run((tx) => listAttachments(tx, files, recordId))
    expect(one).toMatchObject({
      id: attachmentId,
      caption: 'Acta',
      class: 'open',
      addedBy: 'Ada',
      current: true,
      file: {
        name: 'acta.txt',
        mediaType: 'text/plain',
        size: 23,
        sha256: createHash('sha256').update('Testimonio de la abuela').digest('hex'),
      },
    })
    const open = await run((tx) => openAttachment(tx, files, attachmentId))
    expect((await buffer(open.stream)).toString()).toBe('Testimonio de la abuela')
    const row = await owner
      .selectFrom('attachment')
      .select('since')
      .where('id', '=', attachmentId)
      .executeTakeFirst()
    expect(row?.since).toBe(1)
  })

  test('leaves a trace of who added it and of everyone who has had it (claim 26)', async () => {
    const { run, recordId, other, owner } = await organisation()
    const eva = await other(['identity'])
    const { attachmentId } = await attach(run, recordId, 'palabras')
    await settled(run)
    expect(await run((tx) => readersOf(tx, files, attachmentId))).toEqual([])
    for (const [who, as] of [
      [eva, 'original'],
      [run, 'picture'],
    ] as const)
      (await who((tx) => openAttachment(tx, files, attachmentId, as))).stream.destroy()
    await eva((tx) => readAttachedText(tx, files, attachmentId))
    expect(await run((tx) => readersOf(tx, files, attachmentId))).toMatchObject([
      { by: 'Eva', as: 'text' },
      { by: 'Ada', as: 'picture' },
      { by: 'Eva', as: 'original' },
    ])
    const added = await owner
      .selectFrom('ledger')
      .select(['act', 'detail'])
      .where('subject', '=', attachmentId)
      .where('act', '=', 'file.add')
      .execute()
    expect(added).toMatchObject([{ detail: { record: recordId } }])
    expect(JSON.stringify(added)).not.toContain('a.txt')
  })

  test('tells where the same content is already, to who may see it there (claim 12)', async () => {
    const { run, recordId, other } = await organisation()
    const eva = await other([])
    const first = await attach(run, recordId, 'lo mismo', { class: 'health' })
    const second = await attach(run, recordId, 'lo mismo')
    expect(second.duplicateOf).toEqual({ attachmentId: first.attachmentId, recordId, recordTitle: 'Carpeta' })
    expect(second.fileId).not.toBe(first.fileId)
    await run((tx) => detachFile(tx, second.attachmentId))
    expect((await attach(eva, recordId, 'lo mismo')).duplicateOf).toBeUndefined()
  })

  test('is taken off, out of lists and search, and stays in the history', async () => {
    const { run, recordId, owner } = await organisation()
    const { attachmentId } = await attach(run, recordId, 'irrepetible', { caption: 'leyenda' })
    expect(await found(run, 'leyenda')).toEqual([recordId])
    await settled(run)
    expect(await found(run, 'irrepetible leyenda')).toEqual([recordId])
    expect(await run((tx) => detachFile(tx, attachmentId))).toEqual({ recordId })
    expect(await run((tx) => listAttachments(tx, files, recordId))).toEqual([])
    expect(await found(run, 'irrepetible')).toEqual([])
    const row = await owner
      .selectFrom('attachment')
      .selectAll()
      .where('id', '=', attachmentId)
      .executeTakeFirst()
    expect(row).toMatchObject({ since: 1, until: 2 })
    expect(
      (await buffer((await run((tx) => openAttachment(tx, files, attachmentId))).stream)).toString(),
    ).toBe('irrepetible')
    await expect(run((tx) => detachFile(tx, attachmentId))).rejects.toMatchObject({ kind: 'not_found' })
    const acts = await owner
      .selectFrom('ledger')
      .select('act')
      .where('subject', '=', attachmentId)
      .orderBy('seq')
      .execute()
    expect(acts.map((entry) => entry.act)).toEqual(['file.add', 'file.detach', 'file.read'])
  })

  test('is destroyed for good by erasing', async () => {
    const { run, recordId, owner } = await organisation()
    const { attachmentId, fileId } = await attach(run, recordId, 'borrable')
    await settled(run)
    await run((tx) => eraseFile(tx, files, attachmentId))
    expect(await found(run, 'borrable')).toEqual([])
    expect((await run((tx) => listAttachments(tx, files, recordId)))[0]?.file).toBe(null)
    await expect(run((tx) => openAttachment(tx, files, attachmentId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    const row = await owner.selectFrom('file').select('data_key').where('id', '=', fileId).executeTakeFirst()
    expect(row?.data_key).toBe(null)
  })

  test('is destroyed when its record was purged, and only then (claim 27)', async () => {
    const { run, recordId, owner } = await organisation()
    const kept = await attach(run, recordId, 'se queda')
    const { id: lost } = await run((tx) => createRecord(tx, { type: 'source', values: { name: 'Otra' } }))
    const gone = await attach(run, lost, 'se va')
    const free = await run((tx) => files.add(tx, { name: 'x', content: Readable.from(['nunca adjuntado']) }))
    await settled(run)
    await owner.deleteFrom('record').where('id', '=', lost).execute()
    expect(await eraseUnattached(owner)).toBeGreaterThan(0)
    const left = await run((tx) => files.facts(tx, [kept.fileId, gone.fileId, free.id]))
    expect([...left.keys()].sort()).toEqual([kept.fileId, free.id].sort())
  })

  test('cannot be sealed, nor put where its bearer cannot look, nor on what is not there', async () => {
    const { run, recordId, other } = await organisation()
    const eva = await other(['identity'])
    await expect(attach(run, recordId, 'x', { class: 'sealed' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(attach(eva, recordId, 'x', { class: 'health' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(attach(run, newId(), 'x')).rejects.toMatchObject({ kind: 'not_found' })
    const foreign = await organisation()
    await expect(attach(foreign.run, recordId, 'x')).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('of a class is neither listed, opened, nor found by who may not read the class (claims 12, 13)', async () => {
    const { run, recordId, other } = await organisation()
    const eva = await other(['identity'])
    const { attachmentId } = await attach(run, recordId, 'diagnóstico reservado', { class: 'health' })
    await settled(run)
    expect(await found(run, 'diagnostico')).toEqual([recordId])
    expect(await found(eva, 'diagnostico')).toEqual([])
    expect(await eva((tx) => listAttachments(tx, files, recordId))).toEqual([])
    await expect(eva((tx) => openAttachment(tx, files, attachmentId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(eva((tx) => readersOf(tx, files, attachmentId))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(eva((tx) => detachFile(tx, attachmentId))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is hidden with its record when that becomes restricted, in the search too (claim 12)', async () => {
    const { run, recordId, other, owner, actor } = await organisation()
    const eva = await other(['identity'])
    const { attachmentId } = await attach(run, recordId, 'confidencial')
    await settled(run)
    expect(await found(eva, 'confidencial')).toEqual([recordId])
    await owner
      .insertInto('record_grant')
      .values({ org_id: actor.orgId, record_id: recordId, account_id: actor.accountId })
      .execute()
    await run((tx) => updateRecord(tx, { id: recordId, version: 1, values: {}, visibility: 'restricted' }))
    expect(await found(eva, 'confidencial')).toEqual([])
    expect(await found(run, 'confidencial')).toEqual([recordId])
    await expect(eva((tx) => openAttachment(tx, files, attachmentId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await attach(run, recordId, 'reservadísimo')
    await settled(run)
    expect(await found(eva, 'reservadisimo')).toEqual([])
  })

  test('is found again when its record comes out of the trash', async () => {
    const { run, recordId } = await organisation()
    await attach(run, recordId, 'reencontrado')
    await settled(run)
    await run((tx) => deleteRecord(tx, recordId, 1))
    expect(await found(run, 'reencontrado')).toEqual([])
    await run(async (tx) => {
      await restoreRecord(tx, recordId)
      await indexAttachments(tx, recordId)
    })
    await settled(run)
    expect(await found(run, 'reencontrado')).toEqual([recordId])
  })

  test('of a record that was merged into another is listed with the other', async () => {
    const { run, recordId } = await organisation()
    const { id: lost } = await run((tx) => createRecord(tx, { type: 'source', values: { name: 'Copia' } }))
    const { attachmentId } = await attach(run, lost, 'x')
    await run((tx) => mergeRecords(tx, { keep: recordId, lose: lost }))
    expect((await run((tx) => listAttachments(tx, files, recordId))).map((one) => one.id)).toEqual([
      attachmentId,
    ])
  })
})

describe('the text of an attached file', () => {
  test('makes its record be found, whatever the spelling', async () => {
    const { run, recordId } = await organisation()
    const docx = await sampleDocx(['La señora Etxeberría declaró'])
    const { attachmentId } = await attach(run, recordId, docx, { name: 'a.docx' })
    await attach(run, recordId, samplePdf('Comisar\\355a primera'), { name: 'a.pdf' })
    await settled(run)
    for (const words of ['etxeberria', 'ETXEBERRÍA declaro', 'comisaria'])
      expect(await found(run, words)).toEqual([recordId])
    expect((await run((tx) => readAttachedText(tx, files, attachmentId))).text).toBe(
      'La señora Etxeberría declaró',
    )
    const states = (await run((tx) => listAttachments(tx, files, recordId))).map((one) => one.file?.text)
    expect(states).toEqual([
      { state: 'read', characters: 28 },
      { state: 'read', characters: 17, pages: 1 },
    ])
  })

  test('that cannot be read blocks nothing, and says why', async () => {
    const { run, recordId } = await organisation()
    const { attachmentId } = await attach(run, recordId, lockedPdf(), { name: 'a.pdf' })
    await settled(run)
    const [one] = await run((tx) => listAttachments(tx, files, recordId))
    expect(one?.file?.text).toEqual({ state: 'unreadable', reason: 'encrypted' })
    expect((await run((tx) => readAttachedText(tx, files, attachmentId))).text).toBe('')
    const bytes = await buffer((await run((tx) => openAttachment(tx, files, attachmentId))).stream)
    expect(bytes.equals(lockedPdf())).toBe(true)
  })

  test('is found to its end, also when it is long and in another script', async () => {
    const { run, recordId } = await organisation()
    const words = Array.from({ length: 60_000 }, (_, i) => `w${i.toString(36)}`).join(' ')
    const { attachmentId } = await attach(
      run,
      recordId,
      `${'北京市公安局'.repeat(20_000)}\n${words} ultimapalabra`,
    )
    await settled(run)
    expect(await found(run, 'ultimapalabra')).toEqual([recordId])
    expect((await run((tx) => readAttachedText(tx, files, attachmentId, 130_000))).text).toMatch(
      /^(北京市公安局){20000}\nw0 /,
    )
    await run((tx) => detachFile(tx, attachmentId))
    expect(await found(run, 'ultimapalabra')).toEqual([])
  }, 30_000)
})

test('neither content nor name lies in clear in the store (claim 1)', async () => {
  const { run, recordId } = await organisation()
  const name = 'canary-lista-de-testigos.txt'
  await attach(run, recordId, `canary-contenido ${'x'.repeat(9000)}`, { name })
  await settled(run)
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(paths.length).toBeGreaterThan(1)
  for (const path of paths) {
    const bytes = Buffer.concat([Buffer.from(path), await readFile(path)])
    for (const canary of ['canary-contenido', 'canary-lista']) expect(bytes.includes(canary)).toBe(false)
  }
})
