/** A record written together with its dependants on one screen. See README.md. */
export { type Draft, type DraftRow, blankRow, rowPrefix } from './draft.ts'
export type { DependantGroup, Family } from './family.ts'
export { draftOf, loadFamily } from './load-draft.ts'
export { freshKey, readDraft } from './read-draft.ts'
export { askedAgain, neededBesidesName, resolveNames, titlesOf } from './resolve-names.ts'
export { writtenReferences } from './compose.ts'
export { type SaveOutcome, saveFamily } from './save-family.ts'
export type { StaleRecord } from './stale.ts'
