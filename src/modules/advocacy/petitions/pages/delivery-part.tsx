import { can } from '#platform/access'
import { Button, Form, FormActions, Section, Select, Table } from '#web/components'
import { listDeliveries } from '../delivery/make-delivery.ts'
import { readAddressees } from '../queries/read-addressees.ts'
import type { PetitionPart } from './petition-page.tsx'

const languageNames: Readonly<Record<string, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** Packs to hand over: made, kept as they were, taken again. */
export async function DeliveryPart({ visit, tx, petition, counts, w, csrf }: PetitionPart) {
  const { language } = visit
  const made = await listDeliveries(tx, petition.id)
  const addressees = await readAddressees(tx, petition.id)
  const written = Object.keys((petition.values['text'] ?? {}) as Readonly<Record<string, string>>)
  const path = `/workspace/petitions/${petition.id}`
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const mayMake = can(tx.actor, 'export') && counts.confirmed > 0
  if (made.length === 0 && !mayMake) return null
  return (
    <Section id="deliveries" title={w('deliveries')}>
      <p>{w('deliveries_lede')}</p>
      {made.length > 0 ? (
        <Table
          caption={w('deliveries')}
          captionHidden
          columns={[
            { key: 'when', label: w('day'), heading: true },
            { key: 'to', label: w('addressee') },
            { key: 'count', label: w('signatures'), numeric: true },
            { key: 'names', label: w('pack_named'), numeric: true },
            { key: 'hash', label: w('pack_hash') },
            { key: 'take', label: w('pack_take') },
          ]}
          rows={made.map((one) => ({
            key: one.id,
            cells: {
              when: `${date.format(one.madeAt)}, ${one.madeBy}`,
              to: one.addressee ?? '',
              count: one.counts.signatures.toLocaleString(language),
              names: one.counts.names.toLocaleString(language),
              hash: <code>{`${one.sha256.slice(0, 16)}…`}</code>,
              take: can(tx.actor, 'export') ? (
                <a href={`${path}/deliveries/${one.id}`} title={one.sha256}>
                  {languageNames[one.language] ?? one.language}
                </a>
              ) : (
                ''
              ),
            },
          }))}
        />
      ) : null}
      {mayMake ? (
        <Form action={`${path}/deliveries`} csrf={csrf} label={w('pack_make')}>
          <Select
            id="addressee"
            name="addressee"
            label={w('pack_for')}
            empty={w('pack_for_all')}
            options={addressees.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Select
            id="pack-language"
            name="language"
            label={w('language')}
            options={(written.length > 0 ? written : [language]).map((code) => ({
              value: code,
              label: languageNames[code] ?? code,
            }))}
            value={written.includes(language) ? language : written[0]}
          />
          <FormActions>
            <Button>{w('pack_make')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}
