import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pearson, quantile, spearman } from '#kernels/statistics'
import { agreementTable, cohesionTable, earlyWarningTable, idealPointTable } from './index.ts'

const data = new URL('../../../../../shared/data/', import.meta.url)
const present = existsSync(data)
const at = (path: string): string => fileURLToPath(new URL(path, data))
/** The rows of a published table; its cells hold no separators, but for names, which nobody asks for. */
function rowsOf(path: string): readonly (readonly string[])[] {
  const bytes = readFileSync(at(path))
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','))
}
const voeten = {
  votes: at('votes/unga_voeten_votes_1946_2020.csv.gz'),
  rollCalls: at('votes/unga_voeten_rollcalls_1946_2020.csv.gz'),
  matches: at('votes/voeten_Matches.csv'),
}

// The data lie beside the project and are not part of it. The whole of them is compared in bench/observatory.ts.
describe.skipIf(!present)('published and independently computed results (../shared/data)', () => {
  test('agreement in session 74: 18,528 pairs, to 1e-6', async () => {
    const expected = new Map(
      rowsOf('votes/anchors/agreement_lijphart_session74.csv.gz').map(([a, b, n, agree]) => [
        `${a} ${b}`,
        [Number(n), Number(agree)] as const,
      ]),
    )
    const { rows, states, rollCalls } = await agreementTable(voeten, { sessions: [74, 74] })
    expect([rows.length, expected.size, states, rollCalls]).toEqual([18_528, 18_528, 193, 91])
    let apart = 0
    for (const { ccode1, ccode2, agreement, n } of rows) {
      const [shared, agree] = expected.get(`${ccode1} ${ccode2}`) ?? [0, Number.NaN]
      if (shared !== n || !(Math.abs(agree - agreement) < 1e-6)) apart++
    }
    expect(apart).toBe(0)
  })

  test('cohesion in the Human Rights Council: 105 group-years, to 1e-3', async () => {
    const { rows, repeated } = await cohesionTable(
      {
        votes: at('votes/hrc/votes_long.csv.gz'),
        resolutions: at('votes/hrc/resolutions.csv.gz'),
        groups: at('votes/hrc/un_regional_groups.csv'),
      },
      'council',
    )
    const found = new Map(rows.map((one) => [`${one.year} ${one.group}`, one]))
    const expected = rowsOf('votes/anchors/hrc_cohesion_by_group_year.csv')
    expect([found.size, expected.length]).toEqual([105, 105])
    for (const [year, group, count, index] of expected) {
      const one = found.get(`${year} ${group}`)
      expect(one?.rollCalls).toBe(Number(count))
      expect(Math.abs((one?.index ?? Number.NaN) - Number(index))).toBeLessThan(1e-3)
    }
    // Peru and Benin stand twice in one roll call each; the oracle counts them twice, here they count once.
    expect(repeated).toBe(2)
  })

  test('ideal points of sessions 70 to 74: the same country-sessions, r above 0.995 in each', async () => {
    const expected = new Map(
      rowsOf('votes/IdealpointestimatesAll_Apr2020.csv.gz').map((row) => [
        `${row[1]} ${row[2]}`,
        Number(row[4]),
      ]),
    )
    const { rows, settled } = await idealPointTable(voeten, { sessions: [70, 74] })
    expect(settled).toBe(true)
    const all = [...expected.keys()].filter((key) => Number(key.split(' ')[1]) >= 70)
    expect(new Set(rows.map((one) => `${one.ccode} ${one.session}`))).toEqual(new Set(all))
    for (const session of [70, 71, 72, 73, 74]) {
      const those = rows.filter((one) => one.session === session)
      const { r, n } = pearson(
        those.map((one) => one.estimate),
        those.map((one) => expected.get(`${one.ccode} ${session}`) ?? Number.NaN),
      )
      expect(n).toBe(those.length)
      expect(r).toBeGreaterThan(0.995)
    }
    // As wide as the published ones: theirs hold 90 %, ours 95 %.
    const width = quantile(
      rows.map((one) => one.high - one.low),
      0.5,
    )
    expect(width / 3.92).toBeGreaterThan(0.08)
    expect(width / 3.92).toBeLessThan(0.25)
  })

  test('early warning: the ranks of the published forecast', async () => {
    const published = new Map(
      readFileSync(at('atrocity/forecasts3Sep2025.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => /^"[^"]*","([^"]*)",([^,]*),/.exec(line))
        .map((found) => [found?.[1], Number(found?.[2])]),
    )
    const { rows, learnt } = await earlyWarningTable(at('atrocity/prepared2024predictors-2025-09-03.csv.gz'))
    expect([rows.length, learnt]).toEqual([168, 8972])
    const theirs = rows.map((one) => published.get(one.country) ?? Number.NaN)
    const found = spearman(
      rows.map((one) => one.risk),
      theirs,
    )
    expect(found.n).toBe(168)
    expect(found.r).toBeGreaterThan(0.999)
    expect(
      pearson(
        rows.map((one) => one.risk),
        theirs,
      ).r,
    ).toBeGreaterThan(0.999)
  })
})
