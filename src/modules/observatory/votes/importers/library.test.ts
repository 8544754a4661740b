import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { polity } from '#catalogue/polities'
import type { Tx } from '#platform/records'
import { testApp } from '../../../../../tests/support/app.ts'
import { letterOf } from '../ballot.ts'
import { readBallots } from '../queries/read-ballots.ts'
import { voteSources } from '../queries/vote-sources.ts'
import { isCountrySituation } from './country-situation.ts'
import { importPath, importText } from './import-for-test.ts'
import { plainTitle } from './read-cells.ts'
import { vetoDay } from './vetoes.ts'

const data = '../shared/data/votes'
const organisation = async () => (await (await testApp()).signIn()).within
const said = (ballots: string | undefined, ...codes: readonly string[]) =>
  codes.map((code) => letterOf(ballots ?? '', polity(code)?.n ?? 0)).join('')
const english = (findings: readonly { readonly what: { readonly en: string } }[]) =>
  findings.map(({ what }) => what.en)
const lookAt = async (tx: Tx) =>
  (
    await sql<Record<string, unknown>>`
    select key, body, held_on::text as day, session, symbol, kind, decided, title, topics, details, said_yes, yes, silent
      from observatory_roll_call where org_id = ${tx.actor.orgId}::uuid order by held_on, key`.execute(tx.sql)
  ).rows

test('the library’s file of 2026: text sessions, totals as floats, subjects, X that is no absence of membership', async () => {
  const within = await organisation()
  const sample = existsSync(`${data}/undl_ga_voting_2026_layout_sample.csv`)
    ? readFileSync(`${data}/undl_ga_voting_2026_layout_sample.csv`, 'utf8')
    : null
  const head =
    'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link'
  if (sample !== null) expect(sample.split(/\r?\n/u)[0]).toBe(head)
  const row = (code: string, name: string, vote: string, day = '2023-10-27') =>
    `4025240,${code},${name},${vote},${day},ES-10,A/RES/ES-10/21,A/ES-10/L.25/Rev.1,,A/ES-10/PV.41,Protection of civilians :P resolution / adopted by the General Assemly,Illegal actions,"AFRICA--REGIONAL SECURITY|TERRORISM|TREATIES--SIGNATURES, ACCESSIONS",,2.0,0.0,1.0,1.0,193.0,https://digitallibrary.un.org/record/4025240`
  await within(async (tx) => {
    const read = await importText(
      tx,
      '2026_2_6_ga_voting.csv',
      `\ufeff${[head, row('AFG', 'AFGHANISTAN', 'Y'), row('NAM', 'NAMIBIA', 'Y'), row('BEN', 'BENIN', 'X'), row('ESP', 'SPAIN', 'A'), row('BEN', 'BENIN', 'X'), row('QQQ', 'NOWHERE', 'Y')].join('\r\n')}\r\n`,
    )
    expect(read).toMatchObject({
      dataset: 'undl-ga',
      loaded: { rows: 5, dataUntil: '2023-10-27', version: '2026-02-06' },
    })
    expect(english(read.loaded.findings)).toEqual([
      '1 rows repeat a vote that was said already; each vote counts once.',
      '1 rows name a state that is not known; their votes are left out.',
    ])
    expect(await lookAt(tx)).toEqual([
      {
        key: '4025240',
        body: 'ga',
        day: '2023-10-27',
        session: 'ES-10',
        symbol: 'A/RES/ES-10/21',
        kind: 'resolution',
        decided: 'recorded',
        title: 'Protection of civilians',
        topics: ['AFRICA--REGIONAL SECURITY', 'TERRORISM', 'TREATIES--SIGNATURES, ACCESSIONS'],
        details: {
          outcome: 'adopted',
          draft: 'A/ES-10/L.25',
          meeting: 'A/ES-10/PV.41',
          link: 'https://digitallibrary.un.org/record/4025240',
        },
        said_yes: 2,
        yes: 2,
        silent: 1,
      },
    ])
    const { ballots } = await readBallots(tx, { body: 'ga' })
    expect(said(ballots[0], 'AFG', 'NAM', 'BEN', 'ESP', 'FRA')).toBe('YYXA.')
    expect((await readBallots(tx, { body: 'ga', topics: ['TERRORISM'] })).rollCalls).toHaveLength(1)
  })
  const contradicting = within((tx) =>
    importText(tx, 'ga.csv', [head, row('ESP', 'SPAIN', 'Y'), row('ESP', 'SPAIN', 'N')].join('\n')),
  )
  await expect(contradicting).rejects.toMatchObject({
    explanation: { en: expect.stringContaining('ga.csv, row 3: ESP votes a second time') },
  })
  const undated = within((tx) =>
    importText(tx, 'ga.csv', [head, row('ESP', 'SPAIN', 'Y', '27/10/2023')].join('\n')),
  )
  await expect(undated).rejects.toMatchObject({
    explanation: { en: expect.stringContaining('row 2, column date: "27/10/2023" is not a day') },
  })
})

