import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  createRecord,
  deleteRecord,
  readRecord,
  restoreRecord,
  updateRecord,
  withRequest,
  type Tx,
} from '#platform/records'
import { shipped } from '../../open-house.ts'
import { giveConsent } from '../../../tests/support/consent.ts'
import { defenderRests } from '../../../tests/support/publication.ts'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  consentChannels,
  consentInForce,
  consentPurposes,
  consentScopes,
  publicityOf,
  standsAgainst,
} from './index.ts'

async function desk() {
  const { owner, app, public: everyone, actor } = await testOrganisation()
  await owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .where('id', '=', actor.orgId)
    .execute()
  const ada = <T>(action: Parameters<typeof withRequest<T>>[2]) =>
    withRequest({ db: app, shipped }, actor, action)
  return { owner, everyone, actor, ada }
}

const addPerson = (tx: Tx) =>
  createRecord(tx, {
    type: 'person',
    visibility: 'public',
    values: { name: 'Neva Toralin', roles: ['defender'], public_basis: 'consent' },
  })

const addCase = (tx: Tx, personId: string, publicity?: string) =>
  createRecord(tx, {
    type: 'case',
    acting: true,
    values: {
      code_name: 'Heron',
      kind: 'artist',
      people: [{ to: personId, attributes: { role: 'at_risk' } }],
      ...(publicity && { publicity }),
    },
  })

/** Writes the page without asking anyone: the database alone stands in the way. */
const publish = (tx: Tx, personId: string) => {
  const data = { basis: 'consent', name: 'Neva Toralin', fictitious: false }
  const { sources, named } = defenderRests(personId, data)
  return sql`insert into publication (org_id, id, kind, slug, record_id, data, sources, named, published_by)
    values (${tx.actor.orgId}::uuid, gen_random_uuid(), 'defender', gen_random_uuid()::text, ${personId}::uuid,
      ${JSON.stringify(data)}::jsonb, ${sources}::jsonb, ${named}::jsonb, ${tx.actor.accountId}::uuid)`.execute(
    tx.sql,
  )
}

const isPublic = async ({ everyone, actor }: Awaited<ReturnType<typeof desk>>) =>
  (await everyone.selectFrom('publication').select('id').where('org_id', '=', actor.orgId).execute()).length >
  0

const day = (at: Date, by = 0) => new Date(at.getTime() + by * 86_400_000).toISOString().slice(0, 10)
const asked = { scope: 'name_public', purpose: 'publication', channel: 'website' } as const

interface Grant {
  readonly scopes: readonly string[]
  readonly purposes: readonly string[]
  readonly channels: readonly string[]
  readonly from: number
  readonly until: number | null
  readonly withdrawn: number | null
}

const some = <T extends string>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 })
const grants: fc.Arbitrary<Grant> = fc.record({
  scopes: some(consentScopes),
  purposes: some([...consentPurposes, 'any']),
  channels: some([...consentChannels, 'any']),
  from: fc.integer({ min: -5, max: 3 }),
  until: fc.option(fc.integer({ min: -3, max: 5 })),
  withdrawn: fc.option(fc.integer({ min: -5, max: 0 })),
})

/** The rule, said a second time and otherwise: a grant covers what is asked on a day. */
const covers = (
  grant: Grant,
  { scope, purpose, channel }: typeof asked | { scope: string; purpose: string; channel: string },
  on: number,
) =>
  grant.scopes.includes(scope) &&
  ['any', purpose].some((one) => grant.purposes.includes(one)) &&
  ['any', channel].some((one) => grant.channels.includes(one)) &&
  grant.from <= on &&
  (grant.until ?? on) >= on &&
  !(grant.withdrawn !== null && grant.withdrawn <= on)

async function write(tx: Tx, personId: string, grant: Grant, now: Date) {
  const id = await giveConsent(tx, personId, {
    scopes: grant.scopes,
    purposes: grant.purposes,
    channels: grant.channels,
    from: day(now, grant.from),
    ...(grant.until !== null && { until: day(now, grant.until) }),
  })
  if (grant.withdrawn !== null)
    await updateRecord(tx, {
      id,
      version: 1,
      values: { withdrawn_on: day(now, grant.withdrawn) },
      acting: true,
    })
}

