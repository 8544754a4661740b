import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOfNumber, daysBetween, isCivilDay, weekday } from './civil-day.ts'

const days = fc.integer({ min: -150_000, max: 300_000 }).map(dayOfNumber)
const counts = fc.integer({ min: -5000, max: 5000 })

describe('a day of the calendar', () => {
  it('is written in full and exists', () => {
    expect(['2024-02-29', '2026-11-21', '1000-01-01'].every(isCivilDay)).toBe(true)
    expect(
      ['2026-02-29', '2026-13-01', '2026-11-31', '26-11-21', '2026-1-1', '0999-01-01', '', 'today'].some(
        isCivilDay,
      ),
    ).toBe(false)
  })

  it('is counted without itself', () => {
    expect(addDays('2026-11-21', 60)).toBe('2027-01-20')
    expect(addDays('2027-01-20', -60)).toBe('2026-11-21')
    expect(weekday('2026-08-24')).toBe(1)
    expect(weekday('1969-12-28')).toBe(7)
  })

  it('keeps its day of the month, clamped to the end of a shorter one', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2027-01-25', -7)).toBe('2026-06-25')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  it('comes back when as many days are taken away', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('comes back when as many months are taken away, unless it was clamped; then it is the earlier', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const there = addMonths(day, count)
        const back = addMonths(there, -count)
        if (there.slice(8) === day.slice(8)) expect(back).toBe(day)
        else expect(back < day).toBe(true)
      }),
    )
  })

  it('never overtakes a later day by the same term', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), counts, (day, later, count) => {
        const other = addDays(day, later)
        expect(addDays(day, count) <= addDays(other, count)).toBe(true)
        expect(addMonths(day, count) <= addMonths(other, count)).toBe(true)
      }),
    )
  })
})
