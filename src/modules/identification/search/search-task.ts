import type { Model } from '#kernels/kinship'
import type { FrequencyTable, SearchFile } from '../files/shapes.ts'
import type { Keep } from './score-family.ts'

/** What every thread of a search is given once. */
export interface SearchTask {
  readonly loci: readonly string[]
  readonly frequencies: string
  readonly table: FrequencyTable
  readonly model: Model
  /** Whom to compare with; none where only the tables are asked for. */
  readonly candidates: { readonly count: number; readonly places: SharedArrayBuffer } | null
  readonly keep: Keep
}

/** Families as lines of a file, `{"family": …}`, and which lines of the file they are, from 1. */
export interface Batch {
  readonly index: number
  readonly numbers: readonly number[]
  readonly lines: readonly string[]
}

/** What a thread found of a family: the candidates kept, by place. */
export interface FoundFamily {
  readonly id: string
  readonly rows: Int32Array
  readonly log10LR: Float64Array
}

/** What a thread answers of a batch. */
export type BatchAnswer =
  | { readonly index: number; readonly families: readonly FoundFamily[] }
  | {
      readonly index: number
      readonly ids: readonly string[]
      /** By locus, place and then family of the batch. */
      readonly tables: Float64Array
    }
  | { readonly index: number; readonly problem: Explanation }

/** Why a batch was refused. */
export interface Explanation {
  readonly en: string
  readonly es: string
  readonly ca: string
}

/** Says on which line of a file something is wrong. */
export const atLine = (line: number, what: Explanation): Explanation => ({
  en: `Line ${line}: ${what.en}`,
  es: `Línea ${line}: ${what.es}`,
  ca: `Línia ${line}: ${what.ca}`,
})

/** A family of a file of families. */
export type Family = SearchFile['families'][number]
