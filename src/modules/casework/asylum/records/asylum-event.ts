import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { anchorOptions } from '../options.ts'
import { requestField } from './belonging-field.ts'

/** A step that is neither interview, certificate, decision nor appeal; or an event from which a term is counted. */
export const asylumEvent = defineRecordType({
  name: 'asylum_event',
  label: labels('Step of a request', 'Paso de una solicitud', 'Pas d’una sol·licitud'),
  plural: labels(
    'Steps of asylum requests',
    'Pasos de solicitudes de refugio',
    'Passos de sol·licituds d’asil',
  ),
  title: ['step', 'on'],
  belongsTo: 'request',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    requestField(labels('Steps', 'Pasos', 'Passos')),
    field('term', 'step', labels('Step', 'Paso', 'Pas'), {
      vocabulary: 'asylum_steps',
      required: true,
      facet: true,
      listed: true,
    }),
    field('date', 'on', labels('When', 'Cuándo', 'Quan'), { required: true, sortable: true, listed: true }),
    field('moment', 'at', labels('At what hour', 'A qué hora', 'A quina hora')),
    field(
      'choice',
      'event',
      labels('What happened, for counting', 'Qué ocurrió, para contar', 'Què va passar, per comptar'),
      {
        options: anchorOptions(),
        hint: labels(
          'Where a rule of the procedure is counted from it.',
          'Si una regla del procedimiento se cuenta desde ese hecho.',
          'Si una regla del procediment es compta des d’aquest fet.',
        ),
      },
    ),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'legal' }),
  ],
})
