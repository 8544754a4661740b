import type { Labels } from '#platform/i18n'
import type { CodeSystem } from '#catalogue/polities'
import type { NumberStyle } from './number-text.ts'

/** A measure, as it stays from edition to edition. */
export interface SeriesDefinition {
  /** The code of its publisher, where there is one: `v2x_regime`. Unique within the dataset. */
  readonly code: string
  readonly label: Labels
  /** Who says so. The edition is the file's. */
  readonly author: string
  readonly description?: Labels
  readonly unit?: string
  /** `number`: any value; `order`: values in an order, each with its words; `class`: classes without one. */
  readonly scale: 'number' | 'order' | 'class'
  readonly lowest?: number
  readonly highest?: number
  readonly better?: 'higher' | 'lower'
  /** Words of each value of an order or class, the lowest first. */
  readonly classes?: readonly { readonly value: number; readonly label: Labels }[]
}

/** From which columns a measure is read. */
export interface SeriesReading {
  readonly series: SeriesDefinition
  /** The column of its value; in a table with a column for each year, empty. */
  readonly column: string
  /** Bounds of its interval, in columns of their own. */
  readonly low?: string
  readonly high?: string
  /** A standard deviation, from which an interval of 95 % is made where there are no bounds. */
  readonly deviation?: string
  /** Words that stand for numbers: `F` → 2. Then nothing else is a value. */
  readonly words?: Readonly<Record<string, number>>
  /** Numbers that mean "no value, because": `-77` → an interregnum. The reason is kept. */
  readonly reasons?: Readonly<Record<string, string>>
  /** A column that says why there is no value. */
  readonly status?: string
}

/** Where a table has its years. */
export type YearReading =
  | { readonly at: 'column'; readonly column: string }
  /** A column for each year, named by it: `1996`, `1996 [YR1996]`. */
  | { readonly at: 'columns' }
  | { readonly at: 'fixed'; readonly year: number }

/** Where a table has its states. */
export interface StateReading {
  /** Codes, in the order in which they are believed. */
  readonly codes: readonly { readonly system: CodeSystem; readonly column: string }[]
  /** The name, believed where no code is known. */
  readonly name?: string
  /** Codes of the publisher's own → the code of a polity. */
  readonly own?: Readonly<Record<string, string>>
  /** Rows that are no states and are passed over without being noticed: `World`, `Africa`. */
  readonly aggregates?: RegExp
}

/** How a table of states and years is read. Plain data, apart from what ships with the program. */
export interface Reading {
  readonly states: StateReading
  readonly years: YearReading
  readonly numbers: NumberStyle
  /** Words for "no value", besides the usual ones. */
  readonly missing?: readonly string[]
  readonly series: readonly SeriesReading[]
}
