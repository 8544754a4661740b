import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** What was wrong with a form, by field, and what had been typed. */
export interface Refused {
  readonly errors: Readonly<Record<string, string>>
  readonly typed: (name: string) => string
}

/** What a person can mend, by looking at the same screen again. */
const mendable = ['invalid', 'conflict']

/** Runs what writes; what a person can mend gives the same screen again with what was typed and what is wrong. */
export async function attempt(
  visit: Visit,
  write: (tx: Tx) => Promise<Response>,
  again: (tx: Tx, refused: Refused) => Promise<Response>,
): Promise<Response> {
  try {
    return await visit.within(write)
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.includes(error.kind)) throw error
    const said = error.explanation?.[visit.language]
    const errors = Object.fromEntries(
      error.fields.map(({ field, message }) => [field, message[visit.language]]),
    )
    if (Object.keys(errors).length === 0 && said === undefined) throw error
    return visit.within((tx) =>
      again(tx, {
        errors: Object.keys(errors).length > 0 ? errors : { '': said ?? '' },
        typed: visit.form.get,
      }),
    )
  }
}

/** What was wrong, as the list before a form wants it; ids of controls are their names. */
export const errorList = (refused: Refused | null) =>
  Object.entries(refused?.errors ?? {}).map(([field, message]) => ({
    ...(field !== '' && { fieldId: field }),
    message,
  }))
