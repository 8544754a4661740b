import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { whatLeft } from '#platform/consent'
import { type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { approveAsSecond } from '../../../../tests/support/second-person.ts'
import { askForApproval } from '../publications/actions/ask-for-approval.ts'
import { sendText } from './actions/send-text.ts'
import { readDeliveries } from './queries/deliveries.ts'

const future = '2090-01-01T10:00[America/Argentina/Buenos_Aires]'

async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  return { app, ada, within: ada.within }
}

const addJournalist = (tx: Tx, name: string, values: Readonly<Record<string, unknown>> = {}) =>
  createRecord(tx, {
    type: 'journalist',
    values: {
      name,
      languages: ['es'],
      mail: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
      basis: 'consent',
      basis_on: '2026-01-10',
      ...values,
    },
  })

/** A text under embargo that names somebody who agreed, approved by a second person. */
async function approved(
  tx: Tx,
  values: Readonly<Record<string, unknown>> = { embargo: future },
  fictitious = false,
) {
  const { id: person } = await createRecord(tx, { type: 'person', values: { name: 'Neva Toralin' } })
  const consent = await giveConsent(tx, person)
  const { id } = await createRecord(tx, {
    type: 'public_text',
    fictitious,
    values: {
      kind: 'press_release',
      title: { en: 'Canary title', es: 'Título canario' },
      body: { en: 'Canary body.', es: 'Cuerpo canario.' },
      people: [{ to: person }],
      ...values,
    },
  })
  const asked = await askForApproval(tx, await readRecord(tx, id), { version: 1, choice: [] })
  if ('approval' in asked) await approveAsSecond(tx, asked.approval)
  return { id, person, consent }
}

test('a journalist has a link of their own: the mail says nothing, GET changes nothing, POST shows what is approved', async () => {
  const { app, within } = await desk()
  const { text, sent } = await within(async (tx) => {
    const made = await approved(tx)
    const ana = await addJournalist(tx, 'Ana Prat')
    const berta = await addJournalist(tx, 'Berta Coll')
    await sendText(tx, { textId: made.id, journalists: [ana.id], way: 'mail' })
    return { text: made, sent: await sendText(tx, { textId: made.id, journalists: [berta.id], way: 'hand' }) }
  })
  const { rows: mails } = await sql<{ subject: string; body: string }>`
    select subject, body from mail where template = 'press.release' order by created_at desc limit 1`.execute(
    app.owner,
  )
  expect(mails[0]?.subject).toBe('Para la prensa')
  expect(mails[0]?.body).not.toMatch(/canari|Neva|Título/i)
  const address = sent[0]?.address ?? ''
  const readings = () =>
    within(async (tx) => (await readDeliveries(tx, text.id)).map(({ name, readings }) => [name, readings]))
  for (let n = 0; n < 2; n++) {
    const terms = await app.fetch(address)
    const page = await terms.text()
    expect(terms.status).toBe(200)
    expect(terms.headers.get('cache-control')).toBe('no-store')
    expect(page).toContain('2090')
    expect(page).not.toMatch(/canari|Neva/i)
  }
  expect(await readings()).toEqual([
    ['Ana Prat', 0],
    ['Berta Coll', 0],
  ])
  const read = await app.fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ in: 'en' }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(await read.text()).toContain('Canary body.')
  expect(await readings()).toContainEqual(['Berta Coll', 1])
  // What had left of whoever it names.
  const left = await within((tx) => whatLeft(tx, text.person))
  expect(left.filter(({ act }) => act === 'press.send')).toHaveLength(2)
  // Who may read the site may not read who had what.
  for (const table of ['press_link', 'press_reading'])
    await expect(sql`select * from ${sql.table(table)}`.execute(app.house.publicDb)).rejects.toThrow(
      /permission denied/,
    )
})

