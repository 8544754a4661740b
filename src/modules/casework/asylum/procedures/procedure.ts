import {
  type Names,
  type Rule,
  type Step,
  catalogue,
  isRuleChecked,
  mechanismOf,
  stepsOf,
} from '#catalogue/mechanisms'
import { dayAt, isZone } from '#platform/deadlines'
import type { Language } from '#platform/i18n'
import type { PlaceOfRequest } from '../options.ts'

/** A procedure of asylum: its steps and the rules by which its dates are counted. Shipped, or an organisation's own. */
export interface Procedure {
  readonly id: string
  readonly own: boolean
  /** Of the catalogue, or the number of the organisation's own version. */
  readonly version: string
  /** ISO 3166, also that of the calendar of its working days. */
  readonly country: string
  /** Where its days begin and end; null where it is not known. */
  readonly zone: string | null
  readonly name: Names
  readonly body: Names
  readonly law: readonly string[]
  readonly steps: readonly ProcedureStep[]
  readonly rules: readonly Rule[]
  /** Rules that hold only for a request made there. */
  readonly only: Readonly<Record<string, PlaceOfRequest>>
  readonly papers: readonly string[]
  /** What is to be looked up before one relies on it, in words. */
  readonly verify: readonly string[]
}

export type ProcedureStep = Pick<Step, 'id' | 'sets' | 'clocks' | 'text'>

const usualPapers = [
  'identity',
  'entry',
  'request_form',
  'statement',
  'persecution',
  'country_report',
  'photographs',
]

/** What of the catalogue's mechanism is known of it as a procedure, beyond its rules. */
const shipped: Readonly<Record<string, Pick<Procedure, 'country' | 'zone' | 'only'>>> = {
  'ar-conare-asylum': {
    country: 'AR',
    zone: 'America/Argentina/Buenos_Aires',
    // In the words of its rule: ten days of the request; 72 hours for requests at the border.
    only: { 'conare-border': 'border', 'conare-viability': 'territory' },
  },
}

/** A procedure of the catalogue as it is shipped; null where there is none of that id. */
export function shippedProcedure(id: string): Procedure | null {
  const mechanism = mechanismOf(id)
  const more = shipped[id]
  if (!mechanism || !more) return null
  return {
    id,
    own: false,
    version: catalogue.version,
    ...more,
    name: mechanism.name,
    body: mechanism.body,
    law: mechanism.legalBasis.map(({ text }) => text),
    steps: stepsOf(id),
    rules: mechanism.timeLimits,
    papers: usualPapers,
    verify: mechanism.verify,
  }
}

/** The words of a procedure in a language, or in the one that it has. */
export const nameOf = (names: Names, language: Language): string =>
  names[language] || names.en || names.es || names.ca || names.fr || ''

/** The day that it is where the procedure is. */
export const dayOf = (procedure: Pick<Procedure, 'zone'>, now: Date): string =>
  dayAt(now.getTime(), procedure.zone !== null && isZone(procedure.zone) ? procedure.zone : 'UTC')

/** Whether a figure is known and a document, or the organisation's own check, stands behind it. */
export const isVerified = (rule: Rule): boolean =>
  isRuleChecked(rule) && (rule.amount !== null || /^\d\d-\d\d$/.test(rule.unit))
