import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, fieldOf, typeOf } from '#platform/records'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  Form,
  FormActions,
  Radios,
  Select,
  TextArea,
} from '#web/components'
import type { Words } from '../../messages.ts'
import { today } from '../../today.ts'
import { stageOf, verifiedStages } from '../stages.ts'
import { isVerified } from '../verification.ts'
import { textOf } from '../../show.ts'

/** What was typed into one of the forms and refused, with what is wrong by field. */
export interface Refused {
  readonly form: CaseFormName
  readonly errors: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}

export const caseFormNames = ['move', 'hand-over', 'publicity'] as const
export type CaseFormName = (typeof caseFormNames)[number]

interface Props {
  readonly visit: Visit
  readonly tx: Tx
  readonly record: RecordView
  readonly w: Words
  readonly refused: Refused | null
}

const optionsOf = ({ visit, tx }: Props, name: string) =>
  (fieldOf(typeOf(tx, 'case'), name)?.options ?? []).map(({ code, label: words }) => ({
    value: code,
    label: label(words, visit.language),
  }))

/** People or teams of the organisation who are still there. */
export const assignable = (tx: Tx, vocabulary: 'colleagues' | 'teams') =>
  (tx.schema.vocabularies.get(vocabulary)?.vocabulary.terms ?? [])
    .filter((term) => !term.retired)
    .map((term) => ({ value: term.code, label: term.label.en ?? term.code }))

/** Moving, handing over, deciding: each folded, each complete without scripts. */
export function CaseForms(props: Props) {
  return (
    <>
      <MoveForm {...props} />
      <HandOverForm {...props} />
      <PublicityForm {...props} />
    </>
  )
}

function shell(props: Props, name: CaseFormName) {
  const { visit, record, refused } = props
  const mine = refused?.form === name ? refused : null
  return {
    open: mine !== null,
    action: `/workspace/case/${record.id}/${name}`,
    csrf: visit.session?.formToken ?? '',
    error: (field: string) => mine?.errors[field],
    typed: (field: string, otherwise = '') => mine?.typed[field] ?? otherwise,
    version: <input type="hidden" name="version" value={record.version} />,
  }
}

function MoveForm(props: Props) {
  const { record, w } = props
  const form = shell(props, 'move')
  const stage = stageOf(record.values['stage'])
  const asksWhy = !isVerified(record) && !verifiedStages.includes(stage)
  return (
    <Details summary={w('move')} open={form.open}>
      <Form action={form.action} csrf={form.csrf}>
        {form.version}
        <Select
          id="stage"
          name="stage"
          label={w('move_to')}
          empty={w('choose')}
          options={optionsOf(props, 'stage').filter(({ value }) => value !== stage)}
          value={form.typed('stage')}
          error={form.error('stage')}
        />
        <TextArea
          id="reason"
          name="reason"
          rows={3}
          label={w('move_reason')}
          hint={w('move_reason_hint')}
          value={form.typed('reason')}
          error={form.error('reason')}
          maxLength={2000}
        />
        {asksWhy ? (
          <TextArea
            id="unverified_reason"
            name="unverified_reason"
            rows={2}
            label={w('move_unverified')}
            hint={w('move_unverified_hint')}
            value={form.typed('unverified_reason')}
            error={form.error('unverified_reason')}
            maxLength={2000}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{w('move_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

function HandOverForm(props: Props) {
  const { tx, record, w } = props
  const form = shell(props, 'hand-over')
  const teams = assignable(tx, 'teams').filter(({ value }) => value !== record.values['team'])
  return (
    <Details summary={w('hand_over')} open={form.open}>
      <Form action={form.action} csrf={form.csrf}>
        {form.version}
        <Select
          id="assigned_to"
          name="assigned_to"
          label={w('hand_to')}
          empty={w('choose')}
          options={assignable(tx, 'colleagues')}
          value={form.typed('assigned_to')}
          error={form.error('assigned_to')}
        />
        {teams.length > 0 ? (
          <>
            <Select
              id="team"
              name="team"
              label={w('hand_team')}
              empty={w('hand_team_same')}
              options={teams}
              value={form.typed('team')}
              error={form.error('team')}
            />
            <Checkboxes
              id="keep"
              name="keep"
              label={w('team')}
              labelHidden
              options={[{ value: '1', label: w('hand_keep') }]}
              values={form.typed('keep') ? ['1'] : []}
            />
          </>
        ) : null}
        <TextArea
          id="words"
          name="words"
          rows={3}
          label={w('hand_words')}
          value={form.typed('words')}
          error={form.error('words')}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{w('hand_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

function PublicityForm(props: Props) {
  const { record, w } = props
  const form = shell(props, 'publicity')
  return (
    <Details summary={w('decide')} open={form.open}>
      <Form action={form.action} csrf={form.csrf}>
        {form.version}
        <Radios
          id="publicity"
          name="publicity"
          label={w('decide_what')}
          options={(['public', 'mixed', 'quiet'] as const).map((value) => ({
            value,
            label: w(`pub_${value}`),
          }))}
          value={form.typed('publicity')}
          error={form.error('publicity')}
        />
        <Radios
          id="publicity_by"
          name="publicity_by"
          label={w('decide_who')}
          options={optionsOf(props, 'publicity_by')}
          value={form.typed('publicity_by')}
          error={form.error('publicity_by')}
        />
        <DateInput
          id="publicity_on"
          name="publicity_on"
          label={w('decide_when')}
          value={form.typed('publicity_on', today())}
          error={form.error('publicity_on')}
        />
        <TextArea
          id="publicity_words"
          name="publicity_words"
          rows={3}
          label={w('decide_words')}
          hint={w('decide_words_hint')}
          value={form.typed('publicity_words', textOf(record.values['publicity_words']))}
          error={form.error('publicity_words')}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{w('decide_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}
