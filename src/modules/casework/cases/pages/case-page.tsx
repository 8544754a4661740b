import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'
import { Columns, FactList, LinkButton, Prose, Section, Steps } from '#web/components'
import { visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { casePanels } from '../../case-panels.ts'
import { dayInWords } from '../../day.ts'
import { type Words, words } from '../../messages.ts'
import { receivedTerms } from '../../referral/pages/panels.tsx'
import { valueInWords } from '../../show.ts'
import { checkInsOf } from '../check-ins.ts'
import { readCaseLine } from '../case-line.ts'
import { atRisk, readReachable } from '../safe-contact.ts'
import { stageLabels, stageOf, stages } from '../stages.ts'
import { CaseForms, type Refused } from './case-forms.tsx'
import { NextSign, PublicityNotice, SafeContact } from './case-head.tsx'
import { CaseLine, CasePeople, CaseSources, caseTimeline } from './case-parts.tsx'
import { readPublicNow } from './public-now.ts'

/** The page of a case: what may be said, how to reach without harm, where it stands; then everything that belongs to it. */
export const caseRoute = route({
  method: 'get',
  path: '/workspace/case/:id',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.mergedInto) return redirect(`/workspace/case/${record.mergedInto}`)
      if (record.type !== 'case') throw new Problem('not_found')
      return showCase(visit, tx, record)
    }),
})

/** The whole page; `refused`: one of its forms as it was typed, with what is wrong. */
export async function showCase(
  visit: Visit,
  tx: Tx,
  record: RecordView,
  refused: Refused | null = null,
): Promise<Response> {
  const w = words(visit.language)
  const people = await readReachable(tx, record)
  const publicNow = await readPublicNow(
    tx,
    people.filter(({ role }) => role === atRisk).map((one) => one.record.id),
  )
  const line = await readCaseLine(tx, record.id)
  const [sign] = await checkInsOf(tx, record.id)
  const now = new Date()
  const timeline = await caseTimeline({ visit, tx, record, w })
  const main: { readonly name: string; readonly title: string; readonly node: ReactNode }[] = []
  const aside: typeof main = []
  const head: typeof main = []
  for (const panel of casePanels()) {
    const node = await panel.show(visit, tx, record)
    if (node !== null)
      ({ head, aside, main })[panel.place ?? 'main'].push({
        name: panel.name,
        title: panel.title(visit.language),
        node,
      })
  }
  const parts: ReactNode[] = []
  for (const panel of visit.house.recordPanels) parts.push(await panel(visit, tx, record))
  const mayWrite = can(tx.actor, 'write') && !record.deletedAt
  const path = `/workspace/record/${record.id}`
  return workspacePage(visit, {
    title: record.title,
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: '/workspace/cases', label: w('cases') }],
    fictitious: record.fictitious,
    audience: {
      visibility: record.visibility,
      visibilityLabel: label(visibilityLabel[record.visibility], visit.language),
      seenBy: w(record.visibility === 'restricted' ? 'seen_by' : 'seen_org'),
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
      <>
        {head.map(({ name, node }) => (
          <Fragment key={name}>{node}</Fragment>
        ))}
        {await receivedTerms(visit, tx, record)}
        <NextSign {...{ visit, w, now }} sign={sign} />
        <PublicityNotice {...{ visit, record, publicNow, w }} />
        <SafeContact {...{ visit, tx, record, people, w }} />
      </>
    ),
    children: (
      <>
        <StageSteps {...{ visit, record, w }} />
        <Columns
          main={
            <>
              <Summary {...{ visit, tx, record, w }} />
              <CasePeople {...{ visit, tx, record, w, people }} />
              {timeline}
              <CaseSources {...{ visit, tx, record, w }} />
              {main.map(({ name, title, node }) => (
                <Section key={name} id={name} title={title}>
                  {node}
                </Section>
              ))}
              <CaseLine {...{ visit, tx, record, w, line }} />
            </>
          }
          aside={
            <div className="flow">
              {aside.map(({ name, title, node }) => (
                <Section key={name} id={name} title={title}>
                  {node}
                </Section>
              ))}
              <Followed {...{ visit, tx, record, w }} />
              {mayWrite ? <CaseForms {...{ visit, tx, record, w, refused }} /> : null}
            </div>
          }
        />
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
          <Fragment key={i}>{part}</Fragment>
        ))}
      </>
    ),
  })
}

interface Part {
  readonly visit: Visit
  readonly record: RecordView
  readonly w: Words
}

function StageSteps({ visit, record, w }: Part) {
  const now = stages.indexOf(stageOf(record.values['stage']))
  return (
    <Steps
      label={w('stages')}
      steps={stages.map((stage, i) => ({
        label: label(stageLabels[stage], visit.language),
        state: i < now ? 'done' : i === now ? 'current' : 'ahead',
      }))}
    />
  )
}

const facts = [
  'kind',
  'country',
  'rights',
  'works',
  'discipline',
  'venue',
  'law_applied',
  'artistic_violations',
  'subjects',
  'working_as',
  'last_seen',
  'last_seen_with',
  'refusal_ground',
] as const

function Summary({ visit, tx, record, w }: Part & { readonly tx: Tx }) {
  const { values } = record
  const known = facts.flatMap((name) => {
    const value = valueInWords(tx, 'case', name, values[name], visit.language)
    const field = tx.schema.types.get('case')?.fields.find((one) => one.name === name)
    return value && field ? [{ label: label(field.label, visit.language), value }] : []
  })
  return (
    <Section title={w('summary')} id="summary">
      {typeof values['summary'] === 'string' ? (
        <Prose>
          <p className="written">{values['summary']}</p>
        </Prose>
      ) : null}
      <FactList facts={known} />
      {typeof values['internal_notes'] === 'string' ? (
        <p className="written" dir="auto">
          {values['internal_notes']}
        </p>
      ) : null}
    </Section>
  )
}

function Followed({ visit, tx, record, w }: Part & { readonly tx: Tx }) {
  const value = (name: string) => valueInWords(tx, 'case', name, record.values[name], visit.language)
  const name = (field: string) => {
    const known = tx.schema.types.get('case')?.fields.find((one) => one.name === field)
    return known ? label(known.label, visit.language) : field
  }
  return (
    <Section title={w('followed')} id="followed">
      <ul className="list">
        {(['assigned_to', 'team', 'opened', 'verified_on'] as const).flatMap((field) => {
          const said =
            field === 'assigned_to' || field === 'team'
              ? value(field)
              : dayInWords(record.values[field], visit.language)
          return said || field === 'assigned_to'
            ? [
                <li key={field}>
                  <span className="quiet">{name(field)}:</span> <bdi>{said || w('nobody')}</bdi>
                </li>,
              ]
            : []
        })}
      </ul>
    </Section>
  )
}
