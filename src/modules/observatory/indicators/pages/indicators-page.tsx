import { can } from '#platform/access'
import { route } from '#platform/http'
import { EmptyState, LinkButton, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { compareAddress, indicatorsAddress, profilesAddress, seriesAddress } from '../addresses.ts'
import { type IndicatorWords, indicatorWords } from '../messages.ts'
import { authorOf, readSeries, seriesName, type SourcedSeries, spanOf } from '../queries/read-series.ts'
import { shippedTables } from '../profiles/index.ts'
import { readProfiles } from '../profiles/saved.ts'
import { decimals } from './number-words.ts'
import { label, type Language } from '#platform/i18n'

/** The scale of a measure in words. */
export function scaleText(series: SourcedSeries, w: IndicatorWords, language: Language): string {
  const { lowest, highest, better } = series
  const classes = Object.keys(series.classes).length
  const bounds =
    classes > 0
      ? w('scale_classes', { count: classes })
      : lowest !== null && highest !== null
        ? w('scale_between', { lowest: decimals(lowest, language), highest: decimals(highest, language) })
        : w('scale_open')
  return better === '' ? bounds : `${bounds}; ${w(better === 'higher' ? 'better_higher' : 'better_lower')}`
}

/** Every measure that was brought in, by its source. */
export const indicatorsPage = route({
  method: 'get',
  path: indicatorsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = indicatorWords(language)
      const all = await readSeries(tx)
      const file = await chartFile(visit, tx, {
        name: 'indices',
        rows: () => [
          [w('measure'), 'dataset', 'code', w('author'), w('scale'), w('from'), w('to'), w('states')],
          ...all.map((series) => [
            seriesName(series, language),
            series.dataset,
            series.code,
            authorOf(series),
            scaleText(series, w, language),
            ...spanOf(series),
            Math.max(...series.sources.map(({ states }) => states)),
          ]),
        ],
      })
      if (file) return file
      const profiles = await readProfiles(tx)
      const nameOf = (dataset: string): string => {
        const table = shippedTables.find((one) => one.dataset === dataset)
        return table
          ? label(table.label, language)
          : (profiles.find(({ name }) => name === dataset)?.label ?? dataset)
      }
      const datasets = [...new Set(all.map(({ dataset }) => dataset))]
      return workspacePage(visit, {
        title: w('indicators'),
        lede: w('indicators_lede'),
        actions: (
          <>
            {all.length > 1 ? <LinkButton href={compareAddress}>{w('compare_link')}</LinkButton> : null}
            {can(tx.actor, 'write') ? <LinkButton href={profilesAddress}>{w('own_table')}</LinkButton> : null}
          </>
        ),
        children:
          all.length === 0 ? (
            <EmptyState title={w('none')}>
              <p>{w('none_text')}</p>
              {can(tx.actor, 'write') ? (
                <p>
                  <LinkButton href="/workspace/observatory/sources/add">{w('bring_in')}</LinkButton>
                </p>
              ) : null}
            </EmptyState>
          ) : (
            <>
              {datasets.map((dataset) => (
                <Section key={dataset} id={dataset} title={nameOf(dataset)}>
                  <Table
                    caption={nameOf(dataset)}
                    captionHidden
                    columns={[
                      { key: 'measure', label: w('measure'), heading: true },
                      { key: 'author', label: w('author') },
                      { key: 'scale', label: w('scale') },
                      { key: 'years', label: w('years'), nowrap: true },
                      { key: 'states', label: w('states'), numeric: true },
                    ]}
                    rows={all
                      .filter((series) => series.dataset === dataset)
                      .map((series) => ({
                        key: series.id,
                        cells: {
                          measure: <a href={seriesAddress(series)}>{seriesName(series, language)}</a>,
                          author: authorOf(series),
                          scale: scaleText(series, w, language),
                          years: spanOf(series).join('–'),
                          states: Math.max(...series.sources.map(({ states }) => states)),
                        },
                      }))}
                  />
                </Section>
              ))}
              <FileLinks visit={visit} tx={tx} label={w('as_file')} pictures={false} />
            </>
          ),
      })
    }),
})
