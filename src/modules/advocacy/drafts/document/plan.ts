import type { Section } from './sections.ts'

/** How the document of a mechanism is built: its parts in their order. */
export interface MechanismPlan {
  readonly mechanism: string
  readonly form: 'letter' | 'report'
  readonly sections: readonly Section[]
  /** Paragraphs and headings are numbered. */
  readonly numbered?: boolean
  /** Lines of the addressee; the body of the catalogue unless given. */
  readonly contents?: boolean
  /** Of a mechanism that has no plan of its own here. */
  readonly generic?: boolean
}

/** Identity function that types a plan. */
export const definePlan = (plan: MechanismPlan): MechanismPlan => plan
