import type { Labels } from '#platform/i18n'

/**
 * Records that are written together with another one, on its screen: the acts of an event. What differs between
 * kinds of dependants is said here and nowhere else.
 */
export interface DependantGroup {
  /** What stands before the names of its rows: `act.0.victim`. */
  readonly name: string
  readonly type: string
  /** The dependant's field that points to the main record. */
  readonly back: string
  readonly title: Labels
  /** One of them, as a row is called: "Act". */
  readonly one: Labels
  readonly hint?: Labels
  readonly add: Labels
  /** Fields that a row shows, in this order. */
  readonly fields: readonly string[]
  /** Among them, those that are asked for one value here although they take several. */
  readonly single?: readonly string[]
  /** Fields that a row left empty takes from the main record, and in which it follows it. */
  readonly inherits?: readonly string[]
  /** A hint of the row's own for a field. */
  readonly hints?: Readonly<Record<string, Labels>>
  /** The one-line title that nobody should have to type: from each list, the first field that has a value. */
  readonly summary: { readonly field: string; readonly of: readonly (readonly string[])[] }
  /** A field that points to rows of another group, written as their numbers. */
  readonly numbers?: {
    readonly field: string
    readonly group: string
    readonly label: Labels
    readonly hint: Labels
  }
  /** The row's source is cited by the main record, in the first of these fields that has a value. */
  readonly cites?: { readonly source: string; readonly into: readonly string[] }
  /** What a record made from a name typed in the row takes over from the row: type → its field → the row's field. */
  readonly gives?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A record and what is written with it. */
export interface Family {
  readonly type: string
  /** Fields of the main record, always in sight. */
  readonly fields: readonly string[]
  /** Fields of the main record that fewer people need. */
  readonly more: readonly string[]
  readonly groups: readonly DependantGroup[]
}
