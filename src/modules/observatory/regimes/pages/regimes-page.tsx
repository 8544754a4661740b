import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { type Language, label, formatNumber } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { EmptyState, FilterForm, LinkButton, Section, Select, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourceAddress, sourcesAddress } from '../../sources/addresses.ts'
import { csvAnswer, csvHref } from '../../states/csv.ts'
import { dayText } from '../../states/day-text.ts'
import type { VoteSource } from '../../votes/index.ts'
import { regimesAddress } from '../addresses.ts'
import { lineName } from '../line-name.ts'
import { type RegimeWords, regimeWords } from '../messages.ts'
import { type ClassSeries, readClassSeries, seriesKey } from '../queries/class-series.ts'
import { textChoices } from '../queries/read-texts.ts'
import {
  allLine,
  type ChosenIndex,
  joinVotes,
  type JoinedVotes,
  readIndex,
  readRegimeQuery,
  readSources,
  type RegimeQuery,
  regimeSearch,
  sourceKey,
} from '../view.ts'
import { ShareBar, shares } from './share-bar.tsx'

/** Everything the page and its file need, in a handful of queries. */
async function load(visit: Visit, tx: Tx) {
  const query = readRegimeQuery(visit.url.searchParams)
  const index = await readIndex(tx, query.index, Number(query.from.slice(0, 4)) - 1)
  return { query, index, joined: index ? await joinVotes(tx, query, index) : null }
}

/** How states of each class vote, by item or topic. */
const page = route({
  method: 'get',
  path: regimesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = regimeWords(language)
      const { query, index, joined } = await load(visit, tx)
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        actions:
          joined && can(tx.actor, 'export') ? (
            <LinkButton href={csvHref(visit)} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children:
          index && joined ? (
            <>
              <Choose
                {...{ query, index, joined, language, w }}
                all={await readClassSeries(tx)}
                sources={await readSources(tx)}
              />
              <Votes {...{ query, index, joined, language, w }} />
              <Method {...{ index, joined, language, w }} />
            </>
          ) : (
            <EmptyState
              title={w(index ? 'no_votes' : 'no_index')}
              action={<LinkButton href={sourcesAddress}>{w('import')}</LinkButton>}
            >
              {w(index ? 'no_votes_text' : 'no_index_text')}
            </EmptyState>
          ),
      })
    }),
})

interface Part {
  readonly query: RegimeQuery
  readonly index: ChosenIndex
  readonly joined: JoinedVotes
  readonly language: Language
  readonly w: RegimeWords
}

function Choose({
  query,
  index,
  joined,
  language,
  w,
  all,
  sources,
}: Part & { readonly all: readonly ClassSeries[]; readonly sources: readonly VoteSource[] }) {
  return (
    <FilterForm action={regimesAddress} label={w('choose')} button={w('show')}>
      <Select
        id="index"
        name="index"
        label={w('index')}
        value={seriesKey(index.series)}
        options={all.map((one) => ({
          value: seriesKey(one),
          label: `${label(one.label, language)} (${one.author})`,
        }))}
      />
      <Select
        id="source"
        name="source"
        label={w('body')}
        value={sourceKey(joined.source)}
        options={sources.map((one) => ({
          value: sourceKey(one),
          label: `${w(bodyWord(one.body))} (${one.dataset}, ${one.from.slice(0, 4)}–${one.to.slice(0, 4)})`,
        }))}
      />
      <Select
        id="by"
        name="by"
        label={w('by')}
        value={joined.by}
        options={[
          { value: 'agenda', label: w('by_agenda') },
          { value: 'topic', label: w('by_topic') },
        ]}
      />
      <Select
        id="texts"
        name="texts"
        label={w('texts')}
        value={query.texts}
        options={textChoices.map((value) => ({ value, label: w(`texts_${value}`) }))}
      />
      <TextInput id="from" name="from" label={w('from')} value={query.from} short maxLength={10} />
      <TextInput id="to" name="to" label={w('to')} value={query.to} short maxLength={10} />
    </FilterForm>
  )
}

/** The word for a body of votes. */
const bodies = ['ga', 'sc', 'hrc', 'chr'] as const
export const bodyWord = (body: string): `body_${(typeof bodies)[number] | 'other'}` =>
  `body_${bodies.find((one) => one === body) ?? 'other'}`

