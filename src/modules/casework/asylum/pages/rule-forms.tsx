import { type Rule, anchors, kindLabels, ruleKinds } from '#catalogue/mechanisms'
import { termUnits } from '#platform/deadlines'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Button, Form, Radios, Select, TextArea, TextInput } from '#web/components'
import type { Refused } from '#web/workspace'
import { today } from '../../today.ts'
import { asylumWords } from '../messages.ts'
import { eventAnchors, placeLabels } from '../options.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { at } from './addresses.ts'
import { stepInWords } from './why.ts'

/** Says where a rule was looked up, and what it says there. */
export function CheckForm(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly procedure: Procedure
  readonly rule: Rule
  readonly refused: Refused | null
}) {
  const { visit, tx, procedure, rule, refused } = props
  const { language } = visit
  const w = asylumWords(language)
  const id = (name: string) => `${rule.id}-${name}`
  const input = (
    name: string,
    text: string,
    value: string,
    more: { readonly hint?: string; readonly short?: boolean } = {},
  ) => (
    <TextInput
      id={id(name)}
      {...{ name }}
      label={text}
      hint={more.hint}
      short={more.short}
      value={refused?.typed(name) ?? value}
      error={refused?.errors[name]}
      maxLength={name === 'page' ? 1_000 : 200}
      autoComplete="off"
    />
  )
  return (
    <Form action={`${at.procedure(procedure.id)}/check`} csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="rule" value={rule.id} />
      <p className="hint">{w('check_hint')}</p>
      {input('on', w('check_on'), today(), { short: true })}
      {input('by', w('check_by'), tx.actor.name)}
      {input('page', w('check_page'), '')}
      {input('amount', w('check_amount'), '', {
        short: true,
        ...(rule.amount !== null && { hint: w('check_amount_hint') }),
      })}
      <Select
        id={id('unit')}
        name="unit"
        label={w('unit')}
        empty={w('as_rule')}
        value={refused?.typed('unit')}
        error={refused?.errors['unit']}
        options={termUnits.map((unit) => ({ value: unit, label: w(`unit_${unit}_label`) }))}
      />
      <Select
        id={id('direction')}
        name="direction"
        label={w('rule_direction')}
        empty={w('as_rule')}
        value={refused?.typed('direction')}
        error={refused?.errors['direction']}
        options={(['after', 'before'] as const).map((one) => ({ value: one, label: w(`direction_${one}`) }))}
      />
      <Select
        id={id('hard')}
        name="hard"
        label={w('hard')}
        empty={w('as_rule')}
        value={refused?.typed('hard')}
        options={[
          { value: 'yes', label: w('hard_yes') },
          { value: 'no', label: w('hard_no') },
        ]}
      />
      <p>
        <Button>{w('check_do')}</Button>
      </p>
    </Form>
  )
}

/** Adds a rule to a procedure of the organisation, or writes another in its place. */
export function RuleForm(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly procedure: Procedure
  readonly refused: Refused | null
}) {
  const { visit, tx, procedure, refused } = props
  const { language } = visit
  const w = asylumWords(language)
  const shared = (name: string) => ({
    id: `new-${name}`,
    name,
    value: refused?.typed(name),
    error: refused?.errors[name],
  })
  return (
    <Form action={`${at.procedure(procedure.id)}/rule`} csrf={visit.session?.formToken ?? ''}>
      <TextInput
        {...shared('id')}
        label={w('rule_code')}
        hint={w('rule_code_hint')}
        maxLength={40}
        autoComplete="off"
      />
      <TextArea {...shared('text')} label={w('rule_text')} rows={3} maxLength={4_000} />
      <Select
        {...shared('step')}
        label={w('rule_step')}
        options={procedure.steps.map(({ id }) => ({ value: id, label: stepInWords(tx, id, language) || id }))}
      />
      <Select
        {...shared('anchor')}
        label={w('rule_anchor')}
        options={eventAnchors.map((one) => {
          const words = anchors[one]
          return { value: one, label: words ? label(words, language) : one }
        })}
      />
      <Radios
        {...shared('direction')}
        value={refused?.typed('direction') ?? 'after'}
        label={w('rule_direction')}
        options={(['after', 'before'] as const).map((one) => ({ value: one, label: w(`direction_${one}`) }))}
      />
      <TextInput {...shared('amount')} label={w('rule_amount')} short inputMode="numeric" maxLength={5} />
      <Select
        {...shared('unit')}
        label={w('unit')}
        options={termUnits.map((unit) => ({ value: unit, label: w(`unit_${unit}_label`) }))}
      />
      <Select
        {...shared('kind')}
        label={w('rule_kind')}
        options={ruleKinds.map((one) => ({ value: one, label: label(kindLabels[one], language) }))}
      />
      <Radios
        {...shared('hard')}
        value={refused?.typed('hard') ?? 'no'}
        label={w('hard')}
        options={[
          { value: 'yes', label: w('hard_yes') },
          { value: 'no', label: w('hard_no') },
        ]}
      />
      <Select
        {...shared('only')}
        label={w('rule_only')}
        empty={w('everywhere')}
        options={Object.entries(placeLabels).map(([value, words]) => ({
          value,
          label: label(words, language),
        }))}
      />
      <TextInput {...shared('reason')} label={w('reason')} maxLength={500} />
      <p>
        <Button kind="primary">{w('rule_do')}</Button>
      </p>
    </Form>
  )
}
