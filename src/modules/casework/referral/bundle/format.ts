import { z } from 'zod'
import { isPlainPath } from './plain-zip.ts'
import { isPublicKey } from './signing.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const line = z.string().min(1).max(300)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const path = z.string().refine(isPlainPath)

/** `manifest.json`: who sends it to whom, and every other file by its hash. It is what is signed. */
export const manifestSchema = z.strictObject({
  format: z.literal('amparo-bundle'),
  version: z.literal(1),
  /** Of this bundle: what both sides call it by. */
  number: z.uuid(),
  made: day,
  sender: z.strictObject({ name: line, key: z.string().refine(isPublicKey) }),
  recipient: z.strictObject({ name: line, key: z.string().regex(/^age1[0-9a-z]{20,120}$/) }),
  files: z.array(z.strictObject({ path, size: z.int().nonnegative(), sha256: hash })).max(990),
})
export type Manifest = z.infer<typeof manifestSchema>

/** `terms.json`: on what terms it is given. */
export const termsSchema = z.strictObject({
  purpose: z.string().min(1).max(2_000),
  /** The last day on which the recipient may have it. */
  until: day,
  passOn: z.literal(false),
})
export type Terms = z.infer<typeof termsSchema>

const reference = z.strictObject({
  to: z.string().max(40),
  attributes: z.record(z.string(), z.unknown()).optional(),
})

/** `case.json`: the records, by names that mean something in this bundle alone. */
export const caseSchema = z.strictObject({
  format: z.literal('amparo-case'),
  version: z.literal(1),
  language: z.enum(['en', 'es', 'ca']),
  /** The sender's number of the case. */
  reference: z.string().max(60),
  fictitious: z.boolean(),
  /** Who agreed, by the id of their record, and to how much. */
  scope: z
    .array(
      z.strictObject({
        person: z.string().max(40),
        until: day.nullable(),
        classes: z.array(z.enum(['open', 'identity', 'health', 'location', 'legal'])),
        pictures: z.boolean(),
      }),
    )
    .max(500),
  records: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z_]+(-\d+)?$/)
          .max(40),
        type: z
          .string()
          .regex(/^[a-z_]+$/)
          .max(40),
        values: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1)
    .max(2_000),
  files: z.array(z.strictObject({ path, record: z.string().max(40), class: z.string().max(20) })).max(900),
})
export type BundledCase = z.infer<typeof caseSchema>
export type BundledRecord = BundledCase['records'][number]

/** Whether a value of a record in a bundle is a relation to another. */
export const isReference = (value: unknown): value is z.infer<typeof reference> =>
  reference.safeParse(value).success

/** JSON as it is written in a bundle. */
export const writeJson = (data: unknown): Buffer => Buffer.from(`${JSON.stringify(data, null, 2)}\n`)
