import { polityName } from '#catalogue/polities'
import { type Visit, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { FactList, Notice, Prose, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourceAddress } from '../../sources/addresses.ts'
import { recommendationAddress, reviewAddress, reviewsAddress } from '../addresses.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import { familyOf } from '../queries/families.ts'
import { type Edition, readEditions, readRecommendations } from '../queries/read-recommendations.ts'
import { chosenReviews, readReviewCounts } from '../queries/read-reviews.ts'
import { findRepeats } from '../repeats.ts'
import { actionName, responseName, senderNames, sessionName } from './words-of-rows.tsx'

/** One recommendation under the address that it keeps: what it says, each row that says so, what was alike in other sessions. */
export const recommendationPage = route({
  method: 'get',
  path: '/workspace/observatory/recommendations/:key',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = reviewWords(language)
      const editions = await readEditions(tx, visit.params['key'] ?? '')
      const [first] = editions
      if (!first) throw new Problem('not_found')
      const name = polityName(first.polity, language)
      const isReview = first.mechanism === 'upr' && first.body === ''
      const alike = isReview ? await alikeOf(tx, first) : []
      return workspacePage(visit, {
        title:
          first.body === 'pledge' ? w('pledge_of', { state: name }) : w('recommendation_to', { state: name }),
        lede: [first.number, sessionName(first, w)].filter(Boolean).join(' · '),
        breadcrumbs: [
          { href: reviewsAddress, label: w('reviews') },
          {
            href: `${reviewAddress(first.polity)}?session=${first.session}`,
            label: w('review_of', { state: name }),
          },
        ],
        ...(editions.every(({ current }) => !current) && {
          notices: <Notice kind="warning">{w('only_older')}</Notice>,
        }),
        children: (
          <>
            <Prose lang={first.language}>
              <p>{first.text}</p>
            </Prose>
            <Facts one={first} visit={visit} w={w} />
            <Section title={w('alike')} id="alike">
              {alike.length === 0 ? (
                <p>{w('none_alike')}</p>
              ) : (
                <Table
                  caption={w('alike')}
                  captionHidden
                  columns={[
                    { key: 'text', label: w('recommendation') },
                    { key: 'session', label: w('session') },
                    { key: 'sender', label: w('sender') },
                    { key: 'response', label: w('response') },
                    { key: 'likeness', label: w('likeness'), numeric: true },
                  ]}
                  rows={alike.map(({ earlier, likeness }) => ({
                    key: earlier.key,
                    cells: {
                      text: (
                        <a href={recommendationAddress(earlier.key)} lang={earlier.language} dir="auto">
                          {earlier.text}
                        </a>
                      ),
                      session: sessionName(earlier, w),
                      sender: senderNames(earlier, language),
                      response: responseName(earlier.response, w),
                      likeness: `${Math.round(likeness * 100)}\u00a0%`,
                    },
                  }))}
                />
              )}
              <p className="quiet">{w('method_repeat')}</p>
            </Section>
            <Section title={w('rows')} id="rows">
              <Rows {...{ editions, visit, w }} />
            </Section>
          </>
        ),
      })
    }),
})

/** The likest of every other session of the state, earlier and later. */
async function alikeOf(tx: Tx, one: Edition) {
  const reviews = chosenReviews(await readReviewCounts(tx, { polity: one.polity }))
  const rows = await readRecommendations(tx, one.polity, reviews)
  const own = { ...one, compiler: familyOf(one.dataset)?.id ?? '' }
  const others = rows.filter((row) => row.key !== one.key)
  const earlier = others.filter((row) => Number(row.session) < Number(one.session))
  const later = others.filter((row) => Number(row.session) > Number(one.session))
  // Of later ones this one is what came before.
  const back = findRepeats(later, [own])
  return [
    ...(findRepeats([own], earlier).get(one.key) ?? []),
    ...later.flatMap((row) => (back.get(row.key) ?? []).map(({ likeness }) => ({ earlier: row, likeness }))),
  ].toSorted((a, b) => b.likeness - a.likeness)
}

function Facts({ one, visit, w }: { readonly one: Edition; readonly visit: Visit; readonly w: ReviewWords }) {
  const { language } = visit
  const list = (values: readonly string[]) => values.join(', ')
  return (
    <FactList
      facts={[
        { label: w('state'), value: polityName(one.polity, language) },
        ...(one.body && one.body !== 'pledge' ? [{ label: w('body'), value: one.body }] : []),
        ...(senderNames(one, language) ? [{ label: w('sender'), value: senderNames(one, language) }] : []),
        ...(one.response === null && one.responseSaid === ''
          ? []
          : [{ label: w('response'), value: responseName(one.response, w) }]),
        ...(one.action === null ? [] : [{ label: w('action'), value: actionName(one.action, w) }]),
        ...(one.issues.length > 0 ? [{ label: w('issue'), value: list(one.issues) }] : []),
        ...(one.groups.length > 0 ? [{ label: w('groups'), value: list(one.groups) }] : []),
        ...(one.goals.length > 0 ? [{ label: w('goals'), value: list(one.goals) }] : []),
        ...(one.symbol ? [{ label: w('document'), value: one.symbol }] : []),
      ]}
    />
  )
}

/** Each row of each file that holds it, with the values as they are written there. */
function Rows({
  editions,
  visit,
  w,
}: {
  readonly editions: readonly Edition[]
  readonly visit: Visit
  readonly w: ReviewWords
}) {
  return (
    <Table
      caption={w('rows')}
      captionHidden
      columns={[
        { key: 'file', label: w('file'), heading: true },
        { key: 'version', label: w('version') },
        { key: 'hash', label: 'SHA-256' },
        { key: 'row', label: w('row'), numeric: true },
        { key: 'said', label: w('as_written') },
      ]}
      rows={editions.map((one) => ({
        key: one.fileId,
        cells: {
          file: (
            <>
              <a href={sourceAddress(one.fileId)}>{one.fileName}</a>
              {one.current ? null : <span className="quiet"> {w('older')}</span>}
            </>
          ),
          version: one.version,
          hash: <code>{one.sha256.slice(0, 12)}</code>,
          row: one.row.toLocaleString(visit.language),
          said: [
            one.responseSaid,
            ...Object.entries(one.details)
              .filter(([key, value]) => key !== 'noted_by' && typeof value === 'string' && value !== '')
              .map(([key, value]) => `${key}: ${String(value)}`),
          ]
            .filter(Boolean)
            .join(' · '),
        },
      }))}
    />
  )
}
