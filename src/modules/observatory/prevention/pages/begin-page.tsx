import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordTypeDefinition, type Tx } from '#platform/records'
import { Button, Form, FormActions, LinkButton, Steps } from '#web/components'
import { RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { beginAssessment } from '../actions/begin-assessment.ts'
import { newAssessment, preventionAddress, stepAddress } from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import { countryAssessment } from '../records/country-assessment.ts'
import { stepsOf } from './steps.ts'

/** What is asked first; the rest is asked at the end. */
const headForm: RecordTypeDefinition = {
  ...countryAssessment,
  fields: countryAssessment.fields.filter(({ section }) => section === 'made'),
}

const todayOf = (): string => new Date().toISOString().slice(0, 10)

function screen(
  visit: Visit,
  tx: Tx,
  values: Readonly<Record<string, unknown>>,
  problems: readonly FieldProblem[] = [],
): Response {
  const { language } = visit
  const w = preventionWords(language)
  return workspacePage(visit, {
    title: w('new'),
    lede: w('new_lede'),
    status: problems.length > 0 ? 422 : 200,
    breadcrumbs: [{ href: preventionAddress, label: w('title') }],
    children: (
      <>
        <Steps label={w('steps')} steps={stepsOf(null, 0, language)} />
        <Form action={newAssessment} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <RecordForm
            type={headForm}
            state={{ values, problems }}
            schema={tx.schema}
            headings={false}
            {...{ language }}
          />
          <FormActions>
            <Button kind="primary">{w('begin')}</Button>
            <LinkButton kind="plain" href={preventionAddress}>
              {w('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
        <p className="quiet">{label(countryAssessment.description, language)}</p>
      </>
    ),
  })
}

const show = route({
  method: 'get',
  path: newAssessment,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const state = visit.url.searchParams.get('state')?.slice(0, 10)
      return screen(visit, tx, {
        as_of: todayOf(),
        by: tx.actor.accountId,
        ...(state && { state }),
      })
    }),
})

const begin = route({
  method: 'post',
  path: newAssessment,
  may: 'write',
  handle: async (visit) => {
    const values = readRecordForm(headForm, visit.form)
    try {
      const id = await visit.within((tx) => beginAssessment(tx, values, todayOf()))
      return redirect(stepAddress(id, 1))
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      return visit.within(async (tx) => screen(visit, tx, values, error.fields))
    }
  },
})

export const beginRoutes = [show, begin]
