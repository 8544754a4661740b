import { formatDate } from '#platform/dates'
import { label, labels } from '#platform/i18n'
import { Table } from '#web/components'
import type { StatePanel } from '../../states/state-panel.ts'
import { followedAddress, rollCallAddress, votesAddress } from '../addresses.ts'
import { hrc } from '../importers/hrc.ts'
import { undlGa } from '../importers/undl.ts'
import { voeten } from '../importers/voeten.ts'
import { bodyName, letterName, voteWords } from '../messages.ts'
import { followedScores, readFollowed } from '../queries/followed.ts'
import { countrySituationVotes } from '../queries/state-votes.ts'
import { letterOf } from '../ballot.ts'
import { wishes } from '../records/followed-vote.ts'
import { addressWith } from './view.ts'

const shownOf = 8

/** On the page of a state: how it voted on single countries, and in the votes that are followed. */
export const votesStatePanel: StatePanel = {
  id: 'votes',
  order: 30,
  title: labels(
    'Votes on human rights in countries',
    'Votos sobre derechos humanos en países',
    'Vots sobre drets humans en països',
  ),
  filledBy: [hrc, undlGa, voeten],
  async render({ tx, polity, language, until }) {
    if (polity.n === 0) return null
    const found = await countrySituationVotes(tx, polity.n, { until, limit: shownOf })
    const followed = (await readFollowed(tx)).filter(
      ({ rollCall, day }) => rollCall !== null && (until === undefined || day <= until),
    )
    const score = followedScores(followed).find(({ state }) => state.code === polity.code)
    if (found.latest.length === 0 && !score) return null
    const w = voteWords(language)
    const cast = found.yes + found.no + found.abstain
    const mine = followed
      .flatMap((one) => {
        const letter = one.rollCall?.ballots ? letterOf(one.rollCall.ballots, polity.n) : '.'
        return letter === '.' ? [] : [{ ...one, letter }]
      })
      .slice(0, shownOf)
    return (
      <>
        {found.latest.length === 0 ? null : (
          <>
            <p>{w('panel_counts', { count: cast, yes: found.yes, no: found.no, abstain: found.abstain })}</p>
            <Table
              caption={w('panel')}
              captionHidden
              columns={[
                { key: 'text', label: w('subject'), heading: true },
                { key: 'vote', label: w('vote') },
                { key: 'body', label: w('body') },
                { key: 'day', label: w('day'), nowrap: true },
              ]}
              rows={found.latest.map(({ id, title, letter, body, day }) => ({
                key: id,
                cells: {
                  text: (
                    <a href={rollCallAddress(id)} dir="auto">
                      {title}
                    </a>
                  ),
                  vote: letterName(w, letter),
                  body: bodyName(w, body),
                  day: formatDate(day, language),
                },
              }))}
            />
            <p className="quiet">
              {w('panel_method', {
                sources: found.sources
                  .map(({ body, files, to }) =>
                    [
                      `${bodyName(w, body)}: ${files.map(({ name }) => name).join(', ')}`,
                      w('until', { day: formatDate(to, language) }),
                    ].join(', '),
                  )
                  .join('; '),
              })}{' '}
              <a href={addressWith(votesAddress, { state: polity.code })}>{w('panel_all')}</a>
            </p>
          </>
        )}
        {score ? (
          <>
            <p>
              <a href={followedAddress}>{w('panel_followed', { as: score.asWished, count: score.cast })}</a>
            </p>
            <Table
              caption={w('followed')}
              captionHidden
              columns={[
                { key: 'text', label: w('followed'), heading: true },
                { key: 'vote', label: w('vote') },
                { key: 'wished', label: w('wished') },
                { key: 'day', label: w('day'), nowrap: true },
              ]}
              rows={mine.map(({ id, title, letter, wished, day, rollCall }) => ({
                key: id,
                cells: {
                  text: (
                    <a href={rollCall ? rollCallAddress(rollCall.id) : followedAddress} dir="auto">
                      {title}
                    </a>
                  ),
                  vote: letterName(w, letter),
                  wished: label(wishes[wished], language),
                  day: formatDate(day, language),
                },
              }))}
            />
          </>
        ) : null}
      </>
    )
  },
}
