import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '#platform/config'
import { type Database, connect, listMigrations, migrate, newId, withAsker } from '#platform/db'
import { acquireCluster, type Cluster } from '#platform/db/cluster'
import { openFileStore } from '#platform/files'
import { createOrganisation } from '#platform/identity'
import { purgeTrash } from '#platform/records'
import {
  checkBackup,
  drillRecovery,
  keepTombstones,
  makeRecipient,
  migrateWithBackup,
  newestBackup,
  backUpDaily,
  readTombstones,
  restoreBackup,
  tombstonesPath,
  writeBackup,
} from './index.ts'
import { emptyDatabase } from '../../../tests/support/database.ts'
import { defenderRests } from '../../../tests/support/publication.ts'
import { listTables, plainText, quoteAll } from './catalogue.ts'
import { withClient } from './one-client.ts'

// One house with an organisation, records, files and a page; each test restores it elsewhere.

let folder: string
let config: ReturnType<typeof loadConfig>
let cluster: Cluster
let owner: Database
let identity: string
let recipient: string
let orgId: string
let accountId: string
const words = randomBytes(90_000).toString('hex')

const homeAt = (name: string) => loadConfig({ AMPARO_HOME: join(folder, name) })
/** A home whose database is an empty one of another server: quicker to have than a private one. */
const outsideAt = async (name: string) => ({ ...homeAt(name), database: await emptyDatabase() })
const actor = () =>
  ({ orgId, orgSlug: 'one', accountId, name: 'Ada', role: 'administrator', language: 'en' }) as const

async function addRecord(title: string, visibility = 'public'): Promise<string> {
  const id = newId()
  const values = JSON.stringify({
    name: { full: title },
    public_basis: 'consent',
    note: 'tab\there\nline \\ ñ ∅',
  })
  await sql`with r as (insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
      values (${orgId}::uuid, ${id}::uuid, 'person', ${title}, ${values}::jsonb, ${visibility}, ${accountId}::uuid, ${accountId}::uuid) returning 1)
    insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by)
      values (${orgId}::uuid, ${id}::uuid, 1, 'open', 'create', ${values}::jsonb, ${visibility}, ${accountId}::uuid)`.execute(
    owner,
  )
  return id
}

/** A consent of the person, as the rows that it is. */
async function consentTo(personId: string): Promise<void> {
  const id = newId()
  const values = JSON.stringify({
    scopes: ['name_public'],
    purposes: ['any'],
    channels: ['any'],
    from: '2020-01-01',
  })
  await sql`insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
    values (${orgId}::uuid, ${id}::uuid, 'consent', 'consent', ${values}::jsonb, 'internal', ${accountId}::uuid, ${accountId}::uuid)`.execute(
    owner,
  )
  await sql`insert into link (org_id, id, from_id, field, to_id, since)
    values (${orgId}::uuid, ${newId()}::uuid, ${id}::uuid, 'person', ${personId}::uuid, 1)`.execute(owner)
}

async function publish(recordId: string, title: string): Promise<string> {
  const id = crypto.randomUUID()
  await consentTo(recordId)
  const data = { name: title, basis: 'consent', fictitious: false }
  const { sources, named } = defenderRests(recordId, data)
  await sql`insert into publication (org_id, id, kind, slug, record_id, data, sources, named, published_by)
    values (${orgId}::uuid, ${id}::uuid, 'defender', ${`s-${id}`}, ${recordId}::uuid,
      ${JSON.stringify(data)}::jsonb, ${sources}::jsonb, ${named}::jsonb, ${accountId}::uuid)`.execute(owner)
  return id
}

const addFile = (content: string) =>
  withAsker(owner, actor(), (trx) =>
    openFileStore(config).add(
      { sql: trx, actor: actor() },
      { name: 'words.txt', content: Readable.from([content]) },
    ),
  )

