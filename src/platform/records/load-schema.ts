import type { Transaction } from 'kysely'
import type { Tables } from '#platform/db'
import type { Labels } from '#platform/i18n'
import type {
  ChoiceOption,
  FieldDefinition,
  RecordTypeDefinition,
  RetentionRule,
  SectionDefinition,
  Term,
  Vocabulary,
} from './definition.ts'
import { type Schema, indexVocabulary } from './schema.ts'

/** What may be changed of a field once it is there; `null` takes a hint or a section away. */
export interface FieldChange {
  readonly label?: Labels
  readonly hint?: Labels | null
  readonly inverse?: Labels
  readonly required?: boolean
  readonly facet?: boolean
  readonly sortable?: boolean
  readonly listed?: boolean
  readonly section?: string | null
  readonly options?: readonly ChoiceOption[]
}

/** What an organisation adds to a shipped type and changes of its fields. */
export interface TypeExtension {
  readonly extends: string
  readonly fields: readonly FieldDefinition[]
  readonly order?: readonly string[]
  readonly sections?: readonly SectionDefinition[]
  readonly changes?: Readonly<Record<string, FieldChange>>
  /** Instead of the shipped rules of keeping. */
  readonly retention?: readonly RetentionRule[]
}

/** An extension of a shipped type, or a whole type of the organisation's own (`extends` absent). */
export type StoredType = TypeExtension | RecordTypeDefinition

const cache = new Map<
  string,
  { readonly version: number; readonly shipped: Schema; readonly schema: Schema }
>()

/**
 * The organisation's schema: shipped definitions with its own types, fields, form orders and terms.
 * Read again only when the organisation's `schema_version` has moved.
 */
export async function loadSchema(sql: Transaction<Tables>, orgId: string, shipped: Schema): Promise<Schema> {
  const org = await sql
    .selectFrom('org')
    .select(['schema_version', 'languages'])
    .where('id', '=', orgId)
    .executeTakeFirst()
  if (!org) return shipped
  const known = cache.get(orgId)
  if (known && known.version === org.schema_version && known.shipped === shipped) return known.schema
  const schema = await readSchema(sql, orgId, shipped, org.languages)
  cache.set(orgId, { version: org.schema_version, shipped, schema })
  return schema
}

/** As `loadSchema`, from the rows as this transaction sees them: what a change in progress has to look at. */
export async function readSchema(
  sql: Transaction<Tables>,
  orgId: string,
  shipped: Schema,
  languages: readonly string[],
): Promise<Schema> {
  const types = await sql
    .selectFrom('record_type')
    .select(['name', 'definition'])
    .where('org_id', '=', orgId)
    .execute()
  const vocabularies = await sql
    .selectFrom('vocabulary')
    .select(['name', 'label', 'source'])
    .where('org_id', '=', orgId)
    .execute()
  const terms = await sql
    .selectFrom('term')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('vocabulary')
    .orderBy('position')
    .orderBy('code')
    .execute()
  const derived = await readDerived(sql, orgId, shipped)
  return {
    languages,
    types: mergeTypes(
      shipped.types,
      types.map((row) => [row.name, row.definition as StoredType]),
    ),
    vocabularies: mergeVocabularies(
      shipped.vocabularies,
      vocabularies.map((row) => ({
        name: row.name,
        label: row.label as Vocabulary['label'],
        ...(row.source !== null && { source: row.source }),
        terms: [],
      })),
      [...terms.map((row) => [row.vocabulary, storedTerm(row)] as const), ...derived],
    ),
  }
}

const sameInAll = (text: string): Term['label'] => ({ en: text, es: text, ca: text })

