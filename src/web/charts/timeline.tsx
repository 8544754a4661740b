import { scaleUtc } from 'd3-scale'
import type { ReactNode } from 'react'
import { Table } from '#web/components'
import { percent } from './bars.tsx'

/**
 * Something that happened between two days (ISO, both inclusive). `null` at an end means open: not begun to be known,
 * or still going on. `uncertain` marks a date that is only approximate or disputed.
 */
export interface TimelineItem {
  readonly key: string
  /** `span`: it lasted from earliest to latest. `point`: it happened once, some time between the two. */
  readonly kind: 'point' | 'span'
  readonly earliest: string | null
  readonly latest: string | null
  readonly uncertain?: boolean | undefined
  readonly label: string
  /** The date in the reader's words: "about May 1977". */
  readonly when: string
  readonly href?: string | undefined
  readonly note?: ReactNode | undefined
}

const day = 86_400_000
function startOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`A timeline takes days such as 1977-05-14, not "${date}"`)
  return time
}
const endOf = (date: string): number => startOf(date) + day

/**
 * Dates drawn inside the table that lists them. A point known to the day is a full dot; one known only to lie in a
 * range is a thin range with a hollow dot at each end; what lasted is a bar; an open end has no edge but an arrow;
 * what is uncertain is dashed.
 */
export function Timeline(props: {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly items: readonly TimelineItem[]
  /** The language of the axis. */
  readonly lang: string
  readonly labels: { readonly when: string; readonly what: string; readonly drawing: string }
}) {
  const { caption, captionHidden, items, labels } = props
  const scale = timeScale(items, props.lang)
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={[
        { key: 'when', label: labels.when },
        { key: 'what', label: labels.what, heading: true },
        { key: 'drawing', label: labels.drawing, drawn: true },
      ]}
      rows={items.map((item) => ({
        key: item.key,
        cells: {
          when: item.when,
          what: (
            <>
              {item.href ? <a href={item.href}>{item.label}</a> : item.label}
              {item.note ? <> {item.note}</> : null}
            </>
          ),
          drawing: <Mark item={item} at={scale.at} />,
        },
      }))}
      foot={{ when: '', what: '', drawing: <Axis ticks={scale.ticks} /> }}
    />
  )
}

/** The share of the axis (0 to 1) at which a moment lies, and the labelled ticks. */
export function timeScale(
  items: readonly TimelineItem[],
  lang: string,
): {
  readonly at: (ms: number) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
} {
  const known = items.flatMap(({ earliest, latest }) => [
    ...(earliest === null ? [] : [startOf(earliest)]),
    ...(latest === null ? [] : [endOf(latest)]),
  ])
  const first = known.length > 0 ? Math.min(...known) : 0
  const last = known.length > 0 ? Math.max(...known) : day
  // What has no known end needs room beyond the known dates, so that it is seen to go on.
  const scale = scaleUtc()
    .domain([new Date(first), new Date(Math.max(last, first + day))])
    .range([
      items.some((item) => item.earliest === null) ? 0.16 : 0.04,
      items.some((item) => item.latest === null) ? 0.84 : 0.96,
    ])
  const days = (last - first) / day
  const format = new Intl.DateTimeFormat(lang, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(days > 900 ? {} : { month: 'short' }),
    ...(days > 75 ? {} : { day: 'numeric' }),
  })
  const dates = scale.ticks(4)
  const every = Math.ceil(dates.length / 4)
  const ticks = dates
    .filter((_, index) => index % every === 0)
    .map((date) => ({ at: scale(date), label: format.format(date) }))
  return { at: (ms) => scale(new Date(ms)), ticks }
}

function Mark({ item, at }: { readonly item: TimelineItem; readonly at: (ms: number) => number }) {
  const { earliest, latest, kind, uncertain } = item
  const from = earliest === null ? 0.01 : at(startOf(earliest))
  const to = latest === null ? 0.99 : at(endOf(latest))
  const dashed = uncertain ? '3 3' : undefined
  const exact = kind === 'point' && earliest !== null && earliest === latest
  const dot = uncertain ? 'hollow' : 'dot'
  return (
    <svg className="strip" aria-hidden="true">
      <line className="track" x1="0" x2="100%" y1="50%" y2="50%" />
      {exact ? (
        <circle className={dot} cx={percent((from + to) / 2)} cy="50%" r="5" />
      ) : (
        <>
          {kind === 'span' ? (
            <rect
              className={uncertain ? 'span unsure' : 'span'}
              x={percent(from)}
              width={percent(Math.max(to - from, 0.008))}
              y="28%"
              height="44%"
              strokeDasharray={dashed}
            />
          ) : (
            <line
              className="range"
              x1={percent(from)}
              x2={percent(to)}
              y1="50%"
              y2="50%"
              strokeDasharray={dashed}
            />
          )}
          {kind === 'point' && earliest !== null ? (
            <circle className="hollow" cx={percent(from)} cy="50%" r="4" />
          ) : null}
          {kind === 'point' && latest !== null ? (
            <circle className="hollow" cx={percent(to)} cy="50%" r="4" />
          ) : null}
          {earliest === null ? <Arrow x={from} direction={-1} /> : null}
          {latest === null ? <Arrow x={to} direction={1} /> : null}
        </>
      )}
    </svg>
  )
}

function Arrow({ x, direction }: { readonly x: number; readonly direction: 1 | -1 }) {
  return (
    <svg x={percent(x)} y="50%" overflow="visible">
      <path className="bar" d={`M0-6L${direction * 7} 0 0 6z`} />
    </svg>
  )
}

function Axis({ ticks }: { readonly ticks: readonly { readonly at: number; readonly label: string }[] }) {
  return (
    <svg className="axis" aria-hidden="true">
      {ticks.map(({ at, label }) => (
        // At either end the label stays within the picture.
        <text
          key={label}
          x={percent(at)}
          y="14"
          textAnchor={at > 0.92 ? 'end' : at < 0.08 ? 'start' : 'middle'}
        >
          {label}
        </text>
      ))}
    </svg>
  )
}
