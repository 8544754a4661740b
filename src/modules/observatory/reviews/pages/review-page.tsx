import { type Polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import type { Tx } from '#platform/records'
import {
  Button,
  Details,
  EmptyState,
  FactList,
  LinkButton,
  Section,
  Select,
  Table,
  Tabs,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { stateAddress } from '../../states/addresses.ts'
import { countCases } from '../../states/read-our-work.ts'
import { currentFiles } from '../../sources/read-sources.ts'
import { recommendationAddress, reviewAddress, reviewsAddress } from '../addresses.ts'
import { nextSession, submissionDeadline, today } from '../calendar.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import { readPledges } from '../queries/read-recommendations.ts'
import { type ReviewView, countBy, filterOf, readReview, stateAsked } from './review-query.ts'
import {
  FromFiles,
  actionName,
  compilerName,
  responseName,
  senderNames,
  sessionName,
  share,
} from './words-of-rows.tsx'

/** Above this a page is no longer read: filters and files to take away are there for more. */
const mostRows = 600

/** The tabs of the review of a state. */
export const reviewTabs = (code: string, here: 'prepare' | 'cycles' | 'live', tx: Tx, w: ReviewWords) => (
  <Tabs
    label={w('views')}
    tabs={[
      { href: reviewAddress(code), label: w('prepare'), current: here === 'prepare' },
      { href: `${reviewAddress(code)}/cycles`, label: w('cycles'), current: here === 'cycles' },
      ...(can(tx.actor, 'write')
        ? [{ href: `${reviewAddress(code)}/live`, label: w('live'), current: here === 'live' }]
        : []),
    ]}
  />
)

/** Preparing the review of a state: when it is, what it was told the last time, what repeats, what we have. */
export const reviewPage = route({
  method: 'get',
  path: `${reviewsAddress}/:code`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const state = stateAsked(visit)
      const view = await readReview(tx, visit, state.code)
      const files = (await currentFiles(tx)).filter(({ id }) =>
        view.reviews.some(
          ({ fileId, session }) => fileId === id && Number(session) <= Number(view.review?.session),
        ),
      )
      const name = polityName(state.code, language)
      return workspacePage(visit, {
        title: w('review_of', { state: name }),
        breadcrumbs: [{ href: reviewsAddress, label: w('reviews') }],
        actions: view.review && can(tx.actor, 'export') ? <Pack {...{ view, state, visit, w }} /> : null,
        children: (
          <>
            {reviewTabs(state.code, 'prepare', tx, w)}
            <Facts {...{ state, view, visit, w }} cases={await ourCases(tx, state)} />
            {view.review === null ? (
              <EmptyState title={w('none_of_state', { state: name })}>
                <p>{w('none_here_text')}</p>
              </EmptyState>
            ) : (
              <Section title={w('told_in', { session: sessionName(view.review, w) })} id="recommendations">
                <Filters {...{ view, visit, state, w }} />
                <RecommendationTable {...{ view, visit, w }} />
                <p className="quiet">{w('method_repeat')}</p>
                <FromFiles {...{ files, language, w }} />
              </Section>
            )}
            <Pledges pledges={await readPledges(tx, state.code)} w={w} />
          </>
        ),
      })
    }),
})

async function ourCases(tx: Tx, { country }: Polity): Promise<number> {
  return country === null ? 0 : ((await countCases(tx)).get(country) ?? 0)
}

/** What is taken away is what is shown: the filter goes along. */
function Pack(props: {
  readonly view: ReviewView
  readonly state: Polity
  readonly visit: Visit
  readonly w: ReviewWords
}) {
  const { view, state, visit, w } = props
  const asked = new URLSearchParams(visit.url.searchParams)
  asked.set('session', view.review?.session ?? '')
  return (
    <>
      {(['docx', 'pdf', 'csv', 'json'] as const).map((format) => (
        <LinkButton key={format} href={`${reviewAddress(state.code)}/pack.${format}?${asked}`} download>
          {w(`pack_${format}`)}
        </LinkButton>
      ))}
    </>
  )
}

