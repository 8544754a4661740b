import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { polityByCode } from '#catalogue/polities'
import { Problem } from '#platform/problem'
import { objectCutter } from './cut-objects.ts'
import { plainText } from './entities.ts'
import {
  type Recommendation,
  comparable,
  noticing,
  polityNames,
  readMatrix,
  readResponse,
  readUhri,
  readUprInfo,
  recommendationKey,
  sendersInText,
} from './index.ts'
import { readUwaziRows } from './uwazi.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-reviews-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((one: unknown) => one)
  if (error instanceof Problem) return error.explanation?.en ?? ''
  throw new Error('it was not refused')
}

const header = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
/** Text in Mac OS Roman: é is 0x8e, ñ 0x96. */
const roman = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.join('\r').replaceAll('é', '\u008e').replaceAll('ñ', '\u0096'), 'latin1')

describe('the export of UPR Info', () => {
  test('in Mac OS Roman with CR line ends, escapes and lists in quotes', async () => {
    const path = write(
      'old.csv.gz',
      gzipSync(
        roman([
          header,
          'Cuba,GRULAC,"OAS, OEI, ACS","Receive the ""Rapporteur"", né in Cataluña",Trinidad & Tobago,GRULAC,"OAS, ACS",Accepted,5,"Right to food,Special procedures",4',
          'Indonesia,Asia,ASEAN,Share,&#40;Unknown&#41;,,,Noted,1,General,1',
          'Atlantis,,,Rise,Chile,,,Noted,4,General,1',
        ]),
      ),
    )
    const { all, noticed } = await readUprInfo(path, false)
    expect(all.map(({ key: _, ...one }) => one)).toMatchObject([
      {
        polity: 'CUB',
        session: '4',
        cycle: 1,
        year: 2009,
        text: 'Receive the "Rapporteur", né in Cataluña',
        senders: ['TTO'],
        response: 'supported',
        responseSaid: 'Accepted',
        action: 5,
        issues: ['Right to food', 'Special procedures'],
        row: 2,
      },
      { polity: 'IDN', senders: [], details: { from: '(Unknown)' }, response: 'noted', row: 3 },
    ])
    expect(noticed).toEqual([
      { what: 'unknownSender', example: 'row 3: (Unknown)' },
      { what: 'unknownState', example: 'row 4: Atlantis' },
    ])
  })

  test('a session that is none is refused with its row', async () => {
    const path = write('bad.csv', `${header}\rCuba,,,Text,Chile,,,Noted,4,General,soon`)
    expect(await refusal(readUprInfo(path, false))).toContain(
      'bad.csv, row 2, column Session: "soon" is not a session',
    )
  })

  test('a pledge among recommendations is refused, and the other way round', async () => {
    const path = write('mixed.csv', `${header}\nCuba,,,Text,Cuba,,,Voluntary Pledge,4,General,4\n`)
    expect(await refusal(readUprInfo(path, false))).toContain('a voluntary pledge among recommendations')
    const other = write('mixed2.csv', `${header}\nCuba,,,Text,Chile,,,Noted,4,General,4\n`)
    expect(await refusal(readUprInfo(other, true))).toContain('"Noted" is no voluntary pledge')
  })
})

test.each([
  ['Accepted', 'supported'],
  ['Supported', 'supported'],
  ['Noted', 'noted'],
  ['Not Supported', 'not_supported'],
  ['Supported/Noted', 'noted'],
  ['Under consideration', 'pending'],
  ['Perhaps', null],
])('the answer %s is %s', (said, expected) => expect(readResponse(said)).toBe(expected))

