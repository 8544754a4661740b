import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarEntry, writeCalendar } from './calendar.ts'
import { sampleActivity } from './sample-plan.ts'

const words = { hidden: 'Not to be announced', rule: 'Rule', people: 'Tarek' }
const write = (...activities: readonly ReturnType<typeof sampleActivity>[]) =>
  writeCalendar(
    'Visit',
    activities.flatMap((activity) => calendarEntry(activity, words) ?? []),
  )
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('times stand with their zone, whose rules are in the file', () => {
  const lines = unfold(write(sampleActivity('a', { start: '9:30', end: '11:00', place: 'Sala' })))
  expect(lines).toContain('DTSTART;TZID=Europe/Madrid:20260415T093000')
  expect(lines).toContain('DTEND;TZID=Europe/Madrid:20260415T110000')
  expect(lines).toContain('LOCATION:Sala\\, portclar')
  expect(lines.indexOf('END:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
  expect(lines).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
})

test('without a time it is a whole day, without a day nothing', () => {
  const lines = unfold(write(sampleActivity('a', { start: '', end: '' }), sampleActivity('b', { day: null })))
  expect(lines).toContain('DTSTART;VALUE=DATE:20260415')
  expect(lines).toContain('DTEND;VALUE=DATE:20260416')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
})

test('of what must not be announced there is the time and nothing else', () => {
  const text = write(
    sampleActivity('a', { publicity: 'never', title: 'Secret title', place: 'Secret place' }),
  )
  expect(text).toContain('SUMMARY:Not to be announced')
  expect(text).toContain('CLASS:CONFIDENTIAL')
  for (const hidden of ['Secret', 'portclar', 'Tarek', 'LOCATION', 'DESCRIPTION'])
    expect(text).not.toContain(hidden)
})

test('any text comes back from its line, and no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const text = write(sampleActivity('a', { title }))
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const line = unfold(text).find((one) => one.startsWith('SUMMARY:')) ?? ''
      const read = line
        .slice('SUMMARY:'.length)
        .replaceAll(/\\(.)/g, (_whole, character: string) => (character === 'n' ? '\n' : character))
      expect(read).toBe(title.replaceAll(/\r\n|\r/g, '\n'))
    }),
  )
})
