import { type Field, fieldOf } from '#catalogue/mechanisms'
import { Problem } from '#platform/problem'
import type { ValueClass } from '#platform/records'
import type { Found, Gathered, Part, Party } from '../gather/value.ts'
import type { Audience } from '../records/submission-annex.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { type WithheldName, nameWords } from './find-names.ts'
import type { Permission, Permissions } from './permissions.ts'

/** A piece of a copy: what a party is called in it stands as a text. */
export type CopyPart =
  | Exclude<Part, { readonly kind: 'party' }>
  | { readonly kind: 'name'; readonly text: string }

/** A value as it stands in a copy. */
export interface CopyValue extends Omit<Found, 'parts' | 'row'> {
  readonly parts: readonly CopyPart[]
  readonly row?: Readonly<Record<string, readonly CopyPart[]>>
}

/** What of a case goes to an audience. Texts are still as they were written: they are searched for `withheld`. */
export interface Copy {
  readonly audience: Audience
  readonly values: readonly CopyValue[]
  /** Fields that were there and are not in this copy. */
  readonly leftOut: readonly string[]
  /** Whose names must not stand in its texts. */
  readonly withheld: readonly WithheldName[]
  /** The words of each name that may stand in them. */
  readonly named: readonly (readonly string[])[]
}

const codeWords: Readonly<Record<DocumentLanguage, (letters: string, organisation: boolean) => string>> = {
  en: (letters, organisation) => `the ${organisation ? 'organisation' : 'person'} ${letters}.`,
  es: (letters, organisation) => `la ${organisation ? 'organización' : 'persona'} ${letters}.`,
  fr: (letters, organisation) => `${organisation ? "l'organisation" : 'la personne'} ${letters}.`,
  ca: (letters, organisation) => `${organisation ? "l'organització" : 'la persona'} ${letters}.`,
}

const lettersOf = (n: number): string =>
  (n >= 26 ? lettersOf(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26))

/** The code of each party, by its place among them: the same in every copy. */
export function codesOf(
  parties: ReadonlyMap<string, Party>,
  language: DocumentLanguage,
): ReadonlyMap<string, string> {
  return new Map(
    [...parties.values()].map(({ id, kind }, i) => [
      id,
      codeWords[language](lettersOf(i), kind === 'organisation'),
    ]),
  )
}

/** Whether a copy may name somebody. Where something is known from stands in none. */
export function mayBeNamed(party: Party, audience: Audience, permission: Permission | undefined): boolean {
  if (party.standing === 'source' || party.kind === 'name') return false
  if (party.kind === 'organisation') return true
  // Whoever is accused is named to those who have to act on it, and not to the public.
  if (party.standing === 'author') return audience !== 'public'
  switch (audience) {
    case 'mechanism':
      return permission?.act === true
    case 'state':
      return permission?.nameToState === true && !party.minor
    case 'public':
      return permission?.namePublic === true && !party.minor && !isSilent(permission)
    case 'partner':
      return permission !== undefined && permission.partner !== null && !party.minor
  }
}

const isSilent = ({ publicity }: Permission): boolean => publicity === 'quiet' || publicity === 'unknown'

/** Fields that say who tells, how somebody is reached and what is meant for the mechanism's eyes: not for the State. */
const neverToState: readonly string[] = [
  'victim.contact',
  'victim.residence',
  'victim.family',
  'victim.photo',
  'victim.idDocument',
  'facts.witnesses',
  'hearing.participants',
  'hearing.accessibility',
]
const groupsNeverToState: readonly string[] = ['submitter', 'consent']

/** Of flight, refuge and money nothing goes to anyone but the mechanism. */
const forTheMechanism: readonly string[] = ['asylum', 'grant']

/** Places that the State knows, because it is there that it acted: the class of location does not keep them from it. */
const knownToState: readonly string[] = [
  'facts.place',
  'detention.places',
  'detention.arrestPlace',
  'disappearance.lastSeen',
  'chronology',
]

/** What of the more delicate fields may be public. */
const mayBePublic: readonly string[] = [
  'submitter.name',
  'submitter.signature',
  'victim.fullName',
  'victim.occupation',
  'victim.hrdWork',
  'victim.artisticWork',
  'facts.summary',
  'facts.narrative',
  'facts.date',
  'facts.place',
  'facts.motive',
  'detention.arrestDate',
  'perpetrator.identity',
  'chronology',
  'risk.measuresRequested',
  'remedies.list',
  // What each annex is called; which go, the annex itself says.
  'evidence.annexes',
]

