export { frequencyFolder, readCaseFile, readSearchFile } from './read-files.ts'
export { type ScoredCase, scoreCases } from './score-cases.ts'
export { bestOf, placeCandidates, prepareLoci, searchFamily } from './search-families.ts'
