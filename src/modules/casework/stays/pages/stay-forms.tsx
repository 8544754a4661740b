import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, fieldOf, typeOf } from '#platform/records'
import {
  Button,
  DateInput,
  Details,
  Form,
  FormActions,
  FormSection,
  Notice,
  Radios,
  Select,
  TextArea,
} from '#web/components'
import { textOf } from '../../show.ts'
import { today } from '../../today.ts'
import { ownVoice } from '../actions/move-stay.ts'
import { nextStage } from '../gates.ts'
import type { StayWords } from '../messages.ts'
import { monthsAfter } from '../queries/nights.ts'
import type { StayParts } from '../queries/stay-parts.ts'
import { outcomeLabels, stayStageLabels, stayStageOf, stayStages } from '../stages.ts'

/** What was typed into one of the forms and refused, with what is wrong by field. */
export interface RefusedForm {
  /** `move`, `voice`, or the id of a follow-up. */
  readonly form: string
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  readonly typed: Readonly<Record<string, string>>
}

/** What the parts of the page of a stay share. */
export interface StayPageProps {
  readonly visit: Visit
  readonly tx: Tx
  readonly stay: RecordView
  readonly parts: StayParts
  readonly w: StayWords
  readonly refused: RefusedForm | null
}

/** How often a guest is asked, unless other days are set. */
const followUpMonths = [1, 3, 6]

export const optionsOfField = ({ visit, tx }: StayPageProps, type: string, name: string) =>
  (fieldOf(typeOf(tx, type), name)?.options ?? []).map((one) => ({
    value: one.code,
    label: label(one.label, visit.language),
  }))

/** What a form of the page needs: where it goes, and what was typed and refused. */
export function shell({ visit, stay, refused }: StayPageProps, name: string, path = name) {
  const mine = refused?.form === name ? refused : null
  return {
    open: mine !== null,
    action: `/workspace/refuge-stays/${stay.id}/${path}`,
    csrf: visit.session?.formToken ?? '',
    error: (field: string) =>
      mine?.problems
        .filter((one) => one.field === field)
        .map((one) => one.message)
        .join(' ') || undefined,
    typed: (field: string, otherwise = '') => mine?.typed[field] ?? otherwise,
  }
}

export function MoveForm(props: StayPageProps) {
  const { visit, stay, w } = props
  const form = shell(props, 'move')
  const now = stayStageOf(stay.values['stage'])
  const next = nextStage(now)
  const at = stayStages.indexOf(now)
  const open = stayStages.filter((one, i) => i < at || one === next || (one === 'closed' && now !== 'closed'))
  const left = textOf(stay.values['left_on']) || textOf(stay.values['until']) || today()
  return (
    <Details summary={w('move')} open={form.open}>
      <Form action={form.action} csrf={form.csrf}>
        <input type="hidden" name="version" value={stay.version} />
        <Select
          id="stage"
          name="stage"
          label={w('move_to')}
          empty={w('choose')}
          options={open.map((one) => ({ value: one, label: label(stayStageLabels[one], visit.language) }))}
          value={form.typed('stage', next ?? '')}
          error={form.error('stage')}
        />
        {now === 'closed' ? null : (
          <Select
            id="outcome"
            name="outcome"
            label={w('outcome')}
            hint={w('outcome_hint')}
            empty={w('choose')}
            options={Object.entries(outcomeLabels)
              .filter(([one]) => one !== 'completed' || now === 'follow_up')
              .filter(([one]) => one !== 'not_selected' || now === 'selection')
              .map(([value, words]) => ({ value, label: label(words, visit.language) }))}
            value={form.typed('outcome')}
            error={form.error('outcome')}
          />
        )}
        {now === 'return' ? (
          <FormSection title={w('follow_up_days')} hint={w('follow_up_hint')}>
            {followUpMonths.map((months) => (
              <DateInput
                key={months}
                id={months === 1 ? 'follow_ups' : `follow_ups-${months}`}
                name={`follow_up.${months}`}
                label={w('follow_up_day', { months })}
                value={form.typed(`follow_up.${months}`, monthsAfter(left, months))}
                error={months === 1 ? form.error('follow_ups') : undefined}
              />
            ))}
          </FormSection>
        ) : null}
        <TextArea
          id="reason"
          name="reason"
          rows={3}
          label={w('move_reason')}
          hint={w(now === 'selection' ? 'selection_hint' : 'move_reason_hint')}
          value={form.typed('reason')}
          error={form.error('reason')}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{w('move_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

/** Declaring, then opining; to whom declared a conflict, that they do not decide. */
export function VoiceForm(props: StayPageProps) {
  const { tx, stay, parts, w } = props
  if (stayStageOf(stay.values['stage']) !== 'selection') return null
  const own = ownVoice(tx, parts)
  if (own?.values['conflict'] === 'declared') return <Notice kind="warning">{w('voice_out')}</Notice>
  const form = shell(props, 'voice')
  return (
    <Details summary={w('voice')} open={form.open || !own}>
      <Form action={form.action} csrf={form.csrf}>
        <Radios
          id="conflict"
          name="conflict"
          label={w('voice_conflict')}
          hint={w('voice_hint')}
          options={[
            { value: 'none', label: w('voice_none') },
            { value: 'declared', label: w('voice_declared') },
          ]}
          value={form.typed('conflict', textOf(own?.values['conflict']))}
          error={form.error('conflict')}
        />
        <TextArea
          id="conflict_words"
          name="conflict_words"
          rows={2}
          label={w('voice_words')}
          hint={w('voice_words_hint')}
          value={form.typed('conflict_words')}
          error={form.error('conflict_words')}
          maxLength={2000}
        />
        <Select
          id="opinion"
          name="opinion"
          label={w('voice_opinion')}
          hint={w('no_scores')}
          empty={w('voice_later')}
          options={optionsOfField(props, 'refuge_voice', 'opinion')}
          value={form.typed('opinion', textOf(own?.values['opinion']))}
          error={form.error('opinion')}
        />
        <TextArea
          id="reasons"
          name="reasons"
          rows={3}
          label={w('voice_reasons')}
          hint={w('selection_hint')}
          value={form.typed('reasons', textOf(own?.values['reasons']))}
          error={form.error('reasons')}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{w('voice_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

/** Noting a follow-up, on its own row. */
export function FollowUpForm(props: StayPageProps & { readonly part: RecordView }) {
  const { part, w } = props
  const form = shell(props, part.id, `follow-up/${part.id}`)
  return (
    <Details summary={w('note_follow_up')} open={form.open}>
      <Form action={form.action} csrf={form.csrf}>
        <input type="hidden" name="version" value={part.version} />
        <DateInput
          id={`held-${part.id}`}
          name="held_on"
          label={w('held_on')}
          value={form.typed('held_on', today())}
          error={form.error('held_on')}
        />
        <Select
          id={`standing-${part.id}`}
          name="standing"
          label={w('standing')}
          empty={w('choose')}
          options={optionsOfField(props, 'refuge_follow_up', 'standing')}
          value={form.typed('standing')}
          error={form.error('standing')}
        />
        <TextArea
          id={`words-${part.id}`}
          name="words"
          rows={3}
          label={w('said')}
          hint={w('voice_words_hint')}
          value={form.typed('words')}
          error={form.error('words')}
          maxLength={10000}
        />
        <FormActions>
          <Button kind="primary">{w('note_follow_up')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}
