import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { knowPartner } from './actions/know-partner.ts'
import { makeSigningKey } from './bundle/index.ts'
import { readPartner } from './queries/partners.ts'

const recipient = async () => identityToRecipient(await generateX25519Identity())

async function officerOf(app: TestApp, ada: TestPerson): Promise<TestPerson> {
  const id = newId()
  const role = 'case_officer' as const
  await app.owner
    .insertInto('account')
    .values({ org_id: ada.actor.orgId, id, kind: 'person', name: 'Olga', role, readable_classes: [] })
    .execute()
  return app.signIn({ ...ada.actor, accountId: id, name: 'Olga', role })
}

test('a key that was lacking is added by who hands over; one that is known is exchanged by an administrator who says how it was compared', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const olga = await officerOf(app, ada)
  const [old, other] = [await recipient(), await recipient()]
  const signingKey = makeSigningKey().publicKey
  const id = await olga.within((tx) => knowPartner(tx, { name: 'Casa Amiga', recipient: old }))
  await olga.within((tx) => knowPartner(tx, { name: 'casa amiga', signingKey }))
  await expect(
    olga.within((tx) => knowPartner(tx, { name: 'Casa Amiga', recipient: other })),
  ).rejects.toMatchObject({ kind: 'conflict' })
  const page = `/workspace/bundles/partner/${id}`
  const shown = await (await olga.get(page)).text()
  expect(shown).toContain(old)
  expect(shown).not.toContain('<textarea')
  const form = formOf(await (await ada.get(page)).text(), page)
  expect(form).toMatchObject({ name: 'Casa Amiga', recipient: old, signing_key: signingKey })
  const changed = { ...form, recipient: other, how: 'Read out by Mina on the telephone' }
  expect((await olga.post(page, changed)).status).toBe(403)
  // Nor past the program.
  await expect(
    olga.within((tx) =>
      sql`update bundle_partner set recipient = ${other}, changed_how = 'x' where id = ${id}::uuid`.execute(
        tx.sql,
      ),
    ),
  ).rejects.toThrow('administers')
  const silent = await ada.post(page, { ...changed, how: ' ' })
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('how it was compared')
  expect((await ada.post(page, { ...changed, recipient: 'age2' })).status).toBe(422)
  await ada.within((tx) => knowPartner(tx, { name: 'Second House', recipient: other }))
  expect((await ada.post(page, { ...changed, name: 'SECOND house' })).status).toBe(422)
  expect((await ada.post(page, changed)).status).toBe(303)
  // Of a page that is no longer how it is.
  expect((await ada.post(page, { ...changed, recipient: old })).status).toBe(409)
  await ada.within(async (tx) => {
    expect(await readPartner(tx, id)).toMatchObject({
      recipient: other,
      signingKey,
      changed: { by: 'Ada', how: 'Read out by Mina on the telephone' },
    })
    const { rows } = await sql<{ detail: unknown }>`select detail from ledger
      where act = 'bundle.partner' and subject = ${id}::uuid order by at, seq`.execute(tx.sql)
    expect(rows.at(-1)?.detail).toEqual({ changed: ['recipient'] })
  })
  expect(await (await olga.get(page)).text()).toContain('Read out by Mina on the telephone')
})

test('a partner is removed by an administrator, and may then be written down anew', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const olga = await officerOf(app, ada)
  const id = await olga.within(async (tx) =>
    knowPartner(tx, { name: 'Casa Amiga', recipient: await recipient() }),
  )
  const page = `/workspace/bundles/partner/${id}`
  expect((await olga.post(`${page}/remove`)).status).toBe(403)
  const { rows } = await olga.within((tx) =>
    sql`delete from bundle_partner where id = ${id}::uuid returning id`.execute(tx.sql),
  )
  expect(rows).toEqual([])
  const stranger = await app.signIn()
  expect((await stranger.get(page)).status).toBe(404)
  expect((await stranger.post(`${page}/remove`)).status).toBe(404)
  expect((await ada.post(`${page}/remove`)).status).toBe(303)
  expect((await ada.get(page)).status).toBe(404)
  await olga.within(async (tx) => knowPartner(tx, { name: 'Casa Amiga', recipient: await recipient() }))
})
