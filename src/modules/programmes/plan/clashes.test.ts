import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clash, findClashes, spanOf } from './clashes.ts'
import { sampleActivity, samplePlan, sampleStay } from './sample-plan.ts'

const kinds = (clashes: readonly Clash[]) => clashes.map(({ kind }) => kind)

describe('clashes', () => {
  test('a plan in order has none', () => {
    const activities = [
      sampleActivity('a'),
      sampleActivity('b', { start: '11:00', end: '12:00' }),
      sampleActivity('c', { day: '2026-04-17' }),
    ]
    expect(findClashes(samplePlan({ activities }))).toEqual([])
  })

  test('the same person in two places at once; not one thing within another in the same room', () => {
    const at = (place: string) => [
      sampleActivity('a', { place: 'Sala' }),
      sampleActivity('b', { start: '10:30', end: '12:00', place }),
    ]
    expect(kinds(findClashes(samplePlan({ activities: at('Biblioteca') })))).toEqual(['overlap'])
    expect(kinds(findClashes(samplePlan({ activities: at('') })))).toEqual(['overlap'])
    expect(findClashes(samplePlan({ activities: at(' sala ') }))).toEqual([])
  })

  test('outside the stay, without a stay there, in a town where nobody stays', () => {
    const stays = [
      sampleStay('alma', 'portclar', '2026-04-13', '2026-04-14'),
      sampleStay('tarek', 'rocamar', '2026-04-13', '2026-04-20'),
    ]
    const found = (given: Parameters<typeof sampleActivity>[1]) =>
      kinds(findClashes(samplePlan({ stays, activities: [sampleActivity('a', given)] })))
    expect(found({})).toEqual(['outside_stay'])
    expect(found({ day: '2026-04-14' })).toEqual([])
    expect(found({ town: 'rocamar' })).toEqual(['no_stay'])
    expect(found({ town: 'vilagrau' })).toEqual(['town_without_stay'])
  })

  test('two stays at once, but not leaving and arriving on one day', () => {
    const first = sampleStay('alma', 'portclar', '2026-04-13', '2026-04-17')
    const stays = (arrival: string) => [first, sampleStay('alma', 'rocamar', arrival, '2026-04-20')]
    expect(findClashes(samplePlan({ stays: stays('2026-04-17') }))).toEqual([])
    expect(kinds(findClashes(samplePlan({ stays: stays('2026-04-16') })))).toEqual(['two_stays'])
    const other = sampleStay('tarek', 'rocamar', '2026-04-13', '2026-04-20')
    expect(findClashes(samplePlan({ stays: [first, other] }))).toEqual([])
  })

  test('days with more than so many activities, days outside the edition, days and times that are none', () => {
    const many = ['09', '11', '13', '15'].map((hour) =>
      sampleActivity(hour, { start: `${hour}:00`, end: `${hour}:45` }),
    )
    expect(kinds(findClashes(samplePlan({ activities: many })))).toEqual(['full_day'])
    expect(findClashes(samplePlan({ activities: many }), 4)).toEqual([])
    const one = (given: Parameters<typeof sampleActivity>[1]) =>
      kinds(findClashes(samplePlan({ activities: [sampleActivity('a', given)] })))
    expect(one({ day: '2026-05-01' })).toEqual(['outside_edition', 'outside_stay'])
    expect(one({ day: null })).toEqual(['no_day'])
    expect(one({ start: 'in the morning' })).toEqual(['no_time'])
    expect(one({ start: '12:00', end: '11:00' })).toEqual(['no_time'])
    expect(one({ start: '', end: '' })).toEqual([])
  })
})

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
const activities = fc
  .array(
    fc.record({
      from: fc.integer({ min: 8 * 60, max: 21 * 60 }),
      length: fc.integer({ min: 1, max: 150 }),
      day: fc.constantFrom('2026-04-14', '2026-04-15', '2026-04-16'),
      people: fc.uniqueArray(fc.constantFrom('alma', 'tarek', 'yuna'), { minLength: 1 }),
      town: fc.constantFrom('portclar', 'rocamar'),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ from, length, ...rest }, i) =>
      sampleActivity(String(i), { ...rest, start: clock(from), end: clock(from + length) }),
    ),
  )

describe('clashes, whatever the plan', () => {
  test('an overlap is pointed out exactly when some minute of some person belongs to two activities', () => {
    fc.assert(
      fc.property(activities, (list) => {
        const minutes = new Map<string, string[]>()
        for (const activity of list)
          for (const { id } of activity.people) {
            const [from, to] = spanOf(activity) ?? [0, 0]
            for (let minute = from; minute < to; minute++) {
              const key = `${id} ${activity.day} ${minute}`
              minutes.set(key, [...(minutes.get(key) ?? []), activity.id])
            }
          }
        const expected = new Set<string>()
        for (const [key, ids] of minutes)
          for (const a of ids)
            for (const b of ids) if (Number(a) < Number(b)) expected.add(`${key.split(' ')[0]} ${a} ${b}`)
        const found = findClashes(samplePlan({ activities: list })).flatMap((clash) =>
          clash.kind === 'overlap'
            ? `${clash.person.id} ${clash.activities
                .map(({ id }) => id)
                .sort((x, y) => Number(x) - Number(y))
                .join(' ')}`
            : [],
        )
        expect(found.length).toBe(expected.size)
        expect(new Set(found)).toEqual(expected)
      }),
    )
  })

  test('the order in which things were entered changes nothing', () => {
    const said = (clash: Clash) =>
      JSON.stringify([clash.kind, 'day' in clash ? clash.day : '', 'person' in clash ? clash.person.id : ''])
    fc.assert(
      fc.property(activities, fc.integer(), (list, seed) => {
        const shuffled = list.toSorted(
          (a, b) => ((Number(a.id) * 7919 + seed) % 11) - ((Number(b.id) * 7919 + seed) % 11),
        )
        const of = (some: typeof list) =>
          findClashes(samplePlan({ activities: some }))
            .map(said)
            .sort()
        expect(of(shuffled)).toEqual(of(list))
      }),
    )
  })

  test('one activity more never takes a clash away from what was there', () => {
    fc.assert(
      fc.property(activities, (list) => {
        const fewer = findClashes(samplePlan({ activities: list.slice(0, -1) })).filter(
          ({ kind }) => kind !== 'full_day',
        )
        const more = findClashes(samplePlan({ activities: list }))
        for (const clash of fewer) expect(more).toContainEqual(clash)
      }),
    )
  })
})
