import { type Polity, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { LinkButton, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { recommendationAddress } from '../../reviews/addresses.ts'
import { sourceAddress } from '../../sources/addresses.ts'
import { stateAddress, statesAddress } from '../../states/addresses.ts'
import { csvAnswer } from '../../states/csv.ts'
import { dayText } from '../../states/day-text.ts'
import { stateName, stateOf } from '../../states/state-of.ts'
import { actLabels } from '../../treaties/act.ts'
import { treatyAddress } from '../../treaties/addresses.ts'
import { treatyWords } from '../../treaties/messages.ts'
import { ActOrigin } from '../../treaties/pages/act-origin.tsx'
import { rollCallAddress } from '../../votes/addresses.ts'
import { type SaysWords, saysWords } from '../messages.ts'
import {
  type GivenAdvice,
  onTheme,
  type OwnVote,
  readAdvice,
  readSays,
  readVotes,
  type ThemeSays,
  votesFrom,
} from '../queries/read-says.ts'
import { themeOf } from '../themes.ts'
import { scoreText } from '../words.tsx'

const path = `${statesAddress}/:code/says/:theme`
const mostRows = 1_000

async function load(visit: Visit, tx: Tx) {
  const theme = themeOf(visit.params['theme'] ?? '')
  const state = stateOf(visit.params['code'] ?? '')
  if (!theme || !state) throw new Problem('not_found')
  const says = await readSays(tx, state)
  return {
    theme,
    state,
    says,
    own: onTheme(theme, says),
    advice: await readAdvice(tx, state, theme, mostRows),
    votes: await readVotes(tx, state, theme),
  }
}

/** Everything behind a line of “says versus does”: acts, advice given, votes, scores, each with its source. */
const page = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = saysWords(language)
      const { theme, state, says, own, advice, votes } = await load(visit, tx)
      const { Y, N, A } = own.votes
      const cast = Y + N + A
      const year = votesFrom.slice(0, 4)
      return workspacePage(visit, {
        title: `${stateName(state, language)}: ${label(theme.label, language)}`,
        lede: w('opened_lede', { state: stateName(state, language) }),
        breadcrumbs: [
          { href: statesAddress, label: stateName(state, language) },
          { href: `${stateAddress(state.code)}#says`, label: w('title') },
        ],
        actions: can(tx.actor, 'export') ? (
          <LinkButton href={`${visit.url.pathname}/table.csv`} download>
            {w('csv')}
          </LinkButton>
        ) : null,
        children: (
          <>
            <p>
              {own.advice.n > 0 && says.adviceYears
                ? `${w('s_advice', { from: String(says.adviceYears[0]), to: String(says.adviceYears[1]), ...own.advice })} `
                : ''}
              {cast > 0 ? w('s_votes', { n: cast, year, yes: Y, no: N, abstain: A }) : ''}
            </p>
            <Promised {...{ own, language, w }} />
            <Told {...{ advice, language, w }} />
            <Voted {...{ votes, language, w }} />
            <Scored {...{ own, language, w }} />
            <Section id="method" title={w('method')}>
              <ul className="list">
                <li>{w('method_1')}</li>
                <li>{w('method_2')}</li>
                <li>{w('method_3')}</li>
                <li>{w('method_4')}</li>
              </ul>
            </Section>
          </>
        ),
      })
    }),
})

interface Part {
  readonly language: Language
  readonly w: SaysWords
}

