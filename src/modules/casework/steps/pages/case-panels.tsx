import { sql } from 'kysely'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, type Reference, readRecords, valuesOf } from '#platform/records'
import { Details, LinkButton, Table, Tag } from '#web/components'
import type { CasePanel } from '../../room.ts'
import { valueInWords } from '../../show.ts'
import { workWords } from '../messages.ts'
import { readTasks } from '../work.ts'
import { answerLabels } from '../words-of-steps.ts'
import { AnswerForm, TaskTable } from './task-table.tsx'

const mostTasks = 100
const latest = 8

/** What is to be done on the case. */
export const tasksPanel: CasePanel = {
  name: 'tasks',
  title: (language) => workWords(language)('tasks'),
  order: 10,
  async show(visit, tx, record) {
    const w = workWords(visit.language)
    const tasks = await readTasks(tx, { caseId: record.id, limit: mostTasks })
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    return (
      <>
        {tasks.length === 0 ? (
          <p className="quiet">{w('no_tasks')}</p>
        ) : (
          <TaskTable
            {...{ visit, tx, tasks, mayWrite }}
            id="case-tasks"
            back={`/workspace/case/${record.id}`}
            withCase={false}
            withOwner
          />
        )}
        {mayWrite ? (
          <p>
            <LinkButton href={`/workspace/tasks/new?case=${record.id}`}>{w('add_task')}</LinkButton>
          </p>
        ) : null}
      </>
    )
  },
}

/** What was done on the case, the latest first. */
export const stepsPanel: CasePanel = {
  name: 'steps',
  title: (language) => workWords(language)('steps'),
  order: 12,
  async show(visit, tx, record) {
    const { language } = visit
    const w = workWords(language)
    const steps = await latestSteps(tx, record.id)
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    return (
      <>
        {mayWrite ? (
          <p>
            <LinkButton href={`/workspace/steps/new?case=${record.id}`} kind="primary">
              {w('log')}
            </LinkButton>
          </p>
        ) : null}
        {steps.length === 0 ? (
          <p className="quiet">{w('no_steps')}</p>
        ) : (
          <Table
            caption={w('steps')}
            captionHidden
            columns={[
              { key: 'what', label: w('what'), heading: true },
              { key: 'when', label: w('when'), nowrap: true },
              { key: 'with', label: w('with') },
              { key: 'said', label: w('asked') },
              { key: 'answer', label: w('answer') },
            ]}
            rows={steps.map((one) => {
              const said = (name: string) => valueInWords(tx, 'step', name, one.values[name], language)
              const answer = one.values['answer'] as keyof typeof answerLabels | undefined
              return {
                key: one.id,
                cells: {
                  what: <a href={`/workspace/record/${one.id}`}>{said('kind')}</a>,
                  when: formatDate(String(one.values['on']), language),
                  with: [said('counterpart'), ...namesOf(one), said('with_words')].filter(Boolean).join(', '),
                  said: <span dir="auto">{excerpt(said('asked') || said('promised') || said('notes'))}</span>,
                  answer: answer ? (
                    <>
                      <Tag>{label(answerLabels[answer], language)}</Tag>
                      {mayWrite && answer === 'awaited' ? (
                        <Details summary={w('note_answer')}>
                          <AnswerForm {...{ visit }} step={one} back={`/workspace/case/${record.id}`} />
                        </Details>
                      ) : null}
                    </>
                  ) : (
                    ''
                  ),
                },
              }
            })}
          />
        )}
        {steps.length < latest ? null : (
          <p>
            <a href={`/workspace/records/step?case=${record.id}`}>{w('all_steps')}</a>
          </p>
        )}
      </>
    )
  },
}

const excerpt = (text: string): string => (text.length > 180 ? `${text.slice(0, 178)}…` : text)

/** Those of its records with whom it was that the reader may see. */
const namesOf = (one: RecordView): readonly string[] =>
  (valuesOf(one.values['with']) as readonly Reference[]).flatMap(({ to }) => one.linked.get(to)?.title ?? [])

async function latestSteps(tx: Tx, caseId: string): Promise<readonly RecordView[]> {
  // EDTF begins with the year: as text it is in order of time, but for the few that know less than the decade.
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${caseId}::uuid and l.belongs and l.until is null
       and r.type = 'step' and r.deleted_at is null and r.merged_into is null
     order by r.values->>'on' desc, r.id desc limit ${latest}`.execute(tx.sql)
  const steps = await readRecords(
    tx,
    rows.map(({ id }) => id),
  )
  const place = new Map(rows.map(({ id }, i) => [id, i]))
  return steps.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
