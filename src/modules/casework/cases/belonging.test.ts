import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveAccess } from '#modules/people'
import type { Actor } from '#platform/access'
import { newId } from '#platform/db'
import {
  type NewRecord,
  countFacets,
  createRecord,
  deleteRecord,
  insertRecords,
  listRecords,
  mergeRecords,
  readBacklinks,
  readRecord,
  restoreRecord,
  typeOf,
  updateRecord,
  withRequest,
} from '#platform/records'
import { shipped } from '../../../open-house.ts'
import { testOrganisation } from '../../../../tests/support/organisation.ts'

/** Ada with a case and its check-in, and Bea of another team. */
async function desk() {
  const { owner, app, actor } = await testOrganisation()
  const bea: Actor = { ...actor, accountId: newId(), name: 'Bea' }
  const [green, red] = [newId(), newId()]
  await owner
    .insertInto('account')
    .values({
      org_id: actor.orgId,
      id: bea.accountId,
      kind: 'person',
      name: 'Bea',
      role: 'administrator',
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  await owner
    .insertInto('team')
    .values([
      { org_id: actor.orgId, id: green, name: 'Green' },
      { org_id: actor.orgId, id: red, name: 'Red' },
    ])
    .execute()
  await owner
    .insertInto('team_member')
    .values({ org_id: actor.orgId, team_id: red, account_id: bea.accountId })
    .execute()
  const as =
    (who: Actor) =>
    <T>(action: Parameters<typeof withRequest<T>>[2]) =>
      withRequest({ db: app, shipped }, who, action)
  const ada = as(actor)
  const made = await ada((tx) =>
    createRecord(tx, { type: 'case', values: { code_name: 'Heron', kind: 'artist' } }),
  )
  const sign = await ada((tx) =>
    createRecord(tx, {
      type: 'check_in',
      // What the writer asks for is not what decides.
      visibility: 'internal',
      values: { case: { to: made.id }, due: '2026-11-21T20:00[UTC]', first_step: 'Ring the kestrel' },
    }),
  )
  return {
    owner,
    actor,
    ada,
    bea: as(bea),
    beaId: bea.accountId,
    caseId: made.id,
    signId: sign.id,
    green,
    red,
  }
}

type Desk = Awaited<ReturnType<typeof desk>>

/** What somebody finds of the check-in, by every way there is. */
const found = (who: Desk['bea'], { signId, caseId }: Pick<Desk, 'signId' | 'caseId'>) =>
  who(async (tx) => ({
    read: await readRecord(tx, signId).then(
      () => true,
      () => false,
    ),
    list: (await listRecords(tx, { type: 'check_in' })).count,
    search: (await listRecords(tx, { type: 'check_in', text: 'kestrel' })).count,
    byCase: (await listRecords(tx, { type: 'check_in', filters: { case: [caseId] } })).count,
    facets: (await countFacets(tx, { type: 'check_in' }, false)).fields['case']?.length ?? 0,
    backlinks: (await readBacklinks(tx, caseId)).length,
  }))

const everything = { read: true, list: 1, search: 1, byCase: 1, facets: 1, backlinks: 1 }
const nothing = { read: false, list: 0, search: 0, byCase: 0, facets: 0, backlinks: 0 }

test('what belongs to a case is seen by those who see the case, whatever was asked for it', async () => {
  const at = await desk()
  expect(await found(at.ada, at)).toEqual(everything)
  expect(await found(at.bea, at)).toEqual(nothing)
})

test('a grant of the case is one of what belongs to it, and ends with it', async () => {
  const at = await desk()
  const { ada, bea, actor, caseId, red } = at
  await ada((tx) =>
    tx.sql
      .insertInto('record_team_grant')
      .values({ org_id: actor.orgId, record_id: caseId, team_id: red, granted_by: actor.accountId })
      .execute(),
  )
  expect(await found(bea, at)).toEqual(everything)
  await ada((tx) => tx.sql.deleteFrom('record_team_grant').where('record_id', '=', caseId).execute())
  expect(await found(bea, at)).toEqual(nothing)
  const until = new Date(Date.now() + 60_000)
  await ada((tx) =>
    tx.sql
      .insertInto('record_grant')
      .values({ org_id: actor.orgId, record_id: caseId, account_id: at.beaId, until })
      .execute(),
  )
  expect(await found(bea, at)).toEqual(everything)
  await ada((tx) =>
    tx.sql
      .updateTable('record_grant')
      .set({ until: new Date(0) })
      .where('record_id', '=', caseId)
      .where('account_id', '=', at.beaId)
      .execute(),
  )
  expect(await found(bea, at)).toEqual(nothing)
})

test('nobody lets another into what belongs to a case past the case', async () => {
  const at = await desk()
  await at.ada((tx) =>
    tx.sql
      .insertInto('record_team_grant')
      .values({
        org_id: at.actor.orgId,
        record_id: at.signId,
        team_id: at.red,
        granted_by: at.actor.accountId,
      })
      .execute(),
  )
  await at.ada((tx) =>
    tx.sql
      .insertInto('record_grant')
      .values({ org_id: at.actor.orgId, record_id: at.signId, account_id: at.beaId })
      .execute(),
  )
  expect(await found(at.bea, at)).toEqual(nothing)
  await at.ada((tx) => tx.sql.deleteFrom('record_grant').where('record_id', '=', at.signId).execute())
  expect(await found(at.ada, at)).toEqual(everything)
})

test('opening and closing the case opens and closes what belongs to it, in lists and searches too', async () => {
  const at = await desk()
  const { ada, bea, caseId, signId } = at
  await ada((tx) => updateRecord(tx, { id: caseId, version: 1, values: {}, visibility: 'internal' }))
  expect(await found(bea, at)).toEqual(everything)
  // The one by itself cannot be closed, nor opened.
  await ada((tx) =>
    updateRecord(tx, {
      id: signId,
      version: 1,
      values: { plan_b: 'Ask the heron' },
      visibility: 'restricted',
    }),
  )
  expect(await found(bea, at)).toEqual(everything)
  await ada((tx) => updateRecord(tx, { id: caseId, version: 2, values: {}, visibility: 'restricted' }))
  expect(await found(bea, at)).toEqual(nothing)
  expect(await found(ada, at)).toEqual(everything)
})

test('the trash takes with the case what belongs to it, and gives it back', async () => {
  const at = await desk()
  await at.ada((tx) => deleteRecord(tx, at.caseId, 1))
  expect(await at.ada(async (tx) => (await listRecords(tx, { type: 'check_in' })).count)).toBe(0)
  await at.ada((tx) => restoreRecord(tx, at.caseId))
  expect(await found(at.ada, at)).toEqual(everything)
})

test('two cases made one: what belonged to the lost one has the audience of the kept one', async () => {
  const at = await desk()
  const kept = await at.bea((tx) =>
    createRecord(tx, { type: 'case', values: { code_name: 'Egret', kind: 'artist' } }),
  )
  await at.bea((tx) =>
    tx.sql
      .insertInto('record_grant')
      .values({ org_id: at.actor.orgId, record_id: kept.id, account_id: at.actor.accountId })
      .execute(),
  )
  await at.ada((tx) => mergeRecords(tx, { keep: kept.id, lose: at.caseId }))
  expect(await found(at.bea, { ...at, caseId: kept.id })).toEqual(everything)
})

test('a case is numbered in its year, without a gap and without its name', async () => {
  const at = await desk()
  const year = new Date().getUTCFullYear()
  await at.bea((tx) => createRecord(tx, { type: 'case', values: { code_name: 'Egret', kind: 'artist' } }))
  const title = (id: string, who: Desk['ada']) => who(async (tx) => (await readRecord(tx, id)).title)
  expect(await title(at.caseId, at.ada)).toBe(`AR-${year}-0001 · Heron`)
  const { rows } = await at.bea((tx) => listRecords(tx, { type: 'case' }))
  expect(rows.map((row) => row.title)).toEqual([`AR-${year}-0002 · Egret`])
})

test('people of the organisation can be chosen by who is assigned, and a new one at once', async () => {
  const at = await desk()
  const names = () =>
    at.ada(async (tx) =>
      [...(tx.schema.vocabularies.get('colleagues')?.byCode.values() ?? [])].map((term) => term.label.en),
    )
  expect(await names()).toEqual(['Ada', 'Bea'])
  await at.owner
    .insertInto('account')
    .values({
      org_id: at.actor.orgId,
      id: newId(),
      kind: 'person',
      name: 'Cid',
      role: 'reader',
      readable_classes: [],
    })
    .execute()
  expect(await names()).toEqual(['Ada', 'Bea', 'Cid'])
})

test('what is added to a fictitious case is stamped fictitious', async () => {
  const { ada } = await desk()
  await ada(async (tx) => {
    const made = await createRecord(tx, {
      type: 'case',
      fictitious: true,
      values: { code_name: 'Wren', kind: 'artist' },
    })
    const { id } = await createRecord(tx, {
      type: 'check_in',
      values: { case: { to: made.id }, due: '2026-11-21T20:00[UTC]', first_step: 'Ring the kestrel' },
    })
    expect((await readRecord(tx, id)).fictitious).toBe(true)
  })
})

test('what belongs to what belongs to a case, written with one statement in any order, has its audience too', async () => {
  const { ada, bea, beaId, actor, owner, caseId, green } = await desk()
  await ada((tx) => giveAccess(tx, caseId, `team:${green}`, null))
  const ids = await ada(async (tx) => {
    const { id: person } = await createRecord(tx, {
      type: 'person',
      values: { name: { full: 'Neva Toralin' } },
    })
    const one = (type: string, values: NewRecord['values']) => ({
      id: newId(),
      type: typeOf(tx, type),
      values,
      visibility: 'internal' as const,
    })
    const requests = [0, 1].map(() =>
      one('asylum_request', {
        case: { to: caseId },
        person: { to: person },
        procedure: 'ar-conare-asylum',
        state: 'pending',
      }),
    )
    const interviews = requests.map(({ id }) =>
      one('asylum_interview', { request: { to: id }, step: 'interview', on: '2026-03-04', held: 'planned' }),
    )
    const records = [interviews[0], ...requests, interviews[1]].flatMap((each) => each ?? [])
    await insertRecords(tx, records)
    return records.map(({ id }) => id)
  })
  const audience = async () =>
    (
      await sql<{ id: string; visibility: string; accounts: number; teams: number }>`
        select r.id, r.visibility,
               (select count(*)::int from record_grant g where g.org_id = r.org_id and g.record_id = r.id) as accounts,
               (select count(*)::int from record_team_grant g where g.org_id = r.org_id and g.record_id = r.id) as teams
          from record r where r.org_id = ${actor.orgId}::uuid and r.id = any(${ids}::uuid[])`.execute(owner)
    ).rows.map(({ id: _, ...rest }) => rest)
  const everywhere = (accounts: number, teams: number, visibility = 'restricted') =>
    ids.map(() => ({ visibility, accounts, teams }))
  const before = (await audience())[0]?.accounts ?? 0
  expect(before).toBeGreaterThan(0)
  expect(await audience()).toEqual(everywhere(before, 1))
  await expect(bea((tx) => readRecord(tx, ids[0] ?? ''))).rejects.toMatchObject({ kind: 'not_found' })
  await ada((tx) => giveAccess(tx, caseId, `person:${beaId}`, null))
  expect(await audience()).toEqual(everywhere(before + 1, 1))
  for (const id of ids) await bea((tx) => readRecord(tx, id))
  await ada((tx) =>
    tx.sql
      .deleteFrom('record_grant')
      .where('record_id', '=', caseId)
      .where('account_id', '=', beaId)
      .execute(),
  )
  expect(await audience()).toEqual(everywhere(before, 1))
  const { version } = await ada((tx) => readRecord(tx, caseId))
  await ada((tx) => updateRecord(tx, { id: caseId, version, visibility: 'internal', values: {} }))
  expect((await audience()).map(({ visibility }) => visibility)).toEqual(ids.map(() => 'internal'))
})
