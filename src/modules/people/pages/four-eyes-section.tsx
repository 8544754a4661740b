import {
  askToEndFourEyes,
  countDeciders,
  fourEyes,
  fourEyesKind,
  isAlone,
  readOpenApproval,
  setFourEyes,
} from '#platform/approvals'
import type { ApprovalKind } from '#platform/house'
import { type Visit, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Button, Form, FormActions, Notice, Radios, Section, TextArea } from '#web/components'
import { type Words, labelsOf, words } from '../messages.ts'

/** Whether two people decide on what leaves, and who else would have to agree to ending that. */
export interface FourEyes {
  readonly on: boolean
  /** Nobody else is there to be asked. */
  readonly alone: boolean
  /** Other people who may decide what is published. */
  readonly deciders: number
  /** Other administrators. */
  readonly administrators: number
  /** Somebody asked to end it, and waits. */
  readonly asked: boolean
}

/** How it stands, for the page of people. */
export async function readFourEyes(tx: Tx): Promise<FourEyes> {
  return {
    on: await fourEyes(tx),
    alone: await isAlone(tx),
    deciders: await countDeciders(tx, 'publication'),
    administrators: await countDeciders(tx, fourEyesKind),
    asked: (await readOpenApproval(tx, fourEyesKind, tx.actor.orgId)) !== null,
  }
}

/** A second person for what leaves: on, off, or asking another administrator to turn it off. */
export function FourEyesSection(props: {
  readonly w: Words
  readonly csrf: string
  readonly action: string
  readonly now: FourEyes
}) {
  const { w, csrf, action, now } = props
  return (
    <Section title={w('four_eyes')} id="four-eyes">
      <p>{w('four_eyes_hint')}</p>
      {now.on && now.deciders === 0 ? <Notice kind="warning">{w('four_eyes_nobody')}</Notice> : null}
      {now.on && !now.alone ? (
        <AskToEnd {...{ w, csrf, action, now }} />
      ) : (
        <Form action={action} csrf={csrf}>
          <Radios
            id="four"
            name="four"
            label={w('four_eyes')}
            labelHidden
            value={now.on ? 'on' : 'off'}
            options={[
              { value: 'on', label: w('four_eyes_on') },
              { value: 'off', label: w('four_eyes_off'), hint: w('four_eyes_off_hint') },
            ]}
          />
          <FormActions>
            <Button>{w('save')}</Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

function AskToEnd({
  w,
  csrf,
  action,
  now,
}: {
  readonly w: Words
  readonly csrf: string
  readonly action: string
  readonly now: FourEyes
}) {
  if (now.asked)
    return (
      <Notice kind="info">
        {w('four_eyes_asked')} <a href="/workspace/approvals">{w('four_eyes_requests')}</a>
      </Notice>
    )
  if (now.administrators === 0) return <p>{w('four_eyes_no_other')}</p>
  return (
    <details>
      <summary>{w('four_eyes_end')}</summary>
      <Form action={action} csrf={csrf}>
        <input type="hidden" name="four" value="off" />
        <TextArea
          id="four-reason"
          name="reason"
          label={w('four_eyes_reason')}
          hint={w('four_eyes_off_hint')}
          rows={2}
          required
        />
        <FormActions>
          <Button>{w('four_eyes_ask')}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

/** The routes of the section; `show` gives the page that it stands on. */
export const fourEyesRoutes = (path: string, show: (visit: Visit) => Promise<Response>) => [
  route({
    method: 'post',
    path,
    may: 'administer',
    handle: async (visit) => {
      const four = visit.form.get('four')
      if (four !== 'on' && four !== 'off') throw new Problem('malformed')
      await visit.within(async (tx) => {
        if (four === 'off' && (await fourEyes(tx)) && !(await isAlone(tx)))
          await askToEndFourEyes(tx, visit.form.get('reason') ?? '')
        else await setFourEyes(tx, four === 'on')
      })
      return show(visit)
    },
  }),
]

/** Ending four eyes, as another administrator is asked for it. */
export const fourEyesApproval: ApprovalKind = {
  kind: fourEyesKind,
  label: labelsOf('four_eyes_end'),
  carryOut: (tx) => setFourEyes(tx, false),
  async show(visit, tx, approval) {
    const w = words(visit.language)
    return {
      title: approval.askedBy.name,
      holds: await fourEyes(tx),
      content: (
        <>
          <p>{w('four_eyes_would', { who: approval.askedBy.name })}</p>
          <p>{w('four_eyes_off_hint')}</p>
        </>
      ),
    }
  },
}
