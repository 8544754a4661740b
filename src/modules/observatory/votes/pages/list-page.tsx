import type { ReactNode } from 'react'
import { type Polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { writeCsv } from '#platform/tabular'
import { EmptyState, FilterForm, LinkButton, Notice, Pager, Select, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { observatoryAddress, sourceAddress, sourcesAddress } from '../../sources/addresses.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { knownImporters } from '../../sources/known-importers.ts'
import { followedAddress, pasteAddress, rollCallAddress, votesAddress } from '../addresses.ts'
import { letterOf } from '../ballot.ts'
import {
  bodyName,
  decidedName,
  kindName,
  letterName,
  topicName,
  type VoteWords,
  voteWords,
} from '../messages.ts'
import {
  listRollCalls,
  rollCallChoices,
  type RollCallChoices,
  type RollCallRow,
} from '../queries/list-roll-calls.ts'
import { type VoteSource, voteSources } from '../queries/vote-sources.ts'
import { rollCallKinds, waysOfDeciding } from '../roll-call.ts'
import {
  addressWith,
  askedState,
  chosenSource,
  letters,
  type ListAsk,
  queryOf,
  readAsk,
  sourceKey,
} from './view.ts'

const perPage = 50

/** Body and dataset: `General Assembly · votes (Voeten)`. */
export function sourceName(
  w: VoteWords,
  visit: Pick<Visit, 'language'>,
  importers: readonly DatasetImporter[],
  { dataset, body }: Pick<VoteSource, 'dataset' | 'body'>,
): string {
  const importer = importers.find((one) => one.dataset === dataset)
  // "Security Council: vetoes": the body is said already.
  const kind = importer ? label(importer.label, visit.language).replace(/^[^:]+:\s*/u, '') : dataset
  return `${bodyName(w, body)} · ${kind}`
}

/** Yes, no and abstentions by the names; as stated where there are no names. */
export const resultOf = (row: Pick<RollCallRow, 'yes' | 'no' | 'abstain'> & Partial<RollCallRow>): string => {
  const [yes, no, abstain] =
    row.yes === null ? [row.saidYes, row.saidNo, row.saidAbstain] : [row.yes, row.no, row.abstain]
  return [yes, no, abstain].every((one) => one === null || one === undefined)
    ? ''
    : [yes, no, abstain].map((one) => one ?? '?').join(' – ')
}

const page = route({
  method: 'get',
  path: votesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = voteWords(language)
      const ask = readAsk(visit)
      const [sources, importers] = [await voteSources(tx), await knownImporters()]
      const source = chosenSource(sources, ask.source)
      const frame = { title: w('votes'), lede: w('votes_lede'), breadcrumbs: [crumb(w)] }
      const mayWrite = can(tx.actor, 'write')
      if (!source)
        return workspacePage(visit, {
          ...frame,
          children: <NoVotes {...{ w, visit, importers, mayWrite }} />,
        })
      const asked = askedState(ask.state)
      const found = await listRollCalls(tx, queryOf(source, ask, asked.state), {
        after: url.searchParams.get('after'),
        limit: perPage,
      })
      const choices = await rollCallChoices(
        tx,
        source.files.map(({ id }) => id),
        source.body,
      )
      return workspacePage(visit, {
        ...frame,
        actions: (
          <>
            <LinkButton href={followedAddress}>{w('followed')}</LinkButton>
            {mayWrite ? <LinkButton href={pasteAddress}>{w('paste')}</LinkButton> : null}
            {can(tx.actor, 'export') && found.count > 0 ? (
              <LinkButton href={addressWith(`${votesAddress}.csv`, ask)} download>
                {w('csv')}
              </LinkButton>
            ) : null}
          </>
        ),
        children: (
          <>
            <Filter {...{ visit, w, ask, sources, source, choices, importers }} />
            {ask.state !== '' && !asked.state ? (
              <Notice kind="warning" title={w('state_unknown', { name: ask.state })}>
                {asked.near.length === 0
                  ? undefined
                  : w('state_which', {
                      names: asked.near.map(({ code }) => polityName(code, language)).join(', '),
                    })}
              </Notice>
            ) : null}
            <p className="quiet">
              {source.files.map(({ id, name, version }, i) => (
                <span key={id}>
                  {i > 0 ? ' · ' : ''}
                  <a href={sourceAddress(id)}>
                    <bdi>{name}</bdi>
                  </a>
                  {version ? ` (${version})` : ''}
                </span>
              ))}
              {` · ${w('until', { day: formatDate(source.to, language) })}`}
            </p>
            {found.rows.length === 0 ? (
              <EmptyState title={w('none_found')}>{w('none_found_text')}</EmptyState>
            ) : (
              <RollCallTable {...{ w, visit, rows: found.rows, state: asked.state }} />
            )}
            <Pager
              label={w('pages')}
              summary={w('count', { count: found.count })}
              {...(url.searchParams.has('after') && {
                first: { href: addressWith(votesAddress, ask), label: w('first') },
              })}
              {...(found.next !== null && {
                next: { href: addressWith(votesAddress, ask, { after: found.next }), label: w('more') },
              })}
            />
          </>
        ),
      })
    }),
})

