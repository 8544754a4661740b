/**
 * What is wrong with a table that somebody sent. `row` is the number a spreadsheet shows (the header is row 1),
 * `column` counts from 1; `params` fill the message.
 */
export interface TabularProblem {
  readonly code: TabularProblemCode
  readonly row?: number
  readonly column?: number
  readonly params: Readonly<Record<string, string | number>>
}

export type TabularProblemCode =
  | 'empty-file'
  | 'binary-file'
  | 'unknown-format'
  | 'encoding-guessed'
  | 'encoding-damaged'
  | 'header-empty'
  | 'header-duplicate'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'cell-too-long'
  | 'row-too-long'
  | 'quote-unclosed'
  | 'quote-stray'
  | 'json-invalid'
  | 'json-not-a-list'
  | 'json-not-an-object'
  | 'json-record-too-long'
  | 'json-new-column'
  | 'workbook-too-large'
  | 'workbook-unreadable'
  | 'workbook-encrypted'
  | 'workbook-old-format'
  | 'sheet-missing'
  | 'formula-without-value'
  | 'cell-error-value'
  | 'zip-unreadable'
  | 'zip-encrypted'
  | 'zip-unsafe-name'
  | 'zip-duplicate-name'
  | 'zip-too-many-entries'
  | 'zip-entry-too-large'
  | 'zip-too-large'
  | 'zip-ratio'
  | 'zip-without-table'
  | 'cell-too-long-for-workbook'
  | 'too-many-rows-for-workbook'

export function problem(
  code: TabularProblemCode,
  params: TabularProblem['params'] = {},
  at: { readonly row?: number; readonly column?: number } = {},
): TabularProblem {
  return { code, ...at, params }
}

/** Thrown when a table cannot be read (or written) at all, or not any further; the problem says why and what to do. */
export class TabularRefusal extends Error {
  readonly problem: TabularProblem

  constructor(problem: TabularProblem) {
    super(`table refused: ${problem.code} ${JSON.stringify(problem.params)}`)
    this.name = 'TabularRefusal'
    this.problem = problem
  }
}

export function refuseTable(
  code: TabularProblemCode,
  params: TabularProblem['params'] = {},
  at: { readonly row?: number; readonly column?: number } = {},
): TabularRefusal {
  return new TabularRefusal(problem(code, params, at))
}
