import { labels } from '#platform/i18n'

/** The stages of a stay, in their order. */
export const stayStages = [
  'origin',
  'needs',
  'selection',
  'offer',
  'preparation',
  'staying',
  'return',
  'follow_up',
  'closed',
] as const
export type StayStage = (typeof stayStages)[number]

export const isStayStage = (value: unknown): value is StayStage => stayStages.includes(value as StayStage)

/** The stage of a stay: one that says none has only been proposed. */
export const stayStageOf = (value: unknown): StayStage => (isStayStage(value) ? value : 'origin')

export const stayStageLabels = {
  origin: labels('Proposal', 'Propuesta', 'Proposta'),
  needs: labels('Needs', 'Necesidades', 'Necessitats'),
  selection: labels('Selection', 'Selección', 'Selecció'),
  offer: labels('Offer', 'Ofrecimiento', 'Oferiment'),
  preparation: labels('Preparation', 'Preparación', 'Preparació'),
  staying: labels('The stay', 'Estadía', 'Estada'),
  return: labels('Return', 'Regreso', 'Retorn'),
  follow_up: labels('Follow-up', 'Seguimiento', 'Seguiment'),
  closed: labels('Closed', 'Cerrada', 'Tancada'),
} as const

/** How a stay ended. All but `completed` end it before its time, at whatever stage it is. */
export const outcomeLabels = {
  completed: labels('Completed', 'Concluida', 'Completada'),
  not_selected: labels('Not selected', 'No seleccionada', 'No seleccionada'),
  declined: labels(
    'Offer declined; it does not count against anyone',
    'Ofrecimiento no aceptado; no perjudica a nadie',
    'Oferiment no acceptat; no perjudica ningú',
  ),
  withdrawn: labels('Withdrawn by the guest', 'Desistió la persona', 'La persona hi va renunciar'),
  interrupted: labels('Interrupted', 'Interrumpida', 'Interrompuda'),
  elsewhere: labels('Received elsewhere', 'Recibida en otra parte', 'Acollida en un altre lloc'),
} as const
export type Outcome = keyof typeof outcomeLabels

export const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'string' && Object.hasOwn(outcomeLabels, value)

/** The stages in which somebody is, or will be, in a place of ours. */
export const livingStages: readonly StayStage[] = ['preparation', 'staying', 'return']
