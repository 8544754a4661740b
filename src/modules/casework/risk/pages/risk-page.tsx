import { can } from '#platform/access'
import { route } from '#platform/http'
import { Problem } from '#platform/problem'
import { Details, EmptyState, FilterForm, LinkButton, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { textOf } from '../../show.ts'
import { riskWords } from '../messages.ts'
import { type Assessment, readAssessments, readFactors } from '../queries/assessments.ts'
import { compareReadings } from '../queries/compare.ts'
import { AssessmentParts, Level, kindInWords, lineOf } from './assessment-view.tsx'
import { atRiskOf, caseOfVisit, crumbsOf } from './case-of.ts'
import { PlanTable, readPlan } from './plan-table.tsx'

/** The risk of a case whole: what counts now for each person, the plan, and the assessments before. */
const riskRoute = route({
  method: 'get',
  path: '/workspace/case/:id/risk',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await caseOfVisit(visit, tx)
      const { language } = visit
      const w = riskWords(language)
      const assessments = await readAssessments(tx, record.id)
      const current = assessments.filter((one) => one.current)
      const earlier = assessments.filter((one) => !one.current)
      const lines = await readPlan(tx, record.id)
      const factors = await readFactors(tx, record.id)
      const mayWrite = can(tx.actor, 'write')
      const people = atRiskOf(record)
      const path = `/workspace/case/${record.id}`
      return workspacePage(visit, {
        title: w('risk'),
        lede: w('risk_lede'),
        breadcrumbs: crumbsOf(visit, record, false),
        fictitious: record.fictitious,
        actions: (
          <>
            {mayWrite
              ? (people.length > 1 ? people : [null]).map((person, i) => (
                  <LinkButton
                    key={person?.id ?? ''}
                    href={`${path}/risk/new${person ? `?person=${person.id}` : ''}`}
                    kind={i === 0 ? 'primary' : 'secondary'}
                  >
                    {person ? w('assess_whom', { who: person.title }) : w('assess')}
                  </LinkButton>
                ))
              : null}
            <LinkButton href={`${path}/incidents`}>{w('incidents')}</LinkButton>
          </>
        ),
        children: (
          <>
            {current.length === 0 ? <EmptyState title={w('none')}>{w('none_text')}</EmptyState> : null}
            {current.map((assessment) => (
              <Section key={assessment.record.id} title={lineOf({ visit, tx }, assessment)}>
                <AssessmentParts {...{ visit, tx, assessment }} />
                <p>
                  <a href={`/workspace/record/${assessment.record.id}`}>{w('to_record')}</a>
                </p>
              </Section>
            ))}
            <Section id="plan" title={w('plan')}>
              <PlanTable {...{ visit, tx, lines }} caseId={record.id} hasFactors={factors.length > 0} />
            </Section>
            {assessments.length > 1 ? (
              <Section id="before" title={w('compare')}>
                <CompareForm {...{ visit, tx, assessments }} caseId={record.id} />
              </Section>
            ) : null}
            {earlier.length > 0 ? (
              <Section id="earlier" title={w('earlier')}>
                {earlier.map((assessment) => (
                  <Details key={assessment.record.id} summary={lineOf({ visit, tx }, assessment)}>
                    <AssessmentParts {...{ visit, tx, assessment }} />
                  </Details>
                ))}
              </Section>
            ) : null}
          </>
        ),
      })
    }),
})

type Part = Parameters<typeof AssessmentParts>[0]

function CompareForm(
  props: Pick<Part, 'visit' | 'tx'> & {
    readonly assessments: readonly Assessment[]
    readonly caseId: string
    readonly from?: string
    readonly to?: string
  },
) {
  const { visit, tx, assessments, caseId } = props
  const w = riskWords(visit.language)
  const options = assessments.map((one) => ({ value: one.record.id, label: lineOf({ visit, tx }, one) }))
  return (
    <FilterForm
      action={`/workspace/case/${caseId}/risk/compare`}
      label={w('compare')}
      button={w('compare_show')}
    >
      <Select
        id="from"
        name="from"
        label={w('compare_from')}
        options={options}
        value={props.from ?? before(assessments)?.record.id}
      />
      <Select
        id="to"
        name="to"
        label={w('compare_to')}
        options={options}
        value={props.to ?? options[0]?.value}
      />
    </FilterForm>
  )
}

