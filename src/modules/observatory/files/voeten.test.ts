import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { chooseVotes } from './ideal-point-votes.ts'
import { agreementTable, idealPointTable, readWindow } from './index.ts'
import { readVoetenMatches, readVoetenRollCalls } from './voeten-roll-calls.ts'
import { readVoetenVotes } from './voeten-votes.ts'
import { matchRollCalls } from './voeten-window.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-voeten-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((one: unknown) => one)
  if (error instanceof Problem) return error.explanation?.en ?? ''
  throw new Error('it was not refused')
}

const calls = write(
  'calls.csv',
  [
    '"rcid","year","session","importantvote","amend","para","hr","me"',
    '1,"1946","1","NA","NA","NA","0","0"',
    '2,1964,19,0,NA,NA,0,0',
    '3,1993,48,1,0,0,1,0',
    '4,1993,48,0,1,NA,1,0',
    '5,1994,49,0,NA,0,1,1',
    '6,1994,49,0,0,0,0,0',
  ].join('\n'),
)
const rows = [
  // Session 1: two against one; Zanzibar.
  ['1,2,1', '1,20,1', '1,365,3', '1,511,3'],
  // Session 19 is left out.
  ['2,2,1', '2,365,3'],
  // South Africa in session 48 is left out, an absence and a non-member are no votes.
  ['3,2,3', '3,20,2', '3,365,1', '3,560,3', '3,710,8', '3,713,9'],
  // An amendment after 1989 is left out.
  ['4,2,1', '4,365,3'],
  // The same text as 3, a year later.
  ['5,2,3', '5,20,3', '5,365,1', '5,560,1'],
  // All alike.
  ['6,2,1', '6,365,1'],
].flat()
const votes = write('votes.csv.gz', gzipSync(['rcid,ccode,vote', ...rows].join('\r\n')))
const matches = write('matches.csv', 'v1,rcid1,rcid2\n1,3,5\n')

describe('files in the layout of Voeten', () => {
  test('votes are read, plain or packed, and a repeated row counted once', async () => {
    const table = await readVoetenVotes(votes)
    expect(table.rollCalls).toEqual([1, 2, 3, 4, 5, 6])
    expect(table.states).toEqual([2, 20, 365, 511, 560, 710, 713])
    expect([...table.votes.slice(0, 7)]).toEqual([1, 1, 3, 3, 0, 0, 0])
    const plain = write('plain.csv', 'ccode;vote;rcid;member\n2;1;7;1\n2;1;7;1\n20;3;7;1\n')
    expect(await readVoetenVotes(plain)).toEqual({
      rollCalls: [7],
      states: [2, 20],
      votes: Uint8Array.of(1, 3),
      repeated: 1,
    })
  })

  test('roll calls know their session, year and subjects; NA says nothing', async () => {
    const known = await readVoetenRollCalls(calls)
    expect(known.get(1)).toEqual({ session: 1, year: 1946, important: false, part: false, issues: new Set() })
    expect(known.get(4)).toMatchObject({ session: 48, part: true, issues: new Set(['hr']) })
    expect(known.get(3)?.important).toBe(true)
  })

  test('a line of repeated texts leads to its first', async () => {
    const line = write('line.csv', 'rcid1,rcid2\n30,40\n10,20\n20,30\n15,30\n')
    expect(Object.fromEntries(await readVoetenMatches(line))).toEqual({ 20: 10, 30: 15, 40: 15 })
  })

  test.each([
    [
      '1,2,4',
      'bad.csv, row 3, column vote: "4" is not a vote (1 yes, 2 abstain, 3 no, 8 absent, 9 not a member). Correct the row',
    ],
    ['1,2,yes', 'bad.csv, row 3, column vote: "yes"'],
    ['1,USA,1', 'bad.csv, row 3, column ccode: "USA" is not a Correlates of War code'],
    ['1,1234,1', 'bad.csv, row 3, column ccode: "1234"'],
    ['x,2,1', 'bad.csv, row 3, column rcid: "x" is not a whole number'],
    [
      '1,20,3',
      'bad.csv, row 3: state 20 votes a second time, and otherwise, in roll call 1. Keep the row that is right',
    ],
    ['1,2', 'bad.csv, row 3: 2 cells where the header has 3'],
  ])('%s is refused: %s', async (line, expected) => {
    const bad = write('bad.csv', `rcid,ccode,vote\n1,20,1\n${line}\n`)
    expect(await refusal(readVoetenVotes(bad))).toContain(expected)
  })

  test.each([
    ['1,1,1946', 'row 3: roll call 1 stands a second time'],
    ['2,one,1946', 'row 3, column session: "one" is not the number of a regular session'],
    ['2,20201231,1946', 'row 3, column session: "20201231"'],
    ['2,1,NA', 'row 3, column year: "NA" is not a year'],
  ])('roll call %s is refused: %s', async (line, expected) => {
    const bad = write('badcalls.csv', `rcid,session,year\n1,1,1946\n${line}\n`)
    expect(await refusal(readVoetenRollCalls(bad))).toContain(expected)
  })

  test('a column that is no roll call is refused before it fills the memory', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => `${i},2,1`)
    const bad = write('many.csv', ['rcid,ccode,vote', ...many].join('\n'))
    expect(await refusal(readVoetenVotes(bad))).toContain('row 65538, column rcid: more than 65536')
  })

  test('files that are not there, not whole, or not of one edition are refused with what to do', async () => {
    expect(await refusal(readVoetenVotes(join(folder, 'none.csv')))).toContain('cannot be read (ENOENT)')
    expect(await refusal(readVoetenVotes(folder))).toContain('(EISDIR)')
    const cut = write('cut.csv.gz', gzipSync('rcid,ccode,vote\n1,2,1\n').subarray(0, -9))
    expect(await refusal(readVoetenVotes(cut))).toContain('damaged or cut short')
    const strange = write('strange.csv', 'rcid,ccode,vote\n99,2,1\n')
    expect(await refusal(agreementTable({ votes: strange, rollCalls: calls }, {}))).toContain(
      'strange.csv: it holds votes in roll call 99, which is not among the roll calls',
    )
  })
})

