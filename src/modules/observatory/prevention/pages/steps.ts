import { type AtrocityFactor, atrocityFactors } from '#catalogue/atrocity-factors'
import type { Language } from '#platform/i18n'
import { stepAddress } from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import type { Assessment } from '../queries/read-assessments.ts'

/** The factors that each step asks for: few enough to be thought through at one sitting. */
const spans: readonly (readonly [number, number])[] = [
  [1, 4],
  [5, 8],
  [9, 14],
]

/** The step in which all is told in words. */
export const lastStep = spans.length + 1

/** The factors of a step; empty in the last, null where there is no such step. */
export function factorsOfStep(step: number): readonly AtrocityFactor[] | null {
  if (step === lastStep) return []
  const span = spans[step - 1]
  return span ? atrocityFactors.filter(({ number }) => number >= span[0] && number <= span[1]) : null
}

/** Where one is: step 0 is the head, which is not asked again. */
export function stepsOf(assessment: Assessment | null, current: number, language: Language) {
  const w = preventionWords(language)
  const one = (step: number, label: string, done: boolean) => ({
    label,
    state: step === current ? ('current' as const) : done ? ('done' as const) : ('ahead' as const),
    ...(assessment && step > 0 && { href: stepAddress(assessment.id, step) }),
  })
  return [
    one(0, w('step_head'), assessment !== null),
    ...spans.map(([from, to], i) =>
      one(
        i + 1,
        w('step_factors', { from, to }),
        assessment !== null && (factorsOfStep(i + 1) ?? []).every(({ id }) => assessment.factors.has(id)),
      ),
    ),
    one(lastStep, w('step_whole'), false),
  ]
}
