import { expect, test } from 'vitest'
import {
  countries,
  countryByCode,
  countryCentroid,
  countryName,
  countryNumeric,
  fictionalStates,
  foldName,
  matchCountry,
  territories,
} from './index.ts'
import { nameIndex } from './name-index.ts'
import { splitPersonStatus } from './person-status.ts'

test('holds the 249 codes of ISO 3166-1 and Kosovo, each with three names and a point', () => {
  expect(countries).toHaveLength(250)
  for (const { code, alpha3, name } of countries) {
    expect(code).toMatch(/^[A-Z]{2}$/)
    expect(alpha3).toMatch(/^[A-Z]{3}$/)
    for (const text of Object.values(name)) expect(text).not.toBe(code)
    const [longitude, latitude] = countryCentroid(code) ?? [Infinity, Infinity]
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
  }
  expect(new Set(countries.map(({ numeric }) => numeric)).size).toBe(250)
  expect(countryNumeric('AR')).toBe('032')
  expect(countryNumeric('XK')).toBeNull()
})

test('places known countries where they are', () => {
  for (const [code, longitude, latitude] of [
    ['AR', -65, -35],
    ['FR', 2.5, 46.6],
    ['US', -99, 40],
    ['JP', 138, 36.5],
  ] as const) {
    const [x, y] = countryCentroid(code) ?? [0, 0]
    expect(Math.hypot(x - longitude, y - latitude), code).toBeLessThan(4)
  }
})

test('every own name of a country is read as that country or left to a person', () => {
  const wrong = countries.flatMap(({ code, name }) =>
    Object.values(name)
      .map((text) => [code, text, matchCountry(text)] as const)
      .filter(([, , match]) =>
        match.status === 'certain' ? match.code !== code : !match.candidates.includes(code),
      ),
  )
  expect(wrong).toEqual([])
})

test('no name of a country is taken for a status phrase', () => {
  const taken = [...nameIndex().exact.keys()].filter((name) => splitPersonStatus(name).personStatus !== null)
  expect(taken).toEqual([])
})

test('names fictional states and never matches them', () => {
  expect(countryName('QM', 'ca')).toBe('Merídia')
  for (const { code, name, fictional } of fictionalStates) {
    expect(fictional).toBe(true)
    expect(countryByCode(code)).toBeNull()
    for (const text of [code, ...Object.values(name)]) expect(matchCountry(text).status).toBe('none')
  }
})

test('lists places outside ISO with known current codes', () => {
  for (const { within } of territories)
    for (const code of within) expect(countryByCode(code), code).not.toBeNull()
})

test('folds case, accents, punctuation, the Catalan middle dot and invisible signs', () => {
  expect(foldName('  Gal·les ')).toBe('galles')
  expect(foldName('GA\u0140LES')).toBe('galles')
  expect(foldName('Co\u0302te d’Ivoire')).toBe('cote d ivoire')
  expect(foldName('Mè\u200Bxic\u00A0')).toBe('mexic')
})
