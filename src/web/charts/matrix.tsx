import type { ReactNode } from 'react'
import { Table } from '#web/components'
import { Figure } from './figure.tsx'
import { type Ink, pageInk, round, shortName } from './ink.ts'
import { standaloneSvg } from './standalone.tsx'

/** A row or column of a matrix. */
export interface MatrixSide {
  readonly key: string
  readonly label: string
  readonly href?: string | undefined
}

/** What a matrix shows. */
export interface MatrixContent {
  readonly rows: readonly MatrixSide[]
  readonly columns: readonly MatrixSide[]
  /** The value of a row and a column, by their places; null: none (drawn empty, crossed by nothing). */
  readonly value: (row: number, column: number) => number | null
  /** The values at the palest and the deepest tint. */
  readonly bounds: readonly [number, number]
  /** Where the two colours part: below it the warning colour deepens, above it the accent. One colour when left out. */
  readonly middle?: number | undefined
  readonly format: (value: number) => string
}

/** Tints of one colour: enough to be told apart. */
const tints = 9

/** Cells of their own, with words and links, up to so many; beyond it a row of like tints is one shape. */
const mostCells = 2500

/**
 * A table drawn as tints, for looking at a whole: agreement of each two states. The numbers stand in the table beside it,
 * or, where there are too many for a page, in the file that `more` leads to.
 */
export function Matrix(
  props: MatrixContent & {
    readonly title: string
    readonly tableCaption: string
    readonly labels: { readonly row: string; readonly least: string; readonly most: string }
    readonly href?: ((row: number, column: number) => string | undefined) | undefined
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
    /** Shown in place of the table when it has more cells than fit a page. */
    readonly more?: ReactNode | undefined
  },
) {
  const { title, source, method, labels, bounds, format, more, rows, columns } = props
  const size = matrixSize(props)
  const legendInk = pageInk
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg
          className="chart sized"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="group"
          aria-label={title}
        >
          <MatrixDrawing {...props} ink={pageInk} />
        </svg>
      </div>
      <ul className="row legend quiet">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => {
          const value = bounds[0] + share * (bounds[1] - bounds[0])
          return (
            <li key={share}>
              <svg width="20" height="12" aria-hidden="true">
                <rect width="20" height="12" fill="none" stroke={legendInk.rule} />
                <rect width="20" height="12" {...tintOf(props, value, legendInk)} />
              </svg>
              {format(value)}
              {share === 0 ? ` ${labels.least}` : share === 1 ? ` ${labels.most}` : ''}
            </li>
          )
        })}
      </ul>
      {rows.length * columns.length <= mostCells ? <MatrixTable {...props} /> : more}
    </Figure>
  )
}

/** The same as an SVG document of its own. */
export function matrixSvg(
  content: MatrixContent & {
    readonly title: string
    readonly notes?: readonly string[] | undefined
    readonly scheme?: 'light' | 'dark' | undefined
  },
): string {
  return standaloneSvg({
    ...content,
    ...matrixSize(content),
    draw: (ink) => <MatrixDrawing {...content} ink={ink} />,
  })
}

const side = ({ rows, columns }: MatrixContent): number =>
  Math.max(4, Math.min(26, 620 / Math.max(rows.length, columns.length, 1)))

/** Names stand beside the cells where they can be read; in a large matrix the words of a cell tell them. */
const named = (content: MatrixContent): boolean => side(content) >= 9

function matrixSize(content: MatrixContent): { readonly width: number; readonly height: number } {
  const cell = side(content)
  const names = named(content) ? 170 : 0
  return {
    // The slanted names of the last columns lean over.
    width: round(names + Math.max(content.columns.length * cell, 300) + (names > 0 ? 60 : 0)),
    height: round((names > 0 ? 130 : 0) + content.rows.length * cell),
  }
}

/** The paint of a value: one of `tints` steps of one colour or two. */
function tintOf({ bounds: [least, most], middle }: MatrixContent, value: number, ink: Ink) {
  const zero = middle ?? least
  const share = value >= zero ? (value - zero) / (most - zero || 1) : (zero - value) / (zero - least || 1)
  const step = Math.round(Math.min(1, Math.max(0, share)) * tints)
  return { fill: value >= zero ? ink.accent : ink.warn, fillOpacity: round((step / tints) * 10) / 10 }
}

