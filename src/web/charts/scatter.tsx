import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Table } from '#web/components'
import { Axes, type Box } from './axes.tsx'
import { Figure } from './figure.tsx'
import { type Ink, markPath, pageInk, round } from './ink.ts'
import { Mark } from './line-chart.tsx'
import { standaloneSvg } from './standalone.tsx'

/** Something with two numbers. `named` is singled out and written beside its mark. */
export interface ScatterPoint {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly href?: string | undefined
  readonly named?: boolean | undefined
}

/** What a scatter shows. */
export interface ScatterContent {
  readonly points: readonly ScatterPoint[]
  readonly labels: { readonly point: string; readonly x: string; readonly y: string }
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
}

const width = 720
const height = 430

/** Two numbers of each state, drawn against each other, and the table of both. */
export function Scatter(
  props: ScatterContent & {
    readonly title: string
    readonly tableCaption: string
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
  },
) {
  const { title, source, method, points, labels, formatX, formatY, tableCaption } = props
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg className="chart sized" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
          <ScatterDrawing {...props} ink={pageInk} />
        </svg>
      </div>
      <details>
        <summary>{tableCaption}</summary>
        <Table
          caption={tableCaption}
          captionHidden
          columns={[
            { key: 'point', label: labels.point, heading: true },
            { key: 'x', label: labels.x, numeric: true },
            { key: 'y', label: labels.y, numeric: true },
          ]}
          rows={points.map(({ key, label, x, y, href }) => ({
            key,
            cells: { point: href ? <a href={href}>{label}</a> : label, x: formatX(x), y: formatY(y) },
          }))}
        />
      </details>
    </Figure>
  )
}

/** The same as an SVG document of its own. */
export const scatterSvg = (
  content: ScatterContent & {
    readonly title: string
    readonly notes?: readonly string[] | undefined
    readonly scheme?: 'light' | 'dark' | undefined
  },
): string =>
  standaloneSvg({
    ...content,
    width,
    height,
    draw: (ink) => <ScatterDrawing {...content} ink={ink} links={false} />,
  })

function ScatterDrawing(props: ScatterContent & { readonly ink: Ink; readonly links?: boolean | undefined }) {
  const { points, labels, formatX, formatY, ink, links = true } = props
  const box: Box = { left: 52, right: width - 60, top: 26, bottom: height - 46 }
  const x = scaleLinear()
    .domain(spanOf(points.map((point) => point.x)))
    .range([box.left + 8, box.right - 8])
    .nice(6)
  const y = scaleLinear()
    .domain(spanOf(points.map((point) => point.y)))
    .range([box.bottom - 8, box.top])
    .nice(5)
  const named = points.filter((point) => point.named)
  return (
    <>
      <Axes
        box={box}
        ink={ink}
        below={x.ticks(6).map((value) => ({ at: x(value), label: formatX(value) }))}
        beside={y.ticks(5).map((value) => ({ at: y(value), label: formatY(value) }))}
        names={{ below: `${labels.x} →`, beside: `↑ ${labels.y}` }}
      />
      <g fill={ink.accent}>
        {points.map((point) =>
          point.named ? null : (
            <Mark
              key={point.key}
              d={markPath('circle', x(point.x), y(point.y), 4)}
              label={`${point.label}: ${formatX(point.x)}, ${formatY(point.y)}`}
              href={links ? point.href : undefined}
              opacity={0.55}
            />
          ),
        )}
      </g>
      {named.map((point) => {
        const right = x(point.x) > (box.left + box.right) / 2
        return (
          <g key={point.key} fill={ink.warn}>
            <Mark
              d={markPath('diamond', x(point.x), y(point.y), 5)}
              label={`${point.label}: ${formatX(point.x)}, ${formatY(point.y)}`}
              href={links ? point.href : undefined}
            />
            <text
              x={round(x(point.x) + (right ? -9 : 9))}
              y={round(y(point.y) + 4)}
              textAnchor={right ? 'end' : 'start'}
              // A halo in the page; programs that draw pictures paint it over the words.
              {...(links && { stroke: ink.paper, strokeWidth: 3, paintOrder: 'stroke' })}
            >
              {point.label}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** The least and greatest of some numbers, never the same. */
function spanOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1]
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least === most ? [least - 1, most + 1] : [least, most]
}
