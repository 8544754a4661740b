import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import {
  type Tx,
  createRecord,
  deleteRecord,
  readRecord,
  restoreRecord,
  updateRecord,
  withRequest,
} from '#platform/records'
import { testOrganisation } from '../../../../../tests/support/organisation.ts'
import { shipped } from '../../../../open-house.ts'
import { type Status, groups, statusOrder } from '../statuses.ts'
import { countMonths, lastDayOf, monthsBetween, readMoves } from './moves.ts'
import { daysInPrison, readPrisonerList, readPrisoners } from './prisoners.ts'

async function office() {
  const { app, actor, owner } = await testOrganisation()
  const within = <T>(action: (tx: Tx) => Promise<T>) => withRequest({ db: app, shipped }, actor, action)
  return { within, actor, owner, app }
}

const person = (tx: Tx, name: string) =>
  createRecord(tx, { type: 'person', values: { name: { full: name } } }).then(({ id }) => id)

const detain = (tx: Tx, who: string, values: Readonly<Record<string, unknown>>) =>
  createRecord(tx, {
    type: 'detention',
    values: { person: { to: who }, status: 'detained', ...values },
  }).then(({ id }) => id)

const change = (tx: Tx, detention: string, on: string, status: Status) =>
  createRecord(tx, { type: 'detention_change', values: { detention: { to: detention }, on, status } })

const names = async (tx: Tx, day: string, counting = {}) =>
  (await readPrisoners(tx, day, counting))
    .filter(({ set }) => set === 'list')
    .map(({ name, certain }) => `${name}${certain ? '' : ' (possibly)'}`)

test('the day of entry counts, the day of release does not', async () => {
  const { within } = await office()
  await within(async (tx) => {
    await detain(tx, await person(tx, 'Ana'), {
      from: '2026-03-10',
      until: '2026-03-20',
      ended_as: 'released',
    })
    expect(await names(tx, '2026-03-09')).toEqual([])
    expect(await names(tx, '2026-03-10')).toEqual(['Ana'])
    expect(await names(tx, '2026-03-19')).toEqual(['Ana'])
    expect(await names(tx, '2026-03-20')).toEqual([])
  })
})

test('a date known by its month lets in on its first day at the earliest and on its last for certain', async () => {
  const { within } = await office()
  await within(async (tx) => {
    await detain(tx, await person(tx, 'Ana'), { from: '2026-03', until: '2026-05', ended_as: 'released' })
    await detain(tx, await person(tx, 'Bea'), { from: '../2026-03-15' })
    expect(await names(tx, '2026-02-28')).toEqual(['Bea (possibly)'])
    expect(await names(tx, '2026-03-20')).toEqual(['Ana (possibly)', 'Bea'])
    expect(await names(tx, '2026-04-10')).toEqual(['Ana', 'Bea'])
    expect(await names(tx, '2026-05-10')).toEqual(['Ana (possibly)', 'Bea'])
    expect(await names(tx, '2026-06-01')).toEqual(['Bea'])
    const [ana, bea] = await readPrisoners(tx, '2026-04-10')
    expect(ana).toMatchObject({ since: ['2026-03-01', '2026-03-31'], days: [11, 41] })
    expect(bea).toMatchObject({ since: [null, '2026-03-15'], days: [27, null] })
  })
})

test('house arrest and conditions are counted apart, with it where it is asked; what is unknown in the upper count alone', async () => {
  const { within } = await office()
  await within(async (tx) => {
    const ana = await person(tx, 'Ana')
    const detention = await detain(tx, ana, { from: '2026-01-01' })
    await change(tx, detention, '2026-02-01', 'house_arrest')
    await change(tx, detention, '2026-03-01', 'imprisoned')
    await change(tx, detention, '2026-04-01', 'unknown')
    await change(tx, detention, '2026-05-01', 'conditional')
    await change(tx, detention, '2026-06-01', 'released')
    const on = async (day: string, counting = {}) =>
      (await readPrisoners(tx, day, counting)).map(({ set, status, certain }) => [set, status, certain])
    expect(await on('2026-01-15')).toEqual([['list', 'detained', true]])
    expect(await on('2026-02-15')).toEqual([['house_arrest', 'house_arrest', true]])
    expect(await on('2026-02-15', { withHouse: true })).toEqual([['list', 'house_arrest', true]])
    expect(await on('2026-03-15')).toEqual([['list', 'imprisoned', true]])
    expect(await on('2026-04-15')).toEqual([['list', 'imprisoned', false]])
    expect(await on('2026-05-15')).toEqual([['conditional', 'conditional', true]])
    expect(await on('2026-06-15')).toEqual([])
    // January and March, certainly; April perhaps.
    const days = async (day: string, counting = {}) => (await daysInPrison(tx, [ana], day, counting)).get(ana)
    expect(await days('2026-12-31')).toEqual({ least: 31 + 31, most: 31 + 31 + 30, inside: 'no' })
    expect(await days('2026-12-31', { withHouse: true })).toMatchObject({ least: 90, most: 120 })
    expect(await days('2026-01-01')).toEqual({ least: 1, most: 1, inside: 'certain' })
    expect(await days('2026-04-02')).toEqual({ least: 62, most: 64, inside: 'possible' })
  })
})

