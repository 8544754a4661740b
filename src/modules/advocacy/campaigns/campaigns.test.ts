import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { daysInPrison } from '#modules/casework'
import { publish } from '#modules/publishing'
import { type Tx, createRecord, deleteRecord, readRecord, updateRecord, withRequest } from '#platform/records'
import { shipped } from '../../../open-house.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { type Held, countHeld } from './count.ts'
import type { CampaignData } from './projection.ts'
import { publicCampaigns } from './public-kind.tsx'
import { readHeld } from './queries/read-held.ts'

/** An organisation where one person alone may publish: the second person is tried elsewhere. */
async function desk() {
  const ground = await testOrganisation()
  const { owner, app, actor } = ground
  await owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .where('id', '=', actor.orgId)
    .execute()
  const within = <T>(action: (tx: Tx) => Promise<T>) => withRequest({ db: app, shipped }, actor, action)
  /** What anyone in the world may read of the campaign, by the public login. */
  const seen = async (): Promise<CampaignData | null> => {
    const { rows } = await sql<{ data: CampaignData }>`
      select data from publication where org_id = ${actor.orgId}::uuid and kind = 'campaign'`.execute(
      ground.public,
    )
    return rows[0]?.data ?? null
  }
  return { ...ground, within, seen }
}

const addPerson = (tx: Tx, name = 'Neva Toralin') => createRecord(tx, { type: 'person', values: { name } })

const addDetention = (tx: Tx, person: string, values: Readonly<Record<string, unknown>>) =>
  createRecord(tx, {
    type: 'detention',
    values: { person: { to: person }, status: 'detained', ...values },
  })

/** A campaign with consent, made public with its days. */
async function campaignFor(tx: Tx, person: string, aim = 'We ask for her release.') {
  const { id } = await createRecord(tx, {
    type: 'campaign',
    visibility: 'public',
    values: { title: { en: 'Free Neva' }, kind: 'release', aim: { en: aim }, people: [{ to: person }] },
  })
  await publish(tx, publicCampaigns, { recordId: id, choice: ['days'] })
  return id
}

describe('days in prison', () => {
  test('are counted from the projection alone, by the day: entry included, release not', () => {
    const held: Held = { least: [['2025-02-03', null]], most: [['2025-02-01', null]] }
    expect(countHeld(held, '2025-02-03')).toMatchObject({ least: 1, most: 3, inside: 'certain' })
    expect(countHeld(held, '2025-02-02')).toMatchObject({ least: 0, most: 2, inside: 'possible' })
    expect(countHeld(held, '2025-01-31')).toMatchObject({ least: 0, most: 0, inside: 'no', since: null })
    expect(countHeld(held, '2026-11-21')).toMatchObject({
      least: 657,
      most: 659,
      since: ['2025-02-01', '2025-02-03'],
    })
    const out: Held = { least: [['2024-04-22', '2026-01-15']], most: [['2024-04-22', '2026-01-15']] }
    // Released: the count stops and stays.
    for (const day of ['2026-01-15', '2026-06-01'])
      expect(countHeld(out, day)).toMatchObject({ least: 633, most: 633, inside: 'no', until: '2026-01-15' })
    expect(countHeld(out, '2026-01-14')).toMatchObject({ least: 633, inside: 'certain', until: null })
    // Of no known beginning there is no greatest number.
    expect(countHeld({ least: [], most: [[null, null]] }, '2026-01-01')).toMatchObject({
      least: 0,
      most: null,
    })
    // Twice inside: both are counted.
    const twice: Held = {
      least: [
        ['2020-01-01', '2020-01-11'],
        ['2020-02-01', '2020-02-02'],
      ],
      most: [['2020-01-01', '2020-02-02']],
    }
    expect(countHeld(twice, '2020-12-31')).toMatchObject({ least: 11, most: 32 })
  })

  test('are those of the list of prisoners, whatever the history', async () => {
    const { within } = await desk()
    const first = Date.UTC(2026, 0, 1)
    const day = (n: number) => new Date(first + n * 86_400_000).toISOString().slice(0, 10)
    const when = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
      .map(([a, width, open]) =>
        open && width === 4 ? `../${day(a)}` : width === 0 ? day(a) : `${day(a)}/${day(a + width)}`,
      )
    const said = (statuses: readonly string[]) =>
      fc.record({ on: when, status: fc.constantFrom(...statuses) })
    const episode = fc.record({
      from: said(['detained', 'house_arrest', 'unknown', 'disappeared']),
      changes: fc.array(said(['imprisoned', 'house_arrest', 'conditional', 'released', 'unknown']), {
        maxLength: 3,
      }),
      until: fc.option(said(['released', 'died', 'unknown'])),
    })
    await within(async (tx) => {
      await fc.assert(
        fc.asyncProperty(fc.array(episode, { minLength: 1, maxLength: 3 }), async (episodes) => {
          const person = await addPerson(tx)
          for (const { from, changes, until } of episodes) {
            const { id } = await addDetention(tx, person.id, {
              from: from.on,
              status: from.status,
              ...(until && { until: until.on, ended_as: until.status }),
            })
            for (const { on, status } of changes)
              await createRecord(tx, {
                type: 'detention_change',
                values: { detention: { to: id }, on, status },
              })
          }
          const held = await readHeld(tx, person.id)
          for (const n of [0, 7, 20, 41, 60]) {
            const counted = (await daysInPrison(tx, [person.id], day(n))).get(person.id)
            const { least, most, inside } = countHeld(held, day(n))
            expect({ least, most, inside }).toEqual(counted ?? { least: 0, most: 0, inside: 'no' })
          }
        }),
        { numRuns: 20 },
      )
    })
  }, 60_000)
})

