import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Axes, type Box } from './axes.tsx'
import { Figure } from './figure.tsx'
import { handOf, type Ink, markPath, pageInk, round, shortName } from './ink.ts'
import {
  bandsOf,
  extentOf,
  type Line,
  type LinePoint,
  spreadLabels,
  stretches,
  strokeOf,
} from './line-shape.ts'
import { LineTable } from './line-table.tsx'
import { standaloneSvg } from './standalone.tsx'

/** What a line chart shows. Up to `mostLines` lines can be told apart. */
export interface LineContent {
  readonly lines: readonly Line[]
  /** The words of the axes. */
  readonly labels: { readonly x: string; readonly y: string }
  /** The lowest and highest value of the scale, where it has bounds; else what the lines cover. */
  readonly bounds?: readonly [number, number] | undefined
  /** Words of the values of an order: `0` closed autocracy; then only these stand beside the lines across. */
  readonly classes?: ReadonlyMap<number, string> | undefined
  /** Things that happened: a line down, its words above. */
  readonly events?: readonly { readonly x: number; readonly label: string }[] | undefined
  /** A value as the reader writes it. */
  readonly format: (value: number) => string
  /** A place of the axis below; the number itself when left out (a year has no thousands). */
  readonly formatX?: ((x: number) => string) | undefined
}

const width = 720
const height = 320
/** Letters of a name beside its line. */
const longestName = 24

/**
 * Lines over years, with intervals as bands and missing years as gaps, and the table of every value. Drawn on the
 * server; a value with an `href` opens from its mark and from the table.
 */
export function LineChart(
  props: LineContent & {
    readonly title: string
    readonly tableCaption: string
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
    /** Under the table's caption, for what has an interval: "0.42 (0.40 to 0.45)"; two numbers in brackets when left out. */
    readonly interval?: ((value: string, low: string, high: string) => string) | undefined
  },
) {
  const { title, source, method } = props
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg className="chart sized" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
          <LineDrawing {...props} ink={pageInk} />
        </svg>
      </div>
      <LineTable {...props} />
    </Figure>
  )
}

/** The same as an SVG document of its own. */
export const lineChartSvg = (
  content: LineContent & {
    readonly title: string
    readonly notes?: readonly string[] | undefined
    readonly scheme?: 'light' | 'dark' | undefined
  },
): string =>
  standaloneSvg({
    ...content,
    width,
    height,
    draw: (ink) => <LineDrawing {...content} ink={ink} links={false} />,
  })

function LineDrawing(props: LineContent & { readonly ink: Ink; readonly links?: boolean | undefined }) {
  const { lines, labels, bounds, classes, events = [], format, formatX = String, ink, links = true } = props
  const longest = Math.max(0, ...lines.map(({ label }) => Math.min(longestName, label.length)))
  const beside = classes ? Math.max(0, ...[...classes.values()].map((word) => word.length)) * 6.6 : 40
  const box: Box = {
    left: Math.min(200, beside + 12),
    right: width - 14 - longest * 7,
    top: 26,
    bottom: height - 28,
  }
  const covered = extentOf(lines) ?? { left: 0, right: 1, bottom: 0, top: 1 }
  const x = scaleLinear()
    .domain(
      covered.left === covered.right ? [covered.left - 1, covered.right + 1] : [covered.left, covered.right],
    )
    .range([box.left + 6, box.right - 6])
  const y = scaleLinear()
    .domain(
      bounds ??
        (covered.bottom === covered.top
          ? [covered.bottom - 1, covered.top + 1]
          : [covered.bottom, covered.top]),
    )
    .range([box.bottom, box.top])
  if (!bounds) y.nice(5)
  const ends = lines.map((line) =>
    line.points
      .filter((point) => point.y !== null)
      .toSorted((a, b) => a.x - b.x)
      .at(-1),
  )
  const places = spreadLabels(
    ends.map((end) => (end?.y == null ? box.bottom : y(end.y))),
    15,
    box.top,
    box.bottom,
  )
  const few = lines.reduce((all, line) => all + line.points.length, 0) <= 240
  return (
    <>
      <Axes
        box={box}
        ink={ink}
        below={wholeTicks(x.ticks(8)).map((value) => ({ at: x(value), label: formatX(value) }))}
        beside={
          classes
            ? [...classes].map(([value, label]) => ({ at: y(value), label }))
            : y.ticks(5).map((value) => ({ at: y(value), label: format(value) }))
        }
        names={{ beside: labels.y }}
      />
      {events.map((event) => (
        <g key={`${event.x}${event.label}`}>
          <line
            x1={round(x(event.x))}
            x2={round(x(event.x))}
            y1={box.top}
            y2={box.bottom}
            stroke={ink.edge}
            strokeDasharray="2 2"
          />
          <text x={round(x(event.x)) + 3} y={box.top + 10} fill={ink.soft}>
            {event.label}
          </text>
        </g>
      ))}
      {lines.map((line, place) => {
        const hand = handOf(place)
        const parts = stretches(line)
        const end = ends[place]
        const colour = ink[hand.colour]
        const labelAt = places[place] ?? box.bottom
        return (
          <g key={line.key} fill={colour} stroke="none">
            <path d={parts.map((part) => bandsOf(part, x, y)).join('')} fillOpacity="0.18" />
            <path
              d={parts.map((part) => strokeOf(part, x, y)).join('')}
              fill="none"
              stroke={colour}
              strokeWidth="2"
              strokeDasharray={hand.dash}
              strokeLinejoin="round"
            />
            {(few ? line.points : line.points.filter((point) => lonely(point, parts) || point === end)).map(
              (point) =>
                point.y === null ? null : (
                  <Mark
                    key={point.x}
                    href={links ? point.href : undefined}
                    d={markPath(hand.shape, x(point.x), y(point.y), 3)}
                    label={`${line.label}, ${formatX(point.x)}: ${classes?.get(point.y) ?? format(point.y)}`}
                  />
                ),
            )}
            {end?.y == null ? null : (
              <>
                <line
                  x1={round(x(end.x)) + 5}
                  x2={box.right + 8}
                  y1={round(y(end.y))}
                  y2={round(labelAt)}
                  stroke={ink.rule}
                />
                <text x={box.right + 12} y={round(labelAt) + 4} fill={colour}>
                  {shortName(line.label, longestName)}
                </text>
              </>
            )}
          </g>
        )
      })}
    </>
  )
}

/** Years and sessions are whole. */
const wholeTicks = (ticks: readonly number[]): readonly number[] =>
  ticks.filter((tick) => Number.isInteger(tick))

/** Whether nothing is drawn to a point from either side, so that it needs a mark. */
const lonely = (point: LinePoint, parts: ReturnType<typeof stretches>): boolean =>
  parts.some((part) => part.length === 1 && part[0]?.x === point.x)

/** A mark with its words, and a link where it can be opened. */
export function Mark({
  d,
  label,
  href,
  opacity,
}: {
  readonly d: string
  readonly label: string
  readonly href?: string | undefined
  readonly opacity?: number | undefined
}) {
  const shape = (
    <path d={d} fillOpacity={opacity}>
      <title>{label}</title>
    </path>
  )
  return href ? (
    <a href={href} aria-label={label} tabIndex={-1}>
      {shape}
    </a>
  ) : (
    shape
  )
}
