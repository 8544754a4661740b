import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import type { Actor } from '#platform/access'
import { type Database, newId } from '#platform/db'
import { type Secrets, openSecrets } from '#platform/identity'
import {
  type RecordTypeDefinition,
  type Tx,
  createRecord,
  deleteRecord,
  eraseSealed,
  listRecords,
  mergeRecords,
  readRecord,
  readVersion,
  restoreVersion,
  revealRecord,
  revealValues,
  shippedSchema,
  unmergeRecords,
  updateRecord,
  withRequest,
} from '#platform/records'
import {
  type Openings,
  askRecovery,
  dropLostKeys,
  finishRecovery,
  giveShare,
  isSealed,
  makeOpenings,
  makeOwnKey,
  nameCustodians,
  openRecords,
  proveRecovery,
  readPaper,
  readRequests,
  standingOf,
  unlockOwnKey,
} from './index.ts'

const l = (text: string) => ({ en: text, es: text, ca: text })

/** A type with sealed fields of several kinds beside open ones. */
const contact: RecordTypeDefinition = {
  name: 'contact',
  label: l('Contact'),
  plural: l('Contacts'),
  title: ['real_name', 'code_name'],
  fields: [
    { name: 'code_name', type: 'text', label: l('Code name') },
    { name: 'real_name', type: 'text', label: l('Name'), class: 'sealed' },
    { name: 'channel', type: 'text', label: l('Channel'), class: 'sealed' },
    { name: 'words', type: 'text', multiple: true, label: l('Words'), class: 'sealed' },
    { name: 'mother', type: 'reference', targets: ['contact'], label: l('Mother'), class: 'sealed' },
    { name: 'note', type: 'text', label: l('Note') },
  ],
}
const shipped = shippedSchema([contact], [])

const passphrase = 'four odd words of one person'
const secrets: Secrets = openSecrets(Buffer.alloc(32, 7))

/** A person of an organisation, with a session. */
interface Member {
  readonly actor: Actor
  readonly sessionId: string
  readonly within: <Result>(action: (tx: Tx) => Promise<Result>) => Promise<Result>
  readonly makeKey: (words?: string, replace?: boolean) => Promise<string | null>
  /** Opens records as a request would. */
  readonly open: (...records: readonly string[]) => Promise<void>
  /** The record as its page would show it. */
  readonly see: (id: string) => Promise<Readonly<Record<string, unknown>>>
}

interface Ground {
  readonly owner: Database
  readonly app: Database
  readonly openings: Openings
  readonly ada: Member
  readonly join: (name: string, more?: { classes?: string[]; role?: Actor['role'] }) => Promise<Member>
}

async function ground(): Promise<Ground> {
  const { actor, owner, app } = await testOrganisation()
  const openings = makeOpenings()
  const member = (actor: Actor): Member => {
    const sessionId = randomUUID()
    const within: Member['within'] = (action) =>
      withRequest({ db: app, shipped }, actor, (tx) =>
        action({ ...tx, sessionId, opened: openings.of(sessionId) }),
      )
    return {
      actor,
      sessionId,
      within,
      makeKey: async (words = passphrase, replace = false) =>
        (await within((tx) => makeOwnKey(tx, { secrets }, words, replace))).recovery,
      open: async (...records) => {
        const own = await unlockOwnKey({ db: app, secrets }, actor, passphrase)
        if (own.kind !== 'right') throw new Error(own.kind)
        const opened = await within((tx) => openRecords(tx, own.identity, { records, reason: 'a test' }))
        for (const [recordId, keys] of opened)
          openings.open({ sessionId, accountId: actor.accountId, recordId }, keys)
      },
      see: (id) => within(async (tx) => (await revealRecord(tx, await readRecord(tx, id))).values),
    }
  }
  return {
    owner,
    app,
    openings,
    ada: member(actor),
    join: async (name, { classes = ['sealed'], role = 'case_officer' } = {}) => {
      const id = newId()
      await owner
        .insertInto('account')
        .values({ org_id: actor.orgId, id, kind: 'person', name, role, readable_classes: classes })
        .execute()
      return member({ ...actor, accountId: id, name, role })
    },
  }
}

const secret = () => `canary-${randomUUID()}`

const make = (
  who: Member,
  values: Readonly<Record<string, unknown>>,
  visibility: 'internal' | 'restricted' = 'internal',
) => who.within(async (tx) => (await createRecord(tx, { type: 'contact', values, visibility })).id)

