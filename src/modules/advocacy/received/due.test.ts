import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mechanismOf } from '#catalogue/mechanisms'
import { daysBetween } from '#platform/deadlines'
import { dueOf, measureReply } from './due.ts'

const nothing = { dated: '', receivedOn: '2026-11-14', named: '', extendedTo: '' }

describe('until when a State replies', () => {
  test.each([
    ['un-ced-urgent', { dated: '2026-11-14' }, '2026-11-28', 'rule'],
    ['un-sp-allegation-letter', { dated: '2026-11-21' }, '2027-01-20', 'rule'],
    ['un-wgad-regular', { dated: '2026-11-21' }, '2027-01-20', 'rule'],
    ['un-sp-allegation-letter', { dated: '2026-11-21', named: '2026-12-15' }, '2026-12-15', 'letter'],
    [
      'un-sp-allegation-letter',
      { dated: '2026-11-21', named: '2026-12-15', extendedTo: '2027-01-10' },
      '2027-01-10',
      'extension',
    ],
    ['un-sp-allegation-letter', {}, '2027-01-13', 'rule'],
  ] as const)('%s %o: %s, by %s', (id, given, day, basis) => {
    expect(dueOf(mechanismOf(id), { ...nothing, ...given })).toMatchObject({ day, basis })
  })

  test('is not known where the letter names no day and no rule has a figure', () => {
    expect(dueOf(null, nothing)).toMatchObject({ day: null, safe: null, basis: 'none', clock: null })
    const silent = dueOf(mechanismOf('ia-art41'), nothing)
    expect(silent).toMatchObject({ day: null, basis: 'none' })
    expect(silent.clock?.why).toBe('no-figure')
  })

  test('leaves some days to be ready, and never a day after the last one', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          const named = date.toISOString().slice(0, 10)
          const { safe, day } = dueOf(null, { ...nothing, named })
          expect(day).toBe(named)
          expect(safe !== null && safe < named).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a reply that was sent', () => {
  test('is measured in days from its receipt; on the day itself it is in time', () => {
    expect(measureReply('2026-11-14', '2026-11-28', { day: '2026-11-28' })).toEqual({
      days: 14,
      inTime: true,
    })
    expect(measureReply('2026-11-14', '2026-11-29', { day: '2026-11-28' })).toEqual({
      days: 15,
      inTime: false,
    })
    expect(measureReply('2026-11-14', '2026-11-29', { day: null })).toEqual({ days: 15, inTime: null })
    expect(measureReply('', '2026-11-29', { day: null })).toBeNull()
  })
})

test('the demonstration has six received, of which the Committee’s is due in six days by its rule', () => {
  const folder = join(import.meta.dirname, '../../../../demo/records')
  const all = JSON.parse(readFileSync(join(folder, 'communication_received.json'), 'utf8')) as readonly {
    readonly key: string
    readonly values: Readonly<Record<string, string>>
  }[]
  expect(all).toHaveLength(6)
  const urgent = all.find(({ key }) => key === 'rc-ced')?.values ?? {}
  const due = dueOf(mechanismOf(urgent['mechanism'] ?? ''), {
    dated: urgent['dated'] ?? '',
    receivedOn: urgent['received_on'] ?? '',
    named: '',
    extendedTo: '',
  })
  expect(due).toMatchObject({ basis: 'rule', clock: { checked: true } })
  expect(daysBetween('2026-11-21', due.day ?? '')).toBe(6)
})
