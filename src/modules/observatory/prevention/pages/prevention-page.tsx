import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type Tx, listRecords } from '#platform/records'
import { EmptyState, LinkButton, Notice, Section, Stamp, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { today } from '../../states/day-text.ts'
import {
  assessmentAddress,
  compareAddress,
  newAssessment,
  preventionAddress,
  statesOnDayAddress,
  warningAddress,
} from '../addresses.ts'
import { type PreventionWords, preventionWords } from '../messages.ts'
import { focalPoint } from '../records/focal-point.ts'
import { type AssessmentHead, latestOfEach, listAssessments } from '../queries/read-assessments.ts'
import { readWarningRuns } from '../warning/read-warning.ts'
import { inWords } from './in-words.ts'

const mostPoints = 100

/** Where prevention begins: the assessments that the reader may see, early warning, focal points. */
const page = route({
  method: 'get',
  path: preventionAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = preventionWords(language)
      const heads = await listAssessments(tx)
      const run = (await readWarningRuns(tx)).find(({ report }) => report !== null)
      const mayWrite = can(tx.actor, 'write')
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        fictitious: heads.length > 0 && heads.every(({ fictitious }) => fictitious),
        notices: <Notice>{w('internal')}</Notice>,
        actions: (
          <>
            {mayWrite ? (
              <LinkButton href={newAssessment} kind="primary">
                {w('new')}
              </LinkButton>
            ) : null}
            {latestOfEach(heads).length > 1 ? (
              <LinkButton href={statesOnDayAddress}>{w('states_link')}</LinkButton>
            ) : null}
          </>
        ),
        children: (
          <>
            <Section title={w('assessments')} id="assessments">
              {heads.length === 0 ? (
                <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
              ) : (
                <AssessmentTable {...{ visit, tx, heads, w }} />
              )}
            </Section>
            <Section title={w('warning')} id="early-warning">
              <p>
                {run?.report
                  ? w('warning_ready', { year: run.report.year, count: run.report.learnt })
                  : w('warning_none')}{' '}
                <a href={warningAddress}>{w('warning_open')}</a>
              </p>
            </Section>
            <FocalPoints
              {...{ visit, tx, w }}
              points={await listRecords(tx, { type: focalPoint.name, sort: 'name', limit: mostPoints })}
            />
          </>
        ),
      })
    }),
})

function AssessmentTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly heads: readonly AssessmentHead[]
  readonly w: PreventionWords
}): ReactNode {
  const { visit, tx, heads, w } = props
  const { language } = visit
  const mixed = heads.some(({ fictitious }) => !fictitious)
  const latest = new Set(latestOfEach(heads).map(({ id }) => id))
  const of = (name: string, value: unknown) => inWords(tx, 'country_assessment', name, value, language)
  const several = (state: string) => heads.filter((one) => one.state === state && one.complete).length > 1
  return (
    <Table
      caption={w('assessments')}
      captionHidden
      columns={[
        { key: 'state', label: w('state'), heading: true },
        { key: 'asOf', label: w('as_of'), nowrap: true },
        { key: 'stage', label: w('stage') },
        { key: 'by', label: w('made_by') },
        { key: 'review', label: w('f_review_on'), nowrap: true },
        { key: 'compare', label: w('change') },
      ]}
      rows={heads.map((one) => ({
        key: one.id,
        cells: {
          state: (
            <>
              <a href={assessmentAddress(one.id)}>{of('state', one.state)}</a>
              {one.fictitious && mixed ? (
                <>
                  {' '}
                  <Stamp>{w('fictitious')}</Stamp>
                </>
              ) : null}
            </>
          ),
          asOf: formatDate(one.asOf, language),
          stage: one.complete ? w('stage_complete') : w('stage_draft'),
          by: of('by', one.by ?? []),
          review: !latest.has(one.id)
            ? w('replaced')
            : one.reviewOn !== '' && one.reviewOn <= today()
              ? `${formatDate(one.reviewOn, language)} (${w('overdue')})`
              : one.reviewOn === ''
                ? ''
                : formatDate(one.reviewOn, language),
          compare:
            latest.has(one.id) && several(one.state) ? (
              <a href={`${compareAddress}?state=${one.state}`}>{w('compare')}</a>
            ) : null,
        },
      }))}
    />
  )
}

function FocalPoints(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: PreventionWords
  readonly points: Awaited<ReturnType<typeof listRecords>>
}): ReactNode {
  const { visit, tx, w, points } = props
  const { language } = visit
  return (
    <Section
      title={label(focalPoint.plural, language)}
      id="focal-points"
      action={
        can(tx.actor, 'write') ? (
          <LinkButton href={`/workspace/records/${focalPoint.name}/new`} small>
            {w('new_focal_point')}
          </LinkButton>
        ) : null
      }
    >
      {points.rows.length === 0 ? (
        <p className="quiet">{w('no_focal_points')}</p>
      ) : (
        <Table
          caption={label(focalPoint.plural, language)}
          captionHidden
          columns={[
            { key: 'name', label: w('focal_name'), heading: true },
            { key: 'state', label: w('state') },
            { key: 'role', label: w('role') },
            { key: 'period', label: w('since') },
          ]}
          rows={points.rows.map((row) => ({
            key: row.id,
            cells: {
              name: (
                <a href={`/workspace/record/${row.id}`} dir="auto">
                  {row.title}
                </a>
              ),
              state: inWords(tx, focalPoint.name, 'state', row.values['state'], language),
              role: inWords(tx, focalPoint.name, 'role', row.values['role'], language),
              period: inWords(tx, focalPoint.name, 'period', row.values['period'], language),
            },
          }))}
        />
      )}
      {points.next === null ? null : (
        <p>
          <a href={`/workspace/records/${focalPoint.name}`}>{w('all_focal_points')}</a>
        </p>
      )}
    </Section>
  )
}

export const preventionRoutes = [page]
