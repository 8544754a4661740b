import type { Domain } from './domains.ts'
import type { Factor } from './factor.ts'
import type { Matrix } from './mutation.ts'

/** One inherited allele as a function of a variable's state; `variable` -1 for one that is known. */
export interface Slot extends Domain {
  readonly variable: number
}

/** From so many alleles on, a choice between a parent's two is written as a variable of its own: it costs k² instead of k³. */
const splitFrom = 12

/**
 * The factors of one transmission: P(`to` | the parent's alleles) = (M[first, to] + M[second, to]) / 2, or M[only, to].
 * `size`: number of alleles, the width of `matrix`. `selector` makes a variable of two states, where one is needed.
 */
export function transmission(
  [first, second]: readonly Slot[],
  to: Slot,
  matrix: Matrix,
  size: number,
  selector: () => number,
): readonly Factor[] {
  if (!first) return []
  if (!second) return [between(first, first, to, matrix, size)]
  const apart = first.variable >= 0 && second.variable >= 0 && first.variable !== second.variable
  if (!apart) return [between(first, second, to, matrix, size)]
  const alike = first.alleles === second.alleles && first.merged === second.merged
  if (!alike || Math.max(first.alleles.length, to.alleles.length) < splitFrom)
    return [fromEither(first, second, to, matrix, size)]
  const choice = selector()
  return [chosen(choice, 0, first, to, matrix, size), chosen(choice, 1, second, to, matrix, size)]
}

const variables = (first: Slot, second: Slot, third?: Slot): readonly number[] => {
  const vars: number[] = []
  if (first.variable >= 0) vars.push(first.variable)
  if (second.variable >= 0) vars.push(second.variable)
  if (third && third.variable >= 0) vars.push(third.variable)
  return vars
}

/** P(from an allele, into each state of `to`), by allele: rows of as many cells as `to` has states. */
function into({ alleles, merged }: Slot, matrix: Matrix, size: number, from: Int32Array): Float64Array {
  const n = alleles.length
  const rows = new Float64Array(from.length * n)
  let at = 0
  for (let i = 0; i < from.length; i++) {
    const row = (from[i] as number) * size
    for (let j = 0; j < n; j++) rows[at++] = matrix[row + (alleles[j] as number)] as number
    if (!merged) continue
    let sum = 0
    for (let k = 0; k < merged.length; k++) sum += matrix[row + (merged[k] as number)] as number
    rows[at - 1] = sum
  }
  return rows
}

/** From two alleles that one variable (or none) tells. */
function between(first: Slot, second: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const data = into(to, matrix, size, first.alleles)
  if (second !== first) {
    const other = into(to, matrix, size, second.alleles)
    for (let i = 0; i < data.length; i++) data[i] = ((data[i] as number) + (other[i] as number)) / 2
  }
  return { vars: variables(first, to), data }
}

/** From two alleles of their own. */
function fromEither(first: Slot, second: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const one = into(to, matrix, size, first.alleles)
  const other = second.alleles === first.alleles ? one : into(to, matrix, size, second.alleles)
  const n = to.alleles.length
  const data = new Float64Array(first.alleles.length * other.length)
  let at = 0
  for (let i = 0; i < one.length; i += n)
    for (let l = 0; l < other.length; l += n)
      for (let j = 0; j < n; j++) data[at++] = ((one[i + j] as number) + (other[l + j] as number)) / 2
  return { vars: variables(first, second, to), data }
}

/** The `which`-th allele's part: its chance where the choice falls on it, nothing said elsewhere; the half stands in the first. */
function chosen(choice: number, which: 0 | 1, from: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const share = which === 0 ? 0.5 : 1
  const rows = into(to, matrix, size, from.alleles)
  const data = new Float64Array(2 * rows.length).fill(share)
  const start = which * rows.length
  for (let i = 0; i < rows.length; i++) data[start + i] = share * (rows[i] as number)
  return {
    vars: [choice, from.variable, to.variable],
    data,
    gate: { selector: choice, which, from: from.variable, to: to.variable },
  }
}
