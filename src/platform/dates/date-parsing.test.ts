import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdtf } from './arbitrary-date.ts'
import { dateReasonMessages, dateReasonText, parseDate } from './index.ts'

const edtf = (text: string): string => {
  const parsed = parseDate(text)
  return parsed.ok ? parsed.edtf : `refused: ${parsed.reason.code}`
}

describe('a date that is EDTF already', () => {
  it.each([
    '1976',
    '1976-11',
    '1976-11-03',
    '1976?',
    '1976~',
    '1976-11%',
    '1976-11/1977-02',
    '/1978',
    '../1978',
    '1976/',
    '1976-11-03/..',
    '197X',
    '19XX',
    '1976-XX',
    '1976-11-XX',
    'XXXX-11-03',
    'XXXX-02-29',
    '1976-21',
    '1976-29',
    '-0044-03',
    'Y17000',
    '[..1978]',
    '[1976,1977-03]',
    '{1976,1978..1980}',
    '1976-?11',
    '197X~',
    '1976-22~',
    '1976-02-29',
    '2000-02-29',
    '1976-11-03T10:30',
    '1976-11-03T10:30:00-03:00',
  ])('is kept as it is: %s', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, edtf: text })
  })

  it('says what it read when the text was not quite EDTF', () => {
    expect(parseDate(' 197x ')).toEqual({ ok: true, edtf: '197X', readAs: '197X' })
  })
})

describe('a date in the words of a language', () => {
  it.each([
    ['12/03/1977', '1977-03-12'],
    ['1º/06/1976', '1976-06-01'],
    ['1/6/1976', '1976-06-01'],
    ['12.3.1977', '1977-03-12'],
    ['1976/11/03', '1976-11-03'],
    ['11/1976', '1976-11'],
    ['MAY/1977', '1977-05'],
    ['1976-1977', '1976/1977'],
    ['3 March 1977', '1977-03-03'],
    ['March 3, 1977', '1977-03-03'],
    ['3rd of March 1977', '1977-03-03'],
    ['3 de marzo de 1977', '1977-03-03'],
    ['el 3 de marzo del 1977', '1977-03-03'],
    ['3 d’abril de 1977', '1977-04-03'],
    ['1er mai 1977', '1977-05-01'],
    ['Nov 1976', '1976-11'],
    ['noviembre de 1976', '1976-11'],
    ['març de 1977', '1977-03'],
    ['août 1976', '1976-08'],
    ['setiembre 1976', '1976-09'],
    ['año 1976', '1976'],
    ['before 1978', '/1978'],
    ['antes de 1978', '/1978'],
    ['abans de 1978', '/1978'],
    ['avant 1978', '/1978'],
    ['after 1976', '1976/'],
    ['después de marzo de 1976', '1976-03/'],
    ['des de 1976', '1976/..'],
    ['desde 1976', '1976/..'],
    ['until 1978', '../1978'],
    ['fins al 3 d’abril de 1978', '../1978-04-03'],
    ['jusqu’en 1978', '../1978'],
    ['circa 1976', '1976~'],
    ['c. 1976', '1976~'],
    ['hacia noviembre de 1976', '1976-11~'],
    ['cap a 1976', '1976~'],
    ['vers 1976', '1976~'],
    ['fines de 1976', '1976~'],
    ['1976 (uncertain)', '1976?'],
    ['1976 (fecha incierta)', '1976?'],
    ['circa 1976?', '1976%'],
    ['verano 1976', '1976-22'],
    ['summer of 1976', '1976-22'],
    ['l’estiu de 1976', '1976-22'],
    ['été 1976', '1976-22'],
    ['otoño de 1976', '1976-23'],
    ['1970s', '197X'],
    ['década de 1970', '197X'],
    ['anys 1970', '197X'],
    ['années 1970', '197X'],
    ['20th century', '19XX'],
    ['siglo XX', '19XX'],
    ['segle XIX', '18XX'],
    ['XXe siècle', '19XX'],
    ['entre 1976 y 1978', '1976/1978'],
    ['between November 1976 and February 1977', '1976-11/1977-02'],
    ['entre novembre de 1976 i febrer de 1977', '1976-11/1977-02'],
    ['from 3 March 1977 to 5 April 1978', '1977-03-03/1978-04-05'],
    ['3-5 de marzo de 1977', '1977-03-03/1977-03-05'],
    ['del 3 al 5 de marzo de 1977', '1977-03-03/1977-03-05'],
    ['marzo/abril 1977', '1977-03/1977-04'],
    ['20-23/02/1976', '1976-02-20/1976-02-23'],
    ['desde 1976-11 hasta 1977-02', '1976-11/1977-02'],
  ])('%s is %s', (text, expected) => {
    expect(edtf(text)).toBe(expected)
    expect(parseDate(text)).toMatchObject({ readAs: expected })
  })

  it('reads only the languages that were asked for', () => {
    expect(parseDate('3 mars 1977', { languages: ['es'] }).ok).toBe(false)
    expect(parseDate('3 mars 1977', { languages: ['fr'] })).toMatchObject({ edtf: '1977-03-03' })
  })
})

