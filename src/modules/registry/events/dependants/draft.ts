import type { Visibility } from '#platform/records'

/** A row as it stands in the form. */
export interface DraftRow {
  /** Of a record that exists already. */
  readonly id?: string
  readonly version?: number
  /** The person wants it in the trash. */
  readonly trash: boolean
  readonly values: Readonly<Record<string, unknown>>
  /** Rows of another group, by number, as typed. */
  readonly numbers: string
  readonly locator: string
  readonly quote: string
  readonly extraRows?: Readonly<Record<string, number>>
}

/** The whole form: what is saved, or what was typed, whichever way it came. */
export interface Draft {
  readonly main: {
    readonly id?: string
    readonly version?: number
    readonly values: Readonly<Record<string, unknown>>
    readonly extraRows?: Readonly<Record<string, number>>
  }
  readonly rows: Readonly<Record<string, readonly DraftRow[]>>
  readonly visibility: Visibility
  readonly reason: string
  /** Names that a question was put about, with what was chosen: an id, `new:type:name`, or nothing yet. */
  readonly choices: readonly { readonly typed: string; readonly chosen: string }[]
  /** What a record to be made needs besides its name: `type.name.field` → value. */
  readonly fresh: Readonly<Record<string, string>>
}

/** A row in which nothing is written yet. */
export const blankRow: DraftRow = { trash: false, values: {}, numbers: '', locator: '', quote: '' }

/** The prefix of a row's names in the form. */
export const rowPrefix = (group: string, position: number): string => `${group}.${position}`