function MatrixDrawing(
  props: MatrixContent & {
    readonly ink: Ink
    readonly href?: ((row: number, column: number) => string | undefined) | undefined
  },
) {
  const { rows, columns, ink, value, format, href } = props
  const cell = side(props)
  const left = named(props) ? 170 : 0
  const top = named(props) ? 130 : 0
  const words = Math.min(13, cell)
  return (
    <>
      {left > 0 ? (
        <g fill={ink.ink} fontSize={words}>
          {rows.map(({ key, label }, i) => (
            <text key={key} x={left - 6} y={round(top + (i + 0.72) * cell)} textAnchor="end">
              {shortName(label, 24)}
            </text>
          ))}
          {columns.map(({ key, label }, i) => (
            <text
              key={key}
              transform={`translate(${round(left + (i + 0.72) * cell)} ${top - 6}) rotate(-60)`}
            >
              {shortName(label, 20)}
            </text>
          ))}
        </g>
      ) : null}
      <g transform={`translate(${left} ${top})`}>
        <rect
          width={round(columns.length * cell)}
          height={round(rows.length * cell)}
          fill="none"
          stroke={ink.rule}
        />
        {rows.length * columns.length <= mostCells
          ? rows.flatMap((row, i) =>
              columns.map((column, j) => {
                const number = value(i, j)
                if (number === null) return null
                const label = `${row.label}, ${column.label}: ${format(number)}`
                const rect = (
                  <rect
                    x={round(j * cell)}
                    y={round(i * cell)}
                    width={round(cell - 0.5)}
                    height={round(cell - 0.5)}
                    {...tintOf(props, number, ink)}
                  >
                    <title>{label}</title>
                  </rect>
                )
                const to = href?.(i, j)
                return to ? (
                  <a key={`${row.key} ${column.key}`} href={to} aria-label={label} tabIndex={-1}>
                    {rect}
                  </a>
                ) : (
                  <g key={`${row.key} ${column.key}`}>{rect}</g>
                )
              }),
            )
          : manyCells(props, cell).map(({ d, ...tint }) => (
              <path key={`${tint.fill}${tint.fillOpacity}`} {...tint} d={d} />
            ))}
      </g>
    </>
  )
}

/** One shape for each tint: neighbours of the same tint in a row are drawn together. */
function manyCells(props: MatrixContent & { readonly ink: Ink }, cell: number) {
  const { rows, columns, value, ink } = props
  const shapes = new Map<string, { fill: string; fillOpacity: number; d: string }>()
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < columns.length; ) {
      const number = value(i, j)
      if (number === null) {
        j++
        continue
      }
      const tint = tintOf(props, number, ink)
      let to = j + 1
      for (; to < columns.length; to++) {
        const next = value(i, to)
        if (next === null) break
        const other = tintOf(props, next, ink)
        if (other.fill !== tint.fill || other.fillOpacity !== tint.fillOpacity) break
      }
      const key = `${tint.fill}${tint.fillOpacity}`
      const shape = shapes.get(key) ?? { ...tint, d: '' }
      shape.d += `M${round(j * cell)} ${round(i * cell)}h${round((to - j) * cell)}v${round(cell)}H${round(j * cell)}z`
      shapes.set(key, shape)
      j = to
    }
  return [...shapes.values()]
}

function MatrixTable(
  props: MatrixContent & {
    readonly tableCaption: string
    readonly labels: { readonly row: string }
    readonly href?: ((row: number, column: number) => string | undefined) | undefined
  },
) {
  const { rows, columns, tableCaption, labels, format, value, href } = props
  const linked = (text: string, to: string | undefined): ReactNode => (to ? <a href={to}>{text}</a> : text)
  return (
    <details>
      <summary>{tableCaption}</summary>
      <Table
        caption={tableCaption}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'row', label: labels.row, heading: true },
          ...columns.map(({ key, label }) => ({ key: `c${key}`, label, numeric: true })),
        ]}
        rows={rows.map((row, i) => ({
          key: row.key,
          cells: {
            row: linked(row.label, row.href),
            ...Object.fromEntries(
              columns.map(({ key }, j) => {
                const number = value(i, j)
                return [`c${key}`, number === null ? '–' : linked(format(number), href?.(i, j))]
              }),
            ),
          },
        }))}
      />
    </details>
  )
}
