import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { polities } from '#catalogue/polities'
import { treaties } from '#catalogue/treaties'
import { testApp } from '../../../../tests/support/app.ts'
import { importFile } from '../sources/import-file.ts'
import { readHead } from '../sources/read-head.ts'
import { type ActKind, actKinds, binding } from './act.ts'
import { noteAct, takeBackAct } from './actions/note-act.ts'
import { ratificationYears } from './importers/ratification-years.ts'
import { readSheet } from './importers/read-sheet.ts'
import { untcDeclarations } from './importers/untc-declarations.ts'
import { readTreatyDate, untc } from './importers/untc.ts'
import { readActs } from './queries/read-acts.ts'
import { standingBy } from './standing.ts'
import { readMatrix, treatiesOf } from './view.ts'

describe('where a state stands', () => {
  const act = (kind: ActKind, doneOn: string) => ({ act: kind, doneOn })

  test('follows from its last binding act and whether it left after it', () => {
    expect(standingBy([])).toMatchObject({ standing: 'none' })
    expect(standingBy([act('signature', '1998')])).toMatchObject({ standing: 'signed', since: '1998' })
    expect(standingBy([act('signature', ''), act('accession', '2007-11-08')])).toMatchObject({
      standing: 'party',
      since: '2007-11-08',
      by: 'accession',
    })
    expect(standingBy([act('ratification', '1975'), act('withdrawal', '1997')])).toMatchObject({
      standing: 'withdrawn',
      since: '1997',
    })
    expect(
      standingBy([act('ratification', '1975'), act('withdrawal', '1997-10-23'), act('accession', '1999')]),
    ).toMatchObject({ standing: 'party', since: '1999' })
  })

  test('does not depend on the order in which a source lists them, and says party only of who is bound', () => {
    const date = fc.integer({ min: 1950, max: 2026 }).map(String)
    const acts = fc.uniqueArray(fc.record({ act: fc.constantFrom(...actKinds), doneOn: date }), {
      maxLength: 6,
      selector: ({ doneOn }) => doneOn,
    })
    fc.assert(
      fc.property(acts, (list) => {
        const told = standingBy(list)
        expect(standingBy(list.toReversed())).toEqual(told)
        if (told.standing === 'party') expect(list.some((one) => binding.has(one.act))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

test('dates are read as the Treaty Collection writes them, and nothing else', () => {
  expect(readTreatyDate('8 Nov 2007')).toEqual({ day: '2007-11-08', suffix: '' })
  expect(readTreatyDate('24 Jan 1983 a')).toEqual({ day: '1983-01-24', suffix: 'a' })
  expect(readTreatyDate('5 Mar 2004 AA')).toEqual({ day: '2004-03-05', suffix: 'AA' })
  for (const odd of ['', '2007', '8 November 2007', '38 Nov 2007', '8 Nov 2007 x'])
    expect(readTreatyDate(odd)).toBeNull()
})

test('a sheet keeps what stands between quotes together, whatever its line ends', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(readSheet(['Participant,"Accession(a), Ratification"', 'A,"1 ""x"""', ''].join(end))).toEqual([
      { row: 1, cells: ['Participant', 'Accession(a), Ratification'] },
      { row: 2, cells: ['A', '1 "x"'] },
    ])
})

/** Files written for a test, in a folder that goes with it. */
async function withFiles<Result>(
  files: Readonly<Record<string, string>>,
  use: (at: (name: string) => string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'treaties-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return await use((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const header = 'iso2,member,state party,year ratification or accession,signatory,no action,status,note'

test('a file of years: Namibia is NA, two of three columns decide, who denounced has left, unknown names are told', async () => {
  const ada = await (await testApp()).signIn()
  const text = [
    header,
    'NA,Namibia,1,1994,0,0,state party,',
    'JM,Jamaica,1,1975,0,1,state party,Denounced the OP 1997',
    'MD,Moldova,0,1993,0,0,state party,',
    'ZW,Zimbabwe,0,,0,0,state party,',
    'AR,Argentina,0,,1,0,signatory state,',
    'XX,Atlantis,1,1990,0,0,state party,',
  ].join('\n')
  await withFiles({ 'hr_status_iccpr_op1.csv': text }, async (at) => {
    const path = at('hr_status_iccpr_op1.csv')
    const head = await readHead(path)
    expect(ratificationYears.recognises(head)).toBe(true)
    const { loaded, fileId } = await ada.within((tx) => importFile(tx, ratificationYears, { path, head }))
    expect(loaded).toMatchObject({ scope: 'iccpr-op1', rows: 6 })
    expect(loaded.findings.map(({ count }) => count)).toEqual([1, 3])
    const matrix = await ada.within((tx) => readMatrix(tx, treatiesOf('both'), null))
    const of = (code: string) => matrix.of('iccpr-op1', code)
    expect(of('NAM')).toMatchObject({ standing: 'party', since: '1994' })
    expect(of('JAM')).toMatchObject({ standing: 'withdrawn', since: '1997' })
    expect(of('MDA')).toMatchObject({ standing: 'party' })
    expect(of('ZWE')).toMatchObject({ standing: 'none' })
    expect(of('ARG')).toMatchObject({ standing: 'signed', since: '' })
    const acts = await ada.within((tx) => readActs(tx, { polity: 'NAM' }))
    expect(acts).toMatchObject([{ fileId, row: 2, file: 'hr_status_iccpr_op1.csv', version: '2022' }])
    // Nobody of another organisation sees any of it.
    const bob = await (await testApp()).signIn()
    expect(await bob.within((tx) => readActs(tx, {}))).toEqual([])
    expect(await (await bob.get('/workspace/observatory/treaties')).text()).toContain('No file of treaties')
  })
})

test('a year that is none refuses the file with its row and leaves nothing', async () => {
  const ada = await (await testApp()).signIn()
  const text = `${header}\nAR,Argentina,1,20017,0,0,state party,\n`
  await withFiles({ 'hr_status_cat.csv': text }, async (at) => {
    const path = at('hr_status_cat.csv')
    const head = await readHead(path)
    await expect(ada.within((tx) => importFile(tx, ratificationYears, { path, head }))).rejects.toThrow(
      /row 2.*"20017" is not a year/,
    )
    expect(await ada.within((tx) => readActs(tx, {}))).toEqual([])
  })
})

test('what two sources tell otherwise is shown, and an act typed in is laid over both and can be taken back', async () => {
  const ada = await (await testApp()).signIn()
  const files = {
    'hr_status_cped.csv': `${header}\nBE,Belgium,1,2011,0,0,state party,\nFJ,Fiji,1,2009,0,0,state party,\nAO,Angola,1,2019,0,0,state party,\n`,
    '4-16.csv':
      'Participant,Signature,"Accession(a), Ratification"\nBelgium,6 Feb 2007,2 Jun 2011\nFiji,,\nEuropean Union,,\n',
    'declarations_4-16.txt': '#Cuba\nDoes not consider itself obliged.\n\n#Atlantis\nNothing.\n',
  }
  await withFiles(files, async (at) => {
    for (const [importer, name] of [
      [ratificationYears, 'hr_status_cped.csv'],
      [untc, '4-16.csv'],
      [untcDeclarations, 'declarations_4-16.txt'],
    ] as const) {
      const path = at(name)
      const head = await readHead(path)
      expect(importer.recognises(head)).toBe(true)
      await ada.within((tx) => importFile(tx, importer, { path, head }))
    }
  })
  const cell = async (code: string) =>
    (await ada.within((tx) => readMatrix(tx, treatiesOf('core'), null))).of('icpped', code)
  expect(await cell('BEL')).toMatchObject({ standing: 'party', since: '2011', differ: false })
  expect(await cell('FJI')).toMatchObject({ standing: 'party', differ: true })
  // The older file ends in 2011: it could not know.
  expect(await cell('AGO')).toMatchObject({ standing: 'party', since: '2019', differ: false })

  const form = {
    polity: 'FJI',
    act: 'withdrawal',
    done_on: '2024-13',
    article: '',
    text: '',
    source: 'https://example.org/1',
  }
  const refused = await ada.post('/workspace/observatory/treaties/icpped', form)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Give a day')
  expect(
    (await ada.post('/workspace/observatory/treaties/icpped', { ...form, done_on: '2024-05' })).status,
  ).toBe(303)
  expect(await cell('FJI')).toMatchObject({ standing: 'withdrawn', since: '2024-05' })
  const declared = await ada.within((tx) =>
    noteAct(tx, {
      treaty: 'icpped',
      polity: 'BEL',
      act: 'declaration',
      doneOn: '2011-06-02',
      article: '31',
      text: 'recognises',
      source: 'C.N. 1',
    }),
  )
  const page = await (await ada.get('/workspace/observatory/treaties/icpped')).text()
  const underArticle31 = /\(art\. 31\)<\/strong>: <span><a [^>]*>Belgium/
  expect(underArticle31.test(page)).toBe(true)
  expect(page).toContain('Does not consider itself obliged')
  await ada.within((tx) => takeBackAct(tx, declared, 'wrong page'))
  const after = await (await ada.get('/workspace/observatory/treaties/icpped')).text()
  expect(underArticle31.test(after)).toBe(false)
  const state = await (await ada.get('/workspace/observatory/states/FJI')).text()
  expect(state).toContain('Withdrew')
  const csv = await (await ada.get('/workspace/observatory/treaties.csv?kind=core')).text()
  expect(csv).toContain('"FJI","Fiji","ICPPED","Withdrew","2024-05","≠"')
})

const data = resolve(import.meta.dirname, '../../../../../shared/data/treaties')

test.skipIf(!existsSync(data))('the stored files give the published counts', async () => {
  const ada = await (await testApp()).signIn()
  const findings = new Map<string, number>()
  for (const folder of ['ratification_2022', 'untreaties_ch4_2015'])
    for (const name of readdirSync(join(data, folder))) {
      const path = join(data, folder, name)
      const head = await readHead(path, [folder])
      const importer = [ratificationYears, untc, untcDeclarations].find((one) => one.recognises(head))
      if (!importer) continue
      const { loaded } = await ada.within((tx) => importFile(tx, importer, { path, head }))
      for (const { count } of loaded.findings)
        findings.set(importer.dataset, (findings.get(importer.dataset) ?? 0) + count)
    }
  const years = await ada.within((tx) => readMatrix(tx, treaties, 'ratification-2022'))
  const count = (id: string, standing: string) =>
    polities.filter(({ code }) => years.of(id, code).standing === standing).length
  expect([count('icpped', 'party'), count('icpped', 'signed'), count('cat', 'party')]).toEqual([68, 43, 171])
  expect([count('iccpr', 'party'), count('opcat', 'party'), count('iccpr-op2', 'party')]).toEqual([
    174, 89, 89,
  ])
  const acts = await ada.within((tx) => readActs(tx, {}))
  const ofCollection = acts.filter(({ dataset }) => dataset === 'untc')
  const told = (kind: ActKind) => ofCollection.filter(({ act }) => act === kind).length
  // The Collection's letters: a 1,059, A and AA 289, d 98 of which 5 are of signatures; the European Union (c) is no state.
  expect({ a: told('accession'), A: told('acceptance'), c: told('confirmation') }).toEqual({
    a: 1059,
    A: 289,
    c: 0,
  })
  expect(
    ofCollection.find(
      ({ polity, treaty, act }) => polity === 'ALB' && treaty === 'icpped' && act === 'ratification',
    ),
  ).toMatchObject({
    doneOn: '2007-11-08',
  })
  expect(Object.fromEntries(findings)).toEqual({ untc: 1, 'ratification-2022': 11 })
})
