/** Numbers from 0 to below 1, the same for the same seed (mulberry32, period 2³²). For folds and simulation, never for secrets. */
export function seededGenerator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `size` places dealt into `folds` folds of equal size (or one more), in an order drawn from the generator (Fisher-Yates). */
export function dealFolds(size: number, folds: number, random: () => number): Uint8Array {
  const fold = Uint8Array.from({ length: size }, (_, i) => i % folds)
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = fold[i] as number
    fold[i] = fold[j] as number
    fold[j] = kept
  }
  return fold
}
