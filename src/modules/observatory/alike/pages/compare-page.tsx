import { type Polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { route } from '#platform/http'
import { Columns, Details, EmptyState, Figures, LinkButton, Section, Select, Table } from '#web/components'
import { LineChart, lineChartSvg, type LineContent } from '#web/charts'
import { workspacePage } from '#web/workspace'
import { caveats } from '../../files/index.ts'
import { at, compareAddress, rollCallAddress } from '../addresses.ts'
import type { Beside, Comparison } from '../compare.ts'
import { groupOptions } from '../queries/read-group.ts'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { castWord, type CompareView, type List, ownQuery, viewComparison } from './compare-view.ts'
import { csvRoute } from './csv-route.ts'
import { headed, StateField } from './group-fields.tsx'
import { decimals, rounded, whole } from './numbers.ts'
import {
  AlikeTabs,
  crumbsBelow,
  NoVotes,
  SourceLine,
  topicName,
  windowForm,
  windowWords,
} from './window-parts.tsx'

const page = route({
  method: 'get',
  path: compareAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const view = await viewComparison(visit, tx)
      const { w, window, language, a, b, calls, found } = view
      const name = (one: Polity | null) => (one ? polityName(one.code, language) : '')
      if (found) {
        const file = await chartFile(visit, tx, {
          name: `${a?.code ?? ''}-${b?.code ?? ''}-by-year`,
          svg: () =>
            lineChartSvg({
              ...yearLines({ ...view, found, names: [name(a), name(b)] }),
              notes: [windowWords(view), w('agreement_method_short')],
            }),
          rows: () => [
            ['year', 'agreement', 'n'],
            ...found.byYear.map(({ year, agreement, n }) => [year, rounded(agreement), n]),
          ],
        })
        if (file) return file
      }
      const options = await groupOptions(tx, language)
      return workspacePage(visit, {
        title: a && b ? w('two_states', { a: name(a), b: name(b) }) : w('compare'),
        lede: windowWords(view),
        breadcrumbs: crumbsBelow(w),
        actions:
          can(tx.actor, 'export') && found ? (
            <LinkButton href={at(`${compareAddress}.csv`, window, ownQuery(view))} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children: (
          <>
            <AlikeTabs {...{ w, window }} current={compareAddress} />
            <Columns
              asideAt="start"
              aside={
                await windowForm(
                  view,
                  compareAddress,
                  <>
                    <StateField
                      name="a"
                      label={w('f_a')}
                      value={a?.code ?? ''}
                      empty={w('choose_state')}
                      {...{ language }}
                    />
                    <StateField
                      name="b"
                      label={w('f_b')}
                      value={b?.code ?? ''}
                      empty={w('choose_state')}
                      {...{ language }}
                    />
                    <Select
                      id="with"
                      name="with"
                      label={w('f_with')}
                      value={view.beside?.group.key ?? ''}
                      empty={w('no_group')}
                      options={headed(options)}
                    />
                  </>,
                )
              }
              main={
                calls.length === 0 ? (
                  <NoVotes {...view} />
                ) : !found ? (
                  <EmptyState title={w('choose_two')}>{w('choose_two_text')}</EmptyState>
                ) : found.votes.length === 0 ? (
                  <EmptyState title={w('never_both')}>{w('never_both_text')}</EmptyState>
                ) : (
                  <Found {...view} found={found} names={[name(a), name(b)]} />
                )
              }
            />
          </>
        ),
      })
    }),
})

type FoundProps = CompareView & { readonly found: Comparison; readonly names: readonly [string, string] }

const yearHref = (view: CompareView, year: number): string =>
  at(compareAddress, { ...view.window, from: String(year), to: String(year), sessions: '' }, ownQuery(view))

function yearLines(props: FoundProps): LineContent & { readonly title: string } {
  const { w, language, found, names } = props
  return {
    title: w('agreement_by_year', { a: names[0], b: names[1] }),
    lines: [
      {
        key: 'pair',
        label: w('agreement_of'),
        points: found.byYear.map(({ year, agreement }) => ({
          x: year,
          y: agreement,
          href: yearHref(props, year),
        })),
      },
    ],
    bounds: [0, 1],
    labels: { x: w('year'), y: w('agreement_of') },
    format: (value) => decimals(value, language),
  }
}

function Found(props: FoundProps) {
  const { w, language, found, window } = props
  const listHref = (show: List) => at(compareAddress, window, { ...ownQuery(props), show }) + '#roll-calls'
  const opposed = found.votes.filter((vote) => Math.abs(vote.a - vote.b) === 2).length
  const differed = found.votes.filter((vote) => vote.a !== vote.b).length
  return (
    <>
      <Figures
        figures={[
          { label: w('agreement_of'), value: decimals(found.whole.agreement, language) },
          { label: w('votes_shared'), value: whole(found.whole.n, language), href: listHref('all') },
          { label: w('differed'), value: whole(differed, language), href: listHref('differed') },
          { label: w('opposed'), value: whole(opposed, language), href: listHref('opposed') },
        ]}
      />
      <LineChart
        {...yearLines(props)}
        tableCaption={w('as_table')}
        source={<SourceLine {...props} />}
        method={`${w('agreement_method_short')} ${caveats.agreement[language]}`}
      />
      <FileLinks visit={props.visit} tx={props.tx} label={w('as_file')} />
      <Details summary={w('by_year')}>
        <Table
          caption={w('by_year')}
          captionHidden
          columns={[
            { key: 'year', label: w('year'), heading: true },
            { key: 'agreement', label: w('agreement_of'), numeric: true },
            { key: 'n', label: w('votes_shared'), numeric: true },
          ]}
          rows={found.byYear.map(({ year, agreement, n }) => ({
            key: String(year),
            cells: {
              year: <a href={yearHref(props, year)}>{String(year)}</a>,
              agreement: decimals(agreement, language),
              n: whole(n, language),
            },
          }))}
        />
      </Details>
      <Topics {...props} />
      <WithGroup {...props} listHref={listHref} />
      <RollCalls {...props} listHref={listHref} />
    </>
  )
}

