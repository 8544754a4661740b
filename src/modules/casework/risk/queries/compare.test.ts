import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorKinds } from '../words-of-risk.ts'
import { type ComparedReading, compareReadings } from './compare.ts'
import { monthOf, patternOf } from './pattern.ts'

const reading = (
  factorId: string,
  level: string,
  kind: ComparedReading['kind'] = 'threat',
): ComparedReading => ({
  factorId,
  kind,
  name: `Factor ${factorId}`,
  level,
})

test('what became of each factor, and silence about one is not its end', () => {
  const before = [reading('a', 'high'), reading('b', 'low'), reading('c', 'medium'), reading('d', 'gone')]
  const after = [reading('a', 'low'), reading('b', 'low'), reading('d', 'medium'), reading('e', 'high')]
  expect(compareReadings(before, after).map(({ factorId, change }) => [factorId, change])).toEqual([
    ['a', 'changed'],
    ['b', 'same'],
    ['c', 'not_discussed'],
    ['d', 'new'],
    ['e', 'new'],
  ])
  expect(compareReadings([reading('a', 'high')], [reading('a', 'gone')])[0]?.change).toBe('gone')
  expect(compareReadings([reading('a', 'gone')], [reading('a', 'gone')])).toEqual([])
})

const readings = fc.uniqueArray(
  fc.record({
    factorId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom(...factorKinds),
    name: fc.constantFrom('One', 'Two', 'Three'),
    level: fc.constantFrom('low', 'medium', 'high', 'gone'),
  }),
  { selector: ({ factorId }) => factorId },
)

test('the order of factors does not know of levels', () => {
  fc.assert(
    fc.property(readings, readings, fc.constantFrom('low', 'medium', 'high'), (before, after, other) => {
      const there = (list: readonly ComparedReading[]) => list.filter(({ level }) => level !== 'gone')
      const leveled = (list: readonly ComparedReading[]) =>
        there(list).map((one) => ({ ...one, level: other }))
      const order = (list: readonly { readonly factorId: string }[]) => list.map(({ factorId }) => factorId)
      expect(order(compareReadings(leveled(before), leveled(after)))).toEqual(
        order(compareReadings(there(before), there(after))),
      )
    }),
  )
})

test('a month is said where the date lies in it wholly', () => {
  expect(monthOf('2026-10-28')).toBe('2026-10')
  expect(monthOf('2026-10')).toBe('2026-10')
  expect(monthOf('2026-10-28/2026-10-30')).toBe('2026-10')
  expect(monthOf('2026-10-28/2026-11-02')).toBeNull()
  expect(monthOf('2026')).toBeNull()
  expect(monthOf('2026-11?')).toBe('2026-11')
})

test('the pattern counts every incident once, in months without gaps', () => {
  const date = fc
    .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
    .map(([year, month, whole]) => (whole ? `${year}` : `${year}-${String(month).padStart(2, '0')}-05`))
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind: fc.constantFrom('watched', 'searched', 'own_kind'), on: date })),
      (happenings) => {
        const { months, rows } = patternOf(happenings, ['watched', 'searched'])
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
        for (const row of rows) expect(row.earlier + row.unplaced + sum(row.counts)).toBe(row.total)
        expect(sum(rows.map(({ total }) => total))).toBe(happenings.length)
        expect(months.length).toBeLessThanOrEqual(12)
        for (const [i, month] of months.entries()) {
          const [year = 0, number = 0] = month.split('-').map(Number)
          const [nextYear = 0, nextNumber = 0] = (months[i + 1] ?? '').split('-').map(Number)
          if (i + 1 < months.length) expect(nextYear * 12 + nextNumber).toBe(year * 12 + number + 1)
        }
      },
    ),
  )
})
