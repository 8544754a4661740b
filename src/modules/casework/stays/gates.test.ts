import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordView } from '#platform/records'
import { amountInWords, sumsOf } from './budget.ts'
import { type StayFacts, lacksFor, nextStage, uncovered } from './gates.ts'
import { dayAfter, monthsAfter } from './queries/nights.ts'
import { stayStages } from './stages.ts'

type Values = Readonly<Record<string, unknown>>
const part = (values: Values) => ({ values }) as RecordView

/** A stay with all that its gates ask for. */
const whole: Values = {
  guest_agrees: 'yes',
  nominated_by: { to: 'nominator' },
  needs_on: '2026-08-01',
  needs_with: 'guest',
  people: 1,
  able_to_return: 'yes',
  offered_on: '2026-09-01',
  answer: 'accepted',
  from: '2026-10-20',
  until: '2027-01-20',
  exposure_on: '2026-10-01',
  exposure_before: 'nothing',
  exposure_during: 'unnamed',
  exposure_after: 'nothing',
  arrived_on: '2026-10-20',
  left_on: '2027-01-20',
  return_kind: 'home',
  return_on: '2027-01-20',
  risk_on: '2027-01-10',
  risk_outcome: 'with_measures',
}
const wholeParts = {
  refuge_reference: [part({ result: 'confirms', asked: { to: 'somebody' } })],
  refuge_voice: [
    part({ conflict: 'none', opinion: 'receive' }),
    part({ conflict: 'none', opinion: 'not_now' }),
  ],
  refuge_lodging: [part({ from: '2026-10-20', until: '2027-01-20' })],
  refuge_leg: [part({ direction: 'out', state: 'booked' })],
  refuge_paper: [
    part({ kind: 'passport', state: 'granted', valid_until: '2028-01-01' }),
    part({ kind: 'visa', state: 'not_needed' }),
    part({ kind: 'insurance', state: 'granted' }),
  ],
  refuge_cost: [part({ planned: 10, funder: { to: 'fund' } })],
  refuge_activity: [part({ kind: 'rest' })],
  refuge_follow_up: [part({ due: '2027-02-20', held_on: '2027-02-20' })],
}

function facts(
  change: Values = {},
  parts: Partial<Record<keyof typeof wholeParts, readonly RecordView[]>> = {},
  more: Partial<StayFacts> = {},
): StayFacts {
  return {
    stay: { values: { ...whole, ...change } },
    parts: new Map(Object.entries({ ...wholeParts, ...parts })),
    today: '2026-11-21',
    overbooked: false,
    consent: false,
    quiet: true,
    ...more,
  }
}

