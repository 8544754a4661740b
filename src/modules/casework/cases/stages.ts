import { labels } from '#platform/i18n'

/** The stages of a case, in their order. */
export const stages = ['intake', 'triage', 'verification', 'plan', 'actions', 'follow_up', 'closed'] as const
export type Stage = (typeof stages)[number]

export const isStage = (value: unknown): value is Stage => stages.includes(value as Stage)

/** The stage of a case: one that says none has only come in. */
export const stageOf = (value: unknown): Stage => (isStage(value) ? value : 'intake')

/** What is done on what has been found true: not before verification, or with the reason for going on without. */
export const verifiedStages: readonly Stage[] = ['plan', 'actions', 'follow_up']

export const stageLabels = {
  intake: labels('Intake', 'Recepción', 'Recepció'),
  triage: labels('Triage', 'Evaluación inicial', 'Avaluació inicial'),
  verification: labels('Verification', 'Verificación', 'Verificació'),
  plan: labels('Plan', 'Plan', 'Pla'),
  actions: labels('Actions', 'Acciones', 'Accions'),
  follow_up: labels('Follow-up', 'Seguimiento', 'Seguiment'),
  closed: labels('Closed', 'Cerrado', 'Tancat'),
} as const
