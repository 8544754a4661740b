import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Fact, Limit, Mechanism, TextFact } from '#catalogue/mechanisms'
import { lookedUp } from './looked-up.ts'

/** What was found when a fact that is no time rule was looked up, as it is kept. */
export const factCheckShape = z.strictObject({
  ...lookedUp,
  /** `factDigest` of the fact as it read. */
  of: z.string(),
  /** What the page says instead, where it says something else. */
  text: z.string().trim().min(1).max(4_000).optional(),
  /** For a limit: the figure of the page. */
  max: z.int().min(1).max(1_000_000).optional(),
  /** For languages: the codes of the page. */
  codes: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(20)
    .optional(),
})
export type KeptFactCheck = z.infer<typeof factCheckShape>

/** The answer to what a compiler asked to verify, as it is kept. */
export const verifyShape = z.strictObject({
  ...lookedUp,
  /** The words of the question. */
  of: z.string(),
  found: z.string().trim().min(1).max(4_000),
})
export type KeptAnswer = z.infer<typeof verifyShape>

/** A fact of a mechanism that is no time rule, with the place by which it is known: `admissibility.2`, `channel`. */
export interface PlacedFact {
  readonly place: string
  readonly fact: Fact & {
    readonly text?: TextFact['text']
    readonly what?: Limit['what']
    readonly max?: Limit['max']
    readonly unit?: Limit['unit']
  }
  readonly codes?: readonly string[]
}

/** The places of a mechanism that hold one fact, and how it is read and replaced there. */
const single = {
  purpose: (one: Mechanism) => one.purpose,
  who: (one: Mechanism) => one.whoCanSubmit,
  consent: (one: Mechanism) => one.consent.rule,
  channel: (one: Mechanism) => one.channel.text,
  confidentiality: (one: Mechanism) => one.confidentiality,
  outcomes: (one: Mechanism) => one.outcomes.text,
} as const
const lists = ['legalBasis', 'admissibility', 'limits', 'afterSubmission', 'duplicationRules'] as const

/** Every fact of a mechanism that is no time rule, in the order in which they are read. */
export function factsOf(mechanism: Mechanism): readonly PlacedFact[] {
  const alone = Object.entries(single).map(([place, of]) => ({ place, fact: of(mechanism) }))
  const listed = lists.flatMap((list) =>
    mechanism[list].map((fact, index): PlacedFact => ({ place: `${list}.${index}`, fact })),
  )
  return [
    ...alone,
    { place: 'languages', fact: mechanism.languages, codes: mechanism.languages.codes },
    ...listed,
  ]
}

/** What a check was made of: the fact as it read. A new version of the catalogue that changes it ends the check. */
export const factDigest = ({ fact, codes }: PlacedFact): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        fact.text ?? null,
        fact.what ?? null,
        fact.max ?? null,
        fact.unit ?? null,
        codes ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 32)

/** The mechanism with an organisation's checks of its facts, by place; those of other facts are passed over. */
export function withFactChecks(mechanism: Mechanism, checks: ReadonlyMap<string, KeptFactCheck>): Mechanism {
  if (checks.size === 0) return mechanism
  const laid = <F extends Fact>(place: string, fact: F): F => {
    const check = checks.get(place)
    if (!check) return fact
    const { on, by, page, text, max, codes } = check
    return {
      ...fact,
      source: [page],
      confidence: 'high',
      provenance: 'found',
      ...(text !== undefined && 'text' in fact && { text }),
      ...(max !== undefined && 'max' in fact && { max }),
      ...(codes !== undefined && 'codes' in fact && { codes }),
      lookedUp: { on, by, page },
    }
  }
  const list = <F extends Fact>(name: string, facts: readonly F[]): readonly F[] =>
    facts.map((fact, index) => laid(`${name}.${index}`, fact))
  return {
    ...mechanism,
    purpose: laid('purpose', mechanism.purpose),
    whoCanSubmit: laid('who', mechanism.whoCanSubmit),
    consent: { ...mechanism.consent, rule: laid('consent', mechanism.consent.rule) },
    channel: { ...mechanism.channel, text: laid('channel', mechanism.channel.text) },
    confidentiality: laid('confidentiality', mechanism.confidentiality),
    outcomes: { ...mechanism.outcomes, text: laid('outcomes', mechanism.outcomes.text) },
    languages: laid('languages', mechanism.languages),
    legalBasis: list('legalBasis', mechanism.legalBasis),
    admissibility: list('admissibility', mechanism.admissibility),
    limits: list('limits', mechanism.limits),
    afterSubmission: list('afterSubmission', mechanism.afterSubmission),
    duplicationRules: list('duplicationRules', mechanism.duplicationRules),
  }
}
