import { type Labels, labels } from '#platform/i18n'

/** How it is signed. */
export const petitionKindLabels = {
  public: labels('Public petition', 'Petición pública', 'Petició pública'),
  sign_on: labels(
    'Letter for invited signatories',
    'Carta con adhesiones por invitación',
    'Carta amb adhesions per invitació',
  ),
} as const satisfies Readonly<Record<string, Labels>>
export type PetitionKind = keyof typeof petitionKindLabels

/** What came of an ask. */
export const responseLabels = {
  none: labels('No answer', 'Sin respuesta', 'Sense resposta'),
  acknowledged: labels('Acknowledged', 'Acusó recibo', 'Ha acusat recepció'),
  answered: labels('Answered', 'Respondió', 'Ha respost'),
  acted: labels('Acted', 'Actuó', 'Ha actuat'),
  refused: labels('Refused', 'Se negó', "S'hi ha negat"),
} as const satisfies Readonly<Record<string, Labels>>
export type ResponseKind = keyof typeof responseLabels

export const isResponse = (code: unknown): code is ResponseKind =>
  typeof code === 'string' && code in responseLabels

/** Labels by code as the options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))
