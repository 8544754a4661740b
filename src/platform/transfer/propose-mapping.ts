import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type Schema,
  fieldType,
  fold,
} from '#platform/records'
import type { ReaderName } from './cell-readers.ts'
import type { ColumnTarget, RecordMapping } from './mapping.ts'

/**
 * Proposes which column is which field, by the folded header against names and labels in the three languages, and by
 * the conventions of Uwazi's files: `title`, `label__es`, `label_geolocation`, `a|b`, `Group::Term`, `from:to`,
 * `label|url`. A header that fits no field, or a field that a better header has taken, is left out: a person decides.
 * @param cells some cells of each column, by header, from which the way of reading is seen
 */
export function proposeMapping(
  type: RecordTypeDefinition,
  columns: readonly string[],
  schema: Schema,
  cells: Readonly<Record<string, readonly string[]>> = {},
): Omit<RecordMapping, 'type'> & { readonly columns: Readonly<Record<string, ColumnTarget>> } {
  const found: Record<string, ColumnTarget> = {}
  const taken = new Set<string>()
  const names = namesOf(type, schema)
  for (const column of columns) {
    const target = targetOf(column, names, type, schema)
    if (!target || taken.has(target.field)) continue
    taken.add(target.field)
    const [name] = target.field.split('.')
    const field = type.fields.find((one) => one.name === name)
    const as = target.as ?? (field && readerOf(field, cells[column] ?? []))
    found[column] = { ...target, ...(as && { as }) }
  }
  return { columns: found }
}

type Names = ReadonlyMap<string, string | null>

/** Folded name or label → field or part; `null` where two fields are called alike. */
function namesOf(type: RecordTypeDefinition, schema: Schema): Names {
  const names = new Map<string, string | null>()
  const add = (text: string, field: string) => {
    const key = fold(text)
    if (key !== '') names.set(key, names.has(key) && names.get(key) !== field ? null : field)
  }
  for (const field of type.fields) for (const label of Object.values(field.label)) add(label, field.name)
  // The field's own name is unique in its type and wins over any label.
  for (const field of type.fields) {
    names.set(fold(field.name), field.name)
    if (field.multiple) continue
    for (const part of fieldType(field.type).parts?.(schema) ?? [])
      if (part !== '') names.set(fold(`${field.name} ${part}`), `${field.name}.${part}`)
  }
  const [first] = type.title
  if (first !== undefined && !names.has('title')) names.set('title', first)
  return names
}

function targetOf(
  column: string,
  names: Names,
  type: RecordTypeDefinition,
  schema: Schema,
): ColumnTarget | null {
  const exact = names.get(fold(column))
  if (exact) return { field: exact }
  const language = /^(.+)__([a-z]{2})$/.exec(column.trim())
  if (language?.[1] && language[2]) {
    const field = names.get(fold(language[1]))
    const found = type.fields.find((one) => one.name === field)
    if (found?.type === 'localized_text' && !found.multiple && schema.languages.includes(language[2]))
      return { field: `${found.name}.${language[2]}` }
    // Another kind of field has one value whatever the language; the organisation's first one says it.
    return found && language[2] === schema.languages[0] ? { field: found.name } : null
  }
  const place = /^(.+)_geolocation$/.exec(column.trim())
  const named = place?.[1] && names.get(fold(place[1]))
  if (named && type.fields.some((one) => one.name === named && one.type === 'place' && !one.multiple))
    return { field: named, as: 'lat_lon' }
  if (['file', 'attachments'].includes(fold(column))) return { field: '@files' }
  return null
}

/** How the cells look, for fields that can be written in several ways. */
function readerOf(field: FieldDefinition, cells: readonly string[]): ReaderName | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const all = (shape: RegExp) => filled.length > 0 && filled.every((cell) => shape.test(cell))
  if (field.type === 'url' && filled.some((cell) => /\|https?:\/\//.test(cell))) return 'link'
  if (field.type === 'term' && filled.some((cell) => cell.includes('::'))) return 'grouped_term'
  if (field.type === 'place' && all(/^\s*-?\d+(\.\d+)?\s*\|\s*-?\d+(\.\d+)?\s*$/)) return 'lat_lon'
  if (field.type === 'date' && filled.some((cell) => /^[\d/.-]*[:~][\d/.-]*$/.test(cell))) return 'date_range'
  if (field.type === 'person_name' && all(/[;,]/)) return 'surname_first'
  return undefined
}