test('a link ends with the consent, with the withdrawal, by hand and in time: it answers as one that never was', async () => {
  const { app, ada, within } = await desk()
  const never = await (await app.fetch(`/press/${'x'.repeat(43)}`)).text()
  const ends: readonly ((
    tx: Tx,
    of: { id: string; person: string; consent: string; link: string },
  ) => Promise<unknown>)[] = [
    (tx, { consent }) =>
      updateRecord(tx, { id: consent, version: 1, acting: true, values: { withdrawn_on: '2026-01-01' } }),
    async (tx, { id }) => {
      const { version } = await readRecord(tx, id)
      return updateRecord(tx, { id, version, values: {}, visibility: 'internal' })
    },
  ]
  const make = () =>
    within(async (tx) => {
      const made = await approved(tx)
      const { id: journalist } = await addJournalist(tx, 'Berta Coll')
      const [one] = await sendText(tx, { textId: made.id, journalists: [journalist], way: 'hand' })
      const [link] = await readDeliveries(tx, made.id)
      return { ...made, link: link?.id ?? '', address: one?.address ?? '' }
    })
  const isGone = async (address: string) => {
    for (const init of [{}, { method: 'POST', body: new URLSearchParams({ in: 'en' }) }]) {
      const answer = await app.fetch(address, init)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe(never)
    }
  }
  for (const end of ends) {
    const made = await make()
    expect((await app.fetch(made.address)).status).toBe(200)
    await within((tx) => end(tx, made))
    await isGone(made.address)
  }
  const byHand = await make()
  expect((await ada.post('/workspace/press/end', { link: byHand.link })).status).toBe(303)
  await isGone(byHand.address)
  const late = await make()
  await sql`update press_link set created_at = now() - interval '40 days', expires_at = now() - interval '1 second'
    where id = ${late.link}::uuid`.execute(app.owner)
  await isGone(late.address)
})

test('once the text is out the link leads to its public page', async () => {
  const { app, ada, within } = await desk()
  const address = await within(async (tx) => {
    const { id } = await approved(tx, {})
    const { id: journalist } = await addJournalist(tx, 'Berta Coll')
    return (await sendText(tx, { textId: id, journalists: [journalist], way: 'hand' }))[0]?.address ?? ''
  })
  const answer = await app.fetch(address)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(
    new RegExp(`^/site/${ada.actor.orgSlug}/es/publications/canary-title-`),
  )
})

test('nobody is written to who wants no more mail, nor of what nobody approved: by the action and by SQL', async () => {
  const { ada, within } = await desk()
  const { left, stays, draft, text } = await within(async (tx) => ({
    left: (await addJournalist(tx, 'Carla Roig', { left_on: '2026-06-01' })).id,
    stays: (await addJournalist(tx, 'Dora Mas', { mail: null })).id,
    draft: (
      await createRecord(tx, {
        type: 'public_text',
        values: { kind: 'statement', title: { en: 'Draft' }, body: { en: 'x' } },
      })
    ).id,
    text: (await approved(tx)).id,
  }))
  const send = (textId: string, journalist: string, way: 'mail' | 'hand') =>
    within((tx) => sendText(tx, { textId, journalists: [journalist], way }))
  await expect(send(text, left, 'hand')).rejects.toMatchObject({ kind: 'conflict' })
  await expect(send(draft, stays, 'hand')).rejects.toMatchObject({ kind: 'conflict' })
  await expect(send(text, stays, 'mail')).rejects.toMatchObject({ kind: 'conflict' })
  const insert = (textId: string, journalist: string, way = 'hand') =>
    within((tx) =>
      sql`insert into press_link (org_id, id, text_id, journalist_id, language, token_hash, way, created_by, expires_at)
        values (${tx.actor.orgId}::uuid, gen_random_uuid(), ${textId}::uuid, ${journalist}::uuid, 'en',
          sha256(gen_random_uuid()::text::bytea), ${way}, ${tx.actor.accountId}::uuid, now() + interval '1 day')`.execute(
        tx.sql,
      ),
    )
  await expect(insert(text, left)).rejects.toThrow(/wants no more mail/)
  await expect(insert(draft, stays)).rejects.toThrow(/not approved/)
  await insert(text, stays)
  // What is made up is sent to nobody.
  const tale = await within((tx) => approved(tx, {}, true))
  await expect(send(tale.id, stays, 'mail')).rejects.toMatchObject({ kind: 'conflict' })
  await expect(insert(tale.id, stays, 'mail')).rejects.toThrow(/made up/)
  // The page of sending shows who may be written to, and leaves out who left.
  const page = await (await ada.get(`/workspace/publications/${text}/send`)).text()
  expect(page).toContain('Dora Mas')
  expect(page).not.toContain('Carla Roig')
})
