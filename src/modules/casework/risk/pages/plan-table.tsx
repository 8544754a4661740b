import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, readBelongings, readRecordsInBulk } from '#platform/records'
import { LinkButton, Table, Tag } from '#web/components'
import { DueDay } from '../../steps/pages/due-words.tsx'
import { workWords } from '../../steps/messages.ts'
import { colleagueName } from '../../steps/pages/task-table.tsx'
import { textOf } from '../../show.ts'
import { today } from '../../today.ts'
import { riskWords } from '../messages.ts'
import { referenceOf } from '../queries/assessments.ts'
import { lineStateLabels } from '../words-of-risk.ts'

/** The lines of the plan of a case: what is open by its day, then what has ended. */
export async function readPlan(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  const ids = (await readBelongings(tx, caseId, ['protection_line'])).flatMap(({ id, deletedAt }) =>
    deletedAt ? [] : [id],
  )
  const order = (line: RecordView) =>
    `${stateOf(line) === 'open' ? 0 : 1} ${String(line.values['safe'])} ${line.id}`
  return (await readRecordsInBulk(tx, ids)).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

export const stateOf = (line: RecordView): keyof typeof lineStateLabels => {
  const state = line.values['state']
  return state === 'done' || state === 'dropped' ? state : 'open'
}

/** The plan as a table; each line leads to its page, where it is closed, postponed or given away. */
export function PlanTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly caseId: string
  readonly lines: readonly RecordView[]
  readonly hasFactors: boolean
}) {
  const { visit, tx, caseId, lines, hasFactors } = props
  const { language } = visit
  const w = riskWords(language)
  const work = workWords(language)
  return (
    <>
      {lines.length === 0 ? (
        <p className="quiet">{w('plan_none')}</p>
      ) : (
        <Table
          caption={w('plan')}
          captionHidden
          columns={[
            { key: 'what', label: w('measure'), heading: true },
            { key: 'factor', label: w('acts_on') },
            { key: 'owner', label: w('sees_to_it') },
            { key: 'by', label: w('by'), nowrap: true },
            { key: 'state', label: w('state') },
          ]}
          rows={lines.map((line) => {
            const state = stateOf(line)
            const factor = referenceOf(line, 'factor')
            const due = typeof line.values['safe'] === 'string' ? line.values['safe'] : null
            return {
              key: line.id,
              cells: {
                what: (
                  <a href={`/workspace/record/${line.id}`} dir="auto">
                    {line.title}
                  </a>
                ),
                factor: factor ? <span dir="auto">{line.linked.get(factor)?.title ?? ''}</span> : '',
                owner: (
                  <>
                    <bdi>{colleagueName(tx, visit, textOf(line.values['owner']) || null)}</bdi>
                    {textOf(line.values['done_by']) ? (
                      <span className="quiet">
                        {' · '}
                        <bdi>{textOf(line.values['done_by'])}</bdi>
                      </span>
                    ) : null}
                  </>
                ),
                by:
                  state === 'open' ? (
                    <DueDay {...{ language }} day={due} now={today()} w={work} />
                  ) : due ? (
                    formatDate(due, language)
                  ) : (
                    ''
                  ),
                state: <Tag>{label(lineStateLabels[state], language)}</Tag>,
              },
            }
          })}
        />
      )}
      {can(tx.actor, 'write') ? (
        hasFactors ? (
          <p>
            <LinkButton href={`/workspace/case/${caseId}/plan/new`}>{w('add_measure')}</LinkButton>
          </p>
        ) : (
          <p className="quiet">{w('plan_needs_factor')}</p>
        )
      ) : null}
    </>
  )
}
