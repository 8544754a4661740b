import { atrocityFactors, atrocityScopeLabels } from '#catalogue/atrocity-factors'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, redirect, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { type Reference, type Tx, valuesOf } from '#platform/records'
import { writeCsv } from '#platform/tabular'
import { FactList, LinkButton, Notice, Prose, Section, Stamp } from '#web/components'
import { visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import {
  assessmentAddress,
  compareAddress,
  newAssessment,
  preventionAddress,
  stepAddress,
} from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import { type Assessment, listAssessments, readAssessment } from '../queries/read-assessments.ts'
import { FactorTable, factorName, findingText, trendText, written } from './factor-table.tsx'
import { inWords } from './in-words.ts'
import { factorsOfStep, lastStep } from './steps.ts'

/** The first step in which a factor is still missing; the last when none is. */
const nextStep = (assessment: Assessment): number => {
  for (let step = 1; step < lastStep; step++)
    if (!(factorsOfStep(step) ?? []).every(({ id }) => assessment.factors.has(id))) return step
  return lastStep
}

const parts = ['summary', 'changed', 'not_known', 'done'] as const

const page = route({
  method: 'get',
  path: assessmentAddress(':id'),
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const id = visit.params['id'] ?? ''
      const assessment = await readAssessment(tx, id)
      if (assessment.record.mergedInto) return redirect(assessmentAddress(assessment.record.mergedInto))
      return show(visit, tx, assessment)
    }),
})

async function show(visit: Visit, tx: Tx, assessment: Assessment): Promise<Response> {
  const { language } = visit
  const w = preventionWords(language)
  const { record, state } = assessment
  const value = (name: string) => inWords(tx, 'country_assessment', name, record.values[name], language)
  const others = (await listAssessments(tx, { state })).filter(
    ({ id, complete }) => complete && id !== assessment.id,
  )
  const before = others.find(({ asOf }) => asOf < assessment.asOf)
  const mayWrite = can(tx.actor, 'write')
  return workspacePage(visit, {
    title: `${value('state')}, ${value('as_of')}`,
    lede: w('framework'),
    fictitious: assessment.fictitious,
    breadcrumbs: [{ href: preventionAddress, label: w('title') }],
    audience: {
      visibility: record.visibility,
      visibilityLabel: label(visibilityLabel[record.visibility], language),
      seenBy: w(record.visibility === 'restricted' ? 'seen_restricted' : 'seen_internal'),
      publicSees: w('never_public'),
    },
    actions: (
      <>
        {mayWrite && !assessment.complete ? (
          <LinkButton href={stepAddress(assessment.id, nextStep(assessment))} kind="primary">
            {w('go_on')}
          </LinkButton>
        ) : null}
        {before ? (
          <LinkButton href={`${compareAddress}?before=${before.id}&after=${assessment.id}`}>
            {w('compare_with', { when: formatDate(before.asOf, language) })}
          </LinkButton>
        ) : null}
        {mayWrite && assessment.complete ? (
          <LinkButton href={`${newAssessment}?state=${state}`}>{w('new')}</LinkButton>
        ) : null}
        {can(tx.actor, 'export') ? (
          <LinkButton href={`${assessmentAddress(assessment.id)}/csv`} download>
            {w('csv')}
          </LinkButton>
        ) : null}
      </>
    ),
    notices: assessment.complete ? null : <Notice kind="warning">{w('is_draft')}</Notice>,
    children: (
      <>
        <FactList
          facts={[
            ...(['by', 'with', 'groups', 'review_on'] as const).flatMap((name) => {
              const text = value(name)
              return text === '' ? [] : [{ label: w(`f_${name}`), value: text }]
            }),
            {
              label: w('stage'),
              value: assessment.complete ? w('stage_complete') : <Stamp>{w('stage_draft')}</Stamp>,
            },
            {
              label: w('whole_record'),
              value: <a href={`/workspace/record/${assessment.id}?whole=1`}>{w('whole_record_link')}</a>,
            },
          ]}
        />
        {parts.map((name) => {
          const text = written(record, name)
          return text === '' ? null : (
            <Section key={name} title={w(`f_${name}`)}>
              <Prose>
                <p className="written">{text}</p>
              </Prose>
            </Section>
          )
        })}
        <Section title={w('factors')} id="factors">
          <FactorTable {...{ tx, language }} factors={assessment.factors} />
          <p className="quiet">{w('method')}</p>
        </Section>
      </>
    ),
  })
}

const csv = route({
  method: 'get',
  path: `${assessmentAddress(':id')}/csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = preventionWords(language)
    const { rows, name } = await visit.within(async (tx) => {
      const assessment = await readAssessment(tx, visit.params['id'] ?? '')
      await writeLedger(tx, 'export.run', assessment.id, { figures: 'country_assessment', format: 'csv' })
      const state = inWords(tx, 'country_assessment', 'state', assessment.state, language)
      return {
        name: `assessment-${assessment.state}-${assessment.asOf}.csv`,
        rows: atrocityFactors.map((factor) => {
          const record = assessment.factors.get(factor.id)
          return [
            state,
            assessment.asOf,
            label(atrocityScopeLabels[factor.scope], language),
            factorName(factor, language),
            findingText(record, language),
            trendText(record, language),
            written(record, 'reasons'),
            valuesOf(record?.values['evidence'])
              .map((one) => record?.linked.get((one as Reference).to)?.title ?? '')
              .filter(Boolean)
              .join(' | '),
            written(record, 'evidence_on'),
          ]
        }),
      }
    })
    const header = [
      w('state'),
      w('as_of'),
      w('crimes'),
      w('factor'),
      w('finding'),
      w('trend'),
      w('reasons'),
      w('evidence'),
      w('evidence_when'),
    ]
    return stream(writeCsv(header, rows), name, 'text/csv; charset=utf-8')
  },
})

export const assessmentRoutes = [page, csv]
