import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { aboutViolations } from './retention.ts'
import { countries, externalIds, notes, remark, rights } from './shared-fields.ts'

/** What happened: the frame in which acts were done to someone by someone. */
export const event = defineRecordType({
  name: 'event',
  label: labels('Event', 'Acontecimiento', 'Esdeveniment'),
  plural: labels('Events', 'Acontecimientos', 'Esdeveniments'),
  description: labels(
    'What happened, when and where. Who did what to whom is told by its acts and involvements.',
    'Qué pasó, cuándo y dónde. Quién hizo qué a quién lo dicen sus actos y participaciones.',
    'Què va passar, quan i on. Qui va fer què a qui ho diuen els actes i les participacions.',
  ),
  title: ['title'],
  timeline: 'date',
  map: 'country',
  sections: [
    { name: 'event', label: labels('What happened', 'Qué pasó', 'Què va passar') },
    { name: 'assessment', label: labels('Assessment', 'Valoración', 'Valoració') },
    {
      name: 'chain',
      label: labels('Chain of events', 'Cadena de acontecimientos', "Cadena d'esdeveniments"),
    },
  ],
  retention: aboutViolations,
  fields: [
    ...inSection('event', [
      field('text', 'title', labels('Title', 'Título', 'Títol'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'event_kinds',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('date', 'date', labels('Date', 'Fecha', 'Data'), {
        sortable: true,
        listed: true,
        hint: labels(
          'A day, a month, a range, or as uncertain as it is: 1976-11?, 1977-02/1977-04.',
          'Un día, un mes, un intervalo, o tan incierta como sea: 1976-11?, 1977-02/1977-04.',
          'Un dia, un mes, un interval, o tan incerta com sigui: 1976-11?, 1977-02/1977-04.',
        ),
      }),
      countries,
      field('reference', 'places', labels('Places', 'Lugares', 'Llocs'), {
        targets: ['place'],
        multiple: true,
        facet: true,
        inverse: labels('Events here', 'Acontecimientos aquí', 'Esdeveniments aquí'),
      }),
      field('place', 'location', labels('Where, in words', 'Dónde, en palabras', 'On, en paraules')),
      field('localized_text', 'description', labels('Account', 'Relato', 'Relat')),
      externalIds,
      notes,
    ]),
    ...inSection('assessment', [
      rights,
      field(
        'term',
        'violation_status',
        labels('Status of the violation', 'Estado de la violación', 'Estat de la violació'),
        {
          vocabulary: 'violation_statuses',
          facet: true,
          listed: true,
        },
      ),
      field('localized_text', 'impact', labels('Effects', 'Efectos', 'Efectes')),
      field(
        'date',
        'date_received',
        labels('Came to our knowledge', 'Llegó a nuestro conocimiento', 'Ens va arribar'),
      ),
      field('choice', 'monitoring', labels('Monitoring', 'Seguimiento', 'Seguiment'), {
        facet: true,
        options: [
          { code: 'active', label: labels('Followed', 'En seguimiento', 'En seguiment') },
          {
            code: 'dormant',
            label: labels('Waiting for news', 'A la espera de novedades', "A l'espera de novetats"),
          },
          { code: 'closed', label: labels('Closed', 'Cerrado', 'Tancat') },
        ],
      }),
    ]),
    ...inSection('chain', [
      field(
        'reference',
        'related_events',
        labels('Related events', 'Acontecimientos relacionados', 'Esdeveniments relacionats'),
        {
          targets: ['event'],
          multiple: true,
          inverse: labels('Related from', 'Relacionado desde', 'Relacionat des de'),
          attributes: [
            field('term', 'relation', labels('This event…', 'Este acontecimiento…', 'Aquest esdeveniment…'), {
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
