import { type Visit, redirect, route } from '#platform/http'
import type { Tx } from '#platform/records'
import {
  Button,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  TextArea,
  TextInput,
} from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { beginChecklist } from '../actions/begin-checklist.ts'
import { requestWithDate, setDay, unsetDay } from '../actions/set-day.ts'
import { asylumWords } from '../messages.ts'
import { nameOfDate, whyInWords } from './why.ts'

const path = '/workspace/asylum/request/:id/day'

async function screen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, params, url } = visit
  const w = asylumWords(language)
  const key = refused?.typed('date') ?? url.searchParams.get('date') ?? ''
  const { file, date } = await requestWithDate(tx, params['id'] ?? '', key)
  const { request } = file
  const computed = date.clock?.override?.computed.earliest ?? date.legal
  const action = `/workspace/asylum/request/${request.id}/day`
  return workspacePage(visit, {
    title: w('set_title'),
    lede: w('set_lede'),
    status: refused ? 422 : 200,
    fictitious: request.fictitious,
    breadcrumbs: file.case
      ? [{ href: `/workspace/case/${file.case.id}#asylum`, label: file.case.title }]
      : [{ href: `/workspace/record/${request.id}`, label: request.title }],
    notices: <FormErrors title={w('errors')} errors={errorList(refused)} />,
    children: (
      <Form action={action} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="date" value={key} />
        <FactList
          facts={[
            { label: w('what'), value: nameOfDate(tx, date, language) },
            { label: w('why'), value: whyInWords(date, language) },
            { label: w('set_computed'), value: computed ? dayInWords(computed, language) : w('no_day') },
          ]}
        />
        <TextInput
          id="day"
          name="day"
          label={w('legal')}
          value={refused?.typed('day') ?? date.legal ?? ''}
          error={refused?.errors['day']}
          hint="2026-11-30"
          short
          autoComplete="off"
          maxLength={10}
          required
        />
        <TextArea
          id="reason"
          name="reason"
          label={w('reason')}
          hint={w('set_reason_hint')}
          value={refused?.typed('reason')}
          error={refused?.errors['reason']}
          rows={3}
          maxLength={2_000}
        />
        <FormActions>
          <Button kind="primary" name="do" value="set">
            {w('set_do')}
          </Button>
          {date.clock?.override ? (
            <Button name="do" value="unset" formNoValidate>
              {w('unset')}
            </Button>
          ) : null}
          <LinkButton kind="plain" href={`/workspace/record/${request.id}#asylum`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** What one does with a request beyond its records: set a day by hand, begin the list of documents. */
export const requestRoutes = [
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
      const requestId = params['id'] ?? ''
      return attempt(
        visit,
        async (tx) => {
          const key = form.get('date')
          if (form.get('do') === 'unset') await unsetDay(tx, { requestId, key })
          else await setDay(tx, { requestId, key, day: form.get('day').trim(), reason: form.get('reason') })
          return redirect(`/workspace/record/${requestId}#asylum`)
        },
        (tx, refused) => screen(visit, tx, refused),
      )
    },
  }),
  route({
    method: 'post',
    path: '/workspace/asylum/request/:id/papers',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        await beginChecklist(tx, visit.params['id'] ?? '')
        return redirect(`/workspace/record/${visit.params['id']}#asylum`)
      }),
  }),
]
