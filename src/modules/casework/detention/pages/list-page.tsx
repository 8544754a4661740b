import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { fourEyes } from '#platform/approvals'
import { type Visit, route } from '#platform/http'
import {
  Button,
  Checkboxes,
  Columns,
  EmptyState,
  Facets,
  Figures,
  LinkButton,
  Notice,
  Pager,
  Section,
  Stamp,
  Table,
  Tabs,
  Tag,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import {
  type ListQuestion,
  type ShownCount,
  countBy,
  dimensions,
  isAmong,
  isIn,
  pairOf,
  readQuestion,
  writeCounting,
  writeQuestion,
} from '../list-question.ts'
import { type DetentionWords, detentionWords } from '../messages.ts'
import { type Prisoner, readPrisonerList } from '../queries/prisoners.ts'
import {
  Method,
  type Saying,
  countryInWords,
  daysInWords,
  keyInWords,
  pairInShort,
  pairInWords,
  readTitles,
  recognitionInWords,
  sinceInWords,
  statusInWords,
} from './prisoner-words.tsx'

export const listPath = '/workspace/prisoners'
const pageSize = 100

/** Who is in prison on a day, with what was counted, by which rule, and the rows of every number. */
export const prisonersRoute = route({
  method: 'get',
  path: listPath,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = detentionWords(language)
      const { question, wrongDay } = readQuestion(url.searchParams, today())
      const { prisoners: all, contradictions: broken } = await readPrisonerList(
        tx,
        question.day,
        question.counting,
      )
      const shown = all.filter((one) => isIn(one, question.show) && isAmong(one, question))
      const from = Math.max(0, Math.min(Number(url.searchParams.get('from')) || 0, shown.length - 1))
      const rows = shown.slice(from, from + pageSize)
      const titles = await readTitles(tx, [
        ...all.flatMap(({ place, charges }) => (place ? [place, ...charges] : charges)),
      ])
      const saying: Saying = { tx, language, w, titles }
      const among = all.filter((one) => isAmong(one, question))
      const link = (changes: Partial<ListQuestion>) =>
        `${listPath}?${writeQuestion({ ...question, ...changes })}`
      const here = writeQuestion(question)
      return workspacePage(visit, {
        title: w('title_at', { day: dayInWords(question.day, language) }),
        lede: w('lede'),
        status: wrongDay === null ? 200 : 422,
        fictitious: isAllFiction(rows),
        actions: (
          <>
            <LinkButton href={`${listPath}/sheet?${here}`}>{w('sheet')}</LinkButton>
            {can(tx.actor, 'export') ? (
              <LinkButton href={`${listPath}/file?${here}`}>{w('file')}</LinkButton>
            ) : null}
            {can(tx.actor, 'write') ? (
              <LinkButton href="/workspace/records/detention/new" kind="primary">
                {w('add')}
              </LinkButton>
            ) : null}
          </>
        ),
        notices:
          broken.length === 0 ? null : (
            <Notice kind="warning" title={w('contradict')}>
              <p>{w('contradict_text')}</p>
              <ul>
                {broken.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`/workspace/record/${id}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </Notice>
          ),
        children: (
          <>
            <ListTabs current="list" question={question} w={w} />
            <Asking {...{ question, w, wrongDay }} />
            <Totals {...{ visit, question, among, w, link }} />
            <Columns
              asideAt="start"
              aside={<Narrowing {...{ all, question, saying, link }} />}
              main={
                <>
                  {shown.length === 0 ? (
                    <EmptyState title={w('nobody')}>{w('nobody_text')}</EmptyState>
                  ) : (
                    <>
                      <PrisonerTable {...{ rows, saying, question, total: shown.length }} />
                      <Pager
                        label={w('pages')}
                        summary={w('counted', { count: shown.length })}
                        first={from > 0 ? { href: link({}), label: w('first') } : undefined}
                        next={
                          from + pageSize < shown.length
                            ? { href: `${link({})}&from=${from + pageSize}`, label: w('next') }
                            : undefined
                        }
                      />
                    </>
                  )}
                  <Section id="method" title={w('method')}>
                    <Method counting={question.counting} w={w} />
                    {can(tx.actor, 'export') && (await fourEyes(tx)) ? (
                      <p className="quiet">{w('file_open')}</p>
                    ) : null}
                  </Section>
                </>
              }
            />
          </>
        ),
      })
    }),
})

/** Whether one stamp on the page does for every row. */
export const isAllFiction = (rows: readonly Prisoner[]): boolean =>
  rows.length > 0 && rows.every(({ fictitious }) => fictitious)

/** The list, and its changes. */
export function ListTabs({
  current,
  question,
  w,
}: {
  readonly current: 'list' | 'months'
  readonly question: Pick<ListQuestion, 'counting'>
  readonly w: DetentionWords
}) {
  const counting = new URLSearchParams(writeCounting(question.counting)).toString()
  return (
    <Tabs
      label={w('tabs')}
      tabs={[
        { href: `${listPath}?${counting}`, label: w('tab_list'), current: current === 'list' },
        { href: `${listPath}/months?${counting}`, label: w('tab_months'), current: current === 'months' },
      ]}
    />
  )
}

/** What is counted with prison, as two boxes to tick. */
export function CountingBoxes({
  counting,
  w,
}: {
  readonly counting: ListQuestion['counting']
  readonly w: DetentionWords
}) {
  return (
    <Checkboxes
      id="counting"
      name="with"
      label={w('with')}
      values={writeCounting(counting).map(([, value]) => value)}
      options={[
        { value: 'house', label: w('with_house') },
        { value: 'conditional', label: w('with_conditional') },
      ]}
    />
  )
}

function Asking(props: {
  readonly question: ListQuestion
  readonly w: DetentionWords
  readonly wrongDay: string | null
}) {
  const { question, w, wrongDay } = props
  return (
    <form action={listPath} method="get">
      {Object.entries(question.filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="count" value={question.show} />
      <TextInput
        id="at"
        name="at"
        label={w('at')}
        hint={w('at_hint')}
        value={wrongDay ?? question.day}
        error={wrongDay === null ? undefined : w('at_wrong')}
        short
        autoComplete="off"
        maxLength={10}
      />
      <CountingBoxes counting={question.counting} w={w} />
      <p>
        <Button>{w('show')}</Button>
      </p>
    </form>
  )
}

function Totals(props: {
  readonly visit: Visit
  readonly question: ListQuestion
  readonly among: readonly Prisoner[]
  readonly w: DetentionWords
  readonly link: (changes: Partial<ListQuestion>) => string
}) {
  const { visit, question, among, w, link } = props
  const { language } = visit
  const list = pairOf(among, 'list')
  const figure = (show: ShownCount, value: string) => ({
    label: w(`fig_${show}`),
    value,
    href: link({ show }),
  })
  return (
    <Figures
      figures={[
        figure('lower', list.least.toLocaleString(language)),
        figure('upper', list.most.toLocaleString(language)),
        ...(question.counting.withHouse
          ? []
          : [figure('house_arrest', pairInWords(pairOf(among, 'house_arrest'), language, w))]),
        ...(question.counting.withConditional
          ? []
          : [figure('conditional', pairInWords(pairOf(among, 'conditional'), language, w))]),
      ]}
    />
  )
}

const mostShown = 30

function Narrowing(props: {
  readonly all: readonly Prisoner[]
  readonly question: ListQuestion
  readonly saying: Saying
  readonly link: (changes: Partial<ListQuestion>) => string
}) {
  const { all, question, saying, link } = props
  const { w, language } = saying
  return (
    <Facets
      label={w('filters')}
      labels={{ remove: w('remove') }}
      groups={dimensions.flatMap((dimension) => {
        const values = countBy(all, dimension, question)
        if (values.length === 0) return []
        const { [dimension]: chosen, ...others } = question.filters
        return [
          {
            label: w(`by_${dimension}`),
            values: values.slice(0, mostShown).map(({ key, ...pair }) => ({
              label: keyInWords(dimension, key, saying),
              href: link({ filters: key === chosen ? others : { ...others, [dimension]: key } }),
              count:
                question.show === 'lower' ? pair.least.toLocaleString(language) : pairInShort(pair, language),
              chosen: key === chosen,
            })),
          },
        ]
      })}
    />
  )
}

/** The rows of a list; `plain`: for paper, without links. */
export function PrisonerTable(props: {
  readonly rows: readonly Prisoner[]
  readonly saying: Saying
  readonly question: ListQuestion
  readonly total: number
  readonly plain?: boolean
}) {
  const { rows, saying, question, total, plain = false } = props
  const { w, tx, language, titles } = saying
  const to = (href: string, text: ReactNode): ReactNode =>
    plain ? (
      text
    ) : (
      <a href={href} dir="auto">
        {text}
      </a>
    )
  const allFiction = isAllFiction(rows)
  const apart = question.show === 'house_arrest' || question.show === 'conditional'
  return (
    <Table
      caption={w('counted', { count: total })}
      columns={[
        { key: 'person', label: w('person'), heading: true },
        { key: 'status', label: w('status') },
        { key: 'since', label: w('since') },
        { key: 'days', label: w(apart ? 'days_of' : 'days'), numeric: true },
        { key: 'country', label: w('country') },
        { key: 'charges', label: w('charges') },
        { key: 'place', label: w('place') },
        { key: 'decision', label: w('decision') },
      ]}
      rows={rows.map((one) => ({
        key: `${one.person} ${one.set}`,
        cells: {
          person: (
            <>
              {to(
                `/workspace/record/${one.name === null ? one.detention : one.person}`,
                <bdi>{one.name ?? w('name_hidden')}</bdi>,
              )}
              {one.certain ? null : (
                <>
                  {' '}
                  <Tag>{w('possibly')}</Tag>
                </>
              )}
              {one.fictitious && !allFiction ? (
                <>
                  {' '}
                  <Stamp>{w('fictitious')}</Stamp>
                </>
              ) : null}
            </>
          ),
          status: statusInWords(one.status, language, w),
          since: to(`/workspace/record/${one.detention}`, sinceInWords(one.since, language, w)),
          days: daysInWords(one.days, language, w),
          country: one.country === null ? '' : countryInWords(tx, one.country, language),
          charges: one.charges.flatMap((id) => titles.get(id) ?? []).join('; '),
          place: one.place === null ? '' : (titles.get(one.place) ?? ''),
          decision: recognitionInWords(one.recognition, language, w),
        },
      }))}
    />
  )
}
