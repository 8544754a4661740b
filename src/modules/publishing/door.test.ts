import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { endPublications } from '#platform/consent'
import type { PublicKind } from '#platform/house'
import { projectRecord } from '#platform/publication'
import {
  type Tx,
  createRecord,
  deleteRecord,
  mergeRecords,
  readRecord,
  updateRecord,
} from '#platform/records'
import { testApp } from '../../../tests/support/app.ts'
import { giveConsent } from '../../../tests/support/consent.ts'
import { testGround } from '../../../tests/support/organisation.ts'
import { approveAsSecond, publishWithSecond } from '../../../tests/support/second-person.ts'
import { askToPublish, publicEvents, publishSeveral, readPublication, sitePages } from './index.ts'

/** A kind that names people, as petitions and campaigns do. Its row of `public_kind` is the test's own. */
const naming = (
  people: readonly string[],
  how: Parameters<ReturnType<typeof projectRecord>['names']>[1] = {},
): PublicKind => ({
  ...publicEvents,
  kind: 'test_gathering',
  recordType: 'organisation',
  path: 'gatherings',
  choices: () => [],
  async project(tx, record) {
    const page = projectRecord(tx, record)
    const name = page.value<string>('name', { essential: true })
    for (const [i, id] of people.entries()) {
      const person = await readRecord(tx, id)
      page.entry('people', `p${i}`, { name: (person.values['name'] as { full: string }).full }, [
        { of: person, fields: ['name'] },
      ])
      page.names(id, { purpose: 'campaign', ...how })
    }
    return page.done({ slug: name ?? '', find: [name ?? ''], sortKey: name ?? '' })
  },
})

async function ground() {
  const app = await testApp()
  await sql`insert into public_kind (kind, record_type, keys) values ('test_gathering', 'organisation', '{name, people}')
    on conflict do nothing`.execute(app.owner)
  return { ...(await app.signIn()), app }
}

const addPerson = async (tx: Tx, name: string, consent: Readonly<Record<string, unknown>> | null = {}) => {
  const { id } = await createRecord(tx, { type: 'person', values: { name } })
  return { id, consent: consent && (await giveConsent(tx, id, consent)) }
}
const addGathering = async (tx: Tx, name = 'Vigil') =>
  (
    await createRecord(tx, {
      type: 'organisation',
      visibility: 'public',
      values: { name, kind: 'association' },
    })
  ).id

/** Publishes without a second person: the database alone stands in the way. */
async function alone(orgId: string) {
  const { owner } = await testGround()
  await owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .where('id', '=', orgId)
    .execute()
}

const seen = async (orgId: string) => {
  const { public: everyone } = await testGround()
  return everyone.selectFrom('publication').select(['data', 'slug']).where('org_id', '=', orgId).execute()
}

const change = async (tx: Tx, id: string, values: Readonly<Record<string, unknown>>) =>
  updateRecord(tx, { id, version: (await readRecord(tx, id)).version, values, acting: true })

