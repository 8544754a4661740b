import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Table } from '#web/components'
import { Axes, type Box } from './axes.tsx'
import { Figure } from './figure.tsx'
import { type Ink, pageInk, round } from './ink.ts'
import { standaloneSvg } from './standalone.tsx'

/** A class that held from one year to another, both included. `place`: its place in the order, from 0. */
export interface ClassSpan {
  readonly from: number
  readonly to: number
  readonly place: number
  readonly label: string
  readonly href?: string | undefined
}

/** What a strip shows. `classes`: the words in their order, the lowest first. */
export interface StripContent {
  readonly spans: readonly ClassSpan[]
  readonly classes: readonly string[]
}

const width = 720

/**
 * Classes over years. Each class has a height and a depth of its own, and its word beside: it is told by shape and word
 * without colour. A year without a class is empty.
 */
export function ClassStrip(
  props: StripContent & {
    readonly title: string
    readonly tableCaption: string
    readonly labels: { readonly from: string; readonly to: string; readonly of: string }
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
  },
) {
  const { title, source, method, spans, labels, tableCaption } = props
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg
          className="chart sized"
          viewBox={`0 0 ${width} ${heightOf(props)}`}
          role="group"
          aria-label={title}
        >
          <StripDrawing {...props} ink={pageInk} />
        </svg>
      </div>
      <details>
        <summary>{tableCaption}</summary>
        <Table
          caption={tableCaption}
          captionHidden
          columns={[
            { key: 'from', label: labels.from, heading: true },
            { key: 'to', label: labels.to },
            { key: 'of', label: labels.of },
          ]}
          rows={spans.toReversed().map(({ from, to, label, href }) => ({
            key: String(from),
            cells: { from: String(from), to: String(to), of: href ? <a href={href}>{label}</a> : label },
          }))}
        />
      </details>
    </Figure>
  )
}

/** The same as an SVG document of its own. */
export const classStripSvg = (
  content: StripContent & {
    readonly title: string
    readonly notes?: readonly string[] | undefined
    readonly scheme?: 'light' | 'dark' | undefined
  },
): string =>
  standaloneSvg({
    ...content,
    width,
    height: heightOf(content),
    draw: (ink) => <StripDrawing {...content} ink={ink} />,
  })

const rowHeight = 24
const heightOf = ({ classes }: StripContent): number => 14 + Math.max(1, classes.length) * rowHeight + 28

function StripDrawing({ spans, classes, ink }: StripContent & { readonly ink: Ink }) {
  const words = Math.min(230, 14 + Math.max(0, ...classes.map((word) => word.length)) * 6.8)
  const box: Box = { left: words, right: width - 10, top: 8, bottom: heightOf({ spans, classes }) - 28 }
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to)) + 1
  if (spans.length === 0) return null
  const x = scaleLinear().domain([first, last]).range([box.left, box.right])
  const top = (place: number): number => box.bottom - (place + 1) * rowHeight + 4
  return (
    <>
      <Axes
        box={box}
        ink={ink}
        below={x
          .ticks(8)
          .filter((tick) => Number.isInteger(tick) && tick < last)
          .map((value) => ({ at: x(value), label: String(value) }))}
        beside={[]}
      />
      {classes.map((word, place) => (
        <g key={word}>
          <line
            x1={box.left}
            x2={box.right}
            y1={top(place) + rowHeight / 2 - 4}
            y2={top(place) + rowHeight / 2 - 4}
            stroke={ink.rule}
            strokeDasharray="1 4"
          />
          <text x={box.left - 8} y={top(place) + rowHeight / 2} textAnchor="end" fill={ink.soft}>
            {word}
          </text>
        </g>
      ))}
      <g fill={ink.accent}>
        {spans.map((span) => (
          <rect
            key={span.from}
            x={round(x(span.from))}
            width={round(Math.max(1.5, x(span.to + 1) - x(span.from)))}
            y={top(span.place)}
            height={rowHeight - 8}
            fillOpacity={round((0.35 + (0.65 * (span.place + 1)) / classes.length) * 10) / 10}
            stroke={ink.accent}
          >
            <title>{`${span.from}–${span.to}: ${span.label}`}</title>
          </rect>
        ))}
      </g>
    </>
  )
}
