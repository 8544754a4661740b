import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Details, EmptyState, LinkButton, Section, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { type WorkWords, workWords } from '../messages.ts'
import { type AwaitedAnswer, readAwaited } from '../work.ts'
import { counterpartLabels } from '../words-of-steps.ts'
import { daysBetween } from './due-words.tsx'
import { AnswerForm, colleagueName } from './task-table.tsx'

const most = 200

/** Asked, unanswered: by age, or by whom it was asked of. */
const answersRoute = route({
  method: 'get',
  path: '/workspace/answers',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = workWords(language)
      const by = url.searchParams.get('by') === 'addressee' ? 'addressee' : 'age'
      const whose = url.searchParams.get('whose') === 'all' ? 'all' : 'mine'
      const rows = await readAwaited(tx, {
        ...(whose === 'mine' && { ownerId: tx.actor.accountId }),
        limit: most,
      })
      const link = (name: string, value: string) =>
        `/workspace/answers?${new URLSearchParams({ by, whose, [name]: value })}`
      const groups = [...Map.groupBy(rows, (row) => row.addressee ?? '')].sort(
        ([, a], [, b]) => b.length - a.length,
      )
      return workspacePage(visit, {
        title: w('answers'),
        lede: w('answers_lede'),
        actions: can(tx.actor, 'write') ? (
          <LinkButton href="/workspace/steps/new" kind="primary">
            {w('log')}
          </LinkButton>
        ) : null,
        children: (
          <>
            <Tabs
              label={w('whose')}
              tabs={[
                { href: link('whose', 'mine'), label: w('mine'), current: whose === 'mine' },
                { href: link('whose', 'all'), label: w('everyone'), current: whose === 'all' },
              ]}
            />
            <Tabs
              label={w('answers')}
              tabs={[
                { href: link('by', 'age'), label: w('by_age'), current: by === 'age' },
                { href: link('by', 'addressee'), label: w('by_addressee'), current: by === 'addressee' },
              ]}
            />
            {rows.length === 0 ? (
              <EmptyState title={w('no_answers')}>{w('no_answers_text')}</EmptyState>
            ) : by === 'age' ? (
              <AnswerTable {...{ visit, tx, rows, w }} caption={w('answers')} />
            ) : (
              groups.map(([code, own]) => (
                <Section key={code} title={`${addresseeWords(code, visit, w)} (${own.length})`}>
                  <AnswerTable {...{ visit, tx, w }} rows={own} caption={addresseeWords(code, visit, w)} />
                </Section>
              ))
            )}
            {rows.length === most ? <p className="quiet">{w('most', { count: most })}</p> : null}
          </>
        ),
      })
    }),
})

const addresseeWords = (code: string | null, visit: Visit, w: WorkWords): string =>
  code !== null && code in counterpartLabels
    ? label(counterpartLabels[code as keyof typeof counterpartLabels], visit.language)
    : w('unknown_addressee')

function AnswerTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly rows: readonly AwaitedAnswer[]
  readonly caption: string
  readonly w: WorkWords
}) {
  const { visit, tx, rows, caption, w } = props
  const now = today()
  const mayWrite = can(tx.actor, 'write')
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'asked', label: w('asked'), heading: true },
        { key: 'since', label: w('since'), nowrap: true },
        { key: 'with', label: w('with') },
        { key: 'case', label: w('case') },
        { key: 'by', label: w('expected'), nowrap: true },
        { key: 'owner', label: w('whose') },
        ...(mayWrite ? [{ key: 'answer', label: w('answer') }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          asked: (
            <a href={`/workspace/record/${row.id}`} dir="auto">
              {row.asked?.slice(0, 180) ?? row.title}
            </a>
          ),
          since: (
            <time dateTime={row.since}>
              {dayInWords(row.since, visit.language)} ·{' '}
              {w('days_ago', { days: Math.max(0, daysBetween(row.since, now)) })}
            </time>
          ),
          with: <bdi>{[addresseeWords(row.addressee, visit, w), row.who].filter(Boolean).join(': ')}</bdi>,
          case: row.caseId ? (
            <a href={`/workspace/case/${row.caseId}`} dir="auto">
              {row.caseTitle}
            </a>
          ) : (
            ''
          ),
          by: row.by ? (
            <>
              {dayInWords(row.by, visit.language)}
              {row.by < now ? <b> · {w('late_by', { days: daysBetween(row.by, now) })}</b> : null}
            </>
          ) : (
            ''
          ),
          owner: <bdi>{colleagueName(tx, visit, row.ownerId)}</bdi>,
          answer: (
            <Details summary={w('note_answer')}>
              <AnswerForm {...{ visit }} step={row} back={`${visit.url.pathname}${visit.url.search}`} />
            </Details>
          ),
        },
      }))}
    />
  )
}

export const answersRoutes = [answersRoute]
