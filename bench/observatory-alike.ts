// Who votes like whom, through the database: the stored votes are read in as files, then agreement and cohesion are compared with
// independent results, ideal points with the published ones, and windows, blocs and the panel of every state are timed. Prints JSON.
// CPU seconds are those of this process (the database's are its own). Needs ../shared/data/votes.
//   AMPARO_HOME=/tmp/bench-home node bench/observatory-alike.ts
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { polities, polity, polityByCode } from '#catalogue/polities'
import { fitIdealPoints } from '#kernels/ideal-points'
import { pearson, quantile } from '#kernels/statistics'
import { withRequest, type Tx } from '#platform/records'
import { agreementAmong, seriated } from '../src/modules/observatory/alike/agreement.ts'
import { findBlocs } from '../src/modules/observatory/alike/blocs.ts'
import { type CohesionYear, cohesionByYear } from '../src/modules/observatory/alike/cohesion.ts'
import { enough, neighboursOf } from '../src/modules/observatory/alike/neighbours.ts'
import { usualEnds } from '../src/modules/observatory/alike/points/point-choices.ts'
import { matchesImporter } from '../src/modules/observatory/alike/points/matches-importer.ts'
import { preparePoints } from '../src/modules/observatory/alike/points/prepare-points.ts'
import { panelSources } from '../src/modules/observatory/votes/queries/panel-sources.ts'
import { readWindow, wholeTexts } from '../src/modules/observatory/alike/queries/read-window.ts'
import { catalogueGroup } from '../src/modules/observatory/alike/state-group.ts'
import type { VoteWindow } from '../src/modules/observatory/alike/vote-window.ts'
import type { DatasetImporter } from '../src/modules/observatory/sources/importer.ts'
import { importFile } from '../src/modules/observatory/sources/import-file.ts'
import { readHead } from '../src/modules/observatory/sources/read-head.ts'
import { hrc } from '../src/modules/observatory/votes/importers/hrc.ts'
import { hrcResolutions } from '../src/modules/observatory/votes/importers/hrc-resolutions.ts'
import { voeten } from '../src/modules/observatory/votes/importers/voeten.ts'
import { voetenRollCalls } from '../src/modules/observatory/votes/importers/voeten-rollcalls.ts'
import { readBallots } from '../src/modules/observatory/votes/queries/read-ballots.ts'
import { openBench } from './sample/house.ts'
import { schema as shipped } from './sample/schema.ts'

const data = new URL('../../shared/data/votes/', import.meta.url)
if (!existsSync(data)) throw new Error('the reference data (../shared/data) are not here')
const at = (path: string): string => fileURLToPath(new URL(path, data))
const round = (value: number, places = 4): number => Math.round(value * 10 ** places) / 10 ** places

function rowsOf(path: string): readonly (readonly string[])[] {
  const bytes = readFileSync(at(path))
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','))
}

/** What a piece of work gave, its wall and its processor's seconds. */
async function measure<T>(work: () => T | Promise<T>): Promise<{ value: T; wall: number; cpu: number }> {
  const before = process.cpuUsage()
  const began = performance.now()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, wall: round((performance.now() - began) / 1000, 3), cpu: round((user + system) / 1e6, 3) }
}
const times = ({ wall, cpu }: { wall: number; cpu: number }) => ({ wall, cpu })

const house = await openBench()
const ground = { db: house.app, shipped }
const within = <T>(action: (tx: Tx) => Promise<T>): Promise<T> => withRequest(ground, house.loader, action)
const report: Record<string, unknown> = { loadBefore: loadavg().map((one) => round(one, 1)) }

const read = async (importer: DatasetImporter, path: string): Promise<void> => {
  const head = await readHead(at(path))
  await within((tx) => importFile(tx, importer, { path: at(path), head }))
}
const imports = await measure(async () => {
  await read(voetenRollCalls, 'unga_voeten_rollcalls_1946_2020.csv.gz')
  await read(voeten, 'unga_voeten_votes_1946_2020.csv.gz')
  await read(matchesImporter, 'voeten_Matches.csv')
  await read(hrcResolutions, 'hrc/resolutions.csv.gz')
  await read(hrc, 'hrc/votes_long.csv.gz')
})
report['import'] = times(imports)

const window = (more: Partial<VoteWindow>): VoteWindow => ({
  ...{ source: 'voeten:ga', from: '', to: '', sessions: '', topic: '', agenda: '', parts: true },
  ...more,
})

// Agreement in session 74, against an independent computation.
const session74 = await within((tx) => readWindow(tx, window({ sessions: '74' })))
const table74 = agreementAmong(session74.ballots)
const rowOf = new Map(table74.places.map((place, row) => [place, row]))
let apart = 0
let furthest = 0
const oracle = rowsOf('anchors/agreement_lijphart_session74.csv.gz')
for (const [a = '', b = '', n, agree] of oracle) {
  const [i, j] = [a, b].map((code) => rowOf.get((polityByCode('cow', code, '2019-12-01')?.n ?? 0) - 1))
  const cell = i === undefined || j === undefined ? -1 : i * table74.places.length + j
  const away = Math.abs((table74.agreement[cell] ?? Number.NaN) - Number(agree))
  if (table74.shared[cell] !== Number(n) || !(away < 1e-6)) apart++
  else furthest = Math.max(furthest, away)
}
report['agreementOfSession74'] = {
  pairs: oracle.length,
  states: table74.places.length,
  divided: table74.divided,
  pairsApart: apart,
  furthest,
}