/** A hash of the rows of each table, whatever their order. */
const tableHashes = (ownerUrl: string): Promise<Record<string, string>> =>
  withClient(ownerUrl, async (client) => {
    await client.query(plainText)
    const found: Record<string, string> = {}
    for (const { name, columns } of await listTables(client)) {
      const row = `row(${quoteAll(client, columns)})::text`
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(${row}, E'\\n' order by ${row} collate "C")), '') as sum from ${client.escapeIdentifier(name)}`,
      )
      found[name] = rows[0]?.sum ?? ''
    }
    return found
  })

const source = () => ({ ownerUrl: cluster.urls.owner, home: config.home })
const back = (name: string) => join(folder, name)
const write = (name: string, recipients = [recipient]) =>
  writeBackup(source(), { path: back(name), recipients })

async function inRestored<Result>(
  home: ReturnType<typeof homeAt>,
  look: (db: Database, url: string) => Promise<Result>,
): Promise<Result> {
  const restored = await acquireCluster(home)
  const db = connect(restored.urls.owner, { max: 2 })
  try {
    return await look(db, restored.urls.owner)
  } finally {
    await db.destroy()
    await restored.release()
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-backup-'))
  config = homeAt('home')
  cluster = await acquireCluster(config)
  await migrate(cluster.urls.owner)
  owner = connect(cluster.urls.owner, { max: 3 })
  const made = await createOrganisation(owner, { slug: 'one', name: { en: 'One' }, administrator: 'Ada' })
  ;({ orgId } = made)
  accountId = made.administratorId
  // Publishing is not what is looked at here.
  await sql`update org set settings = settings || '{"four_eyes": "off"}' where id = ${orgId}::uuid`.execute(
    owner,
  )
  for (let n = 0; n < 30; n++) await addRecord(`Person ${n}`)
  // More than one part of a table, and a row longer than one.
  await addRecord('x'.repeat(3_000_000), 'internal')
  await addRecord('y'.repeat(1_500_000), 'internal')
  await addFile(words)
  await addFile('')
  await sql`insert into session (org_id, token_hash, account_id, form_token, expires_at)
    values (${orgId}::uuid, '\\x01', ${accountId}::uuid, 'x', now() + interval '1 day')`.execute(owner)
  ;({ identity, recipient } = await makeRecipient(config.home))
})
afterAll(async () => {
  await owner?.destroy()
  await cluster?.release()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('is restored onto an empty machine: every table equal, every file readable, no session left', async () => {
    const before = await tableHashes(cluster.urls.owner)
    const { manifest, size } = await write('one.age')
    expect(manifest.files.count).toBe(2)
    expect(manifest.keys.map((key) => key.name)).toEqual(['backup.recipient', 'instance.key'])
    expect(size).toBe(statSync(back('one.age')).size)
    expect(statSync(back('one.age')).mode & 0o777).toBe(0o600)
    const home = homeAt('restored')
    await restoreBackup(home, { path: back('one.age'), identities: [identity] })
    await inRestored(home, async (db, url) => {
      const after = await tableHashes(url)
      // The restore itself is on the ledger; whoever had a session has to sign in again.
      const own = ['ledger', 'ledger_head', 'session', 'sign_in_link']
      for (const name of Object.keys(before))
        if (!own.includes(name)) expect([name, after[name]]).toEqual([name, before[name]])
      expect(Object.keys(after)).toEqual(Object.keys(before))
      expect(before['session']).not.toMatch(/^0 /)
      expect(after['session']).toMatch(/^0 /)
      const kept = await sql<{ act: string }>`select act from ledger order by seq desc limit 1`.execute(db)
      expect(kept.rows[0]?.act).toBe('backup.restore')
      const files = await db.selectFrom('file').select('id').orderBy('size', 'desc').execute()
      const store = openFileStore(home)
      const read = await withAsker(db, actor(), async (trx) =>
        store.open({ sql: trx, actor: actor() }, files[0]?.id ?? ''),
      )
      expect((await buffer(read.stream)).toString()).toBe(words)
      // Rules are back: a foreign key, a trigger.
      await expect(
        sql`insert into team_member (org_id, team_id, account_id) values (${orgId}::uuid, gen_random_uuid(), ${accountId}::uuid)`.execute(
          db,
        ),
      ).rejects.toThrow(/foreign key/)
      const triggers = (d: Database) =>
        sql<{ n: number }>`select count(*)::int as n from pg_trigger where tgenabled = 'O'`.execute(d)
      expect((await triggers(db)).rows).toEqual((await triggers(owner)).rows)
      await addRecordTo(db)
    })
  })

  // A number that a sequence gave before must not be given again.
  const addRecordTo = async (db: Database) => {
    const { rows } = await sql<{ fresh: boolean }>`
      with l as (insert into ledger (org_id, act) values (${orgId}::uuid, 'file.add') returning seq)
      select l.seq > (select max(seq) from ledger) as fresh from l`.execute(db)
    expect(rows[0]?.fresh).toBe(true)
  }

  test('is what the standard age and tar read', async (context) => {
    if (!existsSync('/usr/bin/age') && process.getuid?.() === 0)
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'age'], { stdio: 'ignore' })
    if (spawnSync('age', ['--version']).status !== 0)
      context.skip('no age on this machine (Debian: apt-get install age)')
    await write('standard.age')
    writeFileSync(back('identity.txt'), `# kit\n${identity}\n`)
    await mkdir(back('opened'))
    const opened = spawnSync(
      'sh',
      [
        '-c',
        'age -d -i ../identity.txt ../standard.age | tar -x && sha256sum -c files-*.sha256 && cat tables/*-record.*.copy | wc -l',
      ],
      {
        cwd: back('opened'),
        encoding: 'utf8',
      },
    )
    expect([opened.status, opened.stderr]).toEqual([0, ''])
    expect(opened.stdout.match(/: OK$/gm)).toHaveLength(2)
    expect(opened.stdout.trim().split('\n').at(-1)).toBe('32')
    expect(existsSync(join(back('opened'), 'keys/database.json'))).toBe(false)
    const key = (home: string) => readFileSync(join(home, 'keys/instance.key'), 'utf8')
    expect(key(back('opened'))).toBe(key(config.home))
  })

  test('is opened by each of its recipients and by nobody else, with a clear word', async () => {
    const [other, third] = [await generateX25519Identity(), await generateX25519Identity()]
    const { identityToRecipient } = await import('age-encryption')
    await write('two.age', [recipient, await identityToRecipient(other)])
    await checkBackup(back('two.age'), [identity])
    await checkBackup(back('two.age'), [other])
    await expect(checkBackup(back('two.age'), [third])).rejects.toThrow(/this identity does not open it/)
    const home = homeAt('wrong')
    await expect(restoreBackup(home, { path: back('two.age'), identities: [third] })).rejects.toThrow(
      /this identity does not open it/,
    )
    expect(existsSync(home.home)).toBe(false)
  })

  test('that was changed or cut short anywhere is refused, and nothing of it stays', async () => {
    await write('whole.age')
    const { size } = statSync(back('whole.age'))
    for (const [n, at] of [150, 5_000, Math.floor(size / 2), size - 20].entries()) {
      await cp(back('whole.age'), back(`changed-${n}.age`))
      const bytes = readFileSync(back(`changed-${n}.age`))
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(back(`changed-${n}.age`), bytes)
      await expect(checkBackup(back(`changed-${n}.age`), [identity])).rejects.toMatchObject({
        name: 'Problem',
      })
    }
    await cp(back('whole.age'), back('short.age'))
    truncateSync(back('short.age'), size - 70_000)
    await expect(checkBackup(back('short.age'), [identity])).rejects.toThrow(/changed or cut short/)
    const home = homeAt('damaged')
    await expect(
      restoreBackup(home, { path: back('changed-3.age'), identities: [identity] }),
    ).rejects.toThrow(/changed or cut short/)
    expect(readdirSync(home.home)).toEqual([])
    // The same place serves for a whole one.
    await restoreBackup(home, { path: back('whole.age'), identities: [identity] })
  })

  test('leaves nothing when it fails', async () => {
    const gone = await addFile('gone')
    const path = join(config.home, 'files', gone.id.slice(0, 2), gone.id)
    const bytes = readFileSync(path)
    rmSync(path)
    await expect(write('failed.age')).rejects.toThrow(/not in the store/)
    writeFileSync(path, bytes, { mode: 0o600 })
    expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([])
    await write('failed.age')
    await expect(write('failed.age')).rejects.toThrow(/there already/)
  })

  test('is not restored over an organisation, unless that is put aside first', async () => {
    await write('force.age')
    const home = homeAt('forced')
    const restore = (force: boolean) =>
      restoreBackup(home, { path: back('force.age'), identities: [identity], force })
    await restore(false)
    await expect(restore(false)).rejects.toThrow(/already/)
    await expect(
      restoreBackup(config, { path: back('force.age'), identities: [identity], force: true }),
    ).rejects.toThrow(/in use/)
    const { setAside } = await restore(true)
    expect(readdirSync(setAside ?? '').sort()).toEqual(['files', 'keys', 'postgres'])
    await inRestored(home, async (db) =>
      expect(await db.selectFrom('org').select('slug').execute()).toEqual([{ slug: 'one' }]),
    )
  })
})

