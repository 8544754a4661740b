import type { ReactNode } from 'react'
import { type AtrocityFactor, atrocityScopeLabels } from '#catalogue/atrocity-factors'
import { resolveReferences } from '#modules/registry'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordTypeDefinition, type Tx, fieldOf, isEmpty, updateRecord } from '#platform/records'
import { Button, Form, FormActions, FormErrors, FormSection, LinkButton, Steps } from '#web/components'
import { type FormState, RecordForm, fieldId, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { type GivenFactor, completeAssessment, refuseComplete, saveFactors } from '../actions/save-factors.ts'
import { assessmentAddress, preventionAddress, stepAddress, stepPath } from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import { type Assessment, readAssessment } from '../queries/read-assessments.ts'
import { assessmentFactor } from '../records/assessment-factor.ts'
import { countryAssessment } from '../records/country-assessment.ts'
import { factorName } from './factor-table.tsx'
import { inWords } from './in-words.ts'
import { factorsOfStep, lastStep, stepsOf } from './steps.ts'

const factorForm: RecordTypeDefinition = {
  ...assessmentFactor,
  fields: assessmentFactor.fields.filter(({ name }) => name !== 'assessment' && name !== 'factor'),
}
const wholeForm: RecordTypeDefinition = {
  ...countryAssessment,
  fields: countryAssessment.fields.filter(({ section }) => section === 'whole'),
}

/** What a step shows: the state of each form in it, by prefix. */
type Screen = ReadonlyMap<string, FormState>

const whole = 'whole'

const titleOf = (tx: Tx, { state, asOf }: Assessment, visit: Visit): string =>
  `${inWords(tx, 'country_assessment', 'state', state, visit.language)}, ${inWords(tx, 'country_assessment', 'as_of', asOf, visit.language)}`

function screenOf(
  visit: Visit,
  tx: Tx,
  at: {
    readonly assessment: Assessment
    readonly step: number
    readonly forms: Screen
    readonly status?: number
  },
): Response {
  const { assessment, step, forms, status = 200 } = at
  const { language } = visit
  const w = preventionWords(language)
  const factors = factorsOfStep(step) ?? []
  const errors = [...forms].flatMap(([prefix, { problems = [] }]) =>
    problems.map(({ field: name, message }) => {
      const field = fieldOf(prefix === whole ? wholeForm : factorForm, name)
      const factor = factors.find(({ id }) => id === prefix)
      return {
        ...(field && { fieldId: fieldId(prefix, field) }),
        message: [
          factor ? factorName(factor, language) : '',
          field ? label(field.label, language) : '',
          message[language],
        ]
          .filter(Boolean)
          .join(': '),
      }
    }),
  )
  return workspacePage(visit, {
    title: titleOf(tx, assessment, visit),
    status,
    fictitious: assessment.fictitious,
    breadcrumbs: [
      { href: preventionAddress, label: w('title') },
      { href: assessmentAddress(assessment.id), label: w('assessment') },
    ],
    children: (
      <>
        <Steps label={w('steps')} steps={stepsOf(assessment, step, language)} />
        <Form action={stepAddress(assessment.id, step)} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <FormErrors title={w('errors')} errors={errors} />
          {factors.map((factor) => (
            <FactorPart
              key={factor.id}
              {...{ visit, tx, factor, assessment }}
              state={forms.get(factor.id) ?? { values: {} }}
            />
          ))}
          {step === lastStep ? (
            <>
              <input type="hidden" name="version" value={assessment.record.version} />
              <RecordForm
                type={wholeForm}
                prefix={whole}
                state={forms.get(whole) ?? { values: assessment.record.values }}
                schema={tx.schema}
                headings={false}
                errorsAbove
                {...{ language }}
              />
              <p className="quiet">
                {w('assessed', { count: assessment.factors.size })} {w('complete_hint')}
              </p>
            </>
          ) : null}
          <FormActions>
            {step === lastStep ? (
              <>
                <Button kind="primary" name="_then" value="complete">
                  {w('complete')}
                </Button>
                <Button name="_then" value="leave">
                  {w('save_leave')}
                </Button>
              </>
            ) : (
              <>
                <Button kind="primary" name="_then" value="next">
                  {w('save_next')}
                </Button>
                <Button name="_then" value="leave">
                  {w('save_leave')}
                </Button>
              </>
            )}
            <LinkButton kind="plain" href={assessmentAddress(assessment.id)}>
              {w('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </>
    ),
  })
}

function FactorPart(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly factor: AtrocityFactor
  readonly assessment: Assessment
  readonly state: FormState
}): ReactNode {
  const { visit, tx, factor, assessment, state } = props
  const { language } = visit
  const held = assessment.factors.get(factor.id)
  return (
    <FormSection
      title={factorName(factor, language)}
      hint={factor.scope === 'common' ? undefined : label(atrocityScopeLabels[factor.scope], language)}
    >
      <input type="hidden" name={`${factor.id}._version`} value={held?.version ?? ''} />
      <RecordForm
        type={factorForm}
        prefix={factor.id}
        state={{ ...state, ...(state.linked === undefined && held && { linked: held.linked }) }}
        schema={tx.schema}
        headings={false}
        errorsAbove
        compact
        {...{ language }}
      />
    </FormSection>
  )
}

/** The step that an address means, and the assessment; what is complete is not gone through again. */
async function askedFor(visit: Visit, tx: Tx) {
  const step = Number(visit.params['step'])
  const factors = factorsOfStep(step)
  if (factors === null) throw new Problem('not_found')
  const assessment = await readAssessment(tx, visit.params['id'] ?? '')
  refuseComplete(assessment)
  return { assessment, step, factors }
}

const show = route({
  method: 'get',
  path: stepPath,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { assessment, step, factors } = await askedFor(visit, tx)
      const forms = new Map(
        factors.map(({ id }) => [id, { values: assessment.factors.get(id)?.values ?? {} }] as const),
      )
      return screenOf(visit, tx, { assessment, step, forms })
    }),
})