/** The one before the latest, of the same person where there is one. */
const before = ([latest, ...others]: readonly Assessment[]): Assessment | undefined =>
  others.find((one) => one.personId === latest?.personId) ?? others[0]

/** Two assessments side by side: what changed and why. */
const compareRoute = route({
  method: 'get',
  path: '/workspace/case/:id/risk/compare',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await caseOfVisit(visit, tx)
      const w = riskWords(visit.language)
      const assessments = await readAssessments(tx, record.id)
      const asked = (name: string) =>
        assessments.find((one) => one.record.id === visit.url.searchParams.get(name))
      const chosen = [asked('from'), asked('to')].flatMap((one) => one ?? [])
      // Earlier first, whichever was named first.
      const [from, to] = chosen.toSorted((a, b) => assessments.indexOf(b) - assessments.indexOf(a))
      if (!from || !to) throw new Problem('not_found')
      const read = (one: Assessment) =>
        one.readings.map((reading) => ({ ...reading, level: textOf(reading.record.values['level']) }))
      const factors = compareReadings(read(from), read(to))
      const said = (value: unknown) => (
        <span className="written" dir="auto">
          {textOf(value)}
        </span>
      )
      return workspacePage(visit, {
        title: w('compare'),
        lede: w('compare_lede'),
        breadcrumbs: crumbsOf(visit, record),
        fictitious: record.fictitious,
        children: (
          <>
            <CompareForm
              {...{ visit, tx, assessments }}
              caseId={record.id}
              from={from.record.id}
              to={to.record.id}
            />
            {textOf(to.record.values['changed_words']) ? (
              <Section title={w('changed_words')}>
                <p className="written" dir="auto">
                  {textOf(to.record.values['changed_words'])}
                </p>
              </Section>
            ) : null}
            <Table
              caption={w('compare')}
              captionHidden
              columns={[
                { key: 'factor', label: w('factor'), heading: true },
                { key: 'before', label: lineOf({ visit, tx }, from) },
                { key: 'after', label: lineOf({ visit, tx }, to) },
                { key: 'change', label: w('change') },
                { key: 'why', label: w('why_changed') },
              ]}
              rows={[
                {
                  key: 'danger',
                  cells: {
                    factor: w('danger'),
                    before: w(from.record.values['danger'] === 'yes' ? 'act_now' : 'no_danger'),
                    after: w(to.record.values['danger'] === 'yes' ? 'act_now' : 'no_danger'),
                    change: w(
                      from.record.values['danger'] === to.record.values['danger']
                        ? 'change_same'
                        : 'change_changed',
                    ),
                    why: said(to.record.values['danger_words']),
                  },
                },
                ...factors.map((one) => ({
                  key: one.factorId,
                  cells: {
                    factor: (
                      <>
                        <span className="quiet">{kindInWords(visit, one.kind)}</span> <bdi>{one.name}</bdi>
                      </>
                    ),
                    before: one.before ? (
                      <>
                        <Level {...{ visit }} level={one.before.level} />{' '}
                        {said(one.before.record.values['reasons'])}
                      </>
                    ) : (
                      w('not_there')
                    ),
                    after: one.after ? (
                      <>
                        <Level {...{ visit }} level={one.after.level} />{' '}
                        {said(one.after.record.values['reasons'])}
                      </>
                    ) : (
                      w('not_there')
                    ),
                    change: w(`change_${one.change}`),
                    why: said(one.after?.record.values['changed_why']),
                  },
                })),
              ]}
            />
          </>
        ),
      })
    }),
})

export const riskRoutes = [riskRoute, compareRoute]
