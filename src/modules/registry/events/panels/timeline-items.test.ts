import { describe, expect, test } from 'vitest'
import { timelineItems } from './timeline-items.ts'

const dates = (...all: readonly unknown[]) =>
  timelineItems(
    all.map((date, i) => ({ key: String(i), date, label: `${i}` })),
    'en',
  )

describe('a timeline', () => {
  test('puts uncertain dates in order with their bounds, and counts what has none', () => {
    const { items, undated } = dates('1977-02/1977-04', undefined, '1976-11?', '../1975', '1976-11-04')
    expect(undated).toBe(1)
    expect(items.map(({ key }) => key)).toEqual(['3', '2', '4', '0'])
    expect(items.map(({ earliest, latest, uncertain }) => [earliest, latest, uncertain])).toEqual([
      [null, '1975-12-31', false],
      ['1976-11-01', '1976-11-30', true],
      ['1976-11-04', '1976-11-04', false],
      ['1977-02-01', '1977-04-30', false],
    ])
  })

  test('gives every bound as a day that the drawing can place', () => {
    for (const edtf of ['-0044-03-15', 'Y17000', 'Y-17000', '0000', 'XXXX-12-XX', '197X', 'Y170000000'])
      for (const { earliest, latest } of dates(edtf).items)
        for (const day of [earliest, latest])
          if (day !== null)
            expect([edtf, day, Number.isNaN(Date.parse(`${day}T00:00:00Z`))]).toEqual([edtf, day, false])
  })
})
