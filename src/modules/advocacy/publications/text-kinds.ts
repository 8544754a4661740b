import { documentTypes } from '#catalogue/mechanisms'
import { type Labels, labels } from '#platform/i18n'

interface KindOfText {
  readonly label: Labels
  /** The catalogue's entry with our advice. */
  readonly advice: string
  /** Its usual parts, in their order. */
  readonly parts: Labels
}

/** Kinds of text that an organisation puts out. */
export const textKinds = {
  press_release: {
    label: labels('Press release', 'Comunicado de prensa', 'Comunicat de premsa'),
    advice: 'press-release',
    parts: labels(
      'headline, place and date, who did what when where and why, two quotations at most, background, demands, contacts',
      'título, lugar y fecha, quién hizo qué, cuándo, dónde y por qué, dos citas como máximo, antecedentes, reclamos, contactos',
      'titular, lloc i data, qui va fer què, quan, on i per què, dues cites com a màxim, antecedents, reclamacions, contactes',
    ),
  },
  opinion: {
    label: labels('Opinion column', 'Columna de opinión', 'Columna d’opinió'),
    advice: 'op-ed',
    parts: labels(
      'title, what is in the news, argument, evidence from cases that agreed, call, line about the author',
      'título, lo que está en las noticias, argumento, pruebas de casos con consentimiento, llamado, línea sobre quien escribe',
      'títol, el que és notícia, argument, proves de casos amb consentiment, crida, línia sobre qui escriu',
    ),
  },
  urgent_bulletin: {
    label: labels('Urgent bulletin', 'Boletín urgente', 'Butlletí urgent'),
    advice: 'urgent-bulletin',
    parts: labels(
      'the case in a box, facts, demands, addresses of authorities, model letter, last day, what not to mention',
      'el caso en un recuadro, hechos, reclamos, direcciones de autoridades, carta modelo, último día, qué no mencionar',
      'el cas en un requadre, fets, reclamacions, adreces d’autoritats, carta model, darrer dia, què no esmentar',
    ),
  },
  open_letter: {
    label: labels('Open letter', 'Carta abierta', 'Carta oberta'),
    advice: 'open-letter',
    parts: labels(
      'addressee and title, facts, law, demands, signatories, day by which an answer is asked',
      'destinatario y título, hechos, derecho, reclamos, firmas, día para el que se pide respuesta',
      'destinatari i títol, fets, dret, reclamacions, signatures, dia per al qual es demana resposta',
    ),
  },
  statement: {
    label: labels('Statement', 'Declaración', 'Declaració'),
    advice: 'oral-statement',
    parts: labels(
      'point, evidence, question or call',
      'punto, pruebas, pregunta o llamado',
      'punt, proves, pregunta o crida',
    ),
  },
  report: {
    label: labels('Report', 'Informe', 'Informe'),
    advice: 'report',
    parts: labels(
      'summary, method and consent, context, findings, cases, law, recommendations, annexes',
      'resumen, método y consentimiento, contexto, hallazgos, casos, derecho, recomendaciones, anexos',
      'resum, mètode i consentiment, context, resultats, casos, dret, recomanacions, annexos',
    ),
  },
  fact_sheet: {
    label: labels('Fact sheet', 'Ficha', 'Fitxa'),
    advice: 'factsheet',
    parts: labels(
      'who, chronology, situation, law, demands, sources',
      'quién, cronología, situación, derecho, reclamos, fuentes',
      'qui, cronologia, situació, dret, reclamacions, fonts',
    ),
  },
} as const satisfies Readonly<Record<string, KindOfText>>

export type TextKind = keyof typeof textKinds

export const isTextKind = (value: unknown): value is TextKind =>
  typeof value === 'string' && Object.hasOwn(textKinds, value)

/** The words that a text of this kind should not pass by the catalogue's advice; null where it advises none. */
export function mostWordsOf(kind: TextKind): number | null {
  // A statement in writing has not the two minutes of one that is read out.
  if (kind === 'statement') return null
  const found = documentTypes.find(({ id }) => id === textKinds[kind].advice)
  return found?.suggestedMax?.value ?? null
}
