import { FactList, Notice, Prose } from '#web/components'
import { words } from '../messages.ts'
import type { PublicProfile } from '../projection.ts'
import { readProfile, writeQuery } from './directory-query.ts'
import { type Place, publicPage } from './site-frame.tsx'
import { sitePath } from './site.ts'
import { termLabel } from './term-words.ts'

/** A defender's page; null when there is none at this address, whether withdrawn or never made. */
export async function profilePage(place: Place, slug: string): Promise<string | null> {
  const profile = await readProfile(place.house.publicDb, place.site.orgId, slug)
  return profile ? renderProfile(place, profile) : null
}

function renderProfile(place: Place, profile: PublicProfile): string {
  const { site, language } = place
  const w = words(language)
  const people = sitePath(site, language, '/defenders')
  const countries = (profile.country ?? []).map((one) => ({ ...one, words: termLabel(one, language) }))
  const rights = (profile.rights ?? []).map((one) => ({ ...one, words: termLabel(one, language) }))
  const summary = [...countries, ...rights].map((one) => one.words).join('. ')
  return publicPage(place, {
    title: profile.name,
    ...(summary && { description: `${profile.name}. ${summary}.` }),
    stamp: profile.fictitious ? w('fictitious') : undefined,
    children: (
      <>
        <Biography {...{ place, profile }} />
        <FactList
          facts={[
            ...(countries.length > 0
              ? [
                  {
                    label: w('country'),
                    value: links(countries, (code) => people + writeQuery({ country: code })),
                  },
                ]
              : []),
            ...(rights.length > 0
              ? [{ label: w('rights'), value: links(rights, (code) => people + writeQuery({ right: code })) }]
              : []),
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
        <p className="no-print">
          <a href={people}>{w('profile_back')}</a>
        </p>
      </>
    ),
  })
}

/** In the reader's language, or else in the first that there is, said to be so by its mark. */
function Biography({ place, profile }: { readonly place: Place; readonly profile: PublicProfile }) {
  const texts = profile.biography ?? {}
  const lang = [place.language, ...place.site.languages, ...Object.keys(texts)].find((code) => texts[code])
  if (!lang) return null
  return (
    <Prose lang={lang}>
      {(texts[lang] ?? '').split(/\n{2,}/).map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
        <p key={i}>{paragraph}</p>
      ))}
    </Prose>
  )
}

const links = (
  terms: readonly { readonly code: string; readonly words: string }[],
  href: (code: string) => string,
) => (
  <ul className="list">
    {terms.map(({ code, words: text }) => (
      <li key={code}>
        <a href={href(code)}>{text}</a>
      </li>
    ))}
  </ul>
)

// Nothing goes with the reader: neither where they come from nor a hold on this page.
const SourceLink = ({ href }: { readonly href: string }) => (
  <a href={href} rel="noreferrer noopener external">
    {href}
  </a>
)
