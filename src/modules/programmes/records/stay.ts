import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field } from './fields.ts'

/** One guest in one town, from arrival to departure. */
export const stay = defineRecordType({
  name: 'stay',
  label: words('Stay', 'Estadía', 'Estada'),
  plural: words('Stays', 'Estadías', 'Estades'),
  title: ['summary'],
  timeline: 'arrival',
  fields: [
    field('text', 'summary', words('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'edition', words('Edition', 'Edición', 'Edició'), {
      targets: ['edition'],
      required: true,
      facet: true,
      inverse: words('Stays', 'Estadías', 'Estades'),
    }),
    field('reference', 'person', words('Guest', 'Persona invitada', 'Persona convidada'), {
      targets: ['person'],
      required: true,
      facet: true,
      listed: true,
      inverse: words('Stays', 'Estadías', 'Estades'),
    }),
    field('reference', 'municipality', words('Host town', 'Municipio que recibe', 'Municipi que acull'), {
      targets: ['municipality'],
      required: true,
      facet: true,
      listed: true,
      inverse: words('Stays', 'Estadías', 'Estades'),
    }),
    field('date', 'arrival', words('Arrival', 'Llegada', 'Arribada'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'departure', words('Departure', 'Partida', 'Sortida'), { sortable: true, listed: true }),
    field('text', 'lodging', words('Lodging', 'Alojamiento', 'Allotjament'), { class: 'location' }),
    field('text', 'travel', words('How the guest travels', 'Cómo viaja', 'Com viatja'), {
      class: 'location',
    }),
    field('text', 'interpreter', words('Interpreter', 'Intérprete', 'Intèrpret'), { class: 'identity' }),
    field(
      'term',
      'interpretation',
      words('Interpretation from', 'Interpretación desde', 'Interpretació des de'),
      {
        vocabulary: 'languages',
      },
    ),
    field(
      'long_text',
      'needs',
      words('Diet, health and rest', 'Alimentación, salud y descanso', 'Alimentació, salut i descans'),
      {
        class: 'health',
      },
    ),
    field(
      'choice',
      'needs_shared',
      words(
        'Who is told of these needs',
        '¿A quién se informan estas necesidades?',
        "A qui s'informa d'aquestes necessitats",
      ),
      {
        // Whether there is anything to tell is as private as what it is.
        class: 'health',
        options: [
          {
            code: 'coordination',
            label: words('Only the coordination', 'Solo a la coordinación', 'Només a la coordinació'),
          },
          {
            code: 'town',
            label: words(
              'The host town too: printed on its sheet',
              'También al municipio: sale en su hoja',
              'També al municipi: surt al seu full',
            ),
          },
        ],
      },
    ),
    field('text', 'accompanied_by', words('Accompanied by', 'Acompañamiento', 'Acompanyament'), {
      class: 'identity',
    }),
    field('long_text', 'notes', words('Notes', 'Notas', 'Notes')),
  ],
})