test('what was purged, withdrawn or erased after a backup stays gone when it is restored (claim 27)', async () => {
  const [purged, cited, withdrawn, narrowed, stays] = [
    await addRecord('Purged'),
    await addRecord('Citing'),
    await addRecord('Withdrawn'),
    await addRecord('Narrowed'),
    await addRecord('Stays'),
  ]
  const pages = {
    purged: await publish(purged, 'Purged'),
    withdrawn: await publish(withdrawn, 'Withdrawn'),
    stays: await publish(stays, 'Stays'),
    narrowed: '',
  }
  await sql`update record set values = values || '{"biography": {"en": "A life."}}' where id = ${narrowed}::uuid`.execute(
    owner,
  )
  pages.narrowed = await publish(narrowed, 'Narrowed')
  const rest = {
    ...{ key: 'biography', item: 'en', recordId: narrowed },
    ...{ field: 'biography', held: { en: 'A life.' } },
  }
  await sql`update publication set data = data || '{"biography": {"en": "A life."}}',
      sources = sources || ${JSON.stringify([rest])}::jsonb where id = ${pages.narrowed}::uuid`.execute(owner)
  await sql`insert into citation (org_id, id, record_id, field, source_id, quote, since) values (${orgId}::uuid, gen_random_uuid(), ${cited}::uuid, 'name', ${purged}::uuid, 'said', 1)`.execute(
    owner,
  )
  const erased = await addFile('erased')
  await write('old.age')

  await sql`delete from citation`.execute(owner)
  await sql`delete from record where id = ${purged}::uuid`.execute(owner)
  await sql`delete from publication where id = ${pages.withdrawn}::uuid`.execute(owner)
  await sql`update record set values = values - 'biography' where id = ${narrowed}::uuid`.execute(owner)
  await withAsker(owner, actor(), (trx) =>
    openFileStore(config).erase({ sql: trx, actor: actor() }, erased.id),
  )
  // What is done before a backup is in it, and is not done twice: this page is there again under the same name.
  expect(await keepTombstones(owner, config.home)).toBeGreaterThan(4)
  expect(await keepTombstones(owner, config.home)).toBe(0)
  const log = await readTombstones(tombstonesPath(config.home))
  expect(new Set(log.map((one) => one.subject))).toEqual(
    new Set([purged, pages.purged, pages.withdrawn, pages.narrowed, erased.id]),
  )
  expect(readFileSync(tombstonesPath(config.home), 'utf8')).not.toMatch(/Purged|Withdrawn/)

  const without = await outsideAt('resurrected')
  await restoreBackup(without, { path: back('old.age'), identities: [identity] })
  const there = (home: ReturnType<typeof homeAt>) =>
    inRestored(home, async (db) => ({
      records: (await db.selectFrom('record').select('id').where('id', 'in', [purged, stays]).execute()).map(
        (r) => r.id,
      ),
      pages: (
        await db.selectFrom('publication').select('id').where('id', 'in', Object.values(pages)).execute()
      )
        .map((p) => p.id)
        .sort(),
      quotes: await db.selectFrom('citation').select(['quote', 'source_id']).execute(),
      key: (await db.selectFrom('file').select('data_key').where('id', '=', erased.id).executeTakeFirst())
        ?.data_key,
    }))
  const old = await there(without)
  expect([old.records.length, old.pages.length, old.key !== null]).toEqual([2, 4, true])

  const home = homeAt('mindful')
  // A line cut short by a power cut does not hide the others.
  writeFileSync(back('given.log'), `2026-11-2\n${readFileSync(tombstonesPath(config.home), 'utf8')}`)
  const { goneAgain } = await restoreBackup(home, {
    path: back('old.age'),
    identities: [identity],
    tombstones: [back('given.log')],
  })
  expect(goneAgain).toBeGreaterThanOrEqual(4)
  expect(await there(home)).toEqual({
    records: [stays],
    pages: [pages.stays],
    quotes: [{ quote: null, source_id: null }],
    key: null,
  })
  expect(existsSync(join(home.home, 'files', erased.id.slice(0, 2), erased.id))).toBe(false)
  // The next restore into this home knows it as well.
  const again = await restoreBackup(home, { path: back('old.age'), identities: [identity], force: true })
  expect(again.goneAgain).toBeGreaterThanOrEqual(4)
  expect((await there(home)).records).toEqual([stays])
  // A backup from after it all loses nothing to the log.
  await write('new.age')
  const later = await outsideAt('later')
  const restored = await restoreBackup(later, {
    path: back('new.age'),
    identities: [identity],
    tombstones: [tombstonesPath(config.home)],
  })
  expect(restored.goneAgain).toBe(0)
  expect((await there(later)).pages).toEqual([pages.narrowed, pages.stays].sort())
}, 180_000)

