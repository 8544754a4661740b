import type { Confidence, Fact, Names, Provenance, TextFact } from './fact.ts'
import type { Rule } from './rule.ts'

/** A condition of admission. `check` is a sketch in words; real predicates are the business of advocacy. */
export interface Admissibility extends TextFact {
  readonly blocking: boolean
  readonly check?: string
}

export interface Limit extends Fact {
  readonly what: string
  /** Null: a limit may exist and is not known. Text where one figure does not say it (`3300/6600`). */
  readonly max: number | string | null
  readonly unit: string | null
  readonly excludes?: readonly string[]
  readonly committee?: string
  readonly languages?: Languages
  readonly note?: string
}

export interface Languages extends Fact {
  readonly codes: readonly string[]
  readonly note?: string
}

export type ConsentLevel =
  | 'required'
  | 'required-or-justify'
  | 'required-if-named'
  | 'recommended'
  | 'not-required'
  | 'not-applicable'

/** A procedure that a case can be taken to: its law, its form, its terms, each fact with source and confidence. */
export interface Mechanism {
  readonly id: string
  readonly system: string
  readonly kind: string
  readonly urgency: 'ordinary' | 'urgent' | 'both' | 'periodic'
  readonly subject: readonly string[]
  readonly phase: 'core' | 'extended'
  readonly name: Required<Names>
  readonly body: Names
  /** For the profiles of one mandate: its id in `specialProcedures`. */
  readonly mandateId?: string
  readonly legalBasis: readonly TextFact[]
  readonly purpose: TextFact
  readonly whoCanSubmit: TextFact
  readonly admissibility: readonly Admissibility[]
  /** Ids of `fields`. */
  readonly fields: {
    readonly required: readonly string[]
    readonly recommended: readonly string[]
    readonly conditional: readonly { readonly field: string; readonly when: string }[]
  }
  readonly consent: { readonly level: ConsentLevel; readonly rule: TextFact }
  readonly limits: readonly Limit[]
  readonly languages: Languages
  readonly timeLimits: readonly Rule[]
  readonly channel: {
    readonly kinds: readonly string[]
    readonly text: TextFact
    readonly addressFound?: unknown
  }
  readonly confidentiality: TextFact
  readonly afterSubmission: readonly TextFact[]
  readonly outcomes: { readonly recordAs: readonly string[]; readonly text: TextFact }
  readonly duplicationRules: readonly TextFact[]
  /** Ids of mechanisms. */
  readonly related: readonly string[]
  readonly source: readonly string[]
  readonly confidence: Confidence
  readonly provenance: Provenance
  /** What to look up before relying on it, in words. */
  readonly verify: readonly string[]
  readonly asOf: string
}

/** A field of a case or a submission, as the forms of the mechanisms ask for it. */
export interface Field {
  readonly id: string
  readonly group: string
  readonly type: string
  readonly sensitivity: 'low' | 'personal' | 'sensitive'
  readonly label: Required<Names>
}
