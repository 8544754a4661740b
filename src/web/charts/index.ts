export { type BarItem, Bars } from './bars.tsx'
export { Figure } from './figure.tsx'
export { type GraphEdge, type GraphNode, RelationGraph } from './relation-graph.tsx'
export { Timeline, type TimelineItem } from './timeline.tsx'
export {
  type ContestedPlace,
  type MapCountry,
  MapPicture,
  type MapPoint,
  type Step,
  WorldMap,
  worldMapSvg,
} from './world-map.tsx'
export { mostLines } from './ink.ts'
export { type ClassSpan, ClassStrip, classStripSvg, type StripContent } from './class-strip.tsx'
export { LineChart, lineChartSvg, type LineContent } from './line-chart.tsx'
export { lineRows } from './line-table.tsx'
export type { Line, LinePoint } from './line-shape.ts'
export { Matrix, type MatrixContent, type MatrixSide, matrixSvg } from './matrix.tsx'
export { Scatter, type ScatterContent, type ScatterPoint, scatterSvg } from './scatter.tsx'
export { SmallMultiples, smallMultiplesSvg } from './small-multiples.tsx'
