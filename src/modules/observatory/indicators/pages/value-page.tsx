import { polity, polityName } from '#catalogue/polities'
import { isId } from '#platform/db'
import { route } from '#platform/http'
import { Problem } from '#platform/problem'
import { FactList, Notice } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourceAddress } from '../../sources/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { indicatorsAddress, seriesAddress } from '../addresses.ts'
import { indicatorWords } from '../messages.ts'
import { readSeriesById, seriesName } from '../queries/read-series.ts'
import { readOneValue } from '../queries/read-values.ts'
import { intervalText, valueText } from './number-words.ts'

/** One value: from which file, edition, row and column, and as the file writes it. */
export const valuePage = route({
  method: 'get',
  path: `${indicatorsAddress}/values/:file/:series/:polity/:year`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, params } = visit
      const w = indicatorWords(language)
      const of = {
        fileId: params['file'] ?? '',
        seriesId: params['series'] ?? '',
        polity: params['polity'] ?? '',
        year: Number(params['year']),
      }
      const asked =
        isId(of.fileId) &&
        isId(of.seriesId) &&
        polity(of.polity) &&
        Number.isInteger(of.year) &&
        of.year < 10_000
      const value = asked ? await readOneValue(tx, of) : null
      const series = value ? await readSeriesById(tx, of.seriesId) : null
      if (!value || !series) throw new Problem('not_found')
      const name = polityName(of.polity, language, `${of.year}-12-31`)
      const measure = seriesName(series, language)
      return workspacePage(visit, {
        title: w('one_value_title', { state: name, year: of.year, measure }),
        breadcrumbs: [
          { href: indicatorsAddress, label: w('indicators') },
          { href: seriesAddress(series), label: measure },
        ],
        children: (
          <>
            {value.superseded ? <Notice kind="warning">{w('superseded')}</Notice> : null}
            <FactList
              facts={[
                { label: w('state'), value: <a href={stateAddress(of.polity)}>{name}</a> },
                { label: w('year'), value: String(of.year) },
                {
                  label: w('value'),
                  value: value.value === null ? '–' : valueText(series, value.value, language),
                },
                ...(value.low === null
                  ? []
                  : [{ label: w('interval'), value: intervalText(value, language) }]),
                {
                  label: w('said'),
                  value: <code>{value.said ?? String(value.value)}</code>,
                },
                { label: w('author'), value: [series.author, value.version].filter(Boolean).join(' ') },
                { label: w('file'), value: <a href={sourceAddress(of.fileId)}>{value.file}</a> },
                ...(value.version === '' ? [] : [{ label: w('edition'), value: value.version }]),
                { label: w('row'), value: String(value.row) },
                {
                  label: w('column'),
                  value: value.column === '' ? String(of.year) : <code>{value.column}</code>,
                },
                { label: w('hash'), value: <code className="hash">{value.sha256}</code> },
              ]}
            />
          </>
        ),
      })
    }),
})
