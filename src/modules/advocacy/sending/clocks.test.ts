import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mechanismOf, mechanisms } from '#catalogue/mechanisms'
import { addDays } from '#platform/deadlines'
import { type SentState, clocksOf, replyOf } from './clocks.ts'

const letter = (() => {
  const found = mechanismOf('un-sp-allegation-letter')
  if (!found) throw new Error('no letter')
  return found
})()

const sent: SentState = {
  sentAt: '2026-11-21',
  transmittedOn: null,
  events: [],
  replies: [],
  outcomes: [],
  overrides: {},
  over: false,
}
const reply = (receivedOn: string, quality = 'denial', from = 'state') => ({
  from,
  quality,
  receivedOn,
  commentSentOn: null,
})
const stands = (state: Partial<SentState>, today: string) =>
  replyOf(clocksOf(letter, { ...sent, ...state }), { ...sent, ...state }, today)

describe('the reply of a State', () => {
  test('letter sent 2026-11-21: expected by 2027-01-20, overdue the day after', () => {
    expect(stands({}, '2027-01-20')).toEqual({
      stands: 'waited',
      due: '2027-01-20',
      quality: null,
      provisional: true,
    })
    expect(stands({}, '2027-01-21').stands).toBe('overdue')
  })

  test('is counted in the zone of the mechanism: an evening in Buenos Aires is the next day in Geneva', () => {
    expect(stands({ sentAt: '2026-11-21T22:30[America/Argentina/Buenos_Aires]' }, '2027-01-20').due).toBe(
      '2027-01-21',
    )
  })

  test('runs from the day of transmission once that is known, and is provisional no more', () => {
    expect(stands({ transmittedOn: '2026-12-10' }, '2027-01-21')).toMatchObject({
      stands: 'waited',
      due: '2027-02-08',
      provisional: false,
    })
  })

  test('of a month alone gives a range: overdue only when the last of its days has passed', () => {
    const clocks = clocksOf(letter, { ...sent, transmittedOn: '2026-11' })
    expect(clocks.find(({ role }) => role === 'reply-expected')).toMatchObject({
      earliest: '2026-12-31',
      latest: '2027-01-29',
    })
    expect(stands({ transmittedOn: '2026-11' }, '2027-01-29').stands).toBe('waited')
    expect(stands({ transmittedOn: '2026-11' }, '2027-01-30').stands).toBe('overdue')
  })

  test('in time, late, and an acknowledgement or a text nobody has read is none', () => {
    expect(stands({ replies: [reply('2027-01-20')] }, '2027-06-01')).toMatchObject({
      stands: 'in_time',
      quality: 'denial',
    })
    expect(stands({ replies: [reply('2027-01-21')] }, '2027-06-01').stands).toBe('late')
    for (const none of [
      reply('2026-12-01', 'acknowledgement'),
      reply('2026-12-01', 'in-translation'),
      reply('2026-12-01', 'substantive', 'body'),
    ])
      expect(stands({ replies: [none] }, '2027-06-01')).toMatchObject({ stands: 'overdue', quality: null })
    expect(
      stands({ replies: [reply('2027-01-05'), reply('2027-03-01', 'partial')] }, '2027-06-01'),
    ).toMatchObject({ stands: 'in_time', quality: 'partial' })
  })

  test('a day set by hand counts, with its reason', () => {
    const overrides = { 'sp-al-reply': { day: '2027-03-01', reason: 'The letter gives until 1 March.' } }
    expect(stands({ overrides }, '2027-02-01')).toMatchObject({ stands: 'waited', due: '2027-03-01' })
    expect(() =>
      clocksOf(letter, { ...sent, overrides: { 'sp-al-reply': { day: '2027-03-01', reason: ' ' } } }),
    ).toThrow(RangeError)
  })

  test('where no figure is known none is due, and nobody is late', () => {
    const none = mechanismOf('ia-art41')
    if (!none) throw new Error('no such mechanism')
    const state = { ...sent, transmittedOn: '2020-01-01' }
    expect(replyOf(clocksOf(none, state), state, '2027-01-01')).toMatchObject({
      stands: 'none_due',
      due: null,
    })
  })
})

test('nothing that is provisional or unchecked is hard, of any mechanism', () => {
  for (const mechanism of mechanisms)
    for (const clock of clocksOf(mechanism, sent)) {
      if (clock.hard)
        expect({ id: clock.id, checked: clock.checked, provisional: clock.provisional }).toEqual({
          id: clock.id,
          checked: true,
          provisional: false,
        })
    }
})

test('a year that cannot be counted, or a text that is no date, breaks nothing', () => {
  for (const at of ['0300-01-01', 'soon', '', '2026-13-40'])
    expect(() =>
      clocksOf(letter, { ...sent, sentAt: at, events: [{ anchor: 'decision.date', at }] }),
    ).not.toThrow()
})

test('a reply that comes is never less in time for coming earlier, and overdue never ends by waiting', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      const order = ['in_time', 'late']
      const of = (days: number) =>
        stands({ replies: [reply(addDays('2026-11-21', days))] }, '2028-01-01').stands
      expect(order.indexOf(of(early))).toBeLessThanOrEqual(order.indexOf(of(late)))
      if (stands({}, addDays('2026-11-21', early)).stands === 'overdue')
        expect(stands({}, addDays('2026-11-21', late)).stands).toBe('overdue')
    }),
    { numRuns: 60 },
  )
})
