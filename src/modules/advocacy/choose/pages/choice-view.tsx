import { confidenceLabels, kindLabels } from '#catalogue/mechanisms'
import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { Details, LinkButton, Notice, Tag } from '#web/components'
import { mechanismAddress } from '../../facts/addresses.ts'
import type { Choice, FilingDay } from '../choose.ts'
import type { ChooseWords } from '../messages.ts'
import type { Reason } from '../predicates/reason.ts'

interface Part {
  readonly choice: Choice
  readonly language: Language
  readonly w: ChooseWords
}

/** The name of a mechanism in the reader's language. */
export const nameOf = ({ mechanism }: Pick<Choice, 'mechanism'>, language: Language): string =>
  mechanism.name[language]

/** Why a mechanism is offered or not: each point with the rule it rests on, in the rule's own words. */
function Reasons({ reasons, language, w }: Omit<Part, 'choice'> & { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="list">
      {reasons.map((reason, i) => (
        <li key={reason.words.en}>
          {reason.verdict === 'fits' ? null : <Tag>{w(`verdict_${reason.verdict}`)}</Tag>}{' '}
          {label(reason.words, language)}
          {/* A rule that the point before rests on too is not said twice. */}
          {reason.rule && reason.rule.text !== reasons[i - 1]?.rule?.text ? (
            <p className="quiet">
              {w('rule')}: <q lang="en">{reason.rule.text}</q>
              {reason.rule.checked ? '' : ` (${w('unchecked')})`}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Until when, in words: the day, what is left, the safe day, whether it is hard. */
function Term({ filing, language, w }: Omit<Part, 'choice'> & { readonly filing: FilingDay }) {
  const day = (text: string) => formatDate(text, language)
  const range = filing.latest !== null && filing.latest !== filing.day
  const said =
    filing.left < 0
      ? [w('passed', { day: day(filing.day) })]
      : [
          range
            ? w('to', { from: day(filing.day), to: day(filing.latest ?? filing.day) })
            : w('until', { day: day(filing.day) }),
          w('left', { days: filing.left }),
          filing.safe < filing.day ? w('safe', { day: day(filing.safe) }) : '',
        ]
  return (
    <li>
      <strong>{said.filter(Boolean).join(' · ')}</strong>{' '}
      {filing.kind === null ? null : <Tag>{label(kindLabels[filing.kind], language)}</Tag>}{' '}
      {w(filing.hard ? 'hard' : 'not_hard')}
      {filing.checked ? '' : ` · ${w('unchecked')}`}
      {filing.closes !== null && filing.hard ? ` · ${w('closes', { moment: filing.closes })}` : ''}
      <p className="quiet">
        {w('rule')}: <q lang="en">{filing.words}</q>
      </p>
    </li>
  )
}

/** Warnings that the same facts are before another body. */
function Duplications({ choice, language, w }: Part) {
  return choice.duplications.map((one) => {
    const goesOn = one.with.state === 'draft' && one.with.mechanisms.includes(choice.mechanism.id)
    return (
      <Notice
        key={one.with.record}
        kind={goesOn ? 'info' : 'warning'}
        title={w(goesOn ? 'drafted' : 'duplication')}
      >
        <p>
          <a href={`/workspace/record/${one.with.record}`}>
            <bdi>{w('dup_with', { title: one.with.title, state: w(`state_${one.with.state}`) })}</bdi>
          </a>
          . {label(one.words, language)}
        </p>
        {(goesOn ? [] : one.rules).map((rule) => (
          <p key={rule} className="quiet" lang="en">
            {rule}
          </p>
        ))}
      </Notice>
    )
  })
}

/** One mechanism that is offered: why, until when, what warns, what is not verified, and the way to a draft. */
export function Offered(props: Part & { readonly caseId: string; readonly mayWrite: boolean }) {
  const { choice, language, w, caseId, mayWrite } = props
  const { mechanism, verdict, urgent, reasons, filing, unverified } = choice
  return (
    <article className="flow" id={mechanism.id}>
      <h3>
        <a href={mechanismAddress(mechanism.id)}>{nameOf(choice, language)}</a>{' '}
        {urgent ? <Tag>{w('urgent')}</Tag> : null} {verdict ? <Tag>{w(`verdict_${verdict}`)}</Tag> : null}
      </h3>
      {filing.length === 0 ? (
        <p className="quiet">{w('no_term')}</p>
      ) : (
        <ul className="list">
          {filing.map((one) => (
            <Term key={`${one.rule} ${one.day}`} {...{ language, w }} filing={one} />
          ))}
        </ul>
      )}
      <Duplications {...{ choice, language, w }} />
      <Reasons {...{ reasons, language, w }} />
      {unverified.length > 0 ? (
        <Details summary={w('unverified', { count: unverified.length })}>
          <ul className="list" lang="en">
            {unverified.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p>
            <a href={mechanismAddress(mechanism.id)}>{w('look_up')}</a> ·{' '}
            {label(confidenceLabels[mechanism.confidence], language)}
          </p>
        </Details>
      ) : null}
      {mayWrite ? (
        <p>
          <LinkButton
            href={`/workspace/case/${caseId}/draft?mechanism=${encodeURIComponent(mechanism.id)}`}
            kind={verdict === 'fits' ? 'primary' : 'secondary'}
          >
            {w('draft')}
            <span className="hidden"> {nameOf(choice, language)}</span>
          </LinkButton>
        </p>
      ) : null}
    </article>
  )
}

/** One that is not offered: its name and the points that say why. */
export function Aside({ choice, language, w }: Part) {
  const { mechanism, reasons, verdict } = choice
  return (
    <article className="flow" id={mechanism.id}>
      <h3>
        <a href={mechanismAddress(mechanism.id)}>{nameOf(choice, language)}</a>
      </h3>
      <Reasons {...{ language, w }} reasons={reasons.filter((one) => one.verdict === verdict)} />
    </article>
  )
}
