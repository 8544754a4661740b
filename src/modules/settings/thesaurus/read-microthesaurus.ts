import { z } from 'zod'
import type { Term } from '#platform/records'
import { type Thesaurus, technicalName } from './thesaurus.ts'
import { refuse } from './thesaurus-words.ts'

/**
 * The JSON of a microthesaurus: `{key, label: {en, …}, terms: [{code, parent, en, es, …}]}`. Any key of two or three
 * letters of a term is a label in that language.
 */
const shape = z.object({
  key: z.string().max(200),
  label: z.record(z.string(), z.string()),
  source: z
    .object({ repo: z.string().optional(), content: z.string().optional(), license: z.string().optional() })
    .optional(),
  terms: z.array(z.looseObject({ code: z.string(), parent: z.string().nullable().optional() })),
})

/** Whether JSON may be a microthesaurus. */
export const looksLikeMicrothesaurus = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'terms' in value && Array.isArray(value.terms)

/** A microthesaurus with all its levels, codes and languages. */
export function readMicrothesaurus(value: unknown): Thesaurus {
  const read = shape.safeParse(value)
  if (!read.success) throw refuse('unknown', read.error)
  const { key, label, source, terms } = read.data
  const credit = [source?.repo, source?.license].filter(Boolean).join('. ')
  return {
    format: 'microthesaurus',
    name: technicalName(key) || 'thesaurus',
    label: wordsOf(label),
    ...(credit !== '' && { source: credit.slice(0, 1_000) }),
    terms: terms.map(
      ({ code, parent, ...rest }): Term => ({
        code,
        ...(typeof parent === 'string' && parent !== '' && { parent }),
        label: wordsOf(rest),
      }),
    ),
    left: { otherParents: 0, synonyms: 0 },
  }
}

const wordsOf = (held: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(held).flatMap(([language, text]) =>
      /^[a-z]{2,3}$/.test(language) && typeof text === 'string' && text.trim() !== ''
        ? [[language, text.trim()] as const]
        : [],
    ),
  )
