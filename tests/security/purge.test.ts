import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#platform/db'
import { attachFile, detachFile } from '#platform/evidence'
import {
  cite,
  createRecord,
  mergeRecords,
  purgeTrash,
  setRetention,
  unmergeRecords,
  updateRecord,
} from '#platform/records'
import { confirmRun, listHolds, liftHold, placeHold, prepareRun, retentionJob } from '#platform/retention'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

/** A word that is in nothing else, a different one for each place that it is put into. */
const run = randomUUID().slice(0, 6)
const canaries = new Set<string>()
const canary = (where: string): string => {
  const word = `canary${where}${run}`
  canaries.add(word)
  return word
}

/** Every row of every table of an organisation, as text; bytes too, as they are and as text. */
async function dump(owner: Database, orgId: string): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string; org: boolean }>`
    select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as org
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm') order by 1`.execute(
    owner,
  )
  expect(tables.length).toBeGreaterThan(40)
  const lines: string[] = []
  for (const { name, org } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.table(name)} t ${org ? sql`where org_id = ${orgId}::uuid` : sql``}`.execute(
      owner,
    )
    lines.push(...rows.map((row) => `${name}: ${row.line}`))
  }
  return lines
}

/** What of the words is still there, by table. In lower case and without accents, as keys and words are kept. */
const found = (lines: readonly string[]): readonly string[] =>
  [...canaries].flatMap((word) =>
    lines
      .filter((line) => line.toLowerCase().includes(word) || line.includes(Buffer.from(word).toString('hex')))
      .map((line) => `${word} in ${line.slice(0, line.indexOf(':'))}`),
  )

async function everywhere(app: TestApp, ada: TestPerson) {
  const make = (values: Record<string, unknown>, type = 'person') =>
    ada.within((tx) =>
      createRecord(tx, {
        type,
        values,
        visibility: type === 'person' ? 'public' : 'internal',
        ...(type === 'person' && { reason: canary('reason') }),
      }),
    )
  const organisation = (
    await make({ name: 'An organisation that stays', kind: 'association' }, 'organisation')
  ).id
  const person = (
    await make({
      name: { full: canary('name'), given: canary('given') },
      biography: { en: canary('biography') },
      public_basis: 'public_at_source',
      public_source_url: `https://example.org/${canary('address')}`,
      whereabouts: canary('whereabouts'),
      notes: canary('notes'),
      affiliations: [{ to: organisation, attributes: { rank: canary('rank') } }],
    })
  ).id
  const double = (await make({ name: { full: canary('double') } })).id
  const third = (await make({ name: { full: canary('third') } })).id
  const event = (await make({ title: 'An event that stays' }, 'event')).id
  await ada.within((tx) =>
    cite(tx, { recordId: person, field: 'name', quote: canary('quote'), locator: canary('locator') }),
  )
  const attached = await ada.within((tx) =>
    attachFile(tx, app.house.files, {
      recordId: person,
      name: `${canary('filename')}.txt`,
      caption: canary('caption'),
      content: Readable.from([canary('content')]),
    }),
  )
  const second = await ada.within((tx) =>
    attachFile(tx, app.house.files, {
      recordId: person,
      name: 'b.txt',
      content: Readable.from([canary('detached')]),
    }),
  )
  await ada.within((tx) => detachFile(tx, second.attachmentId))
  await ada.within((tx) =>
    updateRecord(tx, { id: person, version: 1, values: { notes: canary('second') }, reason: canary('why') }),
  )
  const merged = await ada.within((tx) =>
    mergeRecords(tx, { keep: person, lose: double, reason: canary('merge') }),
  )
  await ada.within((tx) => unmergeRecords(tx, merged.id))
  await ada.within((tx) => mergeRecords(tx, { keep: person, lose: third }))
  await ada.within((tx) => placeHold(tx, [person], { reason: canary('hold') }))
  // An import that wrote it, with what it kept of its rows, of its list, and of undoing it.
  const importId = randomUUID()
  const list = await ada.within((tx) =>
    app.house.files.add(tx, { name: 'list.csv', content: Readable.from([canary('list')]) }),
  )
  const { orgId, accountId } = ada.actor
  await sql`insert into import (org_id, id, type, source_name, state, mapping, created_by, finished_at)
    values (${orgId}::uuid, ${importId}::uuid, 'person', 'list.csv', 'done', ${JSON.stringify({ fileId: list.id })}::jsonb, ${accountId}::uuid, now())`.execute(
    app.owner,
  )
  await sql`update record_version set import_id = ${importId}::uuid where record_id = ${person}::uuid and version = 1`.execute(
    app.owner,
  )
  await sql`insert into import_finding (org_id, import_id, row, kind, problems, cells)
    values (${orgId}::uuid, ${importId}::uuid, 1, 'review', '[]', ${JSON.stringify([canary('cell')])}::jsonb)`.execute(
    app.owner,
  )
  await sql`insert into job (org_id, id, kind, account_id, state, result, finished_at)
    values (${orgId}::uuid, ${randomUUID()}::uuid, 'import-undo', ${accountId}::uuid, 'done',
      ${JSON.stringify({ left: [{ id: person, title: canary('result') }] })}::jsonb, now())`.execute(
    app.owner,
  )
  // Searched, opened, exported: what the ledger has of it.
  for (const path of [
    `/workspace/record/${person}`,
    `/workspace/record/${person}/history`,
    `/workspace/search?q=${[...canaries][0]}`,
  ])
    expect((await ada.get(path)).status).toBe(200)
  return { person, double, third, event, fileIds: [attached.fileId, second.fileId, list.id] }
}

