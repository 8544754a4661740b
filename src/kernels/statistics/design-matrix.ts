/** Predictors made ready: columns with mean 0 and standard deviation 1 (dividing by n), one after the other. */
export interface DesignMatrix {
  readonly rows: number
  readonly columns: number
  /** Column `j` is the part from `j * rows`. A column that does not vary is all 0. */
  readonly values: Float64Array
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** Standardises columns, each of the same length. */
export function designMatrix(columns: readonly ArrayLike<number>[]): DesignMatrix {
  const rows = columns[0]?.length ?? 0
  const values = new Float64Array(rows * columns.length)
  const mean = new Float64Array(columns.length)
  const deviation = new Float64Array(columns.length)
  columns.forEach((column, j) => {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += column[i] as number
    mean[j] = sum / rows
    let squares = 0
    for (let i = 0; i < rows; i++) squares += ((column[i] as number) - (mean[j] as number)) ** 2
    deviation[j] = Math.sqrt(squares / rows)
    if ((deviation[j] as number) <= 1e-12 * Math.abs(mean[j] as number)) deviation[j] = 0
    if (deviation[j] !== 0)
      for (let i = 0; i < rows; i++)
        values[j * rows + i] = ((column[i] as number) - (mean[j] as number)) / (deviation[j] as number)
  })
  return { rows, columns: columns.length, values, mean, deviation }
}

/** The standard deviation of each column over the rows that are `kept`, of a matrix that is already standardised. */
export function deviationsWithin(matrix: DesignMatrix, kept: Uint8Array): Float64Array {
  const { rows, columns, values } = matrix
  const count = kept.reduce((sum, one) => sum + one, 0)
  return Float64Array.from({ length: columns }, (_, j) => {
    let sum = 0
    let squares = 0
    for (let i = 0; i < rows; i++)
      if (kept[i] === 1) {
        const value = values[j * rows + i] as number
        sum += value
        squares += value * value
      }
    return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
  })
}

/** Xᵀ r / count, into `out`. */
export function gradientOf(
  matrix: DesignMatrix,
  residual: Float64Array,
  count: number,
  out: Float64Array,
): void {
  const { rows, columns, values } = matrix
  for (let j = 0; j < columns; j++) {
    // Four sums: one would wait for each addition.
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    const from = j * rows
    let i = 0
    for (; i + 3 < rows; i += 4) {
      a += (values[from + i] as number) * (residual[i] as number)
      b += (values[from + i + 1] as number) * (residual[i + 1] as number)
      c += (values[from + i + 2] as number) * (residual[i + 2] as number)
      d += (values[from + i + 3] as number) * (residual[i + 3] as number)
    }
    for (; i < rows; i++) a += (values[from + i] as number) * (residual[i] as number)
    out[j] = (a + b + c + d) / count
  }
}

/** Adds X × `change` to `to`. Columns that do not change are not looked at, the others four at a time. */
export function addColumns(matrix: DesignMatrix, change: ArrayLike<number>, to: Float64Array): void {
  const { rows, columns, values } = matrix
  const places: number[] = []
  const steps: number[] = []
  for (let j = 0; j < columns; j++)
    if (change[j] !== 0) {
      places.push(j * rows)
      steps.push(change[j] as number)
    }
  // The last group is filled with steps of 0.
  while (places.length % 4 !== 0) {
    places.push(0)
    steps.push(0)
  }
  for (let group = 0; group < places.length; group += 4) {
    const [a, b, c, d] = places.slice(group, group + 4) as [number, number, number, number]
    const [p, q, r, s] = steps.slice(group, group + 4) as [number, number, number, number]
    for (let i = 0; i < rows; i++)
      to[i] =
        (to[i] as number) +
        p * (values[a + i] as number) +
        q * (values[b + i] as number) +
        r * (values[c + i] as number) +
        s * (values[d + i] as number)
  }
}

/**
 * Xᵀ diag(weight) X / count with a column of ones before the first, as a square of `columns + 1`, into `out`. This is where
 * the time goes: two rows of the result at a time.
 */
export function weightedSquares(
  matrix: DesignMatrix,
  weight: Float64Array,
  count: number,
  out: Float64Array,
): void {
  const { rows, columns, values } = matrix
  const size = columns + 1
  const weighted = new Float64Array(rows)
  let total = 0
  for (let i = 0; i < rows; i++) total += weight[i] as number
  out[0] = total / count
  for (let j = 0; j < columns; j++) {
    const from = j * rows
    let sum = 0
    for (let i = 0; i < rows; i++) {
      const value = (values[from + i] as number) * (weight[i] as number)
      weighted[i] = value
      sum += value
    }
    out[j + 1] = sum / count
    out[(j + 1) * size] = sum / count
    let k = j
    for (; k + 1 < columns; k += 2) {
      const first = k * rows
      const second = first + rows
      let a = 0
      let b = 0
      for (let i = 0; i < rows; i++) {
        const value = weighted[i] as number
        a += value * (values[first + i] as number)
        b += value * (values[second + i] as number)
      }
      put(out, size, j + 1, k + 1, a / count)
      put(out, size, j + 1, k + 2, b / count)
    }
    for (; k < columns; k++) {
      let a = 0
      for (let i = 0; i < rows; i++) a += (weighted[i] as number) * (values[k * rows + i] as number)
      put(out, size, j + 1, k + 1, a / count)
    }
  }
}

function put(square: Float64Array, size: number, i: number, j: number, value: number): void {
  square[i * size + j] = value
  square[j * size + i] = value
}
