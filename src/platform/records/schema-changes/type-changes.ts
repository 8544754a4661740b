import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import type {
  FieldDefinition,
  RecordTypeDefinition,
  RetentionRule,
  SectionDefinition,
} from '../definition.ts'
import { type FieldChange, type StoredType, type TypeExtension, applyChange } from '../load-schema.ts'
import { type Schema, fieldOf } from '../schema.ts'
import type { Tx } from '../tx.ts'
import { type SchemaChange, changeSchema, requireNone, requireSeen, sameData } from './change-schema.ts'
import {
  fieldChangeShape,
  fieldShape,
  newSectionShape,
  readDefinition,
  retentionShape,
  typeChangeShape,
  typeShape,
} from './definition-shapes.ts'
import { fieldProblems, labelProblems, nameProblems, typeProblems } from './field-rules.ts'
import { retentionProblems } from './retention-rules.ts'
import { ruleWords } from './rule-words.ts'

async function storedType(tx: Tx, name: string): Promise<StoredType | undefined> {
  const row = await tx.sql
    .selectFrom('record_type')
    .select('definition')
    .where('org_id', '=', tx.actor.orgId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.definition as StoredType | undefined
}

async function keepType(tx: Tx, name: string, definition: StoredType): Promise<void> {
  const values = { definition: JSON.stringify(definition), updated_by: tx.actor.accountId }
  await tx.sql
    .insertInto('record_type')
    .values({ org_id: tx.actor.orgId, name, ...values })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'name']).doUpdateSet({ ...values, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

function existing(schema: Schema, name: string): RecordTypeDefinition {
  const type = schema.types.get(name)
  if (!type) throw new Problem('not_found')
  return type
}

/** Whether the organisation has made the type itself, so that the whole of it is its own. */
export const isOwnType = (shipped: Schema, name: string): boolean => !shipped.types.has(name)

/** Changes the stored part of a type: the whole of an own type, the extension of a shipped one. */
async function changeStored(
  tx: Tx,
  shipped: Schema,
  type: RecordTypeDefinition,
  change: {
    own: (type: RecordTypeDefinition) => RecordTypeDefinition
    extension: (extension: TypeExtension) => TypeExtension
  },
): Promise<void> {
  const stored = await storedType(tx, type.name)
  if (isOwnType(shipped, type.name)) return keepType(tx, type.name, change.own(type))
  const extension =
    stored && 'extends' in stored ? stored : { extends: type.name, fields: [] as FieldDefinition[] }
  return keepType(tx, type.name, change.extension(extension))
}

/** Adds a record type of the organisation's own. Throws `invalid` naming every key at fault. */
export const addRecordType = (tx: Tx, shipped: Schema, given: unknown): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = readDefinition<RecordTypeDefinition>(typeShape, given)
    requireNone(typeProblems(type, schema, schema.types.keys()))
    await keepType(tx, type.name, type)
    return { what: 'type', name: type.name, before: null, after: type }
  })

/** What may be changed of a type of the organisation's own; `null` takes a key away. */
export interface TypeChange {
  readonly label?: RecordTypeDefinition['label']
  readonly plural?: RecordTypeDefinition['plural']
  readonly title?: readonly string[]
  readonly description?: RecordTypeDefinition['label'] | null
  readonly timeline?: string | null
  readonly map?: string | null
}

/**
 * Changes the words of an own type, and what its title, timeline and map are made of.
 * @param seen `fingerprint` of the type as the person saw it; another one is `stale`
 */
export const changeRecordType = (
  tx: Tx,
  shipped: Schema,
  name: string,
  given: TypeChange,
  seen?: string,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, name)
    if (!isOwnType(shipped, name)) throw new Problem('conflict', { explanation: ruleWords.own_only })
    const change = readDefinition<TypeChange>(typeChangeShape, given)
    requireSeen(type, seen)
    const after = Object.fromEntries(
      Object.entries({ ...type, ...change }).filter(([, value]) => value !== null),
    ) as unknown as RecordTypeDefinition
    const others = [...schema.types.keys()].filter((other) => other !== name)
    requireNone(typeProblems(after, schema, others))
    if (sameData(after, type)) return null
    await keepType(tx, name, after)
    return { what: 'type', name, before: { ...type, fields: undefined }, after: change }
  })

/** Adds a heading to the form of any type. */
export const addSection = (
  tx: Tx,
  shipped: Schema,
  typeName: string,
  given: unknown,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, typeName)
    const section = readDefinition<SectionDefinition>(newSectionShape, given)
    const taken = type.sections?.map((one) => one.name) ?? []
    requireNone([
      ...nameProblems(section.name, 'name', taken),
      ...labelProblems(section.label, 'label', schema),
    ])
    await changeStored(tx, shipped, type, {
      own: (own) => ({ ...own, sections: [...(own.sections ?? []), section] }),
      extension: (mine) => ({ ...mine, sections: [...(mine.sections ?? []), section] }),
    })
    return { what: 'section', name: `${typeName}.${section.name}`, before: null, after: section }
  })