describe('gates', () => {
  test('are open for a stay that has all', () => {
    for (const stage of stayStages) expect(lacksFor(stage, facts()), stage).toEqual([])
    expect(nextStage('origin')).toBe('needs')
    expect(nextStage('closed')).toBeNull()
  })

  test.each([
    ['needs', facts({ guest_agrees: undefined }), 'no_agreement'],
    ['needs', facts({}, { refuge_reference: [] }), 'no_reference'],
    [
      'needs',
      facts({}, { refuge_reference: [part({ result: 'partly', asked: { to: 'somebody' } })] }),
      'no_reference',
    ],
    // Who nominates is not asked about the nomination.
    [
      'needs',
      facts({}, { refuge_reference: [part({ result: 'confirms', asked: { to: 'nominator' } })] }),
      'no_reference',
    ],
    ['selection', facts({ people: undefined }), 'no_needs'],
    ['selection', facts({ able_to_return: undefined }), 'no_return_talk'],
    [
      'offer',
      facts(
        {},
        { refuge_voice: [part({ conflict: 'none', opinion: 'receive' }), part({ conflict: 'declared' })] },
      ),
      'too_few_voices',
    ],
    ['preparation', facts({ until: '2026-10-20' }), 'no_offer'],
    ['preparation', facts({ answer: 'declined' }), 'no_answer'],
    [
      'staying',
      facts({}, { refuge_lodging: [part({ from: '2026-10-21', until: '2027-01-20' })] }),
      'no_lodging',
    ],
    ['staying', facts({}, {}, { overbooked: true }), 'overbooked'],
    ['staying', facts({}, { refuge_leg: [part({ direction: 'out', state: 'planned' })] }), 'no_leg'],
    ['staying', facts({}, { refuge_paper: wholeParts.refuge_paper.slice(1) }), 'no_passport'],
    [
      'staying',
      // One visa in hand and one refused: somebody cannot come.
      facts({}, { refuge_paper: [...wholeParts.refuge_paper, part({ kind: 'visa', state: 'refused' })] }),
      'no_visa',
    ],
    ['staying', facts({}, { refuge_paper: wholeParts.refuge_paper.slice(0, 2) }), 'no_insurance'],
    [
      'staying',
      facts(
        {},
        {
          refuge_paper: [
            ...wholeParts.refuge_paper.slice(1),
            part({ kind: 'passport', state: 'granted', valid_until: '2027-01-19' }),
          ],
        },
      ),
      'paper_ends',
    ],
    ['staying', facts({}, { refuge_cost: [] }), 'no_budget'],
    ['staying', facts({}, { refuge_cost: [part({ planned: 1 })] }), 'no_funder'],
    ['staying', facts({ exposure_after: undefined }), 'no_exposure'],
    ['staying', facts({ exposure_after: 'named' }, {}, { quiet: false }), 'no_consent'],
    ['staying', facts({ exposure_after: 'named' }, {}, { consent: true }), 'quiet'],
    ['staying', facts({ arrived_on: undefined }), 'no_arrival'],
    ['return', facts({}, { refuge_activity: [part({ kind: 'rest', state: 'cancelled' })] }), 'no_rest'],
    ['follow_up', facts({ return_kind: undefined }), 'no_return_plan'],
    ['follow_up', facts({ risk_on: '2026-12-20' }), 'no_risk'],
    ['follow_up', facts({ risk_on: undefined }), 'no_risk'],
    ['follow_up', facts({ risk_outcome: 'cannot', return_kind: 'onward' }), 'unsafe'],
    ['follow_up', facts({ left_on: undefined }), 'no_departure'],
    ['closed', facts({}, { refuge_follow_up: [] }), 'no_follow_up'],
    ['closed', facts({}, { refuge_follow_up: [part({ due: '2027-02-20' })] }), 'open_follow_up'],
  ] as const)('to %s say what is missing (%#)', (stage, at, lack) => {
    expect(lacksFor(stage, at)).toEqual([lack])
  })

  test('a consent that is in force and a decision for the public let the agreement name the guest', () => {
    expect(
      lacksFor('staying', facts({ exposure_during: 'named' }, {}, { consent: true, quiet: false })),
    ).toEqual([])
  })

  test('a risk assessed thirty days before leaving still counts, thirty-one do not', () => {
    expect(lacksFor('follow_up', facts({ risk_on: '2026-12-21' }))).toEqual([])
    expect(lacksFor('follow_up', facts({ risk_on: '2026-12-20' }))).toEqual(['no_risk'])
  })
})

const day = fc.integer({ min: 0, max: 40 }).map((n) => dayAfter('2026-10-01', n))

describe('nights and sums', () => {
  test('a night without lodging is found, whatever lodgings there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 5 }), day, day, (lodgings, a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        const rows = lodgings.map(([one, two]) => ({ values: { from: one, until: two } }))
        let gap = false
        for (let night = from; night < until; night = dayAfter(night))
          gap ||= !lodgings.some(([one, two]) => one <= night && night < two)
        expect(uncovered(rows, from, until)).toBe(gap)
      }),
    )
  })

  test('sums are exact by currency, and never exchanged', () => {
    const lines = [
      { values: { currency: 'EUR', planned: 0.1, spent: 0.2 } },
      { values: { currency: 'USD', planned: 1250.5 } },
      { values: { currency: 'EUR', planned: 0.2, spent: 0.1 } },
    ]
    expect(sumsOf(lines)).toEqual([
      { currency: 'EUR', planned: 30, spent: 30 },
      { currency: 'USD', planned: 125_050, spent: 0 },
    ])
    expect(amountInWords(125_050, 'en')).toBe('1,250.50')
  })

  test('months later is the same day, or the last of the month', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29')
    expect(monthsAfter('2026-06-16', 6)).toBe('2026-12-16')
  })
})
