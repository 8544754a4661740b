import { type Labels, labels } from '#platform/i18n'

/** Before whom: each with the procedure whose rules say until when one may ask to be heard or send something. */
export const agendaBodies = {
  upr: {
    label: labels('Universal Periodic Review', 'Examen Periódico Universal', 'Examen Periòdic Universal'),
    mechanism: 'un-upr-stakeholder',
    anchor: 'upr.sessionStart',
    zone: 'Europe/Zurich',
  },
  hrc: {
    label: labels('Human Rights Council', 'Consejo de Derechos Humanos', 'Consell de Drets Humans'),
    mechanism: 'un-hrc-ngo-statement',
    anchor: 'session.startDate',
    zone: 'Europe/Zurich',
  },
  treaty: {
    label: labels('Treaty body', 'Órgano de tratado', 'Òrgan de tractat'),
    mechanism: 'un-tb-alternative-report',
    anchor: 'session.startDate',
    zone: 'Europe/Zurich',
  },
  iachr: {
    label: labels('Inter-American Commission', 'Comisión Interamericana', 'Comissió Interamericana'),
    mechanism: 'ia-hearing',
    anchor: 'session.startDate',
    zone: 'America/New_York',
  },
  oas: {
    label: labels(
      'Organization of American States',
      'Organización de los Estados Americanos',
      'Organització dels Estats Americans',
    ),
    mechanism: null,
    anchor: null,
    zone: 'America/New_York',
  },
  raadh: {
    label: labels('MERCOSUR: RAADH', 'MERCOSUR: RAADH', 'MERCOSUR: RAADH'),
    mechanism: 'mercosur-raadh',
    anchor: 'session.startDate',
    zone: null,
  },
  court: {
    label: labels('Court', 'Tribunal', 'Tribunal'),
    mechanism: null,
    anchor: null,
    zone: null,
  },
  other: { label: labels('Other', 'Otro', 'Altre'), mechanism: null, anchor: null, zone: null },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly label: Labels
      readonly mechanism: string | null
      readonly anchor: string | null
      readonly zone: string | null
    }
  >
>

export type AgendaBody = keyof typeof agendaBodies

export const isAgendaBody = (code: unknown): code is AgendaBody =>
  typeof code === 'string' && Object.hasOwn(agendaBodies, code)

export const itemKindLabels = {
  submission: labels('Our submission', 'Presentación nuestra', 'Presentació nostra'),
  hearing: labels('Hearing', 'Audiencia', 'Audiència'),
  statement: labels('Statement', 'Intervención', 'Intervenció'),
  side_event: labels('Side event', 'Evento paralelo', 'Acte paral·lel'),
  meeting: labels('Meeting', 'Reunión', 'Reunió'),
  vote: labels('Vote', 'Votación', 'Votació'),
  other: labels('Other', 'Otro', 'Altre'),
} as const satisfies Readonly<Record<string, Labels>>

/** Labels as options of a choice. */
export const optionsOf = (given: Readonly<Record<string, Labels>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))
