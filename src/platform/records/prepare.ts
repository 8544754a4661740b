import { isSealed, storedForm } from '#platform/vault'
import type { FieldDefinition, RecordTypeDefinition, ValueClass } from './definition.ts'
import { type Reference, fieldType, isEmpty, valuesOf } from './fields/index.ts'
import { fold } from './fold.ts'
import { type Schema, classOf } from './schema.ts'
import type { Values } from './validate.ts'

export interface PreparedLink {
  readonly field: string
  readonly position: number
  readonly to: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly class: ValueClass
  /** The record pointed at is the one to which this one belongs. */
  readonly belongs: boolean
}

export interface PreparedKey {
  readonly field: string
  readonly key: string
  readonly class: ValueClass
}

export interface PreparedWords {
  readonly class: ValueClass
  /** Folded text for the word index, folded names for the similarity index, and the text itself for excerpts. */
  readonly words: string
  readonly names: string
  readonly body: string
}

/** A record taken apart into the rows that hold it. Pure: the same values give the same rows. */
export interface Prepared {
  readonly title: string
  /** Values without relations, by class. `open` is always there. Of class sealed: ciphertext and nothing else. */
  readonly byClass: ReadonlyMap<ValueClass, Values>
  /** Values that have to be sealed before they are kept. They are in none of the other parts. */
  readonly toSeal: Values
  readonly links: readonly PreparedLink[]
  readonly keys: readonly PreparedKey[]
  readonly words: readonly PreparedWords[]
}

const titleLimit = 300

function titleOf(type: RecordTypeDefinition, values: Values, schema: Schema): string {
  const parts = type.title.flatMap((name) => {
    const field = type.fields.find((f) => f.name === name)
    // A title is what every reader of the row may see.
    if (!field || classOf(field) !== 'open' || field.type === 'reference') return []
    const [first] = valuesOf(values[name])
    return first === undefined ? [] : [fieldType(field.type).show(first, field, schema, 'en')]
  })
  return parts.filter(Boolean).join(' · ').slice(0, titleLimit)
}

function keysOf(field: FieldDefinition, value: unknown, schema: Schema): { field: string; key: string }[] {
  const type = fieldType(field.type)
  const keys: { field: string; key: string }[] = []
  for (const one of valuesOf(value)) {
    for (const key of type.keys?.(one, field, schema) ?? [])
      if (key !== '') keys.push({ field: field.name, key })
    for (const [suffix, key] of Object.entries(type.extraKeys?.(one) ?? {}))
      keys.push({ field: `${field.name}.${suffix}`, key })
  }
  // Two values may share a key: terms below the same one, a text that is the same in two languages.
  if (keys.length < 2) return keys
  const seen = new Set<string>()
  return keys.filter(({ field: name, key }) => {
    const id = `${name}\u0000${key}`
    return !seen.has(id) && seen.add(id)
  })
}

/** The words of one class: as they are said, and the texts beside them folded. */
interface Spoken {
  readonly names: string[]
  readonly body: string[]
  readonly folded: string[]
}

/** Whether the field is looked up by key; a text that is neither facet nor sorted needs no row. */
export const isKeyed = (field: FieldDefinition): boolean =>
  field.facet === true ||
  field.sortable === true ||
  field.type === 'date' ||
  field.type === 'moment' ||
  field.type === 'place'

/**
 * The key of a record that has no value to be sorted by: after all that have one, so that a list in the order of a field
 * holds every record that it counts. No key of a value begins with it.
 */
export const lastKey = '~'

/** Open fields only: who may not read a class must not find out by the order who has a value in it. */
const sortsLast = (field: FieldDefinition): boolean =>
  field.sortable === true &&
  field.multiple !== true &&
  field.type !== 'reference' &&
  classOf(field) === 'open'

// Values are never changed once they are made, so that what was taken apart ahead is found again by them alone.
const ahead = new WeakMap<Values, { readonly type: RecordTypeDefinition; readonly prepared: Prepared }>()

/** Takes values apart before they are needed: an import does so while the database is writing the rows before. */
export function prepareAhead(type: RecordTypeDefinition, values: Values, schema: Schema): void {
  ahead.set(values, { type, prepared: prepareNow(type, values, schema) })
}

/** Takes valid values apart. Sealed values are never indexed, sorted, counted or searched. */
export function prepare(type: RecordTypeDefinition, values: Values, schema: Schema): Prepared {
  const known = ahead.get(values)
  return known?.type === type ? known.prepared : prepareNow(type, values, schema)
}

function prepareNow(type: RecordTypeDefinition, values: Values, schema: Schema): Prepared {
  const byClass = new Map<ValueClass, Record<string, unknown>>([['open', {}]])
  const words = new Map<ValueClass, Spoken>()
  const links: PreparedLink[] = []
  const toSeal: Record<string, unknown> = {}
  const keys: PreparedKey[] = []
  const title = titleOf(type, values, schema)
  const addKey = (field: string, key: string, cls: ValueClass) => keys.push({ field, key, class: cls })
  addKey('_title', fold(title).slice(0, 200), 'open')

  for (const field of type.fields) {
    const value = values[field.name]
    // Most fields of a record are not filled: the quick look first.
    if (value === undefined || isEmpty(value)) {
      if (sortsLast(field)) addKey(field.name, lastKey, 'open')
      continue
    }
    const cls = classOf(field)
    if (cls === 'sealed') {
      // Relations too: where somebody's mother lives is not said by a row that anyone can follow.
      if (isSealed(value)) byClass.set(cls, { ...byClass.get(cls), [field.name]: storedForm(value) })
      else toSeal[field.name] = value
      continue
    }
    if (field.type === 'reference') {
      for (const [position, one] of (valuesOf(value) as Reference[]).entries())
        links.push({
          field: field.name,
          position,
          to: one.to,
          attributes: one.attributes ?? {},
          class: cls,
          belongs: field.name === type.belongsTo,
        })
    } else {
      const part = byClass.get(cls) ?? {}
      part[field.name] = value
      byClass.set(cls, part)
    }
    if (isKeyed(field))
      for (const { field: name, key } of keysOf(field, value, schema)) addKey(name, key, cls)
    let found = words.get(cls)
    if (!found) words.set(cls, (found = { names: [], body: [], folded: [] }))
    const { words: wordsOf } = fieldType(field.type)
    if (!wordsOf) continue
    for (const one of valuesOf(value)) {
      const { names, text, folded } = wordsOf(one, field, schema)
      if (names) found.names.push(names)
      if (!text) continue
      found.body.push(text)
      found.folded.push(folded ?? fold(text))
    }
  }
  if (!words.has('open')) words.set('open', { names: [], body: [], folded: [] })
  return {
    title,
    byClass,
    toSeal,
    links,
    keys,
    words: [...words].flatMap(([cls, { names, body, folded }]) => {
      const spoken = cls === 'open' && names.length === 0 ? [title] : names
      const text = [...spoken, ...body].join('\n')
      if (text === '') return []
      const foldedNames = fold(spoken.join(' '))
      const all = [foldedNames, ...folded].filter((one) => one !== '').join(' ')
      return [{ class: cls, words: all, names: foldedNames, body: text }]
    }),
  }
}
