import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** What is known of a file before it is read. */
export interface FileHead {
  /** Its name without folders. */
  readonly name: string
  /** The folders that it lies in, below the one that was given, nearest last; empty for a single file. */
  readonly folders: readonly string[]
  /** Its first 64 KB, unpacked when it is gzip, as UTF-8; a byte-order mark is left out. */
  readonly text: string
  /** The names of the first row where it is a table (separated by commas, semicolons or tabs), lower case; else empty. */
  readonly columns: readonly string[]
}

/** A file that is being read into the tables. */
export interface Loading {
  readonly tx: Tx
  /** The row of `observatory_file` to which everything read belongs. */
  readonly fileId: string
  /** Where it lies; plain or gzip. */
  readonly path: string
  readonly head: FileHead
  /** What the person said besides: columns of a profile, a chosen part. */
  readonly choices: Readonly<Record<string, unknown>>
  /** Says how far it has come, in rows or bytes. */
  progress(done: number, total?: number): void
  readonly signal: AbortSignal
}

/** What a person should know of what was read: `what` in words with the number in it, and some of the rows. */
export interface Finding {
  readonly what: Labels
  readonly count: number
  /** At most ten: `row 17: Atlantis`. */
  readonly examples: readonly string[]
}

/** What came of reading a file. */
export interface Loaded {
  /** Rows that were taken. */
  readonly rows: number
  /** The last day (`2026-02-06`) or year (`2024`) that it speaks of. */
  readonly dataUntil: string
  /** The part of the dataset that a newer file replaces; empty: all of it. */
  readonly scope: string
  /** What its publisher calls this edition, where the file says so. */
  readonly version: string
  readonly findings: readonly Finding[]
}

/** One kind of file that the observatory reads. */
export interface DatasetImporter {
  /** `undl-ga`: what is typed after `observatory import`, and the key of what was read. */
  readonly dataset: string
  readonly label: Labels
  /** Where an organisation gets the file, and on which terms, in a sentence or two. */
  readonly where: Labels
  /** Whether it is a file of this kind, told by its name and beginning. */
  recognises(head: FileHead): boolean
  /**
   * Reads the file into the tables. Everything lies in the one transaction: what is refused leaves nothing.
   *
   * @throws Problem naming file, row, column and remedy
   */
  load(loading: Loading): Promise<Loaded>
}
