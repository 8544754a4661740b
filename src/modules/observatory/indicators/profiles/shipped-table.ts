import type { Labels } from '#platform/i18n'
import type { FileHead } from '../../sources/importer.ts'
import type { Reading } from '../reading/reading.ts'

/** A table of a publisher that the program knows how to read. */
export interface ShippedTable {
  readonly dataset: string
  readonly label: Labels
  /** Where an organisation gets the file, and on which terms. */
  readonly where: Labels
  /** By its name and the beginning of its first row (`head.columns` are lower case). */
  recognises(head: FileHead): boolean
  /**
   * How it is read. `columns`: all of its first row, as written; `chosen`: further columns that a person asked for.
   *
   * @throws Problem when a layout is not known
   */
  reading(columns: readonly string[], chosen: readonly string[], head: FileHead): Reading
  /** What its publisher calls the edition, from the name of the file; empty where it does not say. */
  version(head: FileHead): string
  /** The part of the dataset that a newer file replaces, where files come in parts. */
  scope?(reading: Reading, head: FileHead): string
}

/** The version in a name such as `V-Dem-CY-Full+Others-v15.csv` or `vdem_v12_freedoms.csv`. */
export const versionInName = (name: string): string => /(?:^|[^a-z])v(\d+(?:\.\d+)?)/i.exec(name)?.[1] ?? ''

/** The last year in a name such as `PTS-2022.csv`. */
export const yearInName = (name: string): string => [...name.matchAll(/(?:19|20)\d\d/g)].at(-1)?.[0] ?? ''

/** Whether the first row has all of these columns. */
export const hasColumns = (head: FileHead, ...names: readonly string[]): boolean =>
  names.every((name) => head.columns.includes(name))
