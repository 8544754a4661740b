import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { fitRow, readHeader } from './header.ts'
import type { TabularLimits } from './limits.ts'
import { refuseTable, TabularRefusal, type TabularProblem } from './problem.ts'
import type { Table, TableRow } from './table.ts'
import { workerUrl } from './worker-url.ts'
import type { SheetRow } from './xlsx-sheet.ts'

type Answer =
  | { readonly rows: readonly SheetRow[] }
  | { readonly done: true }
  | { readonly problem: TabularProblem }

/**
 * Opens one sheet of an Excel workbook in a thread of its own, with a cap on its memory. Dates come as ISO text,
 * formulas as the value that the file keeps for them. See `openTable`.
 */
export async function openXlsx(
  path: string,
  sheet: string | undefined,
  limits: TabularLimits,
): Promise<Table> {
  await refuseOldFormats(path)
  const worker = new Worker(workerUrl('xlsx-worker', import.meta.url), {
    workerData: { path, sheet, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookMemory, maxYoungGenerationSizeMb: 32 },
  })
  const rows = workerRows(worker)
  try {
    const first = await rows.next()
    if (first.done) throw refuseTable('empty-file')
    const header = readHeader(first.value.cells, first.value.row, limits)
    return {
      format: 'xlsx',
      encoding: 'utf-8',
      columns: header.columns,
      warnings: [...header.warnings, ...first.value.problems],
      rows: fitRows(rows, header.columns.length, limits),
      close: async () => void (await worker.terminate()),
    }
  } catch (error) {
    await worker.terminate()
    throw named(error)
  }
}

/** The container of an old .xls is also that of an encrypted workbook. */
async function refuseOldFormats(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    if (bytesRead === 0) throw refuseTable('empty-file')
    if (buffer.readUInt32BE(0) !== 0xd0cf11e0) return
    const { size } = await file.stat()
    const whole = Buffer.alloc(Math.min(size, 1024 * 1024))
    await file.read(whole, 0, whole.length, 0)
    const encrypted = whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw refuseTable(encrypted ? 'workbook-encrypted' : 'workbook-old-format')
  } finally {
    await file.close()
  }
}

async function* workerRows(worker: Worker): AsyncGenerator<SheetRow> {
  const ask = questions(worker)
  try {
    for (;;) {
      const answer = await ask()
      if ('done' in answer) return
      if ('problem' in answer) throw new TabularRefusal(answer.problem)
      yield* answer.rows
    }
  } catch (error) {
    throw named(error)
  } finally {
    await worker.terminate()
  }
}

/** Asks the worker for its next batch; rejects when the thread has died, out of memory included, or was closed. */
function questions(worker: Worker): () => Promise<Answer> {
  let ended: Error | undefined
  let waiting: PromiseWithResolvers<Answer> | undefined
  // Listened to from the beginning: a thread that dies between two questions must not take the process with it.
  worker.on('message', (answer: Answer) => waiting?.resolve(answer))
  const end = (error: Error): void => {
    ended ??= error
    waiting?.reject(ended)
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the thread that read the workbook has ended')))
  return () => {
    if (ended) return Promise.reject(ended)
    waiting = Promise.withResolvers<Answer>()
    worker.postMessage('next')
    return waiting.promise
  }
}

/** A workbook too large is told as such, whichever cap it met. */
function named(error: unknown): unknown {
  if (error instanceof TabularRefusal) {
    const zipCodes = ['zip-entry-too-large', 'zip-too-large', 'zip-ratio', 'zip-too-many-entries']
    if (zipCodes.includes(error.problem.code)) return refuseTable('workbook-too-large')
    if (error.problem.code === 'zip-unreadable')
      return refuseTable('workbook-unreadable', error.problem.params)
    return error
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseTable('workbook-too-large') : error
}

async function* fitRows(
  rows: AsyncGenerator<SheetRow>,
  width: number,
  limits: TabularLimits,
): AsyncGenerator<TableRow> {
  let count = 0
  for await (const { row, cells, problems } of rows) {
    if (++count > limits.rows) throw refuseTable('too-many-rows', { limit: limits.rows }, { row })
    // A sheet leaves out empty cells at the end of a row: that is no mistake of the writer.
    const padded = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
    const fitted = fitRow(row, padded, width, problems)
    if (fitted) yield fitted
  }
}
