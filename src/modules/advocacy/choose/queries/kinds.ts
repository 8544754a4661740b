import { type RecordView, type Schema, valuesOf } from '#platform/records'

/** Looks up of a code what stands above it in its vocabulary. */
export interface Kinds {
  /** The code and all above it. */
  readonly line: (vocabulary: string, code: string) => readonly string[]
}

export const kindsIn = (schema: Schema): Kinds => ({
  line: (vocabulary, code) => schema.vocabularies.get(vocabulary)?.withAncestors(code) ?? [code],
})

/** The codes of a field, one or several. */
export const codesOf = (record: RecordView, field: string): readonly string[] =>
  valuesOf(record.values[field]).filter((one): one is string => typeof one === 'string')

/** A value that is a text; empty where it is none. */
export const textOf = (record: RecordView, field: string): string => {
  const value = record.values[field]
  return typeof value === 'string' ? value : ''
}
