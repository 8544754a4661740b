import type { Language } from '#platform/i18n'
import { type Problem, problemTable } from './problem.ts'

/** A problem as RFC 9457 `application/problem+json`, in the reader's language. */
export function describeProblem(problem: Problem, lang: Language) {
  return {
    type: `urn:amparo:problem:${problem.kind}`,
    title: problemTable[problem.kind].title[lang],
    status: problem.status,
    ...(problem.explanation && { detail: problem.explanation[lang] }),
    ...(problem.fields.length > 0 && {
      errors: problem.fields.map((f) => ({ field: f.field, detail: f.message[lang] })),
    }),
  }
}
