/**
 * Prints src/catalogue/countries/centroids.ts: one point per country, the centroid of its largest polygon in
 * world-atlas (Natural Earth, public domain). Territories that Natural Earth draws as part of their state have
 * a point by hand, from their chief town. Run: node scripts/compute-country-centroids.ts > src/catalogue/countries/centroids.ts
 */
import { readFileSync } from 'node:fs'
import { geoArea, geoCentroid } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { countries } from '../src/catalogue/countries/country-list.ts'

/** Longitude, latitude. */
const byHand: Readonly<Record<string, readonly [number, number]>> = {
  BQ: [-68.27, 12.15],
  BV: [3.4, -54.42],
  CC: [96.83, -12.17],
  CX: [105.68, -10.44],
  GF: [-53.1, 3.9],
  GI: [-5.35, 36.14],
  GP: [-61.55, 16.25],
  MQ: [-61.0, 14.65],
  RE: [55.53, -21.12],
  SJ: [16.0, 78.6],
  TK: [-171.85, -9.17],
  TV: [179.2, -8.52],
  UM: [166.65, 19.28],
  YT: [45.15, -12.83],
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>
const path = new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url)
const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas

function largestPolygon(geometry: Polygon | MultiPolygon): Polygon {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const polygons = parts.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a))
}

const points = new Map<string, readonly [number, number]>(Object.entries(byHand))
for (const shape of feature(atlas, atlas.objects.countries).features) {
  const { geometry } = shape
  const country = countries.find(({ code, numeric }) =>
    shape.id === undefined
      ? code === 'XK' && shape.properties.name === 'Kosovo'
      : numeric === String(shape.id).padStart(3, '0'),
  )
  if (country === undefined || points.has(country.code)) continue
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
  points.set(country.code, geoCentroid(largestPolygon(geometry)))
}

const missing = countries.filter(({ code }) => !points.has(code)).map(({ code }) => code)
if (missing.length > 0) throw new Error(`no point for ${missing.join(', ')}`)
const rows = [...points]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, [longitude, latitude]]) => `  ${code}: [${longitude.toFixed(2)}, ${latitude.toFixed(2)}],`)
console.log(`/** Written by scripts/compute-country-centroids.ts from world-atlas (Natural Earth); longitude, latitude in degrees. */
const centroids: Readonly<Record<string, readonly [number, number]>> = {
${rows.join('\n')}
}

/** A point inside the main land of a country, as [longitude, latitude] in degrees; null for an unknown code. */
export function countryCentroid(code: string): readonly [number, number] | null {
  return centroids[code] ?? null
}`)