describe('the key of a recommendation', () => {
  const given = { polity: 'SVN', session: '20', text: 'Ratify the Convention', senders: ['FRA'] }
  test('stays the same when an edition changes commas, capitals, accents, numbers and blanks', () => {
    for (const text of ['ratify  the “Convention”;', '115.3 Ratify the Convention.', 'Ratify the Convéntion'])
      expect(recommendationKey({ ...given, text })).toBe(recommendationKey(given))
    expect(recommendationKey({ ...given, senders: ['FRA', 'FRA'] })).toBe(recommendationKey(given))
  })
  test('is another for another state, session, sender or wording', () => {
    const keys = [
      given,
      { ...given, polity: 'HRV' },
      { ...given, session: '34' },
      { ...given, senders: ['CHL'] },
      { ...given, text: 'Do not ratify the Convention' },
    ].map(recommendationKey)
    expect(new Set(keys).size).toBe(5)
  })
  test('compares any script as Unicode says, the quick way', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('é“Ω', 'Ñandú', 'Ærø', 'Здравствуй'),
        (text, other) => {
          const whole = `${other}, ${text}`
          const slow = whole
            .normalize('NFKD')
            .replace(/\p{M}+/gu, '')
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim()
          expect(
            comparable(whole)
              .normalize('NFKD')
              .replace(/\p{M}+/gu, ''),
          ).toBe(slow.normalize('NFKD').replace(/\p{M}+/gu, ''))
        },
      ),
      { numRuns: 100 },
    ))
  test('a year at the beginning is no number of a report', () =>
    expect(comparable('1961 Convention')).toBe('1961 convention'))

  test('is one in the export, in the data base of today, in the list and in the index', async () => {
    const words = 'Ratify the Convention on Enforced Disappearance'
    const csv = write('same.csv', `${header}\nSlovenia,EEG,,${words},France,WEOG,,Accepted,5,General,20\n`)
    const label = (text: string) => [{ value: 'x', label: text }]
    const api = write(
      'same.json',
      JSON.stringify({
        totalRows: 1,
        rows: [
          {
            sharedId: 'a1',
            metadata: {
              recommendation: [{ value: `${words}.` }],
              state_under_review: label('Slovenia'),
              recommending_state: label('France'),
              response: label('Supported'),
              session: label('20'),
            },
          },
        ],
      }),
    )
    const [row] = await readUwaziRows(api)
    const matrix = readMatrix(
      [
        '# UPR 20th Session - Slovenia - Thematic List of Recommendations',
        `115.3 ${words} (France);`,
        'Source of position: A/HRC/28/15/Add.1 - Para. 3',
        'Supported',
        'A12 Acceptance of international norms',
      ].join('\n'),
      'x.txt',
    )
    const record = {
      AnnotationId: 'b',
      Body: '- UPR',
      Countries: ['Slovenia'],
      Text: `115.3 ${words} (France);`,
      UprSession: ['20'],
      UprPositions: ['Supported'],
      UprRecommendingCountry: ['France'],
    }
    const uhri = await collect(write('same-uhri.json', JSON.stringify([record])))
    const expected = (await readUprInfo(csv, false)).all[0]?.key
    expect(matrix.all[0]?.key).toBe(expected)
    expect(uhri.all[0]?.key).toBe(expected)
    expect(
      recommendationKey({
        polity: 'SVN',
        session: '20',
        text: String(row?.metadata['recommendation']?.[0]?.value),
        senders: ['FRA'],
      }),
    ).toBe(expected)
  })
})

describe('answers of Uwazi', () => {
  const row = { sharedId: 'a', metadata: {} }
  test('one page, a list of pages, a list of rows', async () => {
    expect(await readUwaziRows(write('1.json', JSON.stringify({ rows: [row], totalRows: 1 })))).toHaveLength(
      1,
    )
    expect(
      await readUwaziRows(write('2.json', JSON.stringify([{ rows: [row] }, { rows: [row, row] }]))),
    ).toHaveLength(3)
    expect(await readUwaziRows(write('3.json', JSON.stringify([row, row])))).toHaveLength(2)
  })
  test('what is none is refused, also an answer to a filter that is not known', async () => {
    expect(await refusal(readUwaziRows(write('4.json', '{"rows":[')))).toContain('it is no JSON')
    expect(await refusal(readUwaziRows(write('5.json', '{"answer":1}')))).toContain('no rows with metadata')
    expect(await refusal(readUwaziRows(write('6.json', '{"rows":[],"totalRows":0}')))).toContain(
      'it has no rows',
    )
  })
})

describe('senders in brackets', () => {
  const polityOf = polityNames()
  test.each([
    ['Ratify it (France) (Lithuania);', ['FRA', 'LTU'], 'Ratify it'],
    ['Ratify it (Spain, Tunisia and Portugal);', ['ESP', 'TUN', 'PRT'], 'Ratify it'],
    ['Ratify it (Iran (Islamic Republic of));', ['IRN'], 'Ratify it'],
    ['Protect persons (LGBTI) (Bosnia and Herzegovina);', ['BIH'], 'Protect persons (LGBTI)'],
    ['Begin it (Ukraine); go on (Slovakia);', ['UKR', 'SVK'], 'Begin it (Ukraine); go on (Slovakia)'],
    ['Convention (No. 29)', [], 'Convention (No. 29)'],
  ])('%s', (text, senders, bare) => expect(sendersInText(text, polityOf)).toMatchObject({ senders, bare }))
})

