import { polityName } from '#catalogue/polities'
import type { Treaty } from '#catalogue/treaties'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { Button, Details, Form, Prose, Section, TextInput } from '#web/components'
import { stateAddress } from '../../states/addresses.ts'
import { dayText } from '../../states/day-text.ts'
import { actLabels } from '../act.ts'
import { treatyAddress } from '../addresses.ts'
import { treatyWords } from '../messages.ts'
import { ownDataset, type SourcedAct } from '../queries/read-acts.ts'
import { ActOrigin } from './act-origin.tsx'

interface Part {
  readonly treaty: Treaty
  readonly acts: readonly SourcedAct[]
  readonly visit: Visit
}

const said = new Set(['declaration', 'reservation', 'objection'])

/** What states declared, by article; of the convention against disappearances, who opened it to complaints. */
export function Declarations({ treaty, acts, visit: { language } }: Part) {
  const w = treatyWords(language)
  const all = acts.filter(({ act }) => said.has(act))
  const optional = treaty.id === 'icpped' ? (['31', '32'] as const) : []
  const byArticle = [...Map.groupBy(all, ({ article }) => article)].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
  return (
    <Section id="declarations" title={w('declared')}>
      {optional.map((article) => {
        const of = all.filter((one) => one.article === article)
        return (
          <p key={article}>
            <strong>{w(`optional_${article}`)}</strong>:{' '}
            {of.length === 0
              ? w('optional_none')
              : of.map(({ polity, doneOn }, i) => (
                  <span key={polity}>
                    {i > 0 ? ', ' : ''}
                    <a href={`${stateAddress(polity)}#treaties`}>{polityName(polity, language)}</a> (
                    {dayText(doneOn, language)})
                  </span>
                ))}
          </p>
        )
      })}
      {all.length === 0 && optional.length === 0 ? <p className="quiet">{w('declared_none')}</p> : null}
      {byArticle.map(([article, of]) => (
        <Details
          key={article}
          summary={`${article === '' ? w('declared_no_article') : w('declared_article', { article })} (${of.length})`}
        >
          {of.map((act) => (
            <div key={`${act.fileId} ${act.row} ${act.polity}`}>
              <h3>
                <a href={`${stateAddress(act.polity)}#treaties`}>{polityName(act.polity, language)}</a>
              </h3>
              <p className="quiet">
                {label(actLabels[act.act], language)},{' '}
                {act.doneOn === '' ? w('date_unknown') : dayText(act.doneOn, language)}:{' '}
                <ActOrigin {...{ act, w }} />
              </p>
              {act.text === '' ? null : <Prose>{act.text}</Prose>}
            </div>
          ))}
        </Details>
      ))}
    </Section>
  )
}

/** What was typed in here, each with the way to take it back. */
export function OwnActs({ treaty, acts, visit }: Part) {
  const { language } = visit
  const w = treatyWords(language)
  const own = acts.filter(({ dataset }) => dataset === ownDataset)
  if (own.length === 0) return null
  return (
    <ul className="list">
      {own.map((act) => (
        <li key={act.fileId}>
          {polityName(act.polity, language)}: {label(actLabels[act.act], language)}
          {act.article === '' ? '' : ` (${w('declared_article', { article: act.article })})`},{' '}
          {dayText(act.doneOn, language)}. <ActOrigin {...{ act, w }} />
          <Details summary={w('take_back')}>
            <Form action={`${treatyAddress(treaty.id)}/take-back`} csrf={visit.session?.formToken ?? ''}>
              <input type="hidden" name="note" value={act.fileId} />
              <TextInput id={`reason-${act.fileId}`} name="reason" label={w('reason')} maxLength={500} />
              <p>
                <Button>{w('take_back')}</Button>
              </p>
            </Form>
          </Details>
        </li>
      ))}
    </ul>
  )
}
