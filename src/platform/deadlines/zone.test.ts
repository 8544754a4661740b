import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNumber } from './civil-day.ts'
import { dayAt, endOfDay, instantAt, isoInZone, isZone, wallClock } from './zone.ts'

const zones = [
  'Europe/Zurich',
  'America/New_York',
  'America/Argentina/Buenos_Aires',
  'America/Santiago',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

describe('the clocks of a zone', () => {
  it('end a day at its own midnight', () => {
    const closes = (day: string, zone: string) => isoInZone(endOfDay(day, zone), zone)
    expect(closes('2027-02-28', 'America/New_York')).toBe('2027-02-28T23:59:59-05:00')
    expect(closes('2026-07-01', 'America/New_York')).toBe('2026-07-01T23:59:59-04:00')
    expect(closes('2026-08-24', 'America/Argentina/Buenos_Aires')).toBe('2026-08-24T23:59:59-03:00')
    expect(closes('2026-03-29', 'Europe/Zurich')).toBe('2026-03-29T23:59:59+02:00')
  })

  it('end a day whose midnight is skipped or shown twice', () => {
    // Chile puts its clocks forward at midnight: 6 September 2026 begins at one in the morning.
    const end = endOfDay('2026-09-05', 'America/Santiago')
    expect(wallClock(end, 'America/Santiago')).toBe('2026-09-05T23:59:59')
    expect(wallClock(end + 1, 'America/Santiago')).toBe('2026-09-06T01:00:00')
    // Chile puts them back at midnight: the last hour of 4 April 2026 is lived twice, and the day ends after the second.
    const back = endOfDay('2026-04-04', 'America/Santiago')
    expect(back - instantAt('2026-04-04', 0, 'America/Santiago')).toBe(25 * 3_600_000 - 1)
    expect(dayAt(back + 1, 'America/Santiago')).toBe('2026-04-05')
    // Cuba puts them back from one to midnight: a time shown twice is the first of the two.
    expect(isoInZone(instantAt('2026-11-01', 30 * 60_000, 'America/Havana'), 'America/Havana')).toBe(
      '2026-11-01T00:30:00-04:00',
    )
  })

  it('show again the time that an instant was made from', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 8000, max: 25_000 }).map(dayOfNumber),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (zone, day, minute) => {
          const instant = instantAt(day, minute * 60_000, zone)
          const shown = wallClock(instant, zone)
          const asked = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
          // A time that the clocks skipped is shown later, never earlier, and never by more than the skip of a day.
          expect(shown >= asked).toBe(true)
          if (shown !== asked) expect(wallClock(instant - 1, zone) < asked).toBe(true)
          expect(Date.parse(isoInZone(instant, zone))).toBe(instant)
        },
      ),
    )
  })

  it('end each day where the next begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 16_000, max: 22_000 }).map(dayOfNumber),
        (zone, day) => {
          const end = endOfDay(day, zone)
          expect(dayAt(end, zone)).toBe(day)
          expect(dayAt(end + 1, zone)).toBe(addDays(day, 1))
        },
      ),
    )
  })

  it('are those of the time zone database', () => {
    expect(isZone('America/Argentina/Buenos_Aires')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
  })
})
