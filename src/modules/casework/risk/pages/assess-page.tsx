import { giveAccess } from '#modules/people'
import { resolveReferences } from '#modules/registry'
import { type FormBody, type Visit, redirect, route } from '#platform/http'
import { isId } from '#platform/db'
import { formatDate } from '#platform/dates'
import { label } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordView, type Tx, isEmpty } from '#platform/records'
import { Button, Details, Form, FormActions, FormErrors, FormSection, LinkButton } from '#web/components'
import { type FormState, RecordForm, fieldId, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { textOf } from '../../show.ts'
import { today } from '../../today.ts'
import { type GivenReading, makeAssessment } from '../actions/make-assessment.ts'
import { riskWords } from '../messages.ts'
import { type Assessment, readAssessments } from '../queries/assessments.ts'
import {
  type FactorKind,
  factorKindLabels,
  factorKinds,
  isFactorKind,
  levelLabels,
} from '../words-of-risk.ts'
import { ShortFields } from './short-fields.tsx'
import { atRiskOf, caseOfVisit, crumbsOf } from './case-of.ts'
import { headForm, linkedOf, moreOf, rowForm, withoutRow } from './assess-form.ts'

/** One factor of the form: known from before, or to be named. */
interface FactorRow {
  readonly kind: FactorKind
  readonly factorId: string | null
  readonly name: string
  readonly state: FormState
}

interface Screen {
  readonly head: FormState
  readonly rows: readonly FactorRow[]
  readonly status?: number
}

const mostRows = 60
/** The head of the form by sections; long texts are kept short until they are written. */
const headParts: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    'made',
    [
      ['person', 'on', 'review_on', 'by', 'made_with'],
      ['without_why'],
      ['took_part'],
      ['took_part_words'],
      ['how', 'language'],
    ],
  ],
  ['now', [['danger'], ['danger_words', 'act_now']]],
  ['seen', [['own_words', 'changed_words', 'health_words', 'location_words']]],
]
const isShort = (name: string): boolean =>
  ['text', 'long_text'].includes(headForm.fields.find((field) => field.name === name)?.type ?? '')

const told = ['level', 'reasons', 'changed_why', 'lowered_by'] as const
const toldOfNew = ['name', 'level', 'reasons', 'lowered_by'] as const
const folded = ['health_reasons', 'location_reasons'] as const