test('a person in two detentions that overlap is counted once, and days of both once', async () => {
  const { within } = await office()
  await within(async (tx) => {
    const ana = await person(tx, 'Ana')
    await detain(tx, ana, { from: '2026-01-01', until: '2026-01-11', ended_as: 'released' })
    await detain(tx, ana, { from: '2026-01-06', until: '2026-01-21', ended_as: 'died' })
    expect(await names(tx, '2026-01-08')).toEqual(['Ana'])
    expect((await daysInPrison(tx, [ana], '2027-01-01')).get(ana)?.least).toBe(20)
    const moves = (await readMoves(tx, '2026-01-01', '2026-12-31')).filter(({ line }) => line === 'lower')
    expect(moves.map(({ way, day, status }) => [way, day, status])).toEqual([
      ['in', '2026-01-01', 'detained'],
      ['out', '2026-01-21', 'died'],
    ])
  })
})

test('dates that contradict each other are named, and those of others go on being counted', async () => {
  const { within } = await office()
  await within(async (tx) => {
    const bad = await detain(tx, await person(tx, 'Ana'), { from: '2026-05', until: '2026-03' })
    await detain(tx, await person(tx, 'Bea'), { from: '2026-05-01' })
    expect((await readPrisonerList(tx, '2026-06-01')).contradictions.map(({ id }) => id)).toEqual([bad])
    expect(await names(tx, '2026-06-01')).toEqual(['Bea'])
  })
})

test('who decided, and when: the decision in force on the day, whenever it was written down', async () => {
  const { within } = await office()
  await within(async (tx) => {
    const detention = await detain(tx, await person(tx, 'Ana'), { from: '2026-01-01' })
    const decide = (on: string, counts_as: string) =>
      createRecord(tx, {
        type: 'prisoner_decision',
        values: { detention: { to: detention }, on, counts_as, decided_by: 'The board', reasons: 'Said' },
      })
    await decide('2026-03-01', 'conscience')
    await decide('2026-02-01', 'political')
    const on = async (day: string) => (await readPrisoners(tx, day))[0]?.recognition
    expect([await on('2026-01-15'), await on('2026-02-01'), await on('2026-03-02')]).toEqual([
      null,
      'political',
      'conscience',
    ])
  })
})

test('nobody is counted for who may not see the detention', async () => {
  const { within, actor, owner, app } = await office()
  const ids = await within(async (tx) => {
    const ana = await person(tx, 'Ana')
    // Hers alone, until somebody lets another in.
    await updateRecord(tx, { id: ana, version: 1, visibility: 'restricted', values: {} })
    const detention = await detain(tx, ana, { from: '2026-01-01' })
    await change(tx, detention, '2026-02-01', 'imprisoned')
    return { ana, detention }
  })
  const bea = { ...actor, accountId: newId(), name: 'Bea' }
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
  await withRequest({ db: app, shipped }, bea, async (tx) => {
    expect(await readPrisoners(tx, '2026-06-01')).toEqual([])
    expect(await readMoves(tx, '2025-01-01', '2027-01-01')).toEqual([])
  })
  const seen = () =>
    withRequest({ db: app, shipped }, bea, async (tx) =>
      (await readPrisoners(tx, '2026-06-01')).map((one) => [one.name, one.person === ids.ana, one.status]),
    )
  const grant = (record_id: string, until: Date | null) =>
    owner
      .insertInto('record_grant')
      .values({ org_id: actor.orgId, record_id, account_id: bea.accountId, until })
      .onConflict((there) => there.columns(['org_id', 'record_id', 'account_id']).doUpdateSet({ until }))
      .execute()
  await grant(ids.detention, new Date(Date.now() - 1000))
  expect(await seen()).toEqual([])
  // The detention and what belongs to it, and not who it is.
  await grant(ids.detention, null)
  expect(await seen()).toEqual([[null, false, 'imprisoned']])
  const team = newId()
  await owner.insertInto('team').values({ org_id: actor.orgId, id: team, name: 'Red' }).execute()
  await owner
    .insertInto('record_team_grant')
    .values({ org_id: actor.orgId, record_id: ids.ana, team_id: team, granted_by: actor.accountId })
    .execute()
  expect(await seen()).toEqual([[null, false, 'imprisoned']])
  await owner
    .insertInto('team_member')
    .values({ org_id: actor.orgId, team_id: team, account_id: bea.accountId })
    .execute()
  expect(await seen()).toEqual([['Ana', true, 'imprisoned']])
})

