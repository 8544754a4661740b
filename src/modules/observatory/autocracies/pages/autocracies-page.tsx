import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Checkboxes, EmptyState, FilterForm, LinkButton, Select } from '#web/components'
import { workspacePage } from '#web/workspace'
import { Method } from '../../regimes/pages/regimes-page.tsx'
import { regimeWords } from '../../regimes/messages.ts'
import { type ClassSeries, readClassSeries, seriesKey } from '../../regimes/queries/class-series.ts'
import { sourceAddress, sourcesAddress } from '../../sources/addresses.ts'
import { csvAnswer } from '../../states/csv.ts'
import { dayText } from '../../states/day-text.ts'
import { autocraciesAddress } from '../addresses.ts'
import { type Choice, choiceName, choiceSearch } from '../choice.ts'
import { type Autocracies, readAutocracies } from '../load.ts'
import { type AutocracyWords, autocracyWords } from '../messages.ts'
import { tableOf } from '../tables.ts'
import { AdvicePart } from './advice-part.tsx'
import { NgoPart, ReprisalPart } from './record-parts.tsx'
import { SeatsPart } from './seats-part.tsx'
import { VotesPart } from './votes-part.tsx'
import { QuotePart } from './quote-part.tsx'

/** Autocracies before the United Nations: seats, votes, advice to each other, reprisals, the NGO committee. */
const page = route({
  method: 'get',
  path: autocraciesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = autocracyWords(language)
      const data = await readAutocracies(tx, visit.url.searchParams)
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        children: data ? (
          <Shown
            {...{ data, visit, tx, w }}
            series={await readClassSeries(tx)}
            records={await recordParts(visit, tx)}
          />
        ) : (
          <>
            <EmptyState
              title={w('no_index')}
              action={<LinkButton href={sourcesAddress}>{w('import')}</LinkButton>}
            >
              {w('no_index_text')}
            </EmptyState>
            {await recordParts(visit, tx)}
          </>
        ),
      })
    }),
})

const recordParts = async (visit: Visit, tx: Tx) => (
  <>
    {await ReprisalPart(visit, tx)}
    {await NgoPart(visit, tx)}
  </>
)

function Shown({
  data,
  visit,
  tx,
  w,
  series,
  records,
}: {
  readonly data: Autocracies
  readonly visit: Visit
  readonly tx: Tx
  readonly w: AutocracyWords
  readonly series: readonly ClassSeries[]
  readonly records: ReactNode
}) {
  const { language } = visit
  const { choice } = data
  const csv = (name: string) =>
    can(tx.actor, 'export') ? (
      <a href={`${autocraciesAddress}/${name}.csv?${choiceSearch(choice)}`} download>
        {w('csv')}
      </a>
    ) : undefined
  return (
    <>
      <Choose {...{ choice, series, language, w }} />
      <p>{w('chosen', { name: choiceName(choice, language) })}</p>
      <SeatsPart {...{ data, language, w }} action={csv('seats')} />
      <VotesPart {...{ data, language, w }} action={csv('votes')} />
      <AdvicePart {...{ data, language, w }} action={csv('advice')} />
      {records}
      <QuotePart {...{ data, language, w }} org={tx.actor.orgSlug} />
      <Method index={choice.index} joined={data.joined} language={language} w={regimeWords(language)} />
      <ul className="list">
        <li>{w('method_seats')}</li>
        <li>{w('method_advice')}</li>
        {data.adviceFiles.map((file) => (
          <li key={file.id}>
            <a href={sourceAddress(file.id)}>{file.name}</a> {file.version}, {w('data_until')}{' '}
            {dayText(file.dataUntil, language)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Choose({
  choice,
  series,
  language,
  w,
}: {
  readonly choice: Choice
  readonly series: readonly ClassSeries[]
  readonly language: Language
  readonly w: AutocracyWords
}) {
  return (
    <FilterForm action={autocraciesAddress} label={w('choose')} button={w('show')}>
      <Select
        id="index"
        name="index"
        label={w('index')}
        hint={w('index_hint')}
        value={seriesKey(choice.index.series)}
        options={series.map((one) => ({
          value: seriesKey(one),
          label: `${label(one.label, language)} (${one.author})`,
        }))}
      />
      <Checkboxes
        id="class"
        name="class"
        label={w('classes')}
        values={[...choice.values].map(String)}
        options={choice.index.classes.map(({ value, label: words }) => ({
          value: String(value),
          label: label(words, language),
        }))}
      />
    </FilterForm>
  )
}

const csvOf = (name: 'seats' | 'votes' | 'advice') =>
  route({
    method: 'get',
    path: `${autocraciesAddress}/${name}.csv`,
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const data = await readAutocracies(tx, visit.url.searchParams)
        return csvAnswer(tx, `autocracies-${name}`, data ? tableOf(name, data, visit.language) : [])
      }),
  })

export const autocraciesRoutes = [page, csvOf('seats'), csvOf('votes'), csvOf('advice')]
