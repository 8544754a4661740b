import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleDigest } from '#catalogue/checks'
import { argentineHolidays } from '#catalogue/mechanisms'
import { addDays, withClosedDays } from '#platform/deadlines'
import { type BookEntry, bookOf } from '../procedures/book.ts'
import { type OwnProcedure } from '../procedures/own-procedure.ts'
import { dayOf } from '../procedures/procedure.ts'
import { type RequestState, datesOf, daysLeft } from './request-dates.ts'

const nothing: RequestState = {
  madeAt: null,
  happenings: [],
  papers: [],
  taken: [],
  appeals: [],
  set: [],
  over: false,
  decided: false,
}

const entry = (kind: string, key: string, data: unknown, version = 1): BookEntry => ({
  kind,
  key,
  version,
  data,
  reason: 'for the test',
  by: 'Ada',
  at: new Date('2026-11-21T12:00:00Z'),
})

const shippedBook = bookOf([])
const conareOf = (book = shippedBook) => {
  const procedure = book.procedures.get('ar-conare-asylum')
  if (!procedure) throw new Error('no CONARE')
  return procedure
}
const calendar = argentineHolidays
const by = { calendar, margin: 5 }
const dateOf = (state: Partial<RequestState>, rule: string, book = shippedBook) =>
  datesOf(conareOf(book), { ...nothing, ...state }, by).find(({ clock }) => clock?.rule.id === rule)

const received = (at: string) => ({
  record: 'request',
  step: 'request',
  anchor: 'submission.receivedDate',
  at,
})
const notified = (at: string, more: object = {}) => ({
  record: 'decision',
  step: 'decision',
  anchor: 'decision.notificationDate',
  at,
  appealable: true,
  ...more,
})

