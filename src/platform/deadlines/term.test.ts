import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchor, readAnchor } from './anchor.ts'
import { addDays, dayOfNumber } from './civil-day.ts'
import { overrideDay, safeDay } from './safe-day.ts'
import { computeTerm, computeYearly, type Term, type TermEnd, termUnits } from './term.ts'
import { type ClosedDay, type WorkCalendar, withClosedDays } from './work-calendar.ts'
import { dayAt } from './zone.ts'

const calendar: WorkCalendar = {
  id: 'test',
  from: '2020-01-01',
  to: '2035-12-31',
  weekend: [6, 7],
  closed: [],
}
const zurich = 'Europe/Zurich'

function anchor(text: string): Anchor {
  const read = readAnchor(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.reason)}`)
  return read.anchor
}
function end(
  text: string,
  term: Partial<Term> & Pick<Term, 'amount' | 'unit'>,
): Extract<TermEnd, { ok: true }> {
  const computed = computeTerm(anchor(text), { direction: 'after', zone: zurich, calendar, ...term })
  if (!computed.ok) throw new Error(computed.reason)
  return computed
}
const dates = (computed: { earliest: string; latest: string | null }) => [computed.earliest, computed.latest]

describe('a term', () => {
  it('holds the vectors of the reference', () => {
    expect(dates(end('2026-08-31', { amount: 6, unit: 'months' }))).toEqual(['2027-02-28', '2027-02-28'])
    expect(dates(end('2026-08-22', { amount: 3, unit: 'months' }))).toEqual(['2026-11-22', '2026-11-22'])
    expect(dates(end('2026-11-21', { amount: 60, unit: 'days' }))).toEqual(['2027-01-20', '2027-01-20'])
    expect(dates(end('2026-11-21', { amount: 90, unit: 'days' }))).toEqual(['2027-02-19', '2027-02-19'])
    expect(dates(end('2026-08-24', { amount: 15, unit: 'working-days' }))).toEqual([
      '2026-09-14',
      '2026-09-14',
    ])
    expect(dates(end('2027-01-25', { amount: 7, unit: 'months', direction: 'before' }))).toEqual([
      '2026-06-25',
      '2026-06-25',
    ])
  })

  it('gives a range for a date that is not known to the day', () => {
    expect(dates(end('2026-08', { amount: 6, unit: 'months' }))).toEqual(['2027-02-01', '2027-02-28'])
    expect(dates(end('2026', { amount: 14, unit: 'days', direction: 'before' }))).toEqual([
      '2025-12-18',
      '2026-12-17',
    ])
    expect(dates(end('2026-08-20/2026-09-02', { amount: 1, unit: 'weeks' }))).toEqual([
      '2026-08-27',
      '2026-09-09',
    ])
    expect(dates(end('2026-08/..', { amount: 1, unit: 'months' }))).toEqual(['2026-09-01', null])
    expect(
      computeTerm(anchor('../2026'), { amount: 1, unit: 'days', direction: 'after', zone: null }),
    ).toEqual({
      ok: false,
      reason: 'anchor-open',
    })
  })

  it('in hours runs from an instant, else gives a range that holds for every hour and place', () => {
    const exact = end('2026-11-21T22:00-03:00', {
      amount: 72,
      unit: 'hours',
      zone: 'America/Argentina/Buenos_Aires',
    })
    expect(dates(exact)).toEqual(['2026-11-24', '2026-11-24'])
    expect(exact.closes.earliest).toBe('2026-11-24T22:00:00-03:00')
    expect(dates(end('2026-11-21T22:00-03:00', { amount: 72, unit: 'hours' }))).toEqual([
      '2026-11-25',
      '2026-11-25',
    ])
    expect(
      dates(
        end('2026-11-21T22:00[America/New_York]', { amount: 24, unit: 'hours', zone: 'America/New_York' }),
      ),
    ).toEqual(['2026-11-22', '2026-11-22'])
    const day = end('2026-11-21', { amount: 72, unit: 'hours', zone: 'America/Argentina/Buenos_Aires' })
    expect(dates(day)).toEqual(['2026-11-23', '2026-11-25'])
    const hour = end('2026-11-21T10:00', {
      amount: 72,
      unit: 'hours',
      zone: 'America/Argentina/Buenos_Aires',
    })
    expect(dates(hour)).toEqual(['2026-11-23', '2026-11-24'])
  })

  it('takes from a moment the day of its own zone', () => {
    // Four in the morning in Geneva is the evening before in Washington.
    expect(
      dates(end('2026-11-22T04:00+01:00', { amount: 10, unit: 'days', zone: 'America/New_York' })),
    ).toEqual(['2026-12-01', '2026-12-01'])
    expect(dates(end('2026-11-22T04:00+01:00', { amount: 10, unit: 'days' }))).toEqual([
      '2026-12-02',
      '2026-12-02',
    ])
    expect(dates(end('2026-11-22T04:00+01:00', { amount: 10, unit: 'days', zone: null }))).toEqual([
      '2026-12-01',
      '2026-12-02',
    ])
  })

  it('ends with the day of its zone; without one, at the first and last midnights of the world', () => {
    expect(end('2026-08-31', { amount: 6, unit: 'months', zone: 'America/New_York' }).closes).toEqual({
      earliest: '2027-02-28T23:59:59-05:00',
      latest: '2027-02-28T23:59:59-05:00',
    })
    expect(end('2026-08-31', { amount: 6, unit: 'months', zone: null }).closes).toEqual({
      earliest: '2027-02-28T23:59:59+14:00',
      latest: '2027-02-28T23:59:59-12:00',
    })
  })

  it('whose length is known only between two gives both ends, and before an event the longer comes first', () => {
    const between = [
      { amount: 3, unit: 'weeks' },
      { amount: 4, unit: 'weeks' },
    ] as const
    expect(dates(end('2027-03-01', { amount: 3, unit: 'weeks', direction: 'before', between }))).toEqual([
      '2027-02-01',
      '2027-02-08',
    ])
    expect(dates(end('2027-03-01', { amount: 3, unit: 'weeks', between }))).toEqual([
      '2027-03-22',
      '2027-03-29',
    ])
  })

  it('on a fixed day of the year falls in the year of its event', () => {
    const yearly = computeYearly(anchor('2026'), '06-01', 'America/New_York')
    expect(yearly).toMatchObject({ ok: true, earliest: '2026-06-01', latest: '2026-06-01' })
    expect(computeYearly(anchor('2026/2027'), '06-01', null)).toMatchObject({
      earliest: '2026-06-01',
      latest: '2027-06-01',
    })
  })

  it('is not computed without what it needs, and refuses what is no length', () => {
    const term = { amount: 5, unit: 'working-days', direction: 'after', zone: null } as const
    expect(computeTerm(anchor('2026-11-21'), term)).toEqual({ ok: false, reason: 'no-calendar' })
    expect(computeTerm(anchor('2035-12-30'), { ...term, calendar })).toEqual({
      ok: false,
      reason: 'calendar-ends',
    })
    expect(computeTerm(anchor('9999-12-30'), { ...term, unit: 'years' })).toEqual({
      ok: false,
      reason: 'year-outside',
    })
    expect(() => computeTerm(anchor('2026'), { ...term, amount: -1 })).toThrow(RangeError)
    expect(() => computeTerm(anchor('2026'), { ...term, unit: 'days', zone: 'Geneva' })).toThrow(/not a zone/)
  })
})

const someDay = fc.integer({ min: 20_000, max: 23_000 }).map(dayOfNumber)
const closedDays = fc.array(
  fc.record({ date: someDay, certain: fc.boolean(), name: fc.constant({}), source: fc.constant([]) }),
  { maxLength: 40 },
)
const terms = fc.record({
  amount: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom(...termUnits),
  direction: fc.constantFrom('before' as const, 'after' as const),
  zone: fc.constantFrom(
    null,
    zurich,
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'Pacific/Auckland',
  ),
})
const known = (computed: TermEnd) => (computed.ok ? computed : null)

describe('a term, whatever the term', () => {
  it('from a range holds every end that a day of the range would give, and the earliest is never later', () => {
    fc.assert(
      fc.property(someDay, fc.nat(60), fc.nat(60), terms, closedDays, (first, length, at, term, closed) => {
        const own = { ...term, calendar: withClosedDays(calendar, closed) }
        const range = known(computeTerm(anchor(`${first}/${addDays(first, length)}`), own))
        const one = known(computeTerm(anchor(addDays(first, Math.min(at, length))), own))
        if (!range || !one) return
        expect(range.earliest <= one.earliest).toBe(true)
        expect((range.latest ?? '9') >= (one.latest ?? '9')).toBe(true)
        expect(Date.parse(range.closes.earliest) <= Date.parse(one.closes.earliest)).toBe(true)
      }),
    )
  })

  it('from a day holds the end that any hour and zone of that day would give', () => {
    fc.assert(
      fc.property(
        someDay,
        terms.map((term) => ({ ...term, unit: 'hours' as const })),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -12, max: 14 }),
        (day, term, minute, offset) => {
          const range = known(computeTerm(anchor(day), term))
          const two = (n: number) => String(n).padStart(2, '0')
          const hour = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
          const local = known(computeTerm(anchor(hour), term))
          const zoned = `${hour}${offset < 0 ? '-' : '+'}${two(Math.abs(offset))}:00`
          const exact = known(computeTerm(anchor(zoned), term))
          if (!range || !local || !exact) throw new Error('not computed')
          for (const wider of [range, local]) {
            expect(wider.earliest <= exact.earliest).toBe(true)
            expect((wider.latest ?? '') >= (exact.latest ?? '')).toBe(true)
          }
        },
      ),
    )
  })

  it('never ends later for an earlier event', () => {
    fc.assert(
      fc.property(someDay, fc.nat(60), terms, closedDays, (day, later, term, closed) => {
        const own = { ...term, calendar: withClosedDays(calendar, closed) }
        const [a, b] = [
          known(computeTerm(anchor(day), own)),
          known(computeTerm(anchor(addDays(day, later)), own)),
        ]
        if (!a || !b) return
        expect(a.earliest <= b.earliest && (a.latest ?? '') <= (b.latest ?? '')).toBe(true)
      }),
    )
  })

  it('in working days: however the uncertain days are settled, the end lies in the range', () => {
    const settle = (closed: readonly ClosedDay[], seed: number) =>
      closed.flatMap((one, i) =>
        one.certain || (seed >> (i % 30)) % 2 === 1 ? [{ ...one, certain: true }] : [],
      )
    fc.assert(
      fc.property(someDay, terms, closedDays, fc.nat(), (day, term, closed, seed) => {
        // A day is certain or not, never both.
        const once = closed.filter((one, i) => closed.findIndex(({ date }) => date === one.date) === i)
        const own = { ...term, unit: 'working-days' as const }
        const range = known(computeTerm(anchor(day), { ...own, calendar: withClosedDays(calendar, once) }))
        const settled = withClosedDays(calendar, settle(once, seed))
        const one = known(computeTerm(anchor(day), { ...own, calendar: settled }))
        if (!range || !one) return
        expect(range.earliest <= one.earliest && one.earliest <= (range.latest ?? '')).toBe(true)
      }),
    )
  })
})

describe('an event', () => {
  it('is read as a date, a date in words, or a moment', () => {
    expect(anchor('21 de noviembre de 2026')).toMatchObject({ earliest: '2026-11-21', latest: '2026-11-21' })
    expect(anchor('2026-11?')).toMatchObject({ earliest: '2026-11-01', doubtful: true })
    expect(anchor('2026-11-21T10:00Z')).toMatchObject({ kind: 'moment', at: Date.UTC(2026, 10, 21, 10) })
    expect(anchor('2026-11-21 10:00:30 -0300')).toMatchObject({ at: Date.UTC(2026, 10, 21, 13, 0, 30) })
    expect(anchor('2026-11-21T10:00[Europe/Zurich]')).toMatchObject({ at: Date.UTC(2026, 10, 21, 9) })
  })

  it('is refused with the reason', () => {
    const reason = (text: string) => {
      const read = readAnchor(text)
      return read.ok ? null : typeof read.reason === 'string' ? read.reason : read.reason.code
    }
    expect(reason('2026-11-21T25:00Z')).toBe('no-such-hour')
    expect(reason('2026-11-21T10:00+19:00')).toBe('no-such-zone')
    expect(reason('2026-11-21T10:00[Mars/Olympus]')).toBe('no-such-zone')
    expect(reason('0800')).toBe('year-outside')
    for (const text of ['2026-02-30', '2026-02-30T10:00Z', '', 'soon']) expect(reason(text)).not.toBeNull()
  })
})

describe('the safe day', () => {
  it('lies before the legal day by the margin, and never after it', () => {
    expect(safeDay('2027-02-28', { amount: 7, unit: 'days' })).toBe('2027-02-21')
    expect(safeDay('2026-09-14', { amount: 2, unit: 'working-days', calendar })).toBe('2026-09-10')
    expect(() => safeDay('2027-02-28', { amount: -1, unit: 'days' })).toThrow(RangeError)
    fc.assert(
      fc.property(someDay, fc.nat(100), fc.boolean(), (legal, amount, working) => {
        const margin = working
          ? { amount, unit: 'working-days' as const, calendar }
          : { amount, unit: 'days' as const }
        expect(safeDay(legal, margin) <= legal).toBe(true)
      }),
    )
  })

  it('set by hand needs a day and a reason, and keeps what was computed', () => {
    const computed = { earliest: '2027-02-28', latest: '2027-02-28' }
    expect(overrideDay(computed, { day: '2027-03-15', reason: ' the violation continues ' })).toEqual({
      day: '2027-03-15',
      reason: 'the violation continues',
      computed,
    })
    expect(() => overrideDay(computed, { day: '2027-03-15', reason: '  ' })).toThrow(/reason/)
    expect(() => overrideDay(computed, { day: '2027-02-30', reason: 'x' })).toThrow(RangeError)
  })

  it('is told in the zone in which the reader works', () => {
    expect(dayAt(Date.parse('2027-02-28T23:59:59-05:00'), zurich)).toBe('2027-03-01')
  })
})
