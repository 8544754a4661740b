import { resolveReferences } from '#modules/registry'
import { type Visit, redirect, route } from '#platform/http'
import { type FieldProblem, Problem } from '#platform/problem'
import { type LinkedRecord, type Reference, type Tx, readRecord } from '#platform/records'
import { Button, Form, FormActions, LinkButton } from '#web/components'
import { type FormState, RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { addTask } from '../actions/add-task.ts'
import { closeTasks, postponeTasks, reassignTasks } from '../actions/change-tasks.ts'
import { workWords } from '../messages.ts'
import { task } from '../records/task.ts'
import { readTasks } from '../work.ts'
import { backOf } from './back.ts'
import { type RefusedAct, TaskTable } from './task-table.tsx'

const asked = ['what', 'case', 'owner', 'team', 'safe', 'legal', 'rests_on']

interface Screen {
  readonly state: FormState
  readonly of: LinkedRecord | null
  readonly status?: number
}

async function caseOf(tx: Tx, id: string | null): Promise<LinkedRecord | null> {
  if (!id) return null
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  return { id: record.id, type: 'case', title: record.title, deleted: false }
}

function taskScreen(visit: Visit, tx: Tx, { state, of, status = 200 }: Screen): Response {
  const w = workWords(visit.language)
  return workspacePage(visit, {
    title: w('add_task'),
    lede: w('add_task_lede'),
    status,
    breadcrumbs: of
      ? [
          { href: '/workspace/cases', label: w('cases') },
          { href: `/workspace/case/${of.id}`, label: of.title },
        ]
      : [],
    children: (
      <Form action="/workspace/tasks/new" csrf={visit.session?.formToken ?? ''} confirmLeave>
        {of ? <input type="hidden" name="case" value={of.id} /> : null}
        <RecordForm
          {...{ state }}
          type={task}
          schema={tx.schema}
          language={visit.language}
          only={asked.filter((name) => !of || (name !== 'case' && name !== 'team'))}
        />
        <FormActions>
          <Button kind="primary">{w('save_task')}</Button>
          <LinkButton kind="plain" href={of ? `/workspace/case/${of.id}` : '/workspace/day'}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newTask = route({
  method: 'get',
  path: '/workspace/tasks/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) =>
      taskScreen(visit, tx, {
        of: await caseOf(tx, visit.url.searchParams.get('case')),
        state: { values: { owner: tx.actor.accountId } },
      }),
    ),
})

/** Undoes what was written and brings the form back as it was typed. */
class Refusal extends Error {
  readonly screen: Screen
  constructor(screen: Screen) {
    super('refused')
    this.screen = screen
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const createTask = route({
  method: 'post',
  path: '/workspace/tasks/new',
  may: 'write',
  handle: async (visit) => {
    try {
      return await visit.within(async (tx) => {
        const of = await caseOf(tx, visit.form.get('case') || null)
        const { values, candidates, problems } = await resolveReferences(
          tx,
          task,
          readRecordForm(task, visit.form),
        )
        const failed = (found: readonly FieldProblem[]) =>
          new Refusal({ of, status: 422, state: { values, candidates, problems: found } })
        if (problems.length > 0) throw failed(problems)
        const caseId = of?.id ?? (values['case'] as Partial<Reference> | undefined)?.to
        try {
          const { id } = await addTask(tx, {
            what: text(values['what']),
            owner: text(values['owner']),
            ...(caseId && { caseId }),
            teamId: text(values['team']),
            safe: text(values['safe']),
            legal: text(values['legal']),
            restsOn: text(values['rests_on']),
          })
          return redirect(caseId ? `/workspace/case/${caseId}#tasks` : `/workspace/record/${id}`)
        } catch (error) {
          if (error instanceof Problem && error.kind === 'invalid') throw failed(error.fields)
          throw error
        }
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return visit.within(async (tx) => taskScreen(visit, tx, error.screen))
    }
  },
})

/** What was asked of the chosen tasks, done to all of them or to none. */
async function act(visit: Visit, tx: Tx): Promise<number> {
  const { form } = visit
  const ids = form.all('task')
  const reason = form.get('reason')
  switch (form.get('do')) {
    case 'reassign':
      return reassignTasks(tx, { ids, to: form.get('to'), reason })
    case 'postpone':
      return postponeTasks(tx, { ids, safe: form.get('safe').trim(), reason })
    case 'done':
    case 'dropped':
      return closeTasks(tx, { ids, state: form.get('do'), words: reason })
    default:
      throw new Problem('malformed')
  }
}

/** Where on the form a field that was refused stands. */
const controls: Readonly<Record<string, string>> = {
  reason: 'refused-reason',
  to: 'refused-to',
  owner: 'refused-to',
  assigned_to: 'refused-to',
  safe: 'refused-safe',
}

const actRoute = route({
  method: 'post',
  path: '/workspace/tasks/act',
  may: 'write',
  handle: async (visit) => {
    const { form } = visit
    const back = backOf(form.get('back'))
    try {
      const count = await visit.within((tx) => act(visit, tx))
      const [path = '', search = ''] = back.split('?')
      const query = new URLSearchParams(search)
      query.set('acted', String(count))
      return redirect(`${path}?${query}`)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      const refused: RefusedAct = {
        problems: error.fields.map(({ field, message }) => ({
          fieldId: controls[field] ?? 'refused',
          message: message[visit.language],
        })),
        chosen: form.all('task'),
        reason: form.get('reason'),
        to: form.get('to'),
        safe: form.get('safe'),
      }
      return visit.within((tx) => refusedScreen(visit, tx, back, refused))
    }
  },
})

/** The chosen tasks alone, with what is wrong and what had been typed. */
async function refusedScreen(visit: Visit, tx: Tx, back: string, refused: RefusedAct): Promise<Response> {
  const w = workWords(visit.language)
  const tasks = []
  for (const recordId of [...new Set(refused.chosen)].slice(0, 200))
    if (/^[0-9a-f-]{36}$/.test(recordId)) tasks.push(...(await readTasks(tx, { recordId, limit: 1 })))
  return workspacePage(visit, {
    title: w('act_title'),
    status: 422,
    breadcrumbs: [{ href: back, label: w('cancel') }],
    children: <TaskTable {...{ visit, tx, tasks, back, refused }} id="refused" mayWrite withOwner />,
  })
}

export const taskRoutes = [newTask, createTask, actRoute]
