import { can } from '#platform/access'
import {
  Button,
  DateInput,
  Details,
  FactList,
  Form,
  FormActions,
  Radios,
  Section,
  Select,
  TextArea,
  TextInput,
} from '#web/components'
import { resumable } from '../actions/after-sending.ts'
import { progress } from '../actions/note-progress.ts'
import { sendingWords } from '../messages.ts'
import { type SendingPart, statusWords } from './sending-page.tsx'
import { instantWords } from './words-of-days.ts'

const pathOf = (part: Pick<SendingPart, 'file'>) => `/workspace/submission/${part.file.id}`
const csrfOf = ({ visit }: Pick<SendingPart, 'visit'>) => visit.session?.formToken ?? ''

/** What the mechanism did with it since. */
export function ProgressForm(part: SendingPart) {
  const { visit, tx, file, refused } = part
  const w = sendingWords(visit.language)
  return (
    <Section id="progress" title={w('progress')}>
      <p>{w('progress_text')}</p>
      <Form action={`${pathOf(part)}/progress`} csrf={csrfOf(part)}>
        <input type="hidden" name="version" value={file.version} />
        <Select
          id="status"
          name="status"
          label={w('progress_what')}
          options={Object.keys(progress).map((status) => ({
            value: status,
            label: statusWords(tx, status, visit),
          }))}
          empty={w('choose')}
          value={refused?.typed('status')}
          error={refused?.errors['status']}
          required
        />
        <DateInput
          id="on"
          name="on"
          label={w('progress_on')}
          value={refused?.typed('on')}
          error={refused?.errors['on']}
        />
        <TextInput
          id="official_code"
          name="official_code"
          label={w('official_code')}
          hint="AL ARG 3/2026"
          value={refused?.typed('official_code')}
          maxLength={200}
        />
        <FormActions>
          <Button>{w('progress_note')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** The review of what one person sent alone. */
export function ReviewPart(part: SendingPart) {
  const { visit, tx, file, refused } = part
  const { sending } = file
  const w = sendingWords(visit.language)
  if (!sending?.urgent) return null
  const { review } = sending
  return (
    <Section id="review" title={w('review')}>
      {review ? (
        <FactList
          facts={[
            { label: w(`verdict_${review.verdict}`), value: <span dir="auto">{review.words}</span> },
            { label: w('reviewed_by'), value: `${review.by}, ${instantWords(review.at, visit.language)}` },
          ]}
        />
      ) : sending.sentBy.id === tx.actor.accountId ? (
        <p>{w('review_other')}</p>
      ) : can(tx.actor, 'export') ? (
        <Form action={`${pathOf(part)}/review`} csrf={csrfOf(part)}>
          <p>
            {w('review_text', {
              until: instantWords(new Date(sending.loggedAt.getTime() + 86_400_000), visit.language),
            })}
          </p>
          <Radios
            id="verdict"
            name="verdict"
            label={w('verdict')}
            options={(['stands', 'mend'] as const).map((value) => ({ value, label: w(`verdict_${value}`) }))}
            required
          />
          <TextArea
            id="words"
            name="words"
            label={w('review_words')}
            rows={3}
            maxLength={4_000}
            error={refused?.errors['words']}
            required
          />
          <FormActions>
            <Button kind="primary">{w('review_do')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}

/** What was done after somebody in it withdrew. */
export function AlertForms(part: SendingPart) {
  const { visit, tx, alerts } = part
  const w = sendingWords(visit.language)
  return (
    <Section id="alerts" title={w('alert')}>
      {alerts.map((alert) => (
        <Form key={alert.id} action={`${pathOf(part)}/alert`} csrf={csrfOf(part)}>
          <input type="hidden" name="alert" value={alert.id} />
          <p>
            <bdi>{alert.person ?? w('somebody')}</bdi> · {instantWords(alert.raisedAt, visit.language)}
          </p>
          {can(tx.actor, 'write') ? (
            <>
              <TextArea
                id={`words-${alert.id}`}
                name="words"
                label={w('alert_words')}
                hint={w('alert_hint')}
                rows={2}
                maxLength={4_000}
                required
              />
              <FormActions>
                <Button>{w('alert_settle')}</Button>
              </FormActions>
            </>
          ) : null}
        </Form>
      ))}
    </Section>
  )
}

/** Making a draft of it again, or giving it up: nothing of it has gone. */
export function EndForms(part: SendingPart) {
  const { visit, file, refused } = part
  const w = sendingWords(visit.language)
  return (
    <Details summary={w('end')} open={refused?.typed('end') === '1'}>
      {resumable.includes(file.status) ? (
        <Form action={`${pathOf(part)}/resume`} csrf={csrfOf(part)}>
          <input type="hidden" name="end" value="1" />
          <p>{w('back_text')}</p>
          <TextArea
            id="back-words"
            name="words"
            label={w('resume_words')}
            rows={2}
            maxLength={4_000}
            required
          />
          <FormActions>
            <Button>{w('back')}</Button>
          </FormActions>
        </Form>
      ) : null}
      {file.status === 'withdrawn' ? null : (
        <Form action={`${pathOf(part)}/give-up`} csrf={csrfOf(part)}>
          <FormActions>
            <Button kind="warning">{w('withdraw')}</Button>
          </FormActions>
        </Form>
      )}
    </Details>
  )
}

/** Taking up again what a withdrawn consent had stopped. */
export function ResumeForm(part: SendingPart) {
  const w = sendingWords(part.visit.language)
  return (
    <Section id="resume" title={w('resume')}>
      <Form action={`${pathOf(part)}/resume`} csrf={csrfOf(part)}>
        <p>{w('resume_text')}</p>
        <TextArea
          id="words"
          name="words"
          label={w('resume_words')}
          rows={2}
          maxLength={4_000}
          error={part.refused?.errors['words']}
          required
        />
        <FormActions>
          <Button>{w('resume_do')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
