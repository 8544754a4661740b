import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballotLength, polity } from '#catalogue/polities'
import { agreementAmong } from './agreement.ts'
import { findBlocs } from './blocs.ts'
import { cohesionByYear } from './cohesion.ts'
import { besideGroup, comparePair, divides } from './compare.ts'
import { enough, neighboursOf, together } from './neighbours.ts'
import { expectedVote, pullOf } from './points/moves.ts'
import { catalogueGroup, chosenStates, indexGroup } from './state-group.ts'
import { readVoteWindow, sessionsOf, windowQuery } from './vote-window.ts'

const place = (code: string): number => (polity(code)?.n ?? 0) - 1

/** A ballot in which the states named do what is said: `{ ARG: 'Y' }`. */
const ballot = (votes: Readonly<Record<string, string>>): string => {
  const letters = Array.from({ length: ballotLength }, () => '.')
  for (const [code, letter] of Object.entries(votes)) letters[place(code)] = letter
  return letters.join('')
}

describe('windows', () => {
  test('an address gives back the window that made it', () =>
    fc.assert(
      fc.property(
        fc.record({
          source: fc.constantFrom('', 'voeten:ga'),
          from: fc.constantFrom('', '2019', '2020-02-29'),
          to: fc.constantFrom('', '2021-12-01'),
          sessions: fc.constantFrom('', '70-74', 'ES-10'),
          topic: fc.constantFrom('', 'hr', 'TERRITORIES--OCCUPIED & more'),
          agenda: fc.constantFrom('', '4'),
          parts: fc.boolean(),
        }),
        (window) => {
          expect(readVoteWindow(new URLSearchParams(windowQuery(window)))).toEqual(window)
        },
      ),
      { numRuns: 50 },
    ))

  test('sessions: a range is each of them, anything else is as it is written', () => {
    expect(sessionsOf('72-74')).toEqual(['72', '73', '74'])
    expect(sessionsOf('ES-10')).toEqual(['ES-10'])
    expect(sessionsOf('74-72')).toEqual(['74-72'])
  })
})

describe('groups', () => {
  test('by an index: the year counts, its last year two years on, and no further', () => {
    const values = [
      { polity: 'CUB', year: 2018, value: 0 },
      { polity: 'CUB', year: 2019, value: 0 },
      { polity: 'VEN', year: 2019, value: 1 },
      { polity: 'CHL', year: 2019, value: 3 },
    ]
    const group = indexGroup('index:x:y:0-1', 'autocracies', values, (value) => value <= 1)
    expect(group.at('2018-06-01')).toEqual([place('CUB')])
    expect(group.at('2019-06-01')).toEqual([place('CUB'), place('VEN')])
    expect(group.at('2021-12-31')).toEqual([place('CUB'), place('VEN')])
    expect(group.at('2022-01-01')).toEqual([])
    expect(group.at('2017-12-31')).toEqual([])
  })

  test('of the catalogue: the members of the day', () => {
    const union = catalogueGroup('eu', 'en')
    expect(union?.at('2019-06-01')).toContain(place('GBR'))
    expect(union?.at('2021-06-01')).not.toContain(place('GBR'))
    expect(catalogueGroup('none', 'en')).toBeNull()
  })
})

test('a pair: what divided nobody says nothing, an abstention is half way, topics from where they part', () => {
  const calls = [
    { day: '2019-01-01', topics: ['hr'] },
    { day: '2019-02-01', topics: ['hr', 'ec'] },
    { day: '2020-01-01', topics: ['ec'] },
    { day: '2020-02-01', topics: ['ec'] },
  ]
  const ballots = [
    ballot({ ARG: 'Y', CHL: 'N' }),
    ballot({ ARG: 'Y', CHL: 'A' }),
    ballot({ ARG: 'Y', CHL: 'Y', USA: 'N' }),
    ballot({ ARG: 'Y', CHL: 'Y', USA: 'Y' }),
  ]
  const found = comparePair(calls, ballots, place('ARG'), place('CHL'))
  expect(found.whole).toEqual({ agreement: 0.5, n: 3 })
  expect(found.byYear).toEqual([
    { year: 2019, agreement: 0.25, n: 2 },
    { year: 2020, agreement: 1, n: 1 },
  ])
  expect(found.byTopic).toEqual([
    { topic: 'hr', agreement: 0.25, n: 2 },
    { topic: 'ec', agreement: 0.75, n: 2 },
  ])
  const { neighbours, votes } = neighboursOf(ballots, place('ARG'))
  expect(votes).toBe(3)
  expect(neighbours.find((one) => one.place === place('CHL'))).toMatchObject({ agreement: 0.5, n: 3 })
  expect(together(neighbours, [place('CHL'), place('USA')])).toEqual({ n: 4, agreement: 1.5 / 4 })
  expect(enough({ neighbours, votes })).toEqual([])
})

