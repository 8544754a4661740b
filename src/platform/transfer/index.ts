/** Records out to files and back in without loss, and other people's files in with a mapping. See README.md. */
export { endBrokenImports } from './broken-imports.ts'
export { attachAsEvidence } from './attach-file.ts'
export { joinList, splitList } from './cells.ts'
export {
  type ExportPermit,
  type ExportSpec,
  approvedRequest,
  askExport,
  exportKind,
  readExport,
  takesProtected,
} from './export-approval.ts'
export {
  type ExportFormat,
  type ExportRequest,
  exportFormats,
  exportRecords,
  streamExport,
} from './export-records.ts'
export type { FileGround } from './export-archive.ts'
export type { Finding } from './finding.ts'
export { importLimits } from './import-limits.ts'
export {
  type ImportJobResult,
  enqueueImport,
  importJob,
  undoImportJob,
  withScratchFile,
} from './import-jobs.ts'
export {
  type Attach,
  type ImportCounts,
  type ImportReport,
  type SampleRecord,
  findingsShown,
  importRows,
  unreadable,
} from './import-rows.ts'
export {
  type ImportPlan,
  type ImportView,
  type KeptFinding,
  createImport,
  listFindings,
  listImports,
  previewImport,
  readImport,
  refusedRows,
  rememberedMapping,
  runImport,
} from './imports.ts'
export { type ColumnTarget, type Mapping, type RecordMapping, readMapping } from './mapping.ts'
export { findOwnHeader, ownHeader, refusedHeader } from './own-format.ts'
export { proposeMapping } from './propose-mapping.ts'
export { type UndoReport, undoImport } from './undo-import.ts'