/** Adds a field to any type, last in its form. Records that are there have no value in it. */
export const addField = (tx: Tx, shipped: Schema, typeName: string, given: unknown): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, typeName)
    const field = readDefinition<FieldDefinition>(fieldShape, given)
    const taken = type.fields.map((one) => one.name)
    requireNone(fieldProblems(field, { schema, taken, sections: type.sections }))
    await changeStored(tx, shipped, type, {
      own: (own) => ({ ...own, fields: [...own.fields, field] }),
      extension: (mine) => ({
        ...mine,
        fields: [...mine.fields, field],
        ...(mine.order && { order: [...mine.order, field.name] }),
      }),
    })
    return { what: 'field', name: `${typeName}.${field.name}`, before: null, after: field }
  })

/**
 * Changes words, hint, section, filter, sorting, column and options of a field. Its name, type, class and number of
 * values never change: they are what is stored, and a class that moved would show old versions to other eyes. Of a
 * shipped field, whether it is required and its options stay as the product needs them.
 * @param seen `fingerprint` of the field as the person saw it; another one is `stale`
 */
export const changeField = (
  tx: Tx,
  shipped: Schema,
  typeName: string,
  fieldName: string,
  given: FieldChange,
  seen?: string,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, typeName)
    const field = fieldOf(type, fieldName)
    if (!field) throw new Problem('not_found')
    const change = readDefinition<FieldChange>(fieldChangeShape, given)
    requireSeen(field, seen)
    const base = shipped.types.get(typeName)?.fields.find((one) => one.name === fieldName)
    const after = applyChange(field, change)
    if (base)
      requireNone(
        (['required', 'options'] as const).flatMap((key) =>
          sameData(after[key], base[key]) ? [] : [{ field: key, message: ruleWords.shipped_field }],
        ),
      )
    const lost = field.options?.some((option) => !after.options?.some((one) => one.code === option.code))
    const others = type.fields.map((one) => one.name).filter((one) => one !== fieldName)
    // A shipped field may be what a form could not make; only what is changed of it is looked at.
    const problems = fieldProblems(after, { schema, taken: others, sections: type.sections }).filter(
      ({ field: at }) => !base || (at.split('.')[0] ?? '') in change,
    )
    requireNone([...problems, ...(lost ? [{ field: 'options', message: ruleWords.option_kept }] : [])])
    if (sameData(after, field)) return null
    await changeStored(tx, shipped, type, {
      own: (own) => ({ ...own, fields: own.fields.map((one) => (one.name === fieldName ? after : one)) }),
      extension: (mine) =>
        base
          ? {
              ...mine,
              changes: { ...mine.changes, [fieldName]: { ...mine.changes?.[fieldName], ...change } },
            }
          : { ...mine, fields: mine.fields.map((one) => (one.name === fieldName ? after : one)) },
    })
    return { what: 'field', name: `${typeName}.${fieldName}`, before: field, after }
  })

/**
 * Puts the fields of a form in an order, which is also that of the record's page, its columns and its filters.
 * @param order the name of every field, once
 * @param seen `fingerprint` of the names in the order that the person saw; another one is `stale`
 */
export const orderFields = (
  tx: Tx,
  shipped: Schema,
  typeName: string,
  order: readonly string[],
  seen?: string,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, typeName)
    const before = type.fields.map((field) => field.name)
    requireSeen(before, seen)
    if (!sameData([...before].sort(), [...order].sort()))
      throw new Problem('invalid', { fields: [{ field: 'order', message: ruleWords.order }] })
    if (sameData(before, order)) return null
    await changeStored(tx, shipped, type, {
      own: (own) => ({ ...own, fields: order.flatMap((name) => fieldOf(own, name) ?? []) }),
      extension: (mine) => ({ ...mine, order }),
    })
    return { what: 'order', name: typeName, before, after: order }
  })

/**
 * Says how long the records of a type are kept, in place of what was said before; null goes back to what is shipped.
 * @param seen `fingerprint` of the rules as the person saw them; others are `stale`
 */
export const setRetention = (
  tx: Tx,
  shipped: Schema,
  typeName: string,
  rules: readonly RetentionRule[] | null,
  seen?: string,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const type = existing(schema, typeName)
    requireSeen(type.retention ?? [], seen)
    const given = rules === null ? null : readDefinition<readonly RetentionRule[]>(retentionShape, rules)
    const next = given ?? shipped.types.get(typeName)?.retention ?? []
    requireNone(retentionProblems(type, next))
    if (sameData(next, type.retention ?? [])) return null
    const put = <Type extends { readonly retention?: readonly RetentionRule[] }>(stored: Type): Type => {
      const { retention: _, ...rest } = stored
      return (given === null ? rest : { ...rest, retention: given }) as Type
    }
    await changeStored(tx, shipped, type, { own: put, extension: put })
    return { what: 'retention', name: typeName, before: type.retention ?? [], after: next }
  })
