import type { FormBody } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import {
  type PeriodUnit,
  type RecordTypeDefinition,
  type RetentionEnd,
  type RetentionRule,
  type Schema,
  classOf,
  periodUnits,
  retentionEnds,
} from '#platform/records'
import { Checkboxes, Select, TextInput } from '#web/components'
import { LabelInputs, type Typed, errorOf, hasWords, labelValues, readLabels } from '../pages/parts.tsx'
import { type Words } from './messages.ts'
import { keyWords } from './rule-words.ts'

/** The rules as values of the form. */
export const ruleValues = (rules: readonly RetentionRule[]): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    rules.flatMap((rule, i) => [
      [`${i}.name`, rule.name],
      [`${i}.when`, rule.when ? rule.when.is.map((code) => `${rule.when?.field}=${code}`) : []],
      [`${i}.after`, rule.after.event === 'field' ? `field:${rule.after.field}` : rule.after.event],
      [`${i}.period.count`, String(rule.period.count)],
      [`${i}.unit`, rule.period.unit],
      [`${i}.end`, rule.end],
      ...Object.entries(labelValues(`${i}.why`, rule.why)),
      ...Object.entries(labelValues(`${i}.basis`, rule.basis)),
    ]),
  )

/** One rule of a type, to be changed; `fresh`: one that is not there yet. */
export function RuleInputs(props: {
  readonly i: number
  readonly type: RecordTypeDefinition
  readonly state: Typed
  readonly language: Language
  readonly schema: Schema
  readonly w: Words
  readonly fresh: boolean
}) {
  const { i, type, state, language, schema, w, fresh } = props
  const id = (name: string) => `${i}.${name}`
  const error = (name: string) => ({ error: errorOf(state, id(name), language) })
  const open = type.fields.filter((field) => classOf(field) === 'open')
  const name = (field: (typeof open)[number]) => label(field.label, language) || field.name
  return (
    <fieldset className="field">
      <legend>{fresh ? w('new_rule') : w('rule_n', { n: i + 1 })}</legend>
      <input type="hidden" name={id('name')} value={state.get(id('name'))} />
      <TextInput
        id={id('period.count')}
        name={id('period.count')}
        label={w('rule_count')}
        value={state.get(id('period.count'))}
        {...error('period.count')}
        inputMode="numeric"
        short
        maxLength={5}
      />
      <Select
        id={id('unit')}
        name={id('unit')}
        label={w('rule_unit')}
        options={periodUnits.map((unit) => ({ value: unit, label: w(`u_${unit}`) }))}
        value={state.get(id('unit')) || 'years'}
      />
      <Select
        id={id('after')}
        name={id('after')}
        label={w('rule_after')}
        {...error('after')}
        options={[
          { value: 'activity', label: w('ev_activity') },
          { value: 'created', label: w('ev_created') },
          ...open
            .filter((field) => field.type === 'date')
            .map((field) => ({ value: `field:${field.name}`, label: `“${name(field)}”` })),
        ]}
        value={state.get(id('after')) || 'activity'}
      />
      <Select
        id={id('when')}
        name={id('when')}
        label={w('rule_condition')}
        hint={w('rule_condition_any')}
        {...error('when')}
        multiple
        options={open
          .filter((field) => field.type === 'choice')
          .map((field) => ({
            label: name(field),
            options: (field.options ?? []).map(({ code }) => ({
              value: `${field.name}=${code}`,
              label: keyWords(type, field.name, code, schema, language),
            })),
          }))}
        value={state.all(id('when'))}
      />
      <Select
        id={id('end')}
        name={id('end')}
        label={w('rule_then')}
        options={retentionEnds.map((end) => ({ value: end, label: w(`then_${end}`) }))}
        value={state.get(id('end')) || 'review'}
      />
      <LabelInputs name={id('why')} title={w('why')} {...{ state, language }} />
      <LabelInputs name={id('basis')} title={w('basis')} {...{ state, language }} />
      {fresh ? null : (
        <Checkboxes
          id={id('drop')}
          name={id('drop')}
          label={w('rule_drop')}
          labelHidden
          options={[{ value: 'yes', label: w('rule_drop') }]}
          values={state.all(id('drop'))}
        />
      )}
    </fieldset>
  )
}

/** What `RuleInputs` sent: the rules that are kept, in their order. One that was left empty is none. */
export function readRules(form: FormBody, type: RecordTypeDefinition): readonly RetentionRule[] {
  const count = Math.min(Number(form.get('count')) || 0, 21)
  const taken = new Set((type.retention ?? []).map((rule) => rule.name))
  const rules: RetentionRule[] = []
  for (let i = 0; i < count; i++) {
    const why = readLabels(form, `${i}.why`)
    const basis = readLabels(form, `${i}.basis`)
    const number = form.get(`${i}.period.count`).trim()
    const known = form.get(`${i}.name`)
    if (form.get(`${i}.drop`) === 'yes' || (known === '' && number === '' && !hasWords(why))) continue
    const after = form.get(`${i}.after`)
    const conditions = form.all(`${i}.when`).map((one) => one.split('='))
    const field = conditions[0]?.[0]
    rules.push({
      name: known || freshName(taken),
      ...(field && {
        when: { field, is: conditions.filter(([name]) => name === field).map(([, code = '']) => code) },
      }),
      after: after.startsWith('field:')
        ? { event: 'field', field: after.slice('field:'.length) }
        : { event: after === 'created' ? 'created' : 'activity' },
      period: {
        count: /^\d{1,5}$/.test(number) ? Number(number) : 0,
        unit: (form.get(`${i}.unit`) || 'years') as PeriodUnit,
      },
      end: (form.get(`${i}.end`) || 'review') as RetentionEnd,
      why,
      ...(hasWords(basis) && { basis }),
    })
  }
  return rules
}

function freshName(taken: Set<string>): string {
  let n = 1
  while (taken.has(`own_${n}`)) n++
  taken.add(`own_${n}`)
  return `own_${n}`
}
