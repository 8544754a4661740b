import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { Section } from '#web/components'
import { workWords } from '../messages.ts'
import { readTasks } from '../work.ts'
import { AnswerForm, TaskTable } from './task-table.tsx'

/** On the page of a step that waits: what became of it. On that of an open task: what can be done with it. */
export const stepRecordPanel: RecordPanel = async (visit, tx, record) => {
  const w = workWords(visit.language)
  if (record.deletedAt || !can(tx.actor, 'write')) return null
  const back = `/workspace/record/${record.id}`
  if (record.type === 'step' && record.values['answer'] === 'awaited')
    return (
      <Section title={w('note_answer')} id="answer">
        <AnswerForm {...{ visit, back }} step={record} />
      </Section>
    )
  if (record.type === 'task') {
    const tasks = await readTasks(tx, { recordId: record.id, limit: 1 })
    return tasks.length === 0 ? null : (
      <Section title={w('act_title')} id="act">
        <TaskTable {...{ visit, tx, tasks, back }} id="task" mayWrite withOwner preselected />
      </Section>
    )
  }
  return null
}
