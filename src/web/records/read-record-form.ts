import type { FormBody } from '#platform/http'
import { type FieldDefinition, type RecordTypeDefinition, classOf, isEmpty } from '#platform/records'

interface Tree {
  [part: string]: Tree | string | string[]
}

/** Puts `a.0.b = x` where it belongs. Names come from whoever posts: no prototype is ever touched. */
function plant(tree: Tree, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path
  const held = tree[head]
  if (rest.length === 0) {
    if (held === undefined) tree[head] = value
    else if (Array.isArray(held)) held.push(value)
    else if (typeof held === 'string') tree[head] = [held, value]
    return
  }
  const branch: Tree =
    held !== undefined && typeof held === 'object' && !Array.isArray(held) ? held : Object.create(null)
  tree[head] = branch
  plant(branch, rest, value)
}

/** The rows of a repeated field, in the order of their numbers. */
function rows(tree: Tree | string | string[] | undefined): unknown[] {
  if (tree === undefined) return []
  if (typeof tree === 'string') return [tree]
  if (Array.isArray(tree)) return tree
  return Object.keys(tree)
    .filter((key) => /^\d{1,5}$/.test(key))
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => tree[key])
}

function raw(field: FieldDefinition, tree: Tree | string | string[] | undefined): unknown {
  if (field.multiple)
    return rows(tree)
      .map((row) => single(field, row))
      .filter((row) => row !== '')
  return field.type === 'reference' ? single(field, rows(tree)[0] ?? tree) : single(field, tree)
}

function single(field: FieldDefinition, row: unknown): unknown {
  if (row === undefined) return ''
  if (typeof row === 'string') return field.type === 'reference' ? { to: row } : row
  if (Array.isArray(row)) return row[0] ?? ''
  const parts = Object.fromEntries(Object.entries(row as Tree))
  if (Object.values(parts).every((part) => part === '')) return ''
  // Whose clocks is always chosen; by itself it says no moment.
  if (field.type === 'moment' && !parts['day'] && !parts['time']) return ''
  if (field.type !== 'reference') return parts
  if (!parts['to']) return ''
  const attributes = parts['a'] as Tree | undefined
  if (!attributes) return { to: parts['to'] }
  return {
    to: parts['to'],
    attributes: Object.fromEntries(
      (field.attributes ?? []).map((attribute) => [
        attribute.name,
        raw(attribute, attributes[attribute.name]),
      ]),
    ),
  }
}

const isSealedField = (type: RecordTypeDefinition, name: string): boolean =>
  type.fields.some((field) => field.name === name && classOf(field) === 'sealed')

/** Nothing in it, however many parts it has. */
const isBlank = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'object' && value !== null && Object.values(value).every(isBlank))

/**
 * The values that a record form posted, as the record engine takes them. The form says in `_fields` which fields it
 * showed: one that it showed and that came back empty is cleared; one that it did not show stays.
 * @param prefix what stands before the names, so that one page can hold several records
 */
export function readRecordForm(
  type: RecordTypeDefinition,
  form: FormBody,
  prefix = 'f',
): Readonly<Record<string, unknown>> {
  const tree: Tree = Object.create(null)
  for (const [name, value] of form.entries)
    if (name.startsWith(`${prefix}.`)) plant(tree, name.slice(prefix.length + 1).split('.'), value)
  const shown = new Set(
    form.all(prefix === 'f' ? '_fields' : `${prefix}._fields`).flatMap((names) => names.split(' ')),
  )
  const named = (name: string) =>
    new Set(form.all(prefix === 'f' ? name : `${prefix}.${name}`).flatMap((names) => names.split(' ')))
  const opened = named('_opened')
  const cleared = named('_clear')
  return Object.fromEntries(
    type.fields
      .filter((field) => shown.has(field.name))
      .map((field) => [field.name, raw(field, tree[field.name])] as const)
      // Where what is sealed was not shown, nothing written is nothing changed.
      .filter(
        ([name, value]) =>
          !isSealedField(type, name) || opened.has(name) || cleared.has(name) || !isBlank(value),
      ),
  )
}
