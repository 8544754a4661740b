import type { PublicTexts } from '#platform/house'
import type { Labels } from '#platform/i18n'
import type { FieldDefinition, RecordView, Tx } from '#platform/records'

/** A line of a table: numbers, texts, or null for what is too small to be told. */
export interface ShownRow {
  readonly label: PublicTexts
  readonly cells: readonly (number | string | null)[]
}

/** What a section shows besides its words: a table, drawn as bars where it is a chart. */
export interface ShownTable {
  readonly as: 'table' | 'chart'
  readonly caption: PublicTexts
  /** Head of the first column, then of those with values. */
  readonly of: PublicTexts
  readonly values: readonly PublicTexts[]
  readonly rows: readonly ShownRow[]
  /** Stands below the rows, and is not drawn. */
  readonly total?: ShownRow
  /** How it was counted and what it does not say. */
  readonly method: readonly PublicTexts[]
}

/** What a section shows, and whom it names: each of them has to agree. */
export interface ShownSection {
  readonly tables: readonly ShownTable[]
  readonly people: readonly RecordView[]
}

/**
 * One kind of section of a report. A room that has something to show (votes, indicators) adds its own to
 * `sections/index.ts`: fields of the section that it asks for, and what they show as plain data.
 */
export interface SectionKind {
  /** `snake_case`, never changed once released. */
  readonly name: string
  readonly label: Labels
  /** Asked only where this kind is chosen. */
  readonly fields?: readonly FieldDefinition[]
  /** What it shows of what the asker may see; none: words alone. Counted by hand and kept (`countSection`). */
  readonly show?: (tx: Tx, section: RecordView) => Promise<ShownSection>
}