/** Fewer than this say nothing of a topic. */
const leastVotes = 5
const mostTopics = 20

function Topics({ w, language, found, window, ...view }: FoundProps) {
  const topics = found.byTopic.filter(({ n }) => n >= leastVotes)
  if (topics.length === 0) return null
  return (
    <Section title={w('topics_apart')} id="topics">
      <p className="quiet">{w('topics_note', { least: leastVotes, most: mostTopics })}</p>
      <Table
        caption={w('topics_apart')}
        captionHidden
        columns={[
          { key: 'topic', label: w('f_topic'), heading: true },
          { key: 'agreement', label: w('agreement_of'), numeric: true },
          { key: 'n', label: w('votes_shared'), numeric: true },
        ]}
        rows={topics.slice(0, mostTopics).map(({ topic, agreement, n }) => ({
          key: topic,
          cells: {
            topic: (
              <a
                href={at(
                  compareAddress,
                  { ...window, topic },
                  ownQuery({ ...view, w, language, found, window }),
                )}
              >
                {topicName(w, topic)}
              </a>
            ),
            agreement: decimals(agreement, language),
            n: whole(n, language),
          },
        }))}
      />
    </Section>
  )
}

function WithGroup({
  w,
  language,
  beside,
  names,
  listHref,
}: FoundProps & { listHref: (show: List) => string }) {
  if (!beside) return null
  const row = (name: string, of: readonly Beside[], list: List) => {
    const apart = of.filter((one) => one.own !== one.group)
    const opposite = of.filter((one) => Math.abs(one.own - one.group) === 2)
    return {
      key: list,
      cells: {
        state: name,
        n: whole(of.length, language),
        alike: `${whole(of.length - apart.length, language)} (${decimals((100 * (of.length - apart.length)) / of.length, language, 0)} %)`,
        apart: <a href={listHref(list)}>{whole(apart.length, language)}</a>,
        opposite: whole(opposite.length, language),
      },
    }
  }
  return (
    <Section title={w('with_group', { group: beside.group.name })} id="with-group">
      <Table
        caption={w('with_group', { group: beside.group.name })}
        captionHidden
        columns={[
          { key: 'state', label: w('state'), heading: true },
          { key: 'n', label: w('majority_calls'), numeric: true },
          { key: 'alike', label: w('with_majority'), numeric: true },
          { key: 'apart', label: w('apart_majority'), numeric: true },
          { key: 'opposite', label: w('against_majority'), numeric: true },
        ]}
        rows={[row(names[0], beside.a, 'a-apart'), row(names[1], beside.b, 'b-apart')]}
      />
      <p className="quiet">{w('majority_note')}</p>
    </Section>
  )
}

const pageSize = 50

function RollCalls(props: FoundProps & { listHref: (show: List) => string }) {
  const { w, language, calls, listed, list, names, visit, window } = props
  const asked = Number(visit.url.searchParams.get('page') ?? 1)
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const now = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1
  const pageHref = (to: number) =>
    at(compareAddress, window, { ...ownQuery(props), page: String(to) }) + '#roll-calls'
  return (
    <Section
      title={w(`list_${list.replace('-', '_') as 'all'}`, { a: names[0], b: names[1] })}
      id="roll-calls"
    >
      {listed.length === 0 ? <p className="quiet">{w('none')}</p> : null}
      {listed.length > 0 ? (
        <Table
          caption={w('roll_calls')}
          captionHidden
          columns={[
            { key: 'title', label: w('roll_call'), heading: true },
            { key: 'day', label: w('day'), nowrap: true },
            { key: 'a', label: names[0] },
            { key: 'b', label: names[1] },
          ]}
          rows={listed.slice((now - 1) * pageSize, now * pageSize).map(({ call, a, b }) => {
            const of = calls[call]
            return {
              key: of?.id ?? String(call),
              cells: {
                title: (
                  <a href={rollCallAddress(of?.id ?? '')}>
                    {[of?.symbol, of?.title].filter(Boolean).join(' · ') || of?.key}
                  </a>
                ),
                day: formatDate(of?.day ?? '', language),
                a: castWord(w, a),
                b: castWord(w, b),
              },
            }
          })}
        />
      ) : null}
      {pages > 1 ? (
        <p>
          {now > 1 ? <a href={pageHref(now - 1)}>{w('later')}</a> : null} {w('page_of', { now, pages })}{' '}
          {now < pages ? <a href={pageHref(now + 1)}>{w('earlier')}</a> : null}
        </p>
      ) : null}
    </Section>
  )
}

const csv = csvRoute(`${compareAddress}.csv`, async (visit, tx) => {
  const { a, b, calls, listed, w } = await viewComparison(visit, tx)
  return {
    name: `${a?.code ?? ''}-${b?.code ?? ''}`,
    columns: ['key', 'symbol', 'day', 'session', 'title', a?.code ?? 'a', b?.code ?? 'b'],
    rows: listed.flatMap((vote) => {
      const call = calls[vote.call]
      return call
        ? [
            [
              call.key,
              call.symbol,
              call.day,
              call.session,
              call.title,
              castWord(w, vote.a),
              castWord(w, vote.b),
            ],
          ]
        : []
    }),
  }
})

/** Two states beside each other: how alike, where they part, on which roll calls. */
export const compareRoutes = [page, csv]
