import { type Polity, groupMembers, polityGroups, polityName } from '#catalogue/polities'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  LineChart,
  type LineContent,
  lineChartSvg,
  mostLines,
  SmallMultiples,
  smallMultiplesSvg,
} from '#web/charts'
import {
  Columns,
  Details,
  FactList,
  FilterForm,
  Notice,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { stateAddress } from '../../states/addresses.ts'
import { sourceAddress } from '../../sources/addresses.ts'
import { indicatorsAddress, seriesAddress, valueAddress } from '../addresses.ts'
import { type IndicatorWords, indicatorWords } from '../messages.ts'
import { pickValues } from '../queries/pick-values.ts'
import {
  authorOf,
  classesOf,
  readSeries,
  seriesName,
  type SourcedSeries,
  spanOf,
} from '../queries/read-series.ts'
import { readValuesOf, type Value } from '../queries/read-values.ts'
import { Citation, citation } from './citation.tsx'
import { chosenStates, type ChosenStates } from './chosen-states.ts'
import { scaleText } from './indicators-page.tsx'
import { decimals, intervalText, valueText } from './number-words.ts'
import { SeriesMap } from './series-map.tsx'

/** What the page of a measure shows. */
interface SeriesView {
  readonly series: SourcedSeries
  readonly year: number
  readonly years: readonly [number, number]
  readonly chosen: ChosenStates
  /** Of the year, those with a value, the best known first: by value. */
  readonly ofYear: readonly (Value & { readonly value: number })[]
  /** Of the year, those without, with the reason. */
  readonly without: readonly Value[]
  readonly ofStates: readonly Value[]
  readonly differing: number
  readonly fileId: string | undefined
}

const hasValue = (one: Value): one is Value & { readonly value: number } => one.value !== null

async function viewSeries(visit: Visit, tx: Tx): Promise<SeriesView> {
  const [found] = await readSeries(tx, {
    dataset: visit.params['dataset'] ?? '',
    code: visit.params['code'] ?? '',
  })
  if (!found) throw new Problem('not_found')
  const params = visit.url.searchParams
  const only = found.sources.filter(({ fileId }) => fileId === params.get('file'))
  const series = only.length > 0 ? { ...found, sources: only } : found
  const years = spanOf(series)
  const asked = Number(params.get('year'))
  const year = Number.isInteger(asked) && asked >= years[0] && asked <= years[1] ? asked : years[1]
  // Nobody's choice: the permanent members of the Security Council.
  const chosen = chosenStates(params, years[1], groupMembers('p5', `${years[1]}-12-31`))
  const fileId = only[0]?.fileId
  const where = fileId === undefined ? {} : { fileId }
  const ofYear = pickValues(series, await readValuesOf(tx, [series.id], { year, ...where }))
  const ofStates = pickValues(
    series,
    await readValuesOf(tx, [series.id], { polities: chosen.codes, ...where }),
  )
  return {
    series,
    year,
    years,
    chosen,
    fileId,
    ofYear: ofYear.values.filter(hasValue).toSorted((a, b) => b.value - a.value),
    without: ofYear.values.filter((one) => !hasValue(one)),
    ofStates: ofStates.values,
    differing: ofYear.differing + ofStates.differing,
  }
}

/** The lines of some states of a measure. */
export function linesOf(
  series: SourcedSeries,
  codes: readonly string[],
  values: readonly Value[],
  language: Language,
  w: IndicatorWords,
): LineContent {
  const classes = classesOf(series, language)
  const { lowest, highest } = series
  return {
    lines: codes
      .map((code) => ({
        key: code,
        label: polityName(code, language),
        points: values
          .filter(({ polity }) => polity === code)
          .map((one) => ({
            x: one.year,
            y: one.value,
            low: one.low,
            high: one.high,
            href: valueAddress(one),
          })),
      }))
      .filter(({ points }) => points.length > 0),
    labels: { x: w('year'), y: seriesName(series, language) },
    ...(classes.size > 0
      ? { classes, bounds: [Math.min(...classes.keys()) - 0.3, Math.max(...classes.keys()) + 0.3] as const }
      : lowest !== null && highest !== null
        ? { bounds: [lowest, highest] as const }
        : {}),
    format: (value) => decimals(value, language),
  }
}

/** Where the values of a measure come from, in a line. */
export const sourceLine = (series: SourcedSeries, w: IndicatorWords): string =>
  series.sources
    .slice(0, 3)
    .map(({ file, lastYear }) =>
      w('source_line', { author: authorOf(series), file, until: String(lastYear) }),
    )
    .join(' ')

/** A measure: a year on the map and by value, some states over the years, and the files behind it. */
export const seriesPage = route({
  method: 'get',
  path: `${indicatorsAddress}/series/:dataset/:code`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = indicatorWords(language)
      const view = await viewSeries(visit, tx)
      const { series, year, chosen } = view
      const name = seriesName(series, language)
      const author = authorOf(series)
      const source = sourceLine(series, w)
      const content = linesOf(series, chosen.codes, view.ofStates, language, w)
      const title = w('lines_title', { measure: name, author })
      const many = content.lines.length > mostLines
      const cited = citation(w, language, { title, sources: source })
      const notes = [cited, w('gaps')]
      const file = await chartFile(visit, tx, {
        name: `${series.dataset}-${series.code}`,
        svg: () => (many ? smallMultiplesSvg : lineChartSvg)({ ...content, title, notes }),
        rows: () => csvRows(view, w, language),
      })
      if (file) return file
      return workspacePage(visit, {
        title: name,
        lede: `${author} · ${scaleText(series, w, language)}`,
        breadcrumbs: [{ href: indicatorsAddress, label: w('indicators') }],
        children: (
          <>
            {series.description[language] ? <p>{series.description[language]}</p> : null}
            {view.differing > 0 ? (
              <Notice kind="warning">{w('differing', { count: view.differing })}</Notice>
            ) : null}
            <Columns
              asideAt="start"
              aside={<Choices {...{ view, w, language }} />}
              main={
                <>
                  {chosen.unknown.length > 0 ? (
                    <Notice kind="warning">
                      {w('unknown_states', { names: chosen.unknown.join(', ') })}
                    </Notice>
                  ) : null}
                  {content.lines.length === 0 ? (
                    <p>{w('no_values')}</p>
                  ) : many ? (
                    <SmallMultiples
                      {...content}
                      {...{ title, source }}
                      tableCaption={w('lines_table')}
                      method={w('gaps')}
                      hrefOf={stateAddress}
                    />
                  ) : (
                    <LineChart
                      {...content}
                      {...{ title, source }}
                      tableCaption={w('lines_table')}
                      method={w('gaps')}
                    />
                  )}
                  <FileLinks visit={visit} tx={tx} label={w('as_file')} />
                  <Citation text={cited} w={w} />
                  <SeriesMap
                    {...{ series, year, language, w, source }}
                    values={view.ofYear}
                    title={w('map_title', { measure: name, year, author })}
                  />
                </>
              }
            />
            <YearTable {...{ view, w, language }} />
            <Sources {...{ series, w }} />
          </>
        ),
      })
    }),
})