/** The organisation's people and teams, where a module has a vocabulary for them. Who left is no longer offered. */
async function readDerived(
  sql: Transaction<Tables>,
  orgId: string,
  shipped: Schema,
): Promise<readonly (readonly [string, Term])[]> {
  const wanted = (name: string) => shipped.vocabularies.get(name)?.vocabulary.derived === true
  const people = !wanted('colleagues')
    ? []
    : await sql
        .selectFrom('account')
        .select(['id', 'name', 'disabled_at'])
        .where('org_id', '=', orgId)
        .where('kind', '=', 'person')
        .orderBy('name')
        .execute()
  const teams = !wanted('teams')
    ? []
    : await sql
        .selectFrom('team')
        .select(['id', 'name'])
        .where('org_id', '=', orgId)
        .orderBy('name')
        .execute()
  return [
    ...people.map(
      ({ id, name, disabled_at }) =>
        [
          'colleagues',
          { code: id, label: sameInAll(name), ...(disabled_at !== null && { retired: true }) },
        ] as const,
    ),
    ...teams.map(({ id, name }) => ['teams', { code: id, label: sameInAll(name) }] as const),
  ]
}

const storedTerm = (row: {
  code: string
  parent: string | null
  label: unknown
  note: unknown
  retired: boolean
}): Term => ({
  code: row.code,
  ...(row.parent !== null && { parent: row.parent }),
  label: row.label as Term['label'],
  ...(Object.keys(row.note as object).length > 0 && { note: row.note as NonNullable<Term['note']> }),
  ...(row.retired && { retired: true }),
})

/** Shipped types with the organisation's additions, and its own types. */
export function mergeTypes(
  shipped: ReadonlyMap<string, RecordTypeDefinition>,
  stored: readonly (readonly [string, StoredType])[],
): ReadonlyMap<string, RecordTypeDefinition> {
  const types = new Map(shipped)
  for (const [name, definition] of stored) {
    if (!('extends' in definition)) {
      types.set(name, definition)
      continue
    }
    const base = shipped.get(definition.extends)
    if (!base) continue
    const own = definition.fields.filter((field) => !base.fields.some((f) => f.name === field.name))
    const changed = base.fields.map((field) => applyChange(field, definition.changes?.[field.name] ?? {}))
    const sections = (definition.sections ?? []).filter(
      (section) => !base.sections?.some((s) => s.name === section.name),
    )
    types.set(name, {
      ...base,
      ...(definition.retention && { retention: definition.retention }),
      ...(sections.length > 0 && { sections: [...(base.sections ?? []), ...sections] }),
      fields: inOrder([...changed, ...own], definition.order ?? []),
    })
  }
  return types
}

/** The field with what is changed of it; `null` and `false` take a key away, so that equal fields are equal data. */
export const applyChange = (field: FieldDefinition, change: FieldChange): FieldDefinition =>
  Object.fromEntries(
    Object.entries({ ...field, ...change }).filter(
      ([key, value]) => value !== null && !(value === false && key in change),
    ),
  ) as unknown as FieldDefinition

/** Fields in the order given; those that it does not name keep their place after them. */
export function inOrder(
  fields: readonly FieldDefinition[],
  order: readonly string[],
): readonly FieldDefinition[] {
  const rank = new Map(order.map((name, i) => [name, i]))
  return [...fields].sort((a, b) => (rank.get(a.name) ?? order.length) - (rank.get(b.name) ?? order.length))
}

function mergeVocabularies(
  shipped: Schema['vocabularies'],
  own: readonly Vocabulary[],
  terms: readonly (readonly [string, Term])[],
): Schema['vocabularies'] {
  const touched = new Set([...own.map((v) => v.name), ...terms.map(([name]) => name)])
  const merged = new Map(shipped)
  for (const name of touched) {
    const base = shipped.get(name)?.vocabulary ?? own.find((v) => v.name === name)
    if (!base) continue
    const byCode = new Map(base.terms.map((term) => [term.code, term]))
    // A stored term is whole: one that has become a root of the tree must not keep its shipped parent.
    for (const [vocabulary, term] of terms) if (vocabulary === name) byCode.set(term.code, term)
    merged.set(name, indexVocabulary({ ...base, terms: [...byCode.values()] }))
  }
  return merged
}
