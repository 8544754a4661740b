import { countryName } from '#catalogue/countries'
import { formatDate } from '#platform/dates'
import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { artisticRowsAddress } from '../addresses.ts'
import { artisticWords } from '../messages.ts'
import { meets } from '../queries/count-violations.ts'
import { readViolations } from '../queries/read-violations.ts'
import { regions } from '../region.ts'
import { violationLabels } from '../violations.ts'
import { addressOf, columnName, queryOf, violationIn } from './artistic-page.tsx'

const most = 1_000

/** What a cell counts: the acts, cases and incidents, of what the reader may see. */
const page = route({
  method: 'get',
  path: artisticRowsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = artisticWords(language)
      const all = await readViolations(tx)
      const query = queryOf(visit, all)
      const violation = violationIn(visit)
      const at = visit.url.searchParams.get('at')?.slice(0, 60)
      const found = all
        .filter((told) =>
          meets(told, { ...query, ...(violation && { violation }), ...(at !== undefined && { at }) }),
        )
        .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      const regionName = regions.find(({ id }) => id === query.region)?.name
      const asked = [
        regionName ? label(regionName, language) : w('everywhere'),
        query.year === null ? w('all_years') : String(query.year),
        violation ? label(violationLabels[violation], language) : '',
        at === undefined ? '' : columnName(tx, query.by, at, w, language),
      ].filter(Boolean)
      return workspacePage(visit, {
        title: w('rows_title'),
        lede: `${asked.join(' · ')} (${found.length})`,
        fictitious: query.exercises,
        breadcrumbs: [{ href: addressOf(query), label: w('short_title') }],
        children: (
          <>
            <Table
              caption={w('rows_title')}
              captionHidden
              columns={[
                { key: 'when', label: w('when'), nowrap: true },
                { key: 'title', label: w('record'), heading: true },
                { key: 'source', label: w('source') },
                { key: 'violation', label: w('violation') },
                { key: 'country', label: w('by_country') },
                { key: 'discipline', label: w('by_discipline') },
              ]}
              rows={found.slice(0, most).map((told) => ({
                key: `${told.id} ${told.violation}`,
                cells: {
                  when: told.date === '' ? '' : formatDate(told.date, language),
                  title: (
                    <a href={`/workspace/record/${told.id}`} dir="auto">
                      {told.title}
                    </a>
                  ),
                  source: w(`source_${told.source}`),
                  violation: label(violationLabels[told.violation], language),
                  country: told.countries.map((code) => countryName(code, language)).join(', '),
                  discipline: told.disciplines
                    .map((code) => columnName(tx, 'discipline', code, w, language))
                    .join(', '),
                },
              }))}
            />
            {found.length > most ? <p className="quiet">{w('most', { count: most })}</p> : null}
          </>
        ),
      })
    }),
})

export const rowsRoutes = [page]