test('version 1 of the library’s file, and codes of former states', async () => {
  const within = await organisation()
  await within(async (tx) => {
    const head =
      'undl_id,ms_codes,ms_names,ms_votes,date,session,resolutions,draft,committee_report,meeting,title,agenda_title,subjects,yes,no,abstentions,non_voting,total_ms,modality,undl_link'
    const row = (id: number, day: string, code: string, name: string, vote: string) =>
      `${id},${code},${name},${vote},${day},30,A/RES/3379(XXX),,A/10320,,Elimination of racism,,,72,35,32,3,142,Recorded vote,`
    const { loaded, dataset } = await importText(
      tx,
      '2024_09_12_ga_resolutions_voting.csv',
      [
        head,
        row(1, '1975-11-10', 'GER', '"GERMANY, FEDERAL REPUBLIC OF"', 'N'),
        row(1, '1975-11-10', 'DDR', 'GERMAN DEMOCRATIC REPUBLIC', 'Y'),
        row(1, '1975-11-10', 'RUS', 'USSR', 'Y'),
        row(1, '1975-11-10', 'BFA', 'UPPER VOLTA', 'Y'),
        row(1, '1975-11-10', 'ROU', 'ROMANIA', 'NV'),
      ].join('\n'),
    )
    expect([dataset, loaded.findings.length]).toEqual(['undl-ga', 1])
    const { ballots } = await readBallots(tx, { body: 'ga' })
    expect(said(ballots[0], 'DEU', 'DDR', 'RUS', 'BFA', 'ROU')).toBe('NYYYX')
  })
})

test('the Security Council: a text adopted without a vote shows nobody’s vote, whatever its rows say', async () => {
  const within = await organisation()
  await within(async (tx) => {
    const head =
      'undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link'
    const row = (id: number, code: string, vote: string, modality: string) =>
      `${id},${code},${code},True,${vote},2006-10-09,S/RES/${id},,,Appointment of the Secretary-General,,,,,,,,15,${modality},`
    const { loaded, dataset } = await importText(
      tx,
      'sc.csv',
      [head, row(1, 'FRA', 'Y', 'ADOPTED WITHOUT VOTE'), row(2, 'FRA', 'A', 'Recorded vote')].join('\n'),
    )
    expect(dataset).toBe('undl-sc')
    expect(english(loaded.findings)).toEqual([
      '1 texts were adopted without a vote, whatever their rows say: nobody’s vote is shown.'.replace(
        '’',
        "'",
      ),
    ])
    expect((await lookAt(tx)).map(({ decided, yes, body }) => [body, decided, yes])).toEqual([
      ['sc', 'without_vote', null],
      ['sc', 'recorded', 0],
    ])
    const { ballots } = await readBallots(tx, { body: 'sc' })
    expect(ballots.map((one) => said(one, 'FRA'))).toEqual(['A'])
  })
})

