/** States: where each stands towards regional organisations and treaties, each fact with source, confidence and date. */
export {
  type Body,
  type BodyId,
  bodyIds,
  type Standing,
  type StandingKind,
  standingKinds,
} from './standing.ts'
export { bodies, bodyOf, isReliable, standingOf, states } from './states.ts'
export { standingLabels } from './words.ts'
