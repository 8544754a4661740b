/** Worker: reads one sheet of a workbook and sends its rows in batches, the next one when it is asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TabularLimits } from './limits.ts'
import { problem, TabularRefusal } from './problem.ts'
import type { SheetRow } from './xlsx-sheet.ts'
import { readWorkbook } from './xlsx-workbook.ts'

/** Rows of a batch, and the text after which one is sent early. */
const BATCH_ROWS = 500
const BATCH_LENGTH = 512 * 1024

/** What an empty cell counts for. */
const CELL_WEIGHT = 16

const { path, sheet, limits } = workerData as {
  readonly path: string
  readonly sheet: string | undefined
  readonly limits: TabularLimits
}

async function* batches(): AsyncGenerator<readonly SheetRow[]> {
  let batch: SheetRow[] = []
  let length = 0
  for await (const rows of readWorkbook(path, sheet, limits)) {
    for (const row of rows) {
      batch.push(row)
      for (const cell of row.cells) length += cell.length + CELL_WEIGHT
      if (batch.length < BATCH_ROWS && length < BATCH_LENGTH) continue
      yield batch
      batch = []
      length = 0
    }
  }
  if (batch.length > 0) yield batch
}

const source = batches()
async function answer(): Promise<void> {
  try {
    const next = await source.next()
    parentPort?.postMessage(next.done ? { done: true } : { rows: next.value })
  } catch (error) {
    const found =
      error instanceof TabularRefusal
        ? error.problem
        : problem('workbook-unreadable', { detail: error instanceof Error ? error.message : '' })
    parentPort?.postMessage({ problem: found })
  }
}

parentPort?.on('message', () => void answer())