describe('a page of any kind', () => {
  test('goes through the same act: asked, seen by a second person, published, narrowed, withdrawn', async () => {
    const { within, actor } = await ground()
    const values = {
      name: 'About us',
      heading: { en: 'About us', ca: 'Qui som' },
      text: { en: 'We are few.', ca: 'Som pocs.' },
    }
    const id = await within(async (tx) => {
      const made = await createRecord(tx, { type: 'site_page', visibility: 'public', values })
      const asked = await askToPublish(tx, sitePages, { recordId: made.id, choice: [] })
      expect(asked).toHaveProperty('approval')
      expect(await readPublication(tx, made.id, 'site_page')).toBeNull()
      if ('approval' in asked) await approveAsSecond(tx, asked.approval)
      return made.id
    })
    expect((await seen(actor.orgId)).map(({ data }) => data)).toEqual([
      { fictitious: false, heading: values.heading, text: values.text },
    ])
    await within((tx) => change(tx, id, { text: { en: 'We are many.', ca: 'Som pocs.' } }))
    expect((await seen(actor.orgId))[0]?.data['text']).toEqual({ ca: 'Som pocs.' })
    await within((tx) => change(tx, id, { heading: { en: 'Us' } }))
    expect(await seen(actor.orgId)).toEqual([])
  })

  test('of several kinds at once is asked for and approved as one would', async () => {
    const { within, actor } = await ground()
    await within(async (tx) => {
      const { id } = await createRecord(tx, {
        type: 'public_event',
        visibility: 'internal',
        values: {
          name: 'Talk',
          heading: { en: 'Talk' },
          begins: '2030-05-12',
          where: 'Town hall',
          country: ['AR', 'CL'],
          rights: ['expression'],
        },
      })
      const asked = await publishSeveral(tx, publicEvents, {
        records: [{ recordId: id, version: 1 }],
        choice: ['where', 'hours', 'nothing_of_the_kind'],
      })
      for (const one of asked) if ('approval' in one) await approveAsSecond(tx, one.approval)
    })
    expect(await seen(actor.orgId)).toMatchObject([{ data: { where: 'Town hall', begins: '2030-05-12' } }])
  })

  test('names nobody who did not agree, for exactly that, and goes when the last word is withdrawn', async () => {
    const { within, actor } = await ground()
    await alone(actor.orgId)
    const { people, id } = await within(async (tx) => {
      const people = [
        await addPerson(tx, 'Neva Toralin', { purposes: ['campaign'] }),
        await addPerson(tx, 'Dora Muñoz', { purposes: ['campaign'], channels: ['website'] }),
      ]
      const id = await addGathering(tx)
      await publishWithSecond(tx, { recordId: id, choice: [] }, naming(people.map((one) => one.id)))
      return { people, id }
    })
    expect(await seen(actor.orgId)).toHaveLength(1)
    await within((tx) =>
      change(tx, people[1]?.consent ?? '', { withdrawn_on: new Date().toISOString().slice(0, 10) }),
    )
    expect(await seen(actor.orgId)).toEqual([])
    await expect(
      within((tx) =>
        publishWithSecond(tx, { recordId: id, choice: [] }, naming(people.map((one) => one.id))),
      ),
    ).rejects.toThrow(/withdrew their consent/)
    for (const how of [
      { purpose: 'publication' },
      { channel: 'press', purpose: 'programme' },
      { scope: 'photo', purpose: 'advocacy' },
    ] as const)
      await expect(
        within((tx) =>
          publishWithSecond(tx, { recordId: id, choice: [] }, naming([people[0]?.id ?? ''], how)),
        ),
      ).rejects.toThrow(/No consent/)
  })

  test.each<[string, (tx: Tx, person: string) => Promise<unknown>]>([
    [
      'silence is asked for',
      (tx, person) =>
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
    ],
    [
      'the person is deleted',
      async (tx, person) => deleteRecord(tx, person, (await readRecord(tx, person)).version),
    ],
    [
      'the person is merged away',
      async (tx, person) => mergeRecords(tx, { keep: (await addPerson(tx, 'Other')).id, lose: person }),
    ],
  ])('is gone in the transaction in which %s', async (_name, act) => {
    const { within, actor } = await ground()
    await alone(actor.orgId)
    const person = await within(async (tx) => {
      const { id } = await addPerson(tx, 'Neva Toralin')
      await publishWithSecond(tx, { recordId: await addGathering(tx), choice: [] }, naming([id]))
      return id
    })
    expect(await seen(actor.orgId)).toHaveLength(1)
    await within((tx) => act(tx, person))
    expect(await seen(actor.orgId)).toEqual([])
  })

  test('loses the entry of somebody who is renamed, and goes with a person purged by hand', async () => {
    const { within, actor, app } = await ground()
    await alone(actor.orgId)
    const people = await within(async (tx) => {
      const people = [await addPerson(tx, 'Neva Toralin'), await addPerson(tx, 'Dora Muñoz')]
      await publishWithSecond(
        tx,
        { recordId: await addGathering(tx), choice: [] },
        naming(people.map((one) => one.id)),
      )
      return people.map((one) => one.id)
    })
    await within((tx) => change(tx, people[0] ?? '', { name: 'Code name' }))
    expect((await seen(actor.orgId))[0]?.data['people']).toEqual([{ code: 'p1', name: 'Dora Muñoz' }])
    await sql`delete from record where id = ${people[1]}::uuid`.execute(app.owner)
    expect(await seen(actor.orgId)).toEqual([])
  })

  test('shows nobody who is a source and not named, whatever asks for it', async () => {
    const { within, actor } = await ground()
    await alone(actor.orgId)
    await expect(
      within(async (tx) => {
        const person = await addPerson(tx, 'Neva Toralin')
        const id = await addGathering(tx)
        const kind = naming([person.id])
        await publishWithSecond(
          tx,
          { recordId: id, choice: [] },
          {
            ...kind,
            project: async (...given) => ({ ...(await kind.project(...given)), named: [] }),
          },
        )
      }),
    ).rejects.toThrow(/somebody is shown and not named/)
  })
})

