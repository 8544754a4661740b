import { type Mechanism, fieldOf, specialProcedures } from '#catalogue/mechanisms'
import type { Visit } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Button, Checkboxes, Details, Form, FormActions, Section, Select, TextArea } from '#web/components'
import { countWords } from '../document/length.ts'
import { isAnswered } from '../gaps/homes.ts'
import { labelOf } from '../gaps/gaps-of.ts'
import { ownTextFields } from '../gather/of-answers.ts'
import { textIn } from '../gather/parts.ts'
import { type Gathered, valuesFor } from '../gather/value.ts'
import type { DraftWords } from '../messages.ts'
import type { SubmissionDraft } from '../queries/read-submission.ts'
import { documentLanguages } from '../records/submission.ts'

/** What was typed into the form, by the name of its control; null: what is kept. */
export type Typed = ((name: string) => string) | null

/** The name of the control that answers a field, and its id on the page. */
export const answerName = (field: string): string => `answer.${field}`
export const answerId = (field: string): string => `answer-${field.replaceAll('.', '-')}`

/** The fields that a submission answers itself: asked for, said by no record, and not by its argument or requests. */
export function answeredFields(mechanism: Mechanism, gathered: Gathered): readonly string[] {
  const { required, recommended, conditional } = mechanism.fields
  const own = ownTextFields(mechanism.id)
  const asked = [...new Set([...required, ...recommended, ...conditional.map(({ field }) => field)])]
  return asked.filter((field) => {
    if (!isAnswered(field) || field === own.argument || field === own.requests) return false
    const values = valuesFor(gathered, field)
    return values.length === 0 || values.some(({ from }) => from.type === 'submission_answer')
  })
}

/** How many words a text has, beside its label; with scripts it goes on counting. */
function Count({ of, text, w }: { readonly of: string; readonly text: string; readonly w: DraftWords }) {
  return (
    <p className="hint">
      <output htmlFor={of} data-count-words={of}>
        {countWords(text)}
      </output>{' '}
      {w('words_label')}
    </p>
  )
}

const answerOf = (draft: SubmissionDraft, field: string): string =>
  draft.answers.filter((one) => one.values['asked'] === field).map((one) => textIn(one, 'words'))[0] ?? ''

const mandateName = (id: string, language: Language): string => {
  const name = specialProcedures.find((one) => one.id === id)?.name
  return name?.[language] ?? name?.en ?? id
}

/** Argument, requests and answers, in one form that keeps them all. */
export function WordsForm({
  visit,
  draft,
  gathered,
  typed,
  w,
}: {
  readonly visit: Visit
  readonly draft: SubmissionDraft
  readonly gathered: Gathered
  readonly typed: Typed
  readonly w: DraftWords
}) {
  const { record, mechanism } = draft
  if (!record) return null
  const { language } = visit
  const held = (name: string, kept: string): string => (typed ? typed(name) : kept)
  const argument = held('argument', textIn(record, 'argument'))
  const requests = held('requests', textIn(record, 'requests'))
  const fields = answeredFields(mechanism, gathered)
  const need = (field: string): string | undefined =>
    mechanism.fields.required.includes(field) ? w('level_required') : undefined
  return (
    <Section id="words" title={w('answers')}>
      <p>{w('answers_lede')}</p>
      <Form
        action={`/workspace/submission/${record.id}/words`}
        csrf={visit.session?.formToken ?? ''}
        confirmLeave
      >
        <input type="hidden" name="version" value={record.version} />
        <Select
          id="language"
          name="language"
          label={w('language')}
          value={held('language', draft.language)}
          options={documentLanguages.map((code) => ({ value: code, label: w(`lang_${code}`) }))}
        />
        {fields.map((field) => {
          const name = answerName(field)
          const value = held(name, answerOf(draft, field))
          if (field === 'request.mandates')
            return (
              <Details
                key={field}
                summary={`${label(labelOf(field), language)}: ${
                  value
                    .split('\n')
                    .filter(Boolean)
                    .map((id) => mandateName(id, language))
                    .join('; ') || '—'
                }`}
                open={value === ''}
              >
                {/* So that a form without any box ticked says so. */}
                <input type="hidden" {...{ name }} value="" />
                <Checkboxes
                  id={answerId(field)}
                  {...{ name }}
                  label={label(labelOf(field), language)}
                  hint={w('mandates_hint')}
                  mark={need(field)}
                  values={value.split('\n')}
                  options={specialProcedures
                    .filter(({ iso3 }) => iso3 === undefined)
                    .map(({ id }) => ({ value: id, label: mandateName(id, language) }))}
                />
              </Details>
            )
          return (
            <div key={field}>
              <TextArea
                id={answerId(field)}
                {...{ name, value }}
                label={label(labelOf(field), language)}
                mark={need(field)}
                rows={fieldOf(field)?.type === 'rich-text' ? 6 : 3}
                maxLength={100_000}
              />
              <Count of={answerId(field)} text={value} {...{ w }} />
            </div>
          )
        })}
        <TextArea
          id="argument"
          name="argument"
          label={w('argument')}
          hint={w('argument_hint')}
          value={argument}
          rows={14}
          maxLength={200_000}
        />
        <Count of="argument" text={argument} {...{ w }} />
        <TextArea
          id="requests"
          name="requests"
          label={w('requests')}
          hint={w('requests_hint')}
          value={requests}
          rows={5}
          maxLength={100_000}
        />
        <Count of="requests" text={requests} {...{ w }} />
        <FormActions>
          <Button kind="primary">{w('save')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
