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

/** The product of `factors`, summed over `gone` (-1: over nothing), as a function of `vars`. */
export function sumProduct(
  factors: readonly Factor[],
  sizes: readonly number[],
  vars: readonly number[],
  gone: number,
): Factor {
  let length = 1
  for (const v of vars) length *= sizes[v] ?? 1
  const out = new Float64Array(length)
  const count = factors.length
  const tables = factors.map((factor) => factor.data)
  const inner = Int32Array.from(factors, (factor) => (gone < 0 ? 0 : strideOf(factor, sizes, gone)))
  const n = gone < 0 ? 1 : (sizes[gone] ?? 1)
  const strides = vars.map((v) => Int32Array.from(factors, (factor) => strideOf(factor, sizes, v)))
  const at = new Int32Array(count)
  const states = new Int32Array(vars.length)
  const [a, b, c] = tables
  const [sa, sb, sc] = [inner[0] ?? 0, inner[1] ?? 0, inner[2] ?? 0]
  for (let k = 0; k < length; k++) {
    let sum = 0
    // The usual numbers of factors are written out: this loop is where the time goes.
    if (count === 1 && a) {
      for (let s = 0, i = at[0] ?? 0; s < n; s++, i += sa) sum += a[i] as number
    } else if (count === 2 && a && b) {
      for (let s = 0, i = at[0] ?? 0, j = at[1] ?? 0; s < n; s++, i += sa, j += sb)
        sum += (a[i] as number) * (b[j] as number)
    } else if (count === 3 && a && b && c) {
      for (let s = 0, i = at[0] ?? 0, j = at[1] ?? 0, l = at[2] ?? 0; s < n; s++, i += sa, j += sb, l += sc)
        sum += (a[i] as number) * (b[j] as number) * (c[l] as number)
    } else {
      for (let s = 0; s < n; s++) {
        let product = 1
        for (let f = 0; f < count && product !== 0; f++)
          product *= (tables[f] as Float64Array)[(at[f] as number) + s * (inner[f] as number)] as number
        sum += product
      }
    }
    out[k] = sum
    for (let i = vars.length - 1; i >= 0; i--) {
      const step = strides[i] as Int32Array
      const next = (states[i] as number) + 1
      const size = sizes[vars[i] as number] as number
      if (next < size) {
        states[i] = next
        for (let f = 0; f < count; f++) at[f] = (at[f] as number) + (step[f] as number)
        break
      }
      states[i] = 0
      for (let f = 0; f < count; f++) at[f] = (at[f] as number) - (step[f] as number) * (size - 1)
    }
  }
  return { vars, data: out }
}
