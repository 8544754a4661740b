import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNumber } from './civil-day.ts'
import {
  addWorkingDays,
  type ClosedDay,
  isWorkingDay,
  type WorkCalendar,
  withClosedDays,
} from './work-calendar.ts'

const closed = (date: string, certain = true): ClosedDay => ({
  date,
  name: { en: date },
  certain,
  source: ['test'],
})
const calendar: WorkCalendar = {
  id: 'test',
  from: '2026-01-01',
  to: '2027-12-31',
  weekend: [6, 7],
  closed: [closed('2026-12-08'), closed('2026-12-07', false), closed('2026-12-25')],
}

describe('working days', () => {
  it('are counted from the day after', () => {
    // Monday 24 August 2026, and no closed day in between.
    expect(addWorkingDays('2026-08-24', 15, calendar, 'open')).toBe('2026-09-14')
    expect(addWorkingDays('2026-09-14', -15, calendar, 'open')).toBe('2026-08-24')
    // From a Saturday, one working day is Monday, either way round the weekend.
    expect(addWorkingDays('2026-08-22', 1, calendar, 'open')).toBe('2026-08-24')
    expect(addWorkingDays('2026-08-22', -1, calendar, 'open')).toBe('2026-08-21')
    expect(addWorkingDays('2026-08-22', 0, calendar, 'open')).toBe('2026-08-22')
  })

  it('pass over closed days, and over uncertain ones when they are read as closed', () => {
    expect(addWorkingDays('2026-12-04', 1, calendar, 'open')).toBe('2026-12-07')
    expect(addWorkingDays('2026-12-04', 1, calendar, 'closed')).toBe('2026-12-09')
    expect(addWorkingDays('2026-12-04', 2, calendar, 'open')).toBe('2026-12-09')
  })

  it('are not made up where the calendar ends', () => {
    expect(addWorkingDays('2027-12-30', 1, calendar, 'open')).toBe('2027-12-31')
    expect(addWorkingDays('2027-12-30', 2, calendar, 'open')).toBeNull()
    expect(addWorkingDays('2025-12-20', 20, calendar, 'open')).toBeNull()
    expect(() => isWorkingDay('2028-01-03', calendar, 'open')).toThrow(RangeError)
    expect(() => addWorkingDays('2026-01-05', 1.5, calendar, 'open')).toThrow(RangeError)
  })

  it("take an organisation's own closed days, which may settle what was uncertain", () => {
    const ours = withClosedDays(calendar, [closed('2026-12-07'), closed('2026-12-09')])
    expect(addWorkingDays('2026-12-04', 1, ours, 'open')).toBe('2026-12-10')
    expect(ours.closed.filter(({ date }) => date === '2026-12-07')).toHaveLength(1)
  })

  const inside = fc.integer({ min: 20_454, max: 20_900 }).map(dayOfNumber)
  const calendars = fc
    .array(fc.record({ day: inside, certain: fc.boolean() }), { maxLength: 30 })
    .map((some) =>
      withClosedDays(
        { ...calendar, closed: [] },
        some.map(({ day, certain }) => closed(day, certain)),
      ),
    )

  it('end on a working day; come back; never overtake; and are later the more is closed', () => {
    fc.assert(
      fc.property(
        calendars,
        inside,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (c, day, n, later) => {
          for (const as of ['open', 'closed'] as const) {
            const end = addWorkingDays(day, n, c, as)
            if (end === null) continue
            expect(isWorkingDay(end, c, as)).toBe(true)
            if (isWorkingDay(day, c, as)) expect(addWorkingDays(end, -n, c, as)).toBe(day)
            const other = addWorkingDays(addDays(day, later), n, c, as)
            if (other !== null) expect(end <= other).toBe(true)
          }
          const [open, shut] = [addWorkingDays(day, n, c, 'open'), addWorkingDays(day, n, c, 'closed')]
          if (open !== null && shut !== null) expect(open <= shut).toBe(true)
        },
      ),
    )
  })
})