describe('the clocks of the procedure in Argentina, by hand', () => {
  test('viability: ten working days; 23 and 24 March 2026 are holidays', () => {
    // 9 March is a Monday and is not counted: 10 11 12 13, 16 17 18 19 20, then 25 after the bridge and the holiday.
    const date = dateOf({ happenings: [received('2026-03-09')], madeAt: 'territory' }, 'conare-viability')
    expect(date?.latest).toBe('2026-03-25')
    // The bridge day of the 23rd is not certain to be closed: the earlier day counts.
    expect(date?.legal).toBe('2026-03-23')
    expect(date?.verified).toBe(true)
    // An authority that is late loses nothing for the person: expected, never a last day.
    expect(date?.firm).toBe(false)
  })

  test('seventy-two hours hold at the border alone, and ten days everywhere else', () => {
    const at = (madeAt: RequestState['madeAt']) =>
      datesOf(
        conareOf(),
        { ...nothing, madeAt, happenings: [received('2026-03-09T10:00[America/Argentina/Buenos_Aires]')] },
        by,
      ).map(({ clock }) => clock?.rule.id)
    expect(at('border')).toEqual(['conare-border'])
    expect(at('territory')).toEqual(['conare-viability'])
    expect(at(null)).toEqual(['conare-viability', 'conare-border'])
    const border = dateOf(
      { madeAt: 'border', happenings: [received('2026-03-09T10:00[America/Argentina/Buenos_Aires]')] },
      'conare-border',
    )
    expect(border?.legal).toBe('2026-03-12')
  })

  test('a certificate of 1 September ends on 30 November, nine days after the 21st', () => {
    const [date] = datesOf(
      conareOf(),
      {
        ...nothing,
        papers: [{ record: 'paper', kind: 'provisional', issued: '2026-09-01', expires: null }],
      },
      by,
    )
    expect(date).toMatchObject({ legal: '2026-11-30', safe: '2026-11-25', firm: true, basis: 'rule' })
    expect(daysLeft(date?.legal ?? '', '2026-11-21')).toBe(9)
  })

  test('the day on the paper goes before that of the rule, which is still said', () => {
    const paper = { record: 'paper', kind: 'provisional', issued: '2026-09-01', expires: '2026-11-20' }
    const [date] = datesOf(conareOf(), { ...nothing, papers: [paper] }, by)
    expect(date).toMatchObject({ legal: '2026-11-20', basis: 'paper', byRule: '2026-11-30', firm: true })
    const [renewed] = datesOf(
      conareOf(),
      {
        ...nothing,
        papers: [paper, { record: 'next', kind: 'provisional', issued: '2026-11-18', expires: null }],
      },
      by,
    )
    expect(renewed?.over).toEqual({ how: 'renewed', on: '2026-11-18' })
  })

  test('the term to appeal has no day, whatever is noted, until somebody looked it up', () => {
    const state = { happenings: [notified('2026-11-16')] }
    const date = dateOf(state, 'conare-appeal')
    expect(date).toMatchObject({ legal: null, safe: null, firm: false, verified: false, over: null })
    const rule = conareOf().rules.find(({ id }) => id === 'conare-appeal')
    const found = { on: '2026-11-20', by: 'Ada', page: 'Ley 26.165, art. 50', amount: 5 }
    const checked = bookOf([
      entry('check', 'ar-conare-asylum/conare-appeal', { ...found, of: rule && ruleDigest(rule) }),
    ])
    // 16 November 2026 is a Monday; the 23rd is a holiday (the 20th, moved).
    expect(dateOf(state, 'conare-appeal', checked)).toMatchObject({
      legal: '2026-11-24',
      safe: '2026-11-19',
      firm: true,
      verified: true,
    })
    // Of a rule that reads otherwise now, the check says nothing.
    const other = bookOf([entry('check', 'ar-conare-asylum/conare-appeal', { ...found, of: 'another' })])
    expect(dateOf(state, 'conare-appeal', other)?.firm).toBe(false)
    expect(other.outdated.has('ar-conare-asylum/conare-appeal')).toBe(true)
    // Taken back, it is unverified again.
    const withdrawn = bookOf([...checked.entries, entry('check', 'ar-conare-asylum/conare-appeal', null, 2)])
    expect(dateOf(state, 'conare-appeal', withdrawn)?.legal).toBe(null)
  })

  test('an appeal runs from what was notified against the person, and ends when that one is filed', () => {
    expect(dateOf({ happenings: [notified('2026-11-16', { appealable: false })] }, 'conare-appeal')).toBe(
      undefined,
    )
    expect(
      dateOf({ happenings: [{ ...notified('2026-11-16'), anchor: 'decision.date' }] }, 'conare-appeal'),
    ).toBe(undefined)
    const filed = (decision: string) =>
      dateOf(
        { happenings: [notified('2026-11-16')], appeals: [{ decision, on: '2026-11-18' }] },
        'conare-appeal',
      )?.over
    expect(filed('decision')).toEqual({ how: 'filed', on: '2026-11-18' })
    expect(filed('another')).toBe(null)
  })

  test('what was waited for has come when its step or a later one was taken, not when an earlier one was', () => {
    const over = (step: string, on: string) =>
      dateOf({ happenings: [received('2026-03-09')], taken: [{ record: 'x', step, on }] }, 'conare-viability')
        ?.over?.how
    expect(over('viability', '2026-03-20')).toBe('taken')
    expect(over('decision', '2026-06-20')).toBe('taken')
    expect(over('request', '2026-03-20')).toBe(undefined)
    expect(over('viability', '2026-03-01')).toBe(undefined)
  })

  test('sixty days run from the interview about cessation and from no other', () => {
    const interview = (step: string) =>
      dateOf(
        { happenings: [{ record: 'i', step, anchor: 'interview.date', at: '2026-06-01' }] },
        'conare-cessation',
      )?.legal
    expect(interview('cessation')).toBe('2026-07-31')
    expect(interview('interview')).toBe(undefined)
  })

  test('a day set by hand stands with its reason, and what was computed beside it', () => {
    const set = [
      { rule: 'conare-appeal', record: 'decision', day: '2026-11-23', reason: 'The notice says so' },
    ]
    const date = dateOf({ happenings: [notified('2026-11-16')], set }, 'conare-appeal')
    expect(date).toMatchObject({ legal: '2026-11-23', safe: '2026-11-18', basis: 'hand', firm: true })
    expect(date?.clock?.override?.reason).toBe('The notice says so')
    expect(() =>
      dateOf({ happenings: [notified('2026-11-16')], set: [{ ...set[0]!, reason: ' ' }] }, 'conare-appeal'),
    ).toThrow(RangeError)
  })
})

