import { createReadStream } from 'node:fs'
import { isId } from '#platform/db'
import type { UploadedFile, Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type Table, TabularRefusal, openTable } from '#platform/tabular'
import { importLimits, refusedHeader, unreadable, withScratchFile } from '#platform/transfer'

/** How a list looks from outside: its columns, and some cells of each. */
export interface ListHead {
  readonly fileName: string
  readonly columns: readonly string[]
  /** By column: cells of the first rows that are not empty. */
  readonly cells: Readonly<Record<string, readonly string[]>>
  readonly warnings: Table['warnings']
  /** Whether files came beside the table, in a ZIP. */
  readonly hasFiles: boolean
}

const rowsLookedAt = 200

/** Keeps an uploaded list, encrypted, until it is imported; gives its id. Refuses what cannot be read as a list. */
export async function keepList(visit: Visit, tx: Tx, file: UploadedFile): Promise<string> {
  await readHead(file.path, file.name, visit.house.scratch)
  const { id } = await visit.house.files.add(tx, { name: file.name, content: createReadStream(file.path) })
  return id
}

/** Opens a list that this person uploaded, as often as `work` asks. Nobody else's upload is found. */
export async function withList<Result>(
  visit: Visit,
  tx: Tx,
  fileId: string,
  work: (list: { readonly head: ListHead; readonly open: () => Promise<Table> }) => Promise<Result>,
): Promise<Result> {
  const own = isId(fileId)
    ? await tx.sql
        .selectFrom('file')
        .select('id')
        .where('org_id', '=', tx.actor.orgId)
        .where('id', '=', fileId)
        .where('created_by', '=', tx.actor.accountId)
        .executeTakeFirst()
    : undefined
  if (!own) throw new Problem('not_found')
  const { name, stream } = await visit.house.files.open(tx, fileId)
  return withScratchFile(visit.house.scratch, stream, async (path, folder) =>
    work({
      head: await readHead(path, name, folder),
      open: () => openTable(path, { fileName: name, tempDir: folder, limits: importLimits }),
    }),
  )
}

async function readHead(path: string, fileName: string, tempDir: string): Promise<ListHead> {
  try {
    const table = await openTable(path, { fileName, tempDir, limits: importLimits })
    try {
      const cells: Record<string, string[]> = Object.fromEntries(table.columns.map((column) => [column, []]))
      let rows = 0
      for await (const { cells: row } of table.rows) {
        table.columns.forEach((column, at) => {
          const cell = Array.isArray(row)
            ? (row as readonly string[])[at]
            : (row as Readonly<Record<string, string>>)[column]
          if (cell !== undefined && cell.trim() !== '') cells[column]?.push(cell)
        })
        if (++rows >= rowsLookedAt) break
      }
      // Why rows were refused the last time stands in a column of ours, which becomes nothing.
      const columns = table.columns.filter((column) => column !== refusedHeader)
      return { fileName, columns, cells, warnings: table.warnings, hasFiles: table.files !== undefined }
    } finally {
      await table.close()
    }
  } catch (error) {
    throw error instanceof TabularRefusal ? unreadable(error) : error
  }
}

/**
 * Opens only the first rows, at the first opening: a file of ours is opened a second time for its ids, of which none
 * may be missing.
 */
export function firstRows(
  open: () => Promise<Table>,
  most: number,
): { readonly open: () => Promise<Table>; readonly more: () => boolean } {
  let opened = 0
  let more = false
  return {
    more: () => more,
    open: async () => {
      const table = await open()
      if (opened++ > 0) return table
      async function* rows() {
        let given = 0
        for await (const row of table.rows) {
          if (given++ >= most) {
            more = true
            return
          }
          yield row
        }
      }
      return { ...table, rows: rows(), close: () => table.close() }
    },
  }
}
