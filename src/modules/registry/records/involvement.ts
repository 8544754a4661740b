import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { notes } from './shared-fields.ts'

/** The part of one perpetrator in one act, or in several acts of one event. */
export const involvement = defineRecordType({
  name: 'involvement',
  label: labels('Involvement', 'Participación', 'Participació'),
  plural: labels('Involvements', 'Participaciones', 'Participacions'),
  description: labels(
    'Who took part, and how. A perpetrator not known by name is entered by kind.',
    'Quién participó y cómo. Si no se conoce su nombre, se indica la clase de perpetrador.',
    'Qui hi va participar i com. Si no se’n coneix el nom, s’indica la classe de perpetrador.',
  ),
  title: ['summary'],
  retention: aboutViolations,
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'acts', labels('Acts', 'Actos', 'Actes'), {
      targets: ['act'],
      multiple: true,
      inverse: labels('Perpetrators', 'Perpetradores', 'Perpetradors'),
    }),
    field('reference', 'event', labels('Event', 'Acontecimiento', 'Esdeveniment'), {
      targets: ['event'],
      inverse: labels('Involvements', 'Participaciones', 'Participacions'),
    }),
    field('reference', 'perpetrator', labels('Perpetrator', 'Perpetrador', 'Perpetrador'), {
      targets: ['person', 'organisation'],
      listed: true,
      inverse: labels('Acts attributed', 'Actos atribuidos', 'Actes atribuïts'),
    }),
    field(
      'term',
      'perpetrator_kind',
      labels('Kind of perpetrator', 'Clase de perpetrador', 'Classe de perpetrador'),
      {
        vocabulary: 'perpetrator_kinds',
        required: true,
        multiple: true,
        facet: true,
        listed: true,
      },
    ),
    field(
      'term',
      'degree',
      labels('Degree of involvement', 'Grado de participación', 'Grau de participació'),
      {
        vocabulary: 'involvement_degrees',
        multiple: true,
        facet: true,
        listed: true,
      },
    ),
    field('term', 'certainty', labels('How certain', 'Grado de certeza', 'Grau de certesa'), {
      vocabulary: 'violation_statuses',
      facet: true,
    }),
    field(
      'term',
      'status',
      labels('Situation of the perpetrator', 'Situación del perpetrador', 'Situació del perpetrador'),
      {
        vocabulary: 'perpetrator_statuses',
        class: 'legal',
      },
    ),
    field('date', 'status_date', labels('Situation at', 'Situación al', 'Situació a'), { class: 'legal' }),
    notes,
  ],
})
