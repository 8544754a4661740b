export { type Locus, type LocusFrequencies, prepareLocus } from './alphabet.ts'
export { type Comparison, checkTyped } from './comparison.ts'
export { type Plans, TooEntangled } from './eliminate.ts'
export type { Observed } from './evidence.ts'
export { familyTable, genotypePlace } from './family-table.ts'
export type { MutationModel } from './mutation.ts'
export { type Member, type OrderedMember, orderPedigree } from './pedigree.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export {
  type LocusScore,
  type Model,
  type Score,
  checkModel,
  score,
  scoreLocus,
} from './score.ts'
