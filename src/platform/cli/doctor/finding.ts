import { StartProblem } from '#platform/config'
import type { Labels } from '#platform/i18n'

/** What one check found. `warning`: it runs, but not as it should. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'failed'
  readonly text: Labels
  readonly remedy?: Labels
}

/** A finding out of what a check threw; a fault of ours is thrown on. */
export function failedFinding(check: string, error: unknown): Finding {
  if (!(error instanceof StartProblem)) throw error
  return { check, state: 'failed', text: error.words, remedy: error.remedy }
}
