import { z } from 'zod'
import { type FieldProblem, Problem } from '#platform/problem'
import { fieldTypeNames, periodUnits, retentionEnds, valueClasses } from '../definition.ts'
import { ruleWords } from './rule-words.ts'

const word = (most: number) => z.string().trim().max(most)

/** Words in the three languages; which of them are needed is the organisation's matter, see `field-rules.ts`. */
const labels = (most = 200) =>
  z.strictObject({
    en: word(most).default(''),
    es: word(most).default(''),
    ca: word(most).default(''),
  })

const flag = z.boolean().optional()

const optionShape = z.strictObject({ code: word(60), label: labels() })

const attributeShape = z.strictObject({
  name: word(60),
  type: z.enum(fieldTypeNames),
  label: labels(),
  hint: labels(1_000).optional(),
  required: flag,
  multiple: flag,
  class: z.enum(valueClasses).optional(),
  options: z.array(optionShape).max(1_000).optional(),
  vocabulary: word(60).optional(),
  targets: z.array(word(60)).max(100).optional(),
  inverse: labels().optional(),
  section: word(60).optional(),
  facet: flag,
  sortable: flag,
  listed: flag,
  exact: flag,
})

/** A field as it may arrive; relations may carry attributes, which carry none themselves. */
export const fieldShape = attributeShape.extend({ attributes: z.array(attributeShape).max(50).optional() })

const sectionShape = z.strictObject({ name: word(60), label: labels() })

const fieldNames = z.array(word(60)).max(20)

/** The rules of keeping of a type as they may arrive. */
export const retentionShape = z
  .array(
    z.strictObject({
      name: word(60),
      when: z.strictObject({ field: word(60), is: z.array(word(200)).min(1).max(100) }).optional(),
      after: z.union([
        z.strictObject({ event: z.enum(['activity', 'created']) }),
        z.strictObject({ event: z.literal('field'), field: word(60) }),
      ]),
      period: z.strictObject({ count: z.number().int().min(1).max(36_500), unit: z.enum(periodUnits) }),
      end: z.enum(retentionEnds),
      why: labels(1_000),
      basis: labels(1_000).optional(),
    }),
  )
  .max(20)

/** A record type as it may arrive. */
export const typeShape = z.strictObject({
  name: word(60),
  label: labels(),
  plural: labels(),
  title: fieldNames,
  description: labels(1_000).optional(),
  sections: z.array(sectionShape).max(50).optional(),
  fields: z.array(fieldShape).max(500),
  timeline: word(60).optional(),
  map: word(60).optional(),
  retention: retentionShape.optional(),
})

/** What may be changed of a type of the organisation's own. */
export const typeChangeShape = typeShape
  .pick({ label: true, plural: true, title: true })
  .partial()
  .extend({
    description: labels(1_000).nullable().optional(),
    timeline: word(60).nullable().optional(),
    map: word(60).nullable().optional(),
  })

/** A heading of a form. */
export const newSectionShape = sectionShape

/** What may be changed of a field. Never its name, type, class or number of values: those are what is stored. */
export const fieldChangeShape = z.strictObject({
  label: labels().optional(),
  hint: labels(1_000).nullable().optional(),
  inverse: labels().optional(),
  required: flag,
  facet: flag,
  sortable: flag,
  listed: flag,
  section: word(60).nullable().optional(),
  options: z.array(optionShape).max(1_000).optional(),
})

/** A label in any language (BCP 47 primary subtags): an imported thesaurus keeps those that the screens do not use. */
const termLabels = (most: number) =>
  z.record(z.string().regex(/^[a-z]{2,3}$/), word(most)).transform(
    // An empty word is no word: the next language then stands in.
    (given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
  )

/** A term as it may arrive. */
export const termShape = z.strictObject({
  code: word(200),
  parent: word(200).optional(),
  label: termLabels(500),
  note: termLabels(10_000).optional(),
  retired: flag,
})

/** What may be changed of a term: never its code, which is what records hold. */
export const termChangeShape = z.strictObject({
  parent: word(200).nullable().optional(),
  label: termLabels(500).optional(),
  note: termLabels(10_000).optional(),
  retired: flag,
})

/** A vocabulary as it may arrive. */
export const vocabularyShape = z.strictObject({
  name: word(60),
  label: termLabels(500),
  source: word(1_000).optional(),
})

/** Checks the shape alone. Optional keys that are not given are not there. */
export function readShape<Output>(
  shape: z.ZodType<Output>,
  given: unknown,
): { readonly value: Output } | { readonly problems: readonly FieldProblem[] } {
  const read = shape.safeParse(given)
  if (read.success) return { value: read.data }
  const problems = read.error.issues.flatMap((issue): FieldProblem[] => {
    const at = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: at ? `${at}.${key}` : key, message: ruleWords.shape }))
    const message =
      issue.code === 'too_big'
        ? ruleWords.too_long
        : issue.code === 'invalid_type' && issue.input === undefined
          ? ruleWords.missing
          : ruleWords.shape
    return [{ field: at, message }]
  })
  return { problems }
}

/**
 * As `readShape`, throwing the Problem that names every key at fault. Zod writes `undefined` into the types of optional
 * keys that the values do not have; the caller names the type that they do have.
 */
export function readDefinition<Definition>(shape: z.ZodType<unknown>, given: unknown): Definition {
  const read = readShape(shape, given)
  if ('problems' in read) throw new Problem('invalid', { fields: read.problems })
  return read.value as Definition
}
