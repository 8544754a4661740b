/** Why material is refused: for a program to act on, the person and locus to look at, and what mends it. */
export type RefusalCode =
  | 'unknown-allele'
  | 'too-many-alleles'
  | 'unknown-parent'
  | 'parent-sex'
  | 'own-ancestor'
  | 'person-twice'
  | 'person-unknown'
  | 'sex-conflict'
  | 'no-frequencies'
  | 'not-a-distribution'
  | 'bad-parameter'

/** Input that cannot be computed with. The message is English; screens write their own from `code`, `person` and `locus`. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly person: string | undefined
  readonly locus: string | undefined
  readonly remedy: string

  constructor(
    code: RefusalCode,
    message: string,
    remedy: string,
    at: { person?: string; locus?: string } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.remedy = remedy
    this.person = at.person
    this.locus = at.locus
  }
}