/** What may be said of somebody who is not named: more would name them. */
const ofTheUnnamed: readonly string[] = ['victim.fullName', 'victim.groupDescription']

interface Asked {
  readonly audience: Audience
  readonly named: ReadonlySet<string>
  readonly permissions: Permissions
  readonly persons: readonly string[]
}

/** Whether a value goes into a copy at all. */
function passes(value: Found, { audience, named, permissions, persons }: Asked): boolean {
  const { field } = value
  const about = value.about.length > 0 ? value.about : []
  const cls = value.from.class
  if (cls === 'sealed') return false
  const unnamed = about.some((id) => !named.has(id))
  if (unnamed && field.startsWith('victim.') && !ofTheUnnamed.includes(field)) return false
  if (audience === 'mechanism') return true
  const definition: Field | null = fieldOf(field)
  const group = definition?.group ?? field
  if (forTheMechanism.includes(group)) return false
  if (audience === 'state') {
    if (groupsNeverToState.includes(group) || neverToState.includes(field)) return false
    if (cls === 'location') return knownToState.includes(field)
    return cls !== 'health'
  }
  if (audience === 'public') {
    if (cls !== 'open' && !isOwnText(value)) return false
    return definition?.sensitivity === 'low' || mayBePublic.includes(field)
  }
  const whom = about.length > 0 ? about : persons
  return isOwnText(value) || whom.every((id) => agreed(cls, permissions.get(id)))
}

const agreed = (cls: ValueClass, permission: Permission | undefined): boolean =>
  permission?.partner?.has(cls) === true || cls === 'open'

/** What was written for the submission itself: of class identity because it may name somebody, and searched for that. */
const isOwnText = ({ from }: Found): boolean =>
  from.type.startsWith('submission') && (from.class === 'identity' || from.class === 'open')

const silence = {
  en: 'Silence was asked for, or nobody has decided whether this case may be spoken of. There is no public copy.',
  es: 'Se pidió silencio, o no se decidió si se puede hablar de este caso. No hay copia pública.',
  ca: "S'ha demanat silenci, o no s'ha decidit si es pot parlar d'aquest cas. No hi ha còpia pública.",
} as const

/**
 * What of a case goes to an audience: by the sensitivity of the field, the class of the value, what each person agreed
 * to, and whether they are children. Pure. Whoever may not be named is a code; whoever told us something always is.
 * Throws `conflict` for a public copy of a case of which nothing is to be said.
 */
export function copyFor(
  audience: Audience,
  gathered: Gathered,
  permissions: Permissions,
  language: DocumentLanguage,
): Copy {
  const { parties, persons, values } = gathered
  if (audience === 'public' && persons.some((id) => isSilent(permissions.get(id) ?? silent)))
    throw new Problem('conflict', { explanation: silence })
  const codes = codesOf(parties, language)
  const named = new Set(
    [...parties.values()].flatMap((one) =>
      mayBeNamed(one, audience, permissions.get(one.id)) ? [one.id] : [],
    ),
  )
  const asked: Asked = { audience, named, permissions, persons }
  const put = (part: Part): CopyPart =>
    part.kind === 'party'
      ? {
          kind: 'name',
          text:
            (named.has(part.id) ? parties.get(part.id)?.shown : codes.get(part.id)) ??
            codes.get(part.id) ??
            '',
        }
      : part
  const kept = values.filter((value) => passes(value, asked))
  return {
    audience,
    values: kept.map(({ parts, row, ...value }) => ({
      ...value,
      parts: parts.map(put),
      ...(row && {
        row: Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell.map(put)])),
      }),
    })),
    leftOut: [...new Set(values.filter((value) => !kept.includes(value)).map(({ field }) => field))],
    withheld: [...parties.values()].flatMap(({ id, spellings }) =>
      named.has(id) ? [] : [{ id, spellings, code: codes.get(id) ?? '' }],
    ),
    named: [...parties.values()].flatMap(({ id, spellings }) =>
      named.has(id) ? spellings.map(nameWords) : [],
    ),
  }
}

const silent: Permission = {
  act: false,
  nameToState: false,
  namePublic: false,
  partner: null,
  publicity: null,
}
