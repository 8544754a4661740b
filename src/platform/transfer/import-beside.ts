import type { FileStore } from '#platform/files'
import type { Tx } from '#platform/records'
import { type Table, openTable } from '#platform/tabular'
import type { Finding } from './finding.ts'
import { bringCitations, citationsOfRecords, citationsOfTable } from './import-citations.ts'
import { bringFiles } from './import-files.ts'
import { importLimits } from './import-limits.ts'
import { citationsMember } from './own-format.ts'

/**
 * Brings what a file of ours carries beside its records, once these are there: their citations, and of an archive its
 * files. Gives what could not be brought.
 */
export async function bringBeside(
  tx: Tx,
  table: Table,
  idColumn: string,
  open: () => Promise<Table>,
  store: FileStore | undefined,
): Promise<readonly Finding[]> {
  if (table.files) {
    const findings: Finding[] = []
    const citations = await inArchive(table, 'citations.csv')
    if (citations)
      findings.push(...(await reading(citations, (it) => bringCitations(tx, citationsOfTable(it)))))
    const { files } = table
    const manifest = store && (await inArchive(table, 'manifest.json'))
    if (store && manifest)
      findings.push(...(await reading(manifest, (it) => bringFiles(tx, store, it, files))))
    return findings
  }
  if (!table.columns.includes(citationsMember)) return []
  return reading(await open(), (it) => bringCitations(tx, citationsOfRecords(it, idColumn)))
}

/** A table inside of an archive; undefined when it has none of that name. */
async function inArchive(table: Table, name: string): Promise<Table | undefined> {
  if (!table.files?.names.includes(name)) return undefined
  const path = await table.files.extract(name)
  return path === undefined ? undefined : openTable(path, { fileName: name, limits: importLimits })
}

async function reading<Result>(table: Table, work: (table: Table) => Promise<Result>): Promise<Result> {
  try {
    return await work(table)
  } finally {
    await table.close()
  }
}