test('beside a group: the majority is that of the others, and a draw is none', () => {
  const group = chosenStates(['ARG', 'BRA', 'CHL', 'URY'], 'four')
  const calls = [{ day: '2019-01-01' }, { day: '2019-01-02' }, { day: '2019-01-03' }]
  const ballots = [
    ballot({ ARG: 'N', BRA: 'Y', CHL: 'Y', URY: 'A' }),
    ballot({ ARG: 'Y', BRA: 'Y', CHL: 'N' }),
    ballot({ BRA: 'Y', CHL: 'Y' }),
  ]
  expect(besideGroup(calls, ballots, place('ARG'), group)).toEqual([{ call: 0, own: 3, group: 1 }])
  expect(cohesionByYear(calls, ballots, group)[0]).toMatchObject({
    year: 2019,
    rollCalls: 3,
    index: (0.25 + 0.5 + 1) / 3,
  })
})

test('blocs: two camps are two, who hardly voted is not placed, and the middle comes first', () => {
  const north = ['USA', 'CAN', 'GBR']
  const south = ['CUB', 'NIC', 'VEN', 'BOL']
  const camp = (codes: readonly string[], letter: string) =>
    Object.fromEntries(codes.map((code) => [code, letter]))
  const ballots = Array.from({ length: 10 }, (_, i) =>
    ballot({
      ...camp(north, i % 2 ? 'Y' : 'N'),
      ...camp(south, i % 2 ? 'N' : 'Y'),
      ...(i === 0 && { BOL: 'A', HTI: 'Y' }),
    }),
  )
  expect(ballots.every(divides)).toBe(true)
  const found = findBlocs(agreementAmong(ballots), null)
  expect(found.count).toBe(2)
  expect(found.blocs.map(({ places }) => places.toSorted((a, b) => a - b))).toEqual(
    [south, north].map((codes) => codes.map(place).toSorted((a, b) => a - b)),
  )
  expect(found.blocs[0]?.places.at(-1)).toBe(place('BOL'))
  expect(found.leftOut).toEqual([place('HTI')])
  expect(findBlocs(agreementAmong([]), null)).toMatchObject({ blocs: [], leftOut: [] })
})

describe('what moves a state', () => {
  const curve = { discrimination: 2, cut1: -1, cut2: 1, seen: 'YAN' } as const
  test('chances add up to one, and what an item never saw has none', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.constantFrom('YAN', 'YA', 'YN', 'AN'),
        (position, seen) => {
          const chances = expectedVote({ ...curve, cut2: seen === 'YAN' ? 1 : -1, seen }, position)
          expect(chances[0] + chances[1] + chances[2]).toBeCloseTo(1, 9)
          const letters = ['Y', 'A', 'N']
          letters.forEach((letter, i) => {
            if (!seen.includes(letter)) expect(chances[i]).toBe(0)
          })
        },
      ),
      { numRuns: 60 },
    ))

  test('an unexpected no pulls up where the noes stand high, and down where they stand low', () => {
    expect(pullOf(curve, -1, 3)).toBeGreaterThan(3)
    expect(pullOf({ ...curve, discrimination: -2 }, 1, 3)).toBeLessThan(-3)
    expect(Math.abs(pullOf(curve, -1, 1))).toBeLessThan(0.5)
  })
})
