import { parentPort, workerData } from 'node:worker_threads'
import type { Locus } from '#kernels/kinship'
import { Problem } from '#platform/problem'
import { prepareLoci } from '../files/prepare-loci.ts'
import { tableLength } from './candidate-columns.ts'
import { familyLine } from './read-lines.ts'
import { scoreFamily, tablesOf } from './score-family.ts'
import { atLine, type Batch, type BatchAnswer, type SearchTask } from './search-task.ts'

const task = workerData as SearchTask
const loci: readonly Locus[] = prepareLoci(task.loci, task.table, task.model, task.frequencies)
const candidates = task.candidates && {
  count: task.candidates.count,
  places: new Uint16Array(task.candidates.places),
}
let at = 0

/** Tables of a batch side by side: what one profile needs of many families then lies together. */
function sideBySide(batch: Batch): BatchAnswer {
  const width = batch.lines.length
  const tables = new Float64Array(width * loci.reduce((sum, locus) => sum + tableLength(locus), 0))
  const ids = batch.lines.map((line, i) => {
    at = batch.numbers[i] ?? 0
    const family = familyLine(line)
    let place = 0
    for (const table of tablesOf(family, loci, task.model))
      for (let j = 0; j < table.length - 1; j++) tables[place++ * width + i] = table[j] as number
    return family.id
  })
  return { index: batch.index, ids, tables }
}

function answer(batch: Batch): BatchAnswer {
  try {
    if (!candidates) return sideBySide(batch)
    const families = batch.lines.map((line, i) => {
      at = batch.numbers[i] ?? 0
      const family = familyLine(line)
      const tables = tablesOf(family, loci, task.model)
      return { id: family.id, ...scoreFamily(tables, candidates.places, candidates.count, task.keep) }
    })
    return { index: batch.index, families }
  } catch (error) {
    if (error instanceof Problem && error.explanation)
      return { index: batch.index, problem: atLine(at, error.explanation) }
    throw error
  }
}

parentPort?.on('message', (batch: Batch) => {
  const made = answer(batch)
  parentPort?.postMessage(made, 'tables' in made ? [made.tables.buffer as ArrayBuffer] : [])
})
