import { fold, classOf, fieldOf, fieldType, type RecordView, type Schema, valuesOf } from '#platform/records'
import type { Labels } from '#platform/i18n'

/** Fields of a person that may be chosen for the public page besides the name. Nothing else ever leaves. */
export const publicFields = ['country', 'rights', 'biography', 'public_source_url'] as const
export type PublicField = (typeof publicFields)[number]

/** What may be said of someone who is public at a source and gave no consent: what the source says, and the link. */
export const sourceFields = [
  'country',
  'rights',
  'public_source_url',
] as const satisfies readonly PublicField[]

export const bases = ['consent', 'public_at_source'] as const
/** On what ground someone is public. */
export type Basis = (typeof bases)[number]

export const isPublicField = (name: unknown): name is PublicField =>
  publicFields.includes(name as PublicField)
export const isBasis = (value: unknown): value is Basis => bases.includes(value as Basis)

/** A country or a right with its words, so that the public side needs no vocabulary. */
export interface PublicTerm {
  readonly code: string
  readonly label: Partial<Labels>
}

/** Everything that the public may know of a defender: the whole of `publication.data`. A key not chosen is absent. */
export interface PublicProfile {
  readonly basis: Basis
  readonly name: string
  readonly fictitious: boolean
  readonly country?: readonly PublicTerm[]
  readonly rights?: readonly PublicTerm[]
  /** By language. */
  readonly biography?: Readonly<Record<string, string>>
  readonly source_url?: string
}

/** Why a record may not be published; each has its words in the messages of this room. */
export const refusals = [
  'not_person',
  'not_defender',
  'deleted',
  'not_public',
  'no_basis',
  'no_source',
  'no_name',
  'other_basis',
  'field_refused',
] as const
export type Refusal = (typeof refusals)[number]

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const nameOf = (record: RecordView): string =>
  text((record.values['name'] as { full?: unknown } | undefined)?.full)

/** The ground that the record states, if it is one on which a person may be public. */
export const basisOf = (record: RecordView): Basis | null => {
  const basis = record.values['public_basis']
  return isBasis(basis) ? basis : null
}

/** Whether one of the person's roles is, or stands under, that of defender: nobody else is called one in public. */
function isDefender(record: RecordView, schema: Schema): boolean {
  const roles = schema.vocabularies.get('person_roles')
  return valuesOf(record.values['roles']).some((role) =>
    roles?.withAncestors(String(role)).includes('defender'),
  )
}

/** Everything that stands against publishing the record on its own ground; empty when nothing does. */
export function refusalsOf(record: RecordView, schema: Schema): readonly Refusal[] {
  const found: Refusal[] = []
  const basis = basisOf(record)
  if (record.type !== 'person') found.push('not_person')
  else if (!isDefender(record, schema)) found.push('not_defender')
  if (record.deletedAt || record.mergedInto) found.push('deleted')
  if (record.visibility !== 'public') found.push('not_public')
  if (!basis) found.push('no_basis')
  if (basis === 'public_at_source' && !text(record.values['public_source_url'])) found.push('no_source')
  if (!nameOf(record)) found.push('no_name')
  return found
}

/** The fields that may be chosen on this ground. */
export const allowedFields = (basis: Basis): readonly PublicField[] =>
  basis === 'consent' ? publicFields : sourceFields

/**
 * The projection: the name, the ground, and of the chosen fields those that have a value. A field of another class
 * than open is left out even if a definition of the organisation's own has taken the name of one of ours.
 */
export function project(
  record: RecordView,
  schema: Schema,
  basis: Basis,
  chosen: readonly PublicField[],
): PublicProfile {
  const type = schema.types.get('person')
  const wanted = (name: PublicField): unknown => {
    const field = type && fieldOf(type, name)
    const taken = chosen.includes(name) || (basis === 'public_at_source' && name === 'public_source_url')
    return taken && allowedFields(basis).includes(name) && field && classOf(field) === 'open'
      ? record.values[name]
      : undefined
  }
  const country = terms(schema, 'countries', wanted('country'))
  const rights = terms(schema, 'rights', wanted('rights'))
  const biography = (wanted('biography') ?? {}) as Readonly<Record<string, string>>
  const source = text(wanted('public_source_url'))
  return {
    basis,
    name: nameOf(record),
    fictitious: record.fictitious,
    ...(country.length > 0 && { country }),
    ...(rights.length > 0 && { rights }),
    ...(Object.keys(biography).length > 0 && { biography }),
    ...(source && { source_url: source }),
  }
}

function terms(schema: Schema, vocabulary: string, codes: unknown): readonly PublicTerm[] {
  const known = schema.vocabularies.get(vocabulary)?.byCode
  return (Array.isArray(codes) ? codes : []).flatMap((code) =>
    typeof code === 'string' ? [{ code, label: known?.get(code)?.label ?? {} }] : [],
  )
}

/** What the projection is ordered by: the name as the record's own lists order it. */
export function sortKeyOf(record: RecordView, schema: Schema): string {
  const type = schema.types.get('person')
  const field = type && fieldOf(type, 'name')
  const keys =
    field && record.values['name']
      ? fieldType('person_name').keys?.(record.values['name'], field, schema)
      : []
  return keys?.[0] ?? ''
}

/** The words by which a name is found, folded. */
export const nameWords = (name: string): readonly string[] => [
  ...new Set(fold(name).split(' ').filter(Boolean)),
]

/** The fields that a projection shows, by the names that the record has for them. */
export const shownFields = (profile: PublicProfile): readonly PublicField[] =>
  publicFields.filter((name) => profile[name === 'public_source_url' ? 'source_url' : name] !== undefined)