test('a day of a year that cannot be counted gives no date and breaks nothing', () => {
  const papers = [{ record: 'p', kind: 'provisional', issued: '0300-01-01', expires: '0300-03-01' }]
  for (const at of ['0300-01-01', '../2026', '', 'soon'])
    expect(
      datesOf(conareOf(), { ...nothing, papers, happenings: [received(at), notified(at)] }, by).map(
        ({ legal, firm }) => ({ legal, firm }),
      ),
    ).toEqual(expect.arrayContaining([{ legal: null, firm: false }]))
})

describe('the organisation’s own calendar', () => {
  const viability = (...entries: BookEntry[]) => {
    const book = bookOf(entries)
    const own = book.calendars.get('AR')
    return datesOf(
      conareOf(book),
      { ...nothing, happenings: [received('2026-03-09')], madeAt: 'territory' },
      { margin: 5, ...(own && { calendar: own }) },
    )[0]
  }
  test('adds days, settles what was not certain, opens what is shipped as closed, and goes back', () => {
    const recess = entry('day', 'AR/2026-03-12', { closed: true, name: 'Strike' })
    expect(viability(recess)).toMatchObject({ legal: '2026-03-25', latest: '2026-03-26' })
    const settled = entry('day', 'AR/2026-03-23', { closed: true, name: 'Bridge' })
    expect(viability(settled)).toMatchObject({ legal: '2026-03-25', latest: '2026-03-25' })
    const opened = entry('day', 'AR/2026-03-23', { closed: false, name: 'Open' })
    expect(viability(opened)).toMatchObject({ legal: '2026-03-23', latest: '2026-03-23' })
    expect(viability(settled, entry('day', 'AR/2026-03-23', null, 2))).toMatchObject({
      legal: '2026-03-23',
      latest: '2026-03-25',
    })
    // Of another country.
    expect(viability(entry('day', 'UY/2026-03-12', { closed: true, name: 'Carnival' }))?.legal).toBe(
      '2026-03-23',
    )
  })
  test('says nothing beyond the days that it covers', () => {
    const date = viability(entry('calendar', 'AR', { from: '2024-01-01', to: '2026-03-15' }))
    expect(date).toMatchObject({ legal: null, firm: false })
    expect(date?.clock?.why).toBe('calendar-ends')
  })
})

describe('a second country, added as data', () => {
  const nordavia: OwnProcedure = {
    country: 'QN',
    zone: 'Europe/Madrid',
    name: { en: 'Asylum in Nordavia', es: '', ca: '' },
    body: 'Refugee Office',
    law: 'Act 4 of 2011',
    steps: ['registration', 'interview', 'decision', 'appeal'],
    rules: [
      {
        id: 'appeal-15',
        step: 'appeal',
        text: 'Fifteen days from notification',
        anchor: 'decision.notificationDate',
        amount: 15,
        unit: 'days',
        direction: 'after',
        hard: true,
        kind: 'deadline',
      },
    ],
  }
  const state = { ...nothing, happenings: [notified('2026-10-20')] }
  const plain = bookOf([entry('procedure', 'qn-asylum', nordavia)])
  test('counts, and gives no hard date before the rule was looked up', () => {
    const procedure = plain.procedures.get('qn-asylum')
    const [date] = procedure ? datesOf(procedure, state, { margin: 5 }) : []
    expect(date).toMatchObject({ legal: '2026-11-04', firm: false, verified: false })
    const rule = procedure?.rules[0]
    const check = { on: '2026-10-01', by: 'Ada', page: 'Act 4, art. 12', of: rule && ruleDigest(rule) }
    const checked = bookOf([...plain.entries, entry('check', 'qn-asylum/appeal-15', check)])
    const again = checked.procedures.get('qn-asylum')
    expect(again && datesOf(again, state, { margin: 5 })[0]).toMatchObject({
      legal: '2026-11-04',
      firm: true,
    })
    // Written anew, the rule needs another look.
    const [first] = nordavia.rules
    const shorter = { ...nordavia, rules: [{ ...first!, amount: 10 }] }
    const changed = bookOf([...checked.entries, entry('procedure', 'qn-asylum', shorter, 2)])
    const third = changed.procedures.get('qn-asylum')
    expect(third && datesOf(third, state, { margin: 5 })[0]).toMatchObject({
      legal: '2026-10-30',
      firm: false,
    })
  })
})

