import type { UprSession } from '#catalogue/mechanisms'
import { uprSessions } from '#catalogue/mechanisms'
import { polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route, stream } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { Button, Details, EmptyState, LinkButton, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { currentFiles } from '../../sources/read-sources.ts'
import { reviewAddress, reviewsAddress } from '../addresses.ts'
import { submissionDeadline, today } from '../calendar.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import { families } from '../queries/families.ts'
import { type ReviewCount, chosenReviews, readReviewCounts } from '../queries/read-reviews.ts'
import { FromFiles, share } from './words-of-rows.tsx'

/** What a state got in all sessions that are here. */
interface StateLine {
  readonly code: string
  readonly name: string
  readonly sessions: readonly string[]
  readonly total: number
  readonly supported: number
  readonly answered: number
  readonly specific: number
  readonly told: number
}

const sumUp = (reviews: readonly ReviewCount[], language: Language): readonly StateLine[] =>
  [...Map.groupBy(reviews, (one) => one.polity)]
    .map(([code, own]) => {
      const sum = (of: (one: ReviewCount) => number) => own.reduce((all, one) => all + of(one), 0)
      return {
        code,
        name: polityName(code, language),
        sessions: own.map(({ session }) => session),
        total: sum(({ total }) => total),
        supported: sum(({ supported }) => supported),
        answered: sum((one) => one.supported + one.noted + one.notSupported),
        specific: sum(({ actions }) => actions[4] ?? 0),
        told: sum(({ actions }) => actions.reduce((all, n) => all + n, 0)),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, language))

const familyAsked = (visit: Visit): string | undefined =>
  families.find(({ id }) => id === visit.url.searchParams.get('source'))?.id

async function linesOf(visit: Visit, tx: Tx) {
  const family = familyAsked(visit)
  const reviews = chosenReviews(await readReviewCounts(tx, { family }))
  return { reviews, lines: sumUp(reviews, visit.language) }
}

/** The calendar of reviews, and what each state was told in those that are here. */
export const reviewsPage = route({
  method: 'get',
  path: reviewsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const { reviews, lines } = await linesOf(visit, tx)
      const files = (await currentFiles(tx)).filter(({ id }) => reviews.some(({ fileId }) => fileId === id))
      const family = familyAsked(visit)
      return workspacePage(visit, {
        title: w('reviews'),
        lede: w('reviews_lede'),
        breadcrumbs: [{ href: '/workspace/observatory', label: w('observatory') }],
        actions: (
          <>
            <LinkButton href={`${reviewsAddress}/regimes`}>{w('regimes')}</LinkButton>
            {can(tx.actor, 'export') && lines.length > 0 ? (
              <LinkButton href={`${reviewsAddress}.csv${family ? `?source=${family}` : ''}`} download>
                {w('csv')}
              </LinkButton>
            ) : null}
          </>
        ),
        children: (
          <>
            <Calendar language={language} w={w} />
            <Section title={w('by_state')} id="states">
              <form method="get" action={reviewsAddress} className="row">
                <Select
                  id="source"
                  name="source"
                  label={w('source')}
                  empty={w('source_best')}
                  value={family ?? ''}
                  options={families.map((one) => ({ value: one.id, label: label(one.label, language) }))}
                />
                <Button>{w('show')}</Button>
              </form>
              {lines.length === 0 ? (
                <EmptyState title={w('none_here')}>
                  <p>{w('none_here_text')}</p>
                </EmptyState>
              ) : (
                <>
                  <StatesTable {...{ lines, w, language }} />
                  <p className="quiet">{w('method_share')}</p>
                  <FromFiles {...{ files, language, w }} />
                </>
              )}
            </Section>
          </>
        ),
      })
    }),
})