function Choices({
  view,
  w,
  language,
}: {
  readonly view: SeriesView
  readonly w: IndicatorWords
  readonly language: Language
}) {
  const { series, year, years, chosen, fileId } = view
  const all = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => String(years[1] - i))
  return (
    <FilterForm action={seriesAddress(series)} label={w('show')} button={w('show')}>
      <TextInput
        id="states"
        name="states"
        label={w('which_states')}
        hint={w('which_states_hint')}
        value={chosen.text || (chosen.group === '' ? chosen.codes.join(', ') : '')}
        maxLength={2000}
      />
      <Select
        id="group"
        name="group"
        label={w('which_group')}
        empty={w('no_group')}
        value={chosen.group}
        options={polityGroups.map(({ id, name }) => ({ value: id, label: label(name, language) }))}
      />
      <Select
        id="year"
        name="year"
        label={w('year')}
        value={String(year)}
        options={all.map((one) => ({ value: one, label: one }))}
      />
      {series.sources.length > 1 || fileId !== undefined ? (
        <Select
          id="file"
          name="file"
          label={w('file')}
          empty={w('every_file')}
          value={fileId ?? ''}
          options={series.sources.map((one) => ({
            value: one.fileId,
            label: [one.file, one.version].filter(Boolean).join(' · '),
          }))}
        />
      ) : null}
    </FilterForm>
  )
}

