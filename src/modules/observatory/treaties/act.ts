import { type Labels, labels } from '#platform/i18n'

/** What a state does towards a treaty. */
export const actKinds = [
  'signature',
  'ratification',
  'accession',
  'succession',
  'acceptance',
  'confirmation',
  'withdrawal',
  'declaration',
  'reservation',
  'objection',
] as const
export type ActKind = (typeof actKinds)[number]

/** Those by which a state is bound. */
export const binding: ReadonlySet<ActKind> = new Set<ActKind>([
  'ratification',
  'accession',
  'succession',
  'acceptance',
  'confirmation',
])

/** What a state did, as one source tells it. */
export interface TreatyAct {
  readonly treaty: string
  readonly polity: string
  readonly act: ActKind
  /** A day, a month or a year; empty where the source tells none. */
  readonly doneOn: string
  readonly article: string
  readonly text: string
  /** The row of the file; 0 where it has none. */
  readonly row: number
}

export const actLabels: Readonly<Record<ActKind, Labels>> = {
  signature: labels('Signature', 'Firma', 'Signatura'),
  ratification: labels('Ratification', 'Ratificación', 'Ratificació'),
  accession: labels('Accession', 'Adhesión', 'Adhesió'),
  succession: labels('Succession', 'Sucesión', 'Successió'),
  acceptance: labels('Acceptance or approval', 'Aceptación o aprobación', 'Acceptació o aprovació'),
  confirmation: labels('Formal confirmation', 'Confirmación oficial', 'Confirmació oficial'),
  withdrawal: labels('Withdrawal (denunciation)', 'Retiro (denuncia)', 'Retirada (denúncia)'),
  declaration: labels('Declaration', 'Declaración', 'Declaració'),
  reservation: labels('Reservation', 'Reserva', 'Reserva'),
  objection: labels('Objection', 'Objeción', 'Objecció'),
}