test('unvotes: names before codes, Namibia’s code is NA, subjects from their own file', async () => {
  const within = await organisation()
  await within(async (tx) => {
    await importText(
      tx,
      'un_roll_calls.csv',
      'rcid,session,importantvote,date,unres,amend,para,short,descr\n3,45,0,1980-01-01,R/1/66,1,0,A,"LONG, LONGER"\n4,74,,2019-12-10,A/RES/74/19,,,Oceans,Oceans and the law of the sea\n',
    )
    await importText(
      tx,
      'issues.csv',
      'rcid,short_name,issue\n3,hr,Human rights\n3,me,Palestinian conflict\n',
    )
    const { dataset, loaded } = await importText(
      tx,
      'un_votes.csv',
      'rcid,country,country_code,vote\n3,Yemen Arab Republic,,yes\n3,Federal Republic of Germany,,no\n3,Yugoslavia,RS,yes\n4,Namibia,NA,abstain\n4,Zzz,ZZ,yes\n',
    )
    expect([dataset, loaded.rows, english(loaded.findings)]).toEqual([
      'unvotes',
      4,
      ['1 rows name a state that is not known; their votes are left out.'],
    ])
    const found = await readBallots(tx, { body: 'ga' })
    expect(found.ballots.map((one) => said(one, 'YEM', 'DEU', 'YUG', 'NAM', 'SRB'))).toEqual([
      'YNY..',
      '...A.',
    ])
    expect((await readBallots(tx, { body: 'ga', topics: ['hr'] })).rollCalls.map(({ key }) => key)).toEqual([
      '3',
    ])
    expect((await voteSources(tx)).map(({ dataset: one }) => one)).toEqual(['unvotes'])
  })
})

test.runIf(existsSync(`${data}/unsc_vetoes_1946_sept2022.csv`))(
  'vetoes tell who vetoed, and no ballots',
  async () => {
    const within = await organisation()
    await within(async (tx) => {
      const { dataset, loaded } = await importPath(tx, `${data}/unsc_vetoes_1946_sept2022.csv`)
      expect([dataset, loaded.rows, loaded.dataUntil]).toEqual(['vetoes', 214, '2022-07-08'])
      const rows = await lookAt(tx)
      const by = (code: string) =>
        rows.filter(({ details }) => (details as { vetoedBy: string[] }).vetoedBy.includes(code)).length
      expect(['RUS', 'USA', 'CHN', 'TWN', 'GBR', 'FRA'].map(by)).toEqual([121, 82, 17, 0, 29, 16])
      expect((await readBallots(tx, { body: 'sc' })).rollCalls).toEqual([])
      const hdx =
        'id,draft_res#,date,record,agenda,short_agenda,#_of_pms,url_for_res#,last_update,china,russian_federation_ussr,france,united_states,united_kingdom\n1,S/2022/720,2022-09-30,S/PV.9143,Maintenance of peace,Ukraine,1,https://undocs.org/S/2022/720,2022,0,1,0,0,0\n'
      expect((await importText(tx, 'DPPA-SCVETOES.csv', hdx)).loaded.rows).toBe(1)
    })
  },
)

test('titles, days and country situations', () => {
  expect(plainTitle('Situation in X : resolution / adopted by the General Assembly')).toBe('Situation in X')
  expect(plainTitle('Torture: the role of judges')).toBe('Torture: the role of judges')
  expect(plainTitle('A : amendment /')).toBe('A')
  expect([vetoDay('2/16/1946'), vetoDay('13/1/1946'), vetoDay('2022-02-30')]).toEqual(['1946-02-16', '', ''])
  const on = [
    'Situation of human rights in the Syrian Arab Republic',
    'HUMAN RIGHTS IN CHILE',
    'The human rights situation in Myanmar',
    'Situación de los derechos humanos en Belarús',
  ]
  const not = [
    'Human rights in the administration of justice',
    'Situation of human rights of migrants in transit',
    'Oceans and the law of the sea',
    'Human rights in armed conflicts',
  ]
  expect(on.filter((title) => !isCountrySituation(title))).toEqual([])
  expect(not.filter(isCountrySituation)).toEqual([])
})