test('what was held after a backup stays held when it is restored, a lifted hold lifted, changed rules wait for an eye, and the trash begins anew', async () => {
  const [held, lifted, again, trashed] = [
    await addRecord('Held later'),
    await addRecord('Lifted later'),
    await addRecord('Lifted and gone'),
    await addRecord('Out of the trash'),
  ]
  const hold = (recordId: string, reason: string) =>
    sql<{ id: string }>`insert into legal_hold (org_id, batch, record_id, reason)
      values (${orgId}::uuid, gen_random_uuid(), ${recordId}::uuid, ${reason}) returning id`
      .execute(owner)
      .then(({ rows }) => rows[0]?.id ?? '')
  const lift = (id: string) =>
    sql`update legal_hold set lifted_at = now(), lift_reason = 'over' where id = ${id}::uuid`.execute(owner)
  const [old, gone] = [await hold(lifted, 'the first trial'), await hold(again, 'the second trial')]
  await sql`update record set deleted_at = now() - interval '91 days' where id = ${trashed}::uuid`.execute(
    owner,
  )
  await write('holds.age')

  const late = await hold(held, 'the trial of Juana Canaria')
  await lift(old)
  await lift(gone)
  await sql`delete from record where id = ${again}::uuid`.execute(owner)
  await sql`update record set deleted_at = null where id = ${trashed}::uuid`.execute(owner)
  await sql`insert into record_type (org_id, name, definition, updated_by) values (${orgId}::uuid, 'person',
    '{"extends": "person", "fields": [], "retention": []}', ${accountId}::uuid)`.execute(owner)
  await keepTombstones(owner, config.home)
  expect(readFileSync(tombstonesPath(config.home), 'utf8')).not.toMatch(/trial|Juana/)

  const home = await outsideAt('held')
  await restoreBackup(home, {
    path: back('holds.age'),
    identities: [identity],
    tombstones: [tombstonesPath(config.home)],
  })
  await inRestored(home, async (db) => {
    const holds = await db
      .selectFrom('legal_hold')
      .select(['id', 'record_id', 'reason', 'lifted_at'])
      .where('record_id', 'in', [held, lifted, again])
      .execute()
    expect(new Map(holds.map((row) => [row.id, [row.lifted_at === null, row.reason]]))).toEqual(
      new Map([
        [late, [true, null]],
        [old, [false, 'the first trial']],
      ]),
    )
    await expect(sql`delete from record where id = ${held}::uuid`.execute(db)).rejects.toThrow(/legal hold/)
    const records = await db
      .selectFrom('record')
      .select('id')
      .where('id', 'in', [held, lifted, again])
      .execute()
    expect(records.map((row) => row.id).toSorted()).toEqual([held, lifted].toSorted())
    const org = await db.selectFrom('org').select('settings').executeTakeFirst()
    expect(org?.settings['retention_doubt']).toBe(true)
    // It lay in the trash when the backup was made, was taken out, and must not go for lying there again.
    expect((await purgeTrash(db)).size).toBe(0)
    expect(await db.selectFrom('record').select('id').where('id', '=', trashed).execute()).toHaveLength(1)
  })
}, 180_000)

