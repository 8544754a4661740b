import { polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import type { RecordPanel } from '#platform/house'
import { route, stream } from '#platform/http'
import { type Language, label, formatNumber } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { writeCsv } from '#platform/tabular'
import { EmptyState, LinkButton, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { followedAddress, rollCallAddress, votesAddress } from '../addresses.ts'
import { letterName, voteWords } from '../messages.ts'
import { followedScores, readFollowed } from '../queries/followed.ts'
import { wishedLetter, wishes } from '../records/followed-vote.ts'
import { crumb, resultOf } from './list-page.tsx'
import { readRollCall } from '../queries/read-roll-call.ts'
import { StateLink } from './roll-call-parts.tsx'

const percent = (share: number, language: Language): string =>
  formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 })

const page = route({
  method: 'get',
  path: followedAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = voteWords(language)
      const votes = await readFollowed(tx)
      const scores = followedScores(votes)
      return workspacePage(visit, {
        title: w('followed'),
        lede: w('followed_lede'),
        fictitious: votes.length > 0 && votes.every(({ fictitious }) => fictitious),
        breadcrumbs: [crumb(w), { href: votesAddress, label: w('votes') }],
        actions:
          can(tx.actor, 'export') && scores.length > 0 ? (
            <LinkButton href={`${followedAddress}.csv`} download>
              {w('csv')}
            </LinkButton>
          ) : null,
        children:
          votes.length === 0 ? (
            <EmptyState
              title={w('followed_none')}
              action={<LinkButton href={votesAddress}>{w('votes')}</LinkButton>}
            >
              {w('followed_none_text')}
            </EmptyState>
          ) : (
            <>
              <Section title={w('followed')} id="followed">
                <Table
                  caption={w('followed')}
                  captionHidden
                  columns={[
                    { key: 'text', label: w('subject'), heading: true },
                    { key: 'day', label: w('day'), nowrap: true },
                    { key: 'wished', label: w('wished') },
                    { key: 'reason', label: w('reason') },
                    { key: 'call', label: w('roll_call') },
                  ]}
                  rows={votes.map(({ id, title, day, wished, reason, symbol, rollCall }) => ({
                    key: id,
                    cells: {
                      text: (
                        <a href={`/workspace/record/${id}`} dir="auto">
                          {title}
                        </a>
                      ),
                      day: /^\d{4}/u.test(day) ? formatDate(day, language) : '',
                      wished: label(wishes[wished], language),
                      reason: <bdi>{reason.length > 160 ? `${reason.slice(0, 159)}…` : reason}</bdi>,
                      call: rollCall ? (
                        <a href={rollCallAddress(rollCall.id)}>{symbol || w('roll_call')}</a>
                      ) : (
                        <span className="quiet">{w('not_found_now')}</span>
                      ),
                    },
                  }))}
                />
              </Section>
              {scores.length === 0 ? null : (
                <Section title={w('scores')} id="scores">
                  <Table
                    caption={w('scores')}
                    captionHidden
                    columns={[
                      { key: 'state', label: w('state'), heading: true },
                      { key: 'share', label: w('share'), numeric: true },
                      { key: 'as', label: w('as_wished'), numeric: true },
                      { key: 'of', label: w('of_votes'), numeric: true },
                    ]}
                    rows={scores.map(({ state, asWished, cast }) => ({
                      key: state.code,
                      cells: {
                        state: <StateLink code={state.code} language={language} />,
                        share: percent(asWished / cast, language),
                        as: asWished,
                        of: cast,
                      },
                    }))}
                  />
                  <p className="quiet">{w('score_method')}</p>
                </Section>
              )}
            </>
          ),
      })
    }),
})

const csv = route({
  method: 'get',
  path: `${followedAddress}.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = voteWords(language)
      const scores = followedScores(await readFollowed(tx))
      await writeLedger(tx, 'export.run', null, {
        figures: 'followed-votes',
        format: 'csv',
        rows: scores.length,
      })
      return stream(
        writeCsv(
          [w('state'), w('state'), w('share'), w('as_wished'), w('of_votes')],
          scores.map(({ state, asWished, cast }) => [
            state.code,
            polityName(state.code, language),
            (asWished / cast).toFixed(4),
            String(asWished),
            String(cast),
          ]),
        ),
        'followed-votes.csv',
        'text/csv; charset=utf-8',
      )
    }),
})

/** On the page of a vote that is followed: the roll call of the files in use, and how it came out. */
export const followedPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'followed_vote') return null
  const mine = (await readFollowed(tx)).find(({ id }) => id === record.id)
  if (!mine?.rollCall) return null
  const of = await readRollCall(tx, mine.rollCall.id)
  if (!of) return null
  const w = voteWords(visit.language)
  return (
    <Section title={w('roll_call')} id="roll-call">
      <p>
        <a href={rollCallAddress(of.id)} dir="auto">
          {of.title}
        </a>
      </p>
      <p>
        {[resultOf(of), `${w('wished')}: ${letterName(w, wishedLetter[mine.wished])}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Section>
  )
}

/** The votes that are followed, and how each state did by them. */
export const followedRoutes = [csv, page]
