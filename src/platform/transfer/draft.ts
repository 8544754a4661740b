import type { RecordTypeDefinition, Values, Visibility } from '#platform/records'
import type { TableRow } from '#platform/tabular'
import type { Finding } from './finding.ts'

/** Where a value was taken from, to be cited. */
export interface Quote {
  readonly field: string
  readonly quote: string
}

/** What a row says of one record, read and checked as far as that goes without asking the database. */
export interface Draft {
  /** Which of the row's records it is. */
  readonly as: string
  readonly type: RecordTypeDefinition
  /** Of a file of ours: the id in it. */
  readonly id: string | null
  /** What it is known again by: the field that holds it and the text. */
  readonly match: { readonly field: string; readonly key: string } | null
  /** Canonical values; `undefined` clears. Relations to other records of the row are not among them yet. */
  readonly values: Values
  /** Composite fields of which the file has only some parts: those parts. The others stay as they are. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  /** Relations by the title of the target, to be looked up: field → titles. */
  readonly titles: ReadonlyMap<string, readonly string[]>
  /** Relations to other records of the same row: field → `as`. */
  readonly refs: Readonly<Record<string, string>>
  /** What is done when the record is there already: all given is set, only what is empty, or nothing. */
  readonly existing: 'update' | 'fill' | 'keep'
  /** Many rows may name it; the first one that does says what it is. */
  readonly shared: boolean
  readonly visibility: Visibility | null
  readonly fictitious: boolean
  readonly cite: { readonly source: string; readonly locator: string } | null
  readonly quotes: readonly Quote[]
  /** Names of files to be attached. */
  readonly files: readonly string[]
}

/** A row, read. When a finding refuses, none of its drafts is written. */
export interface RowReading {
  readonly source: TableRow
  readonly drafts: readonly Draft[]
  readonly findings: readonly Finding[]
}

export type ReadRow = (row: TableRow) => RowReading

export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.kind === 'refused')
