import { atrocityFactors } from '#catalogue/atrocity-factors'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route, stream } from '#platform/http'
import type { Language } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { RecordView, Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { EmptyState, FilterForm, LinkButton, Prose, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { assessmentAddress, compareAddress, preventionAddress } from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import { type Compared, compareFactors } from '../queries/compare.ts'
import { type Assessment, listAssessments, readAssessment } from '../queries/read-assessments.ts'
import { type Finding, type Trend, isFinding, isTrend } from '../words-of-findings.ts'
import { FindingWord, factorName, findingText, trendText, written } from './factor-table.tsx'
import { inWords } from './in-words.ts'

interface Found {
  readonly finding: Finding
  readonly trend?: Trend
  readonly record: RecordView
}

const found = ({ factors }: Assessment): ReadonlyMap<string, Found> =>
  new Map(
    [...factors].flatMap(([id, record]) => {
      const { finding, trend } = record.values
      return isFinding(finding) ? [[id, { finding, record, ...(isTrend(trend) && { trend }) }] as const] : []
    }),
  )

/** The two that the address names, the earlier first, of one state. Null where it names none. */
async function pairOf(visit: Visit, tx: Tx): Promise<readonly [Assessment, Assessment] | null> {
  const [before, after] = [visit.url.searchParams.get('before'), visit.url.searchParams.get('after')]
  if (!before || !after) return null
  const pair = [await readAssessment(tx, before), await readAssessment(tx, after)] as const
  if (pair[0].state !== pair[1].state) throw new Problem('malformed')
  return pair[0].asOf <= pair[1].asOf ? pair : [pair[1], pair[0]]
}

const compared = (pair: readonly [Assessment, Assessment]): readonly Compared<Found>[] =>
  compareFactors(
    atrocityFactors.map(({ id }) => id),
    found(pair[0]),
    found(pair[1]),
  )

const nameOf = (id: string, language: Language): string => {
  const factor = atrocityFactors.find((one) => one.id === id)
  return factor ? factorName(factor, language) : id
}

const page = route({
  method: 'get',
  path: compareAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = preventionWords(language)
      const pair = await pairOf(visit, tx)
      const state = pair?.[0].state ?? visit.url.searchParams.get('state')?.slice(0, 10) ?? ''
      const all = await listAssessments(tx, state === '' ? {} : { state })
      const stateOf = (code: string) => inWords(tx, 'country_assessment', 'state', code, language)
      const options = all.map(({ id, state: of, asOf, complete }) => ({
        value: id,
        label: `${stateOf(of)}, ${formatDate(asOf, language)}${complete ? '' : ` (${w('stage_draft')})`}`,
      }))
      const head = (one: Assessment) => formatDate(one.asOf, language)
      return workspacePage(visit, {
        title: pair ? w('compare_title', { state: stateOf(state) }) : w('compare'),
        lede: w('compare_lede'),
        fictitious: pair?.some(({ fictitious }) => fictitious) ?? false,
        breadcrumbs: [{ href: preventionAddress, label: w('title') }],
        actions:
          pair && can(tx.actor, 'export') ? (
            <LinkButton href={`${compareAddress}/csv${visit.url.search}`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            {all.length < 2 ? (
              <EmptyState title={w('compare_none')}>{w('compare_none_text')}</EmptyState>
            ) : (
              <FilterForm action={compareAddress} label={w('compare')} button={w('compare')}>
                {(['before', 'after'] as const).map((name, i) => (
                  <Select
                    key={name}
                    id={name}
                    name={name}
                    label={w(name)}
                    value={pair?.[i]?.id ?? options[name === 'before' ? 1 : 0]?.value}
                    options={options}
                  />
                ))}
              </FilterForm>
            )}
            {pair ? (
              <>
                <Table
                  caption={w('compare_title', { state: stateOf(state) })}
                  captionHidden
                  columns={[
                    { key: 'factor', label: w('factor'), heading: true },
                    { key: 'before', label: head(pair[0]) },
                    { key: 'after', label: head(pair[1]) },
                    { key: 'change', label: w('change') },
                    { key: 'why', label: w('reasons_after') },
                  ]}
                  rows={compared(pair).map(({ factor, change, before, after }) => ({
                    key: factor,
                    cells: {
                      factor: nameOf(factor, language),
                      before: <FindingWord record={before?.record} {...{ language }} />,
                      after: <FindingWord record={after?.record} {...{ language }} />,
                      change:
                        change === 'changed' ? (
                          <strong>{w('change_changed')}</strong>
                        ) : (
                          <span className="quiet">{w(`change_${change}`)}</span>
                        ),
                      why: written(after?.record, 'reasons') ? (
                        <p className="written" dir="auto">
                          {written(after?.record, 'reasons')}
                        </p>
                      ) : null,
                    },
                  }))}
                />
                {written(pair[1].record, 'changed') ? (
                  <Section title={w('f_changed')}>
                    <Prose>
                      <p className="written">{written(pair[1].record, 'changed')}</p>
                    </Prose>
                  </Section>
                ) : null}
                <p>
                  {pair.map((one) => (
                    <span key={one.id}>
                      <a href={assessmentAddress(one.id)}>{w('open_of', { when: head(one) })}</a>{' '}
                    </span>
                  ))}
                </p>
                <p className="quiet">{w('method')}</p>
              </>
            ) : null}
          </>
        ),
      })
    }),
})

const csv = route({
  method: 'get',
  path: `${compareAddress}/csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = preventionWords(language)
    const rows = await visit.within(async (tx) => {
      const pair = await pairOf(visit, tx)
      if (!pair) throw new Problem('not_found')
      await writeLedger(tx, 'export.run', pair[1].id, {
        figures: 'country_assessments',
        format: 'csv',
        before: pair[0].id,
      })
      return compared(pair).map(({ factor, change, before, after }) => [
        inWords(tx, 'country_assessment', 'state', pair[0].state, language),
        nameOf(factor, language),
        pair[0].asOf,
        findingText(before?.record, language),
        trendText(before?.record, language),
        pair[1].asOf,
        findingText(after?.record, language),
        trendText(after?.record, language),
        w(`change_${change}`),
        written(after?.record, 'reasons'),
      ])
    })
    const header = [
      w('state'),
      w('factor'),
      w('before'),
      w('finding'),
      w('trend'),
      w('after'),
      w('finding'),
      w('trend'),
      w('change'),
      w('reasons_after'),
    ]
    return stream(writeCsv(header, rows), 'assessments-compared.csv', 'text/csv; charset=utf-8')
  },
})

export const compareRoutes = [page, csv]
