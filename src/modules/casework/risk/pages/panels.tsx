import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { readOwner } from '#platform/records'
import { LinkButton, Notice, Section } from '#web/components'
import { dayInWords } from '../../day.ts'
import type { CasePanel } from '../../room.ts'
import { TaskTable } from '../../steps/pages/task-table.tsx'
import { readTasks } from '../../steps/work.ts'
import { today } from '../../today.ts'
import { riskWords } from '../messages.ts'
import { readAssessments, whole } from '../queries/assessments.ts'
import { readDueAssessments } from '../queries/due.ts'
import { factorKinds } from '../words-of-risk.ts'
import { DangerNotice, Factors, Level, ReviewDay, lineOf } from './assessment-view.tsx'
import { EventForm, newIncident } from './incidents-page.tsx'
import { IncidentLine, readIncidents } from './incidents-view.tsx'
import { readPlan, stateOf } from './plan-table.tsx'

const mostDrawn = 8

/** Clear and present danger, before everything else on the page of the case; and a review that nobody has made. */
export const dangerPanel: CasePanel = {
  name: 'act-now',
  title: (language) => riskWords(language)('act_now'),
  order: 0,
  place: 'head',
  async show(visit, tx, record) {
    const w = riskWords(visit.language)
    const due = await readDueAssessments(tx, { caseId: record.id, limit: 50 })
    const late = due.filter(({ reviewOn }) => reviewOn < today())
    const dangers = (await readAssessments(tx, record.id)).filter(
      (one) => one.current && one.record.values['danger'] === 'yes',
    )
    if (dangers.length === 0 && late.length === 0) return null
    return (
      <>
        {dangers.map((assessment) => (
          <DangerNotice key={assessment.record.id} {...{ visit, assessment }} />
        ))}
        {late.map((one) => (
          <Notice
            key={one.id}
            kind="warning"
            title={w('review_late', { when: dayInWords(one.reviewOn, visit.language) })}
          >
            <p>
              <a href={`/workspace/case/${record.id}/risk`}>{w('to_risk')}</a>
            </p>
          </Notice>
        ))}
      </>
    )
  },
}

/** What counts now for each person of the case, in short, with the plan. */
export const riskPanel: CasePanel = {
  name: 'risk',
  title: (language) => riskWords(language)('risk'),
  order: 8,
  async show(visit, tx, record) {
    const w = riskWords(visit.language)
    const current = (await readAssessments(tx, record.id)).filter((one) => one.current)
    const lines = await readPlan(tx, record.id)
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    if (record.deletedAt) return null
    return (
      <>
        {current.length === 0 ? <p className="quiet">{w('none')}</p> : null}
        {current.map((assessment) => (
          <div key={assessment.record.id} className="flow">
            <h3>
              <a href={`/workspace/case/${record.id}/risk`}>{lineOf({ visit, tx }, assessment)}</a>
            </h3>
            <ReviewDay {...{ visit, assessment }} />
            <ul className="list">
              {factorKinds.flatMap((kind) => {
                const own = assessment.readings.filter(
                  (one) => one.kind === kind && one.record.values['level'] !== 'gone',
                )
                return own.length === 0
                  ? []
                  : [
                      <li key={kind}>
                        <span className="quiet">{w(`kind_${kind}`)}:</span>{' '}
                        {own.map((one, i) => (
                          <span key={one.record.id}>
                            {i > 0 ? ', ' : ''}
                            <bdi>{one.name}</bdi> <Level {...{ visit }} level={one.record.values['level']} />
                          </span>
                        ))}
                      </li>,
                    ]
              })}
            </ul>
          </div>
        ))}
        {lines.length > 0 ? (
          <p>
            <a href={`/workspace/case/${record.id}/risk#plan`}>{w('plan')}</a>:{' '}
            {w('plan_count', {
              open: lines.filter((line) => stateOf(line) === 'open').length,
              done: lines.filter((line) => stateOf(line) === 'done').length,
            })}
          </p>
        ) : null}
        <p className="row">
          {mayWrite ? (
            <LinkButton href={`/workspace/case/${record.id}/risk${current.length === 0 ? '/new' : ''}`}>
              {w(current.length === 0 ? 'assess' : 'to_risk')}
            </LinkButton>
          ) : (
            <a href={`/workspace/case/${record.id}/risk`}>{w('to_risk')}</a>
          )}
        </p>
      </>
    )
  },
}

/** What happened lately, drawn in time. */
export const incidentsPanel: CasePanel = {
  name: 'incidents',
  title: (language) => riskWords(language)('incidents'),
  order: 9,
  async show(visit, tx, record) {
    if (record.deletedAt) return null
    const w = riskWords(visit.language)
    const incidents = await readIncidents(tx, record.id)
    return (
      <>
        {incidents.length === 0 ? (
          <p className="quiet">{w('incidents_none')}</p>
        ) : (
          <IncidentLine {...{ visit, tx }} incidents={incidents.slice(-mostDrawn)} />
        )}
        <p className="row">
          {can(tx.actor, 'write') ? (
            <LinkButton href={newIncident(record)}>{w('add_incident')}</LinkButton>
          ) : null}
          {incidents.length > 0 ? (
            <LinkButton href={`/workspace/case/${record.id}/incidents`}>
              {w('all_incidents', { count: incidents.length })}
            </LinkButton>
          ) : null}
        </p>
      </>
    )
  },
}

/** The factors on the page of an assessment; what can be done with a line of the plan; an event out of an incident. */
export const riskRecordPanel: RecordPanel = async (visit, tx, record) => {
  const w = riskWords(visit.language)
  const mayWrite = can(tx.actor, 'write') && !record.deletedAt
  if (record.type === 'risk_assessment') {
    const [assessment] = await whole(tx, [record])
    const owner = await readOwner(tx, record.id)
    return assessment ? (
      <Section id="factors" title={w('factors')}>
        <ReviewDay {...{ visit, assessment }} />
        <Factors {...{ visit, tx, assessment }} />
        {owner ? (
          <p>
            <a href={`/workspace/case/${owner.id}/risk`}>{w('to_risk')}</a>
          </p>
        ) : null}
      </Section>
    ) : null
  }
  if (record.type === 'protection_line' && mayWrite && stateOf(record) === 'open') {
    const tasks = await readTasks(tx, { recordId: record.id, limit: 1 })
    return tasks.length === 0 ? null : (
      <Section id="act" title={w('act_on_line')}>
        <TaskTable
          {...{ visit, tx, tasks }}
          id="line"
          back={`/workspace/record/${record.id}`}
          mayWrite
          withOwner
          preselected
        />
      </Section>
    )
  }
  if (record.type === 'incident' && mayWrite && record.values['event'] === undefined)
    return (
      <Section id="event" title={w('as_event')}>
        <EventForm {...{ visit }} incident={record} />
      </Section>
    )
  return null
}
