import type { Labels } from '#platform/i18n'

/** One thing that is wrong, or has to be looked at, in one row: where it is, what stands there, what to do. */
export interface Finding {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  /** `refused`: the row is not written as it stands. `review`: it is, and a person should look at this. */
  readonly kind: 'refused' | 'review'
  /** The field (`born`), with the member where a row makes several records (`act.date`); '' for the row itself. */
  readonly field: string
  /** What stands in the file, cut to 200 characters. */
  readonly value: string
  readonly message: Labels
}

const longest = 200

/** A finding, its value cut to what a list can show. */
export const finding = (
  row: number,
  kind: Finding['kind'],
  field: string,
  value: unknown,
  message: Labels,
): Finding => ({
  row,
  kind,
  field,
  value: (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)).slice(
    0,
    longest,
  ),
  message,
})
