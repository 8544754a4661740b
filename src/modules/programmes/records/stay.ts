import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** One guest in one town, from arrival to departure. */
export const stay = defineRecordType({
  name: 'stay',
  label: labels('Stay', 'Estadía', 'Estada'),
  plural: labels('Stays', 'Estadías', 'Estades'),
  title: ['summary'],
  timeline: 'arrival',
  retention: [
    {
      name: 'after_stay',
      after: { event: 'field', field: 'departure' },
      period: { count: 3, unit: 'years' },
      end: 'review',
      why: labels(
        'Where a guest slept and how they travelled is needed for the accounts, and dangerous for longer.',
        'Dónde durmió una persona invitada y cómo viajó hace falta para las cuentas; después es un peligro.',
        'On va dormir una persona convidada i com va viatjar cal per als comptes; després és un perill.',
      ),
    },
  ],
  fields: [
    field('text', 'summary', labels('In one line', 'En una línea', 'En una línia'), {
      required: true,
      listed: true,
    }),
    field('reference', 'edition', labels('Edition', 'Edición', 'Edició'), {
      targets: ['edition'],
      required: true,
      facet: true,
      inverse: labels('Stays', 'Estadías', 'Estades'),
    }),
    field('reference', 'person', labels('Guest', 'Persona invitada', 'Persona convidada'), {
      targets: ['person'],
      required: true,
      facet: true,
      listed: true,
      inverse: labels('Stays', 'Estadías', 'Estades'),
    }),
    field('reference', 'municipality', labels('Host town', 'Municipio que recibe', 'Municipi que acull'), {
      targets: ['municipality'],
      required: true,
      facet: true,
      listed: true,
      inverse: labels('Stays', 'Estadías', 'Estades'),
    }),
    field('date', 'arrival', labels('Arrival', 'Llegada', 'Arribada'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'departure', labels('Departure', 'Partida', 'Sortida'), { sortable: true, listed: true }),
    field('text', 'lodging', labels('Lodging', 'Alojamiento', 'Allotjament'), { class: 'location' }),
    field('text', 'travel', labels('How the guest travels', 'Cómo viaja', 'Com viatja'), {
      class: 'location',
    }),
    field('text', 'interpreter', labels('Interpreter', 'Intérprete', 'Intèrpret'), { class: 'identity' }),
    field(
      'term',
      'interpretation',
      labels('Interpretation from', 'Interpretación desde', 'Interpretació des de'),
      {
        vocabulary: 'languages',
      },
    ),
    field(
      'long_text',
      'needs',
      labels('Diet, health and rest', 'Alimentación, salud y descanso', 'Alimentació, salut i descans'),
      {
        class: 'health',
      },
    ),
    field(
      'choice',
      'needs_shared',
      labels(
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
            label: labels('Only the coordination', 'Solo a la coordinación', 'Només a la coordinació'),
          },
          {
            code: 'town',
            label: labels(
              'The host town too: printed on its sheet',
              'También al municipio: sale en su hoja',
              'També al municipi: surt al seu full',
            ),
          },
        ],
      },
    ),
    field('text', 'accompanied_by', labels('Accompanied by', 'Acompañamiento', 'Acompanyament'), {
      class: 'identity',
    }),
    field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
  ],
})
