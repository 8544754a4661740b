import { type Visit, route } from '#platform/http'
import type { Language } from '#platform/i18n'
import { Button, Line, Section, Select, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { readCounting, writeCounting } from '../list-question.ts'
import { type DetentionWords, detentionWords } from '../messages.ts'
import type { Counting } from '../queries/counting.ts'
import {
  type MonthCount,
  type Move,
  countMonths,
  lastDayOf,
  monthsBetween,
  readMoves,
} from '../queries/moves.ts'
import { readPrisoners } from '../queries/prisoners.ts'
import { CountingBoxes, ListTabs, listPath } from './list-page.tsx'
import { Method, causeInWords, countryInWords, statusInWords } from './prisoner-words.tsx'

const isMonth = (text: string): boolean => /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** The day before one. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const monthInWords = (month: string, language: Language): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })

/** The months asked for; the last twelve unless told, null where they cannot be. */
function readRange(search: URLSearchParams): { readonly from: string; readonly to: string } | null {
  const to = search.get('to')?.trim() || today().slice(0, 7)
  if (!isMonth(to)) return null
  const year = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)) - 12, 1))
  const from = search.get('from')?.trim() || year.toISOString().slice(0, 7)
  return isMonth(from) && from <= to && monthsBetween(from, to).length <= 120 ? { from, to } : null
}

/** Who came in and who went out, month by month, by what, and how many that left on the list. */
export const monthsRoute = route({
  method: 'get',
  path: `${listPath}/months`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = detentionWords(language)
      const range = readRange(url.searchParams)
      const counting = readCounting(url.searchParams)
      const country = url.searchParams.get('country') || undefined
      const scope = country ? { country } : {}
      const codes = await tx.sql
        .selectFrom('record_key')
        .select('key')
        .distinct()
        .where('org_id', '=', tx.actor.orgId)
        .where('type', '=', 'detention')
        .where('field', '=', 'country')
        .orderBy('key')
        .execute()
      const asking = (
        <form action={`${listPath}/months`} method="get">
          <Line>
            {(['from', 'to'] as const).map((name) => (
              <TextInput
                key={name}
                id={`${name}-month`}
                name={name}
                label={w(`${name}_month`)}
                hint={w('month_hint')}
                value={range?.[name] ?? url.searchParams.get(name) ?? ''}
                error={range || name === 'to' ? undefined : w('month_wrong')}
                short
                autoComplete="off"
                maxLength={7}
              />
            ))}
          </Line>
          <Select
            id="country"
            name="country"
            label={w('country')}
            empty={w('any_country')}
            value={country}
            options={codes.map(({ key }) => ({
              value: key.toUpperCase(),
              label: countryInWords(tx, key.toUpperCase(), language),
            }))}
          />
          <CountingBoxes counting={counting} w={w} />
          <p>
            <Button>{w('show')}</Button>
          </p>
        </form>
      )
      const page = (status: number, counted: React.ReactNode) =>
        workspacePage(visit, {
          title: w('months_title'),
          lede: w('lede'),
          status,
          breadcrumbs: [{ href: listPath, label: w('title') }],
          children: (
            <>
              <ListTabs current="months" question={{ counting }} w={w} />
              {asking}
              {counted}
              <Section id="method" title={w('method')}>
                <Method counting={counting} w={w} months />
              </Section>
            </>
          ),
        })
      if (!range) return page(422, null)
      const first = `${range.from}-01`
      const before = (await readPrisoners(tx, dayBefore(first), counting, scope)).filter(
        ({ set }) => set === 'list',
      )
      const moves = await readMoves(tx, first, lastDayOf(range.to), counting, scope)
      const months = monthsBetween(range.from, range.to)
      const counts = countMonths(
        months,
        { lower: before.filter(({ certain }) => certain).length, upper: before.length },
        moves,
      )
      const causes = (of: readonly Move[]) => causesInWords({ of, visit, w, say: (m) => sayMove(m) })
      const sayMove = (move: Move) =>
        [
          move.way === 'out' ? statusInWords(move.status, language, w) : '',
          causeInWords(tx, move.cause, language),
        ]
          .filter(Boolean)
          .join(': ') || statusInWords(move.status, language, w)
      const same = months.every((month) => {
        const count = counts.get(month)
        return JSON.stringify(count?.lower) === JSON.stringify(count?.upper)
      })
      const lines = same ? (['lower'] as const) : (['lower', 'upper'] as const)
      const title = (line: Move['line']) =>
        w(same ? 'same_count' : line === 'lower' ? 'certain_count' : 'possible_count')
      return page(
        200,
        lines.map((line) => (
          <Section key={line} id={line} title={title(line)}>
            <Table
              caption={title(line)}
              captionHidden
              columns={[
                { key: 'month', label: w('month'), heading: true, nowrap: true },
                { key: 'in', label: w('in') },
                { key: 'out', label: w('out') },
                { key: 'list', label: w('on_list'), numeric: true },
              ]}
              rows={months.toReversed().map((month) => {
                const count = counts.get(month)?.[line] ?? ({ in: 0, out: 0, list: 0 } satisfies MonthCount)
                const number = (way: Move['way']) =>
                  count[way] === 0 ? (
                    '0'
                  ) : (
                    <>
                      <a href={movesLink({ month, way, line, counting, country })}>
                        {count[way].toLocaleString(language)}
                      </a>{' '}
                      <span className="quiet">
                        {causes(
                          moves.filter(
                            (one) => one.line === line && one.way === way && one.day.startsWith(month),
                          ),
                        )}
                      </span>
                    </>
                  )
                return {
                  key: month,
                  cells: {
                    month: monthInWords(month, language),
                    in: number('in'),
                    out: number('out'),
                    list: (
                      <a
                        href={`${listPath}?${new URLSearchParams([
                          ['at', lastDayOf(month)],
                          ['count', line],
                          ...writeCounting(counting),
                          ...(country ? [['country', country] satisfies [string, string]] : []),
                        ])}`}
                      >
                        {count.list.toLocaleString(language)}
                      </a>
                    ),
                  },
                }
              })}
            />
          </Section>
        )),
      )
    }),
})

