import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  readOwner,
  readRecord,
  revealRecord,
  typeOf,
} from '#platform/records'
import { Columns, Details, FactList, FormErrors, LinkButton, Notice, Section, Steps } from '#web/components'
import { RecordFacts, visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { textOf } from '../../show.ts'
import { dayInWords } from '../../day.ts'
import { type StayFacts, lacksFor, nextStage } from '../gates.ts'
import { type StayWords, stayWords } from '../messages.ts'
import { readStayFacts, saysName } from '../queries/stay-facts.ts'
import { partsOf, readStayParts } from '../queries/stay-parts.ts'
import {
  type StayStage,
  isOutcome,
  outcomeLabels,
  stayStageLabels,
  stayStageOf,
  stayStages,
} from '../stages.ts'
import { PartTables } from './part-tables.tsx'
import { MoveForm, type RefusedForm, type StayPageProps } from './stay-forms.tsx'

/** The page of a stay: where it stands, what is missing before it goes on, then all that belongs to it. */
export const stayRoute = route({
  method: 'get',
  path: '/workspace/refuge-stays/:id',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.mergedInto) return redirect(`/workspace/refuge-stays/${record.mergedInto}`)
      if (record.type !== 'refuge_stay') throw new Problem('not_found')
      return showStay(visit, tx, record)
    }),
})

/** The whole page; `refused`: one of its forms as it was typed, with what is wrong. */
export async function showStay(
  visit: Visit,
  tx: Tx,
  stay: RecordView,
  refused: RefusedForm | null = null,
): Promise<Response> {
  const { language } = visit
  const w = stayWords(language)
  const owner = await readOwner(tx, stay.id)
  const parts = await readStayParts(tx, stay.id)
  const facts = await readStayFacts(tx, stay, parts)
  const mayWrite = can(tx.actor, 'write') && !stay.deletedAt
  const props = { visit, tx, stay, parts, w, refused }
  const panels: ReactNode[] = []
  for (const panel of visit.house.recordPanels) panels.push(await panel(visit, tx, stay))
  const path = `/workspace/record/${stay.id}`
  const week = weekOf(facts)
  const shown = await revealRecord(tx, stay)
  const guest = stay.linked.get((stay.values['guest'] as Reference | undefined)?.to ?? '')
  return workspacePage(visit, {
    title: `${stay.title} · ${w('stay')}`,
    status: refused ? 422 : 200,
    fictitious: stay.fictitious,
    breadcrumbs: [
      { href: '/workspace/refuge-stays', label: w('stays') },
      ...(owner ? [{ href: `/workspace/case/${owner.id}`, label: owner.title }] : []),
    ],
    audience: {
      visibility: stay.visibility,
      visibilityLabel: label(visibilityLabel[stay.visibility], language),
      seenBy: w('seen_by'),
      publicSees: w('public_sees'),
    },
    actions: (
      <>
        {mayWrite ? (
          <LinkButton href={`${path}/edit`} kind="primary">
            {w('edit')}
          </LinkButton>
        ) : null}
        <LinkButton href={`${path}?whole=1`}>{w('record')}</LinkButton>
      </>
    ),
    notices: (
      <FormErrors
        title={w('errors')}
        errors={(refused?.problems ?? []).map(({ field, message }) => ({
          fieldId: idOf(refused?.form ?? '', field),
          message,
        }))}
      />
    ),
    children: (
      <>
        <StageSteps {...{ stay, w, visit }} />
        <Gate {...{ facts, w, visit }} />
        <Columns
          main={
            <>
              <FactList
                facts={[
                  {
                    label: w('guest'),
                    value: guest ? <a href={`/workspace/record/${guest.id}`}>{guest.title}</a> : '…',
                  },
                  ...(week === null ? [] : [{ label: w('now'), value: w('week', { week }) }]),
                  ...(typeof stay.values['from'] === 'string'
                    ? [
                        {
                          label: w('dates'),
                          value: [stay.values['from'], stay.values['until']]
                            .map((day) => dayInWords(day, language))
                            .filter(Boolean)
                            .join(' – '),
                        },
                      ]
                    : []),
                ]}
              />
              <Warnings {...{ facts, w }} />
              <StayFactsOf {...{ ...props }} record={shown} now />
              {await PartTables({ ...props, mayWrite, now: true })}
              <Details summary={w('rest')}>
                <StayFactsOf {...{ ...props }} record={shown} now={false} />
                {await PartTables({ ...props, mayWrite, now: false })}
              </Details>
            </>
          }
          aside={
            <div className="flow">
              {mayWrite ? <MoveForm {...props} /> : null}
              <p className="quiet">{w('sealed_note')}</p>
            </div>
          }
        />
        {panels.map((panel, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
          <Fragment key={i}>{panel}</Fragment>
        ))}
      </>
    ),
  })
}