export const crumb = (w: VoteWords) => ({ href: observatoryAddress, label: w('observatory') })

/** Roll calls with their results, and how a state voted where one is chosen. */
export function RollCallTable({
  w,
  visit,
  rows,
  state,
}: {
  readonly w: VoteWords
  readonly visit: Pick<Visit, 'language'>
  readonly rows: readonly RollCallRow[]
  readonly state: Polity | null
}) {
  const { language } = visit
  return (
    <Table
      caption={w('votes')}
      captionHidden
      columns={[
        { key: 'text', label: w('subject'), heading: true },
        { key: 'day', label: w('day'), nowrap: true },
        { key: 'kind', label: w('kind') },
        { key: 'result', label: w('result'), nowrap: true, numeric: true },
        ...(state ? [{ key: 'vote', label: polityName(state.code, language) }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          text: (
            <>
              <a href={rollCallAddress(row.id)} dir="auto">
                {row.title}
              </a>
              {row.symbol ? <span className="quiet"> {row.symbol}</span> : null}
            </>
          ),
          day: formatDate(row.day, language),
          kind:
            row.decided === 'recorded'
              ? kindName(w, row.kind)
              : `${kindName(w, row.kind)} · ${decidedName(w, row.decided)}`,
          result: resultOf(row),
          vote: state && row.ballots !== null ? letterName(w, letterOf(row.ballots, state.n)) : '',
        },
      }))}
    />
  )
}

function Filter(props: {
  readonly visit: Visit
  readonly w: VoteWords
  readonly ask: ListAsk
  readonly sources: readonly VoteSource[]
  readonly source: VoteSource
  readonly choices: RollCallChoices
  readonly importers: readonly DatasetImporter[]
}): ReactNode {
  const { visit, w, ask, sources, source, choices, importers } = props
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  const few = choices.topics.length <= 12
  const topics = choices.topics.map((value) => ({ value, label: topicName(w, value) }))
  return (
    <FilterForm action={votesAddress} label={w('filter')} button={w('show')}>
      <Select
        id="source"
        name="source"
        label={w('source')}
        value={sourceKey(source)}
        options={sources.map((one) => ({
          value: sourceKey(one),
          label: sourceName(w, visit, importers, one),
        }))}
      />
      <TextInput id="q" name="q" label={w('text')} type="search" value={ask.q} maxLength={200} />
      <TextInput
        id="state"
        name="state"
        label={w('state')}
        hint={w('state_hint')}
        value={ask.state}
        maxLength={100}
      />
      <Select
        id="vote"
        name="vote"
        label={w('voted')}
        value={ask.vote}
        empty={w('any')}
        options={letters.map((value) => ({ value, label: letterName(w, value) }))}
      />
      <Select
        id="year"
        name="year"
        label={w('year')}
        value={ask.year}
        empty={w('any')}
        options={plain(choices.years)}
      />
      <Select
        id="session"
        name="session"
        label={w('session')}
        value={ask.session}
        empty={w('any')}
        options={plain(choices.sessions)}
      />
      {choices.agenda.length > 0 ? (
        <Select
          id="agenda"
          name="agenda"
          label={w('agenda')}
          value={ask.agenda}
          empty={w('any')}
          options={plain(choices.agenda.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))}
        />
      ) : null}
      {choices.topics.length === 0 ? null : few ? (
        <Select
          id="topic"
          name="topic"
          label={w('topic')}
          value={ask.topic}
          empty={w('any')}
          options={topics}
        />
      ) : (
        <>
          <TextInput
            id="topic"
            name="topic"
            label={w('topic')}
            hint={w('topic_hint')}
            value={ask.topic}
            list="topics"
            maxLength={200}
          />
          <datalist id="topics">
            {topics.map(({ value, label: words }) => (
              <option key={value} value={value} label={words === value ? undefined : words} />
            ))}
          </datalist>
        </>
      )}
      <Select
        id="kind"
        name="kind"
        label={w('kind')}
        value={ask.kind}
        empty={w('texts')}
        options={[
          { value: 'all', label: w('every') },
          ...rollCallKinds.map((value) => ({ value, label: kindName(w, value) })),
        ]}
      />
      <Select
        id="how"
        name="how"
        label={w('how')}
        value={ask.how}
        empty={source.recorded > 0 ? decidedName(w, 'recorded') : w('every')}
        options={[
          { value: 'all', label: w('every') },
          ...waysOfDeciding
            .filter((value) => value !== 'recorded' || source.recorded === 0)
            .map((value) => ({ value, label: decidedName(w, value) })),
        ]}
      />
    </FilterForm>
  )
}

