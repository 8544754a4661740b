import type { ReactNode } from 'react'

/** A column: `key` names the cell in each row. */
export interface Column {
  readonly key: string
  readonly label: string
  /** Aligned to the end, tabular figures. */
  readonly numeric?: boolean | undefined
  /** The cell that names the row: a row header for screen readers, and the title of its card on a phone. */
  readonly heading?: boolean | undefined
  readonly nowrap?: boolean | undefined
  /** A link that sorts by this column, and the order now in force. */
  readonly sort?: { readonly href: string; readonly order?: 'ascending' | 'descending' } | undefined
  /** Holds a drawing (see charts): takes the room that is left. */
  readonly drawn?: boolean | undefined
}

/** A row: `key` is unique in the table; `cells` by the keys of the columns. */
export interface Row {
  readonly key: string
  readonly cells: Readonly<Record<string, ReactNode>>
}

const arrows = { ascending: '↑', descending: '↓' } as const

/**
 * Rows and columns, with a caption that says what they are. On a phone, `phone="cards"` turns each row into a card
 * (labels before values) and `phone="scroll"` lets it slide. The roles are written out because browsers drop them
 * when a table is no longer displayed as one.
 */
export function Table(props: {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly foot?: Readonly<Record<string, ReactNode>> | undefined
  readonly phone?: 'cards' | 'scroll' | undefined
}) {
  const { caption, captionHidden, columns, rows, foot, phone = 'cards' } = props
  const classOf = (column: Column): string | undefined =>
    [column.numeric ? 'n' : '', column.nowrap ? 'nowrap' : '', column.drawn ? 'drawn' : '']
      .filter(Boolean)
      .join(' ') || undefined
  const cell = (column: Column, cells: Row['cells']) =>
    column.heading && cells[column.key] ? (
      <th key={column.key} scope="row" role="rowheader" className={classOf(column)}>
        <bdi>{cells[column.key]}</bdi>
      </th>
    ) : (
      <td key={column.key} role="cell" className={classOf(column)} data-label={column.label}>
        {cells[column.key]}
      </td>
    )
  const table = (
    <table className={phone === 'cards' ? 'table stack' : 'table'} role="table">
      <caption>{captionHidden ? <span className="hidden">{caption}</span> : caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={classOf(column)}
              aria-sort={column.sort?.order}
            >
              {column.sort ? (
                <a href={column.sort.href}>
                  {column.label}
                  {column.sort.order ? ` ${arrows[column.sort.order]}` : ''}
                </a>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row">
            {columns.map((column) => cell(column, row.cells))}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot role="rowgroup">
          <tr role="row">{columns.map((column) => cell(column, foot))}</tr>
        </tfoot>
      ) : null}
    </table>
  )
  return phone === 'cards' ? (
    table
  ) : (
    <section className="scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}