describe('time', () => {
  const hour = 3_600_000

  test('an embargo is invisible to the public login before its instant, and to no other than it', async () => {
    const { within, actor, app } = await ground()
    await alone(actor.orgId)
    const { recordId } = await within(async (tx) => {
      const { id } = await createRecord(tx, {
        type: 'site_page',
        visibility: 'public',
        values: { name: 'Soon', heading: { en: 'Soon' } },
      })
      await publishWithSecond(
        tx,
        { recordId: id, choice: [], notBefore: new Date(Date.now() + hour) },
        sitePages,
      )
      expect(await readPublication(tx, id, 'site_page')).toMatchObject({ state: 'waiting' })
      return { recordId: id }
    })
    expect(await seen(actor.orgId)).toEqual([])
    expect((await app.fetch(`/site/${actor.orgSlug}/en`)).status).toBe(404)
    // Time passes: nothing is written by the program.
    await sql`alter table publication disable trigger user`.execute(app.owner)
    await sql`update publication set not_before = now() - interval '1 second' where record_id = ${recordId}::uuid`.execute(
      app.owner,
    )
    await sql`alter table publication enable trigger user`.execute(app.owner)
    expect(await seen(actor.orgId)).toHaveLength(1)
    expect(await (await app.fetch(`/site/${actor.orgSlug}/en/pages`)).text()).toContain('Soon')
    await endPublications(app.owner)
    expect(await within((tx) => readPublication(tx, recordId, 'site_page'))).toMatchObject({
      state: 'public',
      notBefore: null,
    })
  })

  test('a page whose time is over is gone at once, also from pages that were kept, and then altogether', async () => {
    const { within, actor, app } = await ground()
    await alone(actor.orgId)
    const ids = await within(async (tx) => {
      const ids = []
      for (const name of ['Stays', 'Goes']) {
        const { id } = await createRecord(tx, {
          type: 'site_page',
          visibility: 'public',
          values: { name, heading: { en: name } },
        })
        const notAfter = name === 'Goes' ? new Date(Date.now() + hour) : null
        await publishWithSecond(tx, { recordId: id, choice: [], notAfter }, sitePages)
        ids.push(id)
      }
      return ids
    })
    const list = async () => (await app.fetch(`/site/${actor.orgSlug}/en/pages`)).text()
    expect(await list()).toContain('Goes')
    await sql`alter table publication disable trigger user`.execute(app.owner)
    await sql`update publication set not_after = now() where record_id = ${ids[1]}::uuid`.execute(app.owner)
    await sql`alter table publication enable trigger user`.execute(app.owner)
    expect(await list()).not.toContain('Goes')
    expect(await endPublications(app.owner)).toBeGreaterThan(0)
    expect(await within((tx) => readPublication(tx, ids[1] ?? '', 'site_page'))).toBeNull()
    const { rows } = await within((tx) =>
      sql<{
        cause: string
      }>`select detail->>'cause' as cause from ledger where act = 'publication.withdraw'`.execute(tx.sql),
    )
    expect(rows).toEqual([{ cause: 'expired' }])
  })

  test('sooner or longer than was approved is asked for anew; later or shorter is not', async () => {
    const { within } = await ground()
    const at = (hours: number) => new Date(Date.now() + hours * hour)
    await within(async (tx) => {
      const { id } = await createRecord(tx, {
        type: 'site_page',
        visibility: 'public',
        values: { name: 'Soon', heading: { en: 'Soon' } },
      })
      const given = { recordId: id, choice: [] }
      const [from, until] = [at(2), at(5)]
      await publishWithSecond(tx, { ...given, notBefore: from, notAfter: until }, sitePages)
      const ask = (notBefore: Date, notAfter: Date | null) =>
        askToPublish(tx, sitePages, { ...given, notBefore, notAfter })
      expect(await ask(at(3), until)).toHaveProperty('publication')
      expect(await ask(at(3), at(4))).toHaveProperty('publication')
      expect(await ask(at(1), at(4))).toHaveProperty('approval')
      expect(await ask(at(3), null)).toHaveProperty('approval')
      await expect(ask(at(4), at(3))).rejects.toThrow(/end comes before/)
    })
  })
})