test('a drill proves recovery and leaves nothing', async () => {
  await write('drill.age')
  await mkdir(back('scratch'), { recursive: true })
  const drill = await drillRecovery(config, {
    path: back('drill.age'),
    identities: [identity],
    folder: back('scratch'),
  })
  expect(drill.organisations).toBe(1)
  expect(drill.filesOpened).toBe(drill.manifest.files.count)
  expect(drill.filesOpened).toBeGreaterThan(1)
  expect(readdirSync(back('scratch'))).toEqual([])
})

test('a drill proves that the recovery key opens sealed files, which the instance key does not', async () => {
  const paper = await generateX25519Identity()
  const dataKey = randomBytes(32)
  const record = await addRecord('Of a sealed file', 'internal')
  const { id } = await withAsker(owner, actor(), (trx) =>
    openFileStore(config).add(
      { sql: trx, actor: actor() },
      { name: 'list.txt', content: Readable.from(['sealed words']), sealed: { dataKey } },
    ),
  )
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(paper))
  await owner
    .insertInto('recovery_key')
    .values({ org_id: orgId, recipient: await identityToRecipient(paper), made_by: accountId })
    .execute()
  await owner
    .insertInto('sealed_key')
    .values({
      org_id: orgId,
      key_id: id,
      record_id: record,
      account_id: null,
      wrapped: Buffer.from(await encrypter.encrypt(dataKey)),
    })
    .execute()
  await write('sealed.age')
  await mkdir(back('sealed-scratch'), { recursive: true })
  const drill = (shares: readonly string[]) =>
    drillRecovery(config, {
      path: back('sealed.age'),
      identities: [identity],
      folder: back('sealed-scratch'),
      shares,
    })
  const proved = await drill([paper])
  expect(proved.filesSealed).toBe(1)
  expect(proved.filesOpened).toBe(proved.manifest.files.count - 1)
  expect(proved.recovered).toMatchObject([{ files: 1, notWrapped: 0 }])
  // A wrapped key that is not the file's fails it.
  const other = new Encrypter()
  other.addRecipient(await identityToRecipient(paper))
  const wrong = Buffer.from(await other.encrypt(randomBytes(32)))
  await sql`update sealed_key set wrapped = ${wrong} where key_id = ${id}::uuid`.execute(owner)
  await rm(back('sealed.age'))
  await write('sealed.age')
  await expect(drill([paper])).rejects.toThrow()
  await owner.updateTable('file').set({ data_key: null }).where('id', '=', id).execute()
}, 120_000)