// ---------------------------------------------------------------- against every reading of the dates

const first = Date.UTC(2026, 0, 1)
const day = (n: number) => new Date(first + n * 86_400_000).toISOString().slice(0, 10)
const span = ([a, b]: readonly [number, number]) => (a === b ? day(a) : `${day(a)}/${day(b)}`)

interface Said {
  readonly when: readonly [number, number]
  readonly status: Status
}
interface Episode {
  readonly who: number
  readonly from: Said
  readonly changes: readonly Said[]
  readonly until: Said | null
}

/** Days on which a change may have been: `from` + up to three. */
const when = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([a, width]) => [a, a + width] as const)
const said = (statuses: readonly Status[]): fc.Arbitrary<Said> =>
  fc.record({ when, status: fc.constantFrom(...statuses) })
const episode: fc.Arbitrary<Episode> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  from: said(['detained', 'house_arrest', 'unknown']),
  changes: fc.array(said(['imprisoned', 'house_arrest', 'conditional', 'released', 'unknown']), {
    maxLength: 2,
  }),
  until: fc.option(said(['released', 'died'])),
})

const order = (a: Said, b: Said) =>
  a.when[0] - b.when[0] ||
  a.when[1] - b.when[1] ||
  statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)

/** Every way in which the days of an episode can have been, in the order of its statuses. */
function readings({ from, changes, until }: Episode): { on: number; status: Status }[][] {
  const chain = [from, ...changes.toSorted(order), ...(until ? [until] : [])]
  return chain.reduce<{ on: number; status: Status }[][]>(
    (before, { when: [a, b], status }) =>
      before.flatMap((one) => {
        const last = one.at(-1)?.on ?? -1
        return Array.from({ length: b - a + 1 }, (_, i) => a + i)
          .filter((on) => on >= last)
          .map((on) => [...one, { on, status }])
      }),
    [[]],
  )
}

/** Whether somebody is in prison on a day by one reading: null where that reading does not know. */
function held(reading: readonly { on: number; status: Status }[], on: number): boolean | null {
  const status = reading.filter((one) => one.on <= on).at(-1)?.status
  if (status === 'unknown') return null
  return status !== undefined && (groups.prison as readonly Status[]).includes(status)
}

const inOrder = (given: Iterable<number | undefined>) => [...given].map(Number).sort((a, b) => a - b)

/** By hand: in prison for certain, and possibly, on a day. */
function byHand(episodes: readonly Episode[], on: number) {
  const sure = new Set<number>()
  const maybe = new Set<number>()
  for (const one of episodes) {
    const answers = readings(one).map((reading) => held(reading, on))
    if (answers.every((answer) => answer === true)) sure.add(one.who)
    if (answers.some((answer) => answer !== false)) maybe.add(one.who)
  }
  return { sure: inOrder(sure), maybe: inOrder(maybe) }
}

