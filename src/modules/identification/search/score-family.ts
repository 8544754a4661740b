import {
  checkTyped,
  familyTable,
  type Locus,
  type Model,
  orderPedigree,
  type Plans,
  Refusal,
} from '#kernels/kinship'
import { refusing } from '../files/refusal-words.ts'
import type { SearchFile } from '../files/shapes.ts'
import { tableLength } from './candidate-columns.ts'

/** Which of a family's ratios are kept; all where neither is given. */
export interface Keep {
  /** The best so many, excluded ones last. */
  readonly top?: number | undefined
  /** Only those with a log10 LR of at least this. */
  readonly atLeast?: number | undefined
}

/** Candidates by place, and their log10 LR; -Infinity where a locus excludes. */
export interface Scores {
  readonly rows: Int32Array
  readonly log10LR: Float64Array
}

/**
 * The tables of a family, a locus after another: ln LR by `genotypePlace`, and one entry more, 0, for who was not typed.
 * The same for the same family to the last bit, whatever was computed before.
 */
export function tablesOf(
  family: SearchFile['families'][number],
  loci: readonly Locus[],
  model: Model,
): readonly Float64Array[] {
  return refusing(family.id, () => {
    const members = orderPedigree(family.pedigree)
    const { missing, genotypes } = family
    if (!members.some(({ id }) => id === missing))
      throw new Refusal('person-unknown', `the missing person ${missing} is not in the pedigree`, '', {
        person: missing,
      })
    checkTyped(members, missing, genotypes)
    const plans: Plans = new Map()
    return loci.map((locus) => {
      const table = new Float64Array(tableLength(locus) + 1)
      table.set(familyTable(members, missing, (id) => genotypes[id]?.[locus.name], locus, model, plans))
      return table
    })
  })
}

/**
 * log10 LR of a family against `count` candidates (`places`: see `CandidateColumns`). Candidates that a locus excludes are put aside locus by locus, the one that
 * excludes most first; what is left is summed in the order of the loci, so that a ratio does not depend on who else is compared.
 */
export function scoreFamily(
  tables: readonly Float64Array[],
  places: Uint16Array,
  count: number,
  keep: Keep,
): Scores {
  let left = new Int32Array(count)
  for (let i = 0; i < count; i++) left[i] = i
  for (const { table, column } of excluding(tables)) {
    const from = column * count
    let next = 0
    for (let i = 0; i < left.length; i++) {
      const row = left[i] as number
      left[next] = row
      if ((table[places[from + row] as number] as number) !== Number.NEGATIVE_INFINITY) next++
    }
    left = left.subarray(0, next)
  }
  const found = new Float64Array(left.length)
  tables.forEach((table, column) => {
    const from = column * count
    for (let i = 0; i < left.length; i++)
      found[i] = (found[i] as number) + (table[places[from + (left[i] as number)] as number] as number)
  })
  for (let i = 0; i < found.length; i++) found[i] = (found[i] as number) / Math.LN10
  return choose(left, found, count, keep)
}

/** Tables with exclusions, the most excluding first. */
function excluding(tables: readonly Float64Array[]): readonly { table: Float64Array; column: number }[] {
  const found = tables.map((table, column) => {
    let excluded = 0
    for (const value of table) if (value === Number.NEGATIVE_INFINITY) excluded++
    return { table, column, share: excluded / table.length }
  })
  return found.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
}

function choose(left: Int32Array, found: Float64Array, count: number, { top, atLeast }: Keep): Scores {
  if (atLeast !== undefined) {
    let kept = 0
    for (let i = 0; i < left.length; i++)
      if ((found[i] as number) >= atLeast) {
        left[kept] = left[i] as number
        found[kept++] = found[i] as number
      }
    const few = { rows: left.slice(0, kept), log10LR: found.slice(0, kept) }
    return top === undefined ? few : best(few, top)
  }
  if (top !== undefined && top <= left.length) return best({ rows: left, log10LR: found }, top)
  const all = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
  left.forEach((row, i) => {
    all[row] = found[i] as number
  })
  const whole = { rows: Int32Array.from(all.keys()), log10LR: all }
  return top === undefined ? whole : best(whole, top)
}

/** The `top` largest, largest first; of equals the first. */
function best({ rows, log10LR }: Scores, top: number): Scores {
  // Below the top-th largest value nothing needs sorting.
  const floor =
    log10LR.length > top ? (log10LR.toSorted()[log10LR.length - top] as number) : Number.NEGATIVE_INFINITY
  const order: number[] = []
  for (let i = 0; i < log10LR.length; i++) if ((log10LR[i] as number) >= floor) order.push(i)
  order.sort((i, j) => (log10LR[j] as number) - (log10LR[i] as number) || i - j)
  const kept = order.slice(0, top)
  return {
    rows: Int32Array.from(kept, (i) => rows[i] as number),
    log10LR: Float64Array.from(kept, (i) => log10LR[i] as number),
  }
}