/** Published by hand: what stands in `publication` is the point, not how it came there. */
async function published(app: TestApp, orgId: string, accountId: string, person: string) {
  await sql`update org set settings = settings || '{"four_eyes": "off"}' where id = ${orgId}::uuid`.execute(
    app.owner,
  )
  await app.owner.transaction().execute(async (trx) => {
    await sql`alter table publication disable trigger user`.execute(trx)
    await sql`insert into publication (org_id, id, kind, slug, record_id, data, facets, sort_key, published_by)
      values (${orgId}::uuid, gen_random_uuid(), 'defender', ${canary('slug')}, ${person}::uuid,
        ${JSON.stringify({ name: canary('public') })}::jsonb, ${JSON.stringify({ country: [canary('facet')] })}::jsonb, ${canary('sort')}, ${accountId}::uuid)`.execute(
      trx,
    )
    await sql`alter table publication enable trigger user`.execute(trx)
  })
}

test('what remains of a purged record, in any table, is no name, no address, and nothing that could be compared (claim 27)', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId, accountId } = ada.actor
  const { person, double, fileIds } = await everywhere(app, ada)
  await published(app, orgId, accountId, person)
  const before = await dump(app.owner, orgId)
  // Each word was somewhere, in clear or not at all: those of files and of their names never are.
  const hidden = ['filename', 'content', 'detached', 'list'].map((where) => canary(where))
  expect(
    [...canaries].filter(
      (word) => !hidden.includes(word) && !before.some((line) => line.toLowerCase().includes(word)),
    ),
  ).toEqual([])
  expect(found(before).some((one) => hidden.some((word) => one.startsWith(`${word} `)))).toBe(false)
  const slices = await sql<{
    key: Buffer
    size: string
  }>`select duplicate_key as key, size from file where id = any(${fileIds}::uuid[])`.execute(app.owner)

  // The clock runs out, the hold is lifted, two people agree.
  await ada.within((tx) =>
    setRetention(tx, app.house.shipped, 'person', [
      {
        name: 'soon',
        after: { event: 'activity' },
        period: { count: 1, unit: 'days' },
        end: 'purge',
        why: { en: 'test', es: '', ca: '' },
      },
    ]),
  )
  const [hold] = await ada.within((tx) => listHolds(tx))
  await ada.within((tx) => liftHold(tx, { batch: hold?.batch ?? '' }, { reason: canary('lift') }))
  await sql`update record set updated_at = now() - interval '3 days' where org_id = ${orgId}::uuid and type = 'person'`.execute(
    app.owner,
  )
  await sql`update record_activity set at = now() - interval '3 days' where org_id = ${orgId}::uuid`.execute(
    app.owner,
  )
  const { id, count } = await ada.within((tx) => prepareRun(tx))
  expect(count).toBe(2)
  await ada.within((tx) => confirmRun(tx, id))
  const outcome = await retentionJob.run({
    jobId: randomUUID(),
    payload: { run: id },
    actor: ada.actor,
    ground: app.house,
    within: ada.within,
    progress: () => undefined,
    cancelled: () => false,
    signal: new AbortController().signal,
  })
  expect(outcome).toEqual({ purged: 2 })

  const after = await dump(app.owner, orgId)
  expect(found(after)).toEqual([])
  expect(after.some((line) => line.includes('An event that stays'))).toBe(true)
  for (const { key, size } of slices.rows) {
    expect(
      after.some((line) => line.includes(key.toString('hex'))),
      'a mark of the content',
    ).toBe(false)
    expect(
      after.some((line) => line.startsWith('file: ') && line.includes(`,${size},`)),
      'a size',
    ).toBe(size === '0')
  }
  // What does remain: ids and times.
  const about = after.filter((line) => line.includes(person) || line.includes(double))
  expect([...new Set(about.map((line) => line.slice(0, line.indexOf(':'))))].toSorted()).toEqual([
    'ledger',
    'retention_item',
    'tombstone',
  ])
  expect((await ada.get(`/workspace/record/${person}`)).status).toBe(404)
})

test('the same by way of the trash', async () => {
  canaries.clear()
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId, accountId } = ada.actor
  const { person, double } = await everywhere(app, ada)
  await published(app, orgId, accountId, person)
  const [hold] = await ada.within((tx) => listHolds(tx))
  await ada.within((tx) => liftHold(tx, { batch: hold?.batch ?? '' }, { reason: canary('lift') }))
  for (const id of [person, double]) {
    const version = (
      await app.owner.selectFrom('record').select('version').where('id', '=', id).executeTakeFirstOrThrow()
    ).version
    expect(
      (
        await ada.post(`/workspace/record/${id}/delete`, {
          version: String(version),
          reason: canary('trash'),
        })
      ).status,
    ).toBe(303)
  }
  await sql`update record set deleted_at = now() - interval '91 days' where org_id = ${orgId}::uuid and deleted_at is not null`.execute(
    app.owner,
  )
  expect((await purgeTrash(app.owner)).get(orgId)).toBeGreaterThanOrEqual(3)
  expect(found(await dump(app.owner, orgId))).toEqual([])
})
