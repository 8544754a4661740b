import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, outcomeLabels } from '../options.ts'
import { requestField } from './belonging-field.ts'

/** An appeal against a decision. Filed, it ends the clock of that decision and of no other. */
export const asylumAppeal = defineRecordType({
  name: 'asylum_appeal',
  label: labels('Appeal', 'Recurso', 'Recurs'),
  plural: labels(
    'Appeals in asylum requests',
    'Recursos en solicitudes de refugio',
    'Recursos en sol·licituds d’asil',
  ),
  title: ['filed_on'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'filed_on',
  fields: [
    requestField(labels('Appeals', 'Recursos', 'Recursos')),
    field(
      'reference',
      'decision',
      labels('Against which decision', 'Contra qué decisión', 'Contra quina decisió'),
      {
        targets: ['asylum_decision'],
        required: true,
        inverse: labels('Appeals', 'Recursos', 'Recursos'),
      },
    ),
    field('date', 'filed_on', labels('Filed on', 'Presentado el', 'Presentat el'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('text', 'before', labels('Before whom', 'Ante quién', 'Davant de qui'), { class: 'legal' }),
    field('choice', 'outcome', labels('Outcome', 'Resultado', 'Resultat'), {
      facet: true,
      listed: true,
      options: optionsOf(outcomeLabels),
    }),
    field('date', 'outcome_on', labels('Decided on', 'Resuelto el', 'Resolt el'), { exact: true }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'legal' }),
  ],
})
