import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Table } from '#web/components'
import { Figure } from './figure.tsx'
import { classPaint, type Paint, schemePaint } from './map-paint.ts'
import { steps } from './map-steps.ts'
import { type WorldGeometry, worldGeometry } from './world-geometry.ts'

/** A place with a number: `lat` and `lon` in degrees north and east. `named` writes its label on the map. */
export interface MapPoint {
  readonly code: string
  readonly lat: number
  readonly lon: number
  readonly label: string
  readonly count: number
  readonly href?: string | undefined
  readonly named?: boolean | undefined
}

/** A country with a number; `numeric` is ISO 3166-1. `lat` and `lon` place a dot where the atlas draws no shape. */
export interface MapCountry {
  readonly numeric: string
  readonly label: string
  readonly count: number
  readonly href?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  /** Its tint, where the map has a `legend` of its own; else it follows from the counts. */
  readonly step?: Step | undefined
  /** The value in words: "0.42", "closed autocracy"; the count when left out. */
  readonly text?: string | undefined
}

/** A tint of the map, 1 the palest. */
export type Step = 1 | 2 | 3 | 4

/** A place whose name or border is disputed: outlined in dashes and named as the organisation names it. */
export interface ContestedPlace {
  /** ISO numeric code, or the atlas's name where it has none ("Kosovo", "Somaliland", "N. Cyprus"). */
  readonly key: string
  readonly label: string
}

interface MapContent {
  readonly points?: readonly MapPoint[] | undefined
  readonly countries?: readonly MapCountry[] | undefined
  readonly contested?: readonly ContestedPlace[] | undefined
  /** What the tints mean, where they are not steps of a count: an index, classes. */
  readonly legend?: readonly { readonly step: Step; readonly label: string }[] | undefined
}

/**
 * A world map drawn on the server, about 30 KB, with its legend and the table of every number beside it. For the
 * public site use `MapPicture` with addresses that answer with `worldMapSvg`.
 */
export function WorldMap(
  props: MapContent & {
    readonly title: string
    /** Left out only where the page has the same numbers in a table of its own. */
    readonly tableCaption?: string | undefined
    readonly labels: { readonly place: string; readonly count: string }
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
  },
) {
  const geometry = worldGeometry(960, 1.5)
  const { title, source, method, tableCaption } = props
  return (
    <Figure title={title} source={source} method={method}>
      <div className="scroll">
        <svg
          className="chart"
          viewBox={`0 0 ${geometry.width} ${geometry.height}`}
          role="group"
          aria-label={title}
        >
          <MapDrawing {...props} geometry={geometry} paint={classPaint} />
        </svg>
      </div>
      <MapLegend countries={props.countries ?? []} legend={props.legend} />
      {tableCaption === undefined ? null : <MapTable {...props} tableCaption={tableCaption} />}
    </Figure>
  )
}

/** The map as an image with its own address, and the same legend and table; light and dark by the reader's choice. */
export function MapPicture(
  props: MapContent & {
    readonly title: string
    readonly tableCaption: string
    readonly labels: { readonly place: string; readonly count: string }
    readonly light: string
    readonly dark: string
    readonly source?: ReactNode | undefined
    readonly method?: ReactNode | undefined
  },
) {
  const { width, height } = worldGeometry(720, 2)
  return (
    <Figure title={props.title} source={props.source} method={props.method}>
      <picture>
        <source srcSet={props.dark} media="screen and (prefers-color-scheme: dark)" />
        <img src={props.light} alt={props.title} width={width} height={height} />
      </picture>
      <MapLegend countries={props.countries ?? []} legend={props.legend} />
      <MapTable {...props} />
    </Figure>
  )
}

/** A standalone SVG document, about 20 KB, without links, styles or scripts: the picture that `MapPicture` asks for. */
export function worldMapSvg(
  content: MapContent & { readonly title: string; readonly scheme: 'light' | 'dark' },
): string {
  const geometry = worldGeometry(720, 2)
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      width={geometry.width}
      height={geometry.height}
      fontFamily="sans-serif"
      fontSize="12"
    >
      <title>{content.title}</title>
      <MapDrawing {...content} geometry={geometry} paint={schemePaint(content.scheme)} links={false} />
    </svg>,
  )
}

