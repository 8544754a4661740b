import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** What was wrong with a form, by field, and what had been typed. */
export interface Refused {
  readonly errors: Readonly<Record<string, string>>
  readonly typed: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

/** Runs what writes; what a person can mend gives the same screen again with everything that was typed. */
export async function attempt(
  visit: Visit,
  write: (tx: Tx) => Promise<Response>,
  again: (tx: Tx, refused: Refused) => Promise<Response>,
): Promise<Response> {
  try {
    return await visit.within(write)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    const errors = Object.fromEntries(
      error.fields.map(({ field, message }) => [field, message[visit.language]]),
    )
    return visit.within((tx) => again(tx, { errors, typed: visit.form.get, all: visit.form.all }))
  }
}

/** What was wrong, as the list before a form wants it; ids of controls are their names, after `prefix`. */
export const errorList = (refused: Refused | null, prefix = '') =>
  Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ fieldId: `${prefix}${field}`, message }))