describe('windows', () => {
  test('are read as they are written', () => {
    expect(readWindow('sessions', '60-74', 'hr', undefined)).toEqual({ sessions: [60, 74], issue: 'hr' })
    expect(readWindow('session', '74', undefined, true)).toEqual({ sessions: [74, 74], important: true })
  })
  test.each(['74-60', 'x', '0', '1-2-3', ''])('sessions "%s" are refused', (text) =>
    expect(() => readWindow('sessions', text, undefined, undefined)).toThrow('give a session'),
  )
  test('a subject that is none is refused', () =>
    expect(() => readWindow('sessions', '1-2', 'xx', undefined)).toThrow('one of me, nu, di, hr, co, ec'))
})

describe('agreement', () => {
  test('of a window, each two states once, the lower code first', async () => {
    const { rows: pairs, rollCalls } = await agreementTable(
      { votes, rollCalls: calls },
      { sessions: [48, 49] },
    )
    expect(rollCalls).toBe(3)
    expect(pairs.find((one) => one.ccode1 === 2 && one.ccode2 === 20)).toEqual({
      ccode1: 2,
      ccode2: 20,
      agreement: 0.75,
      n: 2,
    })
    expect(pairs.every((one) => one.ccode1 < one.ccode2)).toBe(true)
  })
  test('of a window in which nobody differed is refused', async () =>
    expect(await refusal(agreementTable({ votes, rollCalls: calls }, { sessions: [50, 60] }))).toContain(
      'no roll call of this choice divided the states',
    ))
})

describe('votes for ideal points', () => {
  const choose = async (window: Parameters<typeof chooseVotes>[3], linked = true) => {
    const table = await readVoetenVotes(votes)
    const known = matchRollCalls(table, await readVoetenRollCalls(calls), 'votes.csv')
    return chooseVotes(table, known, linked ? await readVoetenMatches(matches) : new Map(), window)
  }
  test('leave out what the reference leaves out, and tie what repeats', async () => {
    const { votes: chosen, states, rollCalls } = await choose({})
    expect(rollCalls).toBe(3)
    expect([...chosen.itemStart]).toEqual([0, 3, 10])
    expect(Array.from(chosen.state, (state, i) => [states[state], chosen.period[i]])).toEqual([
      [2, 1],
      [2, 48],
      [2, 49],
      [20, 1],
      [20, 48],
      [20, 49],
      [365, 1],
      [365, 48],
      [365, 49],
      [560, 49],
    ])
    expect(Array.from(chosen.point, (point, k) => [point, chosen.choice[k]]).slice(0, 3)).toEqual([
      [0, 0],
      [3, 0],
      [6, 2],
    ])
  })
  test('without the list of repeats each roll call is by itself', async () =>
    expect([...(await choose({}, false)).votes.itemStart]).toEqual([0, 3, 6, 10]))
  test('of a subject', async () => expect((await choose({ issue: 'hr' })).rollCalls).toBe(2))
  test('important ones', async () => expect((await choose({ important: true })).rollCalls).toBe(1))
  test('come out as a table by session and code, the United States above Russia', async () => {
    const table = await idealPointTable({ votes, rollCalls: calls, matches }, {})
    expect(table.rows.map((one) => [one.session, one.ccode]).slice(0, 4)).toEqual([
      [1, 2],
      [1, 20],
      [1, 365],
      [48, 2],
    ])
    const [first, , third] = table.rows
    expect(first?.estimate).toBeGreaterThan(third?.estimate ?? Number.NaN)
    expect(table.rows.every((one) => one.low < one.estimate && one.estimate < one.high)).toBe(true)
  })
})
