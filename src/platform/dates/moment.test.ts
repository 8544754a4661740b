import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoment, instantOf, isZone, momentAt, parseMoment } from './moment.ts'

test('a moment is an instant by the clocks of its place', () => {
  expect(instantOf('2026-11-21T20:00[America/Argentina/Buenos_Aires]').toISOString()).toBe(
    '2026-11-21T23:00:00.000Z',
  )
  expect(instantOf('2026-07-01T20:00[Europe/Madrid]').toISOString()).toBe('2026-07-01T18:00:00.000Z')
})

test('a time shown twice is the first, a time skipped comes after the change', () => {
  expect(instantOf('2026-10-25T02:30[Europe/Madrid]').toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(instantOf('2026-03-29T02:30[Europe/Madrid]').toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test('what is no day, time or zone is refused', () => {
  for (const bad of [
    '2026-02-30T10:00[UTC]',
    '2026-02-20T24:30[UTC]',
    '2026-02-20T10:00[Nowhere/City]',
    '2026-02-20T10:00',
    { day: '2026-02-20', time: 'noon', zone: 'UTC' },
    { day: '2026-02-20', time: '10:00', zone: '' },
    7,
    null,
  ])
    expect(parseMoment(bad)).toBeNull()
  expect(parseMoment({ day: '2026-02-20', time: '9:05', zone: 'UTC' })).toBe('2026-02-20T09:05[UTC]')
  expect(isZone('+03:00')).toBe(false)
})

test('an instant shown in a zone and read again is the same minute, save for the hour that comes twice', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      fc.constantFrom(
        'UTC',
        'Europe/Madrid',
        'America/Argentina/Buenos_Aires',
        'Asia/Kathmandu',
        'America/New_York',
      ),
      (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        const moment = momentAt(minute, zone)
        expect(parseMoment(moment)).toBe(moment)
        expect([0, 3_600_000]).toContain(minute.getTime() - instantOf(moment).getTime())
      },
    ),
  )
})

test('in words it says its place', () => {
  expect(formatMoment('2026-11-21T20:00[America/Argentina/Buenos_Aires]', 'es')).toBe(
    '21 de noviembre de 2026, 20:00 (Buenos Aires)',
  )
})
