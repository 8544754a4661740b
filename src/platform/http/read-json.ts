import { z } from 'zod'
import { type FieldProblem, Problem } from '#platform/problem'

/**
 * The JSON body of a request, checked by `schema`. Throws `too_large`, `malformed`, or `invalid` naming the places
 * that do not fit.
 */
export async function readJson<Shape extends z.ZodType>(
  request: Request,
  schema: Shape,
  limit = 5_000_000,
): Promise<z.infer<Shape>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Problem('too_large')
  let text = ''
  let size = 0
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let parsed: unknown
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > limit) throw new Problem('too_large')
      text += decoder.decode(chunk, { stream: true })
    }
    parsed = JSON.parse(text + decoder.decode())
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('malformed', { cause: error })
  }
  const checked = schema.safeParse(parsed)
  if (checked.success) return checked.data
  const fields: readonly FieldProblem[] = checked.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: { en: issue.message, es: issue.message, ca: issue.message },
  }))
  throw new Problem('invalid', { fields })
}
