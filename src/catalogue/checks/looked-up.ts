import { z } from 'zod'
import { isCivilDay } from '#platform/deadlines'
import { labels } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'

export const civilDay = z.string().refine(isCivilDay)

/** What every check says: on which day, by whom, at which page. */
export const lookedUp = {
  on: civilDay,
  by: z.string().min(1).max(200),
  page: z.string().min(1).max(1_000),
}

/** What is wrong with a check, and how to mend it. */
export const checkProblems = {
  needed: labels('This is needed.', 'Hace falta.', 'Cal omplir-ho.'),
  wrong: labels('This cannot be read as it stands.', 'Así no se puede leer.', 'Així no es pot llegir.'),
  day: labels(
    'A whole day is needed, such as 2026-11-30.',
    'Hace falta un día completo, por ejemplo 2026-11-30.',
    'Cal un dia complet, per exemple 2026-11-30.',
  ),
  future: labels(
    'The day on which it was looked up has not come yet.',
    'El día de la verificación todavía no llegó.',
    'El dia de la comprovació encara no ha arribat.',
  ),
  figure: labels(
    'Write the figure that the page gives: without it there is no date.',
    'Escriba la cifra que da la página: sin ella no hay fecha.',
    'Escriviu la xifra que dona la pàgina: sense ella no hi ha data.',
  ),
  direction: labels(
    'Say whether it counts before or after the event.',
    'Diga si se cuenta antes o después del hecho.',
    'Digueu si es compta abans o després del fet.',
  ),
} as const

/** Throws Problem `invalid` on one field. */
export function refuse(field: string, message: FieldProblem['message']): never {
  throw new Problem('invalid', { fields: [{ field, message }] })
}

/** The text given, trimmed; refused where there is none. */
export function needed(field: string, text: string): string {
  const said = text.trim()
  return said === '' ? refuse(field, checkProblems.needed) : said
}

/** Day, person and page of a check as they were typed, each refused by name. A day that is tomorrow here may be today elsewhere. */
export function readLookedUp(given: { readonly on: string; readonly by: string; readonly page: string }): {
  readonly on: string
  readonly by: string
  readonly page: string
} {
  const on = given.on.trim()
  if (!isCivilDay(on)) refuse('on', checkProblems.day)
  if (on > new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)) refuse('on', checkProblems.future)
  return { on, by: needed('by', given.by), page: needed('page', given.page) }
}

/** Reads what was given in a shape; what is wrong is named by field, in words; what is wrong with the whole, at `whole`. */
export function readShape<Shape extends z.ZodType>(
  shape: Shape,
  given: unknown,
  whole = 'on',
): z.infer<Shape> {
  const found = shape.safeParse(given)
  if (found.success) return found.data
  const fields = [...new Set(found.error.issues.map(({ path }) => path.join('.') || whole))]
  throw new Problem('invalid', {
    fields: fields.map((field) => ({ field, message: checkProblems.wrong })),
  })
}
