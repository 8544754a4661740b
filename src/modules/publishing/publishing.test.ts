import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { certainPart, importDirectory, parseDirectory } from '#modules/registry'
import { Problem } from '#platform/problem'
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
import { type TestApp, type TestPerson, testApp } from '../../../tests/support/app.ts'
import { giveConsent } from '../../../tests/support/consent.ts'
import { defenderRests } from '../../../tests/support/publication.ts'
import { testGround } from '../../../tests/support/organisation.ts'
import { approveAsSecond, publishWithSecond, secondPerson } from '../../../tests/support/second-person.ts'
import {
  askToPublish,
  defenders,
  publicFields,
  publish as publishNow,
  publishSeveral,
  readPublication,
  withdrawPublication,
} from './index.ts'

const source = 'https://example.org/directory'

interface Ground extends TestPerson {
  readonly app: TestApp
  readonly site: string
}

async function ground(): Promise<Ground> {
  const app = await testApp()
  const person = await app.signIn()
  return { ...person, app, site: `/site/${person.actor.orgSlug}` }
}

const addPerson = async (
  tx: Tx,
  values: Readonly<Record<string, unknown>> = {},
  more: { readonly visibility?: Visibility; readonly fictitious?: boolean } = {},
) => {
  const made = await createRecord(tx, {
    type: 'person',
    visibility: 'public',
    ...more,
    values: {
      name: { full: 'Neva Toralin', given: 'Neva', family: 'Toralin' },
      roles: ['defender'],
      country: ['AR'],
      rights: ['women'],
      biography: { en: 'Sings.', es: 'Canta.' },
      public_basis: 'consent',
      ...values,
    },
  })
  await giveConsent(tx, made.id)
  return made
}

const publish = (tx: Tx, recordId: string, choice: readonly string[] = publicFields) =>
  publishWithSecond(tx, { recordId, choice })

const change = async (
  tx: Tx,
  id: string,
  values: Readonly<Record<string, unknown>>,
  visibility?: Visibility,
) => {
  const { version } = await readRecord(tx, id)
  await updateRecord(tx, { id, version, values, ...(visibility && { visibility }) })
}

const text = async (app: TestApp, path: string) => {
  const response = await app.fetch(path)
  return { status: response.status, body: await response.text(), headers: response.headers }
}

