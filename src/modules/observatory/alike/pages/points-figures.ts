import { polityName } from '#catalogue/polities'
import type { Language } from '#platform/i18n'
import type { LineContent } from '#web/charts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { pointsAddress } from '../addresses.ts'
import type { AlikeWords } from '../messages.ts'
import type { PointChoices } from '../points/point-choices.ts'
import type { PointEstimate, PointRun } from '../points/read-runs.ts'
import type { CsvTable } from './csv-route.ts'
import { decimals, rounded } from './numbers.ts'
import { sourceName, topicName } from './window-parts.tsx'

/** The page of a run. */
export const runAddress = (id: string): string => `${pointsAddress}/${id}`

/** What a run was made from, in a line. */
export function choiceWords(
  at: {
    readonly w: AlikeWords
    readonly language: 'en' | 'es' | 'ca'
    readonly importers: readonly DatasetImporter[]
  },
  choices: PointChoices,
): string {
  const { w } = at
  const [dataset = '', body = ''] = choices.source.split(':')
  return [
    sourceName(at, { dataset, body }),
    choices.from || choices.to ? `${choices.from || ''}–${choices.to || ''}` : w('all_periods'),
    choices.topic === '' ? '' : topicName(w, choices.topic),
    choices.important ? w('only_important') : '',
    choices.parts ? w('with_parts') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The paths of some states as lines with their intervals; each later point opens what moved the state there. */
export function pointLines(at: {
  readonly w: AlikeWords
  readonly run: PointRun
  readonly codes: readonly string[]
  readonly estimates: readonly PointEstimate[]
  readonly language: Language
}): LineContent & { readonly title: string } {
  const { w, run, codes, estimates, language } = at
  const movesHref = (code: string, to: number) =>
    `${runAddress(run.id)}/moves?${new URLSearchParams({ state: code, to: String(to) })}`
  const lines = codes.map((code) => ({
    key: code,
    label: polityName(code, language),
    points: estimates
      .filter((one) => one.polity === code)
      .map((one, i) => ({
        x: one.period,
        y: one.estimate,
        low: one.low,
        high: one.high,
        ...(i > 0 && { href: movesHref(code, one.period) }),
      })),
  }))
  return {
    title: w('points_over_time'),
    lines: lines.filter(({ points }) => points.length > 0),
    labels: { x: run.report?.by === 'year' ? w('year') : w('session'), y: w('position') },
    format: (value) => decimals(value, language),
  }
}

/** Positions with the name of their vintage in every row: a row that travels alone still says where it is from. */
export function pointTable(
  run: PointRun,
  estimates: readonly PointEstimate[],
  at: Parameters<typeof choiceWords>[0],
): CsvTable {
  const vintage = `${choiceWords(at, run.choices)} · ${run.madeAt.toISOString()}`
  return {
    name: 'ideal-points',
    columns: [run.report?.by ?? 'session', 'state', 'name', 'estimate', 'low', 'high', 'votes', 'run'],
    rows: estimates.map((one) => [
      one.period,
      one.polity,
      polityName(one.polity, at.language),
      rounded(one.estimate),
      rounded(one.low),
      rounded(one.high),
      one.n,
      vintage,
    ]),
  }
}
