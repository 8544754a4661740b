import { expect, test } from 'vitest'
import { createRecord } from '#platform/records'
import { testApp } from '../../../../../tests/support/app.ts'
import { importText } from '../importers/import-for-test.ts'
import { readBallots } from '../queries/read-ballots.ts'

const texts = `record_id,symbol,title,statement,date,year,body,vote_type,meeting,agenda_item_no,agenda_item_title,agenda_subject,main_sponsors,draft,yes,no,abstain,nonvoting,total,record_url
1,A/HRC/RES/50/1,Situation of human rights in Nowhere : resolution /,adopted by the Human Rights Council at its 50th session,2022-07-07,2022,Human Rights Council,RECORDED,,4.,Situations that require attention -,CIVIC SPACE,France,Draft resolution A/HRC/50/L.1/Rev.1,5,1,1,0,7,https://searchlibrary.ohchr.org/record/1
2,A/HRC/50/L.9,Situation of human rights in Nowhere : amendment /,Human Rights Council at its 50th session,2022-07-07,2022,Human Rights Council,RECORDED,,4.,,,China,Amendment A/HRC/50/L.9 to draft resolution A/HRC/50/L.1 Rejected by a recorded vote,1,5,0,0,6,
3,A/HRC/RES/50/2,Right to food : resolution /,adopted by the Human Rights Council at its 50th session,2022-07-08,2022,Human Rights Council,ADOPTED WITHOUT VOTE,,3.,,,,Draft resolution A/HRC/50/L.2,,,,,,
4,A/HRC/RES/49/1,<b>50%_off</b> : resolution /,adopted by the Human Rights Council at its 49th session,2022-03-07,2022,Human Rights Council,RECORDED,,3.,,,,Draft resolution A/HRC/49/L.2,1,0,0,,,
`
const votes = `record_id,iso3,vote
1,FRA,Y
1,DEU,Y
1,ITA,N
1,CHN,N
1,IND,A
1,ARG,Y
2,FRA,N
2,DEU,N
2,CHN,Y
4,FRA,.
4,ARG,Y
`

