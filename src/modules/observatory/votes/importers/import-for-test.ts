import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tx } from '#platform/records'
import { importers } from '../../rooms.ts'
import { importFile, type Imported } from '../../sources/import-file.ts'
import { readHead } from '../../sources/read-head.ts'

/** Reads a file as a person would give it: whoever recognises it first reads it. For tests. */
export async function importPath(tx: Tx, path: string): Promise<Imported & { readonly dataset: string }> {
  const head = await readHead(path)
  const importer = importers.find((one) => one.recognises(head))
  if (!importer) throw new Error(`nobody reads ${path}`)
  return { ...(await importFile(tx, importer, { path, head })), dataset: importer.dataset }
}

/** The same from a text. */
export async function importText(
  tx: Tx,
  name: string,
  text: string,
): Promise<Imported & { readonly dataset: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-votes-'))
  try {
    writeFileSync(join(folder, name), text)
    return await importPath(tx, join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
