import type { FieldDefinition } from '../definition.ts'
import { isKeyed } from '../prepare.ts'
import type { Schema, VocabularyIndex } from '../schema.ts'

/**
 * The types whose records were taken apart by definitions that now read differently: another title, a field with keys
 * that had none, an option or a term under another name or in another place of the tree.
 */
export function typesToReindex(before: Schema, after: Schema): readonly string[] {
  const moved = new Set(
    [...after.vocabularies].flatMap(([name, index]) =>
      differs(before.vocabularies.get(name), index) ? [name] : [],
    ),
  )
  return [...after.types].flatMap(([name, type]) => {
    const old = before.types.get(name)
    if (!old) return []
    const touched = old.fields.some((field) => {
      const now = type.fields.find((f) => f.name === field.name)
      return (
        (field.type === 'term' && moved.has(field.vocabulary ?? '')) ||
        !same(traces(field), now && traces(now))
      )
    })
    return touched || !same(old.title, type.title) ? [name] : []
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What of a field goes into the rows of a record, besides its value. */
const traces = (field: FieldDefinition) => [
  isKeyed(field),
  field.options?.map((option) => [option.code, entries(option.label)]),
]

/** Whether a term that was there has another label or parent. New terms are in no record yet. */
function differs(before: VocabularyIndex | undefined, after: VocabularyIndex): boolean {
  if (!before) return false
  for (const [code, term] of before.byCode) {
    const now = after.byCode.get(code)
    if (now !== term && !same([now?.parent, entries(now?.label)], [term.parent, entries(term.label)]))
      return true
  }
  return false
}

const entries = (labels: object | undefined) =>
  Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
