export { type Backlink, readBacklinks } from './backlinks.ts'
export { type Belonging, belongs, readBelongings, readOwner } from './belonging.ts'
export {
  type Citation,
  type NewCitation,
  cite,
  closeCitation,
  insertCitations,
  readCitations,
} from './citations.ts'
export { createRecord } from './create-record.ts'
export { field, inSection, ofClass } from './declare-fields.ts'
export * from './definition.ts'
export {
  type FieldType,
  type LocalizedText,
  type PersonName,
  type Place,
  type Reference,
  fieldType,
  isEmpty,
  parseValue,
  precisions,
  valuesOf,
} from './fields/index.ts'
export { type ExcerptPart, excerptOf, readExcerpts } from './excerpts.ts'
export { fold } from './fold.ts'
export {
  type FieldDifference,
  type VersionEntry,
  compareValues,
  readHistory,
  readVersion,
  restoreVersion,
} from './history.ts'
export { type NewRecord, insertRecords } from './insert-records.ts'
export { type FacetCount, type Facets, countFacets } from './count-facets.ts'
export { type ListQuery, countLimit } from './hits.ts'
export { type ListPage, type ListRow, listRecords } from './list-records.ts'
export { type Found, type FoundOfType, searchRecords } from './search-records.ts'
export { type FieldChange, type StoredType, inOrder, mergeTypes } from './load-schema.ts'
export { joinValues, mergeRecords, readMerges, unmergeRecords } from './merge-records.ts'
export { prepare, prepareAhead } from './prepare.ts'
export {
  type LinkedRecord,
  type RecordView,
  readRecord,
  readRecords,
  readRecordsInBulk,
} from './read-record.ts'
export {
  type Schema,
  type VocabularyIndex,
  classOf,
  fieldOf,
  indexVocabulary,
  shippedSchema,
} from './schema.ts'
export * from './schema-changes/index.ts'
export { checkTargets } from './targets.ts'
export { type Notes, readTerms } from './term-table.ts'
export { deleteRecord, listTrash, purgeTrash, restoreRecord, trashDays } from './trash.ts'
export { eraseSealed, maySeal, revealRecord, revealValues, withoutUnchanged } from './sealed.ts'
export { type Tx, typeOf } from './tx.ts'
export { type RecordChange, updateRecord } from './update-record.ts'
export { type Values, checkValues, requireValid } from './validate.ts'
export { type Ground, withRequest } from './with-records.ts'
