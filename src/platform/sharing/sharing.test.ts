import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ClassOfValue } from '#platform/access'
import { newId } from '#platform/db'
import { verifyLedger } from '#platform/ledger'
import {
  type Tx,
  type Visibility,
  createRecord,
  deleteRecord,
  mergeRecords,
  readRecord,
  restoreRecord,
  updateRecord,
} from '#platform/records'
import { giveConsent } from '../../../tests/support/consent.ts'
import { approveAsSecond, secondPerson } from '../../../tests/support/second-person.ts'
import { type TestApp, type TestPerson, testApp } from '../../../tests/support/app.ts'
import {
  answerOffer,
  clearShares,
  endShare,
  giveBack,
  listOffers,
  listShared,
  listShares,
  offerShare,
  readShared,
} from './index.ts'

const day = '2099-12-31'

let app: TestApp
let giver: TestPerson
let taker: TestPerson

beforeAll(async () => {
  app = await testApp()
  giver = await app.signIn()
  taker = await app.signIn()
})

const person = (
  tx: Tx,
  values: Readonly<Record<string, unknown>> = {},
  visibility: Visibility = 'internal',
) =>
  createRecord(tx, {
    type: 'person',
    visibility,
    values: { name: 'Neva Toralin', notes: 'open notes', whereabouts: 'a hut', ...values },
  })

/** Offers as it is done, with a second person where one is needed; gives the share's id. */
async function offer(
  tx: Tx,
  recordId: string,
  fields: readonly string[],
  to = taker.actor.orgSlug,
): Promise<string> {
  const made = await offerShare(tx, { recordId, to, fields, purpose: 'joint appeal', lastDay: day })
  if ('share' in made) return made.share
  // Whoever decides has to be able to open it.
  if ((await readRecord(tx, recordId)).visibility === 'restricted')
    await sql`insert into record_grant (org_id, record_id, account_id)
      values (${tx.actor.orgId}::uuid, ${recordId}::uuid, ${(await secondPerson(tx.actor)).accountId}::uuid)
      on conflict do nothing`.execute(tx.sql)
  await approveAsSecond(tx, made.approval)
  return (await listShares(tx, recordId))[0]?.id ?? ''
}

async function share(fields: readonly string[], visibility?: Visibility) {
  const made = await giver.within(async (tx) => {
    const { id } = await person(tx, {}, visibility)
    return { record: id, share: await offer(tx, id, fields) }
  })
  await taker.within((tx) => answerOffer(tx, made.share, 'accepted'))
  return made
}

const change = (id: string, values: Readonly<Record<string, unknown>>, visibility?: Visibility) =>
  giver.within(async (tx) => {
    const { version } = await readRecord(tx, id)
    await updateRecord(tx, { id, version, values, ...(visibility && { visibility }) })
  })

const seen = (id: string) => taker.within((tx) => readShared(tx, id)).catch(() => null)

/** Every row of the receiver's that holds something of a copy. */
const rowsOf = async (id: string) =>
  (
    await sql`select 1 from shared_record where id = ${id}::uuid union all select 1 from shared_part where id = ${id}::uuid`.execute(
      app.owner,
    )
  ).rows.length