function causesInWords(given: {
  readonly of: readonly Move[]
  readonly visit: Visit
  readonly w: DetentionWords
  readonly say: (move: Move) => string
}): string {
  const counts = new Map<string, number>()
  for (const move of given.of) counts.set(given.say(move), (counts.get(given.say(move)) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => `${text} ${count.toLocaleString(given.visit.language)}`)
    .join(' · ')
}

const movesLink = (at: {
  readonly month: string
  readonly way: Move['way']
  readonly line: Move['line']
  readonly counting: Counting
  readonly country: string | undefined
}): string =>
  `${listPath}/moves?${new URLSearchParams([
    ['month', at.month],
    ['way', at.way],
    ['count', at.line],
    ...writeCounting(at.counting),
    ...(at.country ? [['country', at.country] satisfies [string, string]] : []),
  ])}`

/** The rows of one number of the months: who came in, or went out. */
export const movesRoute = route({
  method: 'get',
  path: `${listPath}/moves`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = detentionWords(language)
      const asked = url.searchParams.get('month') ?? ''
      const month = isMonth(asked) ? asked : today().slice(0, 7)
      const way = url.searchParams.get('way') === 'out' ? 'out' : 'in'
      const line = url.searchParams.get('count') === 'upper' ? 'upper' : 'lower'
      const counting = readCounting(url.searchParams)
      const country = url.searchParams.get('country') || undefined
      const moves = (
        await readMoves(tx, `${month}-01`, lastDayOf(month), counting, country ? { country } : {})
      ).filter((one) => one.way === way && one.line === line)
      const back = new URLSearchParams([
        ...writeCounting(counting),
        ...(country ? [['country', country] satisfies [string, string]] : []),
      ])
      return workspacePage(visit, {
        title: `${w(`moves_title_${way}`)}: ${monthInWords(month, language)}`,
        lede: w(line === 'lower' ? 'certain_count' : 'possible_count'),
        breadcrumbs: [
          { href: listPath, label: w('title') },
          { href: `${listPath}/months?${back}`, label: w('months_title') },
        ],
        children: (
          <>
            <Table
              caption={w('counted', { count: moves.length })}
              columns={[
                { key: 'person', label: w('person'), heading: true },
                { key: 'day', label: w('day'), nowrap: true },
                { key: 'status', label: w('became') },
                { key: 'cause', label: w('cause') },
                { key: 'country', label: w('country') },
                { key: 'detention', label: w('detention') },
              ]}
              rows={moves.map((one) => ({
                key: `${one.person} ${one.day}`,
                cells: {
                  person: (
                    <a href={`/workspace/record/${one.name === null ? one.detention : one.person}`}>
                      <bdi>{one.name ?? w('name_hidden')}</bdi>
                    </a>
                  ),
                  day: new Date(`${one.day}T12:00:00Z`).toLocaleDateString(language, {
                    dateStyle: 'long',
                    timeZone: 'UTC',
                  }),
                  status: statusInWords(one.status, language, w),
                  cause: causeInWords(tx, one.cause, language),
                  country: one.country === null ? '' : countryInWords(tx, one.country, language),
                  detention: <a href={`/workspace/record/${one.detention}`}>{w('open')}</a>,
                },
              }))}
            />
            <Section id="method" title={w('method')}>
              <Method counting={counting} w={w} months />
            </Section>
          </>
        ),
      })
    }),
})
