import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdtf } from './arbitrary-date.ts'
import { formatDate, parseDate } from './index.ts'

describe('a date in words', () => {
  it.each([
    ['1976-11', 'November 1976', 'noviembre de 1976', 'novembre de 1976'],
    ['1977-04-03', '3 April 1977', '3 de abril de 1977', '3 d’abril de 1977'],
    ['1976?', '1976 (uncertain)', '1976 (fecha incierta)', '1976 (data incerta)'],
    ['1976~', 'about 1976', 'hacia 1976', 'cap a 1976'],
    [
      '1976-11%',
      'about November 1976 (uncertain)',
      'hacia noviembre de 1976 (fecha incierta)',
      'cap a novembre de 1976 (data incerta)',
    ],
    [
      '1976-11/1977-02',
      'between November 1976 and February 1977',
      'entre noviembre de 1976 y febrero de 1977',
      'entre novembre de 1976 i febrer de 1977',
    ],
    ['/1978', 'before 1978', 'antes de 1978', 'abans de 1978'],
    ['/1978-04-03', 'before 3 April 1978', 'antes del 3 de abril de 1978', 'abans del 3 d’abril de 1978'],
    ['/1978-04', 'before April 1978', 'antes de abril de 1978', 'abans d’abril de 1978'],
    ['1976-03-03/', 'after 3 March 1976', 'después del 3 de marzo de 1976', 'després del 3 de març de 1976'],
    ['1976/..', 'since 1976', 'desde 1976', 'des de 1976'],
    ['../1978-03-03', 'until 3 March 1978', 'hasta el 3 de marzo de 1978', 'fins al 3 de març de 1978'],
    ['197X', '1970s', 'década de 1970', 'dècada de 1970'],
    ['/197X', 'before the 1970s', 'antes de la década de 1970', 'abans de la dècada de 1970'],
    ['19XX', '20th century', 'siglo XX', 'segle XX'],
    ['/19XX', 'before the 20th century', 'antes del siglo XX', 'abans del segle XX'],
    ['1976-22', 'summer 1976', 'verano de 1976', 'estiu de 1976'],
    ['/1976-22', 'before summer 1976', 'antes del verano de 1976', 'abans de l’estiu de 1976'],
    [
      '1976-29',
      'spring 1976 (southern hemisphere)',
      'primavera de 1976 (hemisferio sur)',
      'primavera de 1976 (hemisferi sud)',
    ],
    ['1976-34', '2nd quarter of 1976', '2.º trimestre de 1976', '2n trimestre de 1976'],
    [
      '1976-XX-XX',
      '1976 (day and month unknown)',
      '1976 (día y mes desconocidos)',
      '1976 (dia i mes desconeguts)',
    ],
    [
      'XXXX-11-03',
      '3 November (year unknown)',
      '3 de noviembre (año desconocido)',
      '3 de novembre (any desconegut)',
    ],
    [
      '1976-?11',
      'November 1976 (uncertain: month)',
      'noviembre de 1976 (incierto: mes)',
      'novembre de 1976 (incert: mes)',
    ],
    ['-0044-03', 'March 45 BC', 'marzo de 45 a. C.', 'març de 45 aC'],
    [
      '[1976,1978]',
      'one of: 1976 or 1978',
      'una de estas fechas: 1976 o 1978',
      'una d’aquestes dates: 1976 o 1978',
    ],
    ['{1976,1978..1980}', '1976 and 1978 to 1980', '1976 y 1978 a 1980', '1976 i 1978 a 1980'],
    ['../..', 'unknown date', 'fecha desconocida', 'data desconeguda'],
    [
      '1976-11-03T10:30Z',
      '3 November 1976, 10:30 UTC',
      '3 de noviembre de 1976, 10:30 UTC',
      '3 de novembre de 1976, 10:30 UTC',
    ],
  ])('%s', (edtf, en, es, ca) => {
    expect([formatDate(edtf, 'en'), formatDate(edtf, 'es'), formatDate(edtf, 'ca')]).toEqual([en, es, ca])
  })

  it('reads back to the same date in every language, for the forms that people write', () => {
    const year = fc.integer({ min: 1000, max: 2999 }).map(String)
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'))
    const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'))
    const point = fc
      .tuple(
        fc.oneof(
          year,
          fc.tuple(year, month).map((p) => p.join('-')),
          fc.tuple(year, month, day).map((p) => p.join('-')),
          fc.tuple(year, fc.integer({ min: 21, max: 24 })).map((p) => p.join('-')),
          fc.integer({ min: 100, max: 209 }).map((n) => `${n}X`),
          fc.integer({ min: 10, max: 20 }).map((n) => `${n}XX`),
        ),
        fc.constantFrom('', '?', '~', '%'),
      )
      .map((p) => p.join(''))
    const date = fc.oneof(
      point,
      point.map((p) => `/${p}`),
      point.map((p) => `../${p}`),
      point.map((p) => `${p}/`),
      point.map((p) => `${p}/..`),
      fc.tuple(point, point).map((p) => p.join('/')),
    )
    fc.assert(
      fc.property(
        date.filter((d) => parseDate(d).ok),
        fc.constantFrom('en', 'es', 'ca'),
        (edtf, language) => {
          expect(parseDate(formatDate(edtf, language))).toMatchObject({ ok: true, edtf })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('says every date that is accepted', () => {
    fc.assert(
      fc.property(
        arbitraryEdtf.filter((d) => parseDate(d).ok),
        fc.constantFrom('en', 'es', 'ca'),
        (edtf, language) => {
          expect(formatDate(edtf, language)).not.toMatch(/undefined|NaN|^$| {2}/)
        },
      ),
    )
  })
})
