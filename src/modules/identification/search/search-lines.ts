import type { Model } from '#kernels/kinship'
import { Problem } from '#platform/problem'
import { prepareLoci } from '../files/prepare-loci.ts'
import type { FrequencyTable, LinesHeader } from '../files/shapes.ts'
import { placeCandidates } from './candidate-columns.ts'
import { type JournaledFile, openJournaled, questionOf } from './journal.ts'
import { familyBatches, readIndex } from './read-lines.ts'
import { csvRows, heading } from './ratio-rows.ts'
import { runBatches } from './run-batches.ts'
import type { Keep } from './score-family.ts'

/** A question to a file of lines (`amparo-kinship-search-lines/1`). */
export interface LinesQuestion {
  readonly file: string
  readonly header: LinesHeader
  readonly table: FrequencyTable
  readonly model: Model
  readonly out: string
  readonly signal: AbortSignal
  /** So many of all families are done. */
  readonly onFamilies: (done: number, of: number) => void
  readonly threads?: number
}

/** What came of it. */
export interface LinesAnswer {
  readonly families: number
  readonly candidates: number
  /** Families that an earlier run had done. */
  readonly resumed: number
}

/** Families a thread is given at once. */
const batchSize = 32

/** Rows that a result may have without a choice being made: some 3 GB. */
const mostRows = 100_000_000

/**
 * Every family of a file of lines against every candidate, in threads, written as `family,candidate,log10LR`. Nothing is held
 * but the candidates (46 bytes each at 23 loci, and their names) and a few batches. Broken off and asked again it goes on.
 * Refuses to write more than 10^8 rows: choose by `keep`.
 */
export async function searchLines(question: LinesQuestion & { readonly keep: Keep }): Promise<LinesAnswer> {
  const { file, header, table, model, out, keep, signal, onFamilies } = question
  const loci = prepareLoci(header.loci, table, model, header.frequencies)
  const { candidates, families } = await readIndex(file)
  if (keep.top === undefined && keep.atLeast === undefined && candidates.length * families > mostRows)
    throw tooMany(candidates.length * families)
  const { ids, places } = placeCandidates(candidates, loci)
  const journaled = await openJournaled(out, await questionOf(file, { header, table, model, keep }))
  try {
    const { done } = journaled
    if (done.bytes === 0) await journaled.append(heading, 0)
    let finished = done.families
    onFamilies(finished, families)
    const task = {
      loci: header.loci,
      frequencies: header.frequencies,
      table,
      model,
      candidates: { count: ids.length, places: places.buffer as SharedArrayBuffer },
      keep,
    }
    const batches = familyBatches(file, batchSize, done.families)
    for await (const result of runBatches(task, batches, signal, question.threads)) {
      if (!('families' in result)) continue
      await journaled.append(result.families.map((one) => csvRows(one, ids)).join(''), result.families.length)
      finished += result.families.length
      onFamilies(finished, families)
    }
    return await finish(journaled, { families, candidates: ids.length, resumed: done.families })
  } finally {
    await journaled.close()
  }
}

async function finish<T>(file: JournaledFile, answer: T): Promise<T> {
  await file.finish()
  return answer
}

const tooMany = (rows: number): Problem =>
  new Problem('malformed', {
    explanation: {
      en: `${rows} ratios are too many to write. Give --top N or --at-least L.`,
      es: `${rows} razones son demasiadas para escribirlas. Indique --top N o --at-least L.`,
      ca: `${rows} raons són massa per escriure-les. Indiqueu --top N o --at-least L.`,
    },
  })