function Facts(props: {
  readonly state: Polity
  readonly view: ReviewView
  readonly visit: Visit
  readonly cases: number
  readonly w: ReviewWords
}) {
  const { state, view, visit, cases, w } = props
  const { language } = visit
  const next = nextSession(state.code, today())
  const deadline = next ? submissionDeadline(next) : null
  const { review } = view
  return (
    <FactList
      facts={[
        {
          label: w('next_review'),
          value: next
            ? `${w('session_n', { session: next.session })}, ${formatDate(next.start, language)} – ${formatDate(next.end, language)}`
            : w('next_unknown'),
        },
        ...(deadline
          ? [
              {
                label: w('deadline'),
                value: `${formatDate(deadline.day, language)}${deadline.estimated ? ` (${w('estimated')})` : ''}`,
              },
            ]
          : []),
        ...(view.reviews.length > 0
          ? [
              {
                label: w('reviews_here'),
                value: (
                  <ul className="list">
                    {view.reviews.toReversed().map((one) => (
                      <li key={one.session}>
                        <a
                          href={`${reviewAddress(state.code)}?session=${one.session}`}
                          aria-current={one.session === review?.session ? 'true' : undefined}
                        >
                          {sessionName(one, w)}
                        </a>
                        {': '}
                        {w('counted', {
                          total: one.total,
                          supported: share(one.supported, one.supported + one.noted + one.notSupported),
                        })}{' '}
                        <span className="quiet">{compilerName(one.dataset, language)}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        {
          label: w('we_have'),
          value:
            cases > 0 ? (
              <a href={`/workspace/records/case?country=${state.country}`}>{w('cases', { count: cases })}</a>
            ) : (
              w('cases', { count: 0 })
            ),
        },
        { label: w('state'), value: <a href={stateAddress(state.code)}>{w('to_state')}</a> },
      ]}
    />
  )
}

function Filters(props: {
  readonly view: ReviewView
  readonly visit: Visit
  readonly state: Polity
  readonly w: ReviewWords
}) {
  const { view, visit, state, w } = props
  const { language, url } = visit
  const filter = filterOf(visit)
  const issues = countBy(view.all, ({ issues: own }) => own)
  const senders = countBy(view.all, ({ senders: own }) => own)
  const told = view.all.some(({ action }) => action !== null)
  const option = (value: string, text: string, n: number) => ({ value, label: `${text} (${n})` })
  return (
    <form method="get" action={reviewAddress(state.code)} className="filters">
      <input type="hidden" name="session" value={view.review?.session ?? ''} />
      {url.searchParams.get('source') ? (
        <input type="hidden" name="source" value={url.searchParams.get('source') ?? ''} />
      ) : null}
      <Select
        id="issue"
        name="issue"
        label={w('issue')}
        empty={w('any')}
        value={filter.issue}
        options={issues.map(([one, n]) => option(one, one, n))}
      />
      <Select
        id="sender"
        name="sender"
        label={w('sender')}
        empty={w('any')}
        value={filter.sender}
        options={senders
          .map(([code, n]) => option(code, polityName(code, language), n))
          .toSorted((a, b) => a.label.localeCompare(b.label, language))}
      />
      <Select
        id="response"
        name="response"
        label={w('response')}
        empty={w('any')}
        value={filter.response}
        options={(['supported', 'noted', 'not_supported', 'pending'] as const).map((one) => ({
          value: one,
          label: responseName(one, w),
        }))}
      />
      {told ? (
        <Select
          id="action"
          name="action"
          label={w('action')}
          empty={w('any')}
          value={filter.action}
          options={[1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: actionName(one, w) }))}
        />
      ) : null}
      <Select
        id="repeated"
        name="repeated"
        label={w('repeated')}
        empty={w('any')}
        value={filter.repeated ? '1' : ''}
        options={[{ value: '1', label: `${w('only_repeated')} (${view.repeats.size})` }]}
      />
      <TextInput id="q" name="q" label={w('words')} value={filter.words} />
      <Button>{w('show')}</Button>
    </form>
  )
}

function RecommendationTable({
  view,
  visit,
  w,
}: {
  readonly view: ReviewView
  readonly visit: Visit
  readonly w: ReviewWords
}) {
  const { language } = visit
  const told = view.all.some(({ action }) => action !== null)
  const rows = view.shown.slice(0, mostRows)
  return (
    <>
      <p>{w('shown_of', { shown: view.shown.length, total: view.all.length })}</p>
      <Table
        caption={w('recommendations')}
        captionHidden
        columns={[
          { key: 'text', label: w('recommendation') },
          { key: 'sender', label: w('sender') },
          { key: 'response', label: w('response') },
          ...(told ? [{ key: 'action', label: w('action') }] : []),
          { key: 'issues', label: w('issue') },
          { key: 'repeated', label: w('repeated_from'), nowrap: true },
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          cells: {
            text: (
              <a href={recommendationAddress(row.key)} lang={row.language} dir="auto">
                {[row.number, row.text].filter(Boolean).join(' ')}
              </a>
            ),
            sender: senderNames(row, language),
            response: responseName(row.response, w),
            action: actionName(row.action, w),
            issues: row.issues.join(', '),
            repeated: (view.repeats.get(row.key) ?? []).map(({ earlier, likeness }) => (
              <div key={earlier.key}>
                <a href={recommendationAddress(earlier.key)}>
                  {w('like_short', {
                    session: earlier.session,
                    share: Math.round(likeness * 100),
                  })}
                </a>
              </div>
            )),
          },
        }))}
      />
      {view.shown.length > rows.length ? <p className="quiet">{w('most', { count: mostRows })}</p> : null}
    </>
  )
}

function Pledges({
  pledges,
  w,
}: {
  readonly pledges: Awaited<ReturnType<typeof readPledges>>
  readonly w: ReviewWords
}) {
  if (pledges.length === 0) return null
  return (
    <Section title={w('pledges')} id="pledges">
      <Details summary={w('pledges_count', { count: pledges.length })}>
        <ul className="list">
          {pledges.map((one) => (
            <li key={one.key}>
              <a href={recommendationAddress(one.key)} lang={one.language} dir="auto">
                {one.text}
              </a>{' '}
              <span className="quiet">{sessionName(one, w)}</span>
            </li>
          ))}
        </ul>
      </Details>
    </Section>
  )
}
