import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { type JobContext, type JobKind, enqueueJob } from '#platform/jobs'
import type { Tx } from '#platform/records'
import { estimateRows, openTable } from '#platform/tabular'
import { attachAsEvidence } from './attach-file.ts'
import { importLimits } from './import-limits.ts'
import { type ImportPlan, createImport, readImport, runImport } from './imports.ts'
import type { ImportReport } from './import-rows.ts'
import { undoImport } from './undo-import.ts'

/** What the result of an import job keeps: the report without rows, which stay with the import. */
export type ImportJobResult = Pick<ImportReport, 'written' | 'counts' | 'byType'>

/** Writes down an import of an uploaded file and asks for its job, in one transaction. */
export async function enqueueImport(
  tx: Tx,
  given: {
    readonly type: string
    readonly fileId: string
    readonly sourceName: string
    readonly plan: Omit<ImportPlan, 'fileId' | 'jobId'>
  },
): Promise<{ readonly importId: string; readonly jobId: string }> {
  const importId = await createImport(tx, {
    type: given.type,
    sourceName: given.sourceName,
    plan: { ...given.plan, fileId: given.fileId },
  })
  const jobId = await enqueueJob(tx, { kind: importJob.name, payload: { importId } })
  await tx.sql
    .updateTable('import')
    .set({ mapping: JSON.stringify({ ...given.plan, fileId: given.fileId, jobId }) })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', importId)
    .execute()
  return { importId, jobId }
}

/** A content unpacked into a private folder for as long as `work` needs it as a file. */
export async function withScratchFile<Result>(
  scratch: string,
  content: Readable,
  work: (path: string, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(scratch, 'import-'))
  try {
    const path = join(folder, 'table')
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs an import. Ended half-way it has written nothing and begins anew; ended after its commit it only tells so. */
export const importJob: JobKind = {
  name: 'import',
  async run(context: JobContext): Promise<ImportJobResult> {
    const importId = String(context.payload['importId'])
    const view = await context.within((tx) => readImport(tx, importId))
    if (view.state === 'done')
      return { written: true, counts: view.counts as ImportReport['counts'], byType: {} }
    const content = await context.within((tx) => context.ground.files.open(tx, view.plan.fileId ?? ''))
    return withScratchFile(context.ground.scratch, content.stream, async (path, folder) => {
      const total = await estimateRows(path, view.sourceName)
      const { written, counts, byType } = await runImport(context.ground, context.actor, importId, {
        open: () => openTable(path, { fileName: view.sourceName, tempDir: folder, limits: importLimits }),
        attach: attachAsEvidence(context.ground.files),
        files: context.ground.files,
        signal: context.signal,
        progress: (rows) => context.progress(rows, total === null ? undefined : Math.max(total, rows)),
      })
      return { written, counts, byType }
    })
  },
}

/** Undoes an import as a job, for one that made very many records. */
export const undoImportJob: JobKind = {
  name: 'import-undo',
  async run(context: JobContext) {
    const importId = String(context.payload['importId'])
    const { state } = await context.within((tx) => readImport(tx, importId))
    if (state === 'undone') return null
    return context.within((tx) => undoImport(tx, importId))
  },
}
