import type { Keep } from './score-family.ts'
import type { FamilyRatios } from './tables-file.ts'

/** One family's ratio. */
export interface Ratio {
  readonly family: string
  readonly log10LR: number
}

/** Keeps what is asked for of ratios that come in blocks: the largest first where `top` is given, else in their order. */
export function ratioChoice({ top, atLeast }: Keep): {
  readonly take: (block: FamilyRatios) => void
  readonly chosen: () => readonly Ratio[]
} {
  let kept: Ratio[] = []
  const cut = () => {
    kept = kept.sort((a, b) => b.log10LR - a.log10LR).slice(0, top)
  }
  return {
    take({ families, log10LR }) {
      const floor = Math.max(
        atLeast ?? Number.NEGATIVE_INFINITY,
        top !== undefined && kept.length >= top ? (kept[top - 1]?.log10LR ?? 0) : Number.NEGATIVE_INFINITY,
      )
      log10LR.forEach((value, i) => {
        if (value >= floor) kept.push({ family: families[i] ?? '', log10LR: value })
      })
      if (top !== undefined) cut()
    },
    chosen: () => kept,
  }
}
