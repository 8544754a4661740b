/** What an organisation changes of its own schema at run time: checked, written down, seen by every process at once. */
export { type SchemaChange, fingerprint } from './change-schema.ts'
export { neededLanguages } from './field-rules.ts'
export { retentionProblems } from './retention-rules.ts'
export {
  type VocabularyImport,
  importVocabularies,
  importVocabulary,
  planImport,
} from './import-vocabulary.ts'
export { type ReindexStep, reindexRecords } from './reindex-records.ts'
export { type TermChange, addTerm, addVocabulary, changeTerm, retireTerm } from './term-changes.ts'
export {
  type TypeChange,
  addField,
  addRecordType,
  addSection,
  changeField,
  changeRecordType,
  isOwnType,
  orderFields,
  setRetention,
} from './type-changes.ts'
