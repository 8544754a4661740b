import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type FieldDefinition,
  type RecordView,
  type Tx,
  classOf,
  readRecord,
  typeOf,
} from '#platform/records'
import { type OfferToMake, endShare, offerShare, readableClasses, scopeFields } from '#platform/sharing'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  TextArea,
  TextInput,
} from '#web/components'
import { classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { words } from './messages.ts'

const emptyOffer = { to: '', fields: [], purpose: '', lastDay: '', reason: '' } as const
type Given = Omit<OfferToMake, 'recordId'>

async function offerPage(
  visit: Visit,
  tx: Tx,
  record: RecordView,
  given: Given,
  problem?: Problem,
): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const type = typeOf(tx, record.type)
  const errors = (problem?.fields ?? []).map(({ field, message }) => ({
    field,
    message: label(message, language),
  }))
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const path = `/workspace/record/${record.id}`
  const readable = await readableClasses(tx)
  const fields = scopeFields(type).filter((field) => readable.has(classOf(field)))
  const held = (field: FieldDefinition) => record.values[field.name] !== undefined
  const option = (field: FieldDefinition) => ({
    value: field.name,
    label: label(field.label, language),
    ...(classOf(field) !== 'open' && { hint: label(classLabel[classOf(field)], language) }),
  })
  const title = record.title || label(type.label, language)
  return workspacePage(visit, {
    title: w('offer_title', { title }),
    lede: w('offer_lede'),
    ...(problem && { status: 422 }),
    breadcrumbs: [{ href: path, label: title }],
    fictitious: record.fictitious,
    notices: (
      <FormErrors
        title={w('errors')}
        errors={errors.map(({ field, message }) => ({ fieldId: `share-${field}`, message }))}
      />
    ),
    children: (
      <Form action={`${path}/share`} csrf={visit.session?.formToken ?? ''}>
        <TextInput
          id="share-to"
          name="to"
          label={w('to')}
          hint={w('to_hint')}
          value={given.to}
          error={errorOf('to')}
          maxLength={41}
          autoComplete="off"
          spellCheck={false}
        />
        <Checkboxes
          id="share-fields"
          name="field"
          label={w('fields')}
          hint={w('fields_hint')}
          error={errorOf('fields')}
          options={fields.filter(held).map(option)}
          values={given.fields}
        />
        <Details
          summary={w('fields_empty')}
          open={fields.some((field) => !held(field) && given.fields.includes(field.name))}
        >
          <Checkboxes
            id="share-later"
            name="field"
            label={w('fields_empty')}
            hint={w('fields_empty_hint')}
            options={fields.filter((field) => !held(field)).map(option)}
            values={given.fields}
          />
        </Details>
        <TextArea
          id="share-purpose"
          name="purpose"
          label={w('purpose')}
          hint={w('purpose_hint')}
          value={given.purpose}
          error={errorOf('purpose')}
          rows={2}
        />
        <TextInput
          id="share-until"
          name="until"
          label={w('last_day')}
          hint={w('last_day_hint')}
          value={given.lastDay}
          error={errorOf('until')}
          short
          maxLength={10}
          autoComplete="off"
        />
        <TextInput
          id="share-reason"
          name="reason"
          label={w('reason')}
          hint={w('reason_hint')}
          value={given.reason}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{w('offer')}</Button>
          <LinkButton href={`${path}#sharing`}>{title}</LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** Offering a record to another organisation, and ending it. */
export const offerRoutes = [
  route({
    method: 'get',
    path: '/workspace/record/:id/share',
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const record = await readRecord(tx, visit.params['id'] ?? '')
        if (record.deletedAt || record.mergedInto) throw new Problem('not_found')
        return offerPage(visit, tx, record, emptyOffer)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/share',
    may: 'export',
    handle: async (visit) => {
      const { form } = visit
      const recordId = visit.params['id'] ?? ''
      const given: Given = {
        to: form.get('to'),
        fields: [...new Set(form.all('field'))],
        purpose: form.get('purpose'),
        lastDay: form.get('until'),
        reason: form.get('reason').trim().slice(0, 2000),
      }
      try {
        const made = await visit.within((tx) => offerShare(tx, { recordId, ...given }))
        return redirect(
          'approval' in made
            ? `/workspace/approvals/${made.approval}`
            : `/workspace/record/${recordId}#sharing`,
        )
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
        return visit.within(async (tx) => offerPage(visit, tx, await readRecord(tx, recordId), given, error))
      }
    },
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/share/end',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { id } = await readRecord(tx, visit.params['id'] ?? '')
        await endShare(tx, visit.form.get('share'))
        return redirect(`/workspace/record/${id}#sharing`)
      }),
  }),
]
