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