function YearTable({
  view,
  w,
  language,
}: {
  readonly view: SeriesView
  readonly w: IndicatorWords
  readonly language: Language
}) {
  const { series, year, ofYear, without } = view
  const day = `${year}-12-31`
  const name = (code: Polity['code']) => <a href={stateAddress(code)}>{polityName(code, language, day)}</a>
  const caption = w('year_values', { count: ofYear.length, year })
  return (
    <Section id="year-values" title={caption}>
      <Details summary={w('map_table', { year })}>
        <Table
          caption={caption}
          captionHidden
          columns={[
            { key: 'state', label: w('state'), heading: true },
            { key: 'value', label: w('value'), numeric: Object.keys(series.classes).length === 0 },
            ...(ofYear.some(({ low }) => low !== null)
              ? [{ key: 'interval', label: w('interval'), numeric: true }]
              : []),
          ]}
          rows={ofYear.map((one) => ({
            key: one.polity,
            cells: {
              state: name(one.polity),
              value: <a href={valueAddress(one)}>{valueText(series, one.value, language)}</a>,
              interval: intervalText(one, language),
            },
          }))}
        />
      </Details>
      {without.length === 0 ? null : (
        <Details summary={w('without_value', { year })}>
          <Table
            caption={w('without_value', { year })}
            columns={[
              { key: 'state', label: w('state'), heading: true },
              { key: 'reason', label: w('reason') },
            ]}
            rows={without.map((one) => ({
              key: one.polity,
              cells: { state: name(one.polity), reason: <a href={valueAddress(one)}>{one.said}</a> },
            }))}
          />
        </Details>
      )}
    </Section>
  )
}

function Sources({ series, w }: { readonly series: SourcedSeries; readonly w: IndicatorWords }) {
  return (
    <Section id="sources" title={w('sources')}>
      {series.sources.map((one) => (
        <FactList
          key={one.fileId}
          facts={[
            { label: w('file'), value: <a href={sourceAddress(one.fileId)}>{one.file}</a> },
            ...(one.version === '' ? [] : [{ label: w('edition'), value: one.version }]),
            { label: w('column'), value: one.column === '' ? w('year_columns') : <code>{one.column}</code> },
            { label: w('years'), value: `${one.firstYear}–${one.lastYear}` },
            { label: w('values'), value: String(one.values) },
            { label: w('hash'), value: <code>{one.sha256.slice(0, 16)}</code> },
          ]}
        />
      ))}
    </Section>
  )
}

/** The chosen states over the years, then the year: as a table that tells its sources. */
function csvRows({ series, ofStates, ofYear, year }: SeriesView, w: IndicatorWords, language: Language) {
  const files = new Map(series.sources.map((one) => [one.fileId, one]))
  const values = [
    ...ofStates,
    ...ofYear.filter((one) => !ofStates.some((other) => other.polity === one.polity && other.year === year)),
  ]
  return [
    [
      w('state'),
      'code',
      w('year'),
      w('value'),
      'low',
      'high',
      w('said'),
      w('author'),
      w('file'),
      w('edition'),
      'sha256',
      w('row'),
    ],
    ...values.map((one) => [
      polityName(one.polity, language, `${one.year}-12-31`),
      one.polity,
      one.year,
      one.value,
      one.low,
      one.high,
      one.said,
      series.author,
      files.get(one.fileId)?.file ?? '',
      files.get(one.fileId)?.version ?? '',
      files.get(one.fileId)?.sha256 ?? '',
      one.row,
    ]),
  ]
}