/** Everything that the reader of the index gives. */
async function collect(
  path: string,
): Promise<{ readonly all: readonly Recommendation[]; readonly noted: readonly string[] }> {
  const seen = noticing()
  const all: Recommendation[] = []
  for await (const one of readUhri(path, 'en', seen)) all.push(...one.recommendations)
  return { all, noted: seen.findings().map(({ what }) => what.en) }
}

describe('the index of all mechanisms', () => {
  test('is cut into its objects whatever their texts hold and however the bytes come', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            a: fc.string({ unit: 'binary' }),
            b: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 }),
          }),
          { maxLength: 4 },
        ),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 1),
        (objects, size, indent) => {
          const whole = objects.map((one) => ({ ...one, brace: '}]{["\\' }))
          const bytes = Buffer.from(`\uFEFF${JSON.stringify(whole, null, indent)}\n`)
          const cutter = objectCutter(1_000_000)
          const found: unknown[] = []
          for (let at = 0; at < bytes.length; at += size)
            for (const one of cutter.push(bytes.subarray(at, at + size))) found.push(JSON.parse(one))
          cutter.end()
          expect(found).toEqual(JSON.parse(JSON.stringify(whole)))
        },
      ),
      { numRuns: 30 },
    ))
  test.each(['', '{}', '[{},,{}]', '[{}{}]', '[1]', '[{}] x', '[{}', '[{"a":1}, {"b"'])(
    '%s is no list of objects',
    (text) => {
      const cutter = objectCutter(1000)
      expect(() => {
        cutter.push(Buffer.from(text))
        cutter.end()
      }).toThrow()
    },
  )
  test('one object longer than the limit ends it, not the memory', () => {
    const cutter = objectCutter(1000)
    expect(() => {
      for (let i = 0; i < 10; i++) cutter.push(Buffer.from(i === 0 ? '[{"a":"' : 'x'.repeat(500)))
    }).toThrow()
  })

  test('tells mechanisms apart, keeps numbers, reads markup, gives a row for each state', async () => {
    const path = write(
      'uhri.json',
      JSON.stringify([
        {
          AnnotationId: '1',
          Body: '- CRC',
          Countries: ['Peru'],
          Symbol: 'CRC/C/PER/CO/6-7',
          PublicationDate: '2025-02-12T00:00:00',
          Text: '4.The <b>Committee</b> &amp; all',
          Themes: ['- Enforced disappearances'],
          Sdgs: ['16.2 - Protect'],
        },
        { AnnotationId: '2', Body: '- SR Torture', Countries: ['Chile', 'Peru', 'Atlantis'], Text: 'Do it' },
        {
          AnnotationId: '3',
          Body: 'UPR',
          Countries: ['Nauru'],
          Text: '79.1. Ratify (Chile)',
          UprSession: ['10'],
          UprPositions: ['- Supported'],
          UprRecommendingCountry: ['- Chile'],
        },
      ]),
    )
    const { all, noted } = await collect(path)
    expect(all).toMatchObject([
      {
        mechanism: 'treaty_body',
        body: 'CRC',
        polity: 'PER',
        number: '4',
        text: 'The Committee & all',
        year: 2025,
        issues: ['Enforced disappearances'],
        session: '',
      },
      { mechanism: 'special_procedure', polity: 'CHL', row: 2 },
      { mechanism: 'special_procedure', polity: 'PER', row: 2 },
      {
        mechanism: 'upr',
        body: '',
        polity: 'NRU',
        senders: ['CHL'],
        response: 'supported',
        number: '79.1',
        cycle: 1,
        year: 2011,
      },
    ])
    expect(noted).toHaveLength(1)
  })
  test('a list that is cut short is refused with the record', async () => {
    const path = write('cut.json', '[{"Text":"a","Countries":["Peru"]},{"Text":"b')
    expect(await refusal(collect(path))).toContain(
      'cut.json, row 2: the list of records is damaged or cut short',
    )
  })
})

test('markup becomes plain text', () =>
  expect(plainText('<p>One&nbsp;&#40;1&#41;</p><p>Two<br/>three < four</p>')).toBe(
    'One (1)\nTwo\nthree < four',
  ))

const data = '../shared/data'
const exports = ['1-5', '6-9', '10-13', '14-17', '17-20'].map(
  (part) => `${data}/upr/upr-info_sessions_${part}.csv.gz`,
)

