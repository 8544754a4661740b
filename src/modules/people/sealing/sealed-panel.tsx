import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { type RecordView, type Tx, classOf, readRecordsInBulk, typeOf } from '#platform/records'
import { type SealedStanding, isSealed, standingOf } from '#platform/vault'
import {
  Button,
  Details,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  TextInput,
} from '#web/components'
import { type SealingWords, sealingWords } from './messages.ts'
import { SealingPassphrase } from './passphrase-inputs.tsx'

/** What the address may say of what was just done or refused. */
const said = ['wrong', 'limited', 'no_reason', 'erased'] as const

const anyOf = (w: SealingWords, names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${w('or')} ${names.at(-1)}`

/** Opening what is sealed of a record, closing it, and erasing it for good. Nothing for who may not read it. */
export const sealedPanel: RecordPanel = async (visit, tx, record) => {
  const w = sealingWords(visit.language)
  const standing = await standingWithScope(visit, tx, record)
  const asked = visit.url.searchParams.get('sealed')
  const told = said.find((one) => one === asked)
  if (standing.kind === 'none' && told !== 'erased') return null
  const path = `/workspace/record/${record.id}/sealed`
  const csrf = visit.session?.formToken ?? ''
  const wrong = told === 'wrong' || told === 'limited' ? w(told) : undefined
  return (
    <Section title={w('panel')} id="sealed">
      {told === 'erased' ? <Notice kind="success">{w('erased')}</Notice> : null}
      {standing.kind === 'no_key' ? (
        <>
          <p>{w('panel_no_key')}</p>
          <p>
            <LinkButton href="/workspace/me/key">{w('key_make')}</LinkButton>
          </p>
        </>
      ) : null}
      {standing.kind === 'waiting' ? (
        <p>
          {standing.for.length > 0 ? w('panel_waiting', { who: anyOf(w, standing.for) }) : w('panel_nobody')}
        </p>
      ) : null}
      {standing.kind === 'closed' ? (
        <Form action={`${path}/open`} csrf={csrf}>
          <p>{w('panel_closed')}</p>
          <SealingPassphrase id="sealed-passphrase" label={w('present')} error={wrong} />
          <TextInput
            id="sealed-reason"
            name="reason"
            label={w('open_reason')}
            hint={w('open_reason_hint')}
            error={told === 'no_reason' ? w('no_reason') : undefined}
            maxLength={500}
            autoComplete="off"
          />
          <FormActions>
            <Button kind="primary">{w('open')}</Button>
          </FormActions>
        </Form>
      ) : null}
      {standing.kind === 'open' ? (
        <Form action={`${path}/close`} csrf={csrf}>
          <p>
            {w('panel_open', {
              until: standing.until?.toLocaleTimeString(visit.language, { timeStyle: 'short' }) ?? '',
            })}
          </p>
          <Button>{w('close')}</Button>
        </Form>
      ) : null}
      {(standing.kind === 'closed' || standing.kind === 'open') && standing.waiting.length > 0 ? (
        <p>{w('panel_some', { who: anyOf(w, standing.waiting) })}</p>
      ) : null}
      {standing.kind !== 'none' && can(tx.actor, 'write') && !record.deletedAt ? (
        <EraseForm
          {...{ w, path, csrf, record }}
          fields={erasable(typeOf(tx, record.type), record, visit.language)}
        />
      ) : null}
    </Section>
  )
}

/** How the record stands, or, where nothing of its own is sealed, the first that opens together with it. */
async function standingWithScope(visit: Visit, tx: Tx, record: RecordView): Promise<SealedStanding> {
  const own = await standingOf(tx, record.id, record.values)
  if (own.kind !== 'none') return own
  const scopes = await Promise.all(visit.house.sealingScopes.map((scope) => scope(tx, record)))
  const others = [...new Set(scopes.flatMap((ids) => ids ?? []))].filter((id) => id !== record.id)
  for (const other of await readRecordsInBulk(tx, others)) {
    const standing = await standingOf(tx, other.id, other.values)
    if (standing.kind !== 'none') return standing
  }
  return own
}

const erasable = (
  type: ReturnType<typeof typeOf>,
  record: RecordView,
  language: Parameters<typeof sealingWords>[0],
) =>
  type.fields
    .filter((field) => classOf(field) === 'sealed' && !field.required && isSealed(record.values[field.name]))
    .map((field) => ({ value: field.name, label: label(field.label, language) }))

function EraseForm(props: {
  readonly w: SealingWords
  readonly path: string
  readonly csrf: string
  readonly record: RecordView
  readonly fields: readonly { readonly value: string; readonly label: string }[]
}) {
  const { w, path, csrf, record, fields } = props
  if (fields.length === 0) return null
  return (
    <Details summary={w('erase')}>
      <p>{w('erase_why')}</p>
      <Form action={`${path}/erase`} csrf={csrf}>
        <input type="hidden" name="version" value={record.version} />
        <Select
          id="erase-field"
          name="field"
          label={w('erase_field')}
          empty={w('ask_choose')}
          options={fields}
        />
        <TextInput
          id="erase-reason"
          name="reason"
          label={w('reason')}
          hint={w('open_reason_hint')}
          maxLength={500}
        />
        <FormActions>
          <Button kind="warning">{w('erase_do')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}
