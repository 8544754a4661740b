import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mechanisms } from '#catalogue/mechanisms'
import { type Standing, standingOf } from '#catalogue/states'
import { type Choice, chooseMechanisms } from './choose.ts'
import { type CaseFacts, nothingKnown } from './facts.ts'
import { predicates } from './predicates/index.ts'

const at = '2026-11-21'

const choose = (facts: Partial<CaseFacts>, day = at, standing = standingOf) =>
  chooseMechanisms({ ...nothingKnown, ...facts }, { at: day, mechanisms, standing })

function of(id: string, facts: Partial<CaseFacts>, day = at, standing = standingOf): Choice {
  const found = choose(facts, day, standing).find(({ mechanism }) => mechanism.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

/** A singer taken from her home five days ago by State Security of QO. */
const singer: Partial<CaseFacts> = {
  states: ['QO'],
  nationalities: ['QO'],
  topics: ['liberty', 'privacy', 'artistic-freedom', 'expression'],
  topicsWhole: true,
  ongoing: true,
  detained: true,
  everDetained: true,
  categories: ['I'],
  disappeared: false,
  grave: true,
  by: 'state',
  artist: true,
  consent: 'given',
  knownFrom: 'direct',
  told: true,
  identified: true,
}
/** A leader of a community in QM, threatened, her case before the courts. */
const leader: Partial<CaseFacts> = {
  ...singer,
  states: ['QM'],
  detained: false,
  everDetained: false,
  categories: [],
  topics: ['life', 'land', 'food'],
  danger: true,
  defender: true,
  reported: true,
  whereabouts: ['QM'],
  asylumAskedIn: [],
}
const missing: Partial<CaseFacts> = {
  ...singer,
  states: ['QM'],
  topics: ['enforced-disappearance'],
  disappeared: true,
  disappearedOn: '2026-08-22',
  reported: true,
}
const decided: Partial<CaseFacts> = {
  ...leader,
  finalDecision: { on: '2026-08-31', notified: true },
  ongoing: false,
  danger: false,
  exception: false,
}

describe('each of the twelve', () => {
  test.each([
    ['un-sp-allegation-letter', singer, 'fits'],
    ['un-sp-allegation-letter', { ...singer, topics: [], topicsWhole: false, artist: null }, 'unknown'],
    ['un-sp-allegation-letter', { ...singer, knownFrom: 'media-only' }, 'unknown'],
    ['un-sp-allegation-letter', { ...singer, topics: ['participation'], defender: false }, 'excluded'],
    ['un-sp-urgent-appeal', singer, 'fits'],
    ['un-sp-urgent-appeal', { ...singer, ongoing: null }, 'unknown'],
    ['un-sp-urgent-appeal', { ...singer, ongoing: false, danger: null }, 'unknown'],
    ['un-sp-urgent-appeal', { ...singer, ongoing: false, danger: false }, 'excluded'],
    ['un-wgad-regular', singer, 'fits'],
    ['un-wgad-regular', { ...singer, categories: [] }, 'unknown'],
    ['un-wgad-regular', { ...singer, everDetained: null, detained: null }, 'unknown'],
    ['un-wgad-regular', { ...singer, by: 'others' }, 'unknown'],
    ['un-wgad-regular', leader, 'excluded'],
    ['un-wgeid-urgent', missing, 'fits'],
    ['un-wgeid-urgent', { ...missing, disappearedOn: null }, 'unknown'],
    ['un-wgeid-urgent', { ...missing, disappearedOn: '2026-08' }, 'unknown'],
    ['un-wgeid-urgent', { ...missing, disappearedOn: '2026-03-01' }, 'unknown'],
    ['un-wgeid-urgent', { ...missing, disappearedOn: '2025-11-20' }, 'excluded'],
    ['un-wgeid-urgent', singer, 'excluded'],
    ['un-ced-urgent', missing, 'fits'],
    ['un-ced-urgent', { ...missing, reported: null }, 'unknown'],
    ['un-ced-urgent', { ...missing, states: ['US'], nationalities: ['US'] }, 'unknown'],
    ['un-ced-urgent', { ...missing, states: ['TV'] }, 'unknown'],
    ['un-ced-urgent', { ...missing, states: ['QO'], nationalities: null }, 'unknown'],
    ['un-ced-urgent', { ...missing, states: ['QO'], nationalities: ['QO'] }, 'excluded'],
    ['un-ced-urgent', { ...missing, disappearedOn: '1978-05' }, 'excluded'],
    ['un-upr-stakeholder', { ...singer, states: ['QO'] }, 'unknown'],
    ['un-reprisals', { ...leader, reprisal: true }, 'fits'],
    ['un-reprisals', leader, 'unknown'],
    ['un-reprisals', { ...leader, reprisal: true, consent: null }, 'unknown'],
    ['un-reprisals', { ...leader, reprisal: true, consent: 'withdrawn' }, 'excluded'],
    ['ia-precautionary', leader, 'fits'],
    ['ia-precautionary', { ...leader, reported: null }, 'unknown'],
    ['ia-precautionary', { ...leader, states: ['NI'] }, 'unknown'],
    ['ia-precautionary', singer, 'excluded'],
    ['ia-precautionary', { ...leader, ongoing: false, danger: false }, 'excluded'],
    ['ia-petition', decided, 'fits'],
    ['ia-petition', leader, 'unknown'],
    ['ia-petition', { ...decided, states: ['VE'] }, 'unknown'],
    ['ia-petition', { ...decided, finalDecision: { on: '2026-08-31', notified: false } }, 'unknown'],
    ['ia-petition', { ...decided, states: ['FR'] }, 'excluded'],
    ['ia-hearing', leader, 'unknown'],
    ['ia-hearing', { ...leader, states: ['QN'] }, 'excluded'],
    ['eu-hrd-guidelines', leader, 'fits'],
    ['eu-hrd-guidelines', singer, 'unknown'],
    ['eu-hrd-guidelines', { ...leader, states: ['DE'] }, 'excluded'],
    ['ar-conare-asylum', { ...leader, whereabouts: ['AR'] }, 'fits'],
    ['ar-conare-asylum', { ...leader, asylumAskedIn: ['AR'], whereabouts: null }, 'fits'],
    ['ar-conare-asylum', { ...leader, whereabouts: null }, 'unknown'],
    ['ar-conare-asylum', leader, 'excluded'],
  ] satisfies readonly (readonly [string, Partial<CaseFacts>, string])[])(
    '%s %#: %3$s',
    (id, facts, verdict) => {
      expect(of(id, facts).verdict).toBe(verdict)
    },
  )

  test('the review of a State: open by its official day, too late after it, not known where it is not known', () => {
    const brazil = { ...singer, states: ['BR'] }
    expect(of('un-upr-stakeholder', brazil, '2022-03-31')).toMatchObject({
      verdict: 'fits',
      next: { day: '2022-03-31', hard: true, left: 0 },
    })
    expect(of('un-upr-stakeholder', brazil, '2022-04-01').verdict).toBe('excluded')
    const togo = of('un-upr-stakeholder', { ...singer, states: ['TG'] }, '2026-06-01')
    expect(togo).toMatchObject({
      verdict: 'unknown',
      next: { day: '2026-06-25', kind: 'estimate', hard: false },
    })
  })

  test('a hearing: the call that is open in the catalogue', () => {
    expect(of('ia-hearing', leader, '2024-12-01')).toMatchObject({
      verdict: 'fits',
      next: { day: '2024-12-03', hard: true, left: 2 },
    })
  })

  test('the urgent procedure on disappearances: open on the last day, doubtful after it, closed after a year', () => {
    const on = (day: string) => of('un-wgeid-urgent', missing, day)
    expect(on('2026-11-22')).toMatchObject({
      verdict: 'fits',
      next: { day: '2026-11-22', hard: true, left: 0 },
    })
    expect(on('2026-11-23').verdict).toBe('unknown')
    expect(on('2027-08-22').verdict).toBe('unknown')
    expect(on('2027-08-23').verdict).toBe('excluded')
  })

  test('a petition: six months from notification, late only where no exception is argued and nothing goes on', () => {
    expect(of('ia-petition', decided).next).toMatchObject({
      day: '2027-02-28',
      hard: true,
      safe: '2027-02-23',
    })
    expect(of('ia-petition', decided, '2027-03-01').verdict).toBe('excluded')
    expect(of('ia-petition', { ...decided, ongoing: true }, '2027-03-01').verdict).toBe('unknown')
    expect(of('ia-petition', { ...decided, exception: null }, '2027-03-01').verdict).toBe('unknown')
    const unsure = of('ia-petition', { ...decided, finalDecision: { on: '2026-08-31', notified: false } })
    expect(unsure.next).toMatchObject({ day: '2027-02-28', hard: false })
  })
})

describe('what is not known', () => {
  test('excludes nothing: of a case of which nothing is known, all twelve are offered with a warning', () => {
    const all = choose({}).filter(({ evaluated }) => evaluated)
    expect(all).toHaveLength(12)
    expect(all.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 12 }, () => 'unknown'))
  })

  const known = fc.constantFrom(true, false, null)
  const state = fc.constantFrom('QM', 'QN', 'QO', 'AR', 'FR', 'US', 'NI', 'TV', 'BR')
  const day = fc.constantFrom('1978-05', '2011', '2025-11-20', '2026-08-22', '2026-08', '2026-11-01?')
  const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
    states: fc.uniqueArray(state, { maxLength: 2 }),
    nationalities: fc.option(fc.uniqueArray(state, { maxLength: 2 })),
    topics: fc.uniqueArray(
      fc.constantFrom('life', 'participation', 'artistic-freedom', 'enforced-disappearance'),
    ),
    topicsWhole: fc.boolean(),
    ongoing: known,
    detained: known,
    everDetained: known,
    categories: fc.subarray(['I', 'II', 'III'] as const),
    disappeared: known,
    disappearedOn: fc.option(day),
    danger: known,
    grave: known,
    by: fc.constantFrom('state', 'others', null),
    defender: known,
    artist: known,
    reprisal: known,
    consent: fc.constantFrom('given', 'withdrawn', null),
    whereabouts: fc.option(fc.uniqueArray(state, { maxLength: 2 })),
    asylumAskedIn: fc.constantFrom([], ['AR'], null),
    reported: known,
    finalDecision: fc.option(fc.record({ on: day, notified: fc.boolean() })),
    exception: known,
    knownFrom: fc.constantFrom('direct', 'media-only', null),
    told: known,
    identified: known,
    hearingOn: fc.option(day),
    others: fc.constant([]),
  })
  const names = Object.keys(nothingKnown) as (keyof CaseFacts)[]
  // What is emptied of a case of which it is not known that the subject is whole cannot be known to be whole either.
  const forget = (facts: CaseFacts, forgotten: readonly (keyof CaseFacts)[]): CaseFacts =>
    Object.assign({}, facts, Object.fromEntries(forgotten.map((name) => [name, nothingKnown[name]])))

  test('never excludes: whatever is forgotten of a case, nothing more is excluded than before', () => {
    const twelve = mechanisms.filter(({ id }) => predicates[id])
    fc.assert(
      fc.property(anyFacts, fc.subarray(names), (facts, forgotten) => {
        const excluded = (of: CaseFacts) =>
          chooseMechanisms(of, { at, mechanisms: twelve, standing: standingOf }).flatMap((one) =>
            one.verdict === 'excluded' ? [one.mechanism.id] : [],
          )
        const before = new Set(excluded(facts))
        for (const id of excluded(forget(facts, forgotten))) expect(before).toContain(id)
      }),
      { numRuns: 100 },
    )
  })

  test('of a State never excludes either: without its standing, no mechanism is excluded for it', () => {
    const none = () => null
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const id of ['ia-petition', 'ia-hearing', 'un-ced-urgent']) {
          const { reasons } = of(id, { ...facts, disappeared: null, disappearedOn: null }, at, none)
          const late = id === 'ia-petition' && facts.finalDecision !== null
          if (!late) expect(reasons.map(({ verdict }) => verdict)).not.toContain('excluded')
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('reasons', () => {
  test('are in three languages, each with the rule it rests on where the catalogue has one', () => {
    for (const facts of [singer, leader, missing, decided, nothingKnown])
      for (const { reasons, evaluated, mechanism } of choose(facts)) {
        expect(reasons.length > 0).toBe(evaluated)
        for (const { words } of reasons)
          for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
        if (evaluated)
          expect(reasons.filter(({ rule }) => rule !== null).length, mechanism.id).toBeGreaterThan(0)
      }
  })

  test('an unchecked “no” of a State warns, and excludes only once it was looked up', () => {
    const lookedUp: typeof standingOf = (state, body) => {
      const known = standingOf(state, body)
      const page: Partial<Standing> = { source: ['page'], provenance: 'found' }
      return known && { ...known, ...page }
    }
    const american = { ...missing, states: ['US'], nationalities: ['US'] }
    expect(of('un-ced-urgent', american).verdict).toBe('unknown')
    expect(of('un-ced-urgent', american, at, lookedUp).verdict).toBe('excluded')
  })
})

describe('the order', () => {
  test('is urgency first, then time left; what nothing points to, what is not evaluated and what is excluded come last', () => {
    const order = choose(missing).map(({ mechanism }) => mechanism.id)
    expect(order.slice(0, 2)).toEqual(['un-wgeid-urgent', 'un-sp-urgent-appeal'])
    expect(order.indexOf('un-sp-allegation-letter')).toBeGreaterThan(order.indexOf('ia-precautionary'))
    const ranks = choose(singer).map((one) =>
      one.evaluated ? (one.verdict === 'excluded' ? 3 : one.pointed ? 0 : 1) : 2,
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(choose(singer)).toHaveLength(54)
    expect(choose(singer).filter(({ evaluated }) => !evaluated)).toHaveLength(42)
  })
})

describe('duplication', () => {
  const other = (...ids: string[]) => [
    { mechanisms: ids, record: 'x', title: 'SP-2026-0001', state: 'pending' as const, on: null },
  ]
  test.each([
    ['ia-petition', ['un-tb-ccpr'], true],
    ['un-tb-ccpr', ['ia-petition'], true],
    ['eu-ecthr-application', ['ia-petition'], true],
    ['un-ced-urgent', ['un-wgeid-urgent'], true],
    ['un-wgeid-urgent', ['un-ced-urgent'], true],
    ['un-wgad-regular', ['un-tb-ccpr'], true],
    ['un-hrc-complaint', ['un-sp-allegation-letter'], true],
    ['un-sp-urgent-appeal', ['un-sp-urgent-appeal'], true],
    ['un-ced-urgent', ['un-ced-urgent', 'un-wgad-urgent', 'un-wgeid-urgent'], true],
    ['ia-precautionary', ['un-sp-urgent-appeal'], false],
    ['ia-petition', ['ia-precautionary'], false],
    ['ia-petition', ['un-sp-allegation-letter'], false],
    ['un-sp-urgent-appeal', ['un-wgad-regular'], false],
    ['un-upr-stakeholder', ['ia-petition'], false],
  ])('%s beside %s: %s', (id, ids, warned) => {
    const { duplications } = of(id, { ...leader, others: other(...ids) })
    expect(duplications.length > 0).toBe(warned)
    for (const { words } of duplications) expect(Object.values(words).every((text) => text !== '')).toBe(true)
  })

  test('of what has ended warns only between bodies that decide', () => {
    const ended = (id: string) => other(id).map((one) => ({ ...one, state: 'ended' as const }))
    expect(of('ia-petition', { ...leader, others: ended('un-tb-ccpr') }).duplications).toHaveLength(1)
    expect(of('un-ced-urgent', { ...leader, others: ended('un-wgeid-urgent') }).duplications).toHaveLength(0)
  })
})
