import { randomUUID } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { decideOn } from '#modules/approvals'
import {
  askForBundle,
  knowPartner,
  makeApproved,
  makeOwnKeys,
  openingKeys,
  readOwnKeys,
  receiveBundle,
} from '#modules/casework/referral/actions'
import {
  type BundleToSeal,
  fingerprintOf,
  makeSigningKey,
  openBundle,
  sealBundle,
  writeJson,
} from '#modules/casework/referral/bundle'
import { giveAccess } from '#modules/people'
import type { Actor } from '#platform/access'
import { readApproval } from '#platform/approvals'
import { renderPdf } from '#platform/documents'
import type { House } from '#platform/house'
import { type Tx, withRequest } from '#platform/records'

/** To whom the asylum request of Heron goes, as he agreed (`consent-asylum-referral`), and from whom a case came. */
const clinic = 'Tidewater Refugee Law, Nordavia'
const sender = 'Harbour Watch, Oscania'

/**
 * Two partners, a case handed over to one and a case received from the other, each by the actions that people use. Only
 * this program ever held the partners' private keys: what was sent opens nowhere.
 */
export async function loadBundles(
  house: House,
  given: { readonly asks: Actor; readonly decides: Actor; readonly teamId: string },
): Promise<void> {
  const { asks, decides, teamId } = given
  const until = dayIn(200)
  await withRequest(house, asks, (tx) => makeOwnKeys(tx, house.secrets))
  const approval = await withRequest(house, asks, async (tx) => {
    const partnerId = await knowPartner(tx, {
      name: clinic,
      recipient: await identityToRecipient(await generateX25519Identity()),
      signingKey: makeSigningKey().publicKey,
    })
    const [caseId, requestId] = [await idOf(tx, 'case', 'Heron'), await idOf(tx, 'asylum_request', null)]
    const records = [requestId, ...(await below(tx, requestId, ['asylum_interview', 'asylum_decision']))]
    for (const id of await peopleAndEvents(tx, caseId))
      await giveAccess(tx, id, `person:${decides.accountId}`, null)
    return askForBundle(
      tx,
      house.files,
      {
        caseId,
        partnerId,
        purpose: 'A second opinion on the asylum request, and counsel at the hearing.',
        until,
        language: 'en',
        records: records.sort(),
        texts: [`${caseId}.summary`],
        files: [],
      },
      'He asked for it on the telephone, and named them himself.',
    )
  })
  await withRequest(house, decides, (tx) => decideOn(house, tx, approval, 'approved', ''))
  await withRequest(house, asks, async (tx) => makeApproved(tx, house, await readApproval(tx, approval)))
  await receiveOne(house, asks, teamId, until)
}

async function receiveOne(house: House, actor: Actor, teamId: string, until: string): Promise<void> {
  const key = makeSigningKey()
  const keys = await withRequest(house, actor, readOwnKeys)
  const sealed = await sealBundle({
    number: randomUUID(),
    made: dayIn(-1),
    sender: { name: sender, ...key },
    recipient: { name: 'Demonstration', key: keys?.recipient ?? '' },
    files: await filesOf(until),
  })
  await withRequest(house, actor, async (tx) => {
    await knowPartner(tx, { name: sender, signingKey: key.publicKey })
    const opened = await openBundle(sealed, await openingKeys(tx, house.secrets))
    await receiveBundle(tx, house, opened, { fingerprint: fingerprintOf(key.publicKey), teamId })
  })
}

async function filesOf(until: string): Promise<BundleToSeal['files']> {
  const summary =
    'Prints a neighbourhood paper. Her press was sealed on 3 November; two men have waited at her door since.'
  const { bytes } = await renderPdf({
    form: 'report',
    title: 'Case handed over',
    language: 'en',
    date: dayIn(-1),
    reference: 'HW-2026-31',
    stamp: 'FICTITIOUS',
    sender: { name: sender },
    body: [
      { kind: 'heading', level: 1, text: 'Salka Ondrin' },
      { kind: 'paragraph', text: summary },
    ],
  })
  return [
    { path: 'case.pdf', bytes },
    {
      path: 'terms.json',
      bytes: writeJson({ purpose: 'A safe place for six weeks.', until, passOn: false }),
    },
    {
      path: 'case.json',
      bytes: writeJson({
        format: 'amparo-case',
        version: 1,
        language: 'en',
        reference: 'HW-2026-31',
        fictitious: true,
        scope: [{ person: 'person-1', until, classes: [], pictures: false }],
        records: [
          {
            id: 'case',
            type: 'case',
            values: {
              code_name: 'Letterpress',
              kind: 'journalist',
              country: ['QO'],
              summary,
              people: [{ to: 'person-1', attributes: { role: 'at_risk' } }],
              events: [{ to: 'event-1' }],
            },
          },
          {
            id: 'person-1',
            type: 'person',
            values: {
              name: { full: 'Salka Ondrin' },
              country: ['QO'],
              gender: 'woman',
              public_basis: 'none',
            },
          },
          {
            id: 'event-1',
            type: 'event',
            values: {
              title: 'The press of a neighbourhood paper is sealed',
              date: '2026-11-03',
              country: ['QO'],
            },
          },
        ],
        files: [],
      }),
    },
  ]
}

/** Days from today: a bundle of a day gone by is neither made nor taken in. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function idOf(tx: Tx, type: string, codeName: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from record
     where org_id = ${tx.actor.orgId}::uuid and type = ${type}
       ${codeName === null ? sql`` : sql`and values->>'code_name' = ${codeName}`}`.execute(tx.sql)
  if (!rows[0]) throw new Error(`demo: no ${type} ${codeName ?? ''}`)
  return rows[0].id
}

async function below(tx: Tx, id: string, types: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from link l
      join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${id}::uuid and l.belongs
       and r.type = any(${[...types]}::text[])`.execute(tx.sql)
  return rows.map((row) => row.id)
}

async function peopleAndEvents(tx: Tx, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select to_id as id from link
     where org_id = ${tx.actor.orgId}::uuid and from_id = ${caseId}::uuid and until is null
       and field in ('people', 'events')`.execute(tx.sql)
  return rows.map((row) => row.id)
}