/** What of the stay's own record is worked on at each stage; the rest stands folded below. */
const sectionsNow: Readonly<Record<StayStage, readonly string[]>> = {
  origin: ['origin'],
  needs: ['needs'],
  selection: ['needs'],
  offer: ['offer'],
  preparation: ['offer', 'exposure', 'return'],
  staying: ['exposure', 'return'],
  return: ['return'],
  follow_up: ['return'],
  closed: ['end'],
}

/** The sections of the stay's own record that are worked on now, or the others. */
function StayFactsOf({
  visit,
  tx,
  stay,
  record,
  now,
}: StayPageProps & { readonly record: RecordView; readonly now: boolean }) {
  const worked = sectionsNow[stayStageOf(stay.values['stage'])]
  const type = typeOf(tx, 'refuge_stay')
  const fields = type.fields.filter(({ section }) => worked.includes(section ?? '') === now)
  return (
    <RecordFacts
      type={{ ...type, fields }}
      {...{ record }}
      citations={new Map()}
      schema={tx.schema}
      language={visit.language}
      words={{ original: '', source: '', sources: '' }}
    />
  )
}

/** Where on the page a field that was refused stands. */
const idOf = (form: string, field: string): string =>
  form === 'move' || form === 'voice' ? field : `${field === 'held_on' ? 'held' : field}-${form}`

/** In which week of the stay the guest is; null before and after. */
export function weekOf({ stay: { values }, today }: Pick<StayFacts, 'stay' | 'today'>): number | null {
  const [arrived, left] = [textOf(values['arrived_on']), textOf(values['left_on'])]
  if (arrived === '' || arrived > today || (left !== '' && left <= today)) return null
  return Math.floor((Date.parse(today) - Date.parse(arrived)) / (7 * 86_400_000)) + 1
}

interface Part {
  readonly visit: Visit
  readonly w: StayWords
}

function StageSteps({ visit, stay, w }: Part & { readonly stay: RecordView }) {
  const now = stayStages.indexOf(stayStageOf(stay.values['stage']))
  return (
    <Steps
      label={w('stages')}
      steps={stayStages.map((stage, i) => ({
        label: label(stayStageLabels[stage], visit.language),
        state: i < now ? 'done' : i === now ? 'current' : 'ahead',
      }))}
    />
  )
}

/** What is missing before the next stage. */
function Gate({ visit, facts, w }: Part & { readonly facts: StayFacts }) {
  const stage = stayStageOf(facts.stay.values['stage'])
  const next = nextStage(stage)
  const outcome = facts.stay.values['outcome']
  if (next === null)
    return (
      <Notice kind="info">
        {w('ended', { outcome: isOutcome(outcome) ? label(outcomeLabels[outcome], visit.language) : '' })}
      </Notice>
    )
  const name = label(stayStageLabels[next], visit.language)
  const missing = lacksFor(next, facts)
  return missing.length === 0 ? (
    <Notice kind="success">{w('next_open', { stage: name })}</Notice>
  ) : (
    <Section id="missing" title={w('next', { stage: name })}>
      <ul>
        {missing.map((one) => (
          <li key={one}>{w(`lack_${one}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

/** What became untrue after a gate was passed. */
function Warnings({ facts, w }: { readonly facts: StayFacts; readonly w: StayWords }) {
  const { stay, parts, consent, today } = facts
  const publicly = partsOf(parts, 'refuge_activity').some(
    ({ values }) => values['kind'] === 'public' && values['state'] !== 'cancelled',
  )
  const ended = partsOf(parts, 'refuge_paper').some(
    ({ values }) =>
      values['state'] === 'granted' &&
      textOf(values['valid_until']) !== '' &&
      textOf(values['valid_until']) < today,
  )
  const present = ['staying', 'return'].includes(stayStageOf(stay.values['stage']))
  return (
    <>
      {saysName(stay) && !consent && stay.values['stage'] !== 'closed' ? (
        <Notice kind="danger">{w('consent_gone')}</Notice>
      ) : null}
      {publicly && stay.values['exposure_during'] === 'nothing' && present ? (
        <Notice kind="warning">{w('public_unagreed')}</Notice>
      ) : null}
      {ended && present ? <Notice kind="danger">{w('lack_paper_ends')}</Notice> : null}
    </>
  )
}