function StatesTable({
  lines,
  w,
  language,
}: {
  readonly lines: readonly StateLine[]
  readonly w: ReviewWords
  readonly language: Language
}) {
  return (
    <Table
      caption={w('by_state')}
      captionHidden
      columns={[
        { key: 'state', label: w('state'), heading: true },
        { key: 'sessions', label: w('sessions') },
        { key: 'total', label: w('recommendations'), numeric: true },
        { key: 'supported', label: w('supported_share'), numeric: true },
        { key: 'specific', label: w('specific_share'), numeric: true },
      ]}
      rows={lines.map((line) => ({
        key: line.code,
        cells: {
          state: <a href={reviewAddress(line.code)}>{line.name}</a>,
          sessions: line.sessions.map((session, at) => (
            <span key={session}>
              {at > 0 ? ', ' : ''}
              <a href={`${reviewAddress(line.code)}?session=${session}`}>{session}</a>
            </span>
          )),
          total: line.total.toLocaleString(language),
          supported: share(line.supported, line.answered),
          specific: share(line.specific, line.told),
        },
      }))}
    />
  )
}

/** Sessions that are coming, and those that were. */
function Calendar({ language, w }: { readonly language: Language; readonly w: ReviewWords }) {
  const now = today()
  const coming = uprSessions.filter(({ end }) => end >= now)
  const past = uprSessions.filter(({ end }) => end < now).toReversed()
  return (
    <Section title={w('calendar')} id="calendar">
      {coming.length === 0 ? (
        <p>{w('no_coming')}</p>
      ) : (
        <SessionTable {...{ language, w }} sessions={coming} caption={w('coming')} />
      )}
      <p className="quiet">{w('calendar_note')}</p>
      <Details summary={w('past')}>
        <SessionTable {...{ language, w }} sessions={past} caption={w('past')} />
      </Details>
    </Section>
  )
}

function SessionTable({
  sessions,
  caption,
  language,
  w,
}: {
  readonly sessions: readonly UprSession[]
  readonly caption: string
  readonly language: Language
  readonly w: ReviewWords
}) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'session', label: w('session'), heading: true },
        { key: 'when', label: w('when') },
        { key: 'deadline', label: w('deadline') },
        { key: 'states', label: w('states') },
      ]}
      rows={sessions.map((one) => {
        const deadline = submissionDeadline(one)
        return {
          key: String(one.session),
          cells: {
            session: `${one.session} · ${w('cycle_n', { cycle: one.cycle })}`,
            when: `${formatDate(one.start, language)} – ${formatDate(one.end, language)}`,
            deadline: `${formatDate(deadline.day, language)}${deadline.estimated ? ` (${w('estimated')})` : ''}`,
            states: one.states.map((code, at) => (
              <span key={code}>
                {at > 0 ? ', ' : ''}
                {polity(code) ? (
                  <a href={`${reviewAddress(code)}?session=${one.session}`}>{polityName(code, language)}</a>
                ) : (
                  code
                )}
              </span>
            )),
          },
        }
      })}
    />
  )
}

/** The numbers of the states as a table, a line for each state and session. */
export const reviewsCsv = route({
  method: 'get',
  path: `${reviewsAddress}.csv`,
  may: 'export',
  handle: async (visit) => {
    const w = reviewWords(visit.language)
    const { reviews, files } = await visit.within(async (tx) => {
      await writeLedger(tx, 'export.run', null, { observatory: 'reviews', format: 'csv' })
      return { ...(await linesOf(visit, tx)), files: await currentFiles(tx) }
    })
    const header = [
      w('code'),
      w('state'),
      w('session'),
      w('cycle'),
      w('year'),
      w('recommendations'),
      w('response_supported'),
      w('response_noted'),
      w('response_not_supported'),
      ...([1, 2, 3, 4, 5] as const).map((action) => w(`action_${action}`)),
      w('file'),
    ]
    const rows = reviews.map((one) => [
      one.polity,
      polityName(one.polity, visit.language),
      one.session,
      String(one.cycle ?? ''),
      String(one.year ?? ''),
      String(one.total),
      String(one.supported),
      String(one.noted),
      String(one.notSupported),
      ...[0, 1, 2, 3, 4].map((at) => String(one.actions[at] ?? '')),
      files.find(({ id }) => id === one.fileId)?.name ?? '',
    ])
    return stream(writeCsv(header, rows), 'reviews.csv', 'text/csv; charset=utf-8')
  },
})
