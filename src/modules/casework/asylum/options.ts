import { anchors } from '#catalogue/mechanisms'
import { type Labels, labels } from '#platform/i18n'

/** Labels by code as the options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

export const stateLabels = {
  preparing: labels('Being prepared', 'En preparación', 'En preparació'),
  pending: labels('Pending', 'En trámite', 'En tràmit'),
  recognised: labels('Recognised', 'Reconocida', 'Reconeguda'),
  rejected: labels('Rejected', 'Denegada', 'Denegada'),
  withdrawn: labels('Withdrawn by the person', 'Desistida por la persona', 'Retirada per la persona'),
  closed: labels('Closed', 'Cerrada', 'Tancada'),
} as const

/** States in which nothing is waited for any more. */
export const overStates: readonly string[] = ['withdrawn', 'closed']

export const placeLabels = {
  territory: labels('In the territory', 'En el territorio', 'Al territori'),
  border: labels('At the border', 'En la frontera', 'A la frontera'),
} as const
export type PlaceOfRequest = keyof typeof placeLabels

export const certificateLabels = {
  provisional: labels('Provisional residence', 'Residencia precaria', 'Residència provisional'),
  residence: labels('Residence', 'Residencia', 'Residència'),
  identity: labels('Identity document', 'Documento de identidad', "Document d'identitat"),
  travel: labels('Travel document', 'Documento de viaje', 'Document de viatge'),
  work: labels('Permission to work', 'Permiso de trabajo', 'Permís de treball'),
  other: labels('Other certificate', 'Otro certificado', 'Un altre certificat'),
} as const

export const decisionLabels = {
  viable: labels('Admitted to examination', 'Declarada viable', 'Admesa a tràmit'),
  in_limine: labels('Rejected in limine', 'Rechazada in limine', 'Rebutjada in limine'),
  recognised: labels('Recognised', 'Reconocida', 'Reconeguda'),
  rejected: labels('Rejected', 'Denegada', 'Denegada'),
  ceased: labels('Cessation', 'Cesación', 'Cessació'),
  other: labels('Other decision', 'Otra decisión', 'Una altra decisió'),
} as const

/** Decisions from whose notification one appeals; of `other` nothing is known, so it counts as one. */
export const appealable: readonly string[] = ['in_limine', 'rejected', 'ceased', 'other']

export const meansLabels = {
  in_person: labels('In person', 'En persona', 'En persona'),
  post: labels('By post', 'Por correo postal', 'Per correu postal'),
  electronic: labels(
    'Electronic notice or mail',
    'Notificación electrónica o correo',
    'Notificació electrònica o correu',
  ),
  counsel: labels('Through counsel', 'A través de la defensa', 'Mitjançant la defensa'),
  published: labels('Published', 'Por edicto', 'Per edicte'),
  other: labels('By other means', 'Por otro medio', 'Per un altre mitjà'),
} as const

export const paperStateLabels = {
  wanted: labels('To be got', 'Por conseguir', 'Per aconseguir'),
  asked: labels('Asked for', 'Pedido', 'Demanat'),
  got: labels('Got', 'Conseguido', 'Aconseguit'),
  impossible: labels('Cannot be got', 'No se puede conseguir', 'No es pot aconseguir'),
  not_needed: labels('Not needed', 'No hace falta', 'No cal'),
} as const

export const translationLabels = {
  not_needed: labels('Not needed', 'No hace falta', 'No cal'),
  needed: labels('To be translated', 'Por traducir', 'Per traduir'),
  translated: labels('Translated', 'Traducido', 'Traduït'),
  sworn: labels('Sworn translation', 'Traducción pública', 'Traducció jurada'),
} as const

export const outcomeLabels = {
  pending: labels('Pending', 'En trámite', 'En tràmit'),
  upheld: labels('Upheld', 'Hecho lugar', 'Estimat'),
  dismissed: labels('Dismissed', 'Rechazado', 'Desestimat'),
  withdrawn: labels('Withdrawn', 'Desistido', 'Retirat'),
} as const

/** The events from which a term of such a procedure may be counted. */
export const eventAnchors = [
  'submission.receivedDate',
  'certificate.issueDate',
  'interview.date',
  'report.date',
  'decision.date',
  'decision.notificationDate',
  'hearing.date',
  'communication.receivedDate',
  'request.date',
] as const
export type EventAnchor = (typeof eventAnchors)[number]

/** Those events as the options of a choice. */
export const anchorOptions = () =>
  eventAnchors.flatMap((code) => {
    const label = anchors[code]
    return label ? [{ code, label }] : []
  })
