import { countryName } from '#catalogue/countries'
import { type Visit, route } from '#platform/http'
import { EmptyState, LinkButton, Line, Notice, Pager, Table, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type PetitionWords, petitionWords } from '../messages.ts'
import { type Signature, listSignatures } from '../queries/list-signatures.ts'
import { mayReadNames, readPetition } from '../queries/read-petition.ts'
import { nameInWords } from '../signer.ts'

/** Who signed, as far as the reader may know it, never with an address; the latest first. */
export const signaturesRoute = route({
  method: 'get',
  path: '/workspace/petitions/:id/signatures',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const petition = await readPetition(tx, visit.params['id'] ?? '')
      const { url, language, house } = visit
      const w = petitionWords(language)
      const state = url.searchParams.get('state') === 'invalidated' ? 'invalidated' : 'confirmed'
      const { rows, next } = await listSignatures(tx, house.secrets, {
        petitionId: petition.id,
        state,
        after: url.searchParams.get('after'),
      })
      const here = `/workspace/petitions/${petition.id}/signatures`
      return workspacePage(visit, {
        title: w('signatures_list'),
        fictitious: petition.fictitious,
        lede: w('signatures_lede'),
        breadcrumbs: [
          { href: '/workspace/petitions', label: w('petitions') },
          { href: `/workspace/petitions/${petition.id}`, label: petition.title },
        ],
        children: (
          <>
            {(await mayReadNames(tx)) ? null : <Notice>{w('names_not_yours')}</Notice>}
            <Line>
              <LinkButton small href={here}>
                {w('confirmed')}
              </LinkButton>
              <LinkButton small href={`${here}?state=invalidated`}>
                {w('invalidated')}
              </LinkButton>
            </Line>
            {rows.length === 0 ? (
              <EmptyState title={w('no_signatures')} />
            ) : (
              <SignatureTable rows={rows} {...{ visit, w }} />
            )}
            {next ? (
              <Pager
                label={w('signatures_list')}
                next={{
                  href: `${here}?state=${state}&after=${encodeURIComponent(next)}`,
                  label: w('more'),
                }}
              />
            ) : null}
          </>
        ),
      })
    }),
})

/** Signatures in rows. */
export function SignatureTable(props: {
  readonly rows: readonly Signature[]
  readonly visit: Visit
  readonly w: PetitionWords
}) {
  const { rows, visit, w } = props
  const { language } = visit
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Table
      caption={w('signatures_list')}
      captionHidden
      columns={[
        { key: 'name', label: w('name'), heading: true },
        { key: 'country', label: w('country_column') },
        { key: 'day', label: w('day'), nowrap: true },
        { key: 'public', label: w('public_name') },
        { key: 'deliver', label: w('deliver') },
        { key: 'state', label: w('state') },
      ]}
      rows={rows.map((one) => ({
        key: one.id,
        cells: {
          name: one.name ? nameInWords(one.name) || w('no_name') : w(one.ofState ? 'number_only' : 'no_name'),
          country: one.country ? (countryName(one.country, language) ?? one.country) : '',
          day: date.format(one.confirmedAt),
          public: w(`shown_${one.publicName}`),
          deliver: w(one.deliver ? 'yes' : 'no'),
          state: <Tag>{w(one.state)}</Tag>,
        },
      }))}
    />
  )
}
