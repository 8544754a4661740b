import { expect, test } from 'vitest'
import { sourceOf } from '#catalogue/mechanisms'
import { languages } from '#platform/i18n'
import { atrocityFactorById, atrocityFactors, atrocityScopeLabels, atrocityScopes } from './index.ts'

test('fourteen factors: eight common, two of each crime, named in three languages', () => {
  expect(atrocityFactors.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1))
  const of = (scope: string) =>
    atrocityFactors.filter((one) => one.scope === scope).map(({ number }) => number)
  expect(of('common')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(atrocityScopes.slice(1).map(of)).toEqual([
    [9, 10],
    [11, 12],
    [13, 14],
  ])
  for (const { id, number, name, source } of atrocityFactors) {
    expect(id).toBe(`rf-${String(number).padStart(2, '0')}`)
    expect(atrocityFactorById(id)?.number).toBe(number)
    for (const language of languages) expect(name[language]).not.toBe('')
    expect(source.every((one) => sourceOf(one) !== null)).toBe(true)
  }
  expect(Object.keys(atrocityScopeLabels)).toEqual([...atrocityScopes])
  expect(atrocityFactorById('rf-15')).toBeNull()
})
