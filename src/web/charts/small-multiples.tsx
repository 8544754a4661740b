import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Figure } from './figure.tsx'
import { type Ink, markPath, pageInk, round, shortName } from './ink.ts'
import { type LineContent, Mark } from './line-chart.tsx'
import { bandsOf, extentOf, stretches, strokeOf } from './line-shape.ts'
import { LineTable } from './line-table.tsx'
import { standaloneSvg } from './standalone.tsx'

const columns = 4
const width = 720
const cell = { width: width / columns, height: 118 }
const inner = { left: 4, right: cell.width - 16, top: 26, bottom: 96 }

/** One small drawing for each line, all on the same scales: for looking at many states at once. */
export function SmallMultiples(
  props: LineContent & {
    readonly title: string
    readonly tableCaption: string
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
    readonly hrefOf?: ((key: string) => string | undefined) | undefined
  },
) {
  const { title, source, method } = props
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg
          className="chart sized"
          viewBox={`0 0 ${width} ${heightOf(props)}`}
          role="group"
          aria-label={title}
        >
          <SmallDrawings {...props} ink={pageInk} />
        </svg>
      </div>
      <LineTable {...props} />
    </Figure>
  )
}

/** The same as an SVG document of its own. */
export const smallMultiplesSvg = (
  content: LineContent & {
    readonly title: string
    readonly notes?: readonly string[] | undefined
    readonly scheme?: 'light' | 'dark' | undefined
  },
): string =>
  standaloneSvg({
    ...content,
    width,
    height: heightOf(content),
    draw: (ink) => <SmallDrawings {...content} ink={ink} />,
  })

const heightOf = ({ lines }: LineContent): number =>
  Math.max(1, Math.ceil(lines.length / columns)) * cell.height

function SmallDrawings(
  props: LineContent & {
    readonly ink: Ink
    readonly hrefOf?: ((key: string) => string | undefined) | undefined
  },
) {
  const { lines, bounds, classes, ink, hrefOf, format, formatX = String } = props
  const said = (value: number): string => classes?.get(value) ?? format(value)
  const covered = extentOf(lines) ?? { left: 0, right: 1, bottom: 0, top: 1 }
  const apart = (from: number, to: number): [number, number] =>
    from === to ? [from - 1, to + 1] : [from, to]
  const x = scaleLinear().domain(apart(covered.left, covered.right)).range([inner.left, inner.right])
  const y = scaleLinear()
    .domain(bounds ?? apart(covered.bottom, covered.top))
    .range([inner.bottom, inner.top])
  return lines.map((line, place) => {
    const parts = stretches(line)
    const end = parts.at(-1)?.at(-1)
    const href = hrefOf?.(line.key)
    const short = shortName(line.label, 21)
    return (
      <g
        key={line.key}
        transform={`translate(${round((place % columns) * cell.width)} ${Math.floor(place / columns) * cell.height})`}
        fill={ink.accent}
      >
        <text x={inner.left} y="14" fill={ink.ink} fontWeight="600">
          {href ? <a href={href}>{short}</a> : short}
        </text>
        <line x1={inner.left} x2={inner.right} y1={inner.bottom} y2={inner.bottom} stroke={ink.edge} />
        <line x1={inner.left} x2={inner.right} y1={inner.top} y2={inner.top} stroke={ink.rule} />
        <path d={parts.map((part) => bandsOf(part, x, y)).join('')} fillOpacity="0.2" />
        <path
          d={parts.map((part) => strokeOf(part, x, y)).join('')}
          fill="none"
          stroke={ink.accent}
          strokeWidth="1.8"
        />
        {parts.map((part) =>
          part.length === 1 && part[0] ? (
            <Mark
              key={part[0].x}
              d={markPath('circle', x(part[0].x), y(part[0].y), 2)}
              label={`${line.label}, ${formatX(part[0].x)}: ${said(part[0].y)}`}
            />
          ) : null,
        )}
        {end ? (
          <>
            <Mark
              d={markPath('circle', x(end.x), y(end.y), 2.6)}
              label={`${line.label}, ${formatX(end.x)}: ${said(end.y)}`}
            />
            <text x={inner.right} y="110" textAnchor="end" fill={ink.soft}>
              {classes ? shortName(said(end.y), 24) : `${formatX(end.x)}: ${said(end.y)}`}
            </text>
          </>
        ) : null}
        {classes ? null : (
          <text x={inner.left} y="110" fill={ink.soft}>
            {formatX(covered.left)}
          </text>
        )}
      </g>
    )
  })
}