describe('publishing', () => {
  test('copies the chosen fields and no other, with their words', async () => {
    const { within } = await ground()
    const profile = await within(async (tx) => {
      const { id } = await addPerson(tx, { notes: 'canary-notes', other_names: ['canary-alias'] })
      await publish(tx, id, ['country'])
      return (await readPublication(tx, id))?.data
    })
    expect(profile).toEqual({
      basis: 'consent',
      name: 'Neva Toralin',
      fictitious: false,
      country: [{ code: 'AR', label: { en: 'Argentina', es: 'Argentina', ca: 'Argentina' } }],
    })
  })

  test('of someone public at a source shows what the source says, and the link, without being asked for it', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx, { public_basis: 'public_at_source', public_source_url: source })
      await expect(askToPublish(tx, defenders, { recordId: id, choice: ['biography'] })).rejects.toThrow(
        Problem,
      )
      await publishWithSecond(tx, { recordId: id, choice: ['rights'] })
      expect((await readPublication(tx, id))?.data).toMatchObject({ source_url: source })
      expect((await readPublication(tx, id))?.data).not.toHaveProperty('biography')
    })
  })

  test('keeps the address when published anew, tells nothing by it, and gives another after a withdrawal', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      const first = await publish(tx, id)
      expect(first.id).not.toBe(id)
      expect(first.slug).toMatch(/^neva-toralin-[a-z0-9]{6}$/)
      expect(await publish(tx, id, ['rights'])).toEqual(first)
      await withdrawPublication(tx, first.id)
      await expect(withdrawPublication(tx, first.id)).rejects.toThrow(Problem)
      expect((await publish(tx, id)).slug).not.toBe(first.slug)
    })
  })

  test('is refused of a version that was not previewed, and by who may not decide it', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      const given = { recordId: id, choice: [] }
      await expect(askToPublish(tx, defenders, { ...given, version: 7 })).rejects.toThrow(
        /changed after you saw/,
      )
      const operator = { ...tx, actor: { ...tx.actor, role: 'operator' as const } }
      await expect(askToPublish(operator, defenders, given)).rejects.toMatchObject({ kind: 'forbidden' })
      expect(await readPublication(tx, id)).toBeNull()
    })
  })

  test('calls nobody a defender who is not recorded as one, in any of the roles that are', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const other = await addPerson(tx, { roles: ['alleged_perpetrator'] })
      await expect(publish(tx, other.id)).rejects.toThrow(/not recorded as a defender/)
      const unionist = await addPerson(tx, { roles: ['union_leader'] })
      expect(await publish(tx, unionist.id)).toHaveProperty('slug')
    })
  })

  test('is on the ledger, and so is every withdrawal with its cause', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      const { id: publication } = await publish(tx, id)
      await withdrawPublication(tx, publication)
      await publish(tx, id)
      await change(tx, id, {}, 'internal')
      const entries = await tx.sql
        .selectFrom('ledger')
        .select(['act', 'detail', 'account_id'])
        .where('subject', '=', id)
        .where('act', 'like', 'publication.%')
        .orderBy('seq')
        .execute()
      expect(entries.map(({ act, detail }) => `${act} ${String(detail['cause'] ?? detail['kind'])}`)).toEqual(
        [
          'publication.publish defender',
          'publication.withdraw asked',
          'publication.publish defender',
          'publication.withdraw not_public',
        ],
      )
      // Publishing is on the ledger in the name of who approved it, withdrawing in that of who withdrew.
      const second = await secondPerson(tx.actor)
      expect(entries.map(({ account_id }) => account_id)).toEqual([
        second.accountId,
        tx.actor.accountId,
        second.accountId,
        tx.actor.accountId,
      ])
      expect(JSON.stringify(entries)).not.toContain('Toralin')
    })
  })

  test('of several marks the internal ones, and is all or nothing', async () => {
    const { within } = await ground()
    const ids = await within(async (tx) => {
      const one = await addPerson(tx, {}, { visibility: 'internal' })
      const two = await addPerson(tx, { public_basis: 'none' })
      return [one.id, two.id]
    })
    const people = ids.map((recordId) => ({ recordId, version: 1 }))
    await expect(
      within((tx) => publishSeveral(tx, defenders, { records: people, choice: publicFields })),
    ).rejects.toThrow(Problem)
    await within(async (tx) => {
      expect((await readRecord(tx, ids[0] ?? '')).visibility).toBe('internal')
      const asked = await publishSeveral(tx, defenders, { records: people.slice(0, 1), choice: publicFields })
      expect(asked).toHaveLength(1)
      // Asking changes nothing: it is marked in the act of publishing.
      expect((await readRecord(tx, ids[0] ?? '')).visibility).toBe('internal')
      for (const one of asked) if ('approval' in one) await approveAsSecond(tx, one.approval)
      expect((await readRecord(tx, ids[0] ?? '')).visibility).toBe('public')
      expect(await readPublication(tx, ids[0] ?? '')).not.toBeNull()
    })
    const restricted = await within((tx) => addPerson(tx, {}, { visibility: 'restricted' }))
    const given = { records: [{ recordId: restricted.id, version: 1 }], choice: publicFields }
    await expect(within((tx) => publishSeveral(tx, defenders, given))).rejects.toThrow(Problem)
  })

  test('publishes on a public record with a ground, and on no other', async () => {
    const { within } = await ground()
    const some = fc.record({
      visibility: fc.constantFrom<Visibility[]>('public', 'internal', 'restricted'),
      basis: fc.constantFrom('consent', 'public_at_source', 'none', undefined),
      link: fc.boolean(),
      fictitious: fc.boolean(),
      fields: fc.subarray([...publicFields]),
    })
    await fc.assert(
      fc.asyncProperty(some, async ({ visibility, basis, link, fictitious, fields }) => {
        await within(async (tx) => {
          const values = { public_basis: basis ?? '', ...(link && { public_source_url: source }) }
          const { id } = await addPerson(tx, values, { visibility, fictitious })
          const may =
            visibility === 'public' &&
            (basis === 'consent' || (basis === 'public_at_source' && link && !fields.includes('biography')))
          const done = publishWithSecond(tx, { recordId: id, choice: fields })
          if (!may) {
            await expect(done).rejects.toMatchObject({ kind: 'conflict' })
            return
          }
          await done
          const profile = (await readPublication(tx, id))?.data
          expect(Object.keys(profile ?? {}).sort()).toEqual(
            [
              'basis',
              'fictitious',
              'name',
              ...fields.filter((name) => name !== 'public_source_url'),
              ...((link && fields.includes('public_source_url')) || basis === 'public_at_source'
                ? ['source_url']
                : []),
            ].sort(),
          )
          expect(profile?.['fictitious']).toBe(fictitious)
        })
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('is never done by importing', async () => {
    const { within, app, site } = await ground()
    const found = await within(async (tx) => {
      const rows = parseDirectory('Dora Muñoz\n\nColòmbia\nDrets dels pobles indígenes.\n').rows
      const { created } = await importDirectory(tx, rows.map(certainPart), {
        title: 'Directory',
        url: source,
        text: 'x',
      })
      const record = await readRecord(tx, created[0]?.id ?? '')
      return { visibility: record.visibility, publication: await readPublication(tx, record.id) }
    })
    expect(found).toEqual({ visibility: 'internal', publication: null })
    expect((await text(app, `${site}/en/defenders`)).status).toBe(404)
  })
})

describe('the record', () => {
  test.each<[string, (tx: Tx, id: string) => Promise<unknown>]>([
    ['made internal', (tx, id) => change(tx, id, {}, 'internal')],
    ['made restricted', (tx, id) => change(tx, id, {}, 'restricted')],
    ['deleted', async (tx, id) => deleteRecord(tx, id, (await readRecord(tx, id)).version)],
    ['merged away', async (tx, id) => mergeRecords(tx, { keep: (await addPerson(tx)).id, lose: id })],
    ['renamed', (tx, id) => change(tx, id, { name: 'Code name' })],
    ['without a ground', (tx, id) => change(tx, id, { public_basis: 'none' })],
    ['on another ground', (tx, id) => change(tx, id, { public_basis: 'public_at_source' })],
    [
      'unmarked by hand',
      (tx, id) => sql`update record set fictitious = true where id = ${id}::uuid`.execute(tx.sql),
    ],
  ])('%s takes its profile away', async (_name, act) => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx, { public_source_url: source })
      await publish(tx, id)
      await act(tx, id)
      expect(await readPublication(tx, id)).toBeNull()
    })
  })

  test('taken from the database by hand takes its profile away', async () => {
    const { within, app } = await ground()
    const id = await within(async (tx) => {
      const made = await addPerson(tx)
      await publish(tx, made.id)
      return made.id
    })
    // The serving login removes no record: the owner does.
    await sql`delete from record where id = ${id}::uuid`.execute(app.owner)
    expect(await within((tx) => readPublication(tx, id))).toBeNull()
  })

  test('that loses its source takes away a profile that rests on it', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx, { public_basis: 'public_at_source', public_source_url: source })
      await publishWithSecond(tx, { recordId: id, choice: [] })
      await change(tx, id, { public_source_url: 'https://example.org/other' })
      expect(await readPublication(tx, id)).toBeNull()
    })
  })

  test('that comes back from the trash does not come back in public', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      await publish(tx, id)
      await deleteRecord(tx, id, 1)
      await restoreRecord(tx, id)
      expect(await readPublication(tx, id)).toBeNull()
    })
  })

  test('made internal while it is being published is not public, whoever comes first', async () => {
    const { within } = await ground()
    const { id } = await within((tx) => addPerson(tx))
    const race = async (first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) => {
      const done = Promise.withResolvers<void>()
      const holder = within(async (tx) => {
        await first(tx)
        done.resolve()
        await new Promise((resolve) => setTimeout(resolve, 150))
      })
      await done.promise
      return Promise.allSettled([holder, within(second)])
    }
    await race(
      (tx) => publish(tx, id),
      (tx) => change(tx, id, {}, 'internal'),
    )
    expect(await within((tx) => readPublication(tx, id))).toBeNull()
    await within((tx) => change(tx, id, {}, 'public'))
    const [, late] = await race(
      (tx) => change(tx, id, {}, 'internal'),
      (tx) => publish(tx, id),
    )
    expect(late?.status).toBe('rejected')
    expect(await within((tx) => readPublication(tx, id))).toBeNull()
  })

  test('never has in public what it no longer holds, nor what it gained (claim 13)', async () => {
    const { within } = await ground()
    const part = fc.record({
      country: fc.subarray(['AR', 'CL', 'MX']),
      rights: fc.subarray(['women', 'expression', 'peace']),
      biography: fc.dictionary(fc.constantFrom('en', 'es', 'ca'), fc.constantFrom('One.', 'Two.')),
      public_source_url: fc.constantFrom('', source, 'https://example.org/b'),
    })
    await fc.assert(
      fc.asyncProperty(part, part, async (before, after) => {
        await within(async (tx) => {
          const { id } = await addPerson(tx, before)
          await publish(tx, id)
          await change(tx, id, after)
          const row = await tx.sql
            .selectFrom('publication')
            .select(['data', 'facets'])
            .where('record_id', '=', id)
            .executeTakeFirstOrThrow()
          const codes = (name: string) =>
            ((row.data[name] ?? []) as { code: string }[]).map((term) => term.code).sort()
          const both = (a: readonly string[], b: readonly string[]) =>
            a.filter((one) => b.includes(one)).sort()
          expect(codes('country')).toEqual(both(before.country, after.country))
          expect(codes('rights')).toEqual(both(before.rights, after.rights))
          expect([...(row.facets['country'] ?? [])].sort()).toEqual(codes('country'))
          expect([...(row.facets['rights'] ?? [])].sort()).toEqual(codes('rights'))
          expect(row.data['biography'] ?? {}).toEqual(
            Object.fromEntries(
              Object.entries(before.biography).filter(([lang, words]) => after.biography[lang] === words),
            ),
          )
          expect(row.data['source_url'] ?? '').toBe(
            before.public_source_url === after.public_source_url ? before.public_source_url : '',
          )
        })
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

/**
 * What somebody without an account may do besides reading: sign and take it back, read a text by
 * a link of their own. See `advocacy/petitions` and `advocacy/press`.
 */
const narrowDoors = [
  'confirm_signature',
  'offer_signature',
  'open_letter',
  'petition_names',
  'petition_numbers',
  'petition_stage',
  'place_of_offer',
  'press_terms',
  'read_press_text',
  'withdraw_signature',
]

describe('the database', () => {
  test('lets the public login read the projection and four columns of the organisation and its arrangement, and nothing else (claim 29)', async () => {
    const { owner, public: everyone } = await testGround()
    const { rows } = await sql<{ table: string; column: string }>`
      select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
         and a.attnum > 0 and not a.attisdropped`.execute(owner)
    const readable: string[] = []
    for (const { table, column } of rows)
      try {
        await sql`select ${sql.ref(column)} from ${sql.table(table)} limit 1`.execute(everyone)
        readable.push(`${table}.${column}`)
      } catch (error) {
        expect(String(error)).toContain('permission denied')
      }
    expect(readable.sort()).toEqual([
      'org.id',
      'org.languages',
      'org.name',
      'org.slug',
      ...[
        ...[
          'data',
          'facets',
          'first_at',
          'id',
          'kind',
          'org_id',
          'published_at',
          'slug',
          'sort_key',
          'timed',
        ],
      ].map((column) => `publication.${column}`),
      ...['added', 'changed', 'kind', 'month', 'org_id', 'withdrawn'].map(
        (column) => `publication_change.${column}`,
      ),
      'publication_version.org_id',
      'publication_version.version',
      'site.arrangement',
      'site.org_id',
    ])
  })

  test('lets the public login write nothing and call none of our functions but the narrow ones of signing and of links (claim 29)', async () => {
    const { owner, public: everyone } = await testGround()
    for (const statement of [
      sql`insert into publication (org_id) values (gen_random_uuid())`,
      sql`update publication set slug = 'x'`,
      sql`delete from publication`,
      sql`update publication_version set version = 0`,
    ])
      await expect(statement.execute(everyone)).rejects.toThrow(/permission denied/)
    const { rows } = await sql<{ name: string }>`
      select p.proname as name from pg_proc p left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
       where p.pronamespace = 'public'::regnamespace and d.objid is null
         and has_function_privilege('amparo_public', p.oid, 'execute') order by 1`.execute(owner)
    expect(rows.map(({ name }) => name)).toEqual(narrowDoors)
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a value that the record does not hold', { biography: { en: 'Other.' } }],
    ['a field outside the list', { notes: 'canary' }],
    ['another name', { name: 'Somebody' }],
    ['another ground', { basis: 'public_at_source', source_url: source }],
    ['no ground', { basis: 'none' }],
    ['a fictitious mark that is not so', { fictitious: true }],
  ])('refuses a projection with %s, whatever asks for it', async (_name, wrong) => {
    const { within } = await ground()
    const insert = within(async (tx) => {
      const { id } = await addPerson(tx, { notes: 'canary', public_source_url: source })
      const data = { basis: 'consent', name: 'Neva Toralin', fictitious: false, ...wrong }
      await tx.sql
        .insertInto('publication')
        .values({
          org_id: tx.actor.orgId,
          id: randomUUID(),
          kind: 'defender',
          slug: 'x',
          record_id: id,
          data: JSON.stringify(data),
          ...defenderRests(id, data),
          published_by: tx.actor.accountId,
        })
        .execute()
    })
    await expect(insert).rejects.toThrow(/not what the record allows|not agreed/)
  })

  test('moves the version once in a transaction that changes what is public', async () => {
    const { within, actor } = await ground()
    const { public: everyone } = await testGround()
    const version = async () => {
      const row = await everyone
        .selectFrom('publication_version')
        .select('version')
        .where('org_id', '=', actor.orgId)
        .executeTakeFirst()
      return row?.version
    }
    expect(await version()).toBeUndefined()
    const id = await within(async (tx) => {
      const people = [await addPerson(tx), await addPerson(tx, { name: 'Other' })]
      for (const person of people) await publish(tx, person.id)
      return people[0]?.id ?? ''
    })
    expect(await version()).toBe('1')
    await within((tx) => change(tx, id, { notes: 'nothing of it is public' }))
    expect(await version()).toBe('1')
    await within((tx) => change(tx, id, { rights: [] }))
    expect(await version()).toBe('2')
  })
})

describe('the second person', () => {
  /** Writes the page without asking anyone. */
  const byHand = async (tx: Tx, recordId: string) => {
    const data = { basis: 'consent', name: 'Neva Toralin', fictitious: false }
    return tx.sql
      .insertInto('publication')
      .values({
        org_id: tx.actor.orgId,
        id: randomUUID(),
        kind: 'defender',
        slug: randomUUID(),
        record_id: recordId,
        data: JSON.stringify(data),
        ...defenderRests(recordId, data),
        published_by: tx.actor.accountId,
      })
      .execute()
  }
  const asked = async (tx: Tx, recordId: string, choice: readonly string[] = publicFields) => {
    const made = await askToPublish(tx, defenders, { recordId, choice })
    if (!('approval' in made)) throw new Error('it was published at once')
    return made.approval
  }

  test('is asked by the database itself, whoever inserts or widens', async () => {
    const { within } = await ground()
    const id = await within(async (tx) => (await addPerson(tx)).id)
    await expect(within((tx) => byHand(tx, id))).rejects.toThrow(/not approved by a second person/)
    await within((tx) => publish(tx, id, ['country']))
    const widen = { biography: { en: 'Sings.' } }
    const rest = [{ key: 'biography', item: 'en', recordId: id, field: 'biography', held: widen.biography }]
    await expect(
      within((tx) =>
        sql`update publication set data = data || ${JSON.stringify(widen)}::jsonb, sources = sources || ${JSON.stringify(rest)}::jsonb where record_id = ${id}::uuid`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/not approved by a second person/)
    await expect(
      within((tx) =>
        sql`update publication set facets = facets || '{"name": ["neva", "alias"]}' where record_id = ${id}::uuid`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/not approved by a second person/)
    await expect(
      within((tx) => publishNow(tx, defenders, { recordId: id, choice: publicFields })),
    ).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('is not needed for showing less, nor for withdrawing', async () => {
    const { within } = await ground()
    await within(async (tx) => {
      const { id } = await addPerson(tx)
      const { id: publication } = await publish(tx, id)
      const before = await tx.sql
        .selectFrom('publication')
        .select('approval_id')
        .where('id', '=', publication)
        .executeTakeFirst()
      expect(await askToPublish(tx, defenders, { recordId: id, choice: ['country'] })).toEqual({
        publication,
      })
      expect((await readPublication(tx, id))?.data).not.toHaveProperty('biography')
      const after = await tx.sql
        .selectFrom('publication')
        .select('approval_id')
        .where('id', '=', publication)
        .executeTakeFirst()
      expect(after).toEqual(before)
      await withdrawPublication(tx, publication)
    })
  })

  test('approves exactly what was asked for: what changed since is asked for anew', async () => {
    const { within } = await ground()
    const { id, approval } = await within(async (tx) => {
      const made = await addPerson(tx)
      return { id: made.id, approval: await asked(tx, made.id) }
    })
    // What is not to be public may change.
    await within((tx) => change(tx, id, { notes: 'nothing of it is public' }))
    await within((tx) => change(tx, id, { biography: { en: 'Sings and writes.' } }))
    await expect(within((tx) => approveAsSecond(tx, approval))).rejects.toMatchObject({ kind: 'conflict' })
    await within(async (tx) => {
      expect(await readPublication(tx, id)).toBeNull()
      await approveAsSecond(tx, await asked(tx, id))
      expect((await readPublication(tx, id))?.data['biography']).toEqual({ en: 'Sings and writes.' })
    })
  })

  test('is asked again after a withdrawal: an approval is spent once', async () => {
    const { within } = await ground()
    const { id, slug } = await within(async (tx) => {
      const made = await addPerson(tx)
      const published = await publish(tx, made.id, [])
      await withdrawPublication(tx, published.id)
      return { id: made.id, slug: published.slug }
    })
    expect(slug).toBeTruthy()
    await expect(
      within((tx) => publishNow(tx, defenders, { recordId: id, choice: [] })),
    ).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('turned off: published alone, which the page’s record and the ledger say', async () => {
    const { within, post, get } = { ...(await ground()) }
    await post('/workspace/people/four-eyes', { four: 'off' })
    const id = await within(async (tx) => {
      const made = await addPerson(tx)
      expect(await askToPublish(tx, defenders, { recordId: made.id, choice: [] })).toHaveProperty(
        'publication',
      )
      expect((await readPublication(tx, made.id))?.alone).toBe(true)
      return made.id
    })
    expect(await (await get(`/workspace/record/${id}`)).text()).toContain('Published without a second person')
    expect(await (await get('/workspace/publishing')).text()).toContain('Published without a second person')
    const acts = await within((tx) =>
      tx.sql
        .selectFrom('ledger')
        .select('act')
        .where('subject', '=', id)
        .where('act', 'like', 'publication.%')
        .execute(),
    )
    expect(acts.map(({ act }) => act).sort()).toEqual(['publication.alone', 'publication.publish'])
  })
})