const ledgerOf = (owner: Database, orgId: string, act: string) =>
  owner
    .selectFrom('ledger')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('act', '=', act)
    .orderBy('seq')
    .execute()

/** Every row of every table, as text. */
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
    texts.push(...rows.map((row) => row.text))
  }
  return texts.join('\n')
}

describe('a sealed value', () => {
  test('is written without a passphrase and read with it, and with nothing less (claim 2)', async () => {
    const { ada, owner } = await ground()
    await ada.makeKey()
    const words = secret()
    const id = await make(ada, { code_name: 'Heron', channel: words, words: ['one', words] })
    expect(isSealed((await ada.see(id))['channel'])).toBe(true)
    expect(JSON.stringify(await ada.see(id))).not.toContain(words)
    await ada.open(id)
    expect(await ada.see(id)).toMatchObject({ code_name: 'Heron', channel: words, words: ['one', words] })
    expect(await dump(owner)).not.toContain(words)
    expect((await ledgerOf(owner, ada.actor.orgId, 'sealed.open'))[0]).toMatchObject({
      subject: id,
      account_id: ada.actor.accountId,
      detail: { reason: 'a test', keys: 2, session: ada.sessionId },
    })
  })

  test('is refused, with the remedy, while nobody who may read it has a key', async () => {
    const { ada, join, owner } = await ground()
    const bea = await join('Bea', { classes: [] })
    await bea.makeKey()
    const words = secret()
    await expect(make(ada, { channel: words })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'channel', message: { en: expect.stringContaining('Ada') } }],
    })
    expect(await dump(owner)).not.toContain(words)
  })

  test('is not opened by a wrong passphrase; ten wrong ones end the trying; both are on the ledger (claim 10)', async () => {
    const { ada, app, owner } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'x' })
    const attempt = (words: string) => unlockOwnKey({ db: app, secrets }, ada.actor, words, id)
    for (let i = 0; i < 10; i++) expect(await attempt('not these four words')).toEqual({ kind: 'wrong' })
    expect(await attempt(passphrase)).toEqual({ kind: 'limited' })
    const refused = await ledgerOf(owner, ada.actor.orgId, 'sealed.refused')
    expect(refused.map((one) => [one.subject, one.detail])).toEqual([
      ...Array.from({ length: 10 }, () => [id, { cause: 'passphrase' }]),
      [id, { cause: 'limited' }],
    ])
  })

  test('is not there for who may not read the class, nor its keys (claims 2, 13)', async () => {
    const { ada, join } = await ground()
    await ada.makeKey()
    const bea = await join('Bea', { classes: ['identity'] })
    await bea.makeKey()
    const id = await make(ada, { code_name: 'Heron', channel: 'x' })
    expect(await bea.see(id)).toEqual({ code_name: 'Heron' })
    await bea.open(id)
    expect(await bea.see(id)).toEqual({ code_name: 'Heron' })
    expect(await bea.within((tx) => tx.sql.selectFrom('sealed_key').select('key_id').execute())).toEqual([])
  })

  test('waits for who became entitled later, until somebody opens it once (claim 2)', async () => {
    const { ada, join, owner } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'by ship' })
    const bea = await join('Bea')
    const standing = () => bea.within(async (tx) => standingOf(tx, id, (await readRecord(tx, id)).values))
    expect(await standing()).toEqual({ kind: 'no_key' })
    await bea.makeKey()
    expect(await standing()).toEqual({ kind: 'waiting', for: ['Ada'] })
    await bea.open(id)
    expect(isSealed((await bea.see(id))['channel'])).toBe(true)
    await ada.open(id)
    expect(await standing()).toMatchObject({ kind: 'closed' })
    await bea.open(id)
    expect(await bea.see(id)).toMatchObject({ channel: 'by ship' })
    expect((await ledgerOf(owner, ada.actor.orgId, 'sealed.share'))[0]).toMatchObject({
      subject: id,
      detail: { person: bea.actor.accountId, keys: 1 },
    })
  })

  test('loses its key in the transaction that ends a grant, a membership, a class or an account (claim 2)', async () => {
    const { ada, join, owner } = await ground()
    await ada.makeKey()
    const [bea, cai, dov, eli] = [await join('Bea'), await join('Cai'), await join('Dov'), await join('Eli')]
    for (const one of [bea, cai, dov, eli]) await one.makeKey()
    const id = await make(ada, { channel: 'x' }, 'restricted')
    const org = ada.actor.orgId
    const team = newId()
    await owner.insertInto('team').values({ org_id: org, id: team, name: 'Desk' }).execute()
    await owner
      .insertInto('team_member')
      .values({ org_id: org, team_id: team, account_id: cai.actor.accountId })
      .execute()
    await ada.within(async (tx) => {
      for (const one of [bea, dov, eli])
        await tx.sql
          .insertInto('record_grant')
          .values({ org_id: org, record_id: id, account_id: one.actor.accountId })
          .execute()
      await tx.sql
        .insertInto('record_team_grant')
        .values({ org_id: org, record_id: id, team_id: team, granted_by: ada.actor.accountId })
        .execute()
    })
    await ada.open(id)
    const holders = async () =>
      (
        await owner
          .selectFrom('sealed_key')
          .select('account_id')
          .where('record_id', '=', id)
          .where('account_id', 'is not', null)
          .execute()
      ).map((row) => row.account_id)
    expect(new Set(await holders())).toEqual(
      new Set([ada, bea, cai, dov, eli].map((one) => one.actor.accountId)),
    )
    await expect(
      ada.within(async (tx) => {
        await tx.sql.deleteFrom('record_grant').where('account_id', '=', bea.actor.accountId).execute()
        const left = await tx.sql
          .selectFrom('sealed_key')
          .select('account_id')
          .where('record_id', '=', id)
          .execute()
        expect(left.map((row) => row.account_id)).not.toContain(bea.actor.accountId)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect(await holders()).toContain(bea.actor.accountId)
    await ada.within((tx) =>
      tx.sql.deleteFrom('record_grant').where('account_id', '=', bea.actor.accountId).execute(),
    )
    await owner.deleteFrom('team_member').where('team_id', '=', team).execute()
    await owner
      .updateTable('account')
      .set({ readable_classes: [] })
      .where('id', '=', dov.actor.accountId)
      .execute()
    await owner
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', eli.actor.accountId)
      .execute()
    expect(await holders()).toEqual([ada.actor.accountId])
    const entries = await ledgerOf(owner, org, 'sealed.withdraw')
    expect(entries.map((one) => (one.detail as { person: string }).person)).toEqual(
      [bea, cai, dov, eli].map((one) => one.actor.accountId),
    )
  })

  test('goes from whom a grant let in until a day: not handed out from then on, taken at the next upkeep (claim 2)', async () => {
    const { ada, join, owner } = await ground()
    await ada.makeKey()
    const bea = await join('Bea')
    await bea.makeKey()
    const id = await make(ada, { channel: 'x' }, 'restricted')
    const grant = { org_id: ada.actor.orgId, record_id: id, account_id: bea.actor.accountId }
    await ada.within((tx) => tx.sql.insertInto('record_grant').values(grant).execute())
    await ada.open(id)
    await sql`alter table record_grant disable trigger record_grant_withdraws`.execute(owner)
    await owner
      .updateTable('record_grant')
      .set({ until: new Date(Date.now() - 1000) })
      .where('account_id', '=', bea.actor.accountId)
      .execute()
    await sql`alter table record_grant enable trigger record_grant_withdraws`.execute(owner)
    const handed = () =>
      bea.within(async (tx) => (await sql`select from own_sealed_keys(${[id]}::uuid[])`.execute(tx.sql)).rows)
    expect(await handed()).toEqual([])
    expect(await dropLostKeys(owner)).toBeGreaterThanOrEqual(1)
    const left = await owner
      .selectFrom('sealed_key')
      .select('account_id')
      .where('record_id', '=', id)
      .execute()
    expect(left.map((row) => row.account_id)).not.toContain(bea.actor.accountId)
  })

  test('making a record restricted takes the keys from everyone who is not let in (claim 2)', async () => {
    const { ada, join } = await ground()
    await ada.makeKey()
    const bea = await join('Bea')
    await bea.makeKey()
    const id = await make(ada, { channel: 'x' })
    await bea.open(id)
    expect(await bea.see(id)).toMatchObject({ channel: 'x' })
    await ada.within((tx) => updateRecord(tx, { id, version: 1, values: {}, visibility: 'restricted' }))
    await expect(bea.see(id)).rejects.toMatchObject({ kind: 'not_found' })
    const left = await ada.within((tx) => tx.sql.selectFrom('sealed_key').select('account_id').execute())
    expect(new Set(left.map((row) => row.account_id))).toEqual(new Set([ada.actor.accountId, null]))
  })

  test('stays what it was through history, change beside it, and going back', async () => {
    const { ada } = await ground()
    await ada.makeKey()
    const id = await make(ada, { code_name: 'Heron', channel: 'first' })
    await ada.within((tx) => updateRecord(tx, { id, version: 1, values: { channel: 'second' } }))
    await ada.within((tx) =>
      updateRecord(tx, { id, version: 2, values: { note: 'beside', real_name: 'Ines' } }),
    )
    await ada.open(id)
    const at = (version: number) =>
      ada.within(async (tx) => revealValues(tx, id, await readVersion(tx, id, version)))
    expect(await at(1)).toEqual({ code_name: 'Heron', channel: 'first' })
    expect(await at(2)).toEqual({ code_name: 'Heron', channel: 'second' })
    expect(await at(3)).toMatchObject({ channel: 'second', real_name: 'Ines', note: 'beside' })
    await ada.within((tx) => restoreVersion(tx, id, 1))
    expect(await ada.see(id)).toEqual({ code_name: 'Heron', channel: 'first' })
    // A mark that came back is no value, and changes nothing.
    const mark = JSON.parse(JSON.stringify((await ada.within((tx) => readRecord(tx, id))).values))
    expect(mark.channel).toEqual({ sealed: expect.any(String) })
    expect(await ada.within((tx) => updateRecord(tx, { id, version: 4, values: mark }))).toEqual({
      version: 4,
    })
  })

  test('is in no title, list, search or relation; the code name stands for it (claim 13)', async () => {
    const { ada, owner } = await ground()
    await ada.makeKey()
    const words = secret()
    const mother = await make(ada, { code_name: 'Stork' })
    const id = await make(ada, { code_name: 'Heron', real_name: words, mother: { to: mother } })
    const page = await ada.within((tx) => listRecords(tx, { type: 'contact' }))
    expect(new Set(page.rows.map((row) => row.title))).toEqual(new Set(['Heron', 'Stork']))
    expect(JSON.stringify(page)).not.toContain(words)
    expect((await ada.within((tx) => listRecords(tx, { type: 'contact', text: words }))).count).toBe(0)
    expect(await owner.selectFrom('link').selectAll().where('from_id', '=', id).execute()).toEqual([])
    await ada.open(id)
    const shown = await ada.within(async (tx) => revealRecord(tx, await readRecord(tx, id)))
    expect(shown.values).toMatchObject({ real_name: words, mother: { to: mother } })
    expect(shown.linked.get(mother)?.title).toBe('Stork')
  })

  test('goes with a merge, for those who may read the record that takes it, and back', async () => {
    const { ada, join } = await ground()
    await ada.makeKey()
    const bea = await join('Bea')
    await bea.makeKey()
    const kept = await make(ada, { code_name: 'Heron', note: 'kept' })
    const lost = await make(ada, { code_name: 'Egret', channel: 'of the lost' })
    const { id: merge } = await ada.within((tx) => mergeRecords(tx, { keep: kept, lose: lost }))
    await bea.open(kept)
    expect(await bea.see(kept)).toMatchObject({ channel: 'of the lost' })
    await ada.within((tx) => unmergeRecords(tx, merge))
    await ada.open(kept, lost)
    expect(await ada.see(kept)).toEqual({ code_name: 'Heron', note: 'kept' })
    expect(await ada.see(lost)).toMatchObject({ channel: 'of the lost' })
  })

  test('opens nowhere else: swapped between fields or records, or changed by one bit, it is refused (claim 2)', async () => {
    const { ada, owner } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'one', real_name: 'two' })
    const other = await make(ada, { channel: 'three' })
    const heldOf = async (record: string) =>
      (
        await owner
          .selectFrom('record_part')
          .select('values')
          .where('record_id', '=', record)
          .where('class', '=', 'sealed')
          .executeTakeFirstOrThrow()
      ).values as Record<string, { key: string; box: string }>
    const write = (values: unknown) =>
      owner
        .updateTable('record_part')
        .set({ values: JSON.stringify(values) })
        .where('record_id', '=', id)
        .where('class', '=', 'sealed')
        .execute()
    const held = await heldOf(id)
    const refused = async (values: unknown) => {
      await write(values)
      await ada.open(id, other)
      await expect(ada.see(id)).rejects.toMatchObject({ kind: 'conflict' })
    }
    await refused({ ...held, channel: held['real_name'] })
    const bytes = Buffer.from(held['channel']?.box ?? '', 'base64')
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await refused({ ...held, channel: { ...held['channel'], box: bytes.toString('base64') } })
    await refused({ ...held, channel: { ...held['channel'], version: 2 } })
    // With its key carried over too, it still says for which record it was sealed.
    const foreign = (await heldOf(other))['channel']
    await sql`insert into sealed_key (org_id, key_id, record_id, account_id, wrapped)
      select org_id, key_id, ${id}::uuid, account_id, wrapped from sealed_key where record_id = ${other}::uuid`.execute(
      owner,
    )
    await refused({ ...held, channel: foreign })
    await refused({ ...held, channel: { ...foreign, record: id } })
    await write(held)
    await ada.open(id)
    expect(await ada.see(id)).toMatchObject({ channel: 'one', real_name: 'two' })
  })
})

