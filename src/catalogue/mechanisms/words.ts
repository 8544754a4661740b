import type { Labels } from '#platform/i18n'
import type { NoDate } from './clocks.ts'
import type { Confidence } from './fact.ts'
import type { RuleKind, RuleRole } from './rule.ts'

/** What a rule is about, for a person. */
export const roleLabels: Readonly<Record<RuleRole, Labels>> = {
  'filing-window': { en: 'time to file', es: 'plazo para presentar', ca: 'termini per presentar' },
  'filing-before-event': {
    en: 'to be filed before',
    es: 'presentación previa',
    ca: 'presentació prèvia',
  },
  'filing-window-event': { en: 'open call', es: 'convocatoria abierta', ca: 'convocatòria oberta' },
  'filing-annual': { en: 'every year', es: 'presentación anual', ca: 'presentació anual' },
  eligibility: { en: 'open only until', es: 'procede solo hasta', ca: 'només és possible fins a' },
  'reply-expected': { en: 'their reply', es: 'respuesta esperada', ca: 'resposta esperada' },
  'reply-extension': {
    en: 'their reply, extended',
    es: 'respuesta con prórroga',
    ca: 'resposta amb pròrroga',
  },
  'reply-ours': { en: 'our reply', es: 'nuestra respuesta', ca: 'la nostra resposta' },
  'decision-expected': { en: 'decision or step', es: 'decisión o paso', ca: 'decisió o pas' },
  'follow-up': { en: 'follow-up', es: 'seguimiento', ca: 'seguiment' },
  publication: { en: 'becomes public', es: 'publicación', ca: 'publicació' },
  recurring: { en: 'comes round again', es: 'se repite', ca: 'es repeteix' },
  event: { en: 'for information', es: 'informativo', ca: 'informatiu' },
  risk: { en: 'risk', es: 'riesgo', ca: 'risc' },
}

/** What the date is. */
export const kindLabels: Readonly<Record<RuleKind, Labels>> = {
  deadline: { en: 'deadline', es: 'plazo', ca: 'termini' },
  expectation: { en: 'expectation', es: 'expectativa', ca: 'expectativa' },
  estimate: { en: 'estimate', es: 'estimación', ca: 'estimació' },
  frequency: { en: 'periodicity', es: 'periodicidad', ca: 'periodicitat' },
}

export const confidenceLabels: Readonly<Record<Confidence, Labels>> = {
  high: { en: 'high', es: 'alta', ca: 'alta' },
  medium: { en: 'medium', es: 'media', ca: 'mitjana' },
  low: { en: 'low', es: 'baja', ca: 'baixa' },
}

/** Why there is no date, and what to do. */
export const noDateWords: Readonly<Record<NoDate, Labels>> = {
  'no-figure': {
    en: 'not known: no figure is known, or it is set case by case. Look it up and enter the day by hand.',
    es: 'no se conoce: no hay cifra conocida, o se fija en cada caso. Verifíquela e ingrese la fecha a mano.',
    ca: 'no se sap: no hi ha cap xifra coneguda, o es fixa en cada cas. Comproveu-ho i introduïu la data a mà.',
  },
  'no-direction': {
    en: 'not known: the rule does not say whether it counts before or after the event.',
    es: 'no se conoce: la regla no dice si se cuenta antes o después del hecho.',
    ca: 'no se sap: la regla no diu si es compta abans o després del fet.',
  },
  'no-calendar': {
    en: 'not computed: working days need a holiday calendar, and there is none for this place.',
    es: 'no se calculó: los días hábiles requieren un calendario de feriados, y no hay uno para este lugar.',
    ca: "no s'ha calculat: els dies hàbils demanen un calendari de festius, i no n'hi ha cap per a aquest lloc.",
  },
  'calendar-ends': {
    en: 'not computed: the holiday calendar does not reach that far.',
    es: 'no se calculó: el calendario de feriados no llega a esa fecha.',
    ca: "no s'ha calculat: el calendari de festius no arriba a aquesta data.",
  },
  'anchor-open': {
    en: 'not computed: the event has no earliest day.',
    es: 'no se calculó: el hecho no tiene una primera fecha posible.',
    ca: "no s'ha calculat: el fet no té una primera data possible.",
  },
  'year-outside': {
    en: 'not computed: outside of the years 1000 to 9999.',
    es: 'no se calculó: fuera de los años 1000 a 9999.',
    ca: "no s'ha calculat: fora dels anys 1000 a 9999.",
  },
}

/** Beside everything that no document stands behind. */
export const uncheckedWords: Labels = {
  en: 'not checked against a document: never a hard date',
  es: 'sin verificar en un documento: nunca es una fecha firme',
  ca: 'sense comprovar en cap document: mai no és una data ferma',
}
