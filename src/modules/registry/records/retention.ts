import type { RetentionRule } from '#platform/records'
import { labels } from '#platform/i18n'

/** About people: looked at while somebody still remembers why it was written down. */
export const aboutPeople: readonly RetentionRule[] = [
  {
    name: 'about_people',
    after: { event: 'activity' },
    period: { count: 5, unit: 'years' },
    end: 'review',
    why: labels(
      'What is known about a person is kept only as long as the work needs it.',
      'Lo que se sabe de una persona se conserva solo mientras el trabajo lo necesita.',
      'El que se sap d’una persona es conserva només mentre la feina ho necessita.',
    ),
    basis: labels(
      'Data protection: storage limitation.',
      'Protección de datos: limitación del plazo de conservación.',
      'Protecció de dades: limitació del termini de conservació.',
    ),
  },
]

/** What happened: the record of violations serves justice and memory, which take long. */
export const aboutViolations: readonly RetentionRule[] = [
  {
    name: 'about_violations',
    after: { event: 'activity' },
    period: { count: 15, unit: 'years' },
    end: 'review',
    why: labels(
      'The record of violations serves truth, justice and memory, which take long; it is not destroyed without a look.',
      'El registro de las violaciones sirve a la verdad, la justicia y la memoria, que llevan tiempo; no se destruye sin mirar.',
      'El registre de les violacions serveix la veritat, la justícia i la memòria, que demanen temps; no es destrueix sense mirar-lo.',
    ),
    basis: labels(
      'Right to the truth; duty to preserve archives on violations.',
      'Derecho a la verdad; deber de preservar los archivos sobre violaciones.',
      'Dret a la veritat; deure de preservar els arxius sobre violacions.',
    ),
  },
]

/** A dossier that was closed, and one that is followed. */
export const aboutDossiers: readonly RetentionRule[] = [
  {
    name: 'closed_dossier',
    when: { field: 'state', is: ['closed'] },
    after: { event: 'activity' },
    period: { count: 10, unit: 'years' },
    end: 'review',
    why: labels(
      'A closed dossier is looked at once more before anything is decided.',
      'Un dossier cerrado se mira una vez más antes de decidir.',
      'Un dossier tancat es mira un cop més abans de decidir.',
    ),
  },
]