describe('what is open', () => {
  test('is closed by sign-out, by idleness, and is of one session alone (claims 2, 14)', async () => {
    const { ada, openings } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'x' })
    await ada.open(id)
    expect(openings.of(ada.sessionId).until(id)).toBeInstanceOf(Date)
    expect(openings.of(randomUUID()).until(id)).toBeNull()
    openings.forget({ sessionId: ada.sessionId })
    expect(isSealed((await ada.see(id))['channel'])).toBe(true)
    const short = makeOpenings(30)
    const key = Buffer.alloc(32, 1)
    short.open({ sessionId: 's', accountId: 'a', recordId: 'r' }, new Map([['k', key]]))
    expect(short.of('s').keyOf('r', 'k')).toBe(key)
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(short.of('s').keyOf('r', 'k')).toBeUndefined()
    // The memory itself is emptied.
    expect(key.equals(Buffer.alloc(32))).toBe(true)
  })

  test('shows at once what is written while it is open', async () => {
    const { ada } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'x' })
    await ada.open(id)
    await ada.within((tx) => updateRecord(tx, { id, version: 1, values: { channel: 'y' } }))
    expect(await ada.see(id)).toEqual({ channel: 'y' })
  })
})

describe('erasing', () => {
  test('one field takes its keys in every version, and leaves the others and the ledger (claim 27)', async () => {
    const { ada, owner } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'first', real_name: 'kept' })
    await ada.within((tx) => updateRecord(tx, { id, version: 1, values: { channel: 'second' } }))
    const before = await owner.selectFrom('sealed_key').select('key_id').where('record_id', '=', id).execute()
    const erased = await ada.within((tx) =>
      eraseSealed(tx, { id, version: 2, field: 'channel', reason: 'asked for' }),
    )
    expect(erased).toBe(2)
    await ada.open(id)
    expect(await ada.see(id)).toEqual({ real_name: 'kept' })
    const past = await ada.within(async (tx) => revealValues(tx, id, await readVersion(tx, id, 1)))
    expect(isSealed(past['channel'])).toBe(true)
    expect(past['real_name']).toBe('kept')
    const after = await owner.selectFrom('sealed_key').select('key_id').where('record_id', '=', id).execute()
    expect(new Set(after.map((row) => row.key_id)).size).toBe(1)
    // A restore brings the keys back, and the tombstone takes them again.
    const gone = before.find((row) => !after.some((one) => one.key_id === row.key_id))?.key_id ?? ''
    const stones = await owner
      .selectFrom('tombstone' as never)
      .selectAll()
      .where('org_id' as never, '=', ada.actor.orgId as never)
      .where('subject' as never, '=', gone as never)
      .execute()
    expect(stones).toMatchObject([{ kind: 'erase', subject: gone }])
    await sql`insert into sealed_key (org_id, key_id, record_id, account_id, wrapped)
      values (${ada.actor.orgId}::uuid, ${gone}::uuid, ${id}::uuid, null, decode('00', 'hex'))`.execute(owner)
    await sql`delete from tombstone where subject = ${gone}::uuid`.execute(owner)
    await sql`select replay_tombstone(${ada.actor.orgId}::uuid, gen_random_uuid(), 'erase', ${gone}::uuid, now())`.execute(
      owner,
    )
    expect(
      await owner.selectFrom('sealed_key').select('key_id').where('key_id', '=', gone).execute(),
    ).toEqual([])
    expect(
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from ledger where act = 'sealed.erase' and subject = ${id}::uuid`.execute(
          owner,
        )
      ).rows[0]?.n,
    ).toBe(1)
  })

  test('a record takes every key of it (claim 27)', async () => {
    const { ada, owner } = await ground()
    await ada.makeKey()
    const id = await make(ada, { channel: 'x' })
    await ada.within((tx) => deleteRecord(tx, id, 1))
    await owner.deleteFrom('record').where('id', '=', id).execute()
    expect(
      await owner.selectFrom('sealed_key').select('key_id').where('record_id', '=', id).execute(),
    ).toEqual([])
  })
})

describe('keys', () => {
  test('the locked key of a person is seen by nobody else (claim 2)', async () => {
    const { ada, join } = await ground()
    await ada.makeKey()
    const bea = await join('Bea')
    const seen = await bea.within((tx) => tx.sql.selectFrom('person_key').selectAll().execute())
    expect(seen).toEqual([])
    await expect(bea.within((tx) => sql`select wrapped from sealed_key`.execute(tx.sql))).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      bea.within((tx) => sql`select wrapped from recovery_holder`.execute(tx.sql)),
    ).rejects.toThrow(/permission denied/)
  })

  test('recovery by k custodians and not by k - 1, for a named person, what they may read and no more (claim 6)', async () => {
    const { ada, app, join, owner } = await ground()
    const paper = (await ada.makeKey()) ?? ''
    expect(paper).toMatch(/^AGE-SECRET-KEY-1/)
    const [bea, cai, dov] = [await join('Bea'), await join('Cai'), await join('Dov')]
    for (const one of [bea, cai, dov]) await one.makeKey()
    const id = await make(ada, { channel: 'kept by custody' })
    const hidden = await make(ada, { channel: 'not for Dov' }, 'restricted')
    await expect(ada.within((tx) => readPaper(tx, paper.replace(/.$/, 'Q')))).rejects.toMatchObject({
      kind: 'invalid',
    })
    const shares = await ada.within(async (tx) =>
      nameCustodians(tx, {
        key: await readPaper(tx, paper),
        people: [bea.actor.accountId, cai.actor.accountId],
        papers: ['The notary'],
        threshold: 2,
      }),
    )
    expect(shares).toEqual([{ name: 'The notary', share: expect.stringMatching(/^AMPAR O-SHA/) }])
    expect(await dump(owner)).not.toContain(shares[0]?.share.replaceAll(' ', ''))
    // What a drill does with a restored copy.
    const noFiles = () => Promise.reject(new Error('there is no sealed file'))
    expect(await proveRecovery(owner, [paper], noFiles)).toEqual([
      { organisation: ada.actor.orgSlug, values: 2, opened: 2, files: 0, notWrapped: 0 },
    ])
    await expect(proveRecovery(owner, [shares[0]?.share ?? ''], noFiles)).rejects.toMatchObject({
      kind: 'invalid',
    })
    // Dov's key is lost, and a new one opens nothing.
    await dov.makeKey(passphrase, true)
    const standing = () => dov.within(async (tx) => standingOf(tx, id, (await readRecord(tx, id)).values))
    expect(await standing()).toMatchObject({ kind: 'waiting' })
    await expect(
      ada.within((tx) => askRecovery(tx, { forAccount: ada.actor.accountId, reason: 'mine' })),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const { id: request } = await ada.within((tx) =>
      askRecovery(tx, { forAccount: dov.actor.accountId, reason: 'lost passphrase' }),
    )
    const identityOf = async (who: Member) => {
      const own = await unlockOwnKey({ db: app, secrets }, who.actor, passphrase)
      if (own.kind !== 'right') throw new Error(own.kind)
      return own.identity
    }
    const finish = async () => {
      const identity = await identityOf(dov)
      return dov.within((tx) => finishRecovery(tx, identity, request))
    }
    const beas = await identityOf(bea)
    await bea.within((tx) => giveShare(tx, request, { identity: beas }))
    await expect(finish()).rejects.toMatchObject({ kind: 'conflict' })
    await expect(bea.within((tx) => giveShare(tx, request, { identity: beas }))).rejects.toMatchObject({
      kind: 'invalid',
    })
    await ada.within((tx) => giveShare(tx, request, { paper: shares[0]?.share.toLowerCase() ?? '' }))
    expect(await finish()).toEqual({ values: 1, records: 1 })
    await dov.open(id)
    expect(await dov.see(id)).toEqual({ channel: 'kept by custody' })
    await expect(dov.see(hidden)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await dov.within(readRequests)).toEqual([])
    expect((await sql`select from recovery_given`.execute(owner)).rows).toEqual([])
  })
})
