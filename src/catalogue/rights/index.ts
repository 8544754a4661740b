/** Rights: the list of codes with labels and definitions, and the reading of rights in text. */
export { matchRights, type RightMatch } from './match-rights.ts'
export type { Right, RightLanguage } from './right-definition.ts'
export { rightByCode, rightLabel, rights } from './right-list.ts'