function Promised({ own, language, w }: Part & { readonly own: ThemeSays }) {
  const words = treatyWords(language)
  return (
    <Section id="promised" title={w('promised')}>
      {own.acts.length === 0 ? (
        <p className="quiet">{w('nothing')}</p>
      ) : (
        <ul className="list">
          {own.acts.map((act) => (
            <li key={`${act.fileId} ${act.treaty} ${act.act} ${act.article}`}>
              <a href={treatyAddress(act.treaty)}>{act.treaty.toUpperCase()}</a>:{' '}
              {[label(actLabels[act.act], language), dayText(act.doneOn, language)].filter(Boolean).join(' ')}
              {'. '}
              <ActOrigin act={act} w={words} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const answerWord = (response: string | null, w: SaysWords): string =>
  response === 'supported' || response === 'noted' || response === 'not_supported' || response === 'pending'
    ? w(response)
    : ''

function Told({ advice, language, w }: Part & { readonly advice: readonly GivenAdvice[] }) {
  return (
    <Section id="told" title={`${w('told')} (${advice.length})`}>
      {advice.length === 0 ? (
        <p className="quiet">{w('nothing')}</p>
      ) : (
        <Table
          caption={w('told')}
          captionHidden
          columns={[
            { key: 'to', label: w('to'), heading: true },
            { key: 'year', label: w('year'), nowrap: true },
            { key: 'text', label: w('text') },
            { key: 'answer', label: w('answer') },
            { key: 'action', label: w('action'), numeric: true },
            { key: 'source', label: w('source') },
          ]}
          rows={advice.map((one) => ({
            key: one.key,
            cells: {
              to: <a href={stateAddress(one.polity)}>{polityName(one.polity, language)}</a>,
              year: one.year === null ? one.session : String(one.year),
              text: (
                <a href={recommendationAddress(one.key)} dir="auto">
                  {one.text}
                </a>
              ),
              answer: answerWord(one.response, w),
              action: one.action ?? '',
              source: (
                <span>
                  <a href={sourceAddress(one.fileId)}>{one.file}</a>, {w('row', { row: one.row })}
                </span>
              ),
            },
          }))}
        />
      )}
      {advice.length === mostRows ? <p className="quiet">{w('first', { n: mostRows })}</p> : null}
    </Section>
  )
}

const bodyName = (body: string, w: SaysWords): string =>
  body === 'ga' ? w('body_ga') : body === 'hrc' ? w('body_hrc') : w('body_other')

const voteWord = ({ letter }: OwnVote, w: SaysWords): string => (letter === '.' ? '' : w(`v_${letter}`))

function Voted({ votes, language, w }: Part & { readonly votes: readonly OwnVote[] }) {
  return (
    <Section id="voted" title={`${w('voted', { year: votesFrom.slice(0, 4) })} (${votes.length})`}>
      {votes.length === 0 ? (
        <p className="quiet">{w('nothing')}</p>
      ) : (
        <Table
          caption={w('voted', { year: votesFrom.slice(0, 4) })}
          captionHidden
          columns={[
            { key: 'day', label: w('day'), nowrap: true },
            { key: 'text', label: w('text'), heading: true },
            { key: 'body', label: w('body') },
            { key: 'vote', label: w('vote') },
          ]}
          rows={votes.slice(0, mostRows).map((vote) => ({
            key: vote.id,
            cells: {
              day: dayText(vote.day, language),
              text: (
                <a href={rollCallAddress(vote.id)} dir="auto">
                  {vote.title} {vote.symbol === '' ? '' : `(${vote.symbol})`}
                </a>
              ),
              body: bodyName(vote.body, w),
              vote: voteWord(vote, w),
            },
          }))}
        />
      )}
    </Section>
  )
}

function Scored({ own, language, w }: Part & { readonly own: ThemeSays }) {
  if (own.theme.series.length === 0) return null
  return (
    <Section id="scored" title={w('scored')}>
      {own.scores.length === 0 ? (
        <p className="quiet">{w('score_none')}</p>
      ) : (
        <ul className="list">
          {own.scores.map((score) => (
            <li key={score.code}>
              {scoreText(score, w, language)}. <a href={sourceAddress(score.fileId)}>{score.file}</a>,{' '}
              {w('row', { row: score.row })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const csv = route({
  method: 'get',
  path: `${path}/table.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = saysWords(language)
      const { theme, state, own, advice, votes } = await load(visit, tx)
      const name = (one: Polity) => stateName(one, language)
      return csvAnswer(tx, `says-${state.code}-${theme.id}`, [
        [name(state), label(theme.label, language)],
        ...own.acts.map((act) => [
          w('promised'),
          act.treaty,
          label(actLabels[act.act], language),
          act.doneOn,
          act.article,
          act.file,
          act.row,
        ]),
        ...advice.map((one) => [
          w('told'),
          one.polity,
          one.year,
          one.text,
          `${answerWord(one.response, w)} ${one.action ?? ''}`.trim(),
          one.file,
          one.row,
        ]),
        ...votes.map((vote) => [
          w('voted', { year: votesFrom.slice(0, 4) }),
          vote.symbol,
          vote.day,
          vote.title,
          voteWord(vote, w),
          bodyName(vote.body, w),
          '',
        ]),
        ...own.scores.map((score) => [
          w('scored'),
          score.code,
          score.year,
          scoreText(score, w, language),
          score.value,
          score.file,
          score.row,
        ]),
        [w('method'), w('method_1')],
        [w('method'), w('method_2')],
        [w('method'), w('method_3')],
        [w('method'), w('method_4')],
      ])
    }),
})

export const saysRoutes = [csv, page]
