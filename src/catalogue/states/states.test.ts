import { describe, expect, test } from 'vitest'
import { countryByCode, fictionalStates } from '#catalogue/countries'
import { checkFacts, fields, mechanisms, sources } from '#catalogue/mechanisms'
import { bodyIds, standingKinds } from './standing.ts'
import { bodies, isReliable, standingOf } from './states.ts'

const known = {
  sources: new Set(sources.map(({ id }) => id)),
  fields: new Set(fields.map(({ id }) => id)),
  anchors: new Set<string>(),
  mechanisms: new Set(mechanisms.map(({ id }) => id)),
  roles: {},
}

describe('where states stand', () => {
  test('is told by facts with a known source, each of a state that exists and only once', () => {
    expect(bodies.map(({ id }) => id)).toEqual([...bodyIds])
    for (const body of bodies) {
      expect(checkFacts(body, body.id, known)).toEqual([])
      expect(new Set(body.standings.map(({ state }) => state)).size).toBe(body.standings.length)
      for (const one of body.standings) {
        const fictional = fictionalStates.some(({ code }) => code === one.state)
        expect(countryByCode(one.state) !== null || fictional).toBe(true)
        expect(one.declared === true).toBe(fictional)
        expect(standingKinds).toContain(one.standing)
        if (one.since)
          expect(one.since >= body.inForce.slice(0, 4) || body.kind !== 'organisation').toBe(true)
      }
    }
  })

  test('is refused by the same check when a fact has no source', () => {
    const [first] = bodies
    const { source: _, ...bare } = first?.standings[0] ?? { source: [] }
    expect(checkFacts({ standings: [bare] }, 'oas', known)).toEqual(['oas.standings[0]: no source'])
  })

  test('has 35 members of the OAS less those that left or contest it, 46 of the Council of Europe, 27 of the Union', () => {
    const real = (id: string, standing: string) =>
      bodies
        .find((one) => one.id === id)
        ?.standings.filter((one) => one.standing === standing && !one.declared).length
    expect([real('oas', 'in'), real('oas', 'ceased'), real('oas', 'contested')]).toEqual([33, 1, 1])
    expect([real('coe', 'in'), real('eu', 'in')]).toEqual([46, 27])
  })

  test('follows from a whole list by absence, and from any other only by being said', () => {
    expect(standingOf('FR', 'oas')).toMatchObject({ standing: 'out', confidence: 'high' })
    expect(standingOf('TV', 'icpped')).toBeNull()
    expect(standingOf('AR', 'icpped')).toMatchObject({ standing: 'in', since: '2007' })
    expect(standingOf('not a state', 'oas')).toBeNull()
  })

  test('turns nobody away unless it is sure', () => {
    const us = standingOf('US', 'icpped')
    expect(us?.standing).toBe('out')
    expect(us && isReliable(us)).toBe(false)
    const closed = standingOf('QO', 'icpped')
    expect(closed && isReliable(closed)).toBe(true)
    expect(us && isReliable({ ...us, source: ['page'], provenance: 'found' })).toBe(true)
  })
})
