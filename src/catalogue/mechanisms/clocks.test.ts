import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, withClosedDays } from '#platform/deadlines'
import { Problem } from '#platform/problem'
import { anchors, mechanismOf, mechanisms, withChecks } from './catalogue.ts'
import { type Clock, type ClockOptions, clocksFor } from './clocks.ts'
import { argentineHolidays } from './holidays.ts'
import { isRuleChecked } from './rule.ts'

function clock(mechanism: string, rule: string, event: string, options?: ClockOptions): Clock {
  const found = mechanismOf(mechanism)
  const anchor = found?.timeLimits.find(({ id }) => id === rule)?.anchor
  if (!found || !anchor) throw new Error(`no rule ${mechanism}/${rule}`)
  const one = clocksFor(found, { [anchor]: event }, options).find(({ id }) => id === rule)
  if (!one) throw new Error('no clock')
  return one
}
const on = (day: string) => ({ earliest: day, latest: day })

describe('the clock vectors of the reference', () => {
  it('notification 2026-08-31: petition to the Inter-American Commission until 2027-02-28, Washington time', () => {
    expect(clock('ia-petition', 'ia-6m', '2026-08-31')).toMatchObject({
      ...on('2027-02-28'),
      zone: 'America/New_York',
      kind: 'deadline',
      hard: true,
      closes: { earliest: '2027-02-28T23:59:59-05:00' },
    })
  })
  it('disappearance 2026-08-22: urgent procedure of the working group until 2026-11-22', () => {
    expect(clock('un-wgeid-urgent', 'wgeid-3-months', '2026-08-22')).toMatchObject({
      ...on('2026-11-22'),
      hard: true,
    })
  })
  it('letter sent 2026-11-21: reply of the state expected 2027-01-20', () => {
    expect(clock('un-sp-allegation-letter', 'sp-al-reply', '2026-11-21')).toMatchObject({
      ...on('2027-01-20'),
      kind: 'expectation',
      hard: false,
    })
  })
  it('review session from 2027-01-25: planning estimate 2026-06-25, and the official day is not known', () => {
    const review = 'un-upr-stakeholder'
    expect(clock(review, 'upr-planning', '2027-01-25')).toMatchObject({
      ...on('2026-06-25'),
      kind: 'estimate',
      hard: false,
    })
    expect(clock(review, 'upr-submission-deadline', '2027-01-25')).toMatchObject({
      earliest: null,
      why: 'no-figure',
    })
    expect(clock(review, 'upr-national-report', '2027-01-25')).toMatchObject(on('2026-11-02'))
  })
  it('detention communicated 2026-11-21: limit of the extension 2027-02-19', () => {
    expect(clock('un-wgad-regular', 'wgad-state-extension', '2026-11-21')).toMatchObject({
      ...on('2027-02-19'),
      hard: false,
    })
  })
  it('act on Monday 2026-08-24: amparo within fifteen working days, 2026-09-14', () => {
    expect(clock('nat-amparo', 'amparo-15', '2026-08-24')).toMatchObject({
      ...on('2026-09-14'),
      kind: 'deadline',
      hard: true,
    })
  })
})

describe('the other time rules of the reference', () => {
  it.each([
    ['un-tb-cerd', 'cerd-6m', '2026-08-31', '2027-02-28', true],
    ['un-tb-cescr', 'cescr-1y', '2024-02-29', '2025-02-28', true],
    ['un-tb-crc', 'crc-1y', '2026-11-21', '2027-11-21', true],
    ['un-tb-ccpr', 'ccpr-5y', '2026-11-21', '2031-11-21', false],
    ['un-tb-ccpr', 'ccpr-3y', '2026-11-21', '2029-11-21', false],
    ['eu-ecthr-application', 'ecthr-4m', '2026-10-31', '2027-02-28', true],
    ['un-wgeid-urgent', 'wgeid-1-year-connected', '2026-08-22', '2027-08-22', true],
    ['un-wgad-regular', 'wgad-state-reply', '2026-11-21', '2027-01-20', false],
    ['un-ced-urgent', 'ced-state-reply', '2026-11-21', '2026-12-05', false],
    ['unesco-104', 'unesco-gov', '2026-11-30', '2027-02-28', false],
    ['un-hrc-ngo-statement', 'hrc-written', '2027-02-22', '2027-02-08', true],
    ['ia-hearing', 'ia-hearing-answer', '2027-03-31', '2027-02-28', false],
    ['un-ecosoc-status', 'ecosoc-apply', '2026', '2026-06-01', true],
    ['ar-conare-asylum', 'conare-certificate', '2026-11-21', '2027-02-19', true],
  ])('%s %s, %s: %s', (mechanism, rule, event, day, hard) => {
    expect(clock(mechanism, rule, event)).toMatchObject({ ...on(day), hard })
  })

  it('that rest on general knowledge alone are never hard, however hard the rule', () => {
    for (const [mechanism, rule, event] of [
      ['ia-hearing', 'ia-hearing-rule50', '2027-03-31'],
      ['un-wgeid-standard', 'wgeid-six-month-rule', '2026-11-21'],
      ['ia-petition', 'ia-merits-petitioner', '2026-11-21'],
    ] as const) {
      const one = clock(mechanism, rule, event)
      expect(one.rule.hard && !one.checked && one.earliest !== null).toBe(true)
      expect(one.hard).toBe(false)
    }
  })

  it('whose windows were seen to be shorter give the shortest first', () => {
    expect(clock('ia-hearing', 'ia-hearing-window', '2026-11-13')).toMatchObject({
      earliest: '2026-12-01',
      latest: '2026-12-04',
      kind: 'estimate',
      hard: false,
    })
    expect(clock('un-tb-alternative-report', 'tb-review', '2027-03-01')).toMatchObject({
      earliest: '2027-02-01',
      latest: '2027-02-08',
    })
  })
})

