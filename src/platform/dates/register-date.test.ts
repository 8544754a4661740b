import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRegisterDate } from './index.ts'

const edtf = (text: string): string => {
  const reading = parseRegisterDate(text)
  return reading.ok ? reading.value : `refused: ${reading.reason.code}`
}

describe('dates of the victims’ register', () => {
  it.each([
    ['1º/06/1976', '1976-06-01'],
    ['12/03/1977', '1977-03-12'],
    ['MAY/1977', '1977-05'],
    ['AÑO/1976', '1976'],
    ['20-23/02/1976', '1976-02-20/1976-02-23'],
    ['1º-11/06/1976', '1976-06-01/1976-06-11'],
    ['FEB-MAR/1977', '1977-02/1977-03'],
    ['princ/11/1976', '1976-11~'],
    ['med/05/1976', '1976-05~'],
    ['med/1976', '1976~'],
    ['fines/1975', '1975~'],
    ['fines/12/1976', '1976-12~'],
    ['28-29/02/1980', '1980-02-28/1980-02-29'],
  ])('%s is %s', (text, expected) => expect(edtf(text)).toBe(expected))

  it.each([
    'sin datos fecha',
    'AÑOS/1976-77',
    '2ª quinc/11/1977',
    'med-fines/1976',
    '31/01-18/02/1977',
    'DIC/1974-ENE/1975',
    'DIC/1977-AÑO/1978',
    'ABR-MAY 1976',
  ])('%s stays as it is, for a person to look at', (text) => expect(edtf(text)).toBe('refused: not-readable'))

  it('refuses a day that does not exist and a range that runs backwards', () => {
    expect(edtf('31/02/1977')).toBe('refused: no-such-day')
    expect(edtf('1º/13/1977')).toBe('refused: no-such-month')
    expect(edtf('MAR-FEB/1977')).toBe('refused: interval-reversed')
    expect(edtf('')).toBe('refused: empty')
  })

  const file = '../shared/data/memory/ruvte_expresiones_de_fecha.csv'
  it.skipIf(!existsSync(file))(
    `reads all that was proposed in ${file} (skipped when the file is absent)`,
    () => {
      const rows = readFileSync(file, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
      const proposed = rows.filter(([, proposal]) => proposal !== '')
      const left = rows.filter(([, proposal]) => proposal === '')
      expect([proposed.length, left.length]).toEqual([413, 21])
      for (const [text = '', proposal] of proposed) expect([text, edtf(text)]).toEqual([text, proposal])
      for (const [text = ''] of left) expect([text, edtf(text)]).toEqual([text, 'refused: not-readable'])
    },
  )
})
