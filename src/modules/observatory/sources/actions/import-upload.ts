import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { JobContext, JobKind } from '#platform/jobs'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { freshenObservatory } from '../freshen.ts'
import { importFile } from '../import-file.ts'
import type { DatasetImporter } from '../importer.ts'
import { readHead } from '../read-head.ts'
import { importerFor } from '../importer-for.ts'

/** What the job of an upload leaves: the file that it became. */
export interface UploadResult {
  readonly fileId: string
  /** The same bytes had been read before. */
  readonly known: boolean
}

/** What an upload is read with. `version`: what its publisher calls the edition, as a person typed it. */
export interface UploadPayload {
  readonly upload: string
  readonly dataset: string
  readonly version: string
}

/**
 * Reads an uploaded file: decrypted into the scratch folder, imported whole or not at all. What is refused, cancelled or
 * known already is erased. The importers are asked for when it runs: the room of sources is one of those that give them.
 */
export const importUploadJob = (importers: () => Promise<readonly DatasetImporter[]>): JobKind => ({
  name: 'observatory-import',
  async run(context: JobContext): Promise<UploadResult> {
    const { upload, dataset, version } = context.payload as unknown as UploadPayload
    const { files, scratch } = context.ground
    const erase = () => context.within((tx) => files.erase(tx, upload))
    try {
      const shipped = await importers()
      const importer = await context.within((tx) => importerFor(tx, shipped, dataset))
      const { stream, name, size } = await context.within((tx) => files.open(tx, upload))
      const folder = await mkdtemp(join(scratch, 'observatory-'))
      try {
        // Under its own name, which importers read and refusals say.
        const path = join(folder, name)
        await pipeline(stream, createWriteStream(path, { mode: 0o600 }), { signal: context.signal })
        const head = await readHead(path)
        const { fileId, known } = await context.within((tx) =>
          importFile(tx, importer, {
            path,
            head,
            version,
            kept: upload,
            progress: (done, total) => context.progress(done, total ?? size),
            signal: context.signal,
          }),
        )
        if (known && !(await context.within((tx) => isKept(tx, upload)))) await erase()
        if (!known) await freshenObservatory(context.ground.db)
        return { fileId, known }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    } catch (error) {
      // A server that stops, a worker that was lost, a database that is away: the job begins anew and needs it.
      const again = error instanceof Problem && error.kind === 'unavailable'
      if (!again && (!context.signal.aborted || context.cancelled())) await erase()
      throw error
    }
  },
})

/** Whether an earlier run of the same job has kept it: then the job only has to say so. */
async function isKept(tx: Tx, upload: string): Promise<boolean> {
  const { rows } = await sql`select 1 from observatory_file
     where org_id = ${tx.actor.orgId}::uuid and kept = ${upload}::uuid`.execute(tx.sql)
  return rows.length > 0
}
