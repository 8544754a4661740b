import { LinkButton, Notice, Button, Details, FactList, Form, FormActions, TextInput } from '#web/components'
import type { Visit } from '#platform/http'
import { formatMoment } from '#platform/dates'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, fieldOf, typeOf } from '#platform/records'
import type { Publication } from './public-now.ts'
import { dayInWords } from '../../day.ts'
import type { Words } from '../../messages.ts'
import type { AwaitedSign } from '../check-ins.ts'
import { type ReachablePerson, atRisk } from '../safe-contact.ts'
import { textOf } from '../../show.ts'

const publicities = ['public', 'mixed', 'quiet'] as const
const deciders = ['person', 'family', 'counsel'] as const

/** The sign that is waited for next; one that did not come stands before everything else. */
export function NextSign(props: {
  readonly visit: Visit
  readonly sign: AwaitedSign | undefined
  readonly now: Date
  readonly w: Words
}) {
  const { visit, sign, now, w } = props
  if (!sign) return null
  const when = formatMoment(sign.due, visit.language)
  const who = sign.personTitle ?? w('sign_anyone')
  const missed = sign.dueAt < now
  return (
    <Notice
      kind={missed ? 'danger' : 'info'}
      title={missed ? `${w('sign_missed', { when })} · ${who}` : undefined}
    >
      {missed && sign.firstStep ? <p dir="auto">{w('sign_now', { what: sign.firstStep })}</p> : null}
      <p>
        <a href="#signs">{missed ? w('heard') : w('sign_of', { who, when })}</a>
      </p>
    </Notice>
  )
}

/** What every head of a case says of publicity: what may be said, who decided, and what is public all the same. */
export function PublicityNotice(props: {
  readonly visit: Visit
  readonly record: RecordView
  readonly publicNow: readonly Publication[]
  readonly w: Words
}) {
  const { visit, record, publicNow, w } = props
  const { values } = record
  const decided = publicities.find((one) => one === values['publicity'])
  const by = deciders.find((one) => one === values['publicity_by'])
  return (
    <Notice
      kind={decided === 'public' ? 'info' : decided === 'mixed' ? 'warning' : 'danger'}
      title={w(decided ? `pub_${decided}` : 'pub_unknown')}
    >
      {decided && by ? (
        <p>
          {w('pub_decided', { who: w(`by_${by}`), when: dayInWords(values['publicity_on'], visit.language) })}{' '}
          <bdi>{textOf(values['publicity_words'])}</bdi>
        </p>
      ) : (
        <p>{w('pub_unknown_text')}</p>
      )}
      {!decided || decided === 'quiet'
        ? publicNow.map(({ recordId, name }) => (
            <p key={recordId}>
              <a href={`/workspace/record/${recordId}#public-view`}>{w('pub_now', { who: name })}</a>
            </p>
          ))
        : null}
    </Notice>
  )
}

/** Before any number: how each person at risk is reached without harming them. */
export function SafeContact(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly record: RecordView
  readonly people: readonly ReachablePerson[]
  readonly w: Words
}) {
  const { visit, tx, record, people, w } = props
  const concerned = people.filter(({ role }) => role === atRisk)
  const closed = concerned.some(({ plan }) => plan.kind === 'closed')
  return (
    <>
      {concerned.map((one) => (
        <Notice
          key={one.record.id}
          kind={one.plan.kind === 'none' ? 'danger' : 'warning'}
          title={w('safe_title', { who: one.record.title })}
        >
          <Plan {...{ visit, tx, one, w }} />
        </Notice>
      ))}
      {closed ? <OpenForm {...{ visit, record, w }} /> : null}
    </>
  )
}

function Plan(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly one: ReachablePerson
  readonly w: Words
}) {
  const { visit, tx, one, w } = props
  const { plan, record } = one
  if (plan.kind === 'open') {
    const type = typeOf(tx, 'person')
    return (
      <FactList
        facts={one.planValues.map(({ field, value }) => {
          const known = fieldOf(type, field)
          return { label: known ? label(known.label, visit.language) : field, value }
        })}
      />
    )
  }
  if (plan.kind === 'waiting') return <p>{w('safe_waiting', { who: plan.for.join(', ') || '…' })}</p>
  return (
    <>
      <p>{w(`safe_${plan.kind}`)}</p>
      {plan.kind === 'none' ? (
        <p>
          <LinkButton href={`/workspace/record/${record.id}/edit`}>{w('safe_write')}</LinkButton>
        </p>
      ) : null}
      {plan.kind === 'no_key' ? (
        <p>
          <LinkButton href="/workspace/me/key">{w('safe_key')}</LinkButton>
        </p>
      ) : null}
    </>
  )
}

const told = ['wrong', 'limited', 'no_reason'] as const

function OpenForm({
  visit,
  record,
  w,
}: {
  readonly visit: Visit
  readonly record: RecordView
  readonly w: Words
}) {
  const said = told.find((one) => one === visit.url.searchParams.get('sealed'))
  return (
    <div id="sealed">
      <Details summary={w('safe_open')} open={said !== undefined}>
        <Form action={`/workspace/record/${record.id}/sealed/open`} csrf={visit.session?.formToken ?? ''}>
          <TextInput
            id="plans-passphrase"
            name="passphrase"
            type="password"
            label={w('safe_passphrase')}
            error={said === 'wrong' || said === 'limited' ? w(`safe_${said}`) : undefined}
            autoComplete="off"
          />
          <TextInput
            id="plans-reason"
            name="reason"
            label={w('safe_reason')}
            error={said === 'no_reason' ? w('safe_no_reason') : undefined}
            maxLength={500}
            autoComplete="off"
          />
          <FormActions>
            <Button kind="primary">{w('safe_open')}</Button>
          </FormActions>
        </Form>
      </Details>
    </div>
  )
}
