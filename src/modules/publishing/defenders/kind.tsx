import { type PublicPageProps, definePublicKind } from '#platform/house'
import { FactList, Notice } from '#web/components'
import { PublicText, termLabel } from '#web/site'
import { labelsOf, words } from '../messages.ts'
import { type PublicProfile, choicesOf, projectDefender } from './projection.ts'

const mostRights = 3

/** People who defend human rights, by name: who agreed, and who is public at a source. */
export const defenders = definePublicKind<PublicProfile>({
  kind: 'defender',
  recordType: 'person',
  path: 'defenders',
  label: labelsOf('defenders'),
  one: labelsOf('defender'),
  order: 10,
  choices: (_tx, record) => choicesOf(record),
  project: projectDefender,
  entry: (profile, language) => {
    const w = words(language)
    const rights = (profile.rights ?? []).map((right) => termLabel(right, language))
    const countries = (profile.country ?? []).map((one) => termLabel(one, language))
    const more = rights.length - mostRights
    const summary = [...countries, ...rights].join('. ')
    return {
      title: profile.name,
      ...(summary && { summary: `${summary}.` }),
      lines: [...rights.slice(0, mostRights), ...(more > 0 ? [w('more_rights', { count: more })] : [])],
      ...(profile.basis === 'public_at_source' && { note: w('at_source') }),
    }
  },
  Page: DefenderMatter,
  columns: [
    { name: 'name', type: 'string', description: labelsOf('name'), value: (profile) => profile.name },
    { name: 'basis', type: 'string', description: labelsOf('basis'), value: (profile) => profile.basis },
    {
      name: 'source',
      type: 'url',
      description: labelsOf('public_source_url'),
      value: (profile) => profile.source_url ?? null,
    },
  ],
})

function DefenderMatter({ data: profile, language, site }: PublicPageProps<PublicProfile>) {
  const w = words(language)
  const links = (terms: PublicProfile['country'], parameter: string) => (
    <ul className="list">
      {(terms ?? []).map((term) => (
        <li key={term.code}>
          <a href={site.href(`/defenders?${parameter}=${encodeURIComponent(term.code)}`)}>
            {termLabel(term, language)}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <PublicText texts={profile.biography} language={language} others={site.languages} />
      <FactList
        facts={[
          ...(profile.country ? [{ label: w('country'), value: links(profile.country, 'country') }] : []),
          ...(profile.rights ? [{ label: w('rights'), value: links(profile.rights, 'right') }] : []),
          ...(profile.source_url
            ? [{ label: w('source_link'), value: <SourceLink href={profile.source_url} /> }]
            : []),
        ]}
      />
      {profile.basis === 'public_at_source' ? (
        <Notice>{w('at_source')}</Notice>
      ) : (
        <p className="quiet">{w('by_consent')}</p>
      )}
    </>
  )
}

// Nothing goes with the reader: neither where they come from nor a hold on this page.
const SourceLink = ({ href }: { readonly href: string }) => (
  <a href={href} rel="noreferrer noopener external">
    {href}
  </a>
)
