import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdtf } from './arbitrary-date.ts'
import { compareDates, dateBounds, overlaps, parseDate, sortKey } from './index.ts'

const accepted = arbitraryEdtf.filter((text) => parseDate(text).ok)

describe('bounds', () => {
  it.each([
    ['1976', '1976-01-01', '1976-12-31'],
    ['1976-02', '1976-02-01', '1976-02-29'],
    ['1977-02-03', '1977-02-03', '1977-02-03'],
    ['197X', '1970-01-01', '1979-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['1976-1X', '1976-10-01', '1976-12-31'],
    ['1976-XX-31', '1976-01-31', '1976-12-31'],
    ['197X-02-29', '1972-02-29', '1976-02-29'],
    ['XXXX-11-03', null, null],
    ['1976-11/1977-02', '1976-11-01', '1977-02-28'],
    ['/1978', null, '1978-12-31'],
    ['../1978', null, '1978-12-31'],
    ['1976/', '1976-01-01', null],
    ['1976-11/..', '1976-11-01', null],
    ['1976~', '1976-01-01', '1976-12-31'],
    ['[..1978]', null, '1978-12-31'],
    ['[1978,1976-03]', '1976-03-01', '1978-12-31'],
    ['{1976,1978..1980}', '1976-01-01', '1980-12-31'],
    ['-0044-03', '-0044-03-01', '-0044-03-31'],
    ['Y17000', '+17000-01-01', '+17000-12-31'],
    ['1976-33', '1976-01-01', '1976-03-31'],
    ['1976-38', '1976-05-01', '1976-08-31'],
    ['1976-41', '1976-07-01', '1976-12-31'],
  ])('%s is %s to %s', (edtf, earliest, latest) => {
    expect(dateBounds(edtf)).toEqual({ earliest, latest })
  })

  it('a season without hemisphere covers both; with hemisphere only its own months', () => {
    expect(dateBounds('1976-21')).toEqual({ earliest: '1976-03-01', latest: '1976-12-31' })
    expect(dateBounds('1976-22')).toEqual({ earliest: '1975-12-01', latest: '1977-03-31' })
    expect(dateBounds('1976-26')).toEqual({ earliest: '1976-06-01', latest: '1976-09-30' })
    expect(dateBounds('1976-29')).toEqual({ earliest: '1976-09-01', latest: '1976-12-31' })
    expect(dateBounds('1976-32')).toEqual({ earliest: '1976-06-01', latest: '1976-09-30' })
  })

  it('never end before they begin', () => {
    fc.assert(
      fc.property(accepted, (edtf) => {
        const { earliest, latest } = dateBounds(edtf)
        if (earliest !== null && latest !== null) expect(order(earliest, latest)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('are not given for a text that is not a date', () => {
    expect(() => dateBounds('31/02/1977')).toThrow(RangeError)
  })
})

describe('order', () => {
  it('puts open beginnings first, then earlier before later, shorter before longer', () => {
    const shuffled = [
      '1977',
      'Y17000',
      '1976-11',
      '1976/..',
      '../1978',
      '-0044',
      '1976-01-01',
      'Y-17000',
      '1976',
      '/1960',
      '0000',
    ]
    expect(shuffled.toSorted(compareDates)).toEqual([
      '/1960',
      '../1978',
      'Y-17000',
      '-0044',
      '0000',
      '1976-01-01',
      '1976',
      '1976/..',
      '1976-11',
      '1977',
      'Y17000',
    ])
  })

  it('of the key is the order of the bounds', () => {
    fc.assert(
      fc.property(accepted, accepted, (a, b) => {
        const [x, y] = [dateBounds(a), dateBounds(b)]
        const byBounds = orderOpen(x.earliest, y.earliest, -1) || orderOpen(x.latest, y.latest, 1)
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(byBounds))
        expect(sortKey(a)).toMatch(/^[0-9/-]+$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('overlap', () => {
  it('holds when the date may fall within the limits, both included', () => {
    expect(overlaps('1976-11', '1976-11-30', null)).toBe(true)
    expect(overlaps('1976-11', '1976-12-01', null)).toBe(false)
    expect(overlaps('1976-11', null, '1976-11-01')).toBe(true)
    expect(overlaps('1976-11', null, '1976-10')).toBe(false)
    expect(overlaps('/1978', '1978', null)).toBe(true)
    expect(overlaps('1976/', '1990', '1991')).toBe(true)
    expect(overlaps('XXXX-11-03', '1990', '1991')).toBe(true)
    expect(overlaps('1976', '1976-03', '1976-04')).toBe(true)
    expect(overlaps('1976', null, null)).toBe(true)
  })

  it('is mutual between closed dates', () => {
    fc.assert(
      fc.property(accepted, accepted, (a, b) => {
        expect(overlaps(a, b, b)).toBe(overlaps(b, a, a))
      }),
    )
  })
})

/** Order of two bounds by their numbers, as a check that does not use the keys. */
function order(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)]
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2]
}

function numbers(text: string): readonly [number, number, number] {
  const found = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(text)
  if (!found) throw new Error(`not a bound: ${text}`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

function orderOpen(a: string | null, b: string | null, openIs: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? openIs : -openIs
  return order(a, b)
}