// Cohesion of the regional groups in the Human Rights Council.
const council = await within((tx) => readWindow(tx, window({ source: 'hrc:hrc', from: '2006' })))
const groupIds: Readonly<Record<string, string>> = {
  AFRICAN: 'afr',
  ASIA_PACIFIC: 'apg',
  EEG: 'eeg',
  GRULAC: 'grulac',
  WEOG: 'weog',
}
const cohesion = new Map<string, CohesionYear>(
  Object.entries(groupIds).flatMap(([name, id]) => {
    const group = catalogueGroup(id, 'en')
    return group
      ? cohesionByYear(council.calls, council.ballots, group).map(
          (one) => [`${one.year} ${name}`, one] as const,
        )
      : []
  }),
)
const expected = rowsOf('anchors/hrc_cohesion_by_group_year.csv')
const away = expected.map(([year, group, n, index]) => {
  const one = cohesion.get(`${year} ${group}`)
  return {
    key: `${year} ${group}`,
    away: Math.abs((one?.index ?? Number.NaN) - Number(index)),
    calls: [one?.rollCalls, Number(n)],
  }
})
report['cohesionOfTheCouncil'] = {
  groupYears: expected.length,
  furthest: round(Math.max(...away.map((one) => one.away)), 6),
  apart: away.filter((one) => !(one.away < 1e-3) || one.calls[0] !== one.calls[1]),
}

// Windows, as the pages ask for them.
const pages: Record<string, unknown> = {}
const all = await measure(() => within((tx) => readWindow(tx, window({ from: '1946' }))))
pages['readAll'] = { rollCalls: all.value.calls.length, ...times(all) }
const matrix = await measure(() => agreementAmong(all.value.ballots))
pages['matrixOfAll'] = { states: matrix.value.places.length, ...times(matrix) }
pages['order'] = times(await measure(() => seriated(matrix.value)))
const blocs = await measure(() => findBlocs(matrix.value, null))
pages['blocs'] = { count: blocs.value.count, ...times(blocs) }
const lately = await measure(() => within((tx) => readWindow(tx, window({ parts: false }))))
pages['readLastFiveYears'] = { rollCalls: lately.value.calls.length, ...times(lately) }
report['windows'] = pages

// The panel of a state: twenty years, one state with all others.
const panels: number[] = []
const cpu: number[] = []
for (const { n } of polities.filter(({ un }) => un.length > 0)) {
  const one = await measure(() =>
    within(async (tx) => {
      const [source] = await panelSources(tx)
      const { rollCalls: calls, ballots } = await readBallots(tx, {
        files: (source?.files ?? []).map(({ id }) => id),
        body: 'ga',
        from: '2001-01-01',
        kinds: wholeTexts,
      })
      return [2001, 2006, 2011, 2016].map((year) => {
        const span = ballots.filter((_, i) => {
          const of = Number(calls[i]?.day.slice(0, 4))
          return of >= year && of < year + 5
        })
        return enough(neighboursOf(span, n - 1))
      })
    }),
  )
  panels.push(one.wall)
  cpu.push(one.cpu)
}
report['panel'] = {
  states: panels.length,
  wallMedian: round(quantile(panels, 0.5), 3),
  wall95: round(quantile(panels, 0.95), 3),
  cpuMedian: round(quantile(cpu, 0.5), 3),
  cpu95: round(quantile(cpu, 0.95), 3),
}

// Ideal points of all sessions, against the published ones.
const prepared = await measure(() =>
  within((tx) =>
    preparePoints(tx, {
      source: 'voeten:ga',
      from: 1,
      to: 74,
      topic: '',
      important: false,
      parts: false,
      ...usualEnds,
    }),
  ),
)
const { votes, high, low, codes, rollCalls } = prepared.value
const fit = await measure(() => fitIdealPoints(votes, { high, low }))
const published = new Map(
  rowsOf('IdealpointestimatesAll_Apr2020.csv.gz').map((row) => [
    `${polityByCode('cow', row[1] ?? '', `${Number(row[2]) + 1945}-11-01`)?.code} ${row[2]}`,
    Number(row[4]),
  ]),
)
const pairs = Array.from(votes.state, (state, i) => ({
  session: votes.period[i] as number,
  ours: fit.value.position[i] as number,
  theirs: published.get(`${codes[state]} ${votes.period[i]}`) ?? Number.NaN,
})).filter(({ theirs }) => !Number.isNaN(theirs))
const within74 = [...new Set(pairs.map(({ session }) => session))].map((session) => {
  const of = pairs.filter((one) => one.session === session)
  return pearson(
    of.map(({ ours }) => ours),
    of.map(({ theirs }) => theirs),
  ).r
})
report['idealPoints'] = {
  prepare: times(prepared),
  fit: times(fit),
  states: codes.length,
  rollCalls,
  votes: votes.choice.length,
  countrySessions: votes.state.length,
  matched: pairs.length,
  iterations: fit.value.iterations,
  pooled: round(
    pearson(
      pairs.map(({ ours }) => ours),
      pairs.map(({ theirs }) => theirs),
    ).r,
  ),
  withinSessionMedian: round(quantile(within74, 0.5)),
  withinSessionWorst: round(Math.min(...within74)),
  zanzibarIn: codes.includes(polity('EAZ')?.code ?? ''),
}
await house.close()
console.log(JSON.stringify(report, null, 2))