test('roll calls are listed, narrowed down by how a state voted, and each opens to names, ranks and rows', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const empty = await (await ada.get('/workspace/observatory/votes')).text()
  expect(empty).toContain('No votes yet')
  await ada.within(async (tx) => {
    await importText(tx, 'resolutions.csv', texts)
    await importText(tx, 'votes_long.csv', votes)
  })
  const list = async (query: string) => {
    const html = await (await ada.get(`/workspace/observatory/votes?${query}`)).text()
    return [...html.matchAll(/roll-calls\/[0-9a-f-]{36}" dir="auto">([^<]*)</gu)].map(([, title]) => title)
  }
  const nowhere = 'Situation of human rights in Nowhere'
  const shop = '&lt;b&gt;50%_off&lt;/b&gt;'
  expect(await list('')).toEqual([nowhere, shop])
  expect(await list('kind=all&how=all')).toEqual(['Right to food', nowhere, nowhere, shop])
  expect(await list('kind=amendment')).toEqual([nowhere])
  expect(await list('state=france&vote=Y')).toEqual([nowhere])
  expect(await list('state=FRA')).toEqual([nowhere, shop])
  expect(await list('session=49')).toEqual([shop])
  expect(await list('agenda=4')).toEqual([nowhere])
  expect(await list('q=50%25_')).toEqual([shop])
  expect(await list('q=res%2F50')).toEqual([nowhere])
  expect(await list('topic=civic')).toEqual([nowhere])
  expect(await list('year=1999')).toEqual([])
  expect((await ada.get('/workspace/observatory/votes?after=nonsense')).status).toBe(400)
  expect(await (await ada.get('/workspace/observatory/votes?state=Frnace')).text()).toContain(
    'Did you mean: France',
  )
  const csv = await (await ada.get('/workspace/observatory/votes.csv?state=FRA')).text()
  expect(csv.trim().split('\n')).toHaveLength(3)

  const { rollCalls } = await ada.within((tx) => readBallots(tx, { body: 'hrc' }))
  const id = (key: string) => rollCalls.find((one) => one.key === key)?.id ?? ''
  const page = await (await ada.get(`/workspace/observatory/votes/roll-calls/${id('1')}?group=brics`)).text()
  expect(page).toContain('The names do not add up to the totals of the source')
  expect(page).toContain('3 yes, 2 no, 1 abstained, 0 did not vote')
  expect(page).toContain('5 yes, 1 no, 1 abstained, 0 did not vote')
  // Two of three of the Western group said yes, and Italy broke ranks; the chosen group stands at the end.
  expect(page).toMatch(/Western European[\s\S]*?No: <span><a[^>]*>Italy/u)
  expect(page).toContain('BRICS')
  // The amendment is beside its text, and the text beside the amendment.
  expect(page).toContain('A/HRC/50/L.9')
  const amendment = await (await ada.get(`/workspace/observatory/votes/roll-calls/${id('2')}`)).text()
  expect(amendment).toContain('A/HRC/RES/50/1')
  expect(page).toContain('votes_long.csv')
  expect((await ada.get('/workspace/observatory/votes/roll-calls/nothing')).status).toBe(404)
  const one = await (await ada.get(`/workspace/observatory/votes/roll-calls/${id('1')}?format=csv`)).text()
  expect(one).toContain('"FRA","France","Y","weog","votes_long.csv","2","A/HRC/RES/50/1","2022-07-07"')

  const svg = await ada.get(`/workspace/observatory/votes/roll-calls/${id('1')}?format=svg`)
  expect(svg.headers.get('content-type')).toContain('image/svg+xml')

  // Another organisation sees nothing of it.
  const bob = await app.signIn()
  expect((await bob.get(`/workspace/observatory/votes/roll-calls/${id('1')}`)).status).toBe(404)
  expect(await (await bob.get('/workspace/observatory/votes')).text()).toContain('No votes yet')
  expect(app.faults.size).toBe(0)
})

test('votes that are followed give each state its share, with how many it is of', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  await ada.within(async (tx) => {
    await importText(tx, 'resolutions.csv', texts)
    await importText(tx, 'votes_long.csv', votes)
    const follow = (wished: string, values: Readonly<Record<string, string>>) =>
      createRecord(tx, {
        type: 'followed_vote',
        values: { title: 'Nowhere', wished, reason: 'People are in prison there.', ...values },
      })
    await follow('yes', { dataset: 'hrc', roll_call: '1' })
    await follow('no', { dataset: 'hrc', roll_call: '2' })
    await follow('yes', { symbol: 'A/HRC/RES/49/1' })
    await follow('yes', { dataset: 'hrc', roll_call: '999' })
  })
  const csv = await (await ada.get('/workspace/observatory/votes/followed.csv')).text()
  const rows = csv
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) =>
      line
        .split(',')
        .filter((_, i) => i !== 1)
        .join(' '),
    )
  expect(rows).toEqual([
    'ARG 1.0000 2 2',
    'DEU 1.0000 2 2',
    'FRA 1.0000 2 2',
    'CHN 0.0000 0 2',
    'IND 0.0000 0 1',
    'ITA 0.0000 0 1',
  ])
  const page = await (await ada.get('/workspace/observatory/votes/followed')).text()
  expect(page).toContain('not in the files in use')
  expect(page).toContain('100%')
  const record = /href="(\/workspace\/record\/[0-9a-f-]{36})"/u.exec(page)?.[1] ?? ''
  expect((await ada.get(record)).status).toBe(200)
  const state = await (await ada.get('/workspace/observatory/states/FRA')).text()
  expect(state).toContain('Votes we follow: as we wished in 2 of 2.')
  expect(state).toContain('Of 1 votes cast: 1 yes, 0 no, 0 abstained.')
  expect(app.faults.size).toBe(0)
})
