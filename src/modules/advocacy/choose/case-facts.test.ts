import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { type Tx, createRecord } from '#platform/records'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { chooseForCase } from './choose-for-case.ts'
import { factsOfCase } from './queries/facts-of-case.ts'
import { findCase } from './queries/find-case.ts'

const today = '2026-11-21'
const canary = 'Cotinga-canary'

/** A person taken from her home by police five days ago, in a case with its event, act, involvement and source. */
async function arrested(tx: Tx, more: Readonly<Record<string, unknown>> = {}) {
  const make = async (type: string, values: Readonly<Record<string, unknown>>) =>
    (await createRecord(tx, { type, values })).id
  const person = await make('person', {
    name: { full: `${canary} Person` },
    roles: ['defender'],
    nationality: ['QM'],
  })
  const event = await make('event', {
    title: 'Arrest',
    date: '2026-11-16',
    country: ['QM'],
    description: { en: 'Taken from home.' },
  })
  const act = await make('act', {
    summary: 'Arrest',
    act_type: 'arrest_without_warrant',
    victim: { to: person },
    event: { to: event },
    date: '2026-11-16',
    outcome: 'alive_detained',
  })
  await make('involvement', {
    summary: 'Police',
    event: { to: event },
    acts: [{ to: act }],
    perpetrator_kind: ['police'],
  })
  const source = await make('source', { title: 'Counsel', kind: 'interview' })
  const caseId = (
    await createRecord(tx, {
      type: 'case',
      acting: true,
      values: {
        code_name: canary,
        kind: 'defender',
        stage: 'intake',
        country: ['QM'],
        people: [{ to: person, attributes: { role: 'at_risk' } }],
        events: [{ to: event }],
        sources: [{ to: source }],
        ...more,
      },
    })
  ).id
  return { caseId, person, event, act, make }
}

const desk = async () => {
  const app = await testApp()
  return { app, ada: await app.signIn() }
}

test('the facts of a case are what its records say, and nothing is a no because nobody wrote it', async () => {
  const { ada } = await desk()
  const facts = await ada.within(async (tx) => factsOfCase(tx, (await arrested(tx)).caseId, today))
  expect(facts).toMatchObject({
    states: ['QM'],
    nationalities: ['QM'],
    topics: ['liberty'],
    topicsWhole: true,
    ongoing: true,
    detained: true,
    everDetained: true,
    categories: ['I'],
    grave: true,
    by: 'state',
    defender: true,
    knownFrom: 'direct',
    told: true,
    identified: true,
    disappeared: null,
    danger: null,
    reprisal: null,
    reported: null,
    consent: null,
    whereabouts: null,
    finalDecision: null,
    others: [],
  })
})

test('consent, a habeas corpus, a letter of ours, a risk and a final sentence change what is offered', async () => {
  const { ada } = await desk()
  const { before, after } = await ada.within(async (tx) => {
    const { caseId, person, event, make } = await arrested(tx)
    const before = await chooseForCase(tx, caseId, today)
    await giveConsent(tx, person)
    await make('intervention', {
      summary: 'Habeas corpus',
      kind: ['habeas_corpus'],
      events: [{ to: event }],
      state: 'waiting_for_answer',
    })
    await make('submission', { case: { to: caseId }, mechanism: 'un-sp-urgent-appeal', language: 'en' })
    await make('detention', {
      case: { to: caseId },
      person: { to: person },
      country: 'QM',
      from: '2026-11-16',
      status: 'detained',
      sentences: [
        {
          to: (await createRecord(tx, { type: 'organisation', values: { name: 'Court', kind: 'court' } })).id,
          attributes: { on: '2026-11-18', kind: 'prison', final: 'yes' },
        },
      ],
    })
    return { before, after: await chooseForCase(tx, caseId, today) }
  })
  expect(after.facts).toMatchObject({
    consent: 'given',
    reported: true,
    detained: true,
    finalDecision: { on: '2026-11-18', notified: false },
    others: [{ mechanisms: ['un-sp-urgent-appeal'], state: 'draft' }],
  })
  const of = (choices: typeof after.choices, id: string) =>
    choices.find(({ mechanism }) => mechanism.id === id)
  expect(of(before.choices, 'ia-petition')).toMatchObject({ verdict: 'unknown', pointed: false, next: null })
  // The date of a sentence is not that of its notification: the day is shown, and is not hard.
  expect(of(after.choices, 'ia-petition')).toMatchObject({
    verdict: 'unknown',
    pointed: true,
    next: { day: '2027-05-18', hard: false },
  })
  expect(of(before.choices, 'ia-precautionary')?.verdict).toBe('unknown')
  expect(of(after.choices, 'ia-precautionary')?.verdict).toBe('fits')
  expect(of(after.choices, 'un-sp-urgent-appeal')?.duplications).toHaveLength(1)
  expect(of(after.choices, 'ar-conare-asylum')?.verdict).toBe('unknown')
})

test('a disappearance gives its clock from the last day on which the person was seen, and what was found ends it', async () => {
  const { ada } = await desk()
  const { missing, found } = await ada.within(async (tx) => {
    const { caseId, person, event, make } = await arrested(tx, {
      kind: 'disappeared',
      last_seen: '2026-09-30',
    })
    const missing = await chooseForCase(tx, caseId, today)
    const other = await arrested(tx)
    await make('act', {
      summary: 'Taken',
      act_type: 'enforced_disappearance',
      victim: { to: person },
      event: { to: other.event },
      date: '2026-10',
      outcome: 'reappeared',
    })
    expect(event).not.toBe(other.event)
    return { missing, found: await factsOfCase(tx, other.caseId, today) }
  })
  expect(missing.facts).toMatchObject({ disappeared: true })
  const [first] = missing.choices
  expect(first).toMatchObject({
    mechanism: { id: 'un-wgeid-urgent' },
    next: { rule: 'wgeid-3-months' },
  })
  expect(found).toMatchObject({ disappeared: false, disappearedOn: '2026-10' })
})

const dossier = async (ada: TestPerson) =>
  ada.within(async (tx) => {
    const { caseId } = await arrested(tx)
    return { caseId, found: await findCase(tx, `AR-${new Date().getUTCFullYear()}-0001`) }
  })

test('the page tells why in three languages, offers a draft, and is there only for who sees the case', async () => {
  const { app, ada } = await desk()
  const { caseId, found } = await dossier(ada)
  expect(found.id).toBe(caseId)
  const at = `/workspace/case/${caseId}/mechanisms`
  const page = await (await ada.get(at)).text()
  expect(page).toContain(`/workspace/case/${caseId}/draft?mechanism=un-sp-urgent-appeal`)
  expect(page).toContain('Somebody is deprived of liberty.')
  expect(page).toContain('Factual description of the alleged violation is given')
  expect(page).toContain('42 more procedures')
  await ada.get('/workspace/language/es')
  const accountId = newId()
  await app.owner
    .insertInto('account')
    .values({
      org_id: ada.actor.orgId,
      id: accountId,
      kind: 'person',
      name: 'Bea',
      role: 'case_officer',
      readable_classes: [],
    })
    .execute()
  const bea = await app.signIn({ ...ada.actor, accountId, name: 'Bea', role: 'case_officer' })
  expect((await bea.get(at)).status).toBe(404)
  await expect(bea.within((tx) => findCase(tx, caseId))).rejects.toMatchObject({ kind: 'not_found' })
  expect((await ada.get(`/workspace/case/${caseId}`)).status).toBe(200)
  expect(await (await ada.get(`/workspace/case/${caseId}`)).text()).toContain(at)
})