describe('the last day is whole, by the clocks of the place', () => {
  const left = (zone: string, now: string, legal: string) => daysLeft(legal, dayOf({ zone }, new Date(now)))
  test('in Buenos Aires, three hours behind UTC', () => {
    const zone = 'America/Argentina/Buenos_Aires'
    expect(left(zone, '2026-12-01T02:59:59Z', '2026-11-30')).toBe(0)
    expect(left(zone, '2026-12-01T03:00:00Z', '2026-11-30')).toBe(-1)
    expect(left(zone, '2026-11-30T02:59:59Z', '2026-11-30')).toBe(1)
  })
  test('where the clocks change on that day', () => {
    // Madrid goes back an hour on 25 October 2026: the day has 25 hours and ends at 23:00 UTC.
    expect(left('Europe/Madrid', '2026-10-24T21:59:59Z', '2026-10-25')).toBe(1)
    expect(left('Europe/Madrid', '2026-10-24T22:00:00Z', '2026-10-25')).toBe(0)
    expect(left('Europe/Madrid', '2026-10-25T22:59:59Z', '2026-10-25')).toBe(0)
    expect(left('Europe/Madrid', '2026-10-25T23:00:00Z', '2026-10-25')).toBe(-1)
    // Santiago goes forward at midnight: 6 September 2026 begins at one o'clock, 04:00 UTC.
    expect(left('America/Santiago', '2026-09-06T03:59:59Z', '2026-09-06')).toBe(1)
    expect(left('America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06')).toBe(0)
    expect(left('America/Santiago', '2026-09-07T02:59:59Z', '2026-09-06')).toBe(0)
    expect(left('America/Santiago', '2026-09-07T03:00:00Z', '2026-09-06')).toBe(-1)
  })
  test('a term over a change of the clocks keeps its days', () => {
    const paper = (issued: string) => ({ record: 'p', kind: 'provisional', issued, expires: null })
    const madrid = bookOf([]).procedures.get('ar-conare-asylum')
    const elsewhere = madrid && {
      ...madrid,
      rules: madrid.rules.map((rule) => ({ ...rule, zone: { value: 'Europe/Madrid' } })),
    }
    const [date] = elsewhere ? datesOf(elsewhere, { ...nothing, papers: [paper('2026-09-01')] }, by) : []
    expect(date?.legal).toBe('2026-11-30')
    expect(date?.clock?.closes?.earliest).toBe('2026-11-30T23:59:59+01:00')
  })
})

test('moving the event later never makes a date earlier, whatever the calendar, the margin and the rule', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-06-01', n))
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 40 }),
      fc.array(day, { maxLength: 25 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('days', 'working-days', 'weeks', 'months', 'hours'),
      (from, later, closed, margin, amount, unit) => {
        const own = withClosedDays(
          calendar,
          closed.map((date, i) => ({ date, name: {}, certain: i % 2 === 0, source: ['x'] })),
        )
        const rule = conareOf().rules.find(({ id }) => id === 'conare-appeal')
        const check = { on: '2026-11-20', by: 'Ada', page: 'x', amount, unit, of: rule && ruleDigest(rule) }
        const book = bookOf([entry('check', 'ar-conare-asylum/conare-appeal', check)])
        const at = (on: string) =>
          datesOf(
            conareOf(book),
            {
              ...nothing,
              happenings: [notified(on), received(on)],
              papers: [{ record: 'p', kind: 'provisional', issued: on, expires: null }],
            },
            { calendar: own, margin },
          )
        const [before, after] = [at(from), at(addDays(from, later))]
        expect(before.length).toBe(after.length)
        before.forEach((one, i) => {
          const other = after[i]
          for (const which of ['legal', 'latest', 'safe'] as const) {
            const [a, b] = [one[which], other?.[which]]
            if (a && b) expect(b >= a).toBe(true)
          }
          if (one.safe && one.legal) expect(one.safe <= one.legal).toBe(true)
        })
      },
    ),
  )
})
