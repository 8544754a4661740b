import { atrocityFactors } from '#catalogue/atrocity-factors'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { Checkboxes, DateInput, EmptyState, FilterForm, LinkButton, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { assessmentAddress, preventionAddress, statesOnDayAddress } from '../addresses.ts'
import { dayOfAddress, today } from '../../states/day-text.ts'
import { preventionWords } from '../messages.ts'
import { latestOfEach, listAssessments, readAssessments } from '../queries/read-assessments.ts'
import { FindingWord, factorName, findingText } from './factor-table.tsx'
import { inWords } from './in-words.ts'

const mostStates = 12

/** What was known of several states on a day: the latest complete assessment of each, by name of the state. */
async function onDay(visit: Visit, tx: Tx) {
  const typed = visit.url.searchParams.get('on')
  const on = dayOfAddress(typed) ?? today()
  const heads = latestOfEach(await listAssessments(tx, { until: on }))
  const asked = visit.url.searchParams.getAll('state')
  const name = (state: string) => inWords(tx, 'country_assessment', 'state', state, visit.language)
  const sorted = heads.toSorted((a, b) => name(a.state).localeCompare(name(b.state), visit.language))
  const chosen = sorted
    .filter(({ state }) => asked.length === 0 || asked.includes(state))
    .slice(0, mostStates)
  const assessments = await readAssessments(
    tx,
    chosen.map(({ id }) => id),
  )
  return {
    on,
    wrongDay: typed !== null && typed !== '' && dayOfAddress(typed) === null,
    typed,
    sorted,
    assessments,
    name,
  }
}

const page = route({
  method: 'get',
  path: statesOnDayAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = preventionWords(language)
      const { on, wrongDay, typed, sorted, assessments, name } = await onDay(visit, tx)
      return workspacePage(visit, {
        title: w('states_on', { when: formatDate(on, language) }),
        lede: w('states_lede'),
        fictitious: assessments.some(({ fictitious }) => fictitious),
        breadcrumbs: [{ href: preventionAddress, label: w('title') }],
        actions:
          assessments.length > 0 && can(tx.actor, 'export') ? (
            <LinkButton href={`${statesOnDayAddress}/csv${visit.url.search}`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            <FilterForm action={statesOnDayAddress} label={w('filter')} button={w('show')}>
              <DateInput
                id="on"
                name="on"
                label={w('on_day')}
                value={wrongDay ? (typed ?? '') : on}
                error={wrongDay ? w('day_wrong') : undefined}
              />
              {sorted.length > 1 ? (
                <Checkboxes
                  id="state"
                  name="state"
                  label={w('states')}
                  values={assessments.map(({ state }) => state)}
                  options={sorted.map(({ state }) => ({ value: state, label: name(state) }))}
                />
              ) : null}
            </FilterForm>
            {assessments.length === 0 ? (
              <EmptyState title={w('states_none')}>{w('none_text')}</EmptyState>
            ) : (
              <>
                <Table
                  caption={w('states_on', { when: formatDate(on, language) })}
                  captionHidden
                  phone="scroll"
                  columns={[
                    { key: 'factor', label: w('factor'), heading: true },
                    ...assessments.map(({ id, state }) => ({ key: id, label: name(state) })),
                  ]}
                  rows={[
                    {
                      key: 'as_of',
                      cells: {
                        factor: w('as_of'),
                        ...Object.fromEntries(
                          assessments.map(({ id, asOf }) => [
                            id,
                            <a key={id} href={assessmentAddress(id)}>
                              {formatDate(asOf, language)}
                            </a>,
                          ]),
                        ),
                      },
                    },
                    ...atrocityFactors.map((factor) => ({
                      key: factor.id,
                      cells: {
                        factor: factorName(factor, language),
                        ...Object.fromEntries(
                          assessments.map(({ id, factors }) => [
                            id,
                            <FindingWord key={id} record={factors.get(factor.id)} {...{ language }} />,
                          ]),
                        ),
                      },
                    })),
                  ]}
                />
                {sorted.length > mostStates ? (
                  <p className="quiet">{w('states_most', { count: mostStates })}</p>
                ) : null}
                <p className="quiet">{w('method')}</p>
              </>
            )}
          </>
        ),
      })
    }),
})

const csv = route({
  method: 'get',
  path: `${statesOnDayAddress}/csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = preventionWords(language)
    const { header, rows } = await visit.within(async (tx) => {
      const { on, assessments, name } = await onDay(visit, tx)
      await writeLedger(tx, 'export.run', null, { figures: 'country_assessments', format: 'csv', on })
      return {
        header: [w('factor'), ...assessments.map(({ state }) => name(state))],
        rows: [
          [w('as_of'), ...assessments.map(({ asOf }) => asOf)],
          ...atrocityFactors.map((factor) => [
            factorName(factor, language),
            ...assessments.map(({ factors }) => findingText(factors.get(factor.id), language)),
          ]),
        ],
      }
    })
    return stream(writeCsv(header, rows), 'states-assessed.csv', 'text/csv; charset=utf-8')
  },
})

export const statesOnDayRoutes = [page, csv]
