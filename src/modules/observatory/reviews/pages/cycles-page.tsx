import { polityName } from '#catalogue/polities'
import { route } from '#platform/http'
import { EmptyState, Section, Table } from '#web/components'
import { Bars } from '#web/charts'
import { workspacePage } from '#web/workspace'
import { currentFiles } from '../../sources/read-sources.ts'
import { reviewAddress, reviewsAddress } from '../addresses.ts'
import { reviewWords } from '../messages.ts'
import { readRecommendations } from '../queries/read-recommendations.ts'
import { chosenReviews, readReviewCounts } from '../queries/read-reviews.ts'
import { findRepeats } from '../repeats.ts'
import { reviewTabs } from './review-page.tsx'
import { countBy, stateAsked } from './review-query.ts'
import { FromFiles, compilerName, sessionName, share } from './words-of-rows.tsx'

/** The reviews of a state beside each other: how many, how answered, of which kind, about what, and what came back. */
export const cyclesPage = route({
  method: 'get',
  path: `${reviewsAddress}/:code/cycles`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const { code } = stateAsked(visit)
      const reviews = chosenReviews(await readReviewCounts(tx, { polity: code }))
      const rows = await readRecommendations(tx, code, reviews)
      const files = (await currentFiles(tx)).filter(({ id }) => reviews.some(({ fileId }) => fileId === id))
      const name = polityName(code, language)
      const of = (session: string) => rows.filter((row) => row.session === session)
      const repeated = new Map(
        reviews.map(({ session }) => [
          session,
          findRepeats(
            of(session),
            rows.filter((row) => Number(row.session) < Number(session)),
          ).size,
        ]),
      )
      const told = reviews.filter(({ actions }) => actions.length > 0)
      const compilers = [...Map.groupBy(reviews, ({ dataset }) => compilerName(dataset, language))]
      return workspacePage(visit, {
        title: w('cycles_of', { state: name }),
        breadcrumbs: [
          { href: reviewsAddress, label: w('reviews') },
          { href: reviewAddress(code), label: w('review_of', { state: name }) },
        ],
        children: (
          <>
            {reviewTabs(code, 'cycles', tx, w)}
            {reviews.length === 0 ? (
              <EmptyState title={w('none_of_state', { state: name })}>
                <p>{w('none_here_text')}</p>
              </EmptyState>
            ) : (
              <>
                <Section title={w('answers')} id="answers">
                  <Table
                    caption={w('answers')}
                    captionHidden
                    columns={[
                      { key: 'review', label: w('review'), heading: true },
                      { key: 'total', label: w('recommendations'), numeric: true },
                      { key: 'supported', label: w('response_supported'), numeric: true },
                      { key: 'noted', label: w('response_noted'), numeric: true },
                      { key: 'not', label: w('response_not_supported'), numeric: true },
                      { key: 'repeated', label: w('repeated'), numeric: true },
                      { key: 'source', label: w('source') },
                    ]}
                    rows={reviews.map((one) => {
                      const href = `${reviewAddress(code)}?session=${one.session}`
                      const linked = (n: number, query: string) =>
                        n === 0 ? '0' : <a href={`${href}&${query}`}>{n}</a>
                      return {
                        key: one.session,
                        cells: {
                          review: <a href={href}>{sessionName(one, w)}</a>,
                          total: one.total,
                          supported: linked(one.supported, 'response=supported'),
                          noted: linked(one.noted, 'response=noted'),
                          not: linked(one.notSupported, 'response=not_supported'),
                          repeated: linked(repeated.get(one.session) ?? 0, 'repeated=1'),
                          source: compilerName(one.dataset, language),
                        },
                      }
                    })}
                  />
                  <Bars
                    caption={w('supported_by_review')}
                    labels={{ item: w('review'), value: w('supported_share'), bar: w('bar') }}
                    max={100}
                    items={reviews.map((one) => {
                      const answered = one.supported + one.noted + one.notSupported
                      return {
                        key: one.session,
                        label: sessionName(one, w),
                        value: answered === 0 ? 0 : (100 * one.supported) / answered,
                        text: `${share(one.supported, answered)} (${one.supported}/${answered})`,
                        href: `${reviewAddress(code)}?session=${one.session}&response=supported`,
                      }
                    })}
                  />
                  <p className="quiet">{w('method_share')}</p>
                </Section>
                {told.length > 0 ? (
                  <Section title={w('by_action')} id="actions">
                    <Table
                      caption={w('by_action')}
                      captionHidden
                      columns={[
                        { key: 'action', label: w('action'), heading: true },
                        ...told.map((one) => ({
                          key: one.session,
                          label: sessionName(one, w),
                          numeric: true,
                        })),
                      ]}
                      rows={([1, 2, 3, 4, 5] as const).map((action) => ({
                        key: String(action),
                        cells: {
                          action: w(`action_${action}`),
                          ...Object.fromEntries(
                            told.map((one) => {
                              const n = one.actions[action - 1] ?? 0
                              const whole = one.actions.reduce((all, part) => all + part, 0)
                              return [
                                one.session,
                                n === 0 ? (
                                  '0'
                                ) : (
                                  <a href={`${reviewAddress(code)}?session=${one.session}&action=${action}`}>
                                    {n} ({share(n, whole)})
                                  </a>
                                ),
                              ]
                            }),
                          ),
                        },
                      }))}
                    />
                    <p className="quiet">{w('method_action')}</p>
                  </Section>
                ) : null}
                {compilers.map(([compiler, own]) => {
                  const theirs = own.flatMap(({ session }) => of(session))
                  const issues = countBy(theirs, ({ issues: all }) => all).slice(0, 20)
                  if (issues.length === 0) return null
                  return (
                    <Section
                      key={compiler}
                      title={w('by_issue', { compiler })}
                      id={`issues-${own[0]?.dataset ?? ''}`}
                    >
                      <Table
                        caption={w('by_issue', { compiler })}
                        captionHidden
                        columns={[
                          { key: 'issue', label: w('issue'), heading: true },
                          ...own.map((one) => ({
                            key: one.session,
                            label: sessionName(one, w),
                            numeric: true,
                          })),
                        ]}
                        rows={issues.map(([issue]) => ({
                          key: issue,
                          cells: {
                            issue,
                            ...Object.fromEntries(
                              own.map(({ session }) => {
                                const n = of(session).filter((row) => row.issues.includes(issue)).length
                                const query = new URLSearchParams({ session, issue })
                                return [
                                  session,
                                  n === 0 ? '0' : <a href={`${reviewAddress(code)}?${query}`}>{n}</a>,
                                ]
                              }),
                            ),
                          },
                        }))}
                      />
                    </Section>
                  )
                })}
                <p className="quiet">{w('method_repeat')}</p>
                <FromFiles {...{ files, language, w }} />
              </>
            )}
          </>
        ),
      })
    }),
})
