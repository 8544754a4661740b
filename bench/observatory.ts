// Votes and early warning on files: agreement, cohesion, ideal points with the coverage of their intervals, the elastic
// net. CPU seconds of one process (user and system), and how far the results are from those kept beside the data. Needs
// ../shared/data/{votes,atrocity}.
//   node bench/observatory.ts [--times 3] [--coverage 3] [--settle]
import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { fitIdealPoints, type IdealPoints, intervals, simulateVotes, type Votes } from '#kernels/ideal-points'
import { agreementMatrix, packVotes, pearson, quantile, seededGenerator, spearman } from '#kernels/statistics'
import {
  agreementTable,
  cohesionTable,
  earlyWarningTable,
  idealPointTable,
  readIdealPointVotes,
  readVoetenVotes,
} from '#modules/observatory/files'

const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '3' },
    coverage: { type: 'string', default: '3' },
    settle: { type: 'boolean', default: false },
  },
})
const times = Number(options.times)
const data = new URL('../../shared/data/', import.meta.url)
if (!existsSync(data)) throw new Error('the reference data (../shared/data) are not here')
const at = (path: string): string => fileURLToPath(new URL(path, data))
const round = (value: number, places = 4): number => Math.round(value * 10 ** places) / 10 ** places

/** The outcome of the last of some calls, and the CPU seconds of each. */
async function measure<T>(
  rounds: number,
  work: () => T | Promise<T>,
): Promise<{ seconds: number[]; value: T }> {
  const seconds: number[] = []
  for (let i = 1; ; i++) {
    const before = process.cpuUsage()
    const value = await work()
    const { user, system } = process.cpuUsage(before)
    seconds.push(round((user + system) / 1e6, 3))
    if (i >= rounds) return { seconds, value }
  }
}

/** Rows of a published table, without their quotes. */
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
const report: Record<string, unknown> = {
  processor: cpus()[0]?.model,
  loadBefore: loadavg().map((one) => round(one, 1)),
}

// Agreement.
const read = await measure(1, () => readVoetenVotes(voeten.votes))
const { states, rollCalls, votes: cells } = read.value
const packed = await measure(times, () => packVotes(states.length, rollCalls.length, cells))
const all = await measure(times, () => agreementMatrix(packed.value))
const window = await measure(times, () => agreementMatrix(packed.value, (call) => call % 3 === 0))
const agreed = (await agreementTable(voeten, { sessions: [74, 74] })).rows
const oracle = new Map(
  rowsOf('votes/anchors/agreement_lijphart_session74.csv.gz').map(([a, b, , value]) => [
    `${a} ${b}`,
    Number(value),
  ]),
)
report['agreement'] = {
  size: `${states.length} states × ${rollCalls.length} roll calls`,
  readVotes: read.seconds,
  pack: packed.seconds,
  wholeMatrix: all.seconds,
  aThirdOfTheRollCalls: window.seconds,
  session74: {
    pairs: agreed.length,
    furthestFromOracle: Math.max(
      ...agreed.map((one) =>
        Math.abs(one.agreement - (oracle.get(`${one.ccode1} ${one.ccode2}`) ?? Number.NaN)),
      ),
    ),
  },
}

// Cohesion.
const cohesion = await measure(1, () =>
  cohesionTable(
    {
      votes: at('votes/hrc/votes_long.csv.gz'),
      resolutions: at('votes/hrc/resolutions.csv.gz'),
      groups: at('votes/hrc/un_regional_groups.csv'),
    },
    'council',
  ),
)
const cohesionOracle = new Map(
  rowsOf('votes/anchors/hrc_cohesion_by_group_year.csv').map(([year, group, , value]) => [
    `${year} ${group}`,
    Number(value),
  ]),
)
report['cohesion'] = {
  seconds: cohesion.seconds,
  rows: cohesion.value.rows.length,
  furthestFromOracle: Math.max(
    ...cohesion.value.rows.map((one) =>
      Math.abs(one.index - (cohesionOracle.get(`${one.year} ${one.group}`) ?? Number.NaN)),
    ),
  ),
}

