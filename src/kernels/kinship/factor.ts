/** A non-negative function of some variables: `data` in rows, the last variable running fastest. */
export interface Factor {
  readonly vars: readonly number[]
  readonly data: Float64Array
  /** Of one half of a choice between two alleles: see `transmission.ts`. */
  readonly gate?: Gate
}

/**
 * Marks a factor over [selector, from, to, …]: where `selector` is `which` it ties `to` to `from`, elsewhere it says nothing
 * (it is constant). Its twin does the same for the other allele.
 */
export interface Gate {
  readonly selector: number
  readonly which: 0 | 1
  readonly from: number
  readonly to: number
}

/** A number kept as mantissa × e^log, so that a long product neither underflows nor loses digits. */
export interface Scaled {
  readonly factor: Factor
  readonly log: number
}

/** How far apart neighbouring states of `v` lie in `factor`; 0 when it does not depend on it. */
export function strideOf(factor: Pick<Factor, 'vars'>, sizes: readonly number[], v: number): number {
  let stride = 1
  for (let i = factor.vars.length - 1; i >= 0; i--) {
    const one = factor.vars[i] ?? 0
    if (one === v) return stride
    stride *= sizes[one] ?? 1
  }
  return 0
}

/** Most variables a table may have (2^31 cells of two states), and factors that meet in one step; both far above what occurs. */
const mostVariables = 64
const mostFactors = 64

/** Scratch of `sumProduct`, which is called for every small table: where each factor stands, and how it moves. */
const steps = new Int32Array(mostVariables * mostFactors)
const at = new Int32Array(mostFactors)
const inner = new Int32Array(mostFactors)
const states = new Int32Array(mostVariables)

/** The product of `factors`, summed over `gone` (-1: over nothing), as a function of `vars`. */
export function sumProduct(
  factors: readonly Factor[],
  sizes: readonly number[],
  vars: readonly number[],
  gone: number,
): Factor {
  const count = factors.length
  const width = vars.length
  if (count > mostFactors || width > mostVariables)
    throw new Error(`${count} factors over ${width} variables`)
  let length = 1
  for (let i = 0; i < width; i++) length *= sizes[vars[i] as number] as number
  const out = new Float64Array(length)
  const n = gone < 0 ? 1 : (sizes[gone] ?? 1)
  for (let f = 0; f < count; f++) {
    const factor = factors[f] as Factor
    at[f] = 0
    inner[f] = gone < 0 ? 0 : strideOf(factor, sizes, gone)
    for (let i = 0; i < width; i++) steps[i * count + f] = strideOf(factor, sizes, vars[i] as number)
  }
  states.fill(0, 0, width)
  const a = factors[0]?.data as Float64Array
  const b = factors[1]?.data as Float64Array
  const c = factors[2]?.data as Float64Array
  const d = factors[3]?.data as Float64Array
  const [sa, sb, sc, sd] = [inner[0] as number, inner[1] as number, inner[2] as number, inner[3] as number]
  for (let k = 0; k < length; k++) {
    let sum = 0
    // The usual numbers of factors are written out: this loop is where the time goes.
    if (count === 1) {
      for (let s = 0, i = at[0] as number; s < n; s++, i += sa) sum += a[i] as number
    } else if (count === 2) {
      for (let s = 0, i = at[0] as number, j = at[1] as number; s < n; s++, i += sa, j += sb)
        sum += (a[i] as number) * (b[j] as number)
    } else if (count === 3) {
      let [i, j, l] = [at[0] as number, at[1] as number, at[2] as number]
      for (let s = 0; s < n; s++, i += sa, j += sb, l += sc)
        sum += (a[i] as number) * (b[j] as number) * (c[l] as number)
    } else if (count === 4) {
      let [i, j, l, m] = [at[0] as number, at[1] as number, at[2] as number, at[3] as number]
      for (let s = 0; s < n; s++, i += sa, j += sb, l += sc, m += sd)
        sum += (a[i] as number) * (b[j] as number) * (c[l] as number) * (d[m] as number)
    } else {
      for (let s = 0; s < n; s++) {
        let product = 1
        for (let f = 0; f < count && product !== 0; f++)
          product *= (factors[f] as Factor).data[(at[f] as number) + s * (inner[f] as number)] as number
        sum += product
      }
    }
    out[k] = sum
    for (let i = width - 1; i >= 0; i--) {
      const next = (states[i] as number) + 1
      const size = sizes[vars[i] as number] as number
      const from = i * count
      if (next < size) {
        states[i] = next
        for (let f = 0; f < count; f++) at[f] = (at[f] as number) + (steps[from + f] as number)
        break
      }
      states[i] = 0
      for (let f = 0; f < count; f++) at[f] = (at[f] as number) - (steps[from + f] as number) * (size - 1)
    }
  }
  return { vars, data: out }
}
