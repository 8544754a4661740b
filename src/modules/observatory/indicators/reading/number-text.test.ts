import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessStyle, type NumberStyle, readNumber } from './number-text.ts'

const comma: NumberStyle = { decimal: ',', thousands: '' }

describe('a number', () => {
  test('with a decimal comma is never read as thousands', () => {
    expect(readNumber('87,18', comma)).toEqual({ is: 'number', value: 87.18 })
    expect(readNumber('87,18')).toEqual({ is: 'other' })
    expect(readNumber('87,18', { decimal: '.', thousands: ',' })).toEqual({ is: 'other' })
  })

  test('with thousands has groups of three', () => {
    const style: NumberStyle = { decimal: ',', thousands: '.' }
    expect(readNumber('1.234.567,5', style)).toEqual({ is: 'number', value: 1_234_567.5 })
    expect(readNumber('1.234', style)).toEqual({ is: 'number', value: 1234 })
    expect(readNumber('12.34', style)).toEqual({ is: 'other' })
    expect(readNumber('1234.567', style)).toEqual({ is: 'other' })
  })

  test.each(['', 'NA', 'n/a', 'NaN', '..', '–'])('%j is missing, not zero', (text) => {
    expect(readNumber(text)).toEqual({ is: 'missing' })
  })

  test.each(['1e400', '1,2,3', '--1', '1.2.3', 'abc', '0x10', '٣', '1 2', '.', ','].filter((t) => t !== '.'))(
    '%j is no number',
    (text) => {
      expect(readNumber(text).is).not.toBe('number')
    },
  )

  test('that a program wrote comes back the same in every style', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toEqual({
          is: 'number',
          value: value === 0 ? Number(String(value)) : value,
        })
        expect(readNumber(String(value).replace('.', ','), comma)).toEqual({
          is: 'number',
          value: Number(String(value)),
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('the style of a column', () => {
  test('is told by what only one reading allows', () => {
    expect(guessStyle(['87,18', '9,5', '100'])).toEqual({ is: 'sure', style: comma })
    expect(guessStyle(['0.1', '.5', 'NA'])).toMatchObject({ is: 'sure', style: { decimal: '.' } })
    expect(guessStyle(['1.234,5', '7'])).toMatchObject({
      is: 'sure',
      style: { decimal: ',', thousands: '.' },
    })
    expect(guessStyle(['1', '2', ''])).toMatchObject({ is: 'sure' })
  })

  test('is asked for where two styles read different numbers', () => {
    expect(guessStyle(['1.234', '5'])).toEqual({ is: 'ambiguous', example: '1.234' })
    expect(guessStyle(['1,234'])).toEqual({ is: 'ambiguous', example: '1,234' })
    expect(guessStyle(['1,234', '1,5'])).toEqual({ is: 'sure', style: comma })
  })

  test('is none where a cell is no number at all', () => {
    expect(guessStyle(['1.5', 'free'])).toEqual({ is: 'none', example: 'free' })
  })

  test('never changes a number that was written in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 8 }),
        (hundredths) => {
          const cells = hundredths.map((one) => (one / 100).toFixed(2).replace('.', ','))
          const guess = guessStyle(cells)
          expect(guess.is).toBe('sure')
          if (guess.is === 'sure')
            expect(cells.map((cell) => readNumber(cell, guess.style))).toEqual(
              hundredths.map((one) => ({ is: 'number', value: one / 100 })),
            )
        },
      ),
      { numRuns: 50 },
    )
  })
})