// Ideal points.
const chosen = await measure(1, () => readIdealPointVotes(voeten, { sessions: [1, 74] }))
const { votes, states: codes, high, low } = chosen.value
const fitted = await measure(times, () => fitIdealPoints(votes, { high, low }))

/** Correlations with points of others: pooled, and within sessions and states. */
function compare(
  table: { session: number; ccode: number; estimate: number }[],
  theirs: ReadonlyMap<string, number>,
) {
  const pairs = table.map((one) => ({
    ...one,
    their: theirs.get(`${one.ccode} ${one.session}`) ?? Number.NaN,
  }))
  const within = (key: (one: (typeof pairs)[number]) => number, least: number) =>
    [...Map.groupBy(pairs, key).entries()]
      .map(([name, of]) => ({
        name,
        ...pearson(
          of.map((one) => one.estimate),
          of.map((one) => one.their),
        ),
      }))
      .filter((one) => one.n >= least)
  const bySession = within((one) => one.session, 10)
  const worst = bySession.reduce((a, b) => (b.r < a.r ? b : a))
  const { r, n } = pearson(
    pairs.map((one) => one.estimate),
    pairs.map((one) => one.their),
  )
  return {
    n,
    pooled: round(r),
    medianWithinSession: round(
      quantile(
        bySession.map((one) => one.r),
        0.5,
      ),
    ),
    worstSession: `${worst.name}: ${round(worst.r, 3)}`,
    medianWithinState: round(
      quantile(
        within((one) => one.ccode, 10).map((one) => one.r),
        0.5,
      ),
      3,
    ),
  }
}
const tableOf = (fit: IdealPoints, of: Votes) =>
  Array.from(of.state, (state, i) => ({
    session: of.period[i] as number,
    ccode: codes[state] as number,
    estimate: fit.position[i] as number,
  }))
const published = (path: string) =>
  new Map(rowsOf(path).map((row) => [`${row[1]} ${row[2]}`, Number(row[4])]))
const sampler = new Map(
  rowsOf('votes/anchors/voeten_sampler_1300it_s1-74.csv.gz').map((row) => [
    `${row[0]} ${row[1]}`,
    Number(row[3]),
  ]),
)
const everyone = published('votes/IdealpointestimatesAll_Apr2020.csv.gz')
const fit = fitted.value
report['idealPoints'] = {
  size: `${codes.length} states × ${chosen.value.rollCalls} roll calls, ${votes.choice.length} votes, ${votes.state.length} country-sessions`,
  readAndChoose: chosen.seconds,
  fit: fitted.seconds,
  iterations: fit.iterations,
  published: compare(tableOf(fit, votes), everyone),
  sampler1300: compare(tableOf(fit, votes), sampler),
}
if (options.settle) {
  const settled = await measure(1, () =>
    fitIdealPoints(votes, { high, low, tolerance: 1e-5, mostIterations: 2000 }),
  )
  report['idealPointsToTheEnd'] = {
    fit: settled.seconds,
    iterations: settled.value.iterations,
    published: compare(tableOf(settled.value, votes), everyone),
  }
}
const subjects: Record<string, unknown> = {}
for (const [name, choice, path] of [
  ['human rights', { issue: 'hr' }, 'votes/IdealpointestimatesHumanRights_Apr2020.csv.gz'],
  ['Middle East', { issue: 'me' }, 'votes/IdealpointestimatesMiddleEast_Apr2020.csv.gz'],
  ['important', { important: true }, 'votes/IdealpointestimatesImportant_Apr2020.csv.gz'],
] as const) {
  const { rows } = await idealPointTable(voeten, { sessions: [1, 74], ...choice })
  const theirs = published(path)
  subjects[name] = { rows: rows.length, theirs: theirs.size, ...compare([...rows], theirs) }
}
report['subjects'] = subjects