async function screenOf(visit: Visit, tx: Tx, record: RecordView, { head, rows, status = 200 }: Screen) {
  const { language } = visit
  const w = riskWords(language)
  const last = lastOf(await readAssessments(tx, record.id), personIn(head.values))
  const linked = await linkedOf(tx, [head.values, ...rows.map(({ state }) => state.values)])
  const errorsOf = (state: FormState, type: typeof headForm, prefix: string) =>
    (state.problems ?? []).map((problem) => {
      const field = type.fields.find(({ name }) => name === problem.field)
      return {
        ...(field && { fieldId: fieldId(prefix, field) }),
        message: field
          ? `${label(field.label, language)}: ${problem.message[language]}`
          : problem.message[language],
      }
    })
  const errors = [
    ...errorsOf(head, headForm, 'f'),
    ...rows.flatMap(({ state, name, kind }, i) =>
      errorsOf(state, rowForm, `r${i}`).map((one) => ({
        ...one,
        message: `${name || label(factorKindLabels[kind], language)}: ${one.message}`,
      })),
    ),
  ]
  const part = (state: FormState, type: typeof headForm, prefix: string, only: readonly string[]) => (
    <RecordForm
      key={only[0]}
      {...{ type, prefix, only, language }}
      headings={false}
      state={{ ...state, linked }}
      schema={tx.schema}
      errorsAbove
    />
  )
  const short = (names: readonly string[]) => (
    <ShortFields key={names[0]} type={headForm} prefix="f" state={head} {...{ names, language }} />
  )
  const sectionTitle = (name: string) => {
    const section = headForm.sections?.find((one) => one.name === name)
    return section ? label(section.label, language) : name
  }
  return workspacePage(visit, {
    title: w('assess'),
    lede: w('assess_lede'),
    status,
    breadcrumbs: crumbsOf(visit, record),
    fictitious: record.fictitious,
    children: (
      <Form
        action={`/workspace/case/${record.id}/risk/new`}
        csrf={visit.session?.formToken ?? ''}
        confirmLeave
      >
        <FormErrors title={w('errors')} errors={errors} />
        {headParts.map(([section, parts]) => (
          <FormSection key={section} title={sectionTitle(section)}>
            {parts.map((names) => (names.every(isShort) ? short(names) : part(head, headForm, 'f', names)))}
          </FormSection>
        ))}
        {factorKinds.map((kind) => (
          <FormSection key={kind} title={w(`kind_${kind}`)} hint={w(`hint_${kind}`)}>
            {rows.map((row, i) =>
              row.kind === kind ? (
                <fieldset className="field" key={row.factorId ?? `new ${i}`} id={`r${i}`}>
                  <legend>{row.factorId ? <bdi>{row.name}</bdi> : w(`new_${kind}`)}</legend>
                  <input type="hidden" name="row" value={`${i}:${row.factorId ?? kind}`} />
                  {row.factorId ? <LastTime {...{ visit, last, row }} /> : null}
                  <ShortFields
                    type={rowForm}
                    {...{ language }}
                    prefix={`r${i}`}
                    state={row.state}
                    names={row.factorId === null ? toldOfNew : told}
                  />
                  <Details
                    summary={w('more_of_factor')}
                    open={
                      ['evidence', ...folded].some((name) => !isEmpty(row.state.values[name])) ||
                      row.state.extraRows?.['evidence'] !== undefined
                    }
                  >
                    {part(row.state, rowForm, `r${i}`, ['evidence'])}
                    <ShortFields
                      type={rowForm}
                      {...{ language }}
                      prefix={`r${i}`}
                      state={row.state}
                      names={folded}
                    />
                  </Details>
                </fieldset>
              ) : null,
            )}
            <p>
              <Button name="_add" value={`factor.${kind}`} formNoValidate small>
                {w(`add_${kind}`)}
              </Button>
            </p>
          </FormSection>
        ))}
        <FormSection title={sectionTitle('next')}>{short(['lowers'])}</FormSection>
        <FormActions>
          <Button kind="primary">{w('save_assessment')}</Button>
          <LinkButton kind="plain" href={`/workspace/case/${record.id}/risk`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

function LastTime(props: {
  readonly visit: Visit
  readonly last: Assessment | undefined
  readonly row: FactorRow
}) {
  const { visit, last, row } = props
  const w = riskWords(visit.language)
  const reading = last?.readings.find(({ factorId }) => factorId === row.factorId)
  const level = textOf(reading?.record.values['level'])
  return last && level in levelLabels ? (
    <p className="hint">
      {w('last_time', {
        when: formatDate(String(last.record.values['on']), visit.language),
        level: label(levelLabels[level as keyof typeof levelLabels], visit.language),
      })}
    </p>
  ) : null
}

const personIn = (values: FormState['values']): string | null => {
  const to = (values['person'] as { readonly to?: string } | undefined)?.to
  return to && isId(to) ? to : null
}

/** The last assessment of somebody, or of all together. */
const lastOf = (assessments: readonly Assessment[], personId: string | null): Assessment | undefined =>
  assessments.find((one) => one.personId === personId)

const blank = (kind: FactorKind): FactorRow => ({ kind, factorId: null, name: '', state: { values: {} } })

const newRoute = route({
  method: 'get',
  path: '/workspace/case/:id/risk/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await caseOfVisit(visit, tx)
      const people = atRiskOf(record)
      const asked = visit.url.searchParams.get('person')
      const person = people.find(({ id }) => id === asked) ?? (people.length === 1 ? people[0] : undefined)
      const last = lastOf(await readAssessments(tx, record.id), person?.id ?? null)
      const values = last?.record.values ?? {}
      const rows = (last?.readings ?? []).flatMap((reading): readonly FactorRow[] =>
        reading.record.values['level'] === 'gone'
          ? []
          : [
              {
                kind: reading.kind,
                factorId: reading.factorId,
                name: reading.name,
                // What was said last time stands there to be said anew; the level is chosen again.
                state: {
                  values: Object.fromEntries(
                    rowForm.fields.flatMap(({ name }) =>
                      name === 'level' || name === 'changed_why' ? [] : [[name, reading.record.values[name]]],
                    ),
                  ),
                },
              },
            ],
      )
      return screenOf(visit, tx, record, {
        head: {
          values: {
            on: today(),
            by: tx.actor.accountId,
            ...(person && { person: { to: person.id } }),
            ...(typeof values['language'] === 'string' && { language: values['language'] }),
          },
        },
        rows: rows.length > 0 ? rows : factorKinds.map(blank),
      })
    }),
})

interface PostedRow {
  readonly prefix: string
  /** Null of a factor that is known. */
  readonly kind: FactorKind | null
  readonly factorId: string | null
}

/** The factors that the form posted, in its order. */
function rowsOf(form: FormBody): readonly PostedRow[] {
  return form
    .all('row')
    .slice(0, mostRows)
    .flatMap((row): readonly PostedRow[] => {
      const [, index = '', what = ''] = /^(\d{1,2}):([\w-]{1,40})$/.exec(row) ?? []
      const prefix = `r${index}`
      return isFactorKind(what)
        ? [{ prefix, kind: what, factorId: null }]
        : isId(what)
          ? [{ prefix, kind: null, factorId: what }]
          : []
    })
}

/** Undoes what was written and brings the form back as it was typed. */
class Refusal extends Error {
  readonly screen: Screen
  constructor(screen: Screen) {
    super('refused')
    this.screen = screen
  }
}

const isBlank = (row: FactorRow): boolean => Object.values(row.state.values).every(isEmpty)

async function save(visit: Visit, tx: Tx, record: RecordView): Promise<Response> {
  const { form } = visit
  const known = new Map(
    (await readAssessments(tx, record.id)).flatMap(({ readings }) =>
      readings.map((one) => [one.factorId, one]),
    ),
  )
  const posted = rowsOf(form).map(({ prefix, kind, factorId }) => {
    const of = factorId === null ? undefined : known.get(factorId)
    const kindOf = of?.kind ?? kind
    if (kindOf === null) throw new Problem('not_found')
    return {
      prefix,
      kind: kindOf,
      factorId,
      name: of?.name ?? '',
      values: readRecordForm(rowForm, form, prefix),
    }
  })
  const headValues = readRecordForm(headForm, form)
  const add = form.get('_add')
  if (add || form.get('_remove')) {
    const kind = add.replace(/^factor\./, '')
    const rows = posted.map((row) => ({
      ...row,
      state: {
        values: withoutRow(row.values, row.prefix, form.get('_remove')),
        extraRows: moreOf(row.prefix, add),
      },
    }))
    return screenOf(visit, tx, record, {
      head: { values: withoutRow(headValues, 'f', form.get('_remove')), extraRows: moreOf('f', add) },
      rows: isFactorKind(kind) && rows.length < mostRows ? [...rows, blank(kind)] : rows,
    })
  }
  // Whoever is first named here is seen by those of the case alone.
  const head = await resolveReferences(tx, headForm, headValues, 'f', 'restricted')
  const made = [...head.created]
  const resolved = []
  for (const row of posted) {
    const state = await resolveReferences(tx, rowForm, row.values, row.prefix, 'restricted')
    made.push(...state.created)
    resolved.push({ ...row, name: row.name || textOf(state.values['name']), state })
  }
  const rows = resolved.filter((row) => row.factorId !== null || !isBlank(row))
  const failed = (fields: readonly FieldProblem[]) =>
    new Refusal({
      status: 422,
      head: { ...head, problems: [...head.problems, ...fields.filter(({ field }) => !/^\d+\./.test(field))] },
      rows: rows.map((row, i) => ({
        ...row,
        state: {
          ...row.state,
          problems: [
            ...row.state.problems,
            ...fields.flatMap(({ field, message }) =>
              field.startsWith(`${i}.`) ? [{ field: field.slice(`${i}.`.length), message }] : [],
            ),
          ],
          // Rows are numbered anew; what a name may mean is found under the new number.
          candidates: new Map(
            [...row.state.candidates].map(([name, found]) => [name.replace(/^r\d+\./, `r${i}.`), found]),
          ),
        },
      })),
    })
  if (head.problems.length > 0 || rows.some(({ state }) => state.problems.length > 0)) throw failed([])
  try {
    await makeAssessment(tx, {
      caseId: record.id,
      values: head.values,
      readings: rows.map(({ factorId, kind, state }): GivenReading => {
        const { name, ...values } = state.values
        return factorId === null ? { kind, name: textOf(name), values } : { factorId, values }
      }),
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw failed(error.fields)
  }
  const team = record.values['team']
  if (typeof team === 'string') for (const one of made) await giveAccess(tx, one, `team:${team}`, null)
  return redirect(`/workspace/case/${record.id}/risk`)
}

const saveRoute = route({
  method: 'post',
  path: '/workspace/case/:id/risk/new',
  may: 'write',
  handle: async (visit) => {
    try {
      return await visit.within(async (tx) => save(visit, tx, await caseOfVisit(visit, tx)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return visit.within(async (tx) => screenOf(visit, tx, await caseOfVisit(visit, tx), error.screen))
    }
  },
})

export const assessRoutes = [newRoute, saveRoute]
