import { formatMoment } from '#platform/dates'
import { label } from '#platform/i18n'
import { Button, Details, Form, Section, Select, TextArea, TextInput } from '#web/components'
import { today } from '../../day-in-words.ts'
import { channelLabels, isOver } from '../words-of-received.ts'
import { type ReceivedPart, saidOf } from './received-part.ts'

/** The reply: drafted, cleared by a second person, noted as sent. */
export function ReplyPart(part: ReceivedPart) {
  const { visit, tx, whole, mayWrite, w } = part
  const { record, state } = whole
  const { language } = visit
  const said = (name: string) => saidOf(tx, record, name, language)
  const reply = said('reply')
  const over = isOver(state)
  const { sent_at } = record.values
  return (
    <Section id="reply" title={w('reply')}>
      {reply === '' ? <p className="quiet">{w('reply_none')}</p> : null}
      {reply !== '' ? (
        <>
          <p className="quiet">
            {[
              said('reply_by') ? w('drafted_by', { who: said('reply_by') }) : '',
              said('cleared_by') ? w('cleared_by', { who: said('cleared_by') }) : '',
              typeof sent_at === 'string'
                ? w('sent', { when: formatMoment(sent_at, language), how: said('sent_through') })
                : '',
              said('receipt') ? `${w('receipt')}: ${said('receipt')}.` : '',
              said('sent_by') ? w('sent_by', { who: said('sent_by') }) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
          {over || state === 'cleared' || !mayWrite ? (
            <p className="written" dir="auto">
              {reply}
            </p>
          ) : null}
        </>
      ) : null}
      {said('closed_words') ? (
        <p dir="auto">
          {w('why')}: {said('closed_words')}
        </p>
      ) : null}
      {mayWrite && !over ? <ReplyForms {...part} reply={reply} /> : null}
    </Section>
  )
}

function ReplyForms({ visit, tx, whole, refused, w, reply }: ReceivedPart & { readonly reply: string }) {
  const { record, state } = whole
  const { language } = visit
  const csrf = visit.session?.formToken ?? ''
  const action = (name: string) => `/workspace/received/${record.id}/${name}`
  const version = <input type="hidden" name="version" value={record.version} />
  const editor = (
    <Form action={action('reply')} csrf={csrf} confirmLeave>
      {version}
      <TextArea
        id="reply-text"
        name="reply"
        label={w('reply_text')}
        hint={w('reply_hint')}
        value={refused?.typed('reply') || reply}
        error={refused?.errors['reply']}
        rows={12}
        maxLength={100_000}
      />
      <p>
        <Button kind={state === 'received' ? 'primary' : 'secondary'}>{w('save_reply')}</Button>
      </p>
    </Form>
  )
  return (
    <>
      {state === 'cleared' ? <Details summary={w('edit')}>{editor}</Details> : editor}
      {state === 'drafted' ? (
        record.values['reply_by'] === tx.actor.accountId ? (
          <p className="hint">{w('clear_other')}</p>
        ) : (
          <Form action={action('clear')} csrf={csrf}>
            {version}
            <p className="hint">{w('clear_hint')}</p>
            <p>
              <Button kind="primary">{w('clear')}</Button>
            </p>
          </Form>
        )
      ) : null}
      {state === 'cleared' ? (
        <Form action={action('send')} csrf={csrf} label={w('send')}>
          {version}
          <h3>{w('send')}</h3>
          <TextInput
            id="day"
            name="day"
            label={w('day')}
            value={refused?.typed('day') || today()}
            error={refused?.errors['day']}
            short
            maxLength={10}
          />
          <TextInput
            id="time"
            name="time"
            label={w('time')}
            value={refused?.typed('time')}
            error={refused?.errors['time']}
            short
            maxLength={5}
          />
          <Select
            id="zone"
            name="zone"
            label={w('zone')}
            value={refused?.typed('zone') || Intl.DateTimeFormat().resolvedOptions().timeZone}
            options={['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
          />
          <Select
            id="through"
            name="through"
            label={w('through')}
            value={refused?.typed('through')}
            error={refused?.errors['through']}
            options={Object.entries(channelLabels).map(([value, words]) => ({
              value,
              label: label(words, language),
            }))}
          />
          <TextInput
            id="receipt"
            name="receipt"
            label={w('receipt')}
            hint={w('receipt_hint')}
            value={refused?.typed('receipt')}
            maxLength={300}
          />
          <p>
            <Button kind="primary">{w('send')}</Button>
          </p>
        </Form>
      ) : null}
      <Details summary={w('close')} open={Boolean(refused?.errors['words'])}>
        <Form action={action('close')} csrf={csrf}>
          {version}
          <TextArea
            id="words"
            name="words"
            label={w('why')}
            value={refused?.typed('words')}
            error={refused?.errors['words']}
            rows={3}
            maxLength={2_000}
          />
          <p>
            <Button kind="warning">{w('close')}</Button>
          </p>
        </Form>
      </Details>
    </>
  )
}
