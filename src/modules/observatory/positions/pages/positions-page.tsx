import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { EmptyState, FilterForm, LinkButton, Pager, Select, Tabs, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { newPosition, positionsAddress } from '../addresses.ts'
import { type PositionWords, positionWords } from '../messages.ts'
import {
  type PositionQuery,
  countedTo,
  listPositions,
  statesWithPositions,
} from '../queries/list-positions.ts'
import { answers } from '../records/position.ts'
import { PositionsTable } from './positions-table.tsx'
import { inWords } from './words-of-rows.ts'

const perPage = 50

/** What the address asks; what it does not know asks for nothing, except a year that is none: that is told. */
function queryOf(visit: Visit): PositionQuery & { readonly yearTyped: string } {
  const asked = (name: string) => visit.url.searchParams.get(name)?.trim().slice(0, 100) ?? ''
  const year = asked('year')
  return {
    state: asked('state').toUpperCase().slice(0, 2),
    kind: asked('kind'),
    year: /^\d{4}$/.test(year) ? year : '',
    yearTyped: year,
    answer: asked('view') === 'asked' && Object.hasOwn(answers, asked('answer')) ? asked('answer') : '',
    asked: asked('view') === 'asked',
  }
}

const addressOf = (query: PositionQuery, more: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(
    Object.entries({
      view: query.asked ? 'asked' : '',
      state: query.state,
      kind: query.kind,
      year: query.year,
      answer: query.answer,
      ...more,
    }).filter(([, value]) => value !== ''),
  ).toString()
  return search === '' ? positionsAddress : `${positionsAddress}?${search}`
}

const page = route({
  method: 'get',
  path: positionsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = positionWords(language)
      const query = queryOf(visit)
      const found = await listPositions(tx, query, { after: url.searchParams.get('after'), limit: perPage })
      const state = inWords(tx, { state: query.state === '' ? [] : [query.state] }, 'state', language)
      const mixed = found.rows.some(({ fictitious }) => !fictitious)
      const filtered = [query.state, query.kind, query.year, query.answer].some((one) => one !== '')
      return workspacePage(visit, {
        title: state === '' ? w('title') : w('title_of', { state }),
        lede: w('lede'),
        fictitious: found.rows.length > 0 && !mixed,
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <LinkButton href={newPosition({ state: query.state, kind: query.kind })} kind="primary">
                {w('new')}
              </LinkButton>
            ) : null}
            {can(tx.actor, 'export') && found.count > 0 ? (
              <LinkButton
                href={addressOf(query).replace(positionsAddress, `${positionsAddress}.csv`)}
                download
              >
                {w('csv')}
              </LinkButton>
            ) : null}
          </>
        ),
        children: (
          <>
            <Tabs
              label={w('views')}
              tabs={[
                {
                  href: addressOf({ ...query, asked: false, answer: '' }),
                  label: w('all'),
                  current: !query.asked,
                },
                { href: addressOf({ ...query, asked: true }), label: w('asked_view'), current: query.asked },
              ]}
            />
            <Filter {...{ visit, tx, query, w }} states={await statesWithPositions(tx)} />
            {query.state === '' ? null : <p className="quiet">{w('own')}</p>}
            {found.rows.length === 0 ? (
              <EmptyState title={filtered ? w('none_found') : w('none')}>
                {filtered ? null : w('none_text')}
              </EmptyState>
            ) : (
              <>
                <PositionsTable
                  {...{ tx, language }}
                  rows={found.rows}
                  as={query.asked ? 'asked' : 'positions'}
                  withState={query.state === ''}
                  {...(mixed && { fictitious: w('fictitious') })}
                />
                <Pager
                  label={w('pages')}
                  summary={
                    found.count > countedTo
                      ? w('count_more', { count: countedTo })
                      : w('count', { count: found.count })
                  }
                  {...(url.searchParams.has('after') && {
                    first: { href: addressOf(query), label: w('first') },
                  })}
                  {...(found.next !== null && {
                    next: { href: addressOf(query, { after: found.next }), label: w('more') },
                  })}
                />
              </>
            )}
          </>
        ),
      })
    }),
})

function Filter(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly query: ReturnType<typeof queryOf>
  readonly w: PositionWords
  readonly states: readonly { readonly key: string; readonly n: number }[]
}): ReactNode {
  const { visit, tx, query, w, states } = props
  const { language } = visit
  const kind = fieldOf(typeOf(tx, 'position'), 'kind')
  const terms = tx.schema.vocabularies.get(kind?.vocabulary ?? '')?.vocabulary.terms ?? []
  const known =
    states.some(({ key }) => key === query.state) || query.state === ''
      ? states
      : [...states, { key: query.state, n: 0 }]
  return (
    <FilterForm action={positionsAddress} label={w('filter')} button={w('filter_button')}>
      {query.asked ? <input type="hidden" name="view" value="asked" /> : null}
      <Select
        id="state"
        name="state"
        label={w('state')}
        empty={w('any_state')}
        value={query.state}
        options={known
          .map(({ key, n }) => ({
            value: key,
            label: `${inWords(tx, { state: [key] }, 'state', language)} (${n})`,
          }))
          .toSorted((a, b) => a.label.localeCompare(b.label, language))}
      />
      <Select
        id="kind"
        name="kind"
        label={w('kind')}
        empty={w('any_kind')}
        value={query.kind}
        options={terms
          .filter(({ retired }) => !retired)
          .map((term) => ({
            value: term.code,
            label: `${term.parent === undefined ? '' : '– '}${label(term.label, language) || term.code}`,
          }))}
      />
      {query.asked ? (
        <Select
          id="answer"
          name="answer"
          label={w('answer')}
          empty={w('any_answer')}
          value={query.answer}
          options={Object.entries(answers).map(([value, words]) => ({
            value,
            label: label(words, language),
          }))}
        />
      ) : null}
      <TextInput
        id="year"
        name="year"
        label={w('year')}
        value={query.yearTyped}
        short
        inputMode="numeric"
        maxLength={4}
        error={query.yearTyped !== query.year ? w('year_wrong') : undefined}
      />
    </FilterForm>
  )
}

const columns = [
  'on',
  'title',
  'state',
  'kind',
  'forum',
  'stance',
  'symbol',
  'roll_call',
  'about',
  'themes',
  'quote',
  'quote_language',
  'address',
  'asked',
  'asked_on',
  'asked_of',
  'answer',
  'answered_on',
  'answer_words',
] as const

const csv = route({
  method: 'get',
  path: `${positionsAddress}.csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const query = queryOf(visit)
    const { header, rows } = await visit.within(async (tx) => {
      await writeLedger(tx, 'export.run', null, { figures: 'positions', format: 'csv', ...query })
      const type = typeOf(tx, 'position')
      const found = await listPositions(tx, query, { limit: countedTo })
      return {
        header: [
          ...columns.map((name) => {
            const field = fieldOf(type, name)
            return field ? label(field.label, language) : name
          }),
          positionWords(language)('record'),
        ],
        rows: found.rows.map((row) => [
          ...columns.map((name) => {
            const value = row.values[name]
            // Days stay as they are kept: a spreadsheet reads them.
            return name === 'on' || name.endsWith('_on')
              ? typeof value === 'string'
                ? value
                : ''
              : inWords(tx, row.values, name, language)
          }),
          `${visit.url.origin}/workspace/record/${row.id}`,
        ]),
      }
    })
    return stream(writeCsv(header, rows), 'positions.csv', 'text/csv; charset=utf-8')
  },
})

/** The positions of states: list, filters and CSV. */
export const positionsRoutes = [page, csv]
