import { type Labels, labels } from '#platform/i18n'

/** What comes in. */
export const kindLabels = {
  communication: labels('Communication', 'Comunicación', 'Comunicació'),
  urgent_action: labels('Urgent action', 'Acción urgente', 'Acció urgent'),
  petition: labels('Petition', 'Petición', 'Petició'),
  questionnaire: labels('Questionnaire', 'Cuestionario', 'Qüestionari'),
  measures: labels('Request for measures', 'Solicitud de medidas', 'Sol·licitud de mesures'),
  other: labels('Other', 'Otro', 'Altre'),
} as const satisfies Readonly<Record<string, Labels>>

export const receivedStates = ['received', 'drafted', 'cleared', 'sent', 'closed'] as const
/** Where it stands: each is reached by an action, never typed. */
export type ReceivedState = (typeof receivedStates)[number]

export const stateLabels: Readonly<Record<ReceivedState, Labels>> = {
  received: labels('Received', 'Recibida', 'Rebuda'),
  drafted: labels('Reply drafted', 'Respuesta redactada', 'Resposta redactada'),
  cleared: labels('Reply cleared', 'Respuesta aprobada', 'Resposta aprovada'),
  sent: labels('Reply sent', 'Respuesta enviada', 'Resposta enviada'),
  closed: labels('Closed without reply', 'Cerrada sin respuesta', 'Tancada sense resposta'),
}

/** Nothing is waited for any more. */
export const isOver = (state: ReceivedState): boolean => state === 'sent' || state === 'closed'

/** The state of a record; one that nobody acted on was received. */
export const stateOf = (value: unknown): ReceivedState =>
  receivedStates.find((one) => one === value) ?? 'received'

export const channelLabels = {
  note_verbale: labels('Note verbale', 'Nota verbal', 'Nota verbal'),
  mission: labels('Permanent mission', 'Misión permanente', 'Missió permanent'),
  portal: labels('Portal', 'Portal', 'Portal'),
  mail: labels('E-mail', 'Correo electrónico', 'Correu electrònic'),
  paper: labels('On paper', 'En papel', 'En paper'),
  hearing: labels('At a hearing', 'En audiencia', 'En audiència'),
} as const satisfies Readonly<Record<string, Labels>>

export const consultationLabels = {
  awaited: labels('Awaited', 'Pendiente', 'Pendent'),
  answered: labels('Answered', 'Respondió', 'Ha respost'),
  partial: labels('Answered in part', 'Respondió en parte', 'Ha respost en part'),
  none: labels('No answer will come', 'No responderá', 'No respondrà'),
} as const satisfies Readonly<Record<string, Labels>>

/** Labels as options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))
