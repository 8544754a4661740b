import type { PublicChoice, PublicProjection, PublicTerm, PublicTexts } from '#platform/house'
import { projectRecord } from '#platform/publication'
import { type RecordView, type Schema, type Tx, fieldOf, fieldType, valuesOf } from '#platform/records'
import { labelsOf } from '../messages.ts'

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

const isBasis = (value: unknown): value is Basis => bases.includes(value as Basis)

/** Everything that the public may know of a defender: the whole of `publication.data`. A key not chosen is absent. */
export interface PublicProfile {
  readonly basis: Basis
  readonly name: string
  readonly fictitious: boolean
  readonly country?: readonly PublicTerm[]
  readonly rights?: readonly PublicTerm[]
  readonly biography?: PublicTexts
  readonly source_url?: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

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

/** What may be chosen of this person: all of it by consent, less of who is only public at a source. */
export const choicesOf = (record: RecordView): readonly PublicChoice[] =>
  (basisOf(record) === 'public_at_source' ? sourceFields : publicFields).map((name) => ({
    name,
    label: labelsOf(name),
  }))

/**
 * The projection: the name, the ground, and of the chosen fields those that have a value. Of who is public at a source
 * the link is always there, and goes not without the whole.
 */
export async function projectDefender(
  tx: Pick<Tx, 'schema'>,
  record: RecordView,
  choice: ReadonlySet<string>,
): Promise<PublicProjection> {
  const page = projectRecord(tx, record)
  const basis = basisOf(record)
  const atSource = basis === 'public_at_source'
  const name = page.name('name', { essential: true })
  page.value('basis', { field: 'public_basis', essential: true })
  if (choice.has('country')) page.terms('country')
  if (choice.has('rights')) page.terms('rights')
  if (choice.has('biography') && !atSource) page.texts('biography')
  if (choice.has('public_source_url') || atSource)
    page.value('source_url', { field: 'public_source_url', essential: atSource })
  if (basis) page.names(record.id, { basis })
  if (!isDefender(record, tx.schema)) page.refuse(labelsOf('refusal_not_defender'))
  if (!basis) page.refuse(labelsOf('refusal_no_basis'))
  if (atSource && !text(record.values['public_source_url'])) page.refuse(labelsOf('refusal_no_source'))
  if (!name) page.refuse(labelsOf('refusal_no_name'))
  return page.done({ slug: name, find: [name], sortKey: sortKeyOf(record, tx.schema) })
}

/** What the projection is ordered by: the name as the record's own lists order it. */
function sortKeyOf(record: RecordView, schema: Schema): string {
  const type = schema.types.get('person')
  const field = type && fieldOf(type, 'name')
  const keys =
    field && record.values['name']
      ? fieldType('person_name').keys?.(record.values['name'], field, schema)
      : []
  return keys?.[0] ?? ''
}