describe('consent', () => {
  test('is in force exactly when a grant covers what is asked on that day; nothing leaves without one', async () => {
    const at = await desk()
    const now = new Date()
    await fc.assert(
      fc.asyncProperty(
        fc.array(grants, { maxLength: 4 }),
        fc.constantFrom(...consentScopes),
        fc.constantFrom(...consentPurposes),
        fc.constantFrom(...consentChannels),
        fc.integer({ min: -6, max: 6 }),
        async (given, scope, purpose, channel, on) => {
          await at.ada(async (tx) => {
            const { id } = await addPerson(tx)
            for (const grant of given) await write(tx, id, grant, now)
            const answer = await consentInForce(tx, id, {
              scope,
              purpose,
              channel,
              at: new Date(now.getTime() + on * 86_400_000),
            })
            expect(answer.granted).toBe(given.some((grant) => covers(grant, { scope, purpose, channel }, on)))
            if (!answer.granted) expect(answer.lack === 'none').toBe(given.length === 0)
          })
          // Publication, by whatever way.
          const { id } = await at.ada(addPerson)
          await at.ada(async (tx) => {
            for (const grant of given) await write(tx, id, grant, now)
          })
          const done = await at
            .ada((tx) => publish(tx, id))
            .then(
              () => true,
              () => false,
            )
          expect(done).toBe(given.some((grant) => covers(grant, asked, 0)))
          await at.ada((tx) => tx.sql.deleteFrom('publication').execute())
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  test('of which the last page goes in the transaction that ends it: withdrawn, shortened, deleted, given to another', async () => {
    const at = await desk()
    const ends: readonly ((tx: Tx, consent: string) => Promise<unknown>)[] = [
      (tx, id) =>
        updateRecord(tx, { id, version: 1, values: { withdrawn_on: day(new Date()) }, acting: true }),
      (tx, id) => updateRecord(tx, { id, version: 1, values: { until: day(new Date(), -1) } }),
      (tx, id) => updateRecord(tx, { id, version: 1, values: { scopes: ['act'] } }),
      (tx, id) => deleteRecord(tx, id, 1),
      async (tx, id) => {
        const other = await addPerson(tx)
        await updateRecord(tx, { id, version: 1, values: { person: { to: other.id } } })
      },
    ]
    for (const end of ends) {
      const consent = await at.ada(async (tx) => {
        const { id } = await addPerson(tx)
        const made = await giveConsent(tx, id)
        await publish(tx, id)
        return made
      })
      expect(await isPublic(at)).toBe(true)
      await at.ada(async (tx) => {
        await end(tx, consent)
        expect(await tx.sql.selectFrom('publication').select('id').execute()).toEqual([])
      })
      expect(await isPublic(at)).toBe(false)
    }
    const { rows } = await at.ada((tx) =>
      sql<{
        cause: string
      }>`select detail->>'cause' as cause from ledger where act = 'publication.withdraw'`.execute(tx.sql),
    )
    expect(rows.map(({ cause }) => cause)).toEqual(ends.map(() => 'consent'))
  })

  test('that ran out is not public the next day, before anything has run, and then is gone', async () => {
    const at = await desk()
    const consent = await at.ada(async (tx) => {
      const { id } = await addPerson(tx)
      const made = await giveConsent(tx, id, { until: day(new Date(), 1) })
      await publish(tx, id)
      return made
    })
    expect(await isPublic(at)).toBe(true)
    // As it is the day after tomorrow.
    await sql`update publication set last_day = ${day(new Date(), -1)} where org_id = ${at.actor.orgId}::uuid`.execute(
      at.owner,
    )
    expect(await isPublic(at)).toBe(false)
    await sql`select end_publications()`.execute(at.owner)
    expect(
      await at.owner.selectFrom('publication').select('id').where('org_id', '=', at.actor.orgId).execute(),
    ).toEqual([])
    expect((await at.ada((tx) => readRecord(tx, consent))).deletedAt).toBeNull()
  })

  test('withdrawn is not taken back by going back to an older text, nor by the trash', async () => {
    const at = await desk()
    const { personId, id } = await at.ada(async (tx) => {
      const person = await addPerson(tx)
      return { personId: person.id, id: await giveConsent(tx, person.id) }
    })
    await at.ada((tx) =>
      updateRecord(tx, { id, version: 1, values: { withdrawn_on: day(new Date()) }, acting: true }),
    )
    await expect(
      at.ada((tx) => updateRecord(tx, { id, version: 2, values: { withdrawn_on: '' } })),
    ).rejects.toMatchObject({ kind: 'invalid' })
    await at.ada((tx) => deleteRecord(tx, id, 2))
    await at.ada((tx) => restoreRecord(tx, id))
    expect(await at.ada((tx) => consentInForce(tx, personId, asked))).toEqual({
      granted: false,
      lack: 'withdrawn',
    })
  })
})

describe('publicity', () => {
  test('is the most silent decision of the cases in which the person is at risk', async () => {
    const at = await desk()
    const { id } = await at.ada(addPerson)
    const said = () => at.ada((tx) => publicityOf(tx, id))
    expect(await said()).toBeNull()
    await at.ada((tx) => addCase(tx, id, 'public'))
    expect(await said()).toBe('public')
    await at.ada((tx) => addCase(tx, id, 'mixed'))
    expect(await said()).toBe('mixed')
    await at.ada((tx) => addCase(tx, id))
    expect(await said()).toBe('unknown')
    await at.ada((tx) => addCase(tx, id, 'quiet'))
    expect(await said()).toBe('quiet')
  })

  test('quiet or not decided, nobody is published on any ground; silence takes at once what was public', async () => {
    const at = await desk()
    const { id } = await at.ada(async (tx) => {
      const person = await addPerson(tx)
      await giveConsent(tx, person.id)
      await publish(tx, person.id)
      return person
    })
    const made = await at.ada((tx) => addCase(tx, id))
    // A new case does not tell by a page that vanishes that something happened.
    expect(await isPublic(at)).toBe(true)
    for (const basis of ['consent', 'public_at_source'])
      expect((await at.ada((tx) => standsAgainst(tx, id, basis)))?.en).toMatch(/has not been decided/)
    await at.ada((tx) =>
      updateRecord(tx, { id: made.id, version: 1, values: { publicity: 'quiet' }, acting: true }),
    )
    expect(await isPublic(at)).toBe(false)
    await expect(at.ada((tx) => publish(tx, id))).rejects.toThrow(/not agreed \(publicity_quiet\)/)
    await at.ada((tx) =>
      updateRecord(tx, { id: made.id, version: 2, values: { publicity: 'public' }, acting: true }),
    )
    await at.ada((tx) => publish(tx, id))
    expect(await isPublic(at)).toBe(true)
  })
})

test('a consent withdrawn after a backup is withdrawn again when that backup is restored', async () => {
  const ground = await desk()
  const { person, consent } = await ground.ada(async (tx) => {
    const { id } = await addPerson(tx)
    const given = await giveConsent(tx, id)
    await publish(tx, id)
    return { person: id, consent: given }
  })
  const { orgId } = ground.actor
  const { rows } = await sql<{
    again: boolean
  }>`select replay_tombstone(${orgId}::uuid, gen_random_uuid(), 'unconsent',
    ${consent}::uuid, now()) as again`.execute(ground.owner)
  expect(rows).toEqual([{ again: true }])
  expect(await isPublic(ground)).toBe(false)
  await ground.ada(async (tx) => {
    expect(await consentInForce(tx, person, asked)).toMatchObject({ lack: 'withdrawn' })
    expect(await readRecord(tx, consent)).toMatchObject({
      version: 2,
      values: { withdrawn_on: day(new Date()) },
    })
  })
  // Withdrawing is what leaves the stone, whoever writes it.
  await ground.ada(async (tx) => {
    const other = await giveConsent(tx, person)
    await updateRecord(tx, { id: other, version: 1, acting: true, values: { withdrawn_on: day(new Date()) } })
    const stones =
      await sql`select 1 from tombstone where kind = 'unconsent' and subject = ${other}::uuid`.execute(tx.sql)
    expect(stones.rows.length).toBe(1)
  })
})
