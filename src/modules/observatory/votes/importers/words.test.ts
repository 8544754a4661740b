import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { polity } from '#catalogue/polities'
import type { Tx } from '#platform/records'
import { testApp } from '../../../../../tests/support/app.ts'
import { letterOf } from '../ballot.ts'
import { readBallots } from '../queries/read-ballots.ts'
import { importText } from './import-for-test.ts'

const organisation = async () => (await (await testApp()).signIn()).within
const said = (ballots: string | undefined, ...codes: readonly string[]) =>
  codes.map((code) => letterOf(ballots ?? '', polity(code)?.n ?? 0)).join('')
const lookAt = async (tx: Tx) =>
  (
    await sql<Record<string, unknown>>`
    select key, body, held_on::text as day, session, symbol, kind, decided, title, agenda, topics, details, said_yes as said, yes, source_row as row
      from observatory_roll_call where org_id = ${tx.actor.orgId}::uuid order by held_on, key`.execute(tx.sql)
  ).rows

const field = (tag: string, subfields: Readonly<Record<string, string>>) =>
  `<datafield tag="${tag}" ind1=" " ind2=" ">${Object.entries(subfields)
    .map(([code, text]) => `<subfield code="${code}">${text}</subfield>`)
    .join('')}</datafield>`
const marc = (...records: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><collection xmlns="http://www.loc.gov/MARC21/slim">${records.map((one) => `<record>${one}</record>`).join('')}</collection>`

test('MARCXML of the UN library: states by $c, a blank vote is not voting, and nobody voted where there was no vote', async () => {
  const within = await organisation()
  await within(async (tx) => {
    const one = [
      '<controlfield tag="001">4025240</controlfield>',
      field('791', { a: 'A/RES/ES-10/21' }),
      field('269', { a: '2023-10-27' }),
      field('245', {
        a: 'Protection of civilians &amp; others :',
        b: 'resolution /',
        c: 'adopted by the General Assembly',
      }),
      field('991', { b: '5.', c: 'Illegal actions', d: 'TERRITORIES' }),
      field('996', { b: '2', c: '0', d: '1', e: '1', f: '193' }),
      field('967', { a: '1', c: 'AFG', d: 'Y', e: 'AFGHANISTAN' }),
      field('967', { a: '2', c: 'BEN', d: '', e: 'BENIN' }),
      field('967', { a: '3', c: 'FRA', d: 'A', e: 'FRANCE' }),
    ].join('')
    const other = [
      '<controlfield tag="001">7</controlfield>',
      field('791', { a: 'S/RES/1715(2006)' }),
      field('269', { a: '20061009' }),
      field('245', { a: 'Appointment' }),
      field('591', { a: 'ADOPTED WITHOUT VOTE' }),
      field('967', { a: '1', c: 'FRA', d: 'Y', e: 'FRANCE' }),
    ].join('')
    const read = await importText(tx, 'export.xml', marc(one, other))
    expect(read.dataset).toBe('undl-marc')
    expect(read.loaded).toMatchObject({ scope: 'ga sc 2006–2023', dataUntil: '2023-10-27' })
    expect(read.loaded.findings.map(({ what }) => what.en)).toEqual([
      '1 roll calls do not add up to the totals that the source states. Both are shown.',
    ])
    expect(
      (await lookAt(tx)).map(({ key, body, session, decided, title, yes, said: stated, row }) => [
        key,
        body,
        session,
        decided,
        title,
        yes,
        stated,
        row,
      ]),
    ).toEqual([
      ['7', 'sc', '', 'without_vote', 'Appointment', null, null, 2],
      ['4025240', 'ga', 'ES-10', 'recorded', 'Protection of civilians & others', 1, 2, 1],
    ])
    const { ballots } = await readBallots(tx, { body: 'ga' })
    expect(said(ballots[0], 'AFG', 'BEN', 'FRA', 'USA')).toBe('YXA.')
  })
})

test('MARCXML of OHCHR’s library: states by $b, a point is absent, one y is small', async () => {
  const within = await organisation()
  await within(async (tx) => {
    const one = [
      '<controlfield tag="001">30635</controlfield>',
      field('791', { a: 'A/HRC/50/L.58' }),
      field('981', { a: 'Human Rights Council' }),
      field('269', { a: '2022-07-07' }),
      field('245', {
        a: 'Peaceful protests :',
        b: 'amendment /',
        c: 'Human Rights Council at its 50th session',
      }),
      field('591', { a: 'RECORDED' }),
      field('993', {
        a: 'Amendment A/HRC/50/L.58 to draft resolution A/HRC/50/L.16/Rev.1 Rejected by a recorded vote',
      }),
      field('991', { b: '3.', c: 'All rights -', d: 'CIVIC SPACE' }),
      ...[
        ['ARG', 'N'],
        ['ERI', 'y'],
        ['BEN', '.'],
        ['QQQ', 'Y'],
      ].map(([b = '', d = '']) => field('967', { b, d, e: b })),
    ].join('')
    const { dataset, loaded } = await importText(tx, 'hrc.xml', marc(one))
    expect(dataset).toBe('ohchr-marc')
    expect(loaded.findings.map(({ count, examples }) => [count, examples[0]])).toEqual([
      [1, 'record 1: ERI ERI'],
      [1, 'record 1: QQQ QQQ'],
    ])
    expect(await lookAt(tx)).toMatchObject([
      {
        kind: 'amendment',
        session: '50',
        agenda: '3',
        title: 'Peaceful protests',
        details: { amends: 'A/HRC/50/L.16', outcome: 'rejected' },
      },
    ])
    const { ballots } = await readBallots(tx, { body: 'hrc' })
    expect(said(ballots[0], 'ARG', 'ERI', 'BEN')).toBe('NYX')
  })
  await expect(
    within((tx) =>
      importText(tx, 'cut.xml', marc('<controlfield tag="001">1</controlfield>').slice(0, -30) + '<sub'),
    ),
  ).rejects.toMatchObject({ kind: 'malformed' })
})

const report = `United Nations A/HRC/52/2
Human Rights Council
Fifty-second session

52/1. Situation of human rights in Nowhere
The Human Rights Council,
Guided by the Charter,
50th meeting
3 April 2023
[Adopted by a recorded vote of 3 to 1, with 2 abstentions. The voting was as follows:
In favour:
Argentina, Bolivia (Plurinational State of), France
Against:
China
Abstaining:
India and South Africa]

54. At the same meeting, a recorded vote was taken on the proposed amendment A/HRC/52/L.30 to draft resolution A/HRC/52/L.7. The amendment was rejected by 1 vote to 3, with 0 abstentions.
55. The voting was as follows:
In favour: China
Against: Argentina, France, Frnace
Abstaining: India
`

test('votes out of the report of a session: three lists each, sums compared, never more than 47', async () => {
  const within = await organisation()
  await within(async (tx) => {
    const { dataset, loaded } = await importText(tx, 'report.txt', report)
    expect([dataset, loaded.rows, loaded.scope, loaded.dataUntil]).toEqual([
      'hrc-report',
      2,
      'session 52',
      '2023-04-03',
    ])
    expect(loaded.findings.map(({ what, examples }) => [what.en.replace(/^\d+ /u, ''), examples[0]])).toEqual(
      [
        ['rows name a state that is not known; their votes are left out.', 'line 20: Frnace'],
        [
          'roll calls do not add up to the totals that the source states. Both are shown.',
          'A/HRC/52/L.30: 1–2–1 ≠ 1–3–0',
        ],
      ],
    )
    const found = await readBallots(tx, { body: 'hrc' })
    expect(found.rollCalls.map(({ symbol, kind, title }) => [symbol, kind, title])).toEqual([
      ['A/HRC/RES/52/1', 'resolution', 'Situation of human rights in Nowhere'],
      ['A/HRC/52/L.30', 'amendment', 'A/HRC/52/L.30'],
    ])
    expect(found.ballots.map((one) => said(one, 'ARG', 'BOL', 'FRA', 'CHN', 'IND', 'ZAF'))).toEqual([
      'YYYNAA',
      'N.NYA.',
    ])
  })
})

test('a roll call of the OAS in a file: what is known of it first, then the words', async () => {
  const within = await organisation()
  const text = `Órgano: oas-pc
Fecha: 2024-06-28
Signatura: CP/RES. 1/24
Título: La situación en Ningunaparte
Nombre: Sta. Luzia = LCA

Con cuatro votos a favor, uno en contra y una abstención. A favor votaron: Argentina, Canadá, Sta. Luzia y Guyanna. En contra: Nicaragua. Se abstuvo: México.
`
  await within(async (tx) => {
    const { dataset, loaded } = await importText(tx, 'acta.txt', text)
    expect([dataset, loaded.rows]).toEqual(['oas', 1])
    expect(loaded.findings.map(({ examples }) => examples[0])).toEqual([
      'Guyanna',
      'CP/RES. 1/24: 3–1–1 ≠ 4–1–1',
    ])
    const { ballots, rollCalls } = await readBallots(tx, { body: 'oas-pc' })
    expect(rollCalls[0]).toMatchObject({ title: 'La situación en Ningunaparte', day: '2024-06-28' })
    expect(said(ballots[0], 'ARG', 'CAN', 'LCA', 'GUY', 'NIC', 'MEX')).toBe('YYY.NA')
  })
  await expect(
    within((tx) => importText(tx, 'acta.txt', text.replace('México', 'Nicaragua'))),
  ).rejects.toMatchObject({
    explanation: { es: expect.stringContaining('NIC vota por segunda vez') },
  })
})