/** Nothing was imported: what can be read, and where it is got. */
export function NoVotes({
  w,
  visit,
  importers,
  mayWrite,
}: {
  readonly w: VoteWords
  readonly visit: Pick<Visit, 'language'>
  readonly importers: readonly DatasetImporter[]
  readonly mayWrite: boolean
}) {
  const givers = ['undl-ga', 'hrc', 'voeten', 'undl-sc'].flatMap(
    (dataset) => importers.find((one) => one.dataset === dataset) ?? [],
  )
  return (
    <EmptyState
      title={w('no_votes')}
      action={
        mayWrite ? (
          <>
            <LinkButton kind="primary" href={`${sourcesAddress}/add`}>
              {w('add_file')}
            </LinkButton>{' '}
            <LinkButton href={pasteAddress}>{w('paste')}</LinkButton>
          </>
        ) : undefined
      }
    >
      <p>{w('no_votes_text')}</p>
      <ul className="list">
        {givers.map((one) => (
          <li key={one.dataset}>
            {label(one.label, visit.language)}: {label(one.where, visit.language)}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

/** Most rows of one CSV; all of any source we know. */
const mostRows = 100_000

const csv = route({
  method: 'get',
  path: `${votesAddress}.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = voteWords(visit.language)
      const ask = readAsk(visit)
      const source = chosenSource(await voteSources(tx), ask.source)
      const { state } = askedState(ask.state)
      const { rows } = source
        ? await listRollCalls(tx, queryOf(source, ask, state), { limit: mostRows })
        : { rows: [] }
      await writeLedger(tx, 'export.run', null, { figures: 'roll-calls', format: 'csv', rows: rows.length })
      const header = [
        ...[w('symbol'), w('subject'), w('day'), w('session'), w('kind'), w('how'), w('agenda'), w('topic')],
        ...[w('yes'), w('no'), w('abstained'), w('silent')],
        ...[w('as_stated'), w('source'), w('row'), w('link')],
        ...(state ? [polityName(state.code, visit.language)] : []),
      ]
      const number = (value: number | null) => (value === null ? '' : String(value))
      const lines = rows.map((row) => [
        ...[
          row.symbol,
          row.title,
          row.day,
          row.session,
          row.kind,
          row.decided,
          row.agenda,
          row.topics.join(' | '),
        ],
        ...[row.yes, row.no, row.abstain, row.silent].map(number),
        [row.saidYes, row.saidNo, row.saidAbstain].map((one) => one ?? '').join('–'),
        source ? sourceKey(source) : '',
        String(row.sourceRow),
        typeof row.details.link === 'string' ? row.details.link : '',
        ...(state ? [row.ballots === null ? '' : letterOf(row.ballots, state.n)] : []),
      ])
      return stream(writeCsv(header, lines), 'roll-calls.csv', 'text/csv; charset=utf-8')
    }),
})

/** Roll calls by source, narrowed down, a page at a time; and the same as a table. */
export const listRoutes = [csv, page]