function Votes({ query, index, joined, language, w }: Part) {
  const lines = [...joined.lines, allLine]
  const { classes } = index
  const name = (line: string) => (line === allLine ? w('all') : lineName(joined, line, w))
  const href = (line: string, value: number) =>
    `${regimesAddress}/votes?${regimeSearch({ ...query, source: sourceKey(joined.source), by: joined.by }, { line, class: String(value) })}`
  return (
    <Section id="votes" title={w('votes_title', { body: w(bodyWord(joined.source.body)) })}>
      <Table
        caption={w('shares_title')}
        phone="scroll"
        columns={[
          { key: 'line', label: w(joined.by), heading: true },
          { key: 'calls', label: w('roll_calls'), numeric: true },
          ...classes.map(({ value, label: words }) => ({
            key: String(value),
            label: `${label(words, language)}: ${w('yes_no_n')}`,
          })),
        ]}
        rows={lines.map((line) => ({
          key: line,
          cells: {
            line: name(line),
            calls: joined.table.rollCalls(line),
            ...Object.fromEntries(
              classes.map(({ value }) => {
                const tally = joined.table.of(line, value)
                return [
                  String(value),
                  tally.cast === 0 ? (
                    '–'
                  ) : (
                    <>
                      {shares(tally, language)}{' '}
                      <a href={href(line, value)}>(n {formatNumber(tally.cast, language)})</a>
                      <ShareBar tally={tally} />
                    </>
                  ),
                ]
              }),
            ),
          },
        }))}
      />
      <p className="quiet">{w('bar_legend')}</p>
    </Section>
  )
}

/** Where the numbers come from, how they are made and what they do not say. */
export function Method({
  index,
  joined,
  language,
  w,
}: Pick<Part, 'language' | 'w'> & { readonly index: ChosenIndex; readonly joined: JoinedVotes | null }) {
  const { series, table, files } = index
  return (
    <Section id="method" title={w('method')}>
      <ul className="list">
        {methodOf({ index, joined, w }).map((one) => (
          <li key={one}>{one}</li>
        ))}
        {[...files, ...(joined?.source.files ?? [])].map((file) => (
          <li key={file.id}>
            <a href={sourceAddress(file.id)}>{file.name}</a> {file.version}, {w('data_until')}{' '}
            {dayText(file.dataUntil, language)}, SHA-256 {file.sha256.slice(0, 12)}…
          </li>
        ))}
      </ul>
      <p className="quiet">{w('label_author', { author: series.author, last: table.last })}</p>
    </Section>
  )
}

const methodOf = ({
  index,
  joined,
  w,
}: {
  readonly index: ChosenIndex
  readonly joined: JoinedVotes | null
  readonly w: RegimeWords
}): readonly string[] => [
  w('method_1'),
  w('method_2', { last: index.table.last, author: index.series.author }),
  ...(joined ? [w('method_3', { n: joined.table.unclassed })] : []),
  w('method_4'),
  w('method_5'),
]

const csv = route({
  method: 'get',
  path: `${regimesAddress}.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = regimeWords(language)
      const { index, joined } = await load(visit, tx)
      const rows =
        index && joined
          ? [...joined.lines, allLine].flatMap((line) =>
              index.classes.map(({ value, label: words }) => {
                const { yes, no, abstain, cast } = joined.table.of(line, value)
                const share = (part: number) => (cast === 0 ? '' : (part / cast).toFixed(3))
                return [
                  line === allLine ? w('all') : lineName(joined, line, w),
                  value,
                  `${label(words, language)} (${index.series.author})`,
                  joined.table.rollCalls(line),
                  cast,
                  yes,
                  no,
                  abstain,
                  share(yes),
                  share(no),
                ]
              }),
            )
          : []
      return csvAnswer(tx, 'votes-by-regime', [
        [
          w(joined?.by ?? 'agenda'),
          'class',
          w('class'),
          w('roll_calls'),
          'n',
          w('yes'),
          w('no'),
          w('abstain'),
          w('share_yes'),
          w('share_no'),
        ],
        ...rows,
        ...(index ? methodOf({ index, joined, w }).map((one) => [w('method'), one]) : []),
        ...[...(index?.files ?? []), ...(joined?.source.files ?? [])].map((file) => [
          w('source'),
          `${file.name} ${file.version}`,
          file.dataUntil,
          file.sha256,
        ]),
      ])
    }),
})

export const regimesRoutes = [page, csv]
