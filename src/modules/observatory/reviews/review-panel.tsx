import { labels } from '#platform/i18n'
import { Figures, Table } from '#web/components'
import { currentFiles } from '../sources/read-sources.ts'
import type { StatePanel } from '../states/state-panel.ts'
import { reviewAddress } from './addresses.ts'
import { reviewWords } from './messages.ts'
import { families } from './queries/families.ts'
import { chosenReviews, readReviewCounts } from './queries/read-reviews.ts'
import { readSent } from './queries/read-sent.ts'
import { FromFiles, compilerName, sessionName, share } from './pages/words-of-rows.tsx'
import { matrix } from './readers/matrix.ts'
import { sessionFacts } from './readers/review-sessions.ts'
import { uhri } from './readers/uhri.ts'
import { uprInfo } from './readers/upr-info.ts'

/** Sessions that had begun by a day; all when there is none. */
const begunBy = (session: string, until: string | undefined): boolean =>
  until === undefined || (sessionFacts(session)?.start ?? '9999') <= until

/** What a state was recommended and recommended to others: how many, how answered, of which kind. */
export const reviewPanel: StatePanel = {
  id: 'reviews',
  order: 50,
  title: labels(
    'Recommendations received and made (UPR)',
    'Recomendaciones recibidas y formuladas (EPU)',
    'Recomanacions rebudes i formulades (EPU)',
  ),
  filledBy: [uprInfo, matrix, uhri],
  async render({ tx, polity, language, until }) {
    if (polity.n === 0) return null
    const w = reviewWords(language)
    const reviews = chosenReviews(await readReviewCounts(tx, { polity: polity.code })).filter(({ session }) =>
      begunBy(session, until),
    )
    const sent = (await readSent(tx, polity.code)).filter(({ session }) => begunBy(session, until))
    if (reviews.length === 0 && sent.length === 0) return null
    const files = (await currentFiles(tx, ...families.flatMap(({ datasets }) => datasets))).filter(
      (file) =>
        reviews.some(({ fileId }) => fileId === file.id) ||
        sent.some(
          (one) => one.dataset === file.dataset && one.importedAt.getTime() === file.importedAt.getTime(),
        ),
    )
    const made = sent.reduce((all, { total }) => all + total, 0)
    const actions = [0, 1, 2, 3, 4].map((at) => sent.reduce((all, one) => all + (one.actions[at] ?? 0), 0))
    const told = actions.reduce((all, n) => all + n, 0)
    return (
      <>
        {reviews.length > 0 ? (
          <Table
            caption={w('panel_received')}
            columns={[
              { key: 'review', label: w('review'), heading: true },
              { key: 'total', label: w('recommendations'), numeric: true },
              { key: 'supported', label: w('response_supported'), numeric: true },
              { key: 'noted', label: w('response_noted'), numeric: true },
              { key: 'specific', label: w('specific_share'), numeric: true },
              { key: 'source', label: w('source') },
            ]}
            rows={reviews.map((one) => {
              const href = `${reviewAddress(polity.code)}?session=${one.session}`
              const answered = one.supported + one.noted + one.notSupported
              const known = one.actions.reduce((all, n) => all + n, 0)
              return {
                key: one.session,
                cells: {
                  review: <a href={href}>{sessionName(one, w)}</a>,
                  total: one.total,
                  supported: `${one.supported} (${share(one.supported, answered)})`,
                  noted: String(one.noted + one.notSupported),
                  specific: share(one.actions[4] ?? 0, known),
                  source: compilerName(one.dataset, language),
                },
              }
            })}
          />
        ) : null}
        {made > 0 ? (
          <>
            <h3>{w('panel_made')}</h3>
            <Figures
              figures={[
                {
                  label: w('recommendations'),
                  value: made.toLocaleString(language),
                  href: `${reviewAddress(polity.code)}/made`,
                },
                {
                  label: w('states'),
                  value: new Set(sent.map((one) => one.polity)).size.toLocaleString(language),
                },
                ...(told > 0
                  ? [
                      { label: w('light'), value: share((actions[0] ?? 0) + (actions[1] ?? 0), told) },
                      { label: w('specific_share'), value: share(actions[4] ?? 0, told) },
                    ]
                  : []),
                {
                  label: w('accepted_of_made'),
                  value: share(
                    sent.reduce((all, { supported }) => all + supported, 0),
                    made,
                  ),
                },
              ]}
            />
          </>
        ) : null}
        <p className="quiet">{w('method_action')}</p>
        <FromFiles {...{ files, language, w }} />
      </>
    )
  },
}