describe('what is not a date', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['31/02/1977', 'no-such-day'],
    ['1977-02-29', 'no-such-day'],
    ['1976-02-3X', 'no-such-day'],
    ['1977-13', 'no-such-month'],
    ['1977-00', 'no-such-month'],
    ['03/25/1977', 'no-such-month'],
    ['12/03/77', 'incomplete-year'],
    ['77', 'incomplete-year'],
    ['197', 'incomplete-year'],
    ['3 de marzo', 'incomplete-year'],
    ['nov-76', 'incomplete-year'],
    ['1977/1976', 'interval-reversed'],
    ['entre 1978 y 1976', 'interval-reversed'],
    ['1950S2', 'not-supported'],
    ['hello', 'not-readable'],
    ['1976 and later maybe', 'not-readable'],
    ['19761103', 'not-readable'],
    ['x'.repeat(300), 'too-long'],
  ])('%j is refused: %s', (text, code) => {
    const parsed = parseDate(text)
    expect(parsed).toMatchObject({ ok: false, reason: { code, key: `dates.reason.${code}` } })
  })

  it('is explained in three languages with nothing left to fill in', () => {
    const parsed = parseDate('31/02/1977')
    if (parsed.ok) throw new Error('31 February was accepted')
    expect(dateReasonText(parsed.reason, 'en')).toContain('Day 31 does not exist in month 02 of 1977')
    expect(dateReasonText(parsed.reason, 'es')).toContain('El día 31 no existe en el mes 02 de 1977')
    expect(dateReasonText(parsed.reason, 'ca')).toContain('El dia 31 no existeix en el mes 02 de 1977')
    const codes = Object.keys(dateReasonMessages.en)
    for (const language of ['es', 'ca'] as const)
      expect(Object.keys(dateReasonMessages[language])).toEqual(codes)
  })

  it('whatever is written, an answer comes back and refusals fill their message', () => {
    const pieces = fc.constantFrom(
      '1976',
      '-',
      '/',
      'de',
      'marzo',
      'before',
      '..',
      '[',
      '~',
      '31',
      ' ',
      '02',
      'X',
      'a',
      'siglo',
      'i',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((p) => p.join(' ')),
          fc.array(pieces).map((p) => p.join('')),
        ),
        (text) => {
          const parsed = parseDate(text)
          if (parsed.ok) expect(parseDate(parsed.edtf)).toEqual({ ok: true, edtf: parsed.edtf })
          else
            expect(Object.keys(parsed.reason.params)).toEqual(
              expect.arrayContaining(placeholders(parsed.reason.code)),
            )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('an EDTF date is accepted unless it runs backwards', () => {
    fc.assert(
      fc.property(arbitraryEdtf, (text) => {
        const parsed = parseDate(text)
        if (parsed.ok) expect(parsed).toEqual({ ok: true, edtf: text })
        else expect([text.includes('/'), parsed.reason.code]).toEqual([true, 'interval-reversed'])
      }),
    )
  })
})

/** The names that a message waits for. */
function placeholders(code: keyof typeof dateReasonMessages.es): string[] {
  return [...dateReasonMessages.es[code].matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')
}
