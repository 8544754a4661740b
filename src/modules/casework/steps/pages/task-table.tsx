import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Button, Details, Flow, Form, FormErrors, Radios, Select, Table, TextInput } from '#web/components'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import type { OpenTask } from '../work.ts'
import { type WorkWords, workWords } from '../messages.ts'
import { DueDay } from './due-words.tsx'

/** The people of the organisation who are at work, for a menu. */
export const colleagueOptions = (tx: Tx, visit: Visit) =>
  [...(tx.schema.vocabularies.get('colleagues')?.byCode.values() ?? [])]
    .filter((term) => !term.retired)
    .map((term) => ({ value: term.code, label: label(term.label, visit.language) || term.code }))
    .sort((a, b) => a.label.localeCompare(b.label, visit.language))

/** The name of a colleague; of who left too. */
export const colleagueName = (tx: Tx, visit: Visit, id: string | null): string => {
  const term = id === null ? undefined : tx.schema.vocabularies.get('colleagues')?.byCode.get(id)
  return term ? label(term.label, visit.language) : ''
}

/** What was wrong with what was asked of chosen tasks, and what had been typed. */
export interface RefusedAct {
  readonly problems: readonly { readonly fieldId: string; readonly message: string }[]
  readonly chosen: readonly string[]
  readonly reason: string
  readonly to: string
  readonly safe: string
}

/**
 * Open tasks with the safe day before the legal one; where one may write, each can be chosen and all those chosen given
 * to somebody, postponed or closed. `back`: where one is afterwards.
 */
export function TaskTable(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly tasks: readonly OpenTask[]
  readonly back: string
  readonly mayWrite: boolean
  readonly id: string
  readonly caption?: string
  readonly withCase?: boolean
  readonly withOwner?: boolean
  readonly refused?: RefusedAct
  /** Chosen already: on the page of the one task. */
  readonly preselected?: boolean
}) {
  const {
    visit,
    tx,
    tasks,
    back,
    mayWrite,
    id,
    withCase = true,
    withOwner = false,
    refused,
    preselected,
  } = props
  const { language } = visit
  const w = workWords(language)
  const now = today()
  const table = (
    <Table
      caption={props.caption ?? w('tasks')}
      captionHidden
      columns={[
        ...(mayWrite ? [{ key: 'choose', label: w('choose') }] : []),
        { key: 'what', label: w('what'), heading: true },
        ...(withCase ? [{ key: 'case', label: w('case') }] : []),
        ...(withOwner ? [{ key: 'owner', label: w('whose') }] : []),
        { key: 'safe', label: w('safe'), nowrap: true },
        { key: 'legal', label: w('legal'), nowrap: true },
      ]}
      rows={tasks.map((task) => ({
        key: task.id,
        cells: {
          choose: (
            <input
              type="checkbox"
              name="task"
              value={task.id}
              aria-label={`${w('choose')}: ${task.what}`}
              defaultChecked={preselected ?? refused?.chosen.includes(task.id)}
            />
          ),
          what: <a href={`/workspace/record/${task.id}`}>{task.what}</a>,
          case: task.caseId ? (
            <a href={`/workspace/case/${task.caseId}`} dir="auto">
              {task.caseTitle}
            </a>
          ) : (
            ''
          ),
          owner: <bdi>{colleagueName(tx, visit, task.ownerId) || w('nobody')}</bdi>,
          safe: <DueDay {...{ now, language, w }} day={task.safe} />,
          legal: task.legal ? (
            <time dateTime={task.legal}>
              {dayInWords(task.legal, language)}
              {task.legal < now ? <b> · {w('past_legal')}</b> : null}
            </time>
          ) : (
            ''
          ),
        },
      }))}
    />
  )
  if (!mayWrite) return table
  return (
    <Form action="/workspace/tasks/act" csrf={visit.session?.formToken ?? ''} id={id}>
      <input type="hidden" name="back" value={back} />
      {refused ? <FormErrors title={w('errors')} errors={refused.problems} /> : null}
      {table}
      <Details summary={w('chosen')} open={refused !== undefined}>
        <BulkActions {...{ visit, tx, id, w, refused }} />
      </Details>
    </Form>
  )
}

function BulkActions(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly id: string
  readonly w: WorkWords
  readonly refused: RefusedAct | undefined
}) {
  const { visit, tx, id, w, refused } = props
  return (
    <Flow>
      <TextInput
        id={`${id}-reason`}
        name="reason"
        label={w('reason')}
        hint={w('reason_hint')}
        value={refused?.reason}
        maxLength={2_000}
      />
      <Select
        id={`${id}-to`}
        name="to"
        label={w('give_to')}
        empty="—"
        options={colleagueOptions(tx, visit)}
        value={refused?.to}
      />
      <p>
        <Button name="do" value="reassign">
          {w('give')}
        </Button>
      </p>
      <TextInput
        id={`${id}-safe`}
        name="safe"
        label={w('new_safe')}
        value={refused?.safe}
        short
        autoComplete="off"
        maxLength={10}
        hint="2026-11-21"
      />
      <p>
        <Button name="do" value="postpone">
          {w('postpone')}
        </Button>
      </p>
      <div className="row">
        <Button name="do" value="done" kind="primary">
          {w('done')}
        </Button>
        <Button name="do" value="dropped">
          {w('dropped')}
        </Button>
      </div>
    </Flow>
  )
}

/** What became of what was asked, as a form. */
export function AnswerForm(props: {
  readonly visit: Visit
  readonly step: { readonly id: string; readonly version: number }
  readonly back: string
}) {
  const { visit, step, back } = props
  const w = workWords(visit.language)
  return (
    <Form action={`/workspace/steps/${step.id}/answer`} csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="version" value={step.version} />
      <input type="hidden" name="back" value={back} />
      <Radios
        id={`answer-${step.id}`}
        name="answer"
        label={w('what_became')}
        value="answered"
        options={[
          { value: 'answered', label: w('answered') },
          { value: 'refused', label: w('refused') },
          { value: 'dropped', label: w('no_longer') },
        ]}
      />
      <TextInput id={`words-${step.id}`} name="words" label={w('answer_words')} maxLength={4_000} />
      <TextInput
        id={`on-${step.id}`}
        name="on"
        label={w('answer_on')}
        value={today()}
        short
        autoComplete="off"
        maxLength={10}
      />
      <p>
        <Button>{w('note_answer')}</Button>
      </p>
    </Form>
  )
}
