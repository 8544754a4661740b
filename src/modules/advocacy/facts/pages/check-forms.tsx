import type { PlacedFact } from '#catalogue/checks'
import type { Rule } from '#catalogue/mechanisms'
import { termUnits } from '#platform/deadlines'
import type { Visit } from '#platform/http'
import type { Tx } from '#platform/records'
import { Button, Details, Form, Select, TextArea, TextInput } from '#web/components'
import type { Refused } from '#web/workspace'
import { today } from '../../day-in-words.ts'
import { factWords } from '../messages.ts'

/** The id of a control: a place has dots, and an address after `#` would not find them by style. */
export const controlId = (place: string, name: string): string => `${place.replaceAll('.', '-')}-${name}`

interface FormPart {
  readonly visit: Visit
  readonly tx: Tx
  /** Where the forms of this page are sent: the address of the page. */
  readonly action: string
  readonly place: string
  readonly refused: Refused | null
}

/** When, by whom, at which page: what every check is asked. */
export function LookedUpFields({ visit, tx, place, refused }: Omit<FormPart, 'action'>) {
  const w = factWords(visit.language)
  const shared = (name: string, value = '') => ({
    id: controlId(place, name),
    name,
    value: refused?.typed(name) ?? value,
    error: refused?.errors[name],
    autoComplete: 'off' as const,
  })
  return (
    <>
      <TextInput {...shared('on', today())} label={w('check_on')} short maxLength={10} />
      <TextInput {...shared('by', tx.actor.name)} label={w('check_by')} maxLength={200} />
      <TextInput {...shared('page')} label={w('check_page')} hint={w('check_page_hint')} maxLength={1_000} />
    </>
  )
}

/** Takes a check back, with a reason. */
export function WithdrawForm(props: Omit<FormPart, 'tx'> & { readonly kind: 'check' | 'fact' | 'verify' }) {
  const { visit, action, place, kind, refused } = props
  const w = factWords(visit.language)
  return (
    <Form action={`${action}/withdraw`} csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="kind" value={kind} />
      <TextInput
        id={controlId(place, 'reason')}
        name="reason"
        label={w('reason')}
        value={refused?.typed('reason')}
        error={refused?.errors['reason']}
        maxLength={500}
      />
      <p>
        <Button>{w('withdraw')}</Button>
      </p>
    </Form>
  )
}

/** What was found of a time rule. */
export function RuleCheckForm({ rule, ...part }: FormPart & { readonly rule: Rule }) {
  const { visit, action, place, refused } = part
  const w = factWords(visit.language)
  const id = (name: string) => controlId(place, name)
  return (
    <Details summary={w('check')} open={refused !== null}>
      <Form action={`${action}/rule`} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="place" value={place} />
        <LookedUpFields {...part} />
        <TextInput
          id={id('amount')}
          name="amount"
          label={w('check_amount')}
          hint={rule.amount === null ? undefined : w('check_amount_hint')}
          value={refused?.typed('amount')}
          error={refused?.errors['amount']}
          short
          inputMode="numeric"
          maxLength={5}
        />
        <Select
          id={id('unit')}
          name="unit"
          label={w('unit')}
          empty={w('as_it_is')}
          value={refused?.typed('unit')}
          error={refused?.errors['unit']}
          options={termUnits.map((unit) => ({ value: unit, label: w(`name_${unit}`) }))}
        />
        <Select
          id={id('direction')}
          name="direction"
          label={w('direction')}
          empty={w('as_it_is')}
          value={refused?.typed('direction')}
          error={refused?.errors['direction']}
          options={(['after', 'before'] as const).map((one) => ({
            value: one,
            label: w(`direction_${one}`),
          }))}
        />
        <Select
          id={id('hard')}
          name="hard"
          label={w('hard')}
          empty={w('as_it_is')}
          value={refused?.typed('hard')}
          options={[
            { value: 'yes', label: w('hard_yes') },
            { value: 'no', label: w('hard_no') },
          ]}
        />
        <p>
          <Button>{w('save')}</Button>
        </p>
      </Form>
      {rule.check ? <WithdrawForm {...part} kind="check" /> : null}
    </Details>
  )
}

/** What was found of any other fact. */
export function FactCheckForm({ placed, ...part }: FormPart & { readonly placed: PlacedFact }) {
  const { visit, action, place, refused } = part
  const w = factWords(visit.language)
  return (
    <Details summary={w('check')} open={refused !== null}>
      <Form action={`${action}/fact`} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="place" value={place} />
        <LookedUpFields {...part} />
        {placed.fact.text === undefined ? null : (
          <TextArea
            id={controlId(place, 'text')}
            name="text"
            label={w('check_text')}
            value={refused?.typed('text')}
            error={refused?.errors['text']}
            rows={2}
            maxLength={4_000}
          />
        )}
        {'max' in placed.fact ? (
          <TextInput
            id={controlId(place, 'max')}
            name="max"
            label={w('check_max')}
            value={refused?.typed('max')}
            error={refused?.errors['max']}
            short
            inputMode="numeric"
            maxLength={7}
          />
        ) : null}
        {placed.codes ? (
          <TextInput
            id={controlId(place, 'codes')}
            name="codes"
            label={w('check_codes')}
            value={refused?.typed('codes')}
            error={refused?.errors['codes']}
            maxLength={100}
          />
        ) : null}
        <p>
          <Button>{w('save')}</Button>
        </p>
      </Form>
      {placed.fact.lookedUp ? <WithdrawForm {...part} kind="fact" /> : null}
    </Details>
  )
}

/** The answer to what the catalogue asks to verify. */
export function AnswerForm({ answered, ...part }: FormPart & { readonly answered: boolean }) {
  const { visit, action, place, refused } = part
  const w = factWords(visit.language)
  return (
    <Details summary={w('check')} open={refused !== null}>
      <Form action={`${action}/verify`} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="place" value={place} />
        <LookedUpFields {...part} />
        <TextArea
          id={controlId(place, 'words')}
          name="words"
          label={w('check_found')}
          value={refused?.typed('words')}
          error={refused?.errors['words']}
          rows={2}
          maxLength={4_000}
        />
        <p>
          <Button>{w('save')}</Button>
        </p>
      </Form>
      {answered ? <WithdrawForm {...part} kind="verify" /> : null}
    </Details>
  )
}
