import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { cohesionTable } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-council-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'))
  return join(folder, name)
}
const texts = [
  'record_id,title,year,body',
  '1,"A text, with a comma",2020,Human Rights Council',
  '2,B,2020,Human Rights Council',
  '3,C,1999,Commission on Human Rights',
]
const groups = ['iso3,name,group', 'QMA,M,NORTH', 'QNB,N,NORTH', 'QOC,O,SOUTH', 'QMA,M,BLOC']
const votes = [
  'record_id,iso3,country,vote',
  '1,QMA,M,Y',
  '1,QNB,N,N',
  '1,QOC,O,y',
  // Absent, no position, not voting, repeated, and a state in no group.
  '2,QMA,M,.',
  '2,QNB,N,A',
  '2,QNB,N,A',
  '2,QOC,O,',
  '2,QPD,P,Y',
  '3,QMA,M,N',
]
const table = async (
  changed: { votes?: readonly string[]; texts?: readonly string[]; groups?: readonly string[] } = {},
  body: 'council' | 'commission' = 'council',
) =>
  cohesionTable(
    {
      votes: write('votes.csv', changed.votes ?? votes),
      resolutions: write('texts.csv', changed.texts ?? texts),
      groups: write('groups.csv', changed.groups ?? groups),
    },
    body,
  )

describe('cohesion of groups', () => {
  test('by year; a state may stand in several groups, a repeated vote counts once', async () =>
    expect(await table()).toEqual({
      rows: [
        { year: 2020, group: 'BLOC', index: 1, rollCalls: 1 },
        { year: 2020, group: 'NORTH', index: (0.25 + 1) / 2, rollCalls: 2 },
        { year: 2020, group: 'SOUTH', index: 1, rollCalls: 1 },
      ],
      ungrouped: ['QPD'],
      repeated: 1,
    }))
  test('of the Commission', async () =>
    expect((await table({}, 'commission')).rows).toEqual([
      { year: 1999, group: 'BLOC', index: 1, rollCalls: 1 },
      { year: 1999, group: 'NORTH', index: 1, rollCalls: 1 },
    ]))

  test.each([
    [
      { votes: [...votes, '9,QMA,M,Y'] },
      'votes.csv, row 11, column record_id: record 9 is not among the texts',
    ],
    [
      { votes: [...votes, '1,qma,M,Y'] },
      'votes.csv, row 11, column iso3: "qma" is not a code of three capital letters',
    ],
    [{ votes: [...votes, '1,QMA,M,yes'] }, 'votes.csv, row 11, column vote: "yes" is not a vote'],
    [
      { votes: [...votes, '1,QMA,M,N'] },
      'votes.csv, row 11: QMA votes a second time, and otherwise, on record 1',
    ],
    [{ texts: [...texts, '3,C,1999,x'] }, 'texts.csv, row 5: record 3 stands a second time'],
    [{ texts: [...texts, '4,D,,x'] }, 'texts.csv, row 5, column year: "" is not a year'],
    [{ groups: [...groups, 'QMA,M,'] }, 'groups.csv, row 6, column group: "" is not the name of a group'],
    [{ groups: ['iso3,region'] }, 'groups.csv, row 1: no column group'],
    [{ groups: ['iso3,group', 'QZZ,NOBODY'] }, 'votes.csv: no roll call of this choice divided the states'],
  ])('%j is refused: %s', async (changed, expected) => {
    const error: unknown = await table(changed).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).explanation?.en).toContain(expected)
  })
})
