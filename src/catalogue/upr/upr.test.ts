import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { sourceOf } from '#catalogue/mechanisms'
import { inUnitedNations, polities, polityByName } from '#catalogue/polities'
import { languages } from '#platform/i18n'
import {
  reviewIn,
  reviewsOf,
  uprAction,
  uprActions,
  uprIssueByTag,
  uprIssues,
  uprSession,
  uprSessions,
} from './index.ts'

describe('the Universal Periodic Review', () => {
  test('reviews every member once a cycle, none twice', () => {
    const members = polities.filter(({ code }) => inUnitedNations(code, '2020-01-01'))
    for (const { code } of members) {
      const cycles = reviewsOf(code).map(({ cycle }) => cycle)
      // South Sudan came into being during the first cycle.
      expect([code, cycles]).toEqual([code, code === 'SSD' ? [2, 3, 4] : [1, 2, 3, 4]])
    }
    const reviewed = new Set(uprSessions.flatMap(({ states }) => states))
    expect(reviewed.size).toBe(members.length)
    expect(reviewIn('ARG', 1)?.session).toBe(1)
    expect(uprSession(1)?.cycle).toBe(1)
    expect([uprSession(99), reviewIn('ARG', 9), reviewsOf('QQQ').length]).toEqual([null, null, 0])
  })

  test('has five categories of action and 54 subjects, each in three languages', () => {
    expect(uprActions.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
    for (const { rank, name, short, source } of uprActions) {
      expect(uprAction(rank)?.rank).toBe(rank)
      for (const language of languages) expect([name[language], short[language]]).not.toContain('')
      expect(source.every((id) => sourceOf(id) !== null)).toBe(true)
    }
    expect(uprAction(6)).toBeNull()
    expect(uprIssues).toHaveLength(54)
    for (const { id, tag, name } of uprIssues) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(uprIssueByTag(tag)?.id).toBe(id)
      for (const language of languages) expect(name[language]).not.toBe('')
    }
    expect(new Set(uprIssues.map(({ id }) => id)).size).toBe(54)
    expect(uprIssueByTag('Women’s Rights')?.id).toBe('womens-rights')
    expect(uprIssueByTag('Magic')).toBeNull()
  })
})

const exports = '../shared/data/upr/'
if (!existsSync(exports)) console.info('skipped: no exports at ../shared/data/upr')

test.skipIf(!existsSync(exports))(
  'the exports speak of these subjects, states and sessions (../shared/data/upr)',
  () => {
    const odd = new Set<string>()
    let read = 0
    for (const one of readdirSync(exports).filter((name) => /^upr-info_sessions.*gz$/.test(name))) {
      const text = new TextDecoder('macintosh')
        .decode(gunzipSync(readFileSync(exports + one)))
        .replace(/\r\n?/g, '\n')
      const rows: readonly Record<string, string>[] = parse(text, { columns: true, relax_column_count: true })
      for (const { To = '', Issue = '', Session = '', Action = '' } of rows) {
        read += 1
        for (const tag of Issue.split(','))
          if (tag !== '' && uprIssueByTag(tag) === null) odd.add(`issue ${tag}`)
        if (uprAction(Number(Action)) === null) odd.add(`action ${Action}`)
        const code = polityByName(To, undefined, 'list')?.code ?? To
        if (!reviewsOf(code).some(({ session }) => session === Number(Session)))
          odd.add(`${code} in ${Session}`)
      }
    }
    expect(read).toBe(41066)
    // South Sudan was answered beside Sudan, weeks before it came into being; the calendar has the one review.
    expect([...odd].toSorted()).toEqual(['SSD in 11'])
  },
)
