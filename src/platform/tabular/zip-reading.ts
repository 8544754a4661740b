import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openCsv } from './csv-reading.ts'
import type { TabularLimits } from './limits.ts'
import { refuseTable } from './problem.ts'
import type { Table } from './table.ts'
import { openZip, type ZipDirectory } from './zip-directory.ts'

/** Names under which the table is looked for at the root of the archive, in this order. */
const TABLE_NAMES = ['import.csv', 'data.csv', 'records.csv']

/**
 * Opens a ZIP that holds a table and the files it speaks of. Nothing is unpacked but the table, and each file when it
 * is asked for, into a folder of its own under `tempDir`, which `close` removes.
 */
export async function openZipTable(path: string, tempDir: string, limits: TabularLimits): Promise<Table> {
  const zip = await openZip(path, {
    entries: limits.zipEntries,
    entryBytes: limits.zipEntryBytes,
    totalBytes: limits.zipTotalBytes,
    ratio: limits.zipRatio,
  })
  let folder: string | undefined
  try {
    const table = TABLE_NAMES.find((name) => zip.names.includes(name))
    if (table === undefined) throw refuseTable('zip-without-table', { names: TABLE_NAMES.join(', ') })
    folder = await mkdtemp(join(tempDir, 'zip-'))
    const csv = await openCsv(await unpack(zip, table, folder, 0), limits)
    const inside = folder
    return {
      ...csv,
      format: 'zip',
      files: {
        names: zip.names.filter((name) => name !== table),
        // Numbers, not the archive's names: those may be longer than the disk allows or reserved on it.
        extract: async (name) => {
          const index = zip.names.indexOf(name)
          return index < 0 ? undefined : unpack(zip, name, inside, index + 1)
        },
      },
      close: async () => {
        await csv.close()
        zip.close()
        await rm(inside, { recursive: true, force: true })
      },
    }
  } catch (error) {
    zip.close()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function unpack(zip: ZipDirectory, name: string, folder: string, index: number): Promise<string> {
  const target = join(folder, String(index))
  try {
    await pipeline(await zip.read(name), createWriteStream(target, { mode: 0o600 }))
  } catch (error) {
    await rm(target, { force: true })
    throw refuseTable('zip-unreadable', { detail: `${name}: ${error instanceof Error ? error.message : ''}` })
  }
  return target
}
