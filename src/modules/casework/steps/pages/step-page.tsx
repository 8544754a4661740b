import { buffer } from 'node:stream/consumers'
import { resolveReferences } from '#modules/registry'
import { type Visit, redirect, route } from '#platform/http'
import { type FieldProblem, Problem } from '#platform/problem'
import { type LinkedRecord, type Reference, type Tx, maySeal, readRecord } from '#platform/records'
import { readOwnKey } from '#platform/vault'
import { Button, Details, FileInput, Form, FormActions, LinkButton, Radios, TextArea } from '#web/components'
import { type FormState, RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { answerStep } from '../actions/answer-step.ts'
import type { GivenMessage } from '../actions/keep-message.ts'
import { logStep } from '../actions/log-step.ts'
import { workWords } from '../messages.ts'
import { backOf } from './back.ts'
import { stepForm } from './step-form.ts'

const mostBytes = 40_000_000

interface Screen {
  readonly state: FormState
  /** The case from which it is logged; null: it is asked. */
  readonly of: LinkedRecord | null
  readonly pasted?: string
  readonly keeping?: string
  readonly status?: number
}

/** The case that the address or the form names, where the asker sees it. */
async function caseOf(tx: Tx, id: string | null): Promise<LinkedRecord | null> {
  if (!id) return null
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  return { id: record.id, type: 'case', title: record.title, deleted: false }
}

async function stepScreen(visit: Visit, tx: Tx, screen: Screen): Promise<Response> {
  const { language } = visit
  const w = workWords(language)
  const { of, state, pasted, status = 200 } = screen
  const sealing = await maySeal(tx)
  // Who has no key yet would be refused: then it is theirs to choose.
  const keeping = screen.keeping || ((await readOwnKey(tx)) ? 'sealed' : 'identity')
  const names = stepForm.fields.map(({ name }) => name).filter((name) => !of || name !== 'case')
  return workspacePage(visit, {
    title: w('log'),
    lede: w('log_lede'),
    status,
    breadcrumbs: of
      ? [
          { href: '/workspace/cases', label: w('cases') },
          { href: `/workspace/case/${of.id}`, label: of.title },
        ]
      : [],
    children: (
      <Form action="/workspace/steps/new" csrf={visit.session?.formToken ?? ''} files confirmLeave>
        {of ? <input type="hidden" name="case" value={of.id} /> : null}
        <RecordForm
          {...{ state, language }}
          type={stepForm}
          schema={tx.schema}
          only={names.filter((name) => name !== 'at')}
        />
        <Details summary={w('at_hour')} open={state.problems?.some(({ field }) => field === 'at')}>
          <RecordForm
            {...{ state, language }}
            type={stepForm}
            schema={tx.schema}
            only={['at']}
            headings={false}
            errorsAbove
          />
        </Details>
        <Details summary={w('message')} open={Boolean(pasted) || state.values['kind'] === 'message'}>
          <p className="hint">{w('message_hint')}</p>
          <TextArea
            id="pasted"
            name="pasted"
            label={w('pasted')}
            value={pasted}
            rows={6}
            maxLength={190_000}
          />
          <FileInput
            id="eml"
            name="eml"
            label={w('file')}
            hint={w('file_hint')}
            accept=".eml,message/rfc822"
          />
          {sealing ? (
            <Radios
              id="keeping"
              name="keeping"
              label={w('keeping')}
              value={keeping === 'identity' ? 'identity' : 'sealed'}
              options={[
                { value: 'sealed', label: w('keep_sealed') },
                { value: 'identity', label: w('keep_identity') },
              ]}
            />
          ) : (
            <p className="hint">{w('keep_unsealed')}</p>
          )}
        </Details>
        <FormActions>
          <Button kind="primary">{w('save_step')}</Button>
          <LinkButton kind="plain" href={of ? `/workspace/case/${of.id}` : '/workspace/day'}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newStep = route({
  method: 'get',
  path: '/workspace/steps/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) =>
      stepScreen(visit, tx, {
        of: await caseOf(tx, visit.url.searchParams.get('case')),
        state: { values: { kind: 'call', on: today(), next_owner: tx.actor.accountId } },
      }),
    ),
})

/** The message that came with the form: a file before words that were pasted. */
async function messageOf(visit: Visit): Promise<GivenMessage | undefined> {
  const file = visit.form.files.find(({ field }) => field === 'eml')
  if (file) return { bytes: await buffer(file.content()) }
  const pasted = visit.form.get('pasted')
  return pasted.trim() === '' ? undefined : { pasted }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

async function save(visit: Visit, tx: Tx): Promise<Response> {
  const { form } = visit
  const of = await caseOf(tx, form.get('case') || null)
  const posted = readRecordForm(stepForm, form)
  const typed = { of, pasted: form.get('pasted'), keeping: form.get('keeping') }
  const rows = form.get('_add') ? { [form.get('_add').replace(/^f\./, '')]: 1 } : null
  if (rows || form.get('_remove'))
    return stepScreen(visit, tx, {
      ...typed,
      state: { values: withoutRow(posted, form.get('_remove')), extraRows: rows ?? {} },
    })
  const { values, candidates, problems } = await resolveReferences(tx, stepForm, posted)
  const failed = (found: readonly FieldProblem[]): Refusal =>
    new Refusal({ ...typed, status: 422, state: { values, candidates, problems: found } })
  if (problems.length > 0) throw failed(problems)
  const own = Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith('next_') && name !== 'case'),
  )
  const caseId = of?.id ?? (values['case'] as Partial<Reference> | undefined)?.to
  const what = text(values['next_what'])
  const message = await messageOf(visit)
  try {
    const { id } = await logStep(tx, visit.house.files, {
      values: own,
      ...(caseId && { caseId }),
      ...(message && { message, keeping: form.get('keeping') === 'sealed' ? 'sealed' : 'identity' }),
      ...(what && {
        next: {
          what,
          owner: text(values['next_owner']) || tx.actor.accountId,
          safe: text(values['next_safe']),
          legal: text(values['next_legal']),
        },
      }),
    })
    return redirect(caseId ? `/workspace/case/${caseId}#steps` : `/workspace/record/${id}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw failed(error.fields)
  }
}

/** Undoes what was written and brings the form back as it was typed. */
class Refusal extends Error {
  readonly screen: Screen
  constructor(screen: Screen) {
    super('refused')
    this.screen = screen
  }
}

function withoutRow(
  values: Readonly<Record<string, unknown>>,
  removed: string,
): Readonly<Record<string, unknown>> {
  const found = /^f\.(\w+)\.(\d+)$/.exec(removed)
  const list = found?.[1] ? values[found[1]] : undefined
  if (!found?.[1] || !Array.isArray(list)) return values
  return { ...values, [found[1]]: list.filter((_, i) => i !== Number(found[2])) }
}

const createStep = route({
  method: 'post',
  path: '/workspace/steps/new',
  may: 'write',
  bodyLimit: mostBytes,
  hiddenUploads: true,
  handle: async (visit) => {
    try {
      return await visit.within((tx) => save(visit, tx))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return visit.within((tx) => stepScreen(visit, tx, error.screen))
    }
  },
})

const answerRoute = route({
  method: 'post',
  path: '/workspace/steps/:id/answer',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form, params } = visit
      await answerStep(tx, {
        id: params['id'] ?? '',
        version: Number(form.get('version')),
        answer: form.get('answer'),
        words: form.get('words'),
        on: form.get('on').trim(),
      })
      return redirect(backOf(form.get('back')))
    }),
})

export const stepRoutes = [newStep, createStep, answerRoute]
