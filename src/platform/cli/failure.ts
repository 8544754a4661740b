import { StartProblem } from '#platform/config'
import type { Language } from '#platform/i18n'
import { Problem, type ProblemKind, problemTable } from '#platform/problem'
import { type ExitCode, exit } from './exit.ts'
import { terms } from './words.ts'

/** What a failed command says and with which number it ends. */
export interface Failure {
  readonly exit: ExitCode
  readonly text: string
  readonly data: { readonly error: Readonly<Record<string, unknown>> }
}

const exitOf: Partial<Record<ProblemKind, ExitCode>> = {
  unavailable: exit.unreachable,
  forbidden: exit.refused,
  not_signed_in: exit.refused,
  not_found: exit.missing,
}

// What the operating system and PostgreSQL say when nobody is at the other end.
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P03',
])

/** Turns whatever a command threw into words. A fault of ours shows its stack, so that it can be reported. */
export function describeFailure(error: unknown, language: Language): Failure {
  if (error instanceof StartProblem) {
    const [message, remedy] = [error.words[language], error.remedy[language]]
    return {
      exit:
        error.code === 'unreachable' ? exit.unreachable : error.code === 'config' ? exit.usage : exit.failed,
      text: `${message}\n${terms.remedy[language]}: ${remedy}`,
      data: { error: { code: error.code, message, remedy } },
    }
  }
  if (error instanceof Problem) {
    const message = error.explanation?.[language] ?? problemTable[error.kind].title[language]
    const fields = error.fields.map(({ field, message: words }) => ({ field, message: words[language] }))
    return {
      exit: exitOf[error.kind] ?? exit.failed,
      text: [message, ...fields.map((field) => `  ${field.field}: ${field.message}`)].join('\n'),
      data: { error: { code: error.kind, message, fields } },
    }
  }
  const code = (error as { code?: unknown } | null)?.code
  const message = error instanceof Error ? error.message : String(error)
  return {
    exit: typeof code === 'string' && unreachable.has(code) ? exit.unreachable : exit.failed,
    text: `${terms.fault[language]}\n${error instanceof Error ? error.stack : message}`,
    data: { error: { code: 'fault', message } },
  }
}
