import { type GeoPermissibleObjects, geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

/** The world drawn once: paths in a plane of `width` × `height` units, whole numbers only. */
export interface WorldGeometry {
  readonly width: number
  readonly height: number
  readonly land: string
  readonly borders: string
  /** The outline of a country by its ISO 3166-1 numeric code ("192") or, where it has none, its name in the atlas. */
  readonly outline: (key: string) => string | undefined
  /** The middle of a country's largest part, in the plane. */
  readonly middle: (key: string) => readonly [number, number] | undefined
  /** Where a place lies, from degrees north and east; undefined outside the picture. */
  readonly project: (lat: number, lon: number) => readonly [number, number] | undefined
}

type Shape = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { readonly id?: string | number }

const antarctica = '010'
const drawn = new Map<string, WorldGeometry>()

/**
 * The world in the natural earth projection, without Antarctica, from Natural Earth's 1:110m countries (public domain,
 * by way of world-atlas). `width` in units; corners closer together than `tolerance` units are left out. Computed once
 * per process and size: about 60 ms.
 */
export function worldGeometry(width: number, tolerance: number): WorldGeometry {
  const key = `${width}/${tolerance}`
  const known = drawn.get(key)
  if (known) return known
  const made = draw(width, tolerance)
  drawn.set(key, made)
  return made
}

function draw(width: number, tolerance: number): WorldGeometry {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
  const shapes = (topology.objects.countries.geometries as Shape[]).filter((shape) => shape.id !== antarctica)
  const land = merge(topology, shapes)
  const borders = mesh(topology, { type: 'GeometryCollection', geometries: shapes }, (a, b) => a !== b)
  const projection = geoNaturalEarth1().fitWidth(width, land)
  const path = (shape: GeoPermissibleObjects): string => compactPath(projection, shape, tolerance)
  const byKey = new Map(shapes.map((shape) => [String(shape.id ?? shape.properties?.name), shape]))
  const [, [, bottom]] = geoPath(projection).bounds(land)
  const height = Math.ceil(bottom)
  return {
    width,
    height,
    land: path(land),
    borders: path(borders),
    outline: (key) => {
      const shape = byKey.get(key)
      return shape && path(feature(topology, shape))
    },
    middle: (key) => {
      const shape = byKey.get(key)
      return shape && middleOf(projection, feature(topology, shape))
    },
    project: (lat, lon) => {
      const at = projection([lon, lat])
      if (!at || !at.every(Number.isFinite) || at[1] < 0 || at[1] > height) return undefined
      return [Math.round(at[0]), Math.round(at[1])]
    },
  }
}

type Projection = ReturnType<typeof geoNaturalEarth1>

function middleOf(
  projection: Projection,
  shape: ReturnType<typeof feature>,
): readonly [number, number] | undefined {
  const path = geoPath(projection)
  const parts: GeoPermissibleObjects[] =
    'geometry' in shape && shape.geometry.type === 'MultiPolygon'
      ? shape.geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
      : [shape]
  const largest = parts.reduce((best, part) => (path.area(part) > path.area(best) ? part : best))
  const [x, y] = path.centroid(largest)
  return Number.isFinite(x) && Number.isFinite(y) ? [Math.round(x), Math.round(y)] : undefined
}

/** An SVG path in relative whole numbers: about a third of what d3 writes. Rings too small to show are left out. */
function compactPath(projection: Projection, shape: GeoPermissibleObjects, tolerance: number): string {
  let out = ''
  let line: [number, number][] = []
  const flush = (closed: boolean): void => {
    const ring = closed ? 3 : 2
    if (line.length >= ring) out += relative(line, closed)
    line = []
  }
  const add = (x: number, y: number): void => {
    const point: [number, number] = [Math.round(x), Math.round(y)]
    const last = line.at(-1)
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < tolerance) return
    line.push(point)
  }
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      flush(false)
      add(x, y)
    },
    lineTo: add,
    closePath: () => flush(true),
    arc: () => undefined,
  })(shape)
  flush(false)
  return out
}

function relative(line: readonly (readonly [number, number])[], closed: boolean): string {
  let [x, y] = line[0] ?? [0, 0]
  let out = `M${x} ${y}l`
  line.slice(1).forEach(([nextX, nextY], index) => {
    const dx = nextX - x
    const dy = nextY - y
    out += `${index > 0 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`
    x = nextX
    y = nextY
  })
  return closed ? `${out}z` : out
}