/** Undoes what was written and brings the form back as it was typed. */
class Refusal extends Error {
  readonly forms: Screen
  constructor(forms: Screen) {
    super('refused')
    this.forms = forms
  }
}

const save = route({
  method: 'post',
  path: stepPath,
  may: 'write',
  handle: async (visit) => {
    try {
      return await visit.within(async (tx) => {
        const { assessment, step, factors } = await askedFor(visit, tx)
        return step === lastStep
          ? saveWhole(visit, tx, assessment)
          : saveStep(visit, tx, assessment, step, factors)
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return visit.within(async (tx) => {
        const { assessment, step } = await askedFor(visit, tx)
        return screenOf(visit, tx, { assessment, step, forms: error.forms, status: 422 })
      })
    }
  },
})

async function saveStep(
  visit: Visit,
  tx: Tx,
  assessment: Assessment,
  step: number,
  factors: readonly AtrocityFactor[],
): Promise<Response> {
  const { form } = visit
  const typed = factors.map(({ id }) => ({ factor: id, values: readRecordForm(factorForm, form, id) }))
  const [, grows = ''] = /^(rf-\d\d)\.evidence$/.exec(form.get('_add')) ?? []
  if (form.get('_add') !== '') {
    const forms = new Map<string, FormState>(
      typed.map(({ factor, values }) => [
        factor,
        { values, ...(factor === grows && { extraRows: { evidence: 1 } }) },
      ]),
    )
    return screenOf(visit, tx, { assessment, step, forms })
  }
  const resolved: {
    readonly factor: string
    readonly state: Awaited<ReturnType<typeof resolveReferences>>
  }[] = []
  for (const { factor, values } of typed)
    resolved.push({ factor, state: await resolveReferences(tx, factorForm, values, factor, 'restricted') })
  const again = (fields: readonly FieldProblem[]) =>
    new Refusal(
      new Map(
        resolved.map(({ factor, state }) => [
          factor,
          {
            values: state.values,
            candidates: state.candidates,
            problems: [
              ...state.problems,
              ...fields.flatMap(({ field, message }) =>
                field.startsWith(`${factor}.`) ? [{ field: field.slice(factor.length + 1), message }] : [],
              ),
            ],
          },
        ]),
      ),
    )
  if (resolved.some(({ state }) => state.problems.length > 0)) throw again([])
  const given = resolved.flatMap(({ factor, state: { values } }): readonly GivenFactor[] => {
    const version = Number(form.get(`${factor}._version`)) || null
    // What nobody looked at is left out, and may be looked at later.
    return version === null && Object.values(values).every(isEmpty) ? [] : [{ factor, version, values }]
  })
  try {
    await saveFactors(tx, assessment, given)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw again(error.fields)
  }
  return redirect(
    form.get('_then') === 'leave' ? assessmentAddress(assessment.id) : stepAddress(assessment.id, step + 1),
  )
}

async function saveWhole(visit: Visit, tx: Tx, assessment: Assessment): Promise<Response> {
  const { form } = visit
  const values = readRecordForm(wholeForm, form, whole)
  const version = Number(form.get('version')) || 0
  try {
    if (form.get('_then') === 'complete') await completeAssessment(tx, assessment, values, version)
    else await updateRecord(tx, { id: assessment.id, version, values })
  } catch (error) {
    if (!(error instanceof Problem) || !['invalid', 'stale', 'conflict'].includes(error.kind)) throw error
    const problems =
      error.kind === 'invalid'
        ? error.fields
        : [
            {
              field: '',
              message: error.explanation ?? {
                en: preventionWords('en')('stale'),
                es: preventionWords('es')('stale'),
                ca: preventionWords('ca')('stale'),
              },
            },
          ]
    throw new Refusal(new Map([[whole, { values, problems }]]))
  }
  return redirect(assessmentAddress(assessment.id))
}

export const stepRoutes = [show, save]
