import type { Visit } from '#platform/http'
import { Problem, type ProblemKind, problemTable } from '#platform/problem'
import type { Tx } from '#platform/records'

/** What was wrong with a form, and what had been typed. */
export interface Refused {
  /** In the person's language, by field; under the empty name what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>
  readonly typed: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly problem: Problem
}

/**
 * Runs what writes; a Problem of a kind that the person can mend gives the same screen again, with everything that was
 * typed, after what was begun has been rolled back. Any other error goes on as it is.
 */
export async function attempt(
  visit: Visit,
  write: (tx: Tx) => Promise<Response>,
  again: (tx: Tx, refused: Refused) => Response | Promise<Response>,
  mendable: readonly ProblemKind[] = ['invalid'],
): Promise<Response> {
  try {
    return await visit.within(write)
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.includes(error.kind)) throw error
    const { form, language } = visit
    const said = (error.explanation ?? problemTable[error.kind].title)[language]
    const byField = error.fields.map(({ field, message }) => [field, message[language]] as const)
    const errors = Object.fromEntries(byField.length > 0 ? byField : [['', said] as const])
    return visit.within(async (tx) => again(tx, { errors, typed: form.get, all: form.all, problem: error }))
  }
}

/** What was wrong, as the list before a form wants it; ids of controls are their names, after `prefix`. */
export const errorList = (
  refused: Pick<Refused, 'errors'> | null,
  prefix = '',
): readonly { readonly fieldId?: string; readonly message: string }[] =>
  Object.entries(refused?.errors ?? {}).map(([field, message]) => ({
    ...(field !== '' && { fieldId: `${prefix}${field}` }),
    message,
  }))