test('nothing public names somebody who has not agreed that day, after any run of consents, silences and acts', async () => {
  const { within, actor } = await ground()
  await alone(actor.orgId)
  const step = fc.record({
    act: fc.constantFrom('publish', 'agree', 'withdraw', 'quiet', 'speak', 'rename', 'close'),
    who: fc.integer({ min: 0, max: 2 }),
  })
  const today = new Date().toISOString().slice(0, 10)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { people, pages, cases } = await within(async (tx) => {
        const people: { id: string; consents: string[]; name: string }[] = []
        const cases: string[] = []
        for (const name of ['Ada', 'Bea', 'Cleo']) {
          const unique = `${name} ${randomUUID().slice(0, 8)}`
          const { id, consent } = await addPerson(tx, unique)
          people.push({ id, consents: consent ? [consent] : [], name: unique })
          const made = await createRecord(tx, {
            type: 'case',
            acting: true,
            values: {
              code_name: unique,
              kind: 'artist',
              people: [{ to: id, attributes: { role: 'at_risk' } }],
              publicity: 'public',
            },
          })
          cases.push(made.id)
        }
        return { people, cases, pages: [await addGathering(tx), await addGathering(tx)] }
      })
      for (const { act, who } of steps) {
        const one = people[who]
        if (!one) continue
        const done = within(async (tx) => {
          if (act === 'publish')
            await publishWithSecond(
              tx,
              { recordId: pages[who % 2] ?? '', choice: [] },
              naming([one.id, people[(who + 1) % 3]?.id ?? '']),
            )
          else if (act === 'agree') one.consents.push(await giveConsent(tx, one.id))
          else if (act === 'withdraw')
            for (const consent of one.consents.splice(0)) await change(tx, consent, { withdrawn_on: today })
          else if (act === 'quiet' || act === 'speak')
            await change(tx, cases[who] ?? '', { publicity: act === 'quiet' ? 'quiet' : 'public' })
          else if (act === 'rename') {
            one.name = `Other ${randomUUID().slice(0, 8)}`
            await change(tx, one.id, { name: one.name })
          } else {
            const page = await readRecord(tx, pages[who % 2] ?? '')
            await updateRecord(tx, {
              id: page.id,
              version: page.version,
              values: {},
              visibility: page.visibility === 'public' ? 'internal' : 'public',
            })
          }
        })
        await done.catch((error: unknown) => {
          // Publishing is refused whenever somebody does not agree: that is the point.
          if (act !== 'publish') throw error
        })
        const shown = JSON.stringify(await seen(actor.orgId))
        for (const person of people) {
          const { rows } = await within((tx) =>
            sql<{
              against: string | null
            }>`select what_stands_against(${person.id}::uuid, 'consent', 'name_public', 'campaign', 'website') as against`.execute(
              tx.sql,
            ),
          )
          if (rows[0]?.against) expect(shown).not.toContain(person.name)
        }
      }
      await within((tx) => tx.sql.deleteFrom('publication').execute())
    }),
    { numRuns: 12 },
  )
}, 120_000)