/** Of votes drawn from a truth, how often the 95 % intervals of a new fit hold it: as it is, and after laying each session over the truth's. */
function coverage(truth: Float64Array, seed: number) {
  const drawn = simulateVotes(votes, { ...fit, position: truth }, seededGenerator(seed))
  const again = fitIdealPoints(drawn, { high, low })
  const ends = intervals(again, 0.95)
  let held = 0
  let heldWithin = 0
  for (const points of Map.groupBy(votes.period.keys(), (i) => votes.period[i] as number).values()) {
    const x = points.map((i) => again.position[i] as number)
    const y = points.map((i) => truth[i] as number)
    const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
    const [mx, my] = [mean(x), mean(y)]
    const slope =
      x.reduce((sum, one, k) => sum + (one - mx) * ((y[k] as number) - my), 0) /
      x.reduce((sum, one) => sum + (one - mx) ** 2, 0)
    const laid = (value: number) => my + slope * (value - mx)
    for (const i of points) {
      const [a, b, t] = [ends.low[i], ends.high[i], truth[i]] as [number, number, number]
      if (t >= a && t <= b) held++
      if (t >= laid(a) && t <= laid(b)) heldWithin++
    }
  }
  return { held: held / truth.length, heldWithin: heldWithin / truth.length }
}
const runs = Number(options.coverage)
if (runs > 0) {
  const draw = seededGenerator(20_200)
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  const standard = (values: Float64Array): Float64Array => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
    return values.map((one) => (one - mean) / spread)
  }
  /** Departures from the fit that last some sessions: standard deviation 0.3, correlation 0.8 from one to the next. */
  const rougher = () => {
    let off = 0
    return standard(
      fit.position.map((one, i) => {
        const begins = i === 0 || votes.state[i] !== votes.state[i - 1]
        off = begins ? 0.3 * normal() : 0.8 * off + 0.18 * normal()
        return one + off
      }),
    )
  }
  const reference = standard(
    Float64Array.from(votes.state, (state, i) => everyone.get(`${codes[state]} ${votes.period[i]}`) ?? 0),
  )
  const average = (found: readonly { held: number; heldWithin: number }[]) => ({
    held: round(found.reduce((sum, one) => sum + one.held, 0) / found.length, 3),
    heldWithinSession: round(found.reduce((sum, one) => sum + one.heldWithin, 0) / found.length, 3),
  })
  const seeds = Array.from({ length: runs }, (_, i) => 100 + i)
  report['coverageOf95'] = {
    runs,
    truthIsTheFit: average(seeds.map((seed) => coverage(fit.position, seed))),
    truthIsRougher: average(seeds.map((seed) => coverage(rougher(), seed))),
    truthIsThePublished: average(seeds.map((seed) => coverage(reference, seed))),
  }
}

// Early warning.
const warning = await measure(times, () =>
  earlyWarningTable(at('atrocity/prepared2024predictors-2025-09-03.csv.gz')),
)
const risks = new Map(
  readFileSync(at('atrocity/forecasts3Sep2025.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^"[^"]*","([^"]*)",([^,]*),/.exec(line))
    .map((found) => [found?.[1] ?? '', Number(found?.[2])]),
)
const ours = warning.value.rows.map((one) => one.risk)
const theirs = warning.value.rows.map((one) => risks.get(one.country) ?? Number.NaN)
report['earlyWarning'] = {
  readAndRefit: warning.seconds,
  learnt: warning.value.learnt,
  spearman: round(spearman(ours, theirs).r, 5),
  pearson: round(pearson(ours, theirs).r, 5),
  n: spearman(ours, theirs).n,
  first: warning.value.rows.slice(0, 3).map((one) => `${one.country} ${round(one.risk, 3)}`),
}
report['loadAfter'] = loadavg().map((one) => round(one, 1))
console.log(JSON.stringify(report, null, 1))