test('any history, entered in any order and mended on the way: the list is the count by hand; entries less exits are the list', async () => {
  const { within } = await office()
  const undone = new Error('undone')
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(episode, { minLength: 1, maxLength: 4 })
        .filter((all) => all.every((one) => readings(one).length > 0)),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      async (episodes, shuffle, mend) => {
        await within(async (tx) => {
          const people = await Promise.all([0, 1, 2].map((n) => person(tx, `P${n}`)))
          let step = 0
          const wrong = () => mend[step++ % mend.length]
          const shuffled = <T>(list: readonly T[]) =>
            list.map((one, i) => [shuffle[i % shuffle.length] ?? 0, one] as const).sort(([a], [b]) => a - b)
          for (const [, one] of shuffled(episodes)) {
            const values = {
              person: { to: people[one.who] },
              from: span(one.from.when),
              status: one.from.status,
              ...(one.until && { until: span(one.until.when), ended_as: one.until.status }),
            }
            // Said wrong at first, then mended; in the trash and back.
            const first = wrong() ? { ...values, from: '1999', until: '2001', ended_as: 'died' } : values
            const { id } = await createRecord(tx, { type: 'detention', values: first })
            const trashed: string[] = []
            for (const [, { when: days, status }] of shuffled(one.changes)) {
              const right = { detention: { to: id }, on: span(days), status }
              const bad = wrong()
              const made = await createRecord(tx, {
                type: 'detention_change',
                values: bad ? { ...right, on: '2030', status: 'detained' } : right,
              })
              if (bad) await updateRecord(tx, { id: made.id, version: 1, values: right })
              if (wrong()) {
                await deleteRecord(tx, made.id, bad ? 2 : 1)
                trashed.push(made.id)
              }
            }
            if (first !== values)
              await updateRecord(tx, { id, version: 1, values: { until: null, ended_as: null, ...values } })
            for (const one of trashed) await restoreRecord(tx, one)
            if (wrong()) {
              const { version } = await readRecord(tx, id)
              await deleteRecord(tx, id, version)
              await restoreRecord(tx, id)
            }
          }
          const number = new Map(people.map((id, n) => [id, n]))
          const moves = await readMoves(tx, day(0), day(60))
          const counts = { lower: 0, upper: 0 }
          for (let n = 0; n <= 50; n += 1) {
            for (const { line, way, day: on } of moves)
              if (on === day(n)) counts[line] += way === 'in' ? 1 : -1
            const list =
              n % 7 === 0 ? (await readPrisoners(tx, day(n))).filter(({ set }) => set === 'list') : null
            const hand = byHand(episodes, n)
            expect(counts, day(n)).toEqual({ lower: hand.sure.length, upper: hand.maybe.length })
            if (!list) continue
            expect(inOrder(list.map((one) => number.get(one.person)))).toEqual(hand.maybe)
            const sure = list.filter((one) => one.certain)
            expect(inOrder(sure.map((one) => number.get(one.person)))).toEqual(hand.sure)
          }
          // The next history begins anew.
          throw undone
        }).catch((error: unknown) => {
          if (error !== undone) throw error
        })
      },
    ),
    { numRuns: 15 },
  )
})

test('months: on the list at the end are those at the beginning, and entries, less exits', async () => {
  const { within } = await office()
  await within(async (tx) => {
    for (const [from, until] of [
      ['2025-12-01', '2026-02-10'],
      ['2026-01', '2026-03'],
      ['2026', undefined],
      ['2026-02-01', '2026-02-20'],
    ] as const)
      await detain(tx, await person(tx, `${from}`), { from, ...(until && { until, ended_as: 'released' }) })
    const months = monthsBetween('2026-01', '2026-12')
    const at = async (day: string) => {
      const list = (await readPrisoners(tx, day)).filter(({ set }) => set === 'list')
      return { lower: list.filter(({ certain }) => certain).length, upper: list.length }
    }
    const counted = countMonths(
      months,
      await at('2025-12-31'),
      await readMoves(tx, '2026-01-01', '2026-12-31'),
    )
    for (const month of months) {
      const { lower, upper } = counted.get(month) ?? expect.fail(month)
      expect({ lower: lower.list, upper: upper.list }, month).toEqual(await at(lastDayOf(month)))
    }
    // By hand: the second comes in January whichever day it was; the year alone comes in at its end for certain.
    expect(counted.get('2026-01')).toEqual({
      lower: { in: 1, out: 0, list: 2 },
      upper: { in: 2, out: 0, list: 3 },
    })
    expect(counted.get('2026-02')?.lower).toEqual({ in: 1, out: 2, list: 1 })
    expect(counted.get('2026-12')?.lower).toEqual({ in: 1, out: 0, list: 1 })
  })
})
