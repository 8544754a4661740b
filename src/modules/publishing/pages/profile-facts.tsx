import type { Language } from '#platform/i18n'
import { type Fact, FactList, Prose, Tag } from '#web/components'
import { type Words, words } from '../messages.ts'
import type { PublicProfile } from '../projection.ts'
import { termLabel } from '../public/term-words.ts'

/** A projection value by value, all of its languages: what a person reads before it becomes public. */
export function ProfileFacts({
  profile,
  language,
}: {
  readonly profile: PublicProfile
  readonly language: Language
}) {
  const w = words(language)
  const tags = (terms: PublicProfile['country']) =>
    (terms ?? []).map((term) => (
      <span key={term.code}>
        <Tag>{termLabel(term, language)}</Tag>{' '}
      </span>
    ))
  const facts: readonly Fact[] = [
    { label: w('name'), value: profile.name },
    { label: w('basis'), value: w(`basis_${profile.basis}`) },
    ...(profile.country ? [{ label: w('country'), value: tags(profile.country) }] : []),
    ...(profile.rights ? [{ label: w('rights'), value: tags(profile.rights) }] : []),
    ...biographies(profile, w).map(({ label, lang, text }) => ({
      label,
      value: (
        <Prose lang={lang}>
          {text.split(/\n{2,}/).map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
            <p key={i}>{paragraph}</p>
          ))}
        </Prose>
      ),
    })),
    ...(profile.source_url
      ? [
          {
            label: w('public_source_url'),
            value: (
              <a href={profile.source_url} rel="noreferrer noopener">
                {profile.source_url}
              </a>
            ),
          },
        ]
      : []),
  ]
  return <FactList facts={facts} />
}

const biographies = (profile: PublicProfile, w: Words) =>
  Object.entries(profile.biography ?? {}).map(([lang, text]) => ({
    label: `${w('biography')} (${lang})`,
    lang,
    text,
  }))

/** What a newer projection has that an older one lacks or says otherwise, in words, field by field. */
export function changedFields(
  shown: PublicProfile,
  next: PublicProfile,
  language: Language,
): readonly { readonly field: string; readonly before: string; readonly after: string }[] {
  const w = words(language)
  const flat = (profile: PublicProfile): readonly (readonly [string, string])[] => [
    [w('country'), (profile.country ?? []).map((term) => termLabel(term, language)).join(', ')],
    [w('rights'), (profile.rights ?? []).map((term) => termLabel(term, language)).join(', ')],
    ...biographies(profile, w).map(({ label, text }) => [label, text] as const),
    [w('public_source_url'), profile.source_url ?? ''],
  ]
  const [old, fresh] = [new Map(flat(shown)), new Map(flat(next))]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [before, after] = [old.get(field) ?? '', fresh.get(field) ?? '']
    return before === after ? [] : [{ field, before, after }]
  })
}
