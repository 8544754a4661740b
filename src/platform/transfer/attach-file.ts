import { basename } from 'node:path'
import { attachFile } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import type { Attach } from './import-rows.ts'

/** Names in a table may leave out the folder in which an archive keeps its files. */
const folders = ['', 'files/', 'attachments/']

/** Attaches files of an imported archive as evidence, each with its entry in the ledger. */
export const attachAsEvidence =
  (files: FileStore): Attach =>
  async (tx, recordId, { name, extract }) => {
    for (const folder of folders) {
      const content = await extract(folder + name)
      if (content === undefined) continue
      await attachFile(tx, files, { recordId, content, name: basename(name) })
      return true
    }
    return false
  }
