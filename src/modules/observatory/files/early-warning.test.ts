import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { seededGenerator } from '#kernels/statistics'
import { Problem } from '#platform/problem'
import { earlyWarningTable } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-warning-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'data.csv')

/** Thirty invented countries over twelve years; the risk follows `danger`. */
function lines(): string[] {
  const random = seededGenerator(8)
  const found = ['ewp_name,year,danger,noise,mk_onset_1or2,mk_onset,ccode']
  for (let country = 0; country < 30; country++)
    for (let year = 2010; year <= 2021; year++) {
      const danger = country / 10
      const onset = year <= 2019 && random() < danger / 8 ? 1 : 0
      found.push(`"Land ${country}",${year},${danger},${random().toFixed(3)},${onset},${onset},${country}`)
    }
  return found
}
const table = async (rows: readonly string[], trainTo?: number) => {
  writeFileSync(path, rows.join('\n'))
  return earlyWarningTable(path, trainTo)
}

describe('early warning', () => {
  test('learns up to two years before the last, and ranks the last year', async () => {
    const found = await table(lines())
    expect(found.learnt).toBe(300)
    expect(found.coefficients.map((one) => one.name)).toEqual(['year', 'danger', 'noise'])
    expect(found.coefficients[1]?.value).toBeGreaterThan(0.3)
    expect(found.rows).toHaveLength(30)
    expect(found.rows[0]).toMatchObject({ country: 'Land 29', year: 2021, rank: 1 })
    const mean = found.rows.reduce((sum, one) => sum + one.risk, 0) / 30
    expect(Math.abs(mean - found.onsets / found.learnt)).toBeLessThan(0.05)
    expect(await table(lines())).toEqual(found)
  })

  test('a year that lacks a predictor is not learnt from, a country that lacks one has no risk', async () => {
    const rows = lines().map((line) =>
      line.startsWith('"Land 3",2012') || line.startsWith('"Land 4",2021')
        ? line.replace(/0\.\d{3}/, 'NA')
        : line,
    )
    const found = await table(rows)
    expect([found.learnt, found.incomplete, found.withoutRisk]).toEqual([299, 1, ['Land 4']])
  })

  test.each([
    [
      (one: string) => one.replace('Land 2",2013,0.2', 'Land 2",2013,high'),
      'data.csv, row 29, column danger: "high" is not a number',
    ],
    [
      (one: string) => one.replace(/^("Land 0",2010.*),0,0,0$/, '$1,2,0,0'),
      'row 2, column mk_onset_1or2: "2" is not 0 or 1',
    ],
    [(one: string) => one.replace('"Land 0",2010', '"Land 0",10'), 'row 2, column year: "10" is not a year'],
    [(one: string) => one.replace('mk_onset_1or2', 'other'), 'row 1: no column mk_onset_1or2'],
    [(one: string) => one.replace(/,1,1,(\d+)$/, ',0,0,$1'), 'the years to learn from hold no onset'],
  ])('what is wrong is named: %#', async (change, expected) => {
    const error: unknown = await table(lines().map(change)).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(Problem)
    expect((error as Problem).explanation?.en).toContain(expected)
  })
})
