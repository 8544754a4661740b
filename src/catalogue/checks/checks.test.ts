import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { clocksFor, mechanismOf } from '#catalogue/mechanisms'
import { Problem } from '#platform/problem'
import { type TestPerson, testApp } from '../../../tests/support/app.ts'
import { layOver, mechanismFor, knownMechanism, mechanismsFor } from './mechanism-for.ts'
import { noteAnswer, noteFactCheck, noteRuleCheck, withdrawCheckOf } from './note-check.ts'
import { noteStanding, standingsFor } from './standing-check.ts'

const page = 'https://example.org/rules, art. 66'
const found = { on: '2026-11-20', by: 'Ada', page }
const session = { 'session.startDate': '2027-03-31' }

/** What a Problem says is wrong, by field. */
async function fieldsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw error
  return error.fields.map(({ field }) => field)
}

const clockOf = async (person: TestPerson, mechanism: string, rule: string) => {
  const known = await person.within((tx) => mechanismFor(tx, mechanism))
  return clocksFor(known ?? { timeLimits: [] }, session).find(({ id }) => id === rule)
}

describe('what an organisation looked up', () => {
  test('changes the clocks: an unchecked rule becomes hard with the figure of the page, and soft again when withdrawn', async () => {
    const app = await testApp()
    const ada = await app.signIn()
    expect(await clockOf(ada, 'ia-hearing', 'ia-hearing-rule50')).toMatchObject({
      hard: false,
      earliest: '2027-02-09',
    })
    const rule = { mechanism: 'ia-hearing', rule: 'ia-hearing-rule50' }
    await ada.within((tx) => noteRuleCheck(tx, { ...rule, found: { ...found, amount: 60 } }))
    expect(await clockOf(ada, 'ia-hearing', 'ia-hearing-rule50')).toMatchObject({
      hard: true,
      earliest: '2027-01-30',
      source: [page],
    })
    await ada.within((tx) =>
      withdrawCheckOf(tx, { mechanism: 'ia-hearing', kind: 'check', place: rule.rule, reason: 'wrong page' }),
    )
    expect(await clockOf(ada, 'ia-hearing', 'ia-hearing-rule50')).toMatchObject({
      hard: false,
      earliest: '2027-02-09',
    })
    const { history } = (await ada.within((tx) => knownMechanism(tx, 'ia-hearing'))) ?? { history: [] }
    expect(history.map(({ version, data }) => [version, data !== null])).toEqual([
      [2, false],
      [1, true],
    ])
  })

  test('stands in its own organisation alone, whoever asks the database', async () => {
    const app = await testApp()
    const [ada, eve] = [await app.signIn(), await app.signIn()]
    const rule = { mechanism: 'ia-hearing', rule: 'ia-hearing-rule50' }
    await ada.within((tx) => noteRuleCheck(tx, { ...rule, found: { ...found, amount: 60 } }))
    await ada.within((tx) =>
      noteStanding(tx, { state: 'US', body: 'icpped', found: { ...found, standing: 'out' } }),
    )
    expect(await clockOf(eve, 'ia-hearing', 'ia-hearing-rule50')).toMatchObject({ hard: false })
    const seen = await eve.within((tx) =>
      sql<{ n: string }>`select count(*) as n from procedure_book`.execute(tx.sql),
    )
    expect(Number(seen.rows[0]?.n)).toBe(0)
    expect((await eve.within((tx) => standingsFor(tx))).standing('US', 'icpped')).toMatchObject({
      provenance: 'own',
    })
    await expect(
      eve.within((tx) =>
        sql`insert into procedure_book (org_id, kind, key, version, data, reason, account_id)
          values (${ada.actor.orgId}::uuid, 'fact', 'x/y', 1, '{}'::jsonb, 'x', ${eve.actor.accountId}::uuid)`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('is refused by field: a figure that is missing, a day that has not come, no page', async () => {
    const app = await testApp()
    const ada = await app.signIn()
    const note = (rule: string, more: object) =>
      fieldsOf(
        ada.within((tx) =>
          noteRuleCheck(tx, { mechanism: 'ar-conare-asylum', rule, found: { ...found, ...more } }),
        ),
      )
    expect(await note('conare-appeal', {})).toEqual(['amount'])
    expect(await note('conare-appeal', { amount: 5, on: '2036-01-01' })).toEqual(['on'])
    expect(await note('conare-appeal', { amount: 5, page: ' ' })).toEqual(['page'])
    expect(await note('conare-appeal', { amount: 5, unit: 'moons' })).toEqual(['unit'])
  })

  test('of any fact takes its place with the page as its source; of a question answers it', async () => {
    const app = await testApp()
    const ada = await app.signIn()
    await ada.within(async (tx) => {
      await noteFactCheck(tx, {
        mechanism: 'un-sp-allegation-letter',
        place: 'admissibility.2',
        found: { ...found, text: 'First-hand knowledge' },
      })
      await noteAnswer(tx, {
        mechanism: 'un-sp-allegation-letter',
        index: 0,
        found: { ...found, words: 'urgent-action@example.org' },
      })
    })
    const known = (await ada.within((tx) => mechanismsFor(tx))).find(
      ({ mechanism }) => mechanism.id === 'un-sp-allegation-letter',
    )
    expect(known?.mechanism.admissibility[2]).toMatchObject({
      text: 'First-hand knowledge',
      source: [page],
      provenance: 'found',
      lookedUp: found,
    })
    expect([...(known?.answers.values() ?? [])]).toMatchObject([{ found: 'urgent-action@example.org' }])
  })

  test('no longer holds when the catalogue reads otherwise since', async () => {
    const shipped = mechanismOf('ia-hearing')
    if (!shipped) throw new Error('no ia-hearing')
    const entry = {
      kind: 'check' as const,
      key: 'ia-hearing/ia-hearing-rule50',
      version: 1,
      data: { ...found, amount: 60, of: 'another rule than this one' },
      reason: page,
      by: 'Ada',
      at: new Date(),
    }
    const laid = layOver(shipped, [entry])
    expect([...laid.outdated]).toEqual(['ia-hearing-rule50'])
    expect(laid.mechanism.timeLimits).toEqual(shipped.timeLimits)
  })
})
