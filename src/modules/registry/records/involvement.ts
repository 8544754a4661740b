import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'
import { notes } from './shared-fields.ts'

/** The part of one perpetrator in one act, or in several acts of one event. */
export const involvement = defineRecordType({
  name: 'involvement',
  label: words('Involvement', 'Participación', 'Participació'),
  plural: words('Involvements', 'Participaciones', 'Participacions'),
  description: words(
    'Who took part, and how. A perpetrator not known by name is entered by kind.',
    'Quién participó y cómo. Si no se conoce su nombre, se indica la clase de perpetrador.',
    'Qui hi va participar i com. Si no se’n coneix el nom, s’indica la classe de perpetrador.',
  ),
  title: ['summary'],
  fields: [
    field('text', 'summary', words('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'acts', words('Acts', 'Actos', 'Actes'), {
      targets: ['act'],
      multiple: true,
      inverse: words('Perpetrators', 'Perpetradores', 'Perpetradors'),
    }),
    field('reference', 'event', words('Event', 'Acontecimiento', 'Esdeveniment'), {
      targets: ['event'],
      inverse: words('Involvements', 'Participaciones', 'Participacions'),
    }),
    field('reference', 'perpetrator', words('Perpetrator', 'Perpetrador', 'Perpetrador'), {
      targets: ['person', 'organisation'],
      listed: true,
      inverse: words('Acts attributed', 'Actos atribuidos', 'Actes atribuïts'),
    }),
    field(
      'term',
      'perpetrator_kind',
      words('Kind of perpetrator', 'Clase de perpetrador', 'Classe de perpetrador'),
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
      words('Degree of involvement', 'Grado de participación', 'Grau de participació'),
      {
        vocabulary: 'involvement_degrees',
        multiple: true,
        facet: true,
        listed: true,
      },
    ),
    field('term', 'certainty', words('How certain', 'Grado de certeza', 'Grau de certesa'), {
      vocabulary: 'violation_statuses',
      facet: true,
    }),
    field(
      'term',
      'status',
      words('Situation of the perpetrator', 'Situación del perpetrador', 'Situació del perpetrador'),
      {
        vocabulary: 'perpetrator_statuses',
        class: 'legal',
      },
    ),
    field('date', 'status_date', words('Situation at', 'Situación al', 'Situació a'), { class: 'legal' }),
    notes,
  ],
})
