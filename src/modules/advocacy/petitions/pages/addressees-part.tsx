import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { label } from '#platform/i18n'
import { EmptyState, LinkButton, Section, Table, Tag } from '#web/components'
import { readAddressees } from '../queries/read-addressees.ts'
import { isResponse, responseLabels } from '../words-of-petitions.ts'
import { stateBeside } from '../public/petition-matter.tsx'
import type { PetitionPart } from './petition-page.tsx'

/** Who is asked what, and what came of it. */
export async function AddresseesPart({ visit, tx, petition, w }: PetitionPart) {
  const { language } = visit
  const found = await readAddressees(tx, petition.id)
  const term = (vocabulary: string, code: unknown) => {
    const words = tx.schema.vocabularies.get(vocabulary)?.byCode.get(String(code))?.label
    return words ? label(words, language) : ''
  }
  const day = (value: unknown) => (typeof value === 'string' ? formatDate(value, language) : '')
  return (
    <Section
      id="addressees"
      title={w('addressees')}
      action={
        can(tx.actor, 'write') ? (
          <LinkButton small href={`/workspace/records/petition_addressee/new?v.petition=${petition.id}`}>
            {w('add_addressee')}
          </LinkButton>
        ) : null
      }
    >
      {found.length === 0 ? (
        <EmptyState title={w('no_addressee')} />
      ) : (
        <Table
          caption={w('addressees')}
          captionHidden
          columns={[
            { key: 'name', label: w('addressee'), heading: true },
            { key: 'ask', label: w('ask') },
            { key: 'asked', label: w('asked_on') },
            { key: 'response', label: w('response') },
          ]}
          rows={found.map(({ id, title, values }) => ({
            key: id,
            cells: {
              name: (
                <>
                  <a href={`/workspace/record/${id}`}>{title}</a>
                  {stateBeside(title, term('countries', values['state']))}
                </>
              ),
              ask: term('petition_asks', values['ask']),
              asked: day(values['asked_on']),
              response: (
                <div>
                  <Tag>
                    {label(
                      responseLabels[isResponse(values['response']) ? values['response'] : 'none'],
                      language,
                    )}
                  </Tag>{' '}
                  {day(
                    values['acted_on'] ??
                      values['refused_on'] ??
                      values['answered_on'] ??
                      values['acknowledged_on'],
                  )}
                </div>
              ),
            },
          }))}
        />
      )}
    </Section>
  )
}
