import type { FieldDefinition, RecordTypeDefinition, Schema, ValueClass } from '#platform/records'
import { classOf } from '#platform/records'
import { cellColumns } from './cells.ts'

// The convention that lets a file of ours come back without loss is written down in docs/formats.md.

/** Version of the convention. A file of a later one is refused, not guessed at. */
export const formatVersion = 1

/** The head of the column of ids: it says that the file is ours, by which convention, and what it holds. */
export const ownHeader = (type: string): string => `amparo:${formatVersion}:${type}`

/** What the head of a file of ours says. */
export interface OwnFile {
  readonly version: number
  readonly type: string
  /** The column of ids, as it is called. */
  readonly column: string
}

/** Whether a table is one of ours: some column is headed `amparo:1:person`. A person may have moved the columns. */
export function findOwnHeader(columns: readonly string[]): OwnFile | null {
  for (const column of columns) {
    const found = /^amparo:(\d{1,3}):([a-z][a-z0-9_]*)$/.exec(column)
    if (found?.[1] && found[2]) return { version: Number(found[1]), type: found[2], column }
  }
  return null
}

/**
 * The head of the column of a file of refused rows that says what is wrong with each. Its cells, too, carry the sign
 * against formulas, which is taken off when they come back mended; the column itself is not read.
 */
export const refusedHeader = `amparo:${formatVersion}:refused-rows`

/** The column of ids of an archive's citations, and the member of its manifest that holds a file's id. */
export const citationsHeader = `amparo:${formatVersion}:citations`
export const filesHeader = `amparo:${formatVersion}:files`

/** The member of a JSON record that holds its citations. */
export const citationsMember = '_citations'

export const builtIns = ['visibility', 'fictitious'] as const
export type BuiltIn = (typeof builtIns)[number]

/** The column of what every record has; `_visibility` where the type has a field `visibility` of its own. */
export const builtInColumn = (type: RecordTypeDefinition, name: BuiltIn): string =>
  type.fields.some((field) => field.name === name) ? `_${name}` : name

/** The fields that a reader of these classes can take away. A column of a class they may not read is not there. */
export const exportedFields = (
  type: RecordTypeDefinition,
  classes: ReadonlySet<ValueClass>,
): readonly FieldDefinition[] => type.fields.filter((field) => classes.has(classOf(field)))

/** The columns of a table of records, in order. `schema.languages` decides the columns of a text in languages. */
export const tableColumns = (
  type: RecordTypeDefinition,
  fields: readonly FieldDefinition[],
  schema: Schema,
): readonly string[] => [
  ownHeader(type.name),
  ...fields.flatMap((field) => cellColumns(field, schema)),
  ...builtIns.map((name) => builtInColumn(type, name)),
]
