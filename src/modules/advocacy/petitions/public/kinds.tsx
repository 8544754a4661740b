import { definePublicKind, type PublicColumn, type PublicEntry, type PublicKind } from '#platform/house'
import type { Language } from '#platform/i18n'
import type { RecordView } from '#platform/records'
import { labelsOf, petitionWords } from '../messages.ts'
import { type PetitionLive, readLive } from '../queries/read-live.ts'
import { type PetitionData, isForAll, termsIn, textIn } from './petition-data.ts'
import { PetitionEmbed, PetitionMatter } from './petition-matter.tsx'
import { projectPetition } from './project-petition.ts'

const choices = (_tx: unknown, _record: RecordView) => [
  {
    name: 'addressees',
    label: labelsOf('choice_addressees'),
    hint: labelsOf('choice_addressees_hint'),
  },
]

function entry(data: PetitionData, language: Language): PublicEntry {
  const w = petitionWords(language)
  const heading = textIn(data.heading, language)
  const text = textIn(data.text, language)
  const states = termsIn(data.states, language)
  return {
    title: heading?.text ?? '',
    ...(heading && heading.language !== language && { lang: heading.language }),
    ...(text && { summary: firstWords(text.text) }),
    lines: states ? [w('to_states', { states })] : [],
    ...(data.closes && { date: data.closes.at.slice(0, 10) }),
  }
}

/** The beginning, as far as a whole word, for lists. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 200 ? line : `${line.slice(0, 200).replace(/\s\S*$/, '')} …`
}

const liveOf = (live: unknown) => (live ?? null) as PetitionLive | null

const columns: readonly PublicColumn<PetitionData>[] = [
  {
    name: 'heading',
    type: 'string',
    description: labelsOf('column_heading'),
    value: ({ heading }) => Object.values(heading ?? {}),
  },
  {
    name: 'states_addressed',
    type: 'string',
    description: labelsOf('column_states'),
    value: ({ states }) => (states ?? []).map(({ code }) => code),
  },
  {
    name: 'closes',
    type: 'date',
    description: labelsOf('column_closes'),
    value: ({ closes }) => closes?.at.slice(0, 10) ?? null,
  },
  {
    name: 'addressees',
    type: 'string',
    description: labelsOf('column_addressees'),
    value: ({ addressees }) => (addressees ?? []).map(({ name }) => name),
  },
  {
    name: 'answers',
    type: 'string',
    description: labelsOf('column_answers'),
    value: ({ addressees }) => (addressees ?? []).map(({ response }) => response),
  },
]

/** Petitions on the public site: those that anyone may sign, and letters that were signed by invitation. */
export const petitionKind: PublicKind = definePublicKind<PetitionData>({
  kind: 'petition',
  recordType: 'petition',
  path: 'petitions',
  label: labelsOf('petitions'),
  one: labelsOf('petition'),
  order: 30,
  choices,
  project: (tx, record, choice) => projectPetition(tx, record, choice, 'petition'),
  entry,
  Page({ data, language, site, slug, live, static: frozen }) {
    const now = liveOf(live)
    const open = isForAll(data) && now?.stage === 'open' && !frozen
    const more = now !== null && now.names > now.shownOrganisations.length + now.shownPeople.length
    return (
      <PetitionMatter
        {...{ data, language }}
        live={now}
        signAt={open ? site.href(`/petitions/${slug}/sign`) : null}
        namesAt={more && !frozen ? site.href(`/petitions/${slug}/names`) : null}
      />
    )
  },
  Embed: ({ data, language, site, slug, live }) => (
    <PetitionEmbed {...{ data, language, site, slug }} live={liveOf(live)} />
  ),
  live: (publicDb, { publicationId }) => readLive(publicDb, publicationId),
  columns,
  calendar: true,
  addPath: '/workspace/records/petition/new',
  about: labelsOf('about'),
})

/**
 * A letter while it is signed behind a closed link: it goes through the same door, with the same consent and the same
 * second person, and the public login cannot find it. Its page is made by `letter-routes.tsx`.
 */
export const letterKind: PublicKind = definePublicKind<PetitionData>({
  kind: 'sign_on_letter',
  recordType: 'petition',
  unlisted: true,
  applies: ({ values }) => values['kind'] === 'sign_on',
  path: 'letters',
  label: labelsOf('letters'),
  one: labelsOf('letter'),
  order: null,
  choices,
  project: (tx, record, choice) => projectPetition(tx, record, choice, 'sign_on_letter'),
  entry,
  columns,
  Page: ({ data, language, live }) => (
    <PetitionMatter {...{ data, language }} live={liveOf(live)} signAt={null} namesAt={null} />
  ),
})
