export { type AgreementMatrix, agreementMatrix, type PackedVotes, packVotes } from './agreement.ts'
export { chooseStates } from './choose-states.ts'
export { averageLinkage, cutTree, leafOrder, silhouette, type Tree } from './clusters.ts'
export { agreementIndex } from './cohesion.ts'
export { type Correlation, pearson, ranks, spearman } from './correlation.ts'
export {
  type ElasticNet,
  type ElasticNetOptions,
  fitElasticNet,
  type LogitModel,
  predictLogit,
} from './elastic-net.ts'
export { dealFolds, seededGenerator } from './generator.ts'
export { quantile } from './quantile.ts'