test('a file that its key no longer opens fails the drill', async () => {
  const home = await outsideAt('unopened')
  await write('unopened-source.age')
  await restoreBackup(home, { path: back('unopened-source.age'), identities: [identity] })
  writeFileSync(
    join(home.home, 'keys/instance.key'),
    `AMPARO-INSTANCE-KEY-1:${randomBytes(32).toString('base64url')}\n`,
  )
  await inRestored(home, (_, url) =>
    writeBackup({ ownerUrl: url, home: home.home }, { path: back('unopened.age'), recipients: [recipient] }),
  )
  await expect(
    drillRecovery(config, { path: back('unopened.age'), identities: [identity], folder: back('scratch') }),
  ).rejects.toThrow()
  expect(readdirSync(back('scratch'))).toEqual([])
})

test('one a day, when there is a recovery kit, with the tombstones beside it', async () => {
  const daily = { home: config.home, backupFolder: back('daily') }
  const { id } = await addFile('daily')
  await withAsker(owner, actor(), (trx) => openFileStore(config).erase({ sql: trx, actor: actor() }, id))
  const first = await backUpDaily(daily, { owner, ownerUrl: cluster.urls.owner })
  expect(first?.path).toBe(await newestBackup(daily))
  expect(readdirSync(back('daily'))).toContain('tombstones.log')
  expect(await backUpDaily(daily, { owner, ownerUrl: cluster.urls.owner })).toBeNull()
  const bare = { home: back('bare'), backupFolder: back('never') }
  expect(await backUpDaily(bare, { owner, ownerUrl: cluster.urls.owner })).toBeNull()
  expect(existsSync(back('never'))).toBe(false)
})

test('an upgrade is preceded by a backup, from which the state before it comes back', async () => {
  const home = await outsideAt('upgraded')
  const ownerUrl = home.database.owner
  const names = (await listMigrations()).map((one) => one.name)
  const newest = names.at(-1) ?? ''
  const older = names.slice(0, -1)
  await migrate(ownerUrl, { only: older.slice(0, -1) })
  expect(
    (await migrateWithBackup({ ...home, home: back('nobody') }, ownerUrl)).backup,
    'nobody is in it',
  ).toBeNull()
  home.database = await emptyDatabase()
  const again = { urls: home.database, release: async () => undefined }
  try {
    await migrate(again.urls.owner, { only: older })
    const db = connect(again.urls.owner, { max: 1 })
    await createOrganisation(db, { slug: 'two', name: { en: 'Two' }, administrator: 'Ada' })
    await db.destroy()
    const { applied, backup } = await migrateWithBackup(home, again.urls.owner)
    expect(applied).toEqual([newest])
    expect(backup?.manifest.migrations.map((one) => one.name)).toEqual(older)
    expect((await migrateWithBackup(home, again.urls.owner)).backup).toBeNull()
    // Before there is a recovery kit this machine alone opens it.
    const local = readFileSync(join(home.home, 'keys/upgrade.identity'), 'utf8').trim()
    const from = await outsideAt('from-older')
    const restored = await restoreBackup(from, { path: backup?.path ?? '', identities: [local] })
    expect(restored.applied).toEqual([newest])
    await inRestored(from, async (restoredDb) =>
      expect(await restoredDb.selectFrom('org').select('slug').execute()).toEqual([{ slug: 'two' }]),
    )
  } finally {
    await again.release()
  }
})
