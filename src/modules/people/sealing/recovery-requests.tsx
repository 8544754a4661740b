import type { Visit } from '#platform/http'
import type { Recovery, RecoveryRequest } from '#platform/vault'
import { Button, Details, Form, FormActions, Section, TextArea } from '#web/components'
import { longDate } from '../names.ts'
import type { SealingWords } from './messages.ts'
import { SealingPassphrase } from './passphrase-inputs.tsx'

/** The recoveries under way: who may give a share gives it here, and who it is for finishes. */
export function Requests(props: {
  readonly visit: Visit
  readonly w: SealingWords
  readonly requests: readonly RecoveryRequest[]
  readonly recovery: Recovery
  readonly me: string
  readonly csrf: string
}) {
  const { visit, w, requests, recovery, me, csrf } = props
  const own = recovery.custodians.find((one) => one.accountId === me && !one.lost)
  return (
    <Section title={w('requests')} id="requests">
      {requests.length === 0 ? <p>{w('requests_none')}</p> : null}
      {requests.map((request) => {
        const path = `/workspace/custodians/requests/${request.id}`
        const ready = request.given.length >= recovery.threshold
        const mine = own && !request.given.some((one) => one.holderId === own.id)
        return (
          <div key={request.id}>
            <h3>{w('request_for', { who: request.forName })}</h3>
            <p>
              {w('request_facts', {
                by: request.askedBy,
                when: longDate(request.askedAt, visit.language),
                reason: request.reason.endsWith('.') ? request.reason : `${request.reason}.`,
                until: longDate(request.expiresAt, visit.language),
              })}
            </p>
            <p>
              {w('request_given', { n: request.given.length, k: recovery.threshold })}
              {request.given.length > 0 ? `: ${request.given.map((one) => one.name).join(', ')}` : null}
            </p>
            {ready && request.forAccount === me ? (
              <Form action={`${path}/finish`} csrf={csrf}>
                <p>{w('finish_why')}</p>
                <SealingPassphrase id={`finish-${request.id}`} label={w('present')} />
                <FormActions>
                  <Button kind="primary">{w('finish')}</Button>
                </FormActions>
              </Form>
            ) : null}
            {!ready && mine ? (
              <Form action={`${path}/give`} csrf={csrf}>
                <SealingPassphrase id={`give-${request.id}`} label={w('present')} />
                <FormActions>
                  <Button>{w('give_own')}</Button>
                </FormActions>
              </Form>
            ) : null}
            {ready ? null : (
              <Details summary={w('give_paper')}>
                <Form action={`${path}/give`} csrf={csrf}>
                  <TextArea id={`paper-${request.id}`} name="paper" rows={3} label={w('give_paper_label')} />
                  <FormActions>
                    <Button>{w('give_paper')}</Button>
                  </FormActions>
                </Form>
              </Details>
            )}
          </div>
        )
      })}
    </Section>
  )
}
