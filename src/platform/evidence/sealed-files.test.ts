import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Database, newId, withAsker } from '#platform/db'
import { type FileStore, openFileStore } from '#platform/files'
import { type Secrets, openSecrets } from '#platform/identity'
import { listJobs } from '#platform/jobs'
import {
  type Tx,
  createRecord,
  defineRecordType,
  deleteRecord,
  listRecords,
  mergeRecords,
  purgeTrash,
  shippedSchema,
  withRequest,
} from '#platform/records'
import {
  makeOpenings,
  makeOwnKey,
  openRecords,
  proveRecovery,
  standingOf,
  unlockOwnKey,
  withMerged,
} from '#platform/vault'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  attachFile,
  eraseFile,
  indexAttachments,
  listAttachments,
  openAttachment,
  readAttachedText,
  readAttachment,
} from './index.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const shipped = shippedSchema(
  [
    defineRecordType({
      name: 'folder',
      label: l('Folder'),
      plural: l('Folders'),
      title: ['name'],
      fields: [{ name: 'name', type: 'text', label: l('Name'), required: true }],
    }),
  ],
  [],
)

const passphrase = 'four odd words of one person'
const secrets: Secrets = openSecrets(Buffer.alloc(32, 7))

let home: string
let files: FileStore
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'amparo-sealed-files-'))
  files = openFileStore({ home })
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** An organisation, a person of it with a key, and a record. */
async function ground() {
  const { actor, owner, app } = await testOrganisation()
  const openings = makeOpenings()
  const member = (who: Actor) => {
    const sessionId = randomUUID()
    const within = <T>(action: (tx: Tx) => Promise<T>): Promise<T> =>
      withRequest({ db: app, shipped }, who, (tx) =>
        action({ ...tx, sessionId, opened: openings.of(sessionId) }),
      )
    return {
      actor: who,
      within,
      makeKey: async () => (await within((tx) => makeOwnKey(tx, { secrets }, passphrase, false))).recovery,
      /** As the form on the record's page does. */
      open: async (id: string) => {
        const own = await unlockOwnKey({ db: app, secrets }, who, passphrase)
        if (own.kind !== 'right') throw new Error(own.kind)
        const opened = await within(async (tx) =>
          openRecords(tx, own.identity, { records: await withMerged(tx, [id]), reason: 'a test' }),
        )
        for (const [recordId, keys] of opened)
          openings.open({ sessionId, accountId: who.accountId, recordId }, keys)
      },
      list: (id: string) => within((tx) => listAttachments(tx, files, id)),
      attach: (recordId: string, more: { content?: string; name?: string; caption?: string } = {}) =>
        within((tx) =>
          attachFile(tx, files, {
            recordId,
            name: more.name ?? 'a.txt',
            content: Readable.from([Buffer.from(more.content ?? 'words')]),
            class: 'sealed',
            ...(more.caption && { caption: more.caption }),
          }),
        ),
    }
  }
  const join_ = async (name: string, classes: readonly string[]) => {
    const accountId = newId()
    await owner
      .insertInto('account')
      .values({
        org_id: actor.orgId,
        id: accountId,
        kind: 'person',
        name,
        role: 'case_officer',
        readable_classes: [...classes],
      })
      .execute()
    return member({ ...actor, accountId, name, role: 'case_officer' })
  }
  const ada = member(actor)
  const folder = async (name = 'Folder') =>
    (await ada.within((tx) => createRecord(tx, { type: 'folder', values: { name } }))).id
  return { owner, app, openings, ada, join: join_, folder }
}

/** Every row of every table of an organisation, as text. */
async function dump(owner: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
    owner,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
      owner,
    )
    for (const row of rows) texts.push(row.text)
  }
  return texts.join('\n')
}

const wrapsOf = (owner: Database, fileId: string) =>
  owner.selectFrom('sealed_key').select('account_id').where('key_id', '=', fileId).execute()

