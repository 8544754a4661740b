import { type Visit, redirect, route } from '#platform/http'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordTypeDefinition, type RecordView, type Tx } from '#platform/records'
import { Button, Form, FormActions, FormErrors, LinkButton, Select } from '#web/components'
import { RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { addLine } from '../actions/add-line.ts'
import { riskWords } from '../messages.ts'
import { readFactors } from '../queries/assessments.ts'
import { protectionLine } from '../records/protection-line.ts'
import { factorKinds } from '../words-of-risk.ts'
import { kindInWords } from './assessment-view.tsx'
import { caseOfVisit, crumbsOf } from './case-of.ts'

/** What is asked of a line beside its factor, which is chosen from a list. */
const lineForm: RecordTypeDefinition = {
  ...protectionLine,
  fields: protectionLine.fields.filter(({ name }) => !['case', 'factor', 'team'].includes(name)),
}

interface Typed {
  readonly values: Readonly<Record<string, unknown>>
  readonly factorId: string
  readonly problems?: readonly FieldProblem[]
}

async function screenOf(visit: Visit, tx: Tx, record: RecordView, typed: Typed): Promise<Response> {
  const { language } = visit
  const w = riskWords(language)
  const factors = await readFactors(tx, record.id)
  const wrong = typed.problems?.find(({ field }) => field === 'factor')?.message[language]
  return workspacePage(visit, {
    title: w('add_measure'),
    lede: w('add_measure_lede'),
    status: typed.problems ? 422 : 200,
    breadcrumbs: crumbsOf(visit, record),
    fictitious: record.fictitious,
    children: (
      <Form
        action={`/workspace/case/${record.id}/plan/new`}
        csrf={visit.session?.formToken ?? ''}
        confirmLeave
      >
        {wrong ? (
          <FormErrors
            title={w('errors')}
            errors={[{ fieldId: 'factor', message: `${w('acts_on')}: ${wrong}` }]}
          />
        ) : null}
        <Select
          id="factor"
          name="factor"
          label={w('acts_on')}
          empty="—"
          value={typed.factorId}
          error={wrong}
          options={factorKinds.flatMap((kind) => {
            const own = factors.filter((one) => one.kind === kind)
            return own.length === 0
              ? []
              : [
                  {
                    label: kindInWords(visit, kind),
                    options: own.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]
          })}
        />
        <RecordForm
          type={lineForm}
          state={{
            values: typed.values,
            ...(typed.problems && { problems: typed.problems.filter(({ field }) => field !== 'factor') }),
          }}
          schema={tx.schema}
          language={language}
        />
        <FormActions>
          <Button kind="primary">{w('save_measure')}</Button>
          <LinkButton kind="plain" href={`/workspace/case/${record.id}/risk#plan`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newRoute = route({
  method: 'get',
  path: '/workspace/case/:id/plan/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) =>
      screenOf(visit, tx, await caseOfVisit(visit, tx), {
        values: { owner: tx.actor.accountId },
        factorId: visit.url.searchParams.get('factor') ?? '',
      }),
    ),
})

const saveRoute = route({
  method: 'post',
  path: '/workspace/case/:id/plan/new',
  may: 'write',
  handle: async (visit) => {
    const values = readRecordForm(lineForm, visit.form)
    const asked = visit.form.get('factor')
    const factorId = /^[0-9a-f-]{36}$/.test(asked) ? asked : ''
    try {
      return await visit.within(async (tx) => {
        const record = await caseOfVisit(visit, tx)
        await addLine(tx, { caseId: record.id, factorId, values })
        return redirect(`/workspace/case/${record.id}/risk#plan`)
      })
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      return visit.within(async (tx) =>
        screenOf(visit, tx, await caseOfVisit(visit, tx), { values, factorId, problems: error.fields }),
      )
    }
  },
})

export const planRoutes = [newRoute, saveRoute]
