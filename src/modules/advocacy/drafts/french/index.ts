/** Words of our lists in French, for documents that are written in it: the interface has none. */
export { optionInFrench, termInFrench } from './french-words.ts'
