import type { ReactNode } from 'react'
import { Table } from '#web/components'
import type { LineContent } from './line-chart.tsx'
import type { LinePoint } from './line-shape.ts'

/** Rows of the table, for a file: place, then for each line its value, low and high. Null where there is none. */
export function lineRows({ lines }: Pick<LineContent, 'lines'>): readonly {
  readonly x: number
  readonly points: readonly (LinePoint | null)[]
}[] {
  const places = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted(
    (a, b) => a - b,
  )
  const byPlace = lines.map(({ points }) => new Map(points.map((point) => [point.x, point])))
  return places.map((x) => ({ x, points: byPlace.map((points) => points.get(x) ?? null) }))
}

/** The table of every value of some lines, the latest first. */
export function LineTable(
  props: LineContent & {
    readonly tableCaption: string
    readonly interval?: ((value: string, low: string, high: string) => string) | undefined
  },
) {
  const { lines, labels, classes, format, formatX = String, tableCaption } = props
  const { interval = (value, low, high) => `${value} (${low}–${high})` } = props
  const said = ({ y, low, high, href }: LinePoint): ReactNode => {
    if (y === null) return '–'
    const value = classes?.get(y) ?? format(y)
    const text = low == null || high == null || classes ? value : interval(value, format(low), format(high))
    return href ? <a href={href}>{text}</a> : text
  }
  return (
    <details>
      <summary>{tableCaption}</summary>
      <Table
        caption={tableCaption}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'x', label: labels.x, heading: true },
          ...lines.map(({ key, label }) => ({ key: `l${key}`, label, numeric: !classes })),
        ]}
        rows={lineRows({ lines })
          .toReversed()
          .map(({ x, points }) => ({
            key: String(x),
            cells: {
              x: formatX(x),
              ...Object.fromEntries(
                lines.map(({ key }, i) => {
                  const point = points[i]
                  return [`l${key}`, point ? said(point) : '–']
                }),
              ),
            },
          }))}
      />
    </details>
  )
}
