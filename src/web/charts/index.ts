export { type BarItem, Bars } from './bars.tsx'
export { Figure } from './figure.tsx'
export { type GraphEdge, type GraphNode, RelationGraph } from './relation-graph.tsx'
export { Timeline, type TimelineItem } from './timeline.tsx'
export {
  type ContestedPlace,
  type MapCountry,
  MapPicture,
  type MapPoint,
  WorldMap,
  worldMapSvg,
} from './world-map.tsx'
export { mostLines } from './ink.ts'
export { LineChart, lineChartSvg, type LineContent, lineRows } from './line-chart.tsx'
export type { Line, LinePoint } from './line-shape.ts'
export { Matrix, type MatrixContent, type MatrixSide, matrixSvg } from './matrix.tsx'
