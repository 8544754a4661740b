/** Rights: the list of codes with labels and definitions, and the reading of rights in text. */
export { matchRights, type RightMatch } from './match-rights.ts'
export { rightByCode, rightLabel, type Right, type RightLanguage, rights } from './right-list.ts'
