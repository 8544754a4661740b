import { can } from '#platform/access'
import type { Visit } from '#platform/http'
import type { Tx } from '#platform/records'
import { Button, Form, FormActions, Section, Table, TextInput } from '#web/components'
import { fingerprintOf } from '../bundle/index.ts'
import type { Words } from '../messages.ts'
import type { Partner } from '../queries/partners.ts'

/** What the forms of bundles go by. */
export interface FormProps {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: Words
  readonly csrf: string
  readonly errorOf: (name: string) => string | undefined
  readonly typed: Readonly<Record<string, string>>
}

/** The organisations to whom bundles go and from whom they come; whoever hands over writes one down. */
export function Partners(props: FormProps & { readonly partners: readonly Partner[] }) {
  const { tx, w, csrf, partners } = props
  return (
    <Section title={w('partners')} id="partners">
      {partners.length === 0 ? (
        <p className="quiet">{w('no_partners')}</p>
      ) : (
        <Table
          caption={w('partners')}
          captionHidden
          columns={[
            { key: 'name', label: w('partner_name'), heading: true },
            { key: 'recipient', label: w('recipient') },
            { key: 'fingerprint', label: w('fingerprint') },
          ]}
          rows={partners.map((one) => ({
            key: one.id,
            cells: {
              name: (
                <a href={`/workspace/bundles/partner/${one.id}`}>
                  <bdi>{one.name}</bdi>
                </a>
              ),
              // In full on its own page: sixty signs are not read in a table.
              recipient: one.recipient ? <code>{one.recipient.slice(0, 12)}…</code> : '—',
              fingerprint: one.signingKey ? <code>{fingerprintOf(one.signingKey)}</code> : '—',
            },
          }))}
        />
      )}
      {can(tx.actor, 'export') ? (
        <section id="add">
          <h3>{w('add_partner')}</h3>
          <Form action="/workspace/bundles/partner" csrf={csrf}>
            <PartnerFields {...props} nameHint={w('partner_name_hint')} />
            <FormActions>
              <Button>{w('save')}</Button>
            </FormActions>
          </Form>
        </section>
      ) : null}
    </Section>
  )
}

/** A partner's name and keys. */
export function PartnerFields({
  w,
  errorOf,
  typed,
  nameHint,
}: Pick<FormProps, 'w' | 'errorOf' | 'typed'> & { readonly nameHint: string }) {
  return (
    <>
      <TextInput
        id="bundle-name"
        name="name"
        label={w('partner_name')}
        hint={nameHint}
        value={typed['name']}
        error={errorOf('name')}
        maxLength={200}
      />
      <TextInput
        id="bundle-recipient"
        name="recipient"
        label={w('recipient')}
        hint={w('recipient_hint')}
        value={typed['recipient']}
        error={errorOf('recipient')}
        maxLength={130}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        id="bundle-signing_key"
        name="signing_key"
        label={w('signing_key')}
        hint={w('signing_key_hint')}
        value={typed['signing_key']}
        error={errorOf('signing_key')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  )
}
