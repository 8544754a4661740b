import {
  type FieldDefinition,
  type Reference,
  type Schema,
  fieldType,
  isEmpty,
  valuesOf,
} from '#platform/records'
import { isSealed, sealedMark } from '#platform/vault'

/** What stands in the column without a suffix, for values that have parts. */
export const wholeOf: Readonly<Partial<Record<FieldDefinition['type'], string>>> = {
  person_name: 'full',
  place: 'text',
}

/** The parts of a value that is more than one text; none when one cell holds it. */
const partsOf = (field: FieldDefinition, schema: Schema): readonly string[] =>
  fieldType(field.type).parts?.(schema) ?? []

const isComposite = (field: FieldDefinition, schema: Schema) => partsOf(field, schema).length > 0

const partKey = (field: FieldDefinition, part: string): string =>
  part === '' ? (wholeOf[field.type] ?? '') : part

/**
 * The columns that a field is written to. One for most; `field` and `field.part` for a single name, place or text in
 * languages; `field` and `field.attributes` for a relation that says more than its target.
 */
export function cellColumns(field: FieldDefinition, schema: Schema): readonly string[] {
  if (!field.multiple && isComposite(field, schema))
    return partsOf(field, schema).map((part) => (part === '' ? field.name : `${field.name}.${part}`))
  if (field.type === 'reference' && field.attributes?.length) return [field.name, `${field.name}.attributes`]
  return [field.name]
}

/** Joins texts by `|` so that `splitList` gives them back: `\` and `|` inside are written `\\` and `\|`. */
export const joinList = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|')

/** The texts of a list joined by `joinList`; '' is no text. A `\` before anything else is itself. */
export function splitList(cell: string, separator = '|'): readonly string[] {
  if (cell === '') return []
  if (!cell.includes('\\')) return cell.split(separator)
  const texts = ['']
  for (let at = 0; at < cell.length; at++) {
    const escaped = cell[at] === '\\' && (cell[at + 1] === '\\' || cell.startsWith(separator, at + 1))
    if (escaped) texts[texts.length - 1] += cell[++at] ?? ''
    else if (cell.startsWith(separator, at)) {
      texts.push('')
      at += separator.length - 1
    } else texts[texts.length - 1] += cell[at] ?? ''
  }
  return texts
}

const textOf = (part: unknown): string =>
  typeof part === 'string' ? part : typeof part === 'number' ? String(part) : ''

/** The cells of a value, in the order of `cellColumns`. No value gives empty cells. */
export function toCells(field: FieldDefinition, value: unknown, schema: Schema): readonly string[] {
  const columns = cellColumns(field, schema)
  if (isSealed(value)) return columns.map((_, at) => (at === 0 ? sealedMark : ''))
  if (isEmpty(value)) return columns.map(() => '')
  if (field.type === 'reference') {
    const references = valuesOf(value) as readonly Reference[]
    const ids = joinList(references.map((one) => one.to))
    if (columns.length === 1) return [ids]
    const said = references.some((one) => one.attributes)
    return [ids, said ? JSON.stringify(references.map((one) => one.attributes ?? {})) : '']
  }
  if (!isComposite(field, schema))
    return [field.multiple ? joinList(valuesOf(value).map(String)) : String(value)]
  if (field.multiple) return [JSON.stringify(value)]
  const parts = value as Readonly<Record<string, unknown>>
  return partsOf(field, schema).map((part) => textOf(parts[partKey(field, part)]))
}

/**
 * The value of a field from cells written by `toCells`, ready to be checked; `undefined` for none. A cell that is
 * `undefined` is a column that the file does not have.
 */
export function fromCells(
  field: FieldDefinition,
  cells: readonly (string | undefined)[],
  schema: Schema,
): unknown {
  const [first = ''] = cells
  if (field.type === 'reference') {
    const ids = splitList(first).map((id) => id.trim())
    const said = readJson(cells[1] ?? '')
    const references = ids.map((to, at) => {
      const attributes = Array.isArray(said) ? (said[at] as unknown) : undefined
      return isEmpty(attributes) ? { to } : { to, attributes }
    })
    return field.multiple ? (references.length > 0 ? references : undefined) : references[0]
  }
  if (!isComposite(field, schema)) {
    if (first === '') return undefined
    return field.multiple ? splitList(first) : first
  }
  if (field.multiple) return first === '' ? undefined : readJson(first)
  const entries = partsOf(field, schema)
    .map((part, at) => [partKey(field, part), cells[at] ?? ''] as const)
    .filter(([, cell]) => cell !== '')
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** The value of a field from a member of a JSON record of ours, which tables give as text. */
export function fromJsonCell(field: FieldDefinition, cell: string, schema: Schema): unknown {
  if (cell === '') return undefined
  const structured =
    field.multiple || field.type === 'reference' || field.type === 'number' || isComposite(field, schema)
  return structured ? readJson(cell) : cell
}

/** The JSON in a cell; what is not JSON is the text itself, which the field's own check then names as wrong. */
function readJson(cell: string): unknown {
  if (cell === '') return undefined
  try {
    return JSON.parse(cell) as unknown
  } catch {
    return cell
  }
}

/** The parts of a composite that a file has columns for, by the name they have in the value; all when it has all. */
export const presentParts = (
  field: FieldDefinition,
  columns: ReadonlySet<string>,
  schema: Schema,
): readonly string[] =>
  partsOf(field, schema)
    .filter((part) => columns.has(part === '' ? field.name : `${field.name}.${part}`))
    .map((part) => partKey(field, part))