describe('a sealed file', () => {
  test('is there in clear nowhere: neither its content, nor its name, nor what is said of it (claim 1)', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const [content, name, caption] = [1, 2, 3].map(() => `canary${randomUUID().replaceAll('-', '')}`) as [
      string,
      string,
      string,
    ]
    const { attachmentId } = await ada.attach(id, { content: `The ${content} was here`, name, caption })
    const seen = await dump(owner)
    expect(seen).toContain(attachmentId)
    for (const word of [content, name, caption])
      for (const form of [word, Buffer.from(word).toString('hex')]) expect(seen).not.toContain(form)
    for (const entry of await readdir(home, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const bytes = await readFile(join(entry.parentPath, entry.name))
        for (const word of [content, name, caption]) expect(bytes.includes(word)).toBe(false)
      }
    // Nothing reads it, now or when the texts of the record are read again.
    expect(await ada.within((tx) => indexAttachments(tx, id))).toBe(0)
    expect(await ada.within((tx) => listJobs(tx))).toEqual([])
    for (const word of [content, name, caption])
      expect((await ada.within((tx) => listRecords(tx, { type: 'folder', text: word }))).rows).toEqual([])
  })

  test('is had only once its record is open, whole, and each time is on the ledger (claim 5)', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const { attachmentId } = await ada.attach(id, { content: 'The list', name: 'list.txt', caption: 'Names' })
    const standing = () => ada.within((tx) => standingOf(tx, id, {}))
    expect(await standing()).toMatchObject({ kind: 'closed' })
    expect(await ada.list(id)).toMatchObject([
      { id: attachmentId, class: 'sealed', state: 'sealed', file: null, caption: null, size: 4096 },
    ])
    const have = () => ada.within((tx) => openAttachment(tx, files, attachmentId))
    await expect(have()).rejects.toMatchObject({ kind: 'forbidden' })
    await ada.open(id)
    expect(await standing()).toMatchObject({ kind: 'open' })
    expect(await ada.list(id)).toMatchObject([
      { state: 'there', caption: 'Names', file: { name: 'list.txt', size: 8 }, size: 4096 },
    ])
    expect(await text((await have()).stream)).toBe('The list')
    for (const as of ['copy', 'picture', 'text'] as const)
      await expect(ada.within((tx) => openAttachment(tx, files, attachmentId, as))).rejects.toMatchObject({
        kind: 'not_found',
      })
    expect((await ada.within((tx) => readAttachedText(tx, files, attachmentId))).text).toBe('')
    const acts = await owner
      .selectFrom('ledger')
      .select(['act', 'subject', 'detail'])
      .where('org_id', '=', ada.actor.orgId)
      .where('act', 'in', ['sealed.open', 'file.read'])
      .orderBy('seq')
      .execute()
    expect(acts.map(({ act, subject }) => [act, subject])).toEqual([
      ['sealed.open', id],
      ['file.read', attachmentId],
    ])
    expect(acts[0]?.detail).toMatchObject({ reason: 'a test' })
  })

  test('is not there for who may not read what is sealed, and waits for who became entitled later', async () => {
    const { owner, ada, join: joins, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const { attachmentId, fileId } = await ada.attach(id)
    const eva = await joins('Eva', ['identity'])
    expect(await eva.list(id)).toEqual([])
    await expect(eva.within((tx) => readAttachment(tx, files, attachmentId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(eva.attach(id)).rejects.toMatchObject({ kind: 'forbidden' })
    const bea = await joins('Bea', ['sealed'])
    await bea.makeKey()
    const standing = () => bea.within((tx) => standingOf(tx, id, {}))
    expect(await standing()).toEqual({ kind: 'waiting', for: [ada.actor.name] })
    await ada.open(id)
    expect(await standing()).toMatchObject({ kind: 'closed' })
    await bea.open(id)
    expect(await text((await bea.within((tx) => openAttachment(tx, files, attachmentId))).stream)).toBe(
      'words',
    )
    // Whoever ceases to be loses the key with it.
    await owner
      .updateTable('account')
      .set({ readable_classes: [] })
      .where('id', '=', bea.actor.accountId)
      .execute()
    expect(new Set((await wrapsOf(owner, fileId)).map((row) => row.account_id))).toEqual(
      new Set([ada.actor.accountId, null]),
    )
  })

  test('is refused, and leaves nothing, when nobody could open it', async () => {
    const { owner, ada, folder } = await ground()
    const id = await folder()
    await expect(ada.attach(id)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'class' }] })
    expect(
      await owner.selectFrom('file').select('id').where('org_id', '=', ada.actor.orgId).execute(),
    ).toEqual([])
  })

  test('is told as a duplicate of nothing, and opens with the record that its own is merged into', async () => {
    const { ada, folder } = await ground()
    await ada.makeKey()
    const [kept, lost] = [await folder('Kept'), await folder('Lost')]
    const first = await ada.attach(lost, { content: 'the same' })
    const again = await ada.attach(kept, { content: 'the same' })
    expect([first.duplicateOf, again.duplicateOf]).toEqual([undefined, undefined])
    await ada.within((tx) => mergeRecords(tx, { keep: kept, lose: lost }))
    expect((await ada.list(kept)).map((one) => one.state)).toEqual(['sealed', 'sealed'])
    await ada.open(kept)
    expect((await ada.list(kept)).map((one) => one.state)).toEqual(['there', 'there'])
  })

  test('is opened by the recovery key', async () => {
    const { owner, ada, folder } = await ground()
    const paper = (await ada.makeKey()) ?? ''
    const { fileId } = await ada.attach(await folder(), { content: 'kept on paper' })
    const read: string[] = []
    const proofs = await proveRecovery(owner, [paper], async ({ orgId, slug }, id, dataKey) => {
      const actor = { ...ada.actor, orgId, orgSlug: slug }
      const open = await withAsker(owner, actor, (trx) => files.open({ sql: trx, actor }, id, () => dataKey))
      read.push(id, await text(open.stream))
    })
    expect(proofs).toMatchObject([{ files: 1, notWrapped: 0 }])
    expect(read).toEqual([fileId, 'kept on paper'])
  })

  test('the database itself refuses what is sealed by half', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const sealed = await ada.attach(id)
    const open = await ada.within((tx) =>
      attachFile(tx, files, { recordId: id, name: 'b.txt', content: Readable.from(['b']), class: 'legal' }),
    )
    const refused = (statement: ReturnType<typeof sql>) =>
      expect(ada.within((tx) => statement.execute(tx.sql))).rejects.toMatchObject({ code: '23514' })
    await refused(sql`update attachment set class = 'sealed' where id = ${open.attachmentId}::uuid`)
    await refused(sql`update attachment set class = 'open' where id = ${sealed.attachmentId}::uuid`)
    await refused(
      sql`update attachment set file_id = ${open.fileId}::uuid where id = ${sealed.attachmentId}::uuid`,
    )
    await refused(sql`update attachment set caption = 'x' where id = ${sealed.attachmentId}::uuid`)
    await refused(sql`update file set sealed = false where id = ${sealed.fileId}::uuid`)
    await refused(sql`update file set size = 4097 where id = ${sealed.fileId}::uuid`)
    await refused(sql`insert into record_search (org_id, record_id, part, class, type, visibility, words, names, body)
      values (${ada.actor.orgId}::uuid, ${id}::uuid, 'x', 'sealed', 'folder', 'internal', word_vector('x'), '', 'x')`)
    expect(await wrapsOf(owner, sealed.fileId)).toHaveLength(2)
  })
})