describe('a clock', () => {
  it('gives a range for a date known in part, and the earliest end counts', () => {
    expect(clock('ia-petition', 'ia-6m', '2026-08')).toMatchObject({
      earliest: '2027-02-01',
      latest: '2027-02-28',
      hard: true,
    })
    expect(clock('ia-petition', 'ia-6m', '2026-08-31?')).toMatchObject({
      ...on('2027-02-28'),
      hard: false,
      event: { doubtful: true },
    })
  })

  it('of hours needs a moment, else gives a range', () => {
    const border = (event: string) => clock('ar-conare-asylum', 'conare-border', event)
    expect(border('2026-11-21T23:30-03:00')).toMatchObject(on('2026-11-24'))
    expect(border('2026-11-21')).toMatchObject({ earliest: '2026-11-23', latest: '2026-11-25' })
  })

  it('of the asylum request leaves out holidays, and says nothing of the appeal', () => {
    // 23 November 2026 is the holiday of the 20th; 7 December may be closed, 8 December is.
    expect(clock('ar-conare-asylum', 'conare-viability', '2026-11-18')).toMatchObject({
      earliest: '2026-12-03',
      latest: '2026-12-03',
    })
    expect(clock('ar-conare-asylum', 'conare-viability', '2026-11-25')).toMatchObject({
      earliest: '2026-12-10',
      latest: '2026-12-11',
    })
    expect(clock('ar-conare-asylum', 'conare-appeal', '2026-11-18')).toMatchObject({
      earliest: null,
      latest: null,
      hard: false,
      why: 'no-figure',
    })
  })

  it("takes an organisation's own holidays", () => {
    const strike = { date: '2026-12-02', name: { en: 'Strike' }, certain: true, source: ['ours'] }
    const calendar = withClosedDays(argentineHolidays, [strike])
    expect(clock('ar-conare-asylum', 'conare-viability', '2026-11-18', { calendar })).toMatchObject(
      on('2026-12-04'),
    )
    expect(clock('nat-amparo', 'amparo-15', '2027-12-20')).toMatchObject({
      earliest: null,
      why: 'calendar-ends',
      hard: false,
    })
  })

  it('shows a safe day beside the legal one', () => {
    const one = clock('ia-petition', 'ia-6m', '2026-08', { margin: { amount: 10, unit: 'days' } })
    expect([one.safe, one.earliest]).toEqual(['2027-01-22', '2027-02-01'])
  })

  it('takes a day set by hand, with a reason, and keeps what it had computed', () => {
    const overrides = { 'upr-submission-deadline': { day: '2026-07-03', reason: 'OHCHR published it' } }
    expect(clock('un-upr-stakeholder', 'upr-submission-deadline', '2027-01-25', { overrides })).toMatchObject(
      {
        ...on('2026-07-03'),
        hard: true,
        why: null,
        override: { reason: 'OHCHR published it', computed: { earliest: null } },
      },
    )
    const blank = { 'ia-6m': { day: '2027-03-31', reason: '' } }
    expect(() => clock('ia-petition', 'ia-6m', '2026-08-31', { overrides: blank })).toThrow(/reason/)
  })

  it('turns hard when the organisation has checked the rule', () => {
    const petition = mechanismOf('ia-petition')
    if (!petition) throw new Error('no petition')
    const check = { on: '2026-11-21', by: 'Ada', page: 'https://example.org/rules' }
    const [one] = clocksFor(withChecks(petition, { 'ia-merits-petitioner': check }), {
      'admissibility.date': '2026-08-31',
    })
    expect(one).toMatchObject({ ...on('2026-12-31'), hard: true, source: [check.page] })
  })

  it('tells which event cannot be read', () => {
    const petition = mechanismOf('ia-petition')
    if (!petition) throw new Error('no petition')
    const wrong = () =>
      clocksFor(petition, { 'remedies.notificationDate': '2026-02-30', 'admissibility.date': 'soon' })
    expect(wrong).toThrow(Problem)
    try {
      wrong()
    } catch (error) {
      const { fields } = error as Problem
      expect(fields.map(({ field }) => field)).toEqual(['remedies.notificationDate', 'admissibility.date'])
      for (const { message } of fields)
        for (const words of Object.values(message)) expect(words.length).toBeGreaterThan(10)
    }
  })

  it('runs for every rule of every mechanism: hard only when checked and dated, never later than its safe day allows', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2024-02-01', n))
    fc.assert(
      fc.property(fc.constantFrom(...mechanisms), day, fc.nat(60), (mechanism, event, length) => {
        const every = (text: string) =>
          Object.fromEntries(Object.keys(anchors).map((anchor) => [anchor, text]))
        const options: ClockOptions = { margin: { amount: 5, unit: 'days' } }
        const exact = clocksFor(mechanism, every(event), options)
        const range = clocksFor(mechanism, every(`${event}/${addDays(event, length)}`), options)
        expect(exact.map(({ id }) => id)).toEqual(mechanism.timeLimits.map(({ id }) => id))
        exact.forEach((one, i) => {
          const wide = range[i]
          if (one.hard)
            expect(isRuleChecked(one.rule) && one.earliest !== null && one.kind !== 'estimate').toBe(true)
          expect(one.earliest === null).toBe(one.why !== null)
          if (one.earliest !== null) {
            expect(one.safe !== null && one.safe <= one.earliest).toBe(true)
            expect(one.latest !== null && one.earliest <= one.latest).toBe(true)
            if (wide?.earliest != null) expect(wide.earliest <= one.earliest).toBe(true)
          }
        })
      }),
    )
  })
})