describe('sharing', () => {
  test('gives what is in scope, says from whom, until when and what for, and nothing else (claim 29)', async () => {
    const made = await share(['name', 'notes'])
    const copy = await seen(made.share)
    expect(copy).toMatchObject({
      fromSlug: giver.actor.orgSlug,
      title: 'Neva Toralin',
      purpose: 'joint appeal',
      until: new Date('2100-01-01T00:00:00Z'),
    })
    expect(Object.keys(copy?.values ?? {}).sort()).toEqual(['name', 'notes'])
    const without = await share(['notes'])
    expect(await seen(without.share)).toMatchObject({ title: '', values: { notes: 'open notes' } })
  })

  test('needs the other side to accept; before, nothing of the record is there', async () => {
    const made = await giver.within(async (tx) => {
      const { id } = await person(tx, { name: 'Canary Unaccepted' })
      return { record: id, share: await offer(tx, id, ['name']) }
    })
    expect(await rowsOf(made.share)).toBe(0)
    const offers = await taker.within(listOffers)
    expect(offers.map((one) => one.id)).toContain(made.share)
    expect(JSON.stringify(offers)).not.toContain('Canary')
    expect(JSON.stringify(offers)).not.toContain(made.record)
    await taker.within((tx) => answerOffer(tx, made.share, 'declined'))
    expect(await rowsOf(made.share)).toBe(0)
    await expect(taker.within((tx) => answerOffer(tx, made.share, 'accepted'))).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('is no way to learn which organisations are here', async () => {
    const said = await giver.within(async (tx) => {
      const { id } = await person(tx)
      const there = await offer(tx, id, ['name'])
      const nowhere = await offer(tx, id, ['name'], 'nobody-at-all')
      const shares = await listShares(tx, id)
      const plain = (share: string) => {
        const { to: _to, id: _id, ...rest } = shares.find((one) => one.id === share) ?? { to: '', id: '' }
        return rest
      }
      return [plain(there), plain(nowhere)]
    })
    expect(said[0]).toEqual(said[1])
  })

  test('is of nobody else: neither a third organisation nor the giver answers, reads or ends it (claim 29)', async () => {
    const third = await app.signIn()
    const made = await share(['name'])
    for (const other of [third, giver]) {
      await expect(other.within((tx) => readShared(tx, made.share))).rejects.toMatchObject({
        kind: 'not_found',
      })
      await expect(other.within((tx) => answerOffer(tx, made.share, 'accepted'))).rejects.toMatchObject({
        kind: 'not_found',
      })
      await expect(other.within((tx) => giveBack(tx, made.share))).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
    for (const other of [third, taker])
      await expect(other.within((tx) => endShare(tx, made.share))).rejects.toMatchObject({
        kind: 'not_found',
      })
    expect(await seen(made.share)).not.toBeNull()
  })

  test('follows the record in the transaction that changes it', async () => {
    const made = await share(['name', 'notes', 'whereabouts'])
    await change(made.record, { notes: 'newer', whereabouts: 'elsewhere', biography: { en: 'not in scope' } })
    expect((await seen(made.share))?.values).toMatchObject({ notes: 'newer', whereabouts: 'elsewhere' })
    await change(made.record, { whereabouts: '' })
    expect((await seen(made.share))?.values).not.toHaveProperty('whereabouts')
  })

  test('lets a reader of the receiver see only the classes that are theirs', async () => {
    const made = await share(['name', 'whereabouts'])
    const reader = await colleague(taker, [])
    const trusted = await colleague(taker, ['location'])
    expect((await reader.within((tx) => readShared(tx, made.share))).values).not.toHaveProperty('whereabouts')
    expect((await trusted.within((tx) => readShared(tx, made.share))).values).toHaveProperty('whereabouts')
  })

  test('of protected values or a restricted record needs a second person, in the database (claim 28)', async () => {
    await giver.within(async (tx) => {
      const { id } = await person(tx)
      const made = await offerShare(tx, {
        ...{ recordId: id, to: taker.actor.orgSlug, fields: ['whereabouts'], purpose: 'x', lastDay: day },
      })
      expect(made).toHaveProperty('approval')
      expect(await listShares(tx, id)).toEqual([])
    })
    const { id } = await giver.within((tx) => person(tx))
    const fields = JSON.stringify([{ name: 'whereabouts', type: 'text', class: 'location' }])
    await expect(
      giver.within((tx) =>
        sql`select offer_share(${newId()}::uuid, ${id}::uuid, 'other', ${fields}::jsonb, false, 'x', ${day}::timestamptz)`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/not approved by a second person/)
  })

  test('never takes what is sealed nor a relation, whoever asks (claims 13, 29)', async () => {
    const { id } = await giver.within((tx) => person(tx))
    for (const field of [
      { name: 'name', type: 'text', class: 'sealed' },
      { name: 'employer', type: 'reference', class: 'open' },
    ])
      await expect(
        giver.within((tx) =>
          sql`select offer_share(${newId()}::uuid, ${id}::uuid, 'other', ${JSON.stringify([field])}::jsonb, false, 'x', ${day}::timestamptz)`.execute(
            tx.sql,
          ),
        ),
      ).rejects.toThrow(/a class that is not yours|share_fields_check/)
  })

  test('is not for who may not take things out of the house, nor for a record they may not open', async () => {
    const { id } = await giver.within((tx) => person(tx))
    const kept = await giver.within((tx) => person(tx, {}, 'restricted'))
    const given = { to: 'other', fields: ['name'], purpose: 'x', lastDay: day }
    const reader = await colleague(giver, [], 'editor')
    const officer = await colleague(giver, [], 'case_officer')
    await expect(reader.within((tx) => offerShare(tx, { ...given, recordId: id }))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      officer.within((tx) => offerShare(tx, { ...given, recordId: kept.id })),
    ).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('a share ends, with its copy,', () => {
  test.each<[string, string, (made: { record: string; share: string }) => Promise<unknown>]>([
    ['when the giver says so', 'revoked', ({ share: id }) => giver.within((tx) => endShare(tx, id))],
    [
      'when the receiver gives it back',
      'returned',
      ({ share: id }) => taker.within((tx) => giveBack(tx, id)),
    ],
    [
      'when the record goes to the trash',
      'trashed',
      ({ record }) =>
        giver.within(async (tx) => deleteRecord(tx, record, (await readRecord(tx, record)).version)),
    ],
    ['when it becomes restricted', 'restricted', ({ record }) => change(record, {}, 'restricted')],
    [
      'when it is merged away',
      'merged',
      ({ record }) =>
        giver.within(async (tx) => mergeRecords(tx, { keep: (await person(tx)).id, lose: record })),
    ],
    [
      'when a rule of another room ends it',
      'quiet',
      ({ record }) =>
        sql`select end_shares(${giver.actor.orgId}::uuid, ${record}::uuid, 'quiet')`.execute(app.owner),
    ],
  ])('%s', async (_name, cause, act) => {
    const made = await share(['name', 'notes', 'whereabouts'])
    expect(await rowsOf(made.share)).toBe(2)
    await act(made)
    expect(await rowsOf(made.share)).toBe(0)
    expect(await seen(made.share)).toBeNull()
    for (const org of [giver, taker]) {
      const { rows } = await sql<{ cause: string }>`select detail->>'cause' as cause from ledger
        where org_id = ${org.actor.orgId}::uuid and act = 'share.end' and detail->>'share' = ${made.share}`.execute(
        app.owner,
      )
      expect(rows).toEqual([{ cause }])
    }
    expect(
      (
        await sql`select 1 from tombstone where kind = 'unshare' and subject = ${made.share}::uuid`.execute(
          app.owner,
        )
      ).rows,
    ).toHaveLength(1)
  })

  test('on its day, for every reader at once, cleared away or not (claim 29)', async () => {
    const made = await share(['name'])
    await sql`update share set until = now() - interval '1 second' where id = ${made.share}::uuid`.execute(
      app.owner,
    )
    await sql`update shared_record set until = now() - interval '1 second' where id = ${made.share}::uuid`.execute(
      app.owner,
    )
    expect(await seen(made.share)).toBeNull()
    expect((await taker.within(listShared)).map((one) => one.id)).not.toContain(made.share)
    expect(await rowsOf(made.share)).toBe(1)
    expect(await clearShares(app.owner)).toBeGreaterThan(0)
    expect(await rowsOf(made.share)).toBe(0)
  })

  test('and with all that was said about it when the record is purged', async () => {
    const made = await share(['name'])
    await sql`delete from record where id = ${made.record}::uuid`.execute(app.owner)
    expect(await rowsOf(made.share)).toBe(0)
    expect((await sql`select 1 from share where id = ${made.share}::uuid`.execute(app.owner)).rows).toEqual(
      [],
    )
  })

  test('and a restore does not bring it back (claim 27)', async () => {
    const made = await share(['name'])
    const { rows } = await sql<{ again: boolean }>`select replay_tombstone(${giver.actor.orgId}::uuid,
      gen_random_uuid(), 'unshare', ${made.share}::uuid, now()) as again`.execute(app.owner)
    expect(rows).toEqual([{ again: true }])
    expect(await rowsOf(made.share)).toBe(0)
  })

  test('and both ledgers verify', async () => {
    for (const { actor } of [giver, taker]) {
      const verdict = await verifyLedger(app.owner, { id: actor.orgId, slug: actor.orgSlug })
      expect(verdict.findings).toEqual([])
    }
  })
})

describe('what was shared with us', () => {
  test('goes no further: it is in no list, search, export or page of ours, and no action takes its id (claim 12)', async () => {
    const canary = `canary${newId().slice(-12)}`
    const made = await giver.within(async (tx) => {
      const { id } = await person(tx, {
        name: canary,
        notes: canary,
        public_basis: 'consent',
        roles: ['defender'],
      })
      return { record: id, share: await offer(tx, id, ['name', 'notes']) }
    })
    await taker.within((tx) => answerOffer(tx, made.share, 'accepted'))
    for (const id of [made.share, made.record]) {
      for (const action of ['publish', 'edit', 'delete', 'access/give', 'share', 'embargo'])
        expect(
          (await taker.post(`/workspace/record/${id}/${action}`, { basis: 'consent', version: '1' })).status,
          action,
        ).toBe(404)
      expect((await taker.get(`/workspace/record/${id}`)).status).toBe(404)
      await expect(
        taker.within((tx) =>
          offerShare(tx, { recordId: id, to: 'third', fields: ['name'], purpose: 'x', lastDay: day }),
        ),
      ).rejects.toMatchObject({ kind: 'not_found' })
    }
    for (const path of [
      `/workspace/search?q=${canary}`,
      '/workspace/records/person',
      '/workspace/export/person/file?format=ndjson',
      '/workspace/publishing',
    ])
      expect((await (await taker.get(path)).text()).replaceAll(`value="${canary}"`, '')).not.toMatch(
        new RegExp(`${canary}.*${made.share}|"${canary}"`),
      )
    for (const table of ['record', 'record_key', 'record_search', 'record_version', 'publication'])
      expect(
        (
          await sql`select 1 from ${sql.table(table)} t where t.org_id = ${taker.actor.orgId}::uuid and t::text like ${`%${canary}%`}`.execute(
            app.owner,
          )
        ).rows,
        table,
      ).toEqual([])
  })

  test('is written by the program in no other way than by accepting', async () => {
    for (const statement of [
      sql`insert into shared_record select * from shared_record`,
      sql`update shared_record set until = 'infinity'`,
      sql`delete from shared_record`,
      sql`update share set until = 'infinity'`,
      sql`insert into shared_part (org_id, id, class, values) values (${taker.actor.orgId}::uuid, ${newId()}::uuid, 'legal', '{}')`,
    ])
      await expect(taker.within((tx) => statement.execute(tx.sql))).rejects.toThrow(/permission denied/)
  })
})

test('whatever is offered, answered, changed and ended in whatever order, the other side never sees a field outside a grant in force (claims 13, 29)', async () => {
  const names = ['name', 'notes', 'whereabouts', 'religion'] as const
  const value = fc.constantFrom('', 'one', 'two')
  const step = fc.oneof(
    fc.record({ do: fc.constant('offer' as const), fields: fc.subarray([...names], { minLength: 1 }) }),
    fc.record({
      do: fc.constantFrom('accept' as const, 'decline' as const, 'revoke' as const, 'return' as const),
      at: fc.nat(3),
    }),
    fc.record({
      do: fc.constant('change' as const),
      values: fc.record({ notes: value, whereabouts: value, religion: value }),
    }),
    fc.record({
      do: fc.constant('see' as const),
      visibility: fc.constantFrom('public' as const, 'internal' as const, 'restricted' as const),
    }),
    fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const, 'clear' as const) }),
    fc.record({ do: fc.constant('pass' as const), at: fc.nat(3) }),
  )
  const rank = { public: 0, internal: 1, restricted: 2 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { id } = await giver.within((tx) => person(tx, { notes: 'one', religion: 'one' }))
      const shares: {
        id: string
        fields: readonly string[]
        seen: Visibility
        state: 'offered' | 'given' | 'over'
      }[] = []
      let deleted = false
      const narrow = (now: Visibility) => {
        for (const one of shares) if (rank[now] > rank[one.seen]) one.state = 'over'
      }
      for (const one of steps) {
        const target = 'at' in one ? shares[one.at] : undefined
        if (one.do === 'offer') {
          if (deleted) continue
          await giver.within(async (tx) => {
            shares.push({
              id: await offer(tx, id, one.fields),
              fields: one.fields,
              seen: (await readRecord(tx, id)).visibility,
              state: 'offered',
            })
          })
        } else if (one.do === 'accept' || one.do === 'decline') {
          if (!target) continue
          const done = taker.within((tx) =>
            answerOffer(tx, target.id, one.do === 'accept' ? 'accepted' : 'declined'),
          )
          if (target.state !== 'offered') await expect(done).rejects.toMatchObject({ kind: 'not_found' })
          else {
            await done
            target.state = one.do === 'accept' ? 'given' : 'over'
          }
        } else if (one.do === 'revoke') {
          if (!target) continue
          await giver.within((tx) => endShare(tx, target.id)).catch(() => undefined)
          target.state = 'over'
        } else if (one.do === 'return') {
          if (!target || target.state !== 'given') continue
          await taker.within((tx) => giveBack(tx, target.id))
          target.state = 'over'
        } else if (one.do === 'pass') {
          if (!target) continue
          await sql`update share set until = now() where id = ${target.id}::uuid`.execute(app.owner)
          await sql`update shared_record set until = now() where id = ${target.id}::uuid`.execute(app.owner)
          target.state = 'over'
        } else if (one.do === 'clear') await clearShares(app.owner)
        else if (deleted) {
          if (one.do === 'restore') {
            await giver.within((tx) => restoreRecord(tx, id))
            deleted = false
          }
        } else if (one.do === 'trash') {
          await giver.within(async (tx) => deleteRecord(tx, id, (await readRecord(tx, id)).version))
          for (const each of shares) each.state = 'over'
          deleted = true
        } else if (one.do === 'change') await change(id, one.values)
        else if (one.do === 'see') {
          await change(id, {}, one.visibility)
          narrow(one.visibility)
        }
        const held = (await giver.within((tx) => readRecord(tx, id))).values
        for (const each of shares) {
          const copy = await seen(each.id)
          if (each.state !== 'given') expect(copy).toBeNull()
          else
            expect(copy?.values).toEqual(
              Object.fromEntries(
                each.fields.flatMap((name) => (held[name] === undefined ? [] : [[name, held[name]]])),
              ),
            )
        }
        const listed = (await taker.within(listShared)).map((copy) => copy.id)
        for (const each of shares) expect(listed.includes(each.id)).toBe(each.state === 'given')
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

/** Somebody of the same organisation. */
async function colleague(
  of: TestPerson,
  classes: readonly ClassOfValue[],
  role: 'reader' | 'editor' | 'case_officer' = 'reader',
): Promise<TestPerson> {
  const id = newId()
  await app.owner
    .insertInto('account')
    .values({
      org_id: of.actor.orgId,
      id,
      kind: 'person',
      name: 'Colleague',
      role,
      readable_classes: [...classes],
    })
    .execute()
  return app.signIn({ ...of.actor, accountId: id })
}

describe('somebody at risk', () => {
  const atRisk = (tx: Tx, personId: string) =>
    createRecord(tx, {
      type: 'case',
      values: {
        code_name: 'Heron',
        kind: 'artist',
        people: [{ to: personId, attributes: { role: 'at_risk' } }],
      },
    })

  test('is shared only while they agree, until the last day of the share', async () => {
    const { record, held } = await giver.within(async (tx) => {
      const { id } = await person(tx)
      const made = await atRisk(tx, id)
      return { record: id, held: made.id }
    })
    const refused = (id: string) =>
      expect(
        giver.within((tx) => offer(tx, id, id === held ? ['code_name'] : ['notes'])),
      ).rejects.toMatchObject({
        kind: 'invalid',
      })
    await refused(record)
    await refused(held)
    // A consent that ends before the share does is not enough.
    await giver.within((tx) => giveConsent(tx, record, { until: '2098-01-01' }))
    await refused(record)
    const consent = await giver.within((tx) => giveConsent(tx, record))
    const shares = await giver.within(async (tx) => [
      await offer(tx, record, ['notes']),
      await offer(tx, held, ['code_name']),
    ])
    for (const id of shares) await taker.within((tx) => answerOffer(tx, id, 'accepted'))
    expect(await taker.within(async (tx) => (await readShared(tx, shares[0] ?? '')).values)).toEqual({
      notes: 'open notes',
    })
    // Withdrawn: both copies are gone in the same transaction, and both sides' lists say why.
    await giver.within(async (tx) => {
      const { version } = await readRecord(tx, consent)
      await updateRecord(tx, {
        id: consent,
        version,
        acting: true,
        values: { withdrawn_on: '2026-01-01', withdrawn_how: 'person', withdrawn_words: 'No more.' },
      })
    })
    for (const id of shares)
      await expect(taker.within((tx) => readShared(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
    for (const id of [record, held])
      expect(await giver.within(async (tx) => (await listShares(tx, id))[0]?.endCause)).toBe('consent')
  })

  test('is asked by the database too', async () => {
    const record = await giver.within(async (tx) => {
      const { id } = await person(tx)
      await atRisk(tx, id)
      return id
    })
    const copied = sql`insert into share
      select (jsonb_populate_record(s, jsonb_build_object('id', ${newId()}::text, 'record_id', ${record}::text))).*
        from share s where s.org_id = ${giver.actor.orgId}::uuid limit 1`.execute(app.owner)
    await expect(copied).rejects.toThrow(/not agreed/)
  })
})
