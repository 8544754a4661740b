import { resolveReferences } from '#modules/registry'
import { type Visit, redirect, route } from '#platform/http'
import { type FieldProblem, Problem } from '#platform/problem'
import {
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type RecordView,
  type Reference,
  type Tx,
  createRecord,
  readRecord,
  readRecords,
  valuesOf,
} from '#platform/records'
import { Button, Form, FormActions, LinkButton, Tabs } from '#web/components'
import { type FormState, RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { stayWords } from '../messages.ts'
import { refugeStay } from '../records/refuge-stay.ts'
import { originFields } from '../records/stay-fields.ts'

const path = '/workspace/refuge-stays/new'

const asked = originFields
  .map(({ name }) => name)
  .filter((name) => !['reference', 'case', 'stage', 'route'].includes(name))

/** How a stay comes about; what is asked depends on it. */
const routes = ['nomination', 'application'] as const

const routeOf = (value: string | null) => routes.find((one) => one === value) ?? 'nomination'

/** The type as its form asks it: what the way in needs is needed. */
const askedType = (way: string): RecordTypeDefinition => ({
  ...refugeStay,
  fields: (refugeStay.fields as readonly FieldDefinition[]).map((one) => ({
    ...one,
    required: one.required === true || (one.requiredWhen?.is.includes(way) ?? false),
  })),
})

async function caseOf(tx: Tx, id: string): Promise<RecordView> {
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  return record
}

function screen(visit: Visit, tx: Tx, of: RecordView, state: FormState, status = 200): Response {
  const w = stayWords(visit.language)
  return workspacePage(visit, {
    title: w('propose'),
    status,
    fictitious: of.fictitious,
    breadcrumbs: [
      { href: '/workspace/cases', label: w('cases') },
      { href: `/workspace/case/${of.id}`, label: of.title },
    ],
    children: (
      <>
        <Tabs
          label={w('how_it_came')}
          tabs={routes.map((one) => ({
            href: `${path}?case=${of.id}&route=${one}`,
            label: w(one),
            current: state.values['route'] === one,
          }))}
        />
        <Form action={path} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <input type="hidden" name="case" value={of.id} />
          <input type="hidden" name="route" value={String(state.values['route'])} />
          <RecordForm
            {...{ state }}
            type={askedType(routeOf(String(state.values['route'])))}
            schema={tx.schema}
            language={visit.language}
            only={asked}
          />
          <FormActions>
            <Button kind="primary">{w('propose')}</Button>
            <LinkButton kind="plain" href={`/workspace/case/${of.id}#refuge`}>
              {w('open_case')}
            </LinkButton>
          </FormActions>
        </Form>
      </>
    ),
  })
}

/** Begins with the one person at risk of the case, received today. */
function beginning(of: RecordView, way: (typeof routes)[number]): FormState {
  const atRisk = (valuesOf(of.values['people']) as readonly Reference[]).filter(
    ({ attributes }) => (attributes?.['role'] ?? 'at_risk') === 'at_risk',
  )
  const [one] = atRisk
  const linked = new Map<string, LinkedRecord>(of.linked)
  return {
    values: { route: way, received: today(), ...(atRisk.length === 1 && one && { guest: { to: one.to } }) },
    linked,
  }
}

/** The records that typed names were found to be, to show them by name again. */
async function linkedOf(tx: Tx, values: Readonly<Record<string, unknown>>) {
  const ids = Object.values(values)
    .flatMap((value) => valuesOf(value))
    .flatMap((value) =>
      typeof value === 'object' && value !== null && 'to' in value ? [String(value.to)] : [],
    )
  return new Map<string, LinkedRecord>(
    (await readRecords(tx, ids)).map(({ id, type, title }) => [id, { id, type, title, deleted: false }]),
  )
}

/** Undoes what was written and brings the form back as it was typed. */
class Refusal extends Error {
  readonly of: RecordView
  readonly state: FormState
  constructor(of: RecordView, state: FormState) {
    super('refused')
    this.of = of
    this.state = state
  }
}

/** Proposing a stay: a nomination or an application, entered by whoever follows the case. */
export const newStayRoutes = [
  route({
    method: 'get',
    path,
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const of = await caseOf(tx, visit.url.searchParams.get('case') ?? '')
        return screen(visit, tx, of, beginning(of, routeOf(visit.url.searchParams.get('route'))))
      }),
  }),
  route({
    method: 'post',
    path,
    may: 'write',
    handle: async (visit) => {
      try {
        return await visit.within(async (tx) => {
          const of = await caseOf(tx, visit.form.get('case'))
          const { values, candidates, problems } = await resolveReferences(tx, refugeStay, {
            ...readRecordForm(refugeStay, visit.form),
            route: routeOf(visit.form.get('route')),
          })
          const linked = await linkedOf(tx, values)
          const failed = (found: readonly FieldProblem[]) =>
            new Refusal(of, { values, linked, candidates, problems: found })
          if (problems.length > 0) throw failed(problems)
          try {
            const { id } = await createRecord(tx, {
              type: 'refuge_stay',
              acting: true,
              ...(of.fictitious && { fictitious: true }),
              values: {
                ...Object.fromEntries(
                  Object.entries(values).filter(
                    ([name]) => name === 'route' || asked.includes(name as never),
                  ),
                ),
                case: { to: of.id },
                stage: 'origin',
              },
            })
            return redirect(`/workspace/refuge-stays/${id}`)
          } catch (error) {
            if (error instanceof Problem && error.kind === 'invalid') throw failed(error.fields)
            throw error
          }
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return visit.within(async (tx) => screen(visit, tx, error.of, error.state, 422))
      }
    },
  }),
]
