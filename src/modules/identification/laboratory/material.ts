import type { Labels } from '#platform/i18n'
import type { Member } from '#kernels/kinship'

/** What a laboratory's file says of one sample. Alleles are as the file has them but for trimming; loci have our names. */
export interface SampleProfile {
  readonly sample: string
  readonly category: string | null
  readonly kit: string | null
  /** Line of the file that it begins on (in XML and .fam the first of its own), from 1. */
  readonly line: number
  /** By locus: one or two alleles; a homozygote may be written once or twice. More are kept, and found by `checkProfiles`. */
  readonly genotype: Readonly<Record<string, readonly string[]>>
}

/** A table of frequencies that came with a file, not yet checked (`checkFrequencies`). */
export type Frequencies = Readonly<Record<string, Readonly<Record<string, number>>>>

/** All that was read of a file. What its format cannot say is empty. */
export interface LaboratoryMaterial {
  readonly profiles: readonly SampleProfile[]
  readonly pedigree: readonly Member[]
  readonly frequencies: Frequencies
  readonly findings: readonly Finding[]
}

/** Something that a person should look at. A `refused` part of the file was not taken; a `flagged` one was. */
export interface Finding {
  readonly severity: 'refused' | 'flagged'
  readonly code: FindingCode
  readonly line: number | null
  readonly person: string | null
  readonly locus: string | null
  /** What the file has there. */
  readonly value: string | null
  readonly say: Labels
}

export type FindingCode =
  | 'bad-line'
  | 'unknown-locus'
  | 'bad-allele'
  | 'allele-renamed'
  | 'too-many-alleles'
  | 'locus-twice'
  | 'sample-twice'
  | 'same-profile'
  | 'sex-conflict'
  | 'own-ancestor'
  | 'pedigree'
  | 'not-a-distribution'
  | 'jump'
  | 'allele-lacking'
  | 'not-read'

/** A finding, its words put together. */
export function finding(
  severity: Finding['severity'],
  code: FindingCode,
  at: {
    readonly line?: number | null
    readonly person?: string | null
    readonly locus?: string | null
    readonly value?: string | null
  },
  say: Labels,
): Finding {
  return {
    severity,
    code,
    line: at.line ?? null,
    person: at.person ?? null,
    locus: at.locus ?? null,
    value: at.value ?? null,
    say,
  }
}