describe.skipIf(!existsSync(`${data}/upr`))('the real files', () => {
  test('41,066 recommendations, every state known, four repeats; joined with regimes by name and by code', async () => {
    const all: Recommendation[] = []
    const noted: string[] = []
    for (const path of exports) {
      const read = await readUprInfo(path, false)
      all.push(...read.all)
      noted.push(...read.noticed.map(({ example }) => example.replace(/^row \d+: /, '')))
    }
    expect(all).toHaveLength(41_066)
    expect(new Set(all.map(({ key }) => key)).size).toBe(41_062)
    expect(new Set(noted)).toEqual(new Set(['(Unknown)']))
    expect(new Set(all.map(({ polity }) => polity)).size).toBe(193)
    const count = (of: (one: Recommendation) => unknown) => all.filter(of).length
    expect([
      count(({ response }) => response === 'supported'),
      count(({ response }) => response === 'noted'),
    ]).toEqual([30_472, 10_594])
    expect([1, 2, 3, 4, 5].map((action) => count((one) => one.action === action))).toEqual([
      603, 6_981, 3_449, 16_261, 13_772,
    ])
    expect(new Set(all.flatMap(({ issues }) => issues)).size).toBe(54)
    expect(count(({ issues }) => issues.includes('Enforced disappearances'))).toBe(833)

    // The reference joined by the names that V-Dem writes, and lost 42 of them; we join by code. Both, from the same rows.
    const lines = readFileSync(`${data}/indices/vdem_v15_regime_country_year_1900_2024.csv`, 'utf8').split(
      '\n',
    )
    const byName = new Map<string, number>()
    const byCode = new Map<string, number>()
    for (const line of lines.slice(1)) {
      const cells = line.split(',')
      const [id, year, name] = cells
      const regime = cells.at(-1) ?? ''
      if (Number(year) < 2007 || regime === '' || regime === 'NA') continue
      byName.set(`${name} ${year}`, Number(regime))
      const polity = polityByCode('vdem', id ?? '', year)
      if (polity) byCode.set(`${polity.code} ${year}`, Number(regime))
    }
    const shares = (
      sender: (one: Recommendation) => number | undefined,
      receiver: (one: Recommendation) => number | undefined,
    ) =>
      [0, 1, 2, 3].map((regime) => {
        const made = all.filter((one) => one.action !== null && sender(one) === regime)
        const got = all.filter((one) => receiver(one) === regime)
        const of = (part: number, whole: readonly unknown[]) => Math.round((1000 * part) / whole.length)
        return [
          of(made.filter(({ action }) => action === 1 || action === 2).length, made),
          of(made.filter(({ action }) => action === 5).length, made),
          of(got.filter(({ response }) => response === 'supported').length, got),
        ]
      })
    expect(
      shares(
        (one) => byName.get(`${String(one.details['from'])} ${one.year}`),
        (one) => byName.get(`${String(one.details['to'])} ${one.year}`),
      ),
    ).toEqual([
      [496, 132, 708],
      [349, 188, 760],
      [180, 316, 798],
      [65, 447, 740],
    ])
    expect(
      shares(
        (one) => byCode.get(`${one.senders[0]} ${one.year}`),
        (one) => byCode.get(`${one.polity} ${one.year}`),
      ),
    ).toEqual([
      [479, 126, 673],
      [344, 193, 757],
      [180, 314, 798],
      [64, 444, 730],
    ])
  })

  test('three layouts of the list: 163, 215 and 254; one-sender items have the key of UPR Info', async () => {
    const known = new Set((await readUprInfo(exports[4] ?? '', false)).all.map(({ key }) => key))
    const lists = ['20_Slovenia_2014', '34_Slovenia_2019', '48_Slovenia_2025'].map((name) => {
      const seen = noticing()
      const read = readMatrix(
        readFileSync(`${data}/upr/ohchr_thematic_lists/UPR${name}.txt`, 'utf8'),
        `UPR${name}.txt`,
        seen,
      )
      return { ...read, findings: seen.findings() }
    })
    expect(lists.map(({ all, session, findings }) => [all.length, session, findings.length])).toEqual([
      [163, '20', 0],
      [215, '34', 0],
      [254, '48', 0],
    ])
    const one = lists[0]?.all.filter(({ senders }) => senders.length === 1) ?? []
    expect([one.length, one.filter(({ key }) => known.has(key)).length]).toEqual([156, 152])
  })

  test('a real record of the index', async () => {
    const { all } = await collect(`${data}/upr/uhri_export_sample.json`)
    expect(all).toMatchObject([
      { mechanism: 'treaty_body', body: 'CRC', polity: 'PER', symbol: 'CRC/C/PER/CO/6-7', number: '4' },
    ])
    expect(all[0]?.groups).toContain('Disappeared persons')
  })
})
