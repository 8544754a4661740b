import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { createRecord } from '#platform/records'
import { type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { referralDesk } from '../../../../tests/support/referral-desk.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { readWholeBelongings } from '../cases/whole-belongings.ts'
import { readOwnKeys } from './actions/bundle-keys.ts'
import { knowPartner } from './actions/know-partner.ts'
import { makeBundle } from './actions/make-bundle.ts'
import { receiveBundle } from './actions/receive-bundle.ts'
import { fingerprintOf, openBundle } from './bundle/index.ts'
import { readReferable } from './project-case.ts'

const partner = 'Casa Amiga'
const passphrase = 'four odd words of one person'

/** A case of two at risk, each with an asylum request and an interview below it; the second may not agree. */
async function twoRequests(from: TestPerson, given: { readonly sealed: boolean }) {
  return from.within(async (tx) => {
    const person = async (full: string) =>
      (
        await createRecord(tx, {
          type: 'person',
          values: {
            name: { full },
            ...(given.sealed && { safe_channel: `channel of ${full}` }),
          },
          visibility: 'restricted',
        })
      ).id
    const [first, second] = [await person('Neva Toralin'), await person('Ilan Dorval')]
    const { id: caseId } = await openCase(tx, {
      values: {
        code_name: 'Lighthouse',
        kind: 'defender',
        people: [
          { to: first, attributes: { role: 'at_risk' } },
          { to: second, attributes: { role: 'family' } },
        ],
      },
    })
    const request = async (personId: string, place: string) => {
      const { id } = await createRecord(tx, {
        type: 'asylum_request',
        values: {
          case: { to: caseId },
          person: { to: personId },
          procedure: 'ar-conare-asylum',
          state: 'pending',
        },
      })
      const { id: interview } = await createRecord(tx, {
        type: 'asylum_interview',
        values: {
          request: { to: id },
          step: 'interview',
          on: '2026-03-04',
          held: 'held',
          place,
          ...(given.sealed && { notes: `said at ${place}` }),
        },
      })
      return { id, interview }
    }
    return {
      caseId,
      people: [first, second] as const,
      requests: [await request(first, 'zqfirst'), await request(second, 'zqsecond')] as const,
    }
  })
}

test('parts of parts go in a bundle only with what they are parts of, only of who agreed, and arrive in their places', async () => {
  const app = await testApp()
  const [from, to] = [
    await referralDesk(app, { fourEyes: false }),
    await referralDesk(app, { fourEyes: false }),
  ]
  const identity = await generateX25519Identity()
  const world = await twoRequests(from, { sealed: false })
  const [mine, theirs] = world.requests
  const partnerId = await from.within(async (tx) => {
    await giveConsent(tx, world.people[0], { partners: [partner], classes: ['location'] })
    return knowPartner(tx, { name: partner, recipient: await identityToRecipient(identity) })
  })
  const made = (records: readonly string[]) =>
    from.within((tx) =>
      makeBundle(tx, app.house, {
        caseId: world.caseId,
        partnerId,
        purpose: 'Counsel',
        until: '2099-12-31',
        language: 'en',
        records,
        texts: [`${mine.interview}.place`, `${theirs.interview}.place`],
        files: [],
      }),
    )
  const offered = await from.within(async (tx) => {
    const { candidates, partOf } = await readReferable(tx, world.caseId, partnerId)
    expect(partOf.get(mine.interview)).toEqual([mine.id])
    return candidates.map(({ id }) => id)
  })
  expect(offered).toContain(mine.interview)
  // About somebody who did not agree: neither the request nor what is below it.
  for (const id of [theirs.id, theirs.interview]) expect(offered).not.toContain(id)
  await expect(made([mine.interview])).rejects.toMatchObject({
    kind: 'invalid',
    fields: [{ field: 'record' }],
  })
  const { bytes } = await made([mine.id, mine.interview, theirs.id, theirs.interview])
  const opened = await openBundle(bytes, [identity])
  const text = JSON.stringify(opened.content)
  expect([text.includes('zqfirst'), text.includes('zqsecond')]).toEqual([true, false])
  const ours = await from.within(readOwnKeys)
  const { caseId, leftOut } = await to.within((tx) =>
    receiveBundle(tx, app.house, opened, { fingerprint: fingerprintOf(ours?.signingKey ?? '') }),
  )
  expect(leftOut).toEqual([])
  const there = await to.within((tx) => readWholeBelongings(tx, caseId))
  expect(there.map(({ type }) => type)).toEqual(['asylum_request', 'asylum_interview'])
  expect(there[1]?.owner).toBe(there[0]?.id)
}, 60_000)

test('the whole case has parts of parts; what is sealed stands in it where it was opened, and is said to be sealed where not', async () => {
  const app = await testApp()
  const from = await referralDesk(app, { fourEyes: false, seals: true })
  await from.post('/workspace/me/key', { new: passphrase, again: passphrase })
  const world = await twoRequests(from, { sealed: true })
  const path = `/workspace/case/${world.caseId}/take-out`
  const take = async (more: Readonly<Record<string, string | readonly string[]>>) => {
    const asking = formOf(await (await from.get(path)).text(), path)
    const preview = await (await from.post(path, { ...asking, class: ['location'], ...more })).text()
    const done = await from.post(path, { ...formOf(preview, path), do: 'ask' })
    expect(done.status).toBe(200)
    const { text } = await readPdf(Buffer.from(await done.arrayBuffer()))
    return { preview, text: text.replace(/\s+/g, ' ') }
  }
  const plain = await take({})
  expect(plain.text).toContain('zqfirst')
  expect(plain.text).toContain('Interview')
  for (const secret of ['said at', 'channel of', 'Sealed']) expect(plain.text).not.toContain(secret)

  // Asked for, and not open: they are said to be there.
  const closed = await take({ besides: 'sealed' })
  for (const page of [closed.text, closed.preview]) {
    expect(page).toContain('Sealed')
    for (const secret of ['said at', 'channel of']) expect(page).not.toContain(secret)
  }
  expect(closed.preview).toContain('4 values are not open in this session')

  // One request open: its interview, and nothing else.
  const open = (id: string) =>
    from.post(`/workspace/record/${id}/sealed/open`, { passphrase, reason: 'For counsel' })
  await open(world.requests[0].id)
  const one = await take({ besides: 'sealed' })
  expect(one.preview).toContain('3 values are not open in this session')
  expect(one.preview).not.toContain('said at')
  expect(one.text).toContain('said at zqfirst')
  for (const secret of ['said at zqsecond', 'channel of']) expect(one.text).not.toContain(secret)
  // The case open: all of it.
  await open(world.caseId)
  const all = await take({ besides: 'sealed' })
  for (const secret of ['said at zqfirst', 'said at zqsecond', 'channel of Neva', 'channel of Ilan'])
    expect(all.text).toContain(secret)
  expect(all.preview).not.toContain('not open in this session')
}, 60_000)
