import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { polity } from '#catalogue/polities'
import { testApp } from '../../../../../tests/support/app.ts'
import { letterOf } from '../ballot.ts'
import { readBallots } from '../queries/read-ballots.ts'
import { preferredFiles, type VoteSource, voteSources } from '../queries/vote-sources.ts'
import { importPath, importText } from './import-for-test.ts'

/** Transactions as the administrator of an organisation of their own. */
const organisation = async () => (await (await testApp()).signIn()).within

const data = '../shared/data/votes'
const place = (code: string) => polity(code)?.n ?? Number.NaN

const rollCalls = `rcid,year,session,abstain,yes,no,importantvote,date,unres,amend,para,short,descr,me,nu,di,hr,co,ec,ident,resid
1,1990,45,1,2,1,0,1990-01-05,R/45/1,0,0,COUNTRY,Situation of human rights in Kuwait,0,0,0,1,0,0,0,45001
2,1991,46,0,1,NA,NA,1991-01-05,R/46/2,1,0,OTHER,An amendment,0,0,0,0,0,0,0,46002
3,1991,46,0,1,0,NA,1991-02-05,R/46/3,NA,NA,THIRD,A third,0,0,0,0,0,0,0,46003
`

test('votes wait for their descriptions, and a newer file of descriptions is no source of votes', async () => {
  const within = await organisation()
  await expect(within((tx) => importText(tx, 'votes.csv', 'rcid,ccode,vote\n1,2,1\n'))).rejects.toMatchObject(
    { explanation: { en: expect.stringContaining('Import that one first') } },
  )
  await within(async (tx) => {
    const first = await importText(tx, 'rollcalls.csv', rollCalls)
    expect(first).toMatchObject({ dataset: 'voeten-rollcalls', loaded: { rows: 3, dataUntil: '1991-02-05' } })
    expect(await voteSources(tx)).toEqual([])
    const votes = [
      'rcid,ccode,vote',
      '1,2,1',
      '1,260,1',
      '1,255,9',
      '1,345,2',
      '1,365,3',
      '1,2,1',
      '2,2,8',
      '2,255,3',
      '2,998,1',
    ]
    const read = await importText(tx, 'votes.csv', `${votes.join('\n')}\n`)
    expect(read.dataset).toBe('voeten')
    expect(read.loaded.findings.map(({ what, count, examples }) => [what.en, count, examples])).toEqual([
      ['1 rows repeat a vote that was said already; each vote counts once.', 1, ['row 7: USA, 1']],
      ['1 rows name a state that is not known; their votes are left out.', 1, ['row 10: 998']],
      ['1 roll calls of the descriptions have no votes in this file.', 1, ['3']],
      [
        '1 roll calls do not add up to the totals that the source states. Both are shown.',
        1,
        ['R/46/2: 0–1–0 ≠ 1–?–0'],
      ],
    ])
    const found = await readBallots(tx, { body: 'ga' })
    expect(found.rollCalls.map(({ key, kind, day, session }) => [key, kind, day, session])).toEqual([
      ['1', 'resolution', '1990-01-05', '45'],
      ['2', 'amendment', '1991-01-05', '46'],
    ])
    const [first1 = '', second = ''] = found.ballots
    const said = (ballots: string, ...codes: readonly string[]) =>
      codes.map((code) => letterOf(ballots, place(code))).join('')
    expect(said(first1, 'USA', 'DEU', 'YUG', 'SRB', 'RUS', 'FRA')).toBe('YYA.N.')
    expect(said(second, 'USA', 'DEU')).toBe('XN')
    expect((await readBallots(tx, { body: 'ga', kinds: ['resolution'] })).rollCalls).toHaveLength(1)
    expect(
      (await readBallots(tx, { body: 'ga', topics: ['amparo:country-situation'] })).rollCalls,
    ).toHaveLength(1)
    expect((await readBallots(tx, { body: 'ga', from: '1991-01-01' })).rollCalls).toHaveLength(1)
    expect((await readBallots(tx, { body: 'hrc' })).rollCalls).toEqual([])
  })
  const other = await organisation()
  await other(async (tx) => {
    expect(await voteSources(tx)).toEqual([])
    expect((await readBallots(tx, { body: 'ga' })).rollCalls).toEqual([])
  })
})

test('a state that votes in two ways refuses the file with the row', async () => {
  const within = await organisation()
  const refused = within(async (tx) => {
    await importText(tx, 'rollcalls.csv', rollCalls)
    await importText(tx, 'votes.csv', 'rcid,ccode,vote\n1,2,1\n1,2,3\n')
  })
  await expect(refused).rejects.toMatchObject({
    explanation: { en: expect.stringContaining('votes.csv, row 3: USA votes a second time') },
  })
  await within(async (tx) => expect(await voteSources(tx)).toEqual([]))
})

test.runIf(existsSync(`${data}/hrc/resolutions.csv.gz`))(
  'the Council’s files: what is counted, what does not add up, what is said twice',
  async () => {
    const within = await organisation()
    await within(async (tx) => {
      await importPath(tx, `${data}/hrc/resolutions.csv.gz`)
      const { loaded } = await importPath(tx, `${data}/hrc/votes_long.csv.gz`)
      expect(loaded).toMatchObject({ rows: 80_158, dataUntil: '2026-03-31' })
      // The two roll calls in which a state stands twice add up in the file only because of it: 148 and these.
      expect(loaded.findings.map(({ what, count }) => [what.en.replace(/^\d+ /u, ''), count])).toEqual([
        ['rows repeat a vote that was said already; each vote counts once.', 2],
        ['rows name a state and leave its vote blank: no position is shown for them.', 642],
        ['roll calls are said to be recorded, and no name is given.', 9],
        ['roll calls do not add up to the totals that the source states. Both are shown.', 150],
      ])
      expect(loaded.findings[0]?.examples).toEqual([
        expect.stringMatching(/PER, 21028$/u),
        expect.stringMatching(/BEN, 30508$/u),
      ])
      const sources = await voteSources(tx)
      expect(
        sources.map(({ body, dataset, rollCalls: n, recorded }) => [body, dataset, n, recorded]),
      ).toEqual([
        ['chr', 'hrc', 3082, 667],
        ['hrc', 'hrc', 3264, 1038],
      ])
      const { rollCalls: item4 } = await readBallots(tx, {
        body: 'hrc',
        agenda: ['4'],
        kinds: ['resolution'],
        from: '2012-01-01',
      })
      expect(item4).toHaveLength(99)
      const { rollCalls: amendments } = await readBallots(tx, { body: 'hrc', kinds: ['amendment'] })
      expect(amendments).toHaveLength(457)
    })
  },
)

test('without a choice the official source counts, unless it holds less than half of the fullest', () => {
  const source = (dataset: string, recorded: number): VoteSource => ({
    dataset,
    body: 'ga',
    files: [{ id: dataset, name: '', version: '', sha256: '', dataUntil: '' }],
    rollCalls: recorded,
    recorded,
    from: '1946-01-01',
    to: '2025-12-30',
  })
  // In the order of preference, as `voteSources` gives them.
  expect(preferredFiles([source('undl-ga', 5600), source('voeten', 6224)], 'ga')).toEqual(['undl-ga'])
  expect(preferredFiles([source('undl-marc', 90), source('voeten', 6224)], 'ga')).toEqual(['voeten'])
  expect(preferredFiles([source('undl-ga', 0)], 'ga')).toEqual([])
  expect(preferredFiles([source('voeten', 6224)], 'hrc')).toEqual([])
})
