import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { importUploadJob } from './actions/import-upload.ts'
import { observatoryAddress, sourcesAddress } from './addresses.ts'
import { knownImporters } from './known-importers.ts'
import { addFile, addPage } from './pages/add-page.tsx'
import { fileContent, filePage, removeOne, removePage } from './pages/file-page.tsx'
import { importPage, stopImport } from './pages/import-page.tsx'
import { sourcesCsv, sourcesPage } from './pages/sources-page.tsx'
import { startPage } from './pages/start-page.tsx'

/** Where the observatory begins, and the files that it was filled from. */
export const sourcesRoom = defineRoom({
  // What has a name of its own stands before what any id may be.
  routes: [
    startPage,
    sourcesPage,
    sourcesCsv,
    addPage,
    addFile,
    importPage,
    stopImport,
    fileContent,
    removePage,
    removeOne,
    filePage,
  ],
  jobs: [importUploadJob(knownImporters)],
  navigation: [
    { href: observatoryAddress, label: labels('Observatory', 'Observatorio', 'Observatori'), order: 40 },
    { href: sourcesAddress, label: labels('Sources', 'Fuentes', 'Fonts'), order: 59 },
  ],
})

export { addColumns } from '../indicators/table-importer.ts'
export { knownImporters } from './known-importers.ts'
export { freshenObservatory } from './freshen.ts'
export { importerFor } from './importer-for.ts'
export { type Imported, importFile } from './import-file.ts'
export type { DatasetImporter, FileHead, Finding, Loaded, Loading } from './importer.ts'
export { readFileHead, readHead } from './read-head.ts'
export { currentFiles, readFiles, type SourceFile } from './read-sources.ts'
export { importerOf, recognise, recogniseOrRefuse, unrecognised } from './recognise.ts'
export { type FoundFile, walkFolder } from './walk-folder.ts'
