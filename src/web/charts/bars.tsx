import type { ReactNode } from 'react'
import { Table } from '#web/components'

/** A bar: `value` in the unit of the chart (≥ 0), `text` the number as the reader writes it. */
export interface BarItem {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly text: string
  readonly href?: string | undefined
  /** `warn` singles a bar out; `partial` draws it hollow: a year not over, a count not complete. */
  readonly tone?: 'warn' | 'partial' | undefined
}

/** A share of the greatest value as a percentage with one decimal, for an SVG length. */
export const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

/** Bars inside the table that is behind them: with pictures blocked, the numbers remain. */
export function Bars(props: {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly items: readonly BarItem[]
  readonly labels: { readonly item: string; readonly value: string; readonly bar: string }
  /** The value at full length; the greatest of the items when left out. */
  readonly max?: number | undefined
}) {
  const { caption, captionHidden, items, labels } = props
  const top = props.max ?? Math.max(0, ...items.map((item) => item.value))
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={[
        { key: 'item', label: labels.item, heading: true },
        { key: 'value', label: labels.value, numeric: true },
        { key: 'bar', label: labels.bar, drawn: true },
      ]}
      rows={items.map((item) => ({
        key: item.key,
        cells: {
          item: linked(item.label, item.href),
          value: item.text,
          bar: <BarMark share={top > 0 ? item.value / top : 0} tone={item.tone} />,
        },
      }))}
    />
  )
}

const linked = (label: string, href: string | undefined): ReactNode =>
  href ? <a href={href}>{label}</a> : label

function BarMark({ share, tone }: { readonly share: number; readonly tone: BarItem['tone'] }) {
  const width = percent(Math.min(1, Math.max(0, share)))
  return (
    <svg className="strip" aria-hidden="true">
      <rect className={tone ? `bar ${tone}` : 'bar'} y="15%" height="70%" width={width} />
    </svg>
  )
}
