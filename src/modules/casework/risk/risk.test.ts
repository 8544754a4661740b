import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, deleteRecord, listRecords, readRecord, updateRecord } from '#platform/records'
import { offerShare } from '#platform/sharing'
import { formOf, testApp } from '../../../../tests/support/app.ts'
import { moveCase } from '../cases/actions/move-case.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { closeTasks } from '../steps/actions/change-tasks.ts'
import { dayPlus } from '../steps/pages/due-words.tsx'
import { readTasks } from '../steps/work.ts'
import { today } from '../today.ts'
import { addLine } from './actions/add-line.ts'
import { type GivenReading, makeAssessment } from './actions/make-assessment.ts'
import { readAssessments, readFactors } from './queries/assessments.ts'
import { readDueAssessments, readDueLines } from './queries/due.ts'
import { riskRoom } from './index.ts'
import { riskTypes } from './words-of-risk.ts'

/** Ada follows a case in a team with Bea, who may not read about health; Carl is of another team. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId, orgSlug } = ada.actor
  await app.owner
    .updateTable('account')
    .set({ readable_classes: ['identity', 'health', 'location', 'legal'] })
    .where('id', '=', ada.actor.accountId)
    .execute()
  const people = [
    { id: newId(), name: 'Bea', readable_classes: ['identity', 'location'] },
    { id: newId(), name: 'Carl', readable_classes: ['identity', 'health', 'location', 'legal'] },
  ]
  await app.owner
    .insertInto('account')
    .values(
      people.map((one) => ({
        org_id: orgId,
        ...one,
        kind: 'person' as const,
        role: 'case_officer' as const,
      })),
    )
    .execute()
  const team = newId()
  await app.owner.insertInto('team').values({ org_id: orgId, id: team, name: 'Green' }).execute()
  await app.owner
    .insertInto('team_member')
    .values(
      [ada.actor.accountId, people[0]?.id ?? ''].map((account_id) => ({
        org_id: orgId,
        team_id: team,
        account_id,
      })),
    )
    .execute()
  const { caseId, personId } = await ada.within(async (tx) => {
    const { id } = await createRecord(tx, { type: 'person', values: { name: { full: 'Neva Toralin' } } })
    const made = await openCase(tx, {
      values: {
        code_name: 'Heron',
        kind: 'defender',
        people: [{ to: id, attributes: { role: 'at_risk' } }],
      },
      teamId: team,
    })
    return { caseId: made.id, personId: id }
  })
  const [bea, carl] = await Promise.all(
    people.map(({ id, name }) =>
      app.signIn({ orgId, orgSlug, accountId: id, name, role: 'case_officer', language: 'en' }),
    ),
  )
  if (!bea || !carl) throw new Error('nobody signed in')
  return { app, ada, bea, carl, caseId, personId, team }
}

type Desk = Awaited<ReturnType<typeof desk>>

const reading = (level: string, more: Readonly<Record<string, unknown>> = {}) => ({
  level,
  reasons: 'Because it was seen.',
  ...more,
})

const assess = (
  { ada, caseId, personId }: Desk,
  values: Readonly<Record<string, unknown>> = {},
  readings: readonly GivenReading[] = [{ kind: 'threat', name: 'Watched at home', values: reading('high') }],
) =>
  ada.within((tx) =>
    makeAssessment(tx, {
      caseId,
      values: {
        on: dayPlus(today(), -1),
        review_on: dayPlus(today(), 30),
        made_with: 'person',
        danger: 'no',
        person: { to: personId },
        ...values,
      },
      readings,
    }),
  )

const due = (person: Desk['ada'], query: Parameters<typeof readDueAssessments>[1]) =>
  person.within((tx) => readDueAssessments(tx, query))

describe('an assessment', () => {
  test('cannot be kept without its review: not by the action, the form, a change, nor past the program', async () => {
    const at = await desk()
    await expect(assess(at, { review_on: '' })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: 'review_on' })],
    })
    await expect(assess(at, { review_on: dayPlus(today(), -1) })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: 'review_on' })],
    })
    const { id } = await assess(at)
    await expect(
      at.ada.within((tx) => updateRecord(tx, { id, version: 1, values: { review_on: '' } })),
    ).rejects.toMatchObject({ kind: 'invalid' })
    await expect(
      at.ada.within((tx) =>
        sql`update record set values = values - 'review_on' where id = ${id}::uuid`.execute(tx.sql),
      ),
    ).rejects.toThrow(/says when it is reviewed/)
  })

  test('needs a factor or a danger, its reasons, and why it was made without the person', async () => {
    const at = await desk()
    await expect(assess(at, {}, [])).rejects.toMatchObject({ kind: 'invalid' })
    await expect(assess(at, { made_with: 'without' })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: 'without_why' })],
    })
    await expect(
      assess(at, {}, [{ kind: 'threat', name: 'Watched', values: { level: 'high' } }]),
    ).rejects.toMatchObject({ fields: [expect.objectContaining({ field: '0.reasons' })] })
    await expect(
      assess(at, {}, [
        { kind: 'threat', name: 'Watched', values: reading('high') },
        { kind: 'threat', name: 'watched ', values: reading('low') },
      ]),
    ).rejects.toMatchObject({ fields: [expect.objectContaining({ field: '1.name' })] })
    // Nothing of what was refused is left.
    expect(await at.ada.within((tx) => readFactors(tx, at.caseId))).toEqual([])
    await assess(
      at,
      { danger: 'yes', danger_words: 'They are at the door.', act_now: 'Call her brother.' },
      [],
    )
  })

  test('is seen by those of the case alone; what concerns health by those who read of health', async () => {
    const at = await desk()
    const { id } = await assess(at, { health_words: 'Zorzal-health' }, [
      {
        kind: 'vulnerability',
        name: 'Needs care',
        values: reading('medium', { health_reasons: 'Zorzal-insulin' }),
      },
    ])
    const path = `/workspace/case/${at.caseId}/risk`
    const whole = await (await at.ada.get(path)).text()
    expect(whole).toContain('Zorzal-insulin')
    const partly = await (await at.bea.get(path)).text()
    expect(partly).toContain('Needs care')
    expect(partly).not.toContain('Zorzal')
    for (const hidden of [
      path,
      `${path}/new`,
      `${path}/compare?from=${id}&to=${id}`,
      `/workspace/case/${at.caseId}/incidents`,
      `/workspace/case/${at.caseId}/plan/new`,
      `/workspace/record/${id}`,
    ])
      expect((await at.carl.get(hidden)).status, hidden).toBe(404)
    expect(await at.carl.within((tx) => readAssessments(tx, at.caseId))).toEqual([])
    for (const type of riskTypes)
      expect((await at.carl.within((tx) => listRecords(tx, { type, limit: 10 }))).rows, type).toEqual([])
  })
})

test('is internal: offered to another organisation only with the consent of who is at risk', async () => {
  const at = await desk()
  const { id } = await assess(at)
  const lastDay = dayPlus(today(), 20)
  const offer = () =>
    at.ada.within((tx) =>
      offerShare(tx, {
        recordId: id,
        to: 'elsewhere',
        fields: ['on', 'made_with'],
        purpose: 'Protection abroad',
        lastDay,
        reason: 'They host her.',
      }),
    )
  await expect(offer()).rejects.toMatchObject({
    fields: [
      expect.objectContaining({ message: expect.objectContaining({ en: expect.stringMatching(/consent/) }) }),
    ],
  })
  await at.ada.within((tx) =>
    createRecord(tx, {
      type: 'consent',
      values: {
        person: { to: at.personId },
        case: { to: at.caseId },
        scopes: ['share_partners'],
        purposes: ['protection'],
        channels: ['bundle'],
        form: 'written',
        language: 'en',
        given_by: 'person',
        from: dayPlus(today(), -1),
        until: lastDay,
      },
    }),
  )
  // A second person decides; that it may be asked for is what the consent gave.
  expect(await offer()).toHaveProperty('approval')
})

describe('nobody is ranked', () => {
  test('no field of risk is a number; of a level nothing is derived: no key, no facet, no order, no title', async () => {
    for (const type of riskRoom.types ?? []) {
      for (const one of type.fields) {
        expect(one.type, `${type.name}.${one.name}`).not.toBe('number')
        if (one.name !== 'level' && one.name !== 'danger') continue
        expect(one.facet ?? false, `${type.name}.${one.name}`).toBe(false)
        expect(one.sortable ?? false, `${type.name}.${one.name}`).toBe(false)
        expect(one.listed ?? false, `${type.name}.${one.name}`).toBe(false)
        expect(type.title).not.toContain(one.name)
      }
    }
    const at = await desk()
    const shape = async (level: string, danger: string) => {
      const { id } = await assess(
        at,
        { danger, ...(danger === 'yes' && { danger_words: 'x', act_now: 'y' }) },
        [{ kind: 'threat', name: `Watched ${newId()}`, values: reading(level) }],
      )
      const { rows } = await sql<{ type: string; field: string; key: string }>`
        select k.type, k.field, k.key from record_key k
         where k.record_id = ${id}::uuid
            or k.record_id in (select from_id from link where to_id = ${id}::uuid and field = 'assessment')`.execute(
        at.app.owner,
      )
      return rows
        .map(({ type, field, key }) => `${type} ${field} ${key}`)
        .filter((row) => !row.includes('watched'))
        .sort()
    }
    const low = await shape('low', 'no')
    expect(low.length).toBeGreaterThan(2)
    expect(await shape('high', 'yes')).toEqual(low)
    // The keys and values of the case and the person know nothing of it either.
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from record_key k
      where k.record_id in (${at.caseId}::uuid, ${at.personId}::uuid) and (k.field ~ 'risk|level|danger' or k.key in ('low', 'medium', 'high'))`.execute(
      at.app.owner,
    )
    expect(rows[0]?.n).toBe(0)
  })

  test('what is due stands in the order of days, whatever the levels', async () => {
    const at = await desk()
    const made = []
    for (const [days, level] of [
      [3, 'low'],
      [1, 'medium'],
      [2, 'high'],
    ] as const) {
      const { id } = await at.ada.within((tx) =>
        createRecord(tx, { type: 'person', values: { name: { full: level } } }),
      )
      made.push({
        days,
        id: (
          await assess(at, { person: { to: id }, review_on: dayPlus(today(), days) }, [
            { kind: 'threat', name: `Watched ${level}`, values: reading(level) },
          ])
        ).id,
      })
    }
    const order = (await due(at.ada, { reviewBy: dayPlus(today(), 9), limit: 9 })).map(({ id }) => id)
    expect(order).toEqual(made.toSorted((a, b) => a.days - b.days).map(({ id }) => id))
  })

  test('no address takes a level to sort or filter by', async () => {
    const at = await desk()
    await assess(at, {}, [
      { kind: 'threat', name: 'A', values: reading('low') },
      { kind: 'threat', name: 'B', values: reading('high') },
    ])
    const rows = async (query: string) => {
      const page = await (await at.ada.get(`/workspace/records/risk_reading${query}`)).text()
      return [...page.matchAll(/\/workspace\/record\/([0-9a-f-]{36})/g)].map(([, id]) => id)
    }
    const plain = await rows('')
    expect(plain.length).toBeGreaterThan(1)
    expect(await rows('?sort=level')).toEqual(plain)
    expect(await rows('?sort=-level')).toEqual(plain)
    expect(await rows('?level=high')).toEqual(plain)
  })
})

describe('clear and present danger', () => {
  const danger = {
    danger: 'yes',
    danger_words: 'Two men wait at the door.',
    act_now: 'Ada calls the consul.',
  }

  test('heads the case and the day of its team until an assessment says that it has passed', async () => {
    const at = await desk()
    await assess(at, danger, [])
    const page = await (await at.ada.get(`/workspace/case/${at.caseId}`)).text()
    expect(page).toContain('Ada calls the consul.')
    expect(page.indexOf('Act now')).toBeLessThan(page.indexOf('Publicity not decided'))
    for (const one of [at.ada, at.bea]) {
      const day = await (await one.get('/workspace/day')).text()
      expect(day).toContain('Act now: clear and present danger')
      expect(day).toContain('Heron')
    }
    expect(await (await at.carl.get('/workspace/day')).text()).not.toContain('Act now')
    await assess(at, { on: today() })
    expect(await due(at.ada, { danger: true, limit: 9 })).toEqual([])
    expect(await (await at.ada.get(`/workspace/case/${at.caseId}`)).text()).not.toContain('Act now')
  })

  test('of one person is not ended by an assessment of another, nor by an older one', async () => {
    const at = await desk()
    const { id } = await assess(at, danger, [])
    const { id: other } = await at.ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: { full: 'Other' } } }),
    )
    await assess(at, { on: today(), person: { to: other } })
    await assess(at, { on: dayPlus(today(), -20) })
    expect((await due(at.ada, { danger: true, limit: 9 })).map((one) => one.id)).toEqual([id])
    // Put right: it was the other's.
    await at.ada.within((tx) => updateRecord(tx, { id, version: 1, values: { person: { to: other } } }))
    expect(await due(at.ada, { danger: true, limit: 9 })).toEqual([])
    const all = await at.ada.within((tx) => readAssessments(tx, at.caseId))
    expect(all.filter(({ current }) => current)).toHaveLength(2)
  })

  test('is current again when the assessment after it goes to the trash', async () => {
    const at = await desk()
    const { id } = await assess(at, danger, [])
    const { id: after } = await assess(at, { on: today() })
    expect(await due(at.ada, { danger: true, limit: 9 })).toEqual([])
    await at.ada.within((tx) => deleteRecord(tx, after, 1))
    expect((await due(at.ada, { danger: true, limit: 9 })).map((one) => one.id)).toEqual([id])
    await at.ada.within(async (tx) => {
      const owning = await readRecord(tx, at.caseId)
      await deleteRecord(tx, owning.id, owning.version)
    })
    expect(await due(at.ada, { danger: true, limit: 9 })).toEqual([])
  })
})

describe('reviews and lines', () => {
  test('a review is due on the day of who follows the case, and follows the case to its next', async () => {
    const at = await desk()
    await assess(at, { review_on: today() })
    const by = { reviewBy: dayPlus(today(), 1), limit: 9 }
    expect(await due(at.ada, by)).toMatchObject([{ reviewOn: today(), personTitle: 'Neva Toralin' }])
    expect(await due(at.bea, by)).toEqual([])
    expect(await (await at.ada.get('/workspace/day')).text()).toContain('Look at the risk again')
    await at.ada.within(async (tx) => {
      const owning = await readRecord(tx, at.caseId)
      await updateRecord(tx, {
        id: owning.id,
        version: owning.version,
        acting: true,
        values: { assigned_to: at.bea.actor.accountId },
      })
    })
    expect(await due(at.ada, by)).toEqual([])
    expect(await due(at.bea, by)).toHaveLength(1)
    await at.ada.within(async (tx) => {
      const owning = await readRecord(tx, at.caseId)
      await moveCase(tx, { id: owning.id, version: owning.version, stage: 'closed', reason: 'Over.' })
    })
    expect(await due(at.bea, by)).toEqual([])
    expect(
      (await at.ada.within((tx) => readAssessments(tx, at.caseId))).map(({ current }) => current),
    ).toEqual([true])
  })

  test('an overdue review is said at the head of the case', async () => {
    const at = await desk()
    await assess(at, { on: dayPlus(today(), -40), review_on: dayPlus(today(), -2) })
    expect(await (await at.ada.get(`/workspace/case/${at.caseId}`)).text()).toContain(
      'The review of the risk was due on',
    )
  })

  test('a line of the plan is a task of its owner: due, postponed, done; its owner sees the case', async () => {
    const at = await desk()
    await assess(at)
    const [factor] = await at.ada.within((tx) => readFactors(tx, at.caseId))
    const line = (owner: string, factorId = factor?.id ?? '') =>
      at.ada.within((tx) =>
        addLine(tx, {
          caseId: at.caseId,
          factorId,
          values: {
            what: 'Second lock on the door',
            owner,
            safe: dayPlus(today(), 2),
            done_by: 'Her neighbour',
          },
        }),
      )
    await expect(line(at.carl.actor.accountId)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(line(at.bea.actor.accountId, '')).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: 'factor' })],
    })
    const { id } = await line(at.bea.actor.accountId)
    const until = dayPlus(today(), 7)
    const lines = (person: Desk['ada'], days = until) =>
      person.within((tx) => readDueLines(tx, { ownerId: person.actor.accountId, until: days, limit: 9 }))
    expect(await lines(at.bea)).toMatchObject([{ id, due: dayPlus(today(), 2), caseId: at.caseId }])
    expect(await lines(at.bea, today())).toEqual([])
    expect(await at.carl.within((tx) => readDueLines(tx, { until, limit: 9 }))).toEqual([])
    expect(
      await at.bea.within((tx) => readTasks(tx, { ownerId: at.bea.actor.accountId, limit: 9 })),
    ).toHaveLength(1)
    expect(await (await at.bea.get('/workspace/day')).text()).toContain('Second lock on the door')
    const page = await (await at.bea.get(`/workspace/record/${id}`)).text()
    const acted = await at.bea.post('/workspace/tasks/act', {
      ...formOf(page, '/workspace/tasks/act'),
      do: 'postpone',
      safe: dayPlus(today(), 4),
      reason: 'The locksmith comes on Friday.',
    })
    expect(acted.status).toBe(303)
    expect(await lines(at.bea)).toMatchObject([{ due: dayPlus(today(), 4) }])
    await at.bea.within((tx) => closeTasks(tx, { ids: [id], state: 'done', words: 'Fitted.' }))
    expect(await lines(at.bea)).toEqual([])
    expect((await at.bea.within((tx) => readRecord(tx, id))).values['state']).toBe('done')
  })
})

describe('on screen', () => {
  test('an assessment is made in one save, comes back as it was typed, and the next one begins from it', async () => {
    const at = await desk()
    const path = `/workspace/case/${at.caseId}/risk/new`
    const fields = formOf(await (await at.ada.get(path)).text(), path)
    expect(fields['f.person.0.to']).toBe(at.personId)
    const typed = {
      ...fields,
      'f.made_with': 'person',
      'f.danger': 'no',
      'r0.name': 'Watched at home',
      'r0.level': 'high',
      'r0.reasons': 'A grey van on three evenings.',
    }
    const refused = await at.ada.post(path, typed)
    expect(refused.status).toBe(422)
    const back = await refused.text()
    expect(back).toContain('To be reviewed by')
    expect(back).toContain('A grey van on three evenings.')
    const more = await at.ada.post(path, { ...typed, _add: 'factor.capacity' })
    expect(more.status).toBe(200)
    const again = formOf(await more.text(), path)
    expect(again['r0.reasons']).toBe('A grey van on three evenings.')
    const saved = await at.ada.post(path, { ...again, 'f.review_on': dayPlus(today(), 14) })
    expect(saved.status).toBe(303)
    const [first] = await at.ada.within((tx) => readAssessments(tx, at.caseId))
    expect(first?.readings).toMatchObject([{ kind: 'threat', name: 'Watched at home' }])
    const next = await (await at.ada.get(path)).text()
    expect(next).toContain('Last time, on')
    const then = formOf(next, path)
    expect(then['r0.reasons']).toBe('A grey van on three evenings.')
    expect(then['r0.level'] ?? '').toBe('')
    expect(
      (
        await at.ada.post(path, {
          ...then,
          'f.made_with': 'person',
          'f.danger': 'no',
          'f.review_on': dayPlus(today(), 20),
          'r0.level': 'low',
          'r0.changed_why': 'The van has not come since the complaint.',
        })
      ).status,
    ).toBe(303)
    const [later, earlier] = await at.ada.within((tx) => readAssessments(tx, at.caseId))
    const compared = await (
      await at.ada.get(
        `/workspace/case/${at.caseId}/risk/compare?from=${later?.record.id}&to=${earlier?.record.id}`,
      )
    ).text()
    expect(compared).toContain('The van has not come since the complaint.')
    expect(compared).toContain('Changed')
  })

  test('a factor of another case is refused', async () => {
    const [at, other] = [await desk(), await desk()]
    await assess(other)
    const [foreign] = await other.ada.within((tx) => readFactors(tx, other.caseId))
    await expect(
      assess(at, {}, [{ factorId: foreign?.id ?? '', values: reading('low') }]),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('incidents are drawn in time with their pattern, and one becomes an event that the case counts', async () => {
    const at = await desk()
    const id = await at.ada.within(async (tx) => {
      for (const on of ['2026-09-03', '2026-10'])
        await createRecord(tx, {
          type: 'incident',
          values: { case: { to: at.caseId }, kind: 'threat_call', on, what: 'Breathing.' },
        })
      return (
        await createRecord(tx, {
          type: 'incident',
          values: {
            case: { to: at.caseId },
            kind: 'searched',
            on: '2026-11-02?',
            what: 'Her rooms were searched.',
            where_words: 'The house by the mill',
            reliability: 'usually_reliable',
          },
        })
      ).id
    })
    const page = await (await at.ada.get(`/workspace/case/${at.caseId}/incidents`)).text()
    expect(page).toContain('<svg')
    expect(page).toContain('The house by the mill')
    expect(page).toContain('Pattern by kind and month')
    const record = await (await at.ada.get(`/workspace/record/${id}`)).text()
    const path = `/workspace/incident/${id}/event`
    const refused = await at.ada.post(path, { ...formOf(record, path), account: 'Kept' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Kept')
    const made = await at.ada.post(path, { ...formOf(record, path), title: 'Search of a defender’s rooms' })
    expect(made.status).toBe(303)
    const eventId = made.headers.get('location')?.split('/').at(-1) ?? ''
    const seen = await at.bea.within((tx) => readRecord(tx, eventId))
    expect(seen).toMatchObject({ type: 'event', visibility: 'restricted', values: { date: '2026-11-02?' } })
    expect(JSON.stringify(seen.values)).not.toContain('mill')
    expect((await at.carl.get(`/workspace/record/${eventId}`)).status).toBe(404)
    const owning = await at.ada.within((tx) => readRecord(tx, at.caseId))
    expect(JSON.stringify(owning.values['events'])).toContain(eventId)
    expect((await at.ada.post(path, { ...formOf(record, path), title: 'Twice' })).status).toBe(409)
  })
})
