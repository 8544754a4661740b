import { type RecordView, type Reference } from '#platform/records'
import { isSealed } from '#platform/vault'
import { referencesOf } from './case-file.ts'
import { type Gathering, codesIn, found, isUnder, partsOf, provenanceOf, sealedIn, word } from './parts.ts'
import type { Found, Part, SealedValue } from './value.ts'

const planFields = [
  'never_write',
  'safe_channel',
  'safe_hours',
  'phone_shared_with',
  'duress_phrase',
  'contact_if_silent',
] as const

/** Whether somebody has a plan for reaching them that is sealed: no number or address is taken before it was read. */
const hasSealedPlan = (person: RecordView): boolean =>
  planFields.some((name) => isSealed(person.values[name]))

const child: Readonly<Record<'en' | 'es' | 'fr' | 'ca', string>> = {
  en: 'Under eighteen',
  es: 'Menor de dieciocho años',
  fr: 'Moins de dix-huit ans',
  ca: 'Menor de divuit anys',
}

const firstOf = (...lists: readonly (readonly Found[])[]): readonly Found[] =>
  lists.find((list) => list.length > 0) ?? []

/** The people whom a submission is for: who they are, what they do, what they need. */
export function gatherPeople(
  at: Gathering,
  minors: ReadonlySet<string>,
): { readonly values: readonly Found[]; readonly sealed: readonly SealedValue[] } {
  const values = at.persons.flatMap((person) => ofPerson(at, person, minors.has(person.id)))
  const sealed = at.persons.flatMap((person) => [
    ...(hasSealedPlan(person) && (person.values['phone_and_mail'] ?? person.values['address']) !== undefined
      ? [{ field: 'victim.contact', from: provenanceOf(at, person, 'phone_and_mail') }]
      : []),
    ...sealedIn(at, 'victim.contact', person, 'phone_and_mail'),
  ])
  return { values: [...values, ...ofGroup(at), ...ofFamily(at), ...ofWork(at)], sealed }
}

function ofPerson(at: Gathering, person: RecordView, minor: boolean): readonly Found[] {
  const about = [person.id]
  const take = (field: string, name: string) => found(at, field, person, name, about)
  const named = person.values['real_name'] === undefined ? 'name' : 'real_name'
  const reachable = !hasSealedPlan(person)
  const name: Found = {
    field: 'victim.fullName',
    parts: [{ kind: 'party', id: person.id }],
    from: provenanceOf(at, person, named),
    about,
  }
  const occupations = [
    ...take('victim.occupation', 'occupation'),
    ...take('victim.occupation', 'occupation_words'),
  ]
  return [
    name,
    // Other names are names: they stand and fall with the first.
    ...take('victim.otherNames', 'other_names'),
    ...take('victim.sexGender', 'gender'),
    ...firstOf(take('victim.birthDate', 'birth_date'), take('victim.birthDate', 'birth')),
    ...take('victim.nationality', 'nationality'),
    ...take('victim.idDocument', 'identity_documents'),
    ...occupations,
    ...(reachable ? take('victim.residence', 'address') : []),
    ...take('victim.residence', 'whereabouts'),
    ...take('victim.residence', 'present_country'),
    ...(reachable ? take('victim.contact', 'phone_and_mail') : []),
    ...take('victim.groupDescription', 'people_or_community'),
    ...(minor
      ? [
          {
            field: 'victim.vulnerability',
            parts: [word(at, child)],
            from: provenanceOf(at, person, 'birth_date'),
            about,
          },
        ]
      : []),
    ...take('victim.vulnerability', 'disability'),
    ...take('victim.vulnerability', 'people_or_community'),
    ...take('victim.health', 'health'),
    ...take('victim.health', 'care_needed'),
    ...(isDefender(at, person) ? take('victim.hrdWork', 'biography') : []),
    ...take('victim.artisticWork', 'disciplines'),
    ...take('disappearance.physicalDescription', 'distinguishing_marks'),
    ...ofRelatives(at, person),
  ]
}

/** Whoever defends, reports or creates: what their record tells of them is what they do. */
const isDefender = (at: Gathering, person: RecordView): boolean =>
  ['defender', 'journalist', 'artist'].some((role) =>
    isUnder(at.schema, 'person_roles', codesIn(person, 'roles'), role),
  ) || ['defender', 'journalist', 'artist'].includes(String(at.file.record.values['kind']))

function ofRelatives(at: Gathering, person: RecordView): readonly Found[] {
  return partsOf(at, person, 'relatives')
    .map((parts, i) => ({ parts, reference: referencesOf(person, 'relatives')[i] }))
    .filter(({ reference }) => isFamily(at, reference))
    .map(({ parts }) => ({
      field: 'victim.family',
      // “Sister of”, and then whose.
      parts: [
        ...parts.filter(({ kind }) => kind !== 'party'),
        ...parts.filter(({ kind }) => kind === 'party'),
      ],
      from: provenanceOf(at, person, 'relatives'),
      about: [person.id],
    }))
}

const isFamily = (at: Gathering, reference: Reference | undefined): boolean => {
  const relationship = reference?.attributes?.['relationship']
  return typeof relationship !== 'string' || isUnder(at.schema, 'relationships', [relationship], 'family')
}

/** The group that is at risk, where there is one. */
function ofGroup(at: Gathering): readonly Found[] {
  const { record, byId } = at.file
  return referencesOf(record, 'organisations')
    .filter(({ attributes }) => attributes?.['role'] === 'at_risk')
    .flatMap(({ to }) => {
      const organisation = byId.get(to)
      if (!organisation) return []
      const parts: readonly Part[] = [
        { kind: 'party', id: to },
        ...partsOf(at, organisation, 'description').flat(),
      ]
      return [
        {
          field: 'victim.groupDescription',
          parts,
          from: provenanceOf(at, organisation, 'description'),
          about: [],
        },
      ]
    })
}

/** The family that an asylum request includes. */
const ofFamily = (at: Gathering): readonly Found[] =>
  (at.file.belonging.get('asylum_request') ?? []).flatMap((request) =>
    found(
      at,
      'victim.family',
      request,
      'family',
      at.persons.map(({ id }) => id),
    ),
  )

/** What the case itself says of the work that is at issue. */
function ofWork(at: Gathering): readonly Found[] {
  const { record } = at.file
  const about = at.persons.length === 1 ? at.persons.map(({ id }) => id) : []
  return [
    ...found(at, 'victim.hrdWork', record, 'subjects', about),
    ...found(at, 'victim.artisticWork', record, 'works', about),
    ...found(at, 'victim.artisticWork', record, 'venue', about),
  ]
}