function MapDrawing(
  props: MapContent & {
    readonly geometry: WorldGeometry
    readonly paint: Paint
    readonly links?: boolean | undefined
  },
) {
  const { points = [], countries = [], contested = [], geometry, paint, links = true } = props
  const most = Math.max(1, ...points.map((point) => point.count))
  const stepOf = steps(countries.map((country) => country.count)).stepOf
  const link = (href: string | undefined, label: string, shape: ReactNode, key: string): ReactNode =>
    links && href ? (
      <a key={key} href={href} aria-label={label}>
        {shape}
      </a>
    ) : (
      <g key={key}>{shape}</g>
    )
  const named = (label: string, count: number | string) => <title>{`${label}: ${count}`}</title>
  // Large dots first, so that no small one lies hidden under them.
  const dots = [
    ...points.map((point) => ({ ...point, key: `p${point.code}` })),
    ...countries.flatMap(({ numeric, label, count, href, lat, lon }) =>
      geometry.outline(numeric) || lat === undefined || lon === undefined || props.legend
        ? []
        : [{ key: `c${numeric}`, lat, lon, label, count, href, named: false }],
    ),
  ].sort((a, b) => b.count - a.count)
  return (
    <>
      <path {...paint.land} d={geometry.land} />
      {countries.map(({ numeric, label, count, href, step, text }) => {
        const outline = step || count > 0 ? geometry.outline(numeric) : undefined
        if (!outline) return null
        const shape = (
          <path {...paint.counted(step ?? stepOf(count))} d={outline}>
            {named(label, text ?? count)}
          </path>
        )
        return link(href, `${label}: ${text ?? count}`, shape, numeric)
      })}
      <path {...paint.borders} d={geometry.borders} />
      {contested.map(({ key, label }) => {
        const outline = geometry.outline(key)
        const middle = geometry.middle(key)
        return outline && middle ? (
          <g key={key}>
            <path {...paint.contested} d={outline} />
            <text {...paint.text} x={middle[0] + 9} y={middle[1] + 4}>
              {label}
            </text>
          </g>
        ) : null
      })}
      {dots.map(({ key, lat, lon, label, count, href, named: written }) => {
        const at = geometry.project(lat, lon)
        if (!at) return null
        const r = Math.round(3.5 + 9 * Math.sqrt(count / most))
        const shape = (
          <>
            <circle {...paint.dot} cx={at[0]} cy={at[1]} r={r}>
              {named(label, count)}
            </circle>
            {written ? (
              <text {...paint.text} x={at[0] + r + 4} y={at[1] + 4}>
                {label}
              </text>
            ) : null}
          </>
        )
        return link(href, `${label}: ${count}`, shape, key)
      })}
    </>
  )
}

function MapLegend({
  countries,
  legend,
}: {
  readonly countries: readonly MapCountry[]
  readonly legend: MapContent['legend']
}) {
  const { ranges } = steps(countries.map((country) => country.count))
  const shown =
    legend ??
    ranges.map(({ step, from, to }) => ({ step, label: from === to ? String(from) : `${from}–${to}` }))
  if (!legend && ranges.length < 2) return null
  return (
    <ul className="row legend quiet">
      {shown.map(({ step, label }) => (
        <li key={step}>
          <svg width="20" height="12" aria-hidden="true">
            <rect className="land" width="20" height="12" />
            <rect {...classPaint.counted(step)} width="20" height="12" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

function MapTable(
  props: MapContent & {
    readonly tableCaption: string
    readonly labels: { readonly place: string; readonly count: string }
  },
) {
  const { points = [], countries = [], tableCaption, labels } = props
  const rows = [
    ...countries.map((country) => ({ ...country, key: `c${country.numeric}` })),
    ...points.map((point) => ({ ...point, key: `p${point.code}` })),
  ].sort((a, b) => b.count - a.count)
  return (
    <details>
      <summary>{tableCaption}</summary>
      <Table
        caption={tableCaption}
        captionHidden
        columns={[
          { key: 'place', label: labels.place, heading: true },
          { key: 'count', label: labels.count, numeric: true },
        ]}
        rows={rows.map(({ key, label, href, ...row }) => ({
          key,
          cells: { place: href ? <a href={href}>{label}</a> : label, count: textOf(row) },
        }))}
      />
    </details>
  )
}

const textOf = (row: { readonly count: number; readonly text?: string | undefined }): string =>
  row.text ?? String(row.count)
