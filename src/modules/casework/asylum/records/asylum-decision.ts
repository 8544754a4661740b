import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { decisionLabels, meansLabels, optionsOf } from '../options.ts'
import { requestField } from './belonging-field.ts'

/** What the authority decided, and when and by what means the person was told: from then on an appeal is counted. */
export const asylumDecision = defineRecordType({
  name: 'asylum_decision',
  label: labels('Decision on a request', 'Decisión sobre una solicitud', 'Decisió sobre una sol·licitud'),
  plural: labels(
    'Decisions on asylum requests',
    'Decisiones sobre solicitudes de refugio',
    'Decisions sobre sol·licituds d’asil',
  ),
  title: ['kind', 'decided_on'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'decided_on',
  fields: [
    requestField(labels('Decisions', 'Decisiones', 'Decisions')),
    field('choice', 'kind', labels('Decision', 'Decisión', 'Decisió'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf(decisionLabels),
    }),
    field('term', 'step', labels('At which step', 'En qué paso', 'En quin pas'), {
      vocabulary: 'asylum_steps',
      required: true,
      listed: true,
    }),
    field('date', 'decided_on', labels('Decided on', 'Fecha de la decisión', 'Data de la decisió'), {
      sortable: true,
      listed: true,
    }),
    field('date', 'notified_on', labels('Notified on', 'Notificada el', 'Notificada el'), {
      sortable: true,
      listed: true,
      hint: labels(
        'The term of an appeal runs from it, not from the decision.',
        'El plazo para recurrir corre desde ella, no desde la decisión.',
        'El termini per recórrer corre des d’ella, no des de la decisió.',
      ),
    }),
    field('choice', 'notified_by', labels('By what means', 'Por qué medio', 'Per quin mitjà'), {
      options: optionsOf(meansLabels),
    }),
    field('text', 'number', labels('Number', 'Número', 'Número'), { class: 'legal' }),
    field('long_text', 'reasons', labels('Reasons given', 'Fundamentos', 'Fonaments'), { class: 'legal' }),
    field(
      'reference',
      'source',
      labels('Kept as source', 'Conservada como fuente', 'Conservada com a font'),
      {
        targets: ['source'],
        inverse: labels(
          'Decisions on asylum requests',
          'Decisiones sobre solicitudes de refugio',
          'Decisions sobre sol·licituds d’asil',
        ),
      },
    ),
  ],
})
