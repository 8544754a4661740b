import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Button, Details, FactList, Form, FormActions, FormErrors, Notice, TextArea } from '#web/components'
import { workspacePage } from '#web/workspace'
import { changePartner, removePartner } from '../actions/know-partner.ts'
import { fingerprintOf } from '../bundle/index.ts'
import { type Words, words } from '../messages.ts'
import { type Partner, readPartner } from '../queries/partners.ts'
import { PartnerFields } from './partners-section.tsx'

const pathOf = (id: string): string => `/workspace/bundles/partner/${id}`

/** That a partner's name or key was exchanged, for whoever has to trust it; null where it never was. */
export function exchangedWords({ changed }: Partner, language: Language, w: Words): string | null {
  if (!changed) return null
  const when = changed.at.toLocaleDateString(language, { dateStyle: 'long' })
  return w('exchanged', { when, who: changed.by, how: changed.how })
}

/** To which key a bundle is encrypted, and whether it was exchanged: what a second person compares. */
export function RecipientKey({
  partner,
  language,
  w,
}: {
  readonly partner: Partner
  readonly language: Language
  readonly w: Words
}) {
  const exchanged = exchangedWords(partner, language, w)
  return (
    <>
      <p>
        {w('recipient')}: <code>{partner.recipient}</code>
      </p>
      {exchanged ? <Notice kind="warning">{exchanged}</Notice> : null}
    </>
  )
}

async function partnerPage(
  visit: Visit,
  tx: Tx,
  refused?: { readonly problem: Problem; readonly typed: Readonly<Record<string, string>> },
): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const partner = await readPartner(tx, visit.params['id'] ?? '')
  const errors = (refused?.problem.fields ?? []).map(({ field, message }) => ({
    field,
    message: label(message, language),
  }))
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const csrf = visit.session?.formToken ?? ''
  const typed = refused?.typed ?? {
    name: partner.name,
    recipient: partner.recipient ?? '',
    signing_key: partner.signingKey ?? '',
  }
  const exchanged = exchangedWords(partner, language, w)
  return workspacePage(visit, {
    title: partner.name,
    ...(refused && { status: refused.problem.status }),
    breadcrumbs: [{ href: '/workspace/bundles', label: w('bundles') }],
    notices: (
      <FormErrors
        title={w('errors')}
        errors={errors.map(({ field, message }) => ({ fieldId: `bundle-${field}`, message }))}
      />
    ),
    children: (
      <>
        <FactList
          facts={[
            { label: w('recipient'), value: partner.recipient ? <code>{partner.recipient}</code> : '—' },
            { label: w('signing_key'), value: partner.signingKey ? <code>{partner.signingKey}</code> : '—' },
            {
              label: w('fingerprint'),
              value: partner.signingKey ? <code>{fingerprintOf(partner.signingKey)}</code> : '—',
            },
          ]}
        />
        {exchanged ? <Notice>{exchanged}</Notice> : null}
        {can(tx.actor, 'administer') ? (
          <>
            <Details summary={w('change_partner')} open={refused !== undefined}>
              <p>{w('exchange_lede')}</p>
              <Form action={pathOf(partner.id)} csrf={csrf}>
                <input type="hidden" name="version" value={partner.version} />
                <PartnerFields {...{ w, errorOf, typed }} nameHint={w('name_change_hint')} />
                <TextArea
                  id="bundle-how"
                  name="how"
                  rows={2}
                  label={w('how')}
                  hint={w('how_hint')}
                  value={typed['how']}
                  error={errorOf('how')}
                  maxLength={1000}
                />
                <FormActions>
                  <Button kind="primary">{w('save')}</Button>
                </FormActions>
              </Form>
            </Details>
            <Details summary={w('remove_partner')}>
              <p id="remove-hint">{w('remove_hint')}</p>
              <Form action={`${pathOf(partner.id)}/remove`} csrf={csrf}>
                <FormActions>
                  <Button kind="warning" describedBy="remove-hint">
                    {w('remove_partner')}
                  </Button>
                </FormActions>
              </Form>
            </Details>
          </>
        ) : (
          <p className="quiet">{w('only_administers')}</p>
        )}
      </>
    ),
  })
}

/** A partner: its keys, and changing and removing it. */
export const partnerRoutes = [
  route({
    method: 'get',
    path: '/workspace/bundles/partner/:id',
    may: 'read',
    handle: (visit) => visit.within((tx) => partnerPage(visit, tx)),
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/partner/:id',
    may: 'administer',
    handle: async (visit) => {
      const { form, params } = visit
      const id = params['id'] ?? ''
      const typed = {
        name: form.get('name'),
        recipient: form.get('recipient'),
        signing_key: form.get('signing_key'),
        how: form.get('how'),
      }
      try {
        await visit.within((tx) =>
          changePartner(tx, { ...typed, signingKey: typed.signing_key, id, version: form.get('version') }),
        )
        return redirect(pathOf(id))
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
        return visit.within((tx) => partnerPage(visit, tx, { problem: error, typed }))
      }
    },
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/partner/:id/remove',
    may: 'administer',
    handle: async (visit) => {
      await visit.within((tx) => removePartner(tx, visit.params['id'] ?? ''))
      return redirect('/workspace/bundles#partners')
    },
  }),
]