describe('erasing a sealed file', () => {
  test('destroys its keys, for whoever has it open too; the old row brings nothing back (claim 17)', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const { attachmentId, fileId } = await ada.attach(id)
    const before = await owner
      .selectFrom('file')
      .selectAll()
      .where('id', '=', fileId)
      .executeTakeFirstOrThrow()
    const keys = await owner.selectFrom('sealed_key').selectAll().where('key_id', '=', fileId).execute()
    expect(keys).toHaveLength(2)
    await ada.open(id)
    await ada.within((tx) => eraseFile(tx, files, attachmentId))
    expect(await ada.list(id)).toMatchObject([{ state: 'erased', file: null, caption: null }])
    await expect(ada.within((tx) => openAttachment(tx, files, attachmentId))).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await wrapsOf(owner, fileId)).toEqual([])
    const stones = await owner
      .selectFrom('tombstone')
      .select(['id', 'at'])
      .where('kind', '=', 'erase')
      .where('subject', '=', fileId)
      .execute()
    expect(stones).toHaveLength(1)
    // As a backup from before holds them; the tombstone is replayed after it.
    await owner
      .updateTable('file')
      .set({ data_key: before.data_key, metadata: before.metadata, size: before.size })
      .where('id', '=', fileId)
      .execute()
    await owner.insertInto('sealed_key').values(keys).execute()
    await sql`delete from tombstone where subject = ${fileId}::uuid`.execute(owner)
    const [stone] = stones
    await sql`select replay_tombstone(${ada.actor.orgId}::uuid, ${stone?.id}::uuid, 'erase', ${fileId}::uuid, ${stone?.at})`.execute(
      owner,
    )
    expect(await wrapsOf(owner, fileId)).toEqual([])
    expect(await ada.list(id)).toMatchObject([{ state: 'erased' }])
  })

  test('is refused under legal hold, of the file and of its keys', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const { attachmentId, fileId } = await ada.attach(id)
    const hold = newId()
    await owner
      .insertInto('legal_hold')
      .values({ org_id: ada.actor.orgId, id: hold, batch: hold, record_id: id, reason: 'a trial' })
      .execute()
    const held = /legal hold/
    await expect(ada.within((tx) => eraseFile(tx, files, attachmentId))).rejects.toThrow(held)
    await expect(owner.deleteFrom('sealed_key').where('key_id', '=', fileId).execute()).rejects.toThrow(held)
    await expect(
      owner.updateTable('file').set({ data_key: null }).where('id', '=', fileId).execute(),
    ).rejects.toThrow(held)
    expect(await wrapsOf(owner, fileId)).toHaveLength(2)
    await ada.open(id)
    expect(await text((await ada.within((tx) => openAttachment(tx, files, attachmentId))).stream)).toBe(
      'words',
    )
  })

  test('comes with the record that is purged', async () => {
    const { owner, ada, folder } = await ground()
    await ada.makeKey()
    const id = await folder()
    const { fileId } = await ada.attach(id)
    await ada.within((tx) => deleteRecord(tx, id, 1))
    await owner
      .updateTable('record')
      .set({ deleted_at: new Date('2020-01-01') })
      .where('id', '=', id)
      .execute()
    await purgeTrash(owner)
    expect(await wrapsOf(owner, fileId)).toEqual([])
    const row = await owner
      .selectFrom('file')
      .select(['data_key', 'metadata'])
      .where('id', '=', fileId)
      .executeTakeFirst()
    expect(row).toEqual({ data_key: null, metadata: Buffer.alloc(0) })
  })
})
