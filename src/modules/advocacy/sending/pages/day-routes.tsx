import { mechanismOf, roleLabels } from '#catalogue/mechanisms'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  DateInput,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  TextArea,
} from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { setClockDay } from '../actions/after-sending.ts'
import { sendingWords } from '../messages.ts'
import { readSubmission } from '../queries/read-submissions.ts'
import { dayWords } from './words-of-days.ts'

const path = '/workspace/submission/:id/day'

async function screen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, params, url } = visit
  const w = sendingWords(language)
  const file = await readSubmission(tx, params['id'] ?? '')
  const rule = refused?.typed('rule') ?? url.searchParams.get('rule') ?? ''
  const clock = file?.clocks.find(({ id }) => id === rule)
  if (!file || !clock) throw new Problem('not_found')
  const computed = clock.override ? clock.override.computed.earliest : clock.earliest
  return workspacePage(visit, {
    title: w('set_title'),
    lede: w('set_lede'),
    status: refused ? 422 : 200,
    fictitious: file.fictitious,
    breadcrumbs: [{ href: `/workspace/submission/${file.id}/sending#dates`, label: file.title }],
    notices: <FormErrors title={w('errors')} errors={errorList(refused)} />,
    children: (
      <Form action={`/workspace/submission/${file.id}/day`} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="rule" value={rule} />
        <FactList
          facts={[
            { label: w('date_what'), value: label(roleLabels[clock.role], language) },
            { label: w('rule_words'), value: <span lang="en">{clock.rule.text}</span> },
            { label: w('set_computed'), value: computed ? dayWords(computed, language) : w('no_day') },
          ]}
        />
        <DateInput
          id="day"
          name="day"
          label={w('date_when')}
          value={refused?.typed('day') ?? clock.earliest ?? ''}
          error={refused?.errors['day']}
          required
        />
        <TextArea
          id="reason"
          name="reason"
          label={w('set_reason')}
          value={refused?.typed('reason')}
          error={refused?.errors['reason']}
          rows={3}
          maxLength={2_000}
          required
        />
        <FormActions>
          <Button kind="primary" name="do" value="set">
            {w('set_do')}
          </Button>
          {clock.override ? (
            <Button name="do" value="unset">
              {w('unset')}
            </Button>
          ) : null}
          <LinkButton kind="plain" href={`/workspace/submission/${file.id}/sending#dates`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** Setting the day of a clock by hand, with its reason. */
export const dayRoutes = [
  route({
    method: 'get',
    path,
    may: 'write',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  route({
    method: 'post',
    path,
    may: 'write',
    handle: (visit) => {
      const { form, params } = visit
      const submissionId = params['id'] ?? ''
      return attempt(
        visit,
        async (tx) => {
          const rule = form.get('rule')
          const file = await readSubmission(tx, submissionId)
          if (!mechanismOf(file?.mechanism.id ?? '')?.timeLimits.some(({ id }) => id === rule))
            throw new Problem('not_found')
          await setClockDay(tx, {
            submissionId,
            rule,
            day: form.get('do') === 'unset' ? null : form.get('day').trim(),
            reason: form.get('reason'),
          })
          return redirect(`/workspace/submission/${submissionId}/sending#dates`)
        },
        (tx, refused) => screen(visit, tx, refused),
        ['invalid', 'conflict'],
      )
    },
  }),
]
