import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isDay, minutesOf, mondayOf, sayDay, weeksOf } from './days.ts'
import { buildGrid } from './grid.ts'
import { sampleActivity, samplePlan, sampleStay } from './sample-plan.ts'

test('days are days of the calendar', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const text of ['2026-02-29', '2026-4-1', '2026-04', '2026-04-31', ''])
    expect(isDay(text), text).toBe(false)
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(mondayOf('2026-04-19')).toBe('2026-04-13')
  expect(mondayOf('2026-04-13')).toBe('2026-04-13')
})

test('times as people write them', () => {
  expect(['9:30', '09.30', '9h30', ' 9:30 '].map(minutesOf)).toEqual([570, 570, 570, 570])
  expect(['18', '18 h', '24:00'].map(minutesOf)).toEqual([1080, 1080, 1440])
  expect(['', 'noon', '25:00', '10:75', '24:01', '1:2'].map(minutesOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('weeks hold every day from the first to the last once, from Monday to Sunday', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-20', n))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (days) => {
      const weeks = weeksOf(days)
      const all = weeks.flatMap((week) => week.days)
      expect(all[0]).toBe(days.toSorted()[0])
      expect(all.at(-1)).toBe(days.toSorted().at(-1))
      expect(all).toEqual([...new Set(all)].sort())
      for (const week of weeks) for (const one of week.days) expect(mondayOf(one)).toBe(week.monday)
    }),
  )
  expect(weeksOf([])).toEqual([])
  expect(weeksOf(['1900-01-01', '2026-01-01']).flatMap((week) => week.days)).toHaveLength(70)
})

test('a day is said in each language, the same day in every time zone', () => {
  expect(sayDay('2026-04-15', 'en')).toMatch(/Wednesday,? 15 April/)
  expect(sayDay('2026-04-15', 'es')).toMatch(/miércoles,? 15 de abril/)
  expect(sayDay('2026-04-15', 'ca')).toMatch(/dimecres,? 15 d.abril/)
})

test('every activity stands in the row of each guest and of its town, and none is lost', () => {
  const plan = samplePlan({
    stays: [
      sampleStay('alma', 'portclar', '2026-04-13', '2026-04-15'),
      sampleStay('alma', 'rocamar', '2026-04-15', '2026-04-17'),
    ],
    activities: [
      sampleActivity('a', { people: ['alma', 'tarek'] }),
      sampleActivity('b', { day: null }),
      sampleActivity('c', { day: '2026-04-16', town: 'rocamar', people: [] }),
    ],
  })
  const people = buildGrid(plan, 'person')
  expect(people.rows.map(({ id }) => id)).toEqual(['alma', 'tarek'])
  const travel = people.rows[0]?.cells.get('2026-04-15')
  expect(travel?.stays.map(({ town }) => town.id)).toEqual(['portclar', 'rocamar'])
  expect(travel?.activities.map(({ id }) => id)).toEqual(['a'])
  expect(people.undated.map(({ id }) => id)).toEqual(['b'])
  const towns = buildGrid(plan, 'town')
  expect(towns.rows.map(({ id }) => id)).toEqual(['portclar', 'rocamar'])
  expect(towns.rows[1]?.cells.get('2026-04-16')?.activities.map(({ id }) => id)).toEqual(['c'])
})
