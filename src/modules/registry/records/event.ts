import { defineRecordType } from '#platform/records'
import { words } from '../vocabularies/words.ts'
import { field, inSection } from './fields.ts'
import { countries, externalIds, notes, remark, rights } from './shared-fields.ts'

/** What happened: the frame in which acts were done to someone by someone. */
export const event = defineRecordType({
  name: 'event',
  label: words('Event', 'Acontecimiento', 'Esdeveniment'),
  plural: words('Events', 'Acontecimientos', 'Esdeveniments'),
  description: words(
    'What happened, when and where. Who did what to whom is told by its acts and involvements.',
    'Qué pasó, cuándo y dónde. Quién hizo qué a quién lo dicen sus actos y participaciones.',
    'Què va passar, quan i on. Qui va fer què a qui ho diuen els actes i les participacions.',
  ),
  title: ['title'],
  timeline: 'date',
  map: 'country',
  sections: [
    { name: 'event', label: words('What happened', 'Qué pasó', 'Què va passar') },
    { name: 'assessment', label: words('Assessment', 'Valoración', 'Valoració') },
    { name: 'chain', label: words('Chain of events', 'Cadena de acontecimientos', "Cadena d'esdeveniments") },
  ],
  fields: [
    ...inSection('event', [
      field('text', 'title', words('Title', 'Título', 'Títol'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('term', 'kind', words('Kind', 'Clase', 'Classe'), {
        vocabulary: 'event_kinds',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('date', 'date', words('Date', 'Fecha', 'Data'), {
        sortable: true,
        listed: true,
        hint: words(
          'A day, a month, a range, or as uncertain as it is: 1976-11?, 1977-02/1977-04.',
          'Un día, un mes, un intervalo, o tan incierta como sea: 1976-11?, 1977-02/1977-04.',
          'Un dia, un mes, un interval, o tan incerta com sigui: 1976-11?, 1977-02/1977-04.',
        ),
      }),
      countries,
      field('reference', 'places', words('Places', 'Lugares', 'Llocs'), {
        targets: ['place'],
        multiple: true,
        facet: true,
        inverse: words('Events here', 'Acontecimientos aquí', 'Esdeveniments aquí'),
      }),
      field('place', 'location', words('Where, in words', 'Dónde, en palabras', 'On, en paraules')),
      field('localized_text', 'description', words('Account', 'Relato', 'Relat')),
      externalIds,
      notes,
    ]),
    ...inSection('assessment', [
      rights,
      field(
        'term',
        'violation_status',
        words('Status of the violation', 'Estado de la violación', 'Estat de la violació'),
        {
          vocabulary: 'violation_statuses',
          facet: true,
          listed: true,
        },
      ),
      field('localized_text', 'impact', words('Effects', 'Efectos', 'Efectes')),
      field(
        'date',
        'date_received',
        words('Came to our knowledge', 'Llegó a nuestro conocimiento', 'Ens va arribar'),
      ),
      field('choice', 'monitoring', words('Monitoring', 'Seguimiento', 'Seguiment'), {
        facet: true,
        options: [
          { code: 'active', label: words('Followed', 'En seguimiento', 'En seguiment') },
          {
            code: 'dormant',
            label: words('Waiting for news', 'A la espera de novedades', "A l'espera de novetats"),
          },
          { code: 'closed', label: words('Closed', 'Cerrado', 'Tancat') },
        ],
      }),
    ]),
    ...inSection('chain', [
      field(
        'reference',
        'related_events',
        words('Related events', 'Acontecimientos relacionados', 'Esdeveniments relacionats'),
        {
          targets: ['event'],
          multiple: true,
          inverse: words('Related from', 'Relacionado desde', 'Relacionat des de'),
          attributes: [
            field('term', 'relation', words('This event…', 'Este acontecimiento…', 'Aquest esdeveniment…'), {
              vocabulary: 'event_relations',
              required: true,
            }),
            remark,
          ],
        },
      ),
    ]),
  ],
})