describe('a public campaign', () => {
  test('stops its count in the transaction that tells of the release, and no second person is asked', async () => {
    const { within, seen } = await desk()
    const detention = await within(async (tx) => {
      const { id } = await addPerson(tx)
      await giveConsent(tx, id)
      const { id: made } = await addDetention(tx, id, { from: '2025-02-03' })
      await campaignFor(tx, id)
      return made
    })
    expect((await seen())?.people?.[0]?.held).toEqual({
      least: [['2025-02-03', null]],
      most: [['2025-02-03', null]],
    })
    await within((tx) =>
      updateRecord(tx, { id: detention, version: 1, values: { until: '2026-03-01', ended_as: 'released' } }),
    )
    expect((await seen())?.people?.[0]?.held).toEqual({
      least: [['2025-02-03', '2026-03-01']],
      most: [['2025-02-03', '2026-03-01']],
    })
    // What is new waits for the act: neither an earlier beginning nor a second time inside is told by itself.
    await within((tx) => updateRecord(tx, { id: detention, version: 2, values: { from: '2024-12-24' } }))
    await within(async (tx) => {
      const { values } = await readRecord(tx, detention)
      await addDetention(tx, (values['person'] as { to: string }).to, { from: '2026-06-01' })
    })
    expect((await seen())?.people?.[0]?.held?.least).toEqual([['2025-02-03', '2026-03-01']])
    // A day that the record no longer has leaves.
    await within((tx) => deleteRecord(tx, detention, 3))
    expect((await seen())?.people?.[0]?.held).toEqual({ least: [], most: [] })
  })

  test('stops by a change of status too, and as early as it is known', async () => {
    const { within, seen } = await desk()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      await giveConsent(tx, id)
      const { id: detention } = await addDetention(tx, id, { from: '2025-02-03' })
      await campaignFor(tx, id)
      await createRecord(tx, {
        type: 'detention_change',
        values: { detention: { to: detention }, on: '2026-01', status: 'conditional' },
      })
    })
    expect((await seen())?.people?.[0]?.held).toEqual({
      least: [['2025-02-03', '2026-01-01']],
      most: [['2025-02-03', '2026-01-31']],
    })
  })

  test('loses the days of a detention that is removed for good', async () => {
    const { within, seen, owner } = await desk()
    const detention = await within(async (tx) => {
      const { id } = await addPerson(tx)
      await giveConsent(tx, id)
      const { id: made } = await addDetention(tx, id, { from: '2025-02-03' })
      await campaignFor(tx, id)
      return made
    })
    await sql`delete from record where id = ${detention}::uuid`.execute(owner)
    expect((await seen())?.people?.[0]?.held).toEqual({ least: [], most: [] })
  })

  test('is gone with the consent, with silence, and is refused without either, by SQL as well', async () => {
    const at = await desk()
    const { person, consent, campaign } = await at.within(async (tx) => {
      const { id } = await addPerson(tx)
      const given = await giveConsent(tx, id)
      return { person: id, consent: given, campaign: await campaignFor(tx, id) }
    })
    expect(await at.seen()).not.toBeNull()
    await at.within((tx) =>
      updateRecord(tx, { id: consent, version: 1, acting: true, values: { withdrawn_on: '2026-01-01' } }),
    )
    expect(await at.seen()).toBeNull()
    await expect(
      at.within((tx) => publish(tx, publicCampaigns, { recordId: campaign, choice: [] })),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const data = {
      fictitious: false,
      kind: [{ code: 'release', label: { en: 'Release' } }],
      title: { en: 'Free Neva' },
      people: [{ code: 'p1', name: 'Neva Toralin' }],
    }
    const insert = (values: { readonly named: readonly unknown[] }) =>
      at.within((tx) =>
        sql`insert into publication (org_id, id, kind, slug, record_id, data, published_by, sources, named) values (
          ${tx.actor.orgId}::uuid, gen_random_uuid(), 'campaign', gen_random_uuid()::text, ${campaign}::uuid,
          ${JSON.stringify(data)}::jsonb, ${tx.actor.accountId}::uuid, ${JSON.stringify([
            { key: 'kind', item: 'release', recordId: campaign, field: 'kind', held: 'release' },
            { key: 'title', item: 'en', recordId: campaign, field: 'title', held: { en: 'Free Neva' } },
            { key: 'people', item: 'p1', recordId: campaign, field: 'people', to: person },
          ])}::jsonb, ${JSON.stringify(values.named)}::jsonb)`.execute(tx.sql),
      )
    await expect(insert({ named: [] })).rejects.toThrow(/somebody is shown and not named/)
    const who = { personId: person, scope: 'name_public', purpose: 'campaign', channel: 'website' }
    await expect(insert({ named: [{ ...who, basis: 'consent' }] })).rejects.toThrow(/consent_withdrawn/)
    await at.within((tx) => giveConsent(tx, person))
    await insert({ named: [{ ...who, basis: 'consent' }] })
    expect(await at.seen()).not.toBeNull()
    await at.within((tx) =>
      createRecord(tx, {
        type: 'case',
        acting: true,
        values: {
          code_name: 'Heron',
          kind: 'artist',
          people: [{ to: person, attributes: { role: 'at_risk' } }],
          publicity: 'quiet',
        },
      }),
    )
    expect(await at.seen()).toBeNull()
  })

  test('can be given no day more by SQL than it has, without the act', async () => {
    const at = await desk()
    await at.within(async (tx) => {
      const { id } = await addPerson(tx)
      await giveConsent(tx, id)
      await addDetention(tx, id, { from: '2025-02-03', until: '2025-03-03', ended_as: 'released' })
      await campaignFor(tx, id)
    })
    await at.owner
      .updateTable('org')
      .set({ settings: JSON.stringify({}) })
      .where('id', '=', at.actor.orgId)
      .execute()
    const write = (until: string) =>
      at.within((tx) =>
        sql`update publication set data = jsonb_set(data, '{people,0,held}', ${JSON.stringify({
          least: [['2025-02-03', until]],
          most: [['2025-02-03', until]],
        })}::jsonb) where org_id = ${tx.actor.orgId}::uuid`.execute(tx.sql),
      )
    await expect(write('2025-03-04')).rejects.toThrow(/not approved by a second person/)
    await write('2025-03-02')
    expect((await at.seen())?.people?.[0]?.held?.most).toEqual([['2025-02-03', '2025-03-02']])
  })
})
