import { whatLeft } from '#platform/consent'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Reference,
  type Tx,
  fieldOf,
  readOwner,
  readRecord,
  typeOf,
} from '#platform/records'
import {
  Button,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Radios,
  Section,
  Table,
  TextArea,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../../messages.ts'
import { bundlesOf } from '../../referral/pages/panels.tsx'
import { valueInWords } from '../../show.ts'
import { withdrawConsent } from '../actions/withdraw-consent.ts'
import { validity } from './consent-panel.tsx'

interface Refused {
  readonly errors: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}

async function show(visit: Visit, tx: Tx, refused: Refused | null = null): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.type !== 'consent' || record.deletedAt) throw new Problem('not_found')
  const owner = await readOwner(tx, record.id)
  const over = record.values['withdrawn_on'] !== undefined
  const personId = (record.values['person'] as Reference | undefined)?.to ?? ''
  const errors = refused?.errors ?? {}
  return workspacePage(visit, {
    title: over ? w('consents') : w('withdraw_title'),
    ...(!over && { lede: w('withdraw_lede') }),
    status: refused ? 422 : 200,
    fictitious: record.fictitious,
    breadcrumbs: owner
      ? [
          { href: '/workspace/cases', label: w('cases') },
          { href: `/workspace/case/${owner.id}`, label: owner.title },
        ]
      : [{ href: '/workspace/records/consent', label: w('consents') }],
    notices: (
      <FormErrors
        title={w('errors')}
        errors={Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))}
      />
    ),
    children: (
      <>
        <Facts {...{ tx, record, visit, w }} />
        {over ? (
          <Notice kind="success">{validity(record, language, w)}</Notice>
        ) : (
          <Form action={`/workspace/consent/${record.id}/withdraw`} csrf={visit.session?.formToken ?? ''}>
            <input type="hidden" name="version" value={record.version} />
            <Radios
              id="how"
              name="how"
              label={w('withdraw_how')}
              options={(fieldOf(typeOf(tx, 'consent'), 'withdrawn_how')?.options ?? []).map((option) => ({
                value: option.code,
                label: label(option.label, language),
              }))}
              value={refused?.typed['how']}
              error={errors['how']}
            />
            <TextArea
              id="words"
              name="words"
              rows={3}
              label={w('withdraw_words')}
              value={refused?.typed['words']}
              error={errors['words']}
              maxLength={2000}
            />
            <FormActions>
              <Button kind="warning">{w('withdraw_do')}</Button>
              <LinkButton
                kind="plain"
                href={owner ? `/workspace/case/${owner.id}#consent` : `/workspace/record/${record.id}`}
              >
                {w('cancel')}
              </LinkButton>
            </FormActions>
          </Form>
        )}
        {await bundlesOf(visit, tx, personId)}
        <Left {...{ visit, w }} left={await whatLeft(tx, personId)} />
      </>
    ),
  })
}

function Facts({
  tx,
  record,
  visit,
  w,
}: {
  readonly tx: Tx
  readonly record: RecordView
  readonly visit: Visit
  readonly w: Words
}) {
  const value = (name: string) => valueInWords(tx, 'consent', name, record.values[name], visit.language)
  const person = record.linked.get((record.values['person'] as Reference | undefined)?.to ?? '')
  return (
    <FactList
      facts={[
        { label: w('consent_whose'), value: person?.title ?? '…' },
        { label: w('consent_what'), value: value('scopes') },
        { label: w('consent_for'), value: `${value('purposes')} · ${value('channels')}` },
        { label: w('consent_until'), value: validity(record, visit.language, w) },
      ]}
    />
  )
}

const known = [
  'publication.publish',
  'publication.withdraw',
  'share.offer',
  'share.accept',
  'share.end',
  'export.run',
  'bundle.make',
  'submission.send',
] as const

function Left({
  visit,
  w,
  left,
}: {
  readonly visit: Visit
  readonly w: Words
  readonly left: Awaited<ReturnType<typeof whatLeft>>
}) {
  return (
    <Section title={w('left')} id="left">
      <p>{w('left_lede')}</p>
      {left.length === 0 ? (
        <p className="quiet">{w('left_none')}</p>
      ) : (
        <Table
          caption={w('left')}
          captionHidden
          columns={[
            { key: 'when', label: w('when'), nowrap: true },
            { key: 'what', label: w('what'), heading: true },
          ]}
          rows={left.map(({ at, act }, i) => {
            const name = known.find((one) => one === act)
            return {
              key: String(i),
              cells: {
                when: at.toLocaleString(visit.language, { dateStyle: 'medium', timeStyle: 'short' }),
                what: w(name ? `left_${name}` : 'left_other'),
              },
            }
          })}
        />
      )}
    </Section>
  )
}

const path = '/workspace/consent/:id/withdraw'

/** Withdrawing a consent: what it covers, what goes with it, and afterwards what had already left. */
export const withdrawRoutes = [
  route({ method: 'get', path, may: 'write', handle: (visit) => visit.within((tx) => show(visit, tx)) }),
  route({
    method: 'post',
    path,
    may: 'write',
    handle: async (visit) => {
      const { form, params, language } = visit
      const typed = { how: form.get('how'), words: form.get('words') }
      try {
        await visit.within((tx) =>
          withdrawConsent(tx, visit.house, {
            id: params['id'] ?? '',
            version: Number(form.get('version')),
            ...typed,
          }),
        )
        return redirect(`/workspace/consent/${params['id']}/withdraw#left`)
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
        const errors = Object.fromEntries(
          error.fields.map(({ field, message }) => [field, message[language]]),
        )
        return visit.within((tx) => show(visit, tx, { errors, typed }))
      }
    },
  }),
]
