import type { Factor } from './factor.ts'
import type { Matrix } from './mutation.ts'

/** One inherited allele as a function of a variable's state; `variable` -1 for one that is known. */
export interface Slot {
  readonly variable: number
  readonly alleles: Int32Array
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
  if (size < splitFrom) return [fromEither(first, second, to, matrix, size)]
  const choice = selector()
  return [chosen(choice, 0, first, to, matrix, size), chosen(choice, 1, second, to, matrix, size)]
}

const variables = (...slots: readonly Slot[]): readonly number[] =>
  slots.map(({ variable }) => variable).filter((v) => v >= 0)

/** From two alleles that one variable (or none) tells. */
function between(first: Slot, second: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const data = new Float64Array(first.alleles.length * to.alleles.length)
  let at = 0
  for (let i = 0; i < first.alleles.length; i++) {
    const [a, b] = [(first.alleles[i] as number) * size, (second.alleles[i] as number) * size]
    for (let j = 0; j < to.alleles.length; j++) {
      const c = to.alleles[j] as number
      data[at++] = ((matrix[a + c] as number) + (matrix[b + c] as number)) / 2
    }
  }
  return { vars: variables(first, to), data }
}

/** From two alleles of their own. */
function fromEither(first: Slot, second: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const data = new Float64Array(first.alleles.length * second.alleles.length * to.alleles.length)
  let at = 0
  for (let i = 0; i < first.alleles.length; i++) {
    const a = (first.alleles[i] as number) * size
    for (let l = 0; l < second.alleles.length; l++) {
      const b = (second.alleles[l] as number) * size
      for (let j = 0; j < to.alleles.length; j++) {
        const c = to.alleles[j] as number
        data[at++] = ((matrix[a + c] as number) + (matrix[b + c] as number)) / 2
      }
    }
  }
  return { vars: variables(first, second, to), data }
}

/** The `which`-th allele's part: its chance where the choice falls on it, nothing said elsewhere; the half stands in the first. */
function chosen(choice: number, which: 0 | 1, from: Slot, to: Slot, matrix: Matrix, size: number): Factor {
  const share = which === 0 ? 0.5 : 1
  const cells = from.alleles.length * to.alleles.length
  const data = new Float64Array(2 * cells).fill(share)
  let at = which * cells
  for (let i = 0; i < from.alleles.length; i++) {
    const a = (from.alleles[i] as number) * size
    for (let j = 0; j < to.alleles.length; j++)
      data[at++] = share * (matrix[a + (to.alleles[j] as number)] as number)
  }
  return {
    vars: [choice, from.variable, to.variable],
    data,
    gate: { selector: choice, which, from: from.variable, to: to.variable },
  }
}
